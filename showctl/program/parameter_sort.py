"""What the parameters of a patch are: their kind, whether they jump, and whose they are, as columns."""

from bisect import bisect_right
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from showctl.model.dimming import aside
from showctl.model.parameter_kind import CATEGORIES, KINDS
from showctl.program.mode_layout import ModeLayout
from showctl.program.patch_table import PatchedFixture


class ParameterSorts:
    """P parameters in the order of the program's table, F fixtures in the order of their first ones."""

    def __init__(self, fixtures: Mapping[str, PatchedFixture], count: int) -> None:
        self.kind = np.zeros(count, np.uint8)
        """Index (P,) into CATEGORIES."""
        self.snaps = np.zeros(count, np.bool_)
        """Which of them (P,) jump."""
        self.intensity = np.zeros(count, np.bool_)
        """Which of them (P,) are intensity of a fixture: dark is a fixture all of whose are 0."""
        self.fixture = np.zeros(count, np.int32)
        """Whose they are (P,)."""
        ordered = sorted(fixtures.values(), key=lambda fixture: fixture.first)
        self._names = tuple(fixture.name for fixture in ordered)
        self._layouts = tuple(fixture.layout for fixture in ordered)
        self._firsts = [fixture.first for fixture in ordered]
        columns: dict[ModeLayout, tuple[NDArray[np.uint8], NDArray[np.bool_]]] = {}
        for number, fixture in enumerate(ordered):
            layout = fixture.layout
            if layout not in columns:
                columns[layout] = _kinds(layout), np.array([layout.profile.snaps(n) for n in layout.names], np.bool_)
            own = slice(fixture.first, fixture.first + len(layout.names))
            self.kind[own], self.snaps[own] = columns[layout]
            self.intensity[own], self.fixture[own] = layout.intensity, number

    @property
    def fixtures(self) -> int:
        """How many there are."""
        return len(self._names)

    def name(self, fixture: int) -> str:
        """Of a fixture, by its number."""
        return self._names[fixture]

    def parameter(self, index: int) -> tuple[str, str]:
        """The fixture and the name of a parameter."""
        number = bisect_right(self._firsts, index) - 1
        return self._names[number], self._layouts[number].names[index - self._firsts[number]]

    def words(self, index: int, level: float) -> str:
        """A level of a parameter as people write it: degrees where it has them, the name of a range, else percent; `-`
        for NaN.
        """
        if level != level:
            return "-"
        number = bisect_right(self._firsts, index) - 1
        layout, place = self._layouts[number], index - self._firsts[number]
        profile = layout.parameter(layout.names[place])
        if profile.degrees is not None:
            first, last = profile.degrees
            return f"{round(first + level * (last - first), 1):g}°"
        value = aside(level) if layout.dims[place] is not None else None
        if value is not None:
            level = value
        inside = profile.range_at(level) if self.snaps[index] or value is not None else None
        if inside is not None and inside.name:
            return inside.name
        if value is not None:
            return f"dmx {int(value * profile.full + 0.5)}"
        if self.kind[index] == CATEGORIES.index("intensity") and level in (0.0, 1.0):
            return "full" if level else "out"
        return f"{round(level * 100, 1):g}%"


def _kinds(layout: ModeLayout) -> NDArray[np.uint8]:
    found = (KINDS[layout.profile.kind(name)].category for name in layout.names)
    return np.array([CATEGORIES.index(kind) for kind in found], np.uint8)
