"""A client's end of the link: a console, or a subcommand that asks an engine for something."""

import contextlib
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from showctl.engine.event import AnyEvent
from showctl.engine.snapshot import Snapshot
from showctl.engine.source import Provenance
from showctl.link.framing import LARGEST_NEWS, VERSION, Frames, Malformed, frame
from showctl.link.meeting import Meeting
from showctl.link.message import (
    Goodbye,
    HandOverRefused,
    Hello,
    Installed,
    Missed,
    News,
    Picture,
    PlaysAnother,
    Reply,
    Request,
    Welcome,
    Whose,
)
from showctl.program.part import Part

CONNECT_WITHIN = 2.0
"""Seconds for an engine on this machine to answer; a living one takes a thousandth of that."""
INSTALL_WITHIN = 30.0
"""Seconds for an engine to take a program: a show of 5,000 cues on a slow machine needs some."""
WHOSE_AGAIN = 0.2
"""Seconds between two questions whose the levels of a universe are."""
MOST_EVENTS = 20_000
"""Events kept between two polls; then the oldest go, and are counted."""


class Unreachable(Exception):
    """There is no engine where the meeting file says, or it speaks another version."""


@dataclass(frozen=True)
class Received:
    """What came since the last poll."""

    snapshot: Snapshot | None
    events: tuple[AnyEvent, ...]
    missed: int
    recent: tuple[AnyEvent, ...] = ()
    """The last that happened before this client came."""


class Client:
    """Connected from its making on, until `ended`. `send` and `poll` return at once."""

    def __init__(self, meeting: Meeting, *, stays: bool = False) -> None:
        """Raises Unreachable."""
        if meeting.version != VERSION:
            raise Unreachable(
                f"the engine (pid {meeting.pid}) is of another version of showctl; stop it and start anew"
            )
        self._lock = threading.Lock()
        self.newest: Snapshot | None = None
        """The newest snapshot that came, polled or not."""
        self._snapshot: Snapshot | None = None
        self._events: deque[AnyEvent] = deque(maxlen=MOST_EVENTS)
        self._recent: tuple[AnyEvent, ...] = ()
        self._missed = 0
        self._provenance: dict[int, Provenance] = {}
        self._ask_at: dict[int, float] = {}
        """When to ask next of each universe, on the monotonic clock."""
        self.heard_at = time.monotonic()
        """When anything last came from the engine."""
        self.goodbye = ""
        """Why the engine ended, if it did of its own accord."""
        self.ended = threading.Event()
        """Set when the connection is over, from whichever side."""
        self._replies: Frames[Reply] = Frames(Reply, LARGEST_NEWS)
        self._socket, self.welcome = _greeted(meeting, stays, self._replies)
        self._socket.setblocking(False)
        self._reading = threading.Thread(target=self._read, name="link read", daemon=True)
        self._reading.start()

    def send(self, request: Request) -> bool:
        """Straight to the socket; False when the engine is not there to take it, and then it never will."""
        message = frame(request)
        with self._lock:
            if self.ended.is_set():
                return False
            try:
                sent = self._socket.send(message)
            except OSError:  # gone, or so far behind that its buffers are full
                sent = 0
        if 0 < sent < len(message):  # the rest can never be made sense of
            self.close()
        return sent == len(message)

    def poll(self) -> Received:
        """What came since the last call."""
        with self._lock:
            received = Received(self._snapshot, tuple(self._events), self._missed, self._recent)
            self._snapshot, self._missed, self._recent = None, 0, ()
            self._events.clear()
        return received

    def whose(self, universe: int, now: float) -> Provenance | None:
        """What decides the levels of a universe, as was heard last; asks anew, if that is some time ago."""
        if now >= self._ask_at.get(universe, 0.0):
            self._ask_at[universe] = now + WHOSE_AGAIN
            self.send(Whose(universe))
        return self._provenance.get(universe)

    def close(self) -> None:
        """End the connection. What was sent still arrives."""
        self.ended.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        if threading.current_thread() is not self._reading:
            self._reading.join(CONNECT_WITHIN)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self) -> None:
        with self._socket, contextlib.suppress(OSError, Malformed):
            data = b""  # what came together with the Welcome is read without any more
            while not self.ended.is_set():
                for reply in self._replies.feed(data):
                    self._take(reply)
                select.select([self._socket], [], [])
                data = self._socket.recv(65536)
                self.heard_at = time.monotonic()
                if not data:
                    break
        self.ended.set()

    def _take(self, reply: Reply) -> None:
        with self._lock:
            match reply:
                case Picture():
                    self.newest = self._snapshot = reply.snapshot
                case News(recent=True):
                    self._recent += reply.events
                case News():
                    over = len(self._events) + len(reply.events) - MOST_EVENTS
                    self._missed += max(0, over)
                    self._events.extend(reply.events)
                case Provenance():
                    self._provenance[reply.universe] = reply
                case Missed():
                    self._missed += reply.count
                case Goodbye():
                    self.goodbye = reply.reason
                case _:
                    pass


def hand_over(meeting: Meeting, requests: Iterable[Request | Part]) -> Installed | HandOverRefused | PlaysAnother:
    """Give an engine a program, or what amends the one it plays, on a connection of its own: no GO waits behind it.

    Returns once the engine plays it, or has turned it down. Raises Unreachable.
    """
    replies: Frames[Reply] = Frames(Reply, LARGEST_NEWS)
    link, _ = _greeted(meeting, False, replies)
    with link:
        try:
            for request in requests:
                link.sendall(frame(request))
            link.settimeout(INSTALL_WITHIN)
            while data := link.recv(65536):
                for reply in replies.feed(data):
                    if isinstance(reply, Installed | HandOverRefused | PlaysAnother):
                        return reply
        except (OSError, Malformed) as error:
            raise Unreachable(f"the engine (pid {meeting.pid}) did not take the show: {error}") from None
    raise Unreachable(f"the engine (pid {meeting.pid}) ended while it was given the show")


def _greeted(meeting: Meeting, stays: bool, replies: Frames[Reply]) -> tuple[socket.socket, Welcome]:
    """What came after the Welcome is kept in `replies`."""
    try:
        link = socket.create_connection(("127.0.0.1", meeting.port), timeout=CONNECT_WITHIN)
    except OSError as error:
        raise Unreachable(f"no engine answers on port {meeting.port}: {error}") from None
    with contextlib.ExitStack() as on_failure:
        on_failure.callback(link.close)
        try:
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            link.sendall(frame(Hello(VERSION, meeting.token, stays)))
            while data := link.recv(4096):
                for reply in replies.feed(data):
                    if isinstance(reply, Welcome):
                        on_failure.pop_all()
                        return link, reply
        except (OSError, Malformed) as error:
            raise Unreachable(f"the engine (pid {meeting.pid}) does not answer: {error}") from None
    raise Unreachable(f"the engine (pid {meeting.pid}) did not let us in")
