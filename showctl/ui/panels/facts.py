"""Names and what is known to them, in two columns: for panels with details."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from showctl.ui.typeface import MEDIUM, font


class Facts(QWidget):
    """Written anew only where they read differently; text can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.facts: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Those with something to say."""
        facts = tuple((name, text) for name, text in facts if text)
        if facts == self.facts:
            return
        self.facts = facts
        while len(self._rows) < len(facts):
            self._add()
        for i, (name, text) in enumerate(self._rows):
            shown = i < len(facts)
            name.setVisible(shown)
            text.setVisible(shown)
            if shown:
                name.setText(facts[i][0])
                text.setText(facts[i][1])
                text.setAccessibleName(f"{facts[i][0]}: {facts[i][1]}")

    def _add(self) -> None:
        name, text = QLabel(), QLabel()
        name.setFont(font(13))
        name.setObjectName("reading")
        text.setFont(font(14, MEDIUM))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, len(self._rows), 0, top)
        self._grid.addWidget(text, len(self._rows), 1, top)
        self._rows.append((name, text))
