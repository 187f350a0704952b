"""Faders of intensity: all of what is selected, and each line."""

from showctl.ui.look.controls import Controls
from showctl.ui.look.fader import Channel
from showctl.ui.look.fader_bank import FaderBank
from showctl.ui.look.given import Given, spread
from showctl.ui.look.write import percent
from showctl.ui.theme import Theme

ALL = "all"


class LevelControls(Controls):
    """A line whose fixtures have other levels keeps the difference."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.bank = FaderBank(theme)
        self.bank.changed.connect(self._changed)
        self.column.addWidget(self.bank, 1)

    def settle(self) -> None:
        self.bank.settle()

    def fill(self) -> None:
        able = [(at, row) for at, row in enumerate(self.rows) if row.dims]
        channels = [Channel(str(at), row.name, tuple(level for _, level in row.dims)) for at, row in able]
        if len(channels) > 1:
            channels.insert(0, Channel(ALL, "all", (max(each.levels[0] for each in channels),)))
        self.bank.show_channels(channels)

    def _changed(self, key: str, levels: list[float]) -> None:
        if key == ALL:
            self.given.emit([Given(at, {"intensity": percent(levels[0])})
                             for at, row in enumerate(self.rows) if row.dims], True)  # fmt: skip
            return
        row = self.rows[int(key)]
        self.given.emit(spread(int(key), row, [name for name, _ in row.dims], {"intensity": levels}, percent), True)
