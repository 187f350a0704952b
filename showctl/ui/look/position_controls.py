"""Where fixtures point: the pad, and pan and tilt as numbers or fans."""

import re

from PySide6.QtWidgets import QHBoxLayout

from showctl.ui.look.controls import Controls, TypedLine
from showctl.ui.look.given import Given, spread
from showctl.ui.look.position_pad import Place, PositionPad
from showctl.ui.look.spread import as_line
from showctl.ui.look.write import degrees
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr

_NUMBER = r"-?[0-9]{1,5}(\.[0-9]{1,5})?"
_TYPED = re.compile(rf"{_NUMBER}(\.\.{_NUMBER})?")


class PositionControls(Controls):
    """Lines whose fixtures point elsewhere keep the difference."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.pad = PositionPad(theme)
        self.pad.moved.connect(self._moved)
        self.pan, self.tilt = (
            TypedLine(tr("Pan in degrees"), tr("{one} or {fan}").format(one="-18", fan="-30..30")),
            TypedLine(tr("Tilt in degrees"), tr("{one} or {fan}").format(one="42", fan="30..50")),
        )
        line = QHBoxLayout()
        line.setSpacing(6)
        for key, typed in (("pan", self.pan), ("tilt", self.tilt)):
            typed.returnPressed.connect(lambda key=key, typed=typed: self._type(key, typed))
            line.addWidget(typed)
        self.column.addWidget(self.pad, 1)
        self.column.addLayout(line)
        self._able: list[int] = []

    def settle(self) -> None:
        self.pad.settle()

    def fill(self) -> None:
        self._able = [at for at, row in enumerate(self.rows) if row.dots]
        self.pad.show_lines([self.rows[at].dots for at in self._able])
        dots = self.pad.dots
        for part in (self.pad, self.pan, self.tilt):
            part.setEnabled(bool(dots))
        pans, tilts = [dot.pan.at for dot in dots], [dot.tilt.at for dot in dots]
        for typed, word, values in ((self.pan, tr("Pan"), pans), (self.tilt, tr("Tilt"), tilts)):
            said = (as_line(values, degrees) or "") if values else ""
            typed.show_text(said)
            typed.setPlaceholderText(tr("{word}: several").format(word=word) if values and not said else word)

    def _moved(self, places: dict[int, list[Place]]) -> None:
        found: list[Given] = []
        for n, each in places.items():
            row = self.rows[self._able[n]]
            values = {"pan": [pan for pan, _ in each], "tilt": [tilt for _, tilt in each]}
            found += spread(self._able[n], row, [dot.fixture for dot in row.dots], values, degrees)
        self.given.emit(found, True)

    def _type(self, key: str, typed: TypedLine) -> None:
        """One of the two for all; the other stays what it is. A fan goes over all that is selected."""
        text = typed.text().replace("°", "").replace("−", "-").strip()
        if not _TYPED.fullmatch(text):
            return
        first, _, last = text.partition("..")
        ends = float(first), float(last or first)
        dots = self.pad.dots
        steps = max(len(dots) - 1, 1)
        wanted = iter([ends[0] + (ends[1] - ends[0]) * at / steps for at in range(len(dots))])
        typed.setModified(False)
        self._moved({
            n: [(next(wanted), dot.tilt.at) if key == "pan" else (dot.pan.at, next(wanted)) for dot in line]
            for n, line in enumerate(self.pad.lines)
        })  # fmt: skip
