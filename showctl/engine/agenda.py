"""What is still to come: things to do, each at its planned instant, in due order."""

from collections.abc import Callable, Collection
from heapq import heapify, heappop, heappush
from typing import NamedTuple


class Entry(NamedTuple):
    """Something to do at an instant, on behalf of a run. Of two due at once, the one planned first comes first."""

    due: float
    order: int
    run: int
    do: Callable[[float], None]
    """Is given `due`, never the instant at which anybody woke up."""


class Agenda:
    """A heap, as long as what is pending for the active cues, however long the show is."""

    def __init__(self) -> None:
        self._heap: list[Entry] = []
        self._order = 0

    @property
    def due(self) -> float | None:
        """When the next entry is due."""
        return self._heap[0].due if self._heap else None

    def add(self, due: float, run: int, do: Callable[[float], None]) -> None:
        """Plan something."""
        self._order += 1
        heappush(self._heap, Entry(due, self._order, run, do))

    def carry_out(self, now: float) -> None:
        """Do all that is due at `now` or before, what becomes due meanwhile too."""
        while self._heap and self._heap[0].due <= now:
            entry = heappop(self._heap)
            entry.do(entry.due)

    def carry_out_some(self, now: float, most: int) -> bool:
        """Do what is due at `now` or before, but no more than so many entries; whether some are left."""
        for _ in range(most):
            if not self._heap or self._heap[0].due > now:
                return False
            entry = heappop(self._heap)
            entry.do(entry.due)
        return bool(self._heap) and self._heap[0].due <= now

    def carry_out_one(self) -> None:
        """Do what is due next, if there is anything."""
        if self._heap:
            entry = heappop(self._heap)
            entry.do(entry.due)

    def carry_out_before(self, instant: float, most: int) -> bool:
        """Do all that is due before an instant, what becomes due meanwhile too; False: that were more than `most`."""
        for _ in range(most):
            if not self._heap or self._heap[0].due >= instant:
                return True
            self.carry_out_one()
        return not self._heap or self._heap[0].due >= instant

    def not_before(self, instant: float) -> None:
        """What is still due before an instant, by a rounding error, is due then."""
        late = []
        while self._heap and self._heap[0].due < instant:
            late.append(heappop(self._heap)._replace(due=instant))
        for entry in late:
            heappush(self._heap, entry)

    def withdraw(self, runs: Collection[int]) -> list[Entry]:
        """Take out all entries of some runs, in order."""
        taken = sorted(entry for entry in self._heap if entry.run in runs)
        if taken:
            self._heap = [entry for entry in self._heap if entry.run not in runs]
            heapify(self._heap)
        return taken
