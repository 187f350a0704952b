"""OSC control: GO and the like over UDP, from a panel, another program or a desk."""

import errno
import ipaddress
import logging
import socket
import threading
import time
from collections.abc import Callable
from functools import partial

from showctl.engine.command import AnyCommand
from showctl.inputs.complaints import Complaints
from showctl.inputs.heard import Heard, osc_came
from showctl.inputs.osc_command import understood
from showctl.model.show import OscInput

log = logging.getLogger(__name__)

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_LOOPBACK: tuple[_Network, ...] = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1"))
_MOST_SENDERS = 256
"""So many sources are remembered as allowed or not; more are judged anew with each packet."""
_LONGEST = 160
"""Characters of a complaint."""
_NOT_ALLOWED = "this sender is not allowed; write its address under inputs: osc: senders"
_SOON = 0.001
"""Seconds; a socket that waits for nothing at all would be another kind of socket."""


class OscControl:
    """Listens until `close`. What comes is handed to `post` from a thread of its own, which must not block."""

    def __init__(
        self,
        config: OscInput,
        post: Callable[[AnyCommand], None],
        warn: Callable[[str], None] = lambda text: None,
        heard: Heard = lambda _: None,
    ) -> None:
        """`warn` is told, now and then, what was not understood, and `heard` of all that came; from the same thread."""
        self.port = 0
        """The UDP port that we listen on; 0 while there is none."""
        self.problem = ""
        """Why we do not listen, and what to do; empty if all is well."""
        self.bad_packets = 0
        """Packets that were not OSC, none of our commands, or from a sender that is not allowed."""
        self._post, self._heard = post, heard
        self._complaints = Complaints(warn)
        self._allowed: dict[str, bool] = {}
        self._socket: socket.socket | None = None
        self._closing = False
        if not config.enabled:
            return
        try:
            self._networks = (*_LOOPBACK, *(ipaddress.ip_network(sender, strict=False) for sender in config.senders))
            self._socket = _bound(config.interface, config.port)
        except ValueError as error:
            self.problem = f"inputs: osc: senders: {error}; write addresses such as 192.168.1.20"
            return
        except OSError as error:
            self.problem = _words(error, config)
            return
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._listen, args=(self._socket,), name="OSC input", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread and close the port."""
        if self._socket is None or self._closing:
            return
        self._closing = True
        # The thread waits in recvfrom: an empty datagram from here wakes it, on every system.
        family, address = self._socket.family, self._socket.getsockname()
        host = ("127.0.0.1" if family == socket.AF_INET else "::1") if address[0] in {"0.0.0.0", "::"} else address[0]
        with socket.socket(family, socket.SOCK_DGRAM) as waker:
            while self._thread.is_alive():
                waker.sendto(b"", (host, self.port))
                self._thread.join(0.2)
        self._socket.close()

    def _listen(self, link: socket.socket) -> None:
        while True:
            due = self._complaints.due
            link.settimeout(None if due is None else max(_SOON, due - time.monotonic()))
            try:
                packet, address = link.recvfrom(65_536)
            except OSError:  # the time is up; or Windows tells of an unreachable peer: nothing was received
                packet, address = b"", None
            if self._closing:
                self._complaints.say_all()
                return
            if address is not None:
                self._take(packet, address[0])
            self._complaints.say_due(time.monotonic())

    def _take(self, packet: bytes, host: str) -> None:
        if host not in self._allowed:
            if len(self._allowed) >= _MOST_SENDERS:
                self._allowed.clear()
            self._allowed[host] = self.allows(host)
        if not self._allowed[host]:
            self._count_bad(packet, host, _NOT_ALLOWED)
            self._heard(partial(osc_came, packet, f"OSC {host}", _NOT_ALLOWED))
            return
        commands, complaints = understood(packet, f"OSC {host}")
        for command in commands:
            self._post(command)
        for complaint in complaints:
            self._count_bad(packet, host, complaint)
        self._heard(partial(osc_came, packet, f"OSC {host}", ""))

    def allows(self, host: str) -> bool:
        """Whether this address may send: this machine's own always may."""
        try:
            address = ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return False
        mapped = getattr(address, "ipv4_mapped", None)
        return any((mapped or address) in network for network in self._networks)

    def _count_bad(self, packet: bytes, host: str, why: str) -> None:
        self.bad_packets += 1
        log.debug("OSC from %s ignored (%s): %r", host, why, packet[:80])
        self._complaints.add(f"OSC from {host} ignored: {_plain(why)}", time.monotonic())


def _bound(interface: str, port: int) -> socket.socket:
    family, _, _, _, address = socket.getaddrinfo(interface, port, type=socket.SOCK_DGRAM, flags=socket.AI_PASSIVE)[0]
    link = socket.socket(family, socket.SOCK_DGRAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows would share the port with another program
            link.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        link.bind(address)
    except OSError:
        link.close()
        raise
    return link


def _plain(text: str) -> str:
    """What a packet holds is printed to a terminal: a line of printable text of bearable length."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    return "".join(c if c.isprintable() else "?" for c in cut)


def _words(error: OSError, config: OscInput) -> str:
    other = "write another under inputs: osc: port, or give --osc-port"
    match error.errno:
        case errno.EADDRINUSE:
            return f"OSC port {config.port} is taken, perhaps by QLab or another engine; {other}"
        case errno.EACCES:
            return f"OSC port {config.port} may not be opened by this user; {other}"
        case errno.EADDRNOTAVAIL:
            return f"this machine has no address {config.interface}; write one that it has under inputs: osc: interface"
        case _:
            where = f"{config.interface}:{config.port}"
            return f"OSC input cannot listen at {where} ({error.strerror or error}); correct inputs: osc"
