"""The badge of the mode, and one button to the other of Edit and Rehearse."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from showctl.ui.icon import icon
from showctl.ui.mode import Mode, Modes
from showctl.ui.panels.mode_badge import HEIGHT, ICON, ModeBadge
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr

OTHER = {Mode.EDIT: Mode.REHEARSE, Mode.REHEARSE: Mode.EDIT}
TOLD = {
    Mode.EDIT: marked("Edit mode: everything can be changed"),
    Mode.REHEARSE: marked("Rehearse: the layout of the show; times, labels and notes can be changed"),
}


class ModeHead(QWidget):
    """In Show mode there is only the badge: who leaves it goes to Edit."""

    def __init__(self, badge: ModeBadge, modes: Modes, theme: Theme) -> None:
        super().__init__()
        self._modes, self._theme, self.badge = modes, theme, badge
        self.other = QPushButton()
        self.other.setObjectName("other mode")
        self.other.setProperty("narrow", True)
        self.other.setIconSize(QSize(18, 18))
        self.other.setFixedSize(44, HEIGHT)
        self.other.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.other.clicked.connect(lambda: modes.enter(OTHER[modes.mode]))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 4, 0)
        layout.setSpacing(6)
        layout.addWidget(badge)
        layout.addWidget(self.other)
        modes.changed.connect(self._refresh)
        self._refresh()

    @property
    def wanted(self) -> int:
        return self.badge.wanted + 12 + (50 if self._modes.mode in OTHER else 0)

    def _refresh(self, *_: object) -> None:
        other = OTHER.get(self._modes.mode)
        self.other.setVisible(other is not None)
        if other is not None:
            self.other.setIcon(icon(ICON[other], self._theme.text_2, self._theme.text_3))
            self.other.setAccessibleName(tr(TOLD[other]))
            self.other.setToolTip(tr("{told} (Ctrl+Shift+R)").format(told=tr(TOLD[other])))
        self.setFixedWidth(self.wanted)
