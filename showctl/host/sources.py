"""Answers whose levels are: seen by the dispatcher, worked out in a thread of its own."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import NamedTuple

from showctl.engine.clock import Clock
from showctl.engine.provenance import Look, Seen
from showctl.engine.source import Provenance
from showctl.engine.whose import Origins, whose
from showctl.model.cue import CueId

MOST_WAITING = 16
"""Questions; more are refused."""
Answer = Callable[[Provenance], None]


class _Question(NamedTuple):
    universe: int
    slot: int
    disarmed: frozenset[CueId]
    answer: Answer
    seen: Seen | None


class Sources:
    """`look` puts a look into the dispatcher's inbox. The thread is there from the first question on."""

    def __init__(self, look: Callable[[Look], None], clock: Clock) -> None:
        self._look, self._clock = look, clock
        self._seen: SimpleQueue[_Question | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._waiting = 0
        self._thread: threading.Thread | None = None

    def ask(self, universe: int, slot: int, disarmed: frozenset[CueId], answer: Answer) -> None:
        """From any thread; returns at once. `answer` is called in our own."""
        with self._lock:
            full = self._waiting >= MOST_WAITING
            self._waiting += not full
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sources", daemon=True)
                self._thread.start()
        if full:
            answer(Provenance(universe, self._clock.now(), refused="too many ask at once; ask again"))
            return
        self._look(Look(universe, lambda seen: self._seen.put(_Question(universe, slot, disarmed, answer, seen))))

    def close(self) -> None:
        """Answer nothing more."""
        self._seen.put(None)
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        origins = Origins()
        while (question := self._seen.get()) is not None:
            with self._lock:
                self._waiting -= 1
            universe, slot, disarmed, answer, seen = question
            if seen is None:
                answer(Provenance(universe, self._clock.now(), refused=f"the show has no universe {universe}"))
            else:
                answer(Provenance(universe, seen.instant, whose(seen, disarmed, origins, slot)))
