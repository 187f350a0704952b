"""Park: output that is held whatever is played."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.fixture_names import FixtureNames, NotThere, Target
from showctl.engine.held import Held, Live, held_as, hold
from showctl.engine.level_store import MOST_NOTE
from showctl.engine.overlay import NOTHING, Patches
from showctl.engine.patch_map import PatchMap
from showctl.engine.snapshot import Parked
from showctl.program.renaming import Renaming

MOST_PARKED = 1000
"""Things parked at a time: fixtures, parameters, addresses."""
_LEVEL = 14
"""Bytes that an entry of the note in the level store has besides its name, at most."""


class Kept(NamedTuple):
    """What is parked, as it outlives its engine: by name, in order."""

    asked: Mapping[str, float | None]
    """At which level it was asked for; None: as it was."""
    output: Mapping[str, Mapping[str, float]]
    """Where what is held stands at the output, 0..1, by what is parked and the name of each parameter; of an address by
    `""`. What is not known is held as it is."""

    def amended(self, names: Renaming) -> "Kept":
        """The same by the names that fixtures have now."""
        now = {what: _now(what, names) for what in self.asked}
        asked = {name: level for what, level in self.asked.items() if (name := now[what])}
        return Kept(asked, {name: self.output[what] for what, name in now.items() if name and what in self.output})


def _now(what: str, names: Renaming) -> str | None:
    """A fixture, a parameter of one, or an address, by its name now."""
    fixture, slash, parameter = what.partition("/")
    now = names.now("fixture", fixture)
    return None if now is None else f"{now}{slash}{parameter}"


class Parking:
    """What is parked, in the order in which it was: what came later lies over what came before."""

    def __init__(self, patch: PatchMap, names: FixtureNames) -> None:
        self._patch, self._names = patch, names
        self._held: dict[str, Held] = {}

    def know(self, names: FixtureNames) -> None:
        """The same fixtures, and perhaps other groups of them."""
        self._names = names

    def park(self, what: str, level: float | None, live: Live) -> None:
        """Hold it at a level (0..1) or, None, as it is. Raises NotThere."""
        self._hold(self._names.targets(what), level, live)

    def toggle(self, whats: Iterable[str], live: Live) -> bool:
        """Hold what of these is not held, as it is; or let go of them where all are held. Whether they are held now.
        Raises NotThere.
        """
        targets = {target.what: target for what in whats for target in self._names.targets(what)}
        free = [target for name, target in targets.items() if name not in self._held]
        if free:
            self._hold(free, None, live)
        else:
            self._remove(targets.values())
        return bool(free)

    def _hold(self, targets: Collection[Target], level: float | None, live: Live) -> None:
        names = self._held.keys() | {target.what for target in targets}
        if len(names) > MOST_PARKED or sum(len(name.encode()) + _LEVEL for name in names) > MOST_NOTE // 2:
            raise NotThere(f"more than {MOST_PARKED} things would be parked; unpark some first")
        held = [hold(self._patch, self._names, target, level, live) for target in targets]
        self._remove(targets)
        self._held |= {each.target.what: each for each in held}

    def unpark(self, what: str | None) -> None:
        """Let go of it, or of all (None). Raises NotThere."""
        if what is None:
            self._held.clear()
            return
        targets = self._names.targets(what)
        if not self._remove(targets):
            fixture = what.partition("/")[0].strip()
            under = f"; it is parked with '{fixture}': unpark that" if "/" in what and fixture in self._held else ""
            raise NotThere(f"'{what}' is not parked{under or self._at_its_place(targets)}")

    def _at_its_place(self, targets: Iterable[Target]) -> str:
        """Which others, that are parked, have an address together with these."""
        slots: set[int] = set().union(*map(self._names.slots, targets))
        others = [name for name, held in self._held.items() if slots & self._names.slots(held.target)]
        if not others:
            return ""
        more = f" and {len(others) - 4} more" if len(others) > 4 else ""
        named = ", ".join(f"'{name}'" for name in others[:4])
        return f"; {named}{more} {'is' if len(others) == 1 else 'are'}, at the same address: unpark that"

    def _remove(self, targets: Iterable[Target]) -> int:
        """Let go of these, and with a fixture of its parameters; how many things that were."""
        names = {target.what for target in targets}
        whole = {target.fixture for target in targets if target.fixture >= 0 and not target.parameter}
        left = {n: held for n, held in self._held.items() if n not in names and held.target.fixture not in whole}
        count = len(self._held) - len(left)
        self._held = left
        return count

    def numbers(self) -> Patches:
        """The numbers that are held."""
        newest_first = [held.numbers for held in reversed(self._held.values())]
        every = Patches(*(np.concatenate(column) for column in zip(NOTHING, *newest_first, strict=True)))
        return every.over(NOTHING)

    def slots(self) -> dict[int, int]:
        """Bytes that are held, by slot in universes × 512."""
        return {held.target.slot: held.byte for held in self._held.values() if held.target.slot >= 0}

    def seen(self) -> tuple[Parked, ...]:
        """As clients see it."""
        return tuple(Parked(name, held.shown) for name, held in self._held.items())

    @property
    def asked(self) -> dict[str, float | None]:
        """What is parked, and at which level as it was asked for; None: as it was."""
        return {name: held.level for name, held in self._held.items()}

    def kept(self) -> Kept:
        """For those that come after."""
        return Kept(self.asked, {name: held.output(self._patch, self._names) for name, held in self._held.items()})

    def kept_in(self, asked: Mapping[str, float | None], slots: NDArray[np.uint8]) -> Kept:
        """What was parked when these slots (U × 512) went out."""
        numbers, output = self._patch.numbers_in(slots) / self._patch.full, {}
        for what in asked:
            target = self._one(what)
            if target is not None and target.slot >= 0:
                output[what] = {"": float(slots.reshape(-1)[target.slot]) / 255}
            elif target is not None:
                places = self._patch.place[self._names.rows(target.fixture)]
                output[what] = dict(zip(self._names.parameters(target.fixture), numbers[places].tolist(), strict=True))
        return Kept(asked, output)

    def go_on_from(self, kept: Kept, live: Live) -> list[str]:
        """Park what others had parked; sentences about what is gone."""
        gone = []
        for what, level in kept.asked.items():
            target = self._one(what)
            if target is None:
                gone.append(f"'{what}' is not there any more, and is no longer parked")
                continue
            held = hold(self._patch, self._names, target, level, live)
            self._held[what] = held_as(held, kept.output.get(what, {}), self._patch, self._names)
        return gone

    def _one(self, what: str) -> Target | None:
        try:
            targets = self._names.targets(what)
        except NotThere:
            return None
        return targets[0] if len(targets) == 1 and targets[0].what == what else None
