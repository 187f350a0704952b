"""Which fixture has which slots: conflicts, and where there is room."""

from collections.abc import Iterable

from showctl.model.address import LAST_UNIVERSE, SLOTS, DmxAddress
from showctl.model.problem import Path, Problem


class Addresses:
    """The slots of all universes with their owners.

    `sent`: the universes that some sACN device sends; None if that is not known.
    """

    def __init__(self, sent: frozenset[int] | None) -> None:
        self._sent = sent
        self._owners: dict[int, list[str]] = {}
        self._not_sent: list[Problem] = []
        self._no_place: list[Problem] = []
        self._misfits: list[tuple[Path, str, DmxAddress, int]] = []
        """Path, what is wrong, wanted address, footprint: room is looked for when all fixtures are in their places."""
        self._searched: dict[tuple[int, int], DmxAddress] = {}
        """By universe asked for (0 any) and footprint: what comes before has no room."""

    def place(self, path: Path, wanted: Iterable[tuple[str, DmxAddress, int]]) -> None:
        """Give the fixtures of one patch entry, by name, address and number of slots, what they want. Of problems that
        repeat themselves the first is enough.
        """
        misfits = len(self._misfits)
        for name, at, footprint in wanted:
            wrong = self._take(name, at, footprint)
            if wrong is not None and len(self._misfits) == misfits:
                self._misfits.append((path, wrong, at, footprint))
            self._check_sent(path, at.universe)

    def place_next(self, path: Path, name: str, footprint: int, universe: int = 0) -> DmxAddress | None:
        """Give a fixture the first slots that are free, in this universe or (0) in those that are sent; None, and a
        problem, where there are none.
        """
        first = universe or min(self._sent or {1})
        start = self._searched.get((universe, footprint), DmxAddress(first, 1))
        at = self._free(start, footprint, only=universe, again=False)
        if at is None:
            if all(problem.path != path for problem in self._no_place):
                what = f"'{name}' needs {footprint} free slots together"
                where = f"universe {universe} has no room for it; write next, or next in another" if universe else ""
                self._no_place.append(Problem(path, what, where or self._no_room()))
            return None
        self._searched[universe, footprint] = at
        self._take(name, at, footprint)
        self._check_sent(path, at.universe)
        return at

    def universes(self) -> tuple[int, ...]:
        """Those in which something is, or that are sent, ascending."""
        return tuple(sorted({*self._owners, *(self._sent or ())}))

    def owners(self, universe: int) -> tuple[str, ...]:
        """Who has each of the 512 slots; empty where nobody does."""
        return tuple(self._owners.get(universe, [""] * SLOTS))

    def _check_sent(self, path: Path, universe: int) -> None:
        sent = self._sent
        if sent is not None and universe not in sent and not any(p.path == path for p in self._not_sent):
            self._not_sent.append(_not_sent(path, universe, sent))

    def problems(self) -> list[Problem]:
        """All that is wrong, with the next address that is free."""
        found = []
        for path, what, at, footprint in self._misfits:
            free = self._free(DmxAddress(at.universe, min(at.slot, SLOTS)), footprint)
            found.append(Problem(path, what, f"the next free address is {free}" if free else self._no_room()))
        return found + self._no_place + self._not_sent

    def _take(self, name: str, at: DmxAddress, footprint: int) -> str | None:
        """Slots that are taken stay with their owner. Returns what is wrong."""
        last = at.slot + footprint - 1
        if last > SLOTS:
            return f"'{name}' would need addresses {at.slot} to {last}, universe {at.universe} ends at {SLOTS}"
        owners = self._owners.setdefault(at.universe, [""] * SLOTS)
        wrong = None
        for slot in range(at.slot - 1, last):
            if owners[slot] and wrong is None:
                wrong = f"'{name}' overlaps '{owners[slot]}' at {DmxAddress(at.universe, slot + 1)}"
            owners[slot] = owners[slot] or name
        return wrong

    def _no_room(self) -> str:
        if self._sent:
            return "no universe that is sent has room for it; give an sACN device one more under universes"
        return "there is no room for it"

    def _free(self, at: DmxAddress, footprint: int, only: int = 0, again: bool = True) -> DmxAddress | None:
        """The first address from `at` on with room for so many slots together, then (`again`) one before it.

        In this universe and the later ones, of these only in those that are sent, if any are known; or in `only` one.
        """
        later: Iterable[int] = range(at.universe, LAST_UNIVERSE + 1)
        if only:
            later = (only,)
        elif self._sent and again:
            later = sorted(self._sent, key=lambda universe: (universe < at.universe, universe))
        elif self._sent:
            later = sorted(universe for universe in self._sent if universe >= at.universe)
        for universe in later:
            start = at.slot - 1 if universe == at.universe else 0
            owners = self._owners.get(universe)
            room = 0
            for slot in range(start, SLOTS):
                room = 0 if owners is not None and owners[slot] else room + 1
                if room == footprint:
                    return DmxAddress(universe, slot - footprint + 2)
        return None


def _not_sent(path: Path, universe: int, sent: frozenset[int]) -> Problem:
    remedy = (
        f"add {universe} to the universes of one"
        if sent
        else f"write under devices for example rig: {{type: sacn, universes: {universe}, to: 127.0.0.1}}"
    )
    return Problem(path, f"no sACN device sends universe {universe}", remedy)
