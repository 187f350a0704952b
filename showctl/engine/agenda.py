"""What is still to come: things to do, each at its planned instant, in due order."""

from collections.abc import Callable, Collection
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from showctl.engine.amending import Amendable, Amending

_SAME = 9
"""Instants that are equal to so many decimals of a second are one: sums of times in another order (0.1 + 0.2, 0.3)
differ by some 1e-16 of the time since the engine started, and which is the later would change from GO to GO."""


class Entry(NamedTuple):
    """Something to do at an instant, on behalf of a run. Of two due at once, the one planned first comes first."""

    due: float
    order: int
    run: int
    do: Callable[[float], None]
    """Is given `due`, never the instant at which anybody woke up."""

    @property
    def place(self) -> tuple[float, int]:
        """Among others: what is lower comes first."""
        return round(self.due, _SAME), self.order

    def amended(self, amending: Amending) -> "Entry":
        """The same for the next state of the show."""
        return self._replace(do=self.do.amended(amending)) if isinstance(self.do, Amendable) else self


class Agenda:
    """A heap, as long as what is pending for the active cues, however long the show is."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Entry]] = []
        """With their places."""
        self._order = 0

    @property
    def due(self) -> float | None:
        """When the next entry is due."""
        return self._heap[0][-1].due if self._heap else None

    def add(self, due: float, run: int, do: Callable[[float], None]) -> None:
        """Plan something."""
        self._order += 1
        self._push(Entry(due, self._order, run, do))

    def carry_out(self, now: float) -> None:
        """Do all that is due at `now` or before, what becomes due meanwhile too."""
        while self._heap and self._heap[0][-1].due <= now:
            self.carry_out_one()

    def carry_out_some(self, now: float, most: int) -> bool:
        """Do what is due at `now` or before, but no more than so many entries; whether some are left."""
        for _ in range(most):
            if not self._heap or self._heap[0][-1].due > now:
                return False
            self.carry_out_one()
        return bool(self._heap) and self._heap[0][-1].due <= now

    def carry_out_one(self) -> None:
        """Do what is due next, if there is anything."""
        if self._heap:
            *_, entry = heappop(self._heap)
            entry.do(entry.due)

    def carry_out_before(self, instant: float, most: int) -> bool:
        """Do all that is due before an instant, what becomes due meanwhile too; False: that were more than `most`."""
        for _ in range(most):
            if not self._heap or self._heap[0][-1].due >= instant:
                return True
            self.carry_out_one()
        return not self._heap or self._heap[0][-1].due >= instant

    def not_before(self, instant: float) -> None:
        """What is still due before an instant, by a rounding error, is due then."""
        late = []
        while self._heap and self._heap[0][-1].due < instant:
            late.append(heappop(self._heap)[-1]._replace(due=instant))
        for entry in late:
            self._push(entry)

    def amend(self, amending: Amending) -> None:
        """What names cues or effects of one state of the show, names those of the next."""
        if any(isinstance(entry.do, Amendable) for *_, entry in self._heap):
            # Due when they were: still a heap.
            self._heap = [(due, order, entry.amended(amending)) for due, order, entry in self._heap]

    def withdraw(self, runs: Collection[int]) -> list[Entry]:
        """Take out all entries of some runs, in order."""
        taken = sorted(each for each in self._heap if each[-1].run in runs)
        if taken:
            self._heap = [each for each in self._heap if each[-1].run not in runs]
            heapify(self._heap)
        return [entry for *_, entry in taken]

    def _push(self, entry: Entry) -> None:
        heappush(self._heap, (*entry.place, entry))
