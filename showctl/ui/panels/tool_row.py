"""The row over the page in Edit mode: new cues, find, the side panel, stop, panic."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from showctl.ui.actions import Actions
from showctl.ui.desk import Desk
from showctl.ui.icon import DEPARTMENT_ICON, icon
from showctl.ui.measure import Measures
from showctl.ui.mode import Mode, Modes
from showctl.ui.panels.panic_button import PanicButton
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, font

NEW = (
    ("new light", marked("Light"), DEPARTMENT_ICON["light"], "light"),
    ("new audio", marked("Audio"), DEPARTMENT_ICON["audio"], "audio"),
    ("new video", marked("Video"), DEPARTMENT_ICON["video"], "video"),
    ("new stage", marked("Stage"), DEPARTMENT_ICON["stage"], "stage"),
    ("new group", marked("Group"), "rows", ""),
    ("new other", "", "dots-three", ""),
)
"""Act, word, icon, department that colours it."""


class ToolRow(QWidget):
    """No button here takes the keyboard. What nobody has bound is not there."""

    def __init__(self, desk: Desk, modes: Modes, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._desk, self._actions, self._modes, self._theme = desk, actions, modes, theme
        self._small = False
        """Stop all and panic are in the bottom bar."""
        self._words = True
        """Whether there is room for more than the icons."""
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._caption = QLabel(tr("New cue"))
        self._caption.setFont(font(12))
        self.panic = PanicButton(desk, theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self._caption)
        self.new: dict[str, QPushButton] = {}
        for act, word, name, department in NEW:
            self.new[act] = self._button(act, word, name, theme.department[department] if department else theme.text)
            layout.addWidget(self.new[act])
        layout.addStretch(1)
        self.search = self._button("find", "", "magnifying-glass", theme.text)
        self.side = self._button("side", "", "columns", theme.text)
        self.stop = self._button("stop all", tr("Stop all"), "stop-fill", theme.text)
        for part in (self.search, self.side, self.stop, self.panic):
            layout.addWidget(part)
        actions.changed.connect(self._refresh)
        modes.changed.connect(self._refresh)
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take)
        self._refresh()
        self._take()

    def _button(self, act: str, word: str, name: str, token: str) -> QPushButton:
        button = QPushButton(icon(name, token, self._theme.text_3), f" {word}" if word else "")
        button.setObjectName(act)
        button.setProperty("narrow", not word)
        button.setIconSize(QSize(18, 18))
        button.setFont(font(14, MEDIUM))
        button.setFixedHeight(44)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._actions.run(act))
        return button

    def set_measures(self, m: Measures) -> None:
        self.setFixedHeight(m.strip if m.edit else 60)
        self._words, self._small = not m.narrow, m.small
        self.panic.setVisible(not m.small)
        words = {self.new[act]: tr(word) for act, word, _, _ in NEW} | {self.side: tr("Side panel")}
        words[self.stop] = tr("Stop all") if not m.tight else ""
        for button, word in words.items():
            shown = word if self._words or button is self.stop else ""
            button.setText(f" {shown}" if shown else "")
            button.setProperty("narrow", not shown)
            button.style().unpolish(button)
            button.style().polish(button)
        self._refresh()

    def _refresh(self, *_: object) -> None:
        """What each does, with its key as it is now; what there is."""
        edits = self._modes.mode is Mode.EDIT
        for button in (*self.new.values(), self.search, self.side, self.stop):
            act = button.objectName()
            key = self._actions.key(act) or self._actions.key("commands")
            words = self._actions.words(act)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})" if key else words)
            button.setVisible(self._actions.is_bound(act) and not (self._small and button is self.stop))
            if act in self.new:
                button.setEnabled(edits)
        self._caption.setEnabled(edits)
        self._caption.setVisible(self._words and any(map(self._actions.is_bound, self.new)))

    def _take(self, *_: object) -> None:
        snapshot = self._desk.snapshot
        self.stop.setEnabled(self._desk.attached and snapshot is not None and bool(snapshot.active))
