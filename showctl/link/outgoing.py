"""What waits to be sent to one client: bounded, so that a slow client costs itself and nobody else."""

import threading
from collections import deque

from showctl.link.framing import frame
from showctl.link.message import Missed

MOST_EVENTS = 4000
"""Events kept for a client that is slow to take them; then the oldest go, and it is told how many."""


class Outgoing:
    """Filled by any thread without waiting; emptied by the connection's sender thread. Takes encoded frames."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._replies: list[bytes] = []
        self._news: deque[tuple[bytes, int]] = deque()
        self._events = 0
        self._missed = 0
        self._picture = b""
        self._closed = False

    def reply(self, message: bytes) -> None:
        """An answer; goes before all else, and none is left out."""
        with self._changed:
            self._replies.append(message)
            self._changed.notify()

    def tell(self, news: bytes, events: int, picture: bytes) -> None:
        """Events, and the newest snapshot, which replaces one that still waits. Either may be empty."""
        with self._changed:
            if news:
                self._news.append((news, events))
                self._events += events
            while self._events > MOST_EVENTS and len(self._news) > 1:
                _, left_out = self._news.popleft()
                self._events -= left_out
                self._missed += left_out
            self._picture = picture or self._picture
            self._changed.notify()

    def take(self) -> bytes:
        """All that waits, as one piece, once there is something; empty when it is closed and all was taken."""
        with self._changed:
            self._changed.wait_for(lambda: self._replies or self._news or self._picture or self._closed)
            missed = [frame(Missed(self._missed))] if self._missed else []
            pieces = [*self._replies, *missed, *(news for news, _ in self._news), self._picture]
            self._replies.clear()
            self._news.clear()
            self._events = self._missed = 0
            self._picture = b""
            return b"".join(pieces)

    def close(self) -> None:
        """What waits is still taken; nothing comes after it."""
        with self._changed:
            self._closed = True
            self._changed.notify()
