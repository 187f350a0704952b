"""A section of the settings: reduced motion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from showctl.ui.context import Context
from showctl.ui.motion import REDUCED, be_calm, calm
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font


class MotionChoice(QWidget):
    """One button that stays down."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._settings = context.settings
        self.button = QPushButton(tr("Reduced motion"))
        self.button.setCheckable(True)
        self.button.setChecked(calm())
        self.button.setAutoDefault(True)  # Enter presses it; Space is GO
        self.button.setFont(font(14, MEDIUM))
        self.button.setFixedHeight(44)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        told = tr("A refused GO is marked without flashing; beams and progress move four times a second")
        self.button.setToolTip(tr("{told} (Tab, Enter)").format(told=told))
        self.button.toggled.connect(self._choose)
        note = QLabel(told)
        note.setObjectName("caption")
        note.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.button)
        layout.addWidget(note, 1)

    def _choose(self, on: bool) -> None:
        self._settings.setValue(REDUCED, "true" if on else "false")
        be_calm(on)
