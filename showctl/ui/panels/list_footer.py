"""The foot of the cue list in Edit mode: how many are selected, and how what is typed is understood."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from showctl.ui.tongue import tr
from showctl.ui.typeface import font

HEIGHT = 30


class ListFooter(QWidget):
    """Takes no keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._count, self._said = QLabel(), QLabel()
        self._said.setObjectName("reading")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        for label in (self._count, self._said):
            label.setFont(font(13))
        self._count.setObjectName("reading")
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._said)

    @property
    def counted(self) -> str:
        return self._count.text()

    @property
    def said(self) -> str:
        return self._said.text()

    def count(self, selected: int, cues: int) -> None:
        """How many of how many are selected."""
        self._count.setText(tr("{selected} of {cues} selected").format(selected=selected, cues=cues))

    def say(self, text: str, wrong: bool) -> None:
        """What is typed, as it is understood, or why it is not."""
        self._said.setText(text)
        if self._said.property("wrong") != wrong:
            self._said.setProperty("wrong", wrong)
            self._said.style().unpolish(self._said)
            self._said.style().polish(self._said)
