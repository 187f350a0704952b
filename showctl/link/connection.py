"""One client of the engine: a thread that reads what it asks, and a thread that sends what waits for it."""

import contextlib
import hmac
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from showctl.engine.command import Flash
from showctl.link.framing import LARGEST_REQUEST, VERSION, Frames, Malformed, frame
from showctl.link.message import Agree, Hello, Listen, Ping, Pong, Recover, Reply, Request, Whose
from showctl.link.outgoing import Outgoing
from showctl.program.part import Assembly, Change, Cues, Head, Part, Slice
from showctl.program.program import Program

if TYPE_CHECKING:
    from showctl.link.server import Desk

HELLO_WITHIN = 2.0
"""Seconds from connecting to a right Hello; then the connection is closed."""
LARGEST_HELLO = 256
"""Bytes of the first message: who has not said the token may not make us hold more."""

_log = logging.getLogger(__name__)


class Connection:
    """`greeted` from a right Hello on; `stays` when that came from a console; `listens` while it wants to hear of what
    comes in."""

    def __init__(
        self,
        client: socket.socket,
        token: str,
        desk: "Desk",
        on_hello: Callable[["Connection", Reply], None],
        on_end: Callable[["Connection"], None],
    ) -> None:
        self.outgoing = Outgoing()
        self.greeted = self.stays = self.listens = False
        self._client = client
        self._token = token
        self._desk = desk
        self._on_hello = on_hello
        self._on_end = on_end
        self._assembly = Assembly()
        self._flashed: dict[str, Flash] = {}
        """Flash keys that this client holds, by their master."""
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._reading = threading.Thread(target=self._read, name="link read", daemon=True)
        self._sending = threading.Thread(target=self._send, name="link send", daemon=True)

    def start(self) -> None:
        self._sending.start()
        self._reading.start()

    def close(self) -> None:
        """Send what waits, then end; a client that does not take it is left behind after half a second."""
        self.outgoing.close()
        self._sending.join(0.5)
        self._hang_up()
        self._reading.join(0.5)

    def _read(self) -> None:
        try:
            for request in self._requests():
                self._serve(request)
        except (OSError, Malformed) as error:
            _log.debug("link: %s", error)
        finally:
            self.outgoing.close()
            self._hang_up()
            self._sending.join()
            self._client.close()
            self._let_go()
            self._on_end(self)

    def _requests(self) -> Iterator[Request]:
        """The Hello is checked here and not passed on."""
        deadline = time.monotonic() + HELLO_WITHIN
        requests: Frames[Request] = Frames(Request, LARGEST_HELLO)
        while True:
            if not self.greeted:
                self._client.settimeout(max(0.001, deadline - time.monotonic()))
            data = self._client.recv(LARGEST_REQUEST)
            if not data:
                return
            for request in requests.feed(data):
                if self.greeted:
                    yield request
                else:
                    self._greet(request)
                    requests.largest = LARGEST_REQUEST

    def _greet(self, hello: Request) -> None:
        if not isinstance(hello, Hello) or hello.version != VERSION:
            raise Malformed("no hello of this version")
        if not hmac.compare_digest(hello.token.encode(), self._token.encode()):
            raise Malformed("wrong token")
        self._client.settimeout(None)
        self.stays = hello.stays
        self._on_hello(self, self._desk.welcome())

    def _serve(self, request: Request) -> None:
        match request:
            case Ping():
                self.outgoing.reply(frame(Pong()))
            case Recover():
                self._desk.recover(request)
            case Agree():
                self.outgoing.reply(frame(self._desk.agree(request.digest)))
            case Listen(on=on):
                self.listens = on
            case Whose(universe=universe, slot=slot):
                self._desk.whose(universe, slot, lambda found: self.outgoing.reply(frame(found)))
            case Hello():
                raise Malformed("a second hello")
            case Head() | Change() | Cues() | Slice():
                self._assemble(request)
            case Flash():
                self._flash(request)
            case _:
                self._desk.command(request)

    def _flash(self, command: Flash) -> None:
        """A key of this client and of no other, whatever both call themselves."""
        command = replace(command, holder=f"{command.source} {id(self)}")
        if command.on:
            self._flashed[command.master] = command
        else:
            self._flashed.pop(command.master, None)
        self._desk.command(command)

    def _let_go(self) -> None:
        """Who is gone holds no key any more."""
        for command in self._flashed.values():
            self._desk.command(replace(command, on=False))

    def _assemble(self, part: Part) -> None:
        try:
            self._assembly.add(part)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise Malformed(str(error)) from None
        if self._assembly.complete:
            whole, self._assembly = self._assembly.whole(), Assembly()
            answer = self._desk.install(whole) if isinstance(whole, Program) else self._desk.amend(whole)
            self.outgoing.reply(frame(answer))

    def _send(self) -> None:
        try:
            while piece := self.outgoing.take():
                self._client.sendall(piece)
        except OSError as error:
            _log.debug("link: %s", error)
            self._hang_up()

    def _hang_up(self) -> None:
        with contextlib.suppress(OSError):  # the client was first
            self._client.shutdown(socket.SHUT_RDWR)
