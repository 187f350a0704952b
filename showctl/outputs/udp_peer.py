"""One UDP destination: its address, resolved off everybody's path, and a socket that never blocks."""

import contextlib
import errno
import ipaddress
import socket
import threading
from typing import Any

PATIENCE = 2.0
"""Seconds that opening waits for a name server, which seldom needs more; it goes on without after that."""
FIRST_RETRY, LAST_RETRY = 2.0, 60.0
"""Seconds between attempts to resolve a name; doubled each time."""
LOST_SOCKET = {errno.EADDRNOTAVAIL, errno.EINVAL, errno.EPIPE, errno.EBADF, errno.ENODEV, errno.ENXIO}
"""The address that the socket got from the network is gone, as after a new DHCP lease: a new socket gets a new one."""


class UdpPeer:
    """Sends datagrams to one host and port. `fileno` is that of the socket; answers arrive on it too.

    The socket is connected, so that the peer's kernel can tell us that nobody listens there.
    """

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.socket: socket.socket | None = None
        self.trouble = ""
        """Why there is no socket, in words that say what to do; empty when there is one."""
        self._address: tuple[int, Any] | None = None
        """Family, and the address as this family writes it; None until it is known."""
        self._refused = False
        self._opening = threading.Lock()
        self._closed = threading.Event()
        self._attempted = threading.Event()
        if is_numeric(host):
            self._resolve(socket.AI_NUMERICHOST)
        else:
            self.trouble = f"the name {host} is being looked up"
            threading.Thread(target=self._keep_resolving, name=f"resolve {host}", daemon=True).start()
            self._attempted.wait(PATIENCE)

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def send(self, data: bytes) -> str:
        """Send now. Why it could not be sent, in words, or empty text."""
        link = self.socket
        if link is None:
            self._open()
            if (link := self.socket) is None:
                return self.trouble
        try:
            link.send(data)
        except ConnectionRefusedError:
            # The answer to an earlier datagram; this one has not been sent yet.
            self._refused = True
            return self._send_again(data)
        except OSError as error:
            if error.errno in LOST_SOCKET:
                self._open()
            return self._send_again(data)
        return ""

    def was_refused(self) -> bool:
        """Whether the peer has said since the last question that nobody listens at the port."""
        found, self._refused = self._refused, False
        link = self.socket
        if link is not None:
            with contextlib.suppress(OSError):
                found |= link.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == errno.ECONNREFUSED
        return found

    def receive(self) -> bytes | None:
        """One datagram that has come from the peer, or None."""
        link = self.socket
        if link is None:
            return None
        try:
            return link.recv(65_536)
        except ConnectionRefusedError:
            self._refused = True
        except OSError:
            pass  # nothing there, or the socket was replaced
        return None

    def close(self) -> None:
        """Close the socket. A resolver that still waits for a name server ends by itself."""
        self._closed.set()
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    def _send_again(self, data: bytes) -> str:
        link = self.socket
        if link is None:
            return self.trouble
        try:
            link.send(data)
        except OSError as error:
            return words(error, str(self))
        return ""

    def _resolve(self, flags: int) -> None:
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_DGRAM, flags=flags)
        family, _, _, _, address = found[0]
        self._address = (family, address)
        self._open()

    def _keep_resolving(self) -> None:
        wait = FIRST_RETRY
        while not self._closed.is_set():
            try:
                self._resolve(0)
            except (OSError, UnicodeError) as error:
                reason = getattr(error, "strerror", None) or error
                self.trouble = f"the name {self.host} is not known ({reason}); check it, or write the numeric address"
            self._attempted.set()
            if self._address is not None or self._closed.wait(wait):
                return
            wait = min(2 * wait, LAST_RETRY)

    def _open(self) -> None:
        """A new socket in place of the old one, if the address is known. Who finds another at it leaves it to him."""
        if self._address is None or self._closed.is_set() or not self._opening.acquire(blocking=False):
            return
        try:
            old, self.socket = self.socket, None
            if old is not None:
                old.close()
            self.socket = _connected(*self._address)
            self.trouble = ""
        except OSError as error:
            self.trouble = words(error, str(self))
        finally:
            self._opening.release()


def _connected(family: int, address: Any) -> socket.socket:
    fresh = socket.socket(family, socket.SOCK_DGRAM)
    try:
        fresh.setblocking(False)
        fresh.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        fresh.connect(address)
    except OSError:
        fresh.close()
        raise
    return fresh


def words(error: OSError, to: str) -> str:
    """An error of sending, said so that the operator can act."""
    match error.errno:
        case errno.ECONNREFUSED:
            return refused(to)
        case errno.EAGAIN | errno.ENOBUFS:
            return f"this machine's network takes no more data for {to}; send less, or use a wire instead of Wi-Fi"
        case errno.ENETUNREACH | errno.EHOSTUNREACH | errno.ENETDOWN | errno.EHOSTDOWN:
            return f"there is no way to {to} ({error.strerror}); check the cable and this machine's network address"
        case errno.EMSGSIZE:
            return f"the message is too long for the network to {to}; shorten it"
        case errno.EPERM | errno.EACCES:
            return f"this machine does not allow sending to {to}; check its firewall"
        case _:
            return f"sending to {to} failed: {error.strerror or error}"


def refused(to: str) -> str:
    """Nobody listens."""
    return f"nothing listens at {to}; start the program there, or check the port"


def is_numeric(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True
