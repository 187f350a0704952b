"""What leaves the dispatcher for those who watch: events, snapshots, and at last that it ended."""

import threading
from collections import deque
from queue import SimpleQueue

from msgspec import Struct

from showctl.engine.event import AnyEvent, Sent
from showctl.engine.snapshot import Snapshot

MOST = 100_000
"""Items that wait; beyond that nobody is reading, and `Sent` events are dropped (the outputs count them)."""


class Ended(Struct, frozen=True):
    """The dispatcher has ended: by a Shutdown, or with an error that it could not go on from."""

    error: str = ""


class Outbox:
    """`queue` is for its one reader. `report` and `put` take from any thread and never block.

    What the dispatcher's own thread reports waits until `flush`, after everything that is due has left: a reader that
    wakes up wants the interpreter lock, and would get it in the middle of a burst.
    """

    def __init__(self) -> None:
        self.queue: SimpleQueue[AnyEvent | Snapshot | Ended] = SimpleQueue()
        self._own: deque[AnyEvent] = deque()
        self._late: deque[tuple[float, float]] = deque(maxlen=MOST)
        self._thread = -1
        self.reported = 0
        """Events taken so far."""

    def report(self, event: AnyEvent) -> None:
        """Take note of an event."""
        if isinstance(event, Sent):
            if event.sent is not None:
                self._late.append((event.sent - event.due, event.sent))
            if self.queue.qsize() > MOST:
                return
        self.reported += 1
        if threading.get_ident() == self._thread:
            self._own.append(event)
        else:
            self.queue.put(event)

    def belongs_here(self) -> None:
        """The calling thread is the dispatcher's."""
        self._thread = threading.get_ident()

    def flush(self) -> None:
        """Let the reader have what the dispatcher reported."""
        own = self._own
        while own:
            self.queue.put(own.popleft())

    def put(self, item: Snapshot | Ended) -> None:
        """After all events reported so far."""
        self.flush()
        self.queue.put(item)

    def take_late(self) -> list[tuple[float, float]]:
        """Lateness of each message that left since the last call, and when it left."""
        return [self._late.popleft() for _ in range(len(self._late))]
