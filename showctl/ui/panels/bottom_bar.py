"""The bottom bar: standby back and forth, pause, resume and stop all, messages, blackout, panic."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from showctl.ui.desk import Desk
from showctl.ui.icon import icon
from showctl.ui.masters import Masters
from showctl.ui.measure import Measures
from showctl.ui.messages import Messages
from showctl.ui.panels.blackout_button import BlackoutButton
from showctl.ui.panels.message_row import MessageRow
from showctl.ui.panels.panic_button import PanicButton
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font


class BottomBar(QWidget):
    """No button here takes the keyboard focus."""

    def __init__(self, desk: Desk, theme: Theme, messages: Messages, masters: Masters) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.previous = self._button(tr("Previous"), "skip-back-fill", tr("Standby to the cue before (↑)"))
        self.next = self._button(tr("Next"), "skip-forward-fill", tr("Standby to the next cue (↓)"))
        self.pause = self._button(tr("Pause all"), "pause-fill", tr("Pause everything that is active ([)"))
        self.resume = self._button(tr("Resume all"), "play-fill", tr("Go on with everything that is paused (])"))
        self.stop = self._button(
            tr("Stop all"), "stop-fill", tr("Stop all that is active; light stays where it is (Ctrl+K)")
        )
        self.message = MessageRow(messages, theme)
        self.blackout = BlackoutButton(masters, theme)
        self.panic = PanicButton(desk, theme)
        self.previous.pressed.connect(lambda: desk.step(-1))
        self.next.pressed.connect(lambda: desk.step(1))
        self.pause.pressed.connect(lambda: desk.pause())
        self.resume.pressed.connect(lambda: desk.resume())
        self.stop.pressed.connect(lambda: desk.stop())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(8)
        for part in (self.previous, self.next, self.pause, self.resume, self.stop):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(self.message, 1)
        layout.addSpacing(8)
        layout.addWidget(self.blackout)
        layout.addSpacing(8)
        layout.addWidget(self.panic)
        self.told: dict[str, QWidget] = {
            "pause all": self.pause, "resume all": self.resume, "stop all": self.stop, "blackout": self.blackout
        }  # fmt: skip
        """By the act that each does, so that tooltips name the key that it has."""
        self._desk = desk
        desk.snapshot_changed.connect(self._refresh)
        desk.engine_changed.connect(self._refresh)
        self._refresh()

    def _button(self, text: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(icon(name, self._theme.text, self._theme.text_3), f" {text}")
        button.setObjectName(text.lower())
        button.setAccessibleName(text)
        button.setToolTip(tip)
        button.setIconSize(QSize(18, 18))
        button.setFont(font(14, MEDIUM))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedHeight(44)
        return button

    def set_measures(self, measures: Measures) -> None:
        self.setFixedHeight(measures.bottom)
        here = measures.small or not measures.edit  # else they are in the row over the page
        self.stop.setVisible(here)
        self.panic.setVisible(here)
        for button in (self.previous, self.next, self.pause, self.resume, self.stop):
            bare = measures.narrow if button in (self.previous, self.next) else measures.small
            button.setText("" if bare else f" {button.accessibleName()}")
            button.setProperty("narrow", bare)
            button.style().unpolish(button)
            button.style().polish(button)

    def _refresh(self, *_: object) -> None:
        """Only what an engine would take can be pressed."""
        attached, snapshot = self._desk.attached, self._desk.snapshot
        active = snapshot.active if attached and snapshot is not None else ()
        paused = [run for run in active if run.paused_at is not None]
        self.previous.setEnabled(attached)
        self.next.setEnabled(attached)
        self.resume.setEnabled(bool(paused))
        self.pause.setEnabled(len(paused) < len(active))
        self.stop.setEnabled(bool(active))
