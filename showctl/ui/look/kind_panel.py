"""One kind of the selected rows: what moves it, its palettes, and Remove, which lets it track again."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from showctl.ui.look.controls import Controls
from showctl.ui.look.given import Given
from showctl.ui.look.pool import Pool, Shown
from showctl.ui.look.sheet import SheetRow
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD, font

_SIDE = 264
"""Pixels of the palettes where they stand beside what moves the kind."""


class KindPanel(QWidget):
    """Stays as other rows are selected: only what it shows is another."""

    given = Signal(object, bool)
    """A list of Given; and whether all else of the kind goes."""
    back = Signal()
    stored = Signal(str)
    """A new palette of this name is wanted, of the values of the first row."""

    def __init__(self, kind: str, controls: Controls | None, theme: Theme) -> None:
        super().__init__()
        self._kind, self.controls = kind, controls
        self._rows: list[SheetRow] = []
        self.head = QWidget()
        self.title = QLabel(kind.capitalize())
        self.title.setFont(font(13, SEMIBOLD))
        self.remove = QPushButton(tr("Remove"))
        self.remove.setProperty("chip", True)
        self.remove.setFont(font(12))
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.setAccessibleName(tr("Remove {kind} from the cue").format(kind=kind))
        self.remove.setToolTip(tr("This cue says no more of it: it tracks from the cues before"))
        self.remove.clicked.connect(lambda: self.back.emit())
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title)
        row.addStretch(1)
        if controls is not None and controls.extra is not None:
            row.addWidget(controls.extra)
        row.addWidget(self.remove)
        self.pool = Pool(theme, kind)
        self.pool.chosen.connect(self.choose)
        self.new = QLineEdit()
        self.new.setPlaceholderText(tr("New palette: its name"))
        self.new.setAccessibleName(tr("Name of a new palette of {kind}, from what is selected").format(kind=kind))
        self.new.setToolTip(tr("A palette of what the first selected line says in this cue: write its name, and Enter"))
        self.new.setFont(font(13))
        self.new.setFixedHeight(30)
        self.new.returnPressed.connect(self._store)
        self.note = QLabel()
        self.note.setObjectName("caption")
        self.note.setFont(font(12))
        self._side = QVBoxLayout()
        self._side.setSpacing(6)
        self._side.addWidget(self.pool, 1)
        self._side.addWidget(self.new)
        self._side.addWidget(self.note)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(12, 8, 12, 8)
        self._box.setSpacing(6)
        self._box.addWidget(self.head)
        if controls is not None:
            controls.given.connect(self.given)
            self._box.addWidget(controls, 3)
        self._box.addLayout(self._side, 2)
        self._beside = False

    def show_beside(self, beside: bool) -> None:
        """Palettes at the right of what moves the kind, or below it."""
        if beside == self._beside:
            return
        self._beside = beside
        self._box.removeWidget(self.head)
        (self._side if beside else self._box).insertWidget(0, self.head)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._box.setSpacing(16 if beside else 6)
        self.title.setVisible(not beside)
        self.note.setVisible(not beside)
        for part in (self.head, self.pool, self.new):
            part.setFixedWidth(_SIDE) if beside and self.controls is not None else _freed(part)

    def settle(self) -> None:
        """Tell what is still being moved: others will be selected."""
        if self.controls is not None:
            self.controls.settle()

    def show_rows(self, rows: Sequence[SheetRow], palettes: Mapping[str, Shown], marked: Collection[str]) -> None:
        """These are selected, and have the palettes `marked`."""
        self._rows = list(rows)
        if self.controls is not None:
            self.controls.show_rows(rows)
        self.pool.show_palettes(palettes, marked)
        said = [f"{name} is {palettes[name].words}" for name in palettes if name in marked]
        self.note.setText(said[0] if said else "")

    def choose(self, name: str) -> None:
        """All of the selected lines take this palette."""
        key = "palette" if self._kind == "mixed" else self._kind
        self.given.emit([Given(at, {key: name}) for at in range(len(self._rows))], True)

    def _store(self) -> None:
        self.stored.emit(self.new.text().strip())


def _freed(part: QWidget) -> None:
    part.setMinimumWidth(0)
    part.setMaximumWidth(16_777_215)
