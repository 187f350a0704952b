"""The engine's end of the link: one thread accepts, and each client has one that reads and one that sends.

None of them is ever waited for by the dispatcher: it leaves events and snapshots in a queue (host/), and finds commands
in another.
"""

import contextlib
import logging
import secrets
import socket
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from showctl.engine.command import AnyCommand
from showctl.engine.event import AnyEvent, Received
from showctl.engine.snapshot import Snapshot
from showctl.engine.source import Provenance
from showctl.link.connection import Connection
from showctl.link.framing import frame
from showctl.link.message import (
    Goodbye,
    HandOverRefused,
    Installed,
    News,
    Picture,
    PlaysAnother,
    Recover,
    Reply,
    Welcome,
)
from showctl.program.amendment import Amendment
from showctl.program.program import Program

MOST_CLIENTS = 32
"""Connections at a time; more than a room full of consoles."""

MOST_RECENT = 2000
"""Events kept for consoles to come: some 400 cues, and 1 MB."""
_AT_ONCE = 50
"""Of them in one message: it has room for as many datagrams of 64 KB."""

_log = logging.getLogger(__name__)


class Desk(Protocol):
    """What clients reach: called in the thread of their connection."""

    def welcome(self) -> Welcome: ...
    def command(self, command: AnyCommand) -> None: ...
    def recover(self, seen: Recover) -> None: ...
    def install(self, program: Program) -> Installed | HandOverRefused: ...
    def agree(self, digest: str) -> Installed | HandOverRefused: ...
    def amend(self, amendment: Amendment) -> Installed | HandOverRefused | PlaysAnother: ...
    def whose(self, universe: int, slot: int, answer: Callable[[Provenance], None]) -> None: ...
    def left(self) -> None:
        """A console has gone."""
        ...


class Server:
    """Listens on 127.0.0.1 from its making on; accepts from `start` on."""

    def __init__(self, desk: Desk) -> None:
        self.token = secrets.token_hex(16)
        self._desk = desk
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._connections: set[Connection] = set()
        self._newest: Snapshot | None = None
        self._recent: deque[AnyEvent] = deque(maxlen=MOST_RECENT)
        self._lock = threading.Lock()
        self._closing = False
        self._accepting = threading.Thread(target=self._accept, name="link accept", daemon=True)

    def start(self) -> None:
        self._accepting.start()

    @property
    def consoles(self) -> int:
        """How many consoles are there."""
        return sum(connection.stays for connection in self._all())

    @property
    def listened(self) -> bool:
        """Whether any client wants to hear of what comes in."""
        return any(connection.listens for connection in self._all())

    def tell(self, events: Sequence[AnyEvent], snapshot: Snapshot | None) -> None:
        """To every client; each is encoded once, and nobody is waited for."""
        with self._lock:
            self._newest = snapshot or self._newest
            played = [event for event in events if not isinstance(event, Received)]
            self._recent.extend(played)
            clients = [connection for connection in self._connections if connection.greeted]
        if clients:
            news = whole = frame(News(tuple(played))) if played else b""
            if len(played) < len(events):
                whole = frame(News(tuple(events)))
            picture = frame(Picture(snapshot)) if snapshot else b""
            for connection in clients:
                told, count = (whole, len(events)) if connection.listens else (news, len(played))
                connection.outgoing.tell(told, count, picture)

    def close(self, reason: str) -> None:
        """Say goodbye, and end every connection."""
        self._closing = True
        with contextlib.suppress(OSError):  # wakes accept()
            socket.create_connection(("127.0.0.1", self.port), timeout=1.0).close()
        if self._accepting.is_alive():
            self._accepting.join()
        self._listener.close()
        for connection in self._all():
            connection.outgoing.reply(frame(Goodbye(reason)))
            connection.close()

    def _all(self) -> list[Connection]:
        with self._lock:
            return list(self._connections)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError as error:  # out of descriptors, or the client has gone already
                _log.debug("a connection could not be accepted: %s", error)
                continue
            if self._closing or len(self._connections) >= MOST_CLIENTS:
                client.close()
                if self._closing:
                    return
                continue
            connection = Connection(client, self.token, self._desk, self._greeted, self._gone)
            with self._lock:
                self._connections.add(connection)
            connection.start()

    def _greeted(self, connection: Connection, welcome: Reply) -> None:
        with self._lock:
            connection.outgoing.reply(frame(welcome))
            if connection.stays:
                recent = tuple(self._recent)
                for at in range(0, len(recent), _AT_ONCE):
                    connection.outgoing.reply(frame(News(recent[at : at + _AT_ONCE], recent=True)))
            connection.outgoing.tell(b"", 0, frame(Picture(self._newest)) if self._newest else b"")
            connection.greeted = True

    def _gone(self, connection: Connection) -> None:
        with self._lock:
            self._connections.discard(connection)
        if connection.stays:
            self._desk.left()
