"""Parameters by themselves: a fader for each that is a number, a list for each that has names."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from showctl.ui.fields.choice import ChoiceKind
from showctl.ui.fields.choice_field import ChoiceField
from showctl.ui.look.fader import Channel
from showctl.ui.look.fader_bank import FaderBank
from showctl.ui.look.given import Given
from showctl.ui.look.level import Beam
from showctl.ui.look.sheet import SheetRow
from showctl.ui.look.write import degrees, percent
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr

_ACROSS = 3


class Parts(QWidget):
    """Those of the first line that has any, for all lines that have them too."""

    given = Signal(object, bool)
    """A list of Given, and False: nothing else of the kind goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[tuple[Beam, ...]] = []
        self.bank = FaderBank(theme)
        self.bank.changed.connect(self._moved)
        self.lists: dict[str, ChoiceField] = {}
        self._options: dict[str, tuple[str, ...]] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bank, 1)
        column.addLayout(self._grid)

    def show_parts(self, rows: Sequence[SheetRow], parts: Sequence[tuple[Beam, ...]]) -> None:
        """`parts` of each of the rows."""
        self._parts = list(parts)
        first = next(filter(None, parts), ())
        numbers = [part for part in first if not part.names]
        channels = []
        for part in numbers:
            low, high = part.degrees or (0.0, 100.0)
            channels.append(Channel(part.name, part.name, (min(max(part.level, 0.0), 1.0),), low, high))
        self.bank.show_channels(channels)
        self.bank.setVisible(bool(channels) or not first)
        named = {part.name: part for part in first if part.names}
        options = {name: part.names for name, part in named.items()}
        if options != self._options:
            self._make(options)
        for name, part in named.items():
            self.lists[name].set(part.now)

    def _make(self, options: dict[str, tuple[str, ...]]) -> None:
        for old in self.lists.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._options, self.lists = options, {}
        for at, (name, words) in enumerate(options.items()):
            kind = ChoiceKind(tuple((word, word) for word in dict.fromkeys(words)))
            field = self.lists[name] = ChoiceField(name.capitalize(), kind, self._theme)
            field.reading.hide()
            field.set_help(tr("What the {part} stands at").format(part=name), "")
            field.edited.connect(lambda text, name=name: self._give(name, text))
            self._grid.addWidget(field, at // _ACROSS, at % _ACROSS)

    def _moved(self, name: str, levels: list[float]) -> None:
        part = next(part for parts in self._parts for part in parts if part.name == name)
        if part.degrees is None:
            self._give(name, percent(levels[0]))
        else:
            low, high = part.degrees
            self._give(name, degrees(low + levels[0] * (high - low)))

    def _give(self, name: str, text: str) -> None:
        if text:
            able = [at for at, parts in enumerate(self._parts) if any(part.name == name for part in parts)]
            self.given.emit([Given(at, {name: text}) for at in able], False)
