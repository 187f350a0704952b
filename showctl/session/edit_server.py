"""Where others edit a show that is open: on 127.0.0.1, for who knows the token, which only this user can read.

One thread accepts, and each client has one that reads and answers. The console's is never waited for.
"""

import contextlib
import hmac
import logging
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator

from showctl.link.framing import Frames, Malformed, frame
from showctl.session.change import EditRefused
from showctl.session.edit import Edit
from showctl.session.edit_message import (
    LARGEST_ASK,
    LARGEST_HELLO,
    VERSION,
    Ask,
    EditHello,
    Made,
    NotMade,
    ToClient,
    ToSession,
)
from showctl.showfile.report import plain

MOST_CLIENTS = 8
"""Connections at a time."""
HELLO_WITHIN = 2.0
"""Seconds from connecting to a right hello; then the connection is closed."""
ANSWER_WITHIN = 10.0
"""Seconds for a client to take an answer."""

_log = logging.getLogger(__name__)

Editing = Callable[[Edit, str, bool], Made]
"""Makes an edit of somebody (who), saved or not. Called in the thread of the connection; raises EditRefused."""


class EditServer:
    """Listens and accepts from its making on."""

    def __init__(self, edit: Editing) -> None:
        self.token = secrets.token_hex(16)
        self._edit = edit
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._clients: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._closing = False
        self._accepting = threading.Thread(target=self._accept, name="edits accept", daemon=True)
        self._accepting.start()

    def close(self) -> None:
        """End every connection."""
        self._closing = True
        with contextlib.suppress(OSError):  # wakes accept()
            socket.create_connection(("127.0.0.1", self.port), timeout=1.0).close()
        self._accepting.join()
        self._listener.close()
        with self._lock:
            for client in self._clients:
                with contextlib.suppress(OSError):
                    client.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError as error:  # out of descriptors, or the client has gone already
                _log.debug("a connection could not be accepted: %s", error)
                continue
            with self._lock:
                full = self._closing or len(self._clients) >= MOST_CLIENTS
                if not full:
                    self._clients.add(client)
            if full:
                client.close()
                if self._closing:
                    return
                continue
            threading.Thread(target=self._serve, args=(client,), name="edits", daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        try:
            with client:
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for answer in self._answers(client):
                    client.settimeout(ANSWER_WITHIN)
                    client.sendall(frame(answer))
                    client.settimeout(None)
        except (OSError, Malformed) as error:
            _log.debug("edits: %s", error)
        finally:
            with self._lock:
                self._clients.discard(client)

    def _answers(self, client: socket.socket) -> Iterator[ToClient]:
        asks: Frames[ToSession] = Frames(ToSession, LARGEST_HELLO)
        deadline = time.monotonic() + HELLO_WITHIN
        who: str | None = None
        while True:
            client.settimeout(max(0.001, deadline - time.monotonic()) if who is None else None)
            data = client.recv(65536)
            if not data:
                return
            for ask in asks.feed(data):
                if who is None:
                    who = self._greeted(ask)
                    asks.largest = LARGEST_ASK
                elif isinstance(ask, Ask):
                    yield self._made(ask, who)
                else:
                    raise Malformed("a second hello")

    def _greeted(self, hello: ToSession) -> str:
        """Who it is."""
        if not isinstance(hello, EditHello) or hello.version != VERSION:
            raise Malformed("no hello of this version")
        if not hmac.compare_digest(hello.token.encode("utf-8", "replace"), self.token.encode()):
            raise Malformed("wrong token")
        return plain(hello.who) or "somebody"

    def _made(self, ask: Ask, who: str) -> ToClient:
        try:
            return self._edit(ask.edit, who, ask.save)
        except EditRefused as refused:
            return NotMade(str(refused), refused.number)
