"""A section of the settings: how large everything is drawn."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from showctl.ui.context import Context
from showctl.ui.text_scale import LARGEST, SMALLEST, STEP
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font


class TextSize(QWidget):
    """Smaller, larger, and from when on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._scale = context.text_scale
        self.smaller, self.larger = QPushButton("A −"), QPushButton("A +")
        self.note = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for button, act, step in ((self.smaller, "text smaller", -STEP), (self.larger, "text larger", STEP)):
            button.setAutoDefault(True)  # Enter presses it; Space is GO
            button.setFont(font(14, MEDIUM))
            button.setFixedSize(64, 44)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            words, key = context.actions.words(act), context.actions.key(act)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})" if key else tr("{told} (Tab, Enter)").format(told=words))
            button.clicked.connect(lambda _=False, step=step: self._scale.step(step))
            layout.addWidget(button)
        layout.addWidget(self.note)
        layout.addStretch(1)
        self._scale.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.note.setText(self._scale.words)
        self.smaller.setEnabled(self._scale.chosen > SMALLEST)
        self.larger.setEnabled(self._scale.chosen < LARGEST)
