"""What stands over a page that has the place of the cue list: its name, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from showctl.ui.actions import Actions
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font


class PageHead(QWidget):
    """One row, 52 high."""

    def __init__(self, title: str, actions: Actions) -> None:
        super().__init__()
        self.setFixedHeight(52)
        name = QLabel(title)
        name.setFont(font(15, SEMIBOLD))
        key = actions.key("page cues")
        self.back = QPushButton(tr("Back to the cue list  {key}").format(key=key))
        self.back.setFont(font(14, MEDIUM))
        self.back.setFixedHeight(44)
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.setAccessibleName(tr("Back to the cue list"))
        self.back.setToolTip(tr("Show the cue list and the active cues again ({key})").format(key=key))
        self.back.clicked.connect(lambda: actions.run("page cues"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(name, 1)
        layout.addWidget(self.back)
