"""What leaves the dispatcher for those who watch: events, snapshots, and at last that it ended."""

import threading
from collections import deque
from queue import SimpleQueue

from msgspec import Struct

from showctl.engine.event import AnyEvent, Received, Sent
from showctl.engine.snapshot import Snapshot

MOST = 100_000
"""Items that wait; beyond that nobody is reading, and `Sent` events are dropped (the outputs count them)."""


class Ended(Struct, frozen=True):
    """The dispatcher has ended: by a Shutdown, or with an error that it could not go on from."""

    error: str = ""


Item = AnyEvent | Snapshot | Ended


class Outbox:
    """For one reader. `report` and `put` take from any thread and never block; all comes out in the order in which it
    was taken, so that no message is said to have left before the GO that sent it.

    For what the dispatcher's own thread reports the reader is not woken before `flush`, after everything that is due
    has left: it wants the interpreter lock, and would get it in the middle of a burst.
    """

    def __init__(self) -> None:
        self._items: deque[Item] = deque()
        self._wakes: SimpleQueue[None] = SimpleQueue()
        self._late: deque[tuple[float, float, str]] = deque(maxlen=MOST)
        self._thread = -1
        self._untold = False
        """Whether the dispatcher has reported anything since the last flush."""
        self.reported = 0
        """Events taken so far."""

    def report(self, event: AnyEvent) -> None:
        """Take note of an event."""
        if isinstance(event, Sent) and event.sent is not None:
            self._late.append((event.sent - event.due, event.sent, event.device))
        if isinstance(event, Sent | Received) and len(self._items) > MOST:
            return
        self.reported += 1
        self._items.append(event)
        if threading.get_ident() == self._thread:
            self._untold = True
        else:
            self._wake()

    def belongs_here(self) -> None:
        """The calling thread is the dispatcher's."""
        self._thread = threading.get_ident()

    def flush(self) -> None:
        """Let the reader have what the dispatcher reported."""
        if self._untold:
            self._untold = False
            self._wake()

    def put(self, item: Snapshot | Ended) -> None:
        """After all events reported so far."""
        self._items.append(item)
        self._wake()

    def take(self, most: int) -> list[Item]:
        """What there is, in order, but not more than that; waits until there is anything. For the reader."""
        taken: list[Item] = []
        while not taken:
            self._wakes.get()
            taken = self.left(most)
        if self._items:
            self._wake()
        return taken

    def left(self, most: int = MOST) -> list[Item]:
        """What there is, without waiting. For the reader."""
        return [self._items.popleft() for _ in range(min(most, len(self._items)))]

    def take_late(self) -> list[tuple[float, float, str]]:
        """Lateness of each message that left since the last call, when it left, and for which device."""
        return [self._late.popleft() for _ in range(len(self._late))]

    def _wake(self) -> None:
        """The reader comes and takes all; if it has been called and has not come yet, it will find this too."""
        if self._wakes.empty():
            self._wakes.put(None)
