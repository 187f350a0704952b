"""What moves one kind of the selected rows, beside its palettes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from showctl.ui.look.sheet import SheetRow
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import mono


class Controls(QWidget):
    """The subclass fills it; other rows are shown in the same widgets, so that the keyboard stays where it is."""

    given = Signal(object, bool)
    """A list of Given; and whether all else of the kind goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.rows: list[SheetRow] = []
        self.extra: QPushButton | None = None
        """A button for the head of the panel."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """These are selected."""
        self.rows = list(rows)
        self.fill()

    def settle(self) -> None:
        """Tell what is still being moved: others will be selected."""

    def fill(self) -> None:
        """Show what they have."""
        raise NotImplementedError


class TypedLine(QLineEdit):
    """A value that is typed: Enter takes it. What is being typed is not touched by what the show says."""

    def __init__(self, name: str, example: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setToolTip(tr("{name}, and Enter. For example: {example}").format(name=name, example=example))
        self.setFont(mono(13))
        self.setFixedHeight(32)

    def show_text(self, text: str) -> None:
        """What the show has."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)
