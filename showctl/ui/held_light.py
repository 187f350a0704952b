"""Which light comes through blackout and masters: that of exempt fixtures, what is parked, what is highlighted."""

from collections.abc import Iterable
from typing import Literal

import numpy as np

from showctl.engine.fixture_names import FixtureNames, NotThere
from showctl.engine.snapshot import Parked
from showctl.model.parameter_kind import KINDS
from showctl.program.program import EXEMPT_FROM_BLACKOUT, EXEMPT_FROM_GRAND, Program

_INTENSITY = "intensity"
_NO_LIGHT = ("position", "beam", "control")
Seen = Literal["shown", "dark", "partly dark", "parked"]


class HeldLight:
    """Of one show."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._names = FixtureNames(program)
        self._intensity = np.frombuffer(program.parameters.intensity, np.uint8) == 1
        exempt = np.frombuffer(program.parameters.exempt, np.uint8)
        self._dark = self._intensity & (exempt & EXEMPT_FROM_BLACKOUT == 0)
        self.exempt_from_blackout = bool((self._intensity & ~self._dark).any())
        self.exempt_from_grand = bool((self._intensity & (exempt & EXEMPT_FROM_GRAND != 0)).any())

    def may_light(self, parked: Parked) -> bool:
        """Whether light may go out because of it; not by where a light points, nor at 0."""
        fixture, slash, parameter = parked.what.partition("/")
        if slash and parameter in KINDS and KINDS[parameter].category in _NO_LIGHT:
            return False
        return parked.level > 0 or not (slash or self._has_intensity(fixture))

    def _has_intensity(self, what: str) -> bool:
        """Whether its level is that of an intensity; an address counts as one."""
        try:
            return any(bool(self._intensity[self._names.rows(each)].any()) for each in self._names.selected(what))
        except NotThere:
            return True

    def in_blackout(self, highlighted: str, parked: Iterable[Parked]) -> Seen:
        """What becomes of highlighted fixtures in a blackout. Those that are parked are as they are parked."""
        held = {fixture for each in parked for fixture in self._held_by(each)}
        try:
            free = [each for each in self._names.selected(highlighted) if each not in held]
        except NotThere:
            return "shown"
        dark = {bool(self._dark[self._names.rows(each)].any()) for each in free}
        if not free:
            return "parked"
        return "partly dark" if len(dark) > 1 else "dark" if dark == {True} else "shown"

    def _held_by(self, parked: Parked) -> tuple[int, ...]:
        """Fixtures whose intensity it holds."""
        try:
            targets = self._names.targets(parked.what)
        except NotThere:
            return ()
        return tuple(each.fixture for each in targets if each.parameter in ("", _INTENSITY) and each.fixture >= 0)
