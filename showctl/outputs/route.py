"""The two ways of frames to receivers: to one by its address, or to all that ask for a universe on a network."""

import socket
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from showctl.model.address import Endpoint
from showctl.model.sacn_device import SACN_PORT
from showctl.outputs.burst import Address
from showctl.outputs.interface import multicast_socket, trouble_with
from showctl.outputs.sacn_packet import multicast_group
from showctl.outputs.udp_peer import is_numeric, words

ASK_AGAIN = 5.0
"""Seconds between attempts to resolve a name that was not known, or whose address does not take what is sent."""
LOOK_AGAIN = 6
"""A name that serves is looked up so many times less often: its address may have changed."""
WATCH = 1.0
"""Seconds between two looks at an interface."""
_BUFFER = 1 << 20
"""Bytes to queue in the kernel: a frame of 256 universes, with what the kernel counts besides, several times."""


class Way(NamedTuple):
    """An open way: a socket that never blocks, and where packets of these universes go from it, one address for all of
    them or one for each."""

    socket: socket.socket
    to: Callable[[Sequence[int]], Sequence[Address]]


class Route(Protocol):
    """How datagrams get to a destination."""

    trouble: str
    """Why nothing arrives, in words, as far as that is known without sending; else empty."""
    troubled: bool
    """Set by who sends: whether it failed just now."""

    @property
    def state(self) -> object:
        """Another one: the way is to be opened anew."""
        ...

    def open(self) -> Way | None:
        """None where there is none now, see `trouble`. Raises OSError."""
        ...

    def words(self, error: OSError) -> str:
        """An error of sending, said so that the operator can act."""
        ...

    def close(self) -> None: ...


class Unicast:
    """To one receiver. Its name is resolved here, which may take a moment, and looked up again in the background."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.trouble, self.troubled = "", False
        self.state: tuple[int, Address] | None = None
        self._closed = threading.Event()
        self._resolve()
        if not is_numeric(endpoint.host):
            threading.Thread(target=self._keep_looking, name=f"resolve {endpoint.host}", daemon=True).start()

    def __str__(self) -> str:
        return str(self._endpoint)

    def open(self) -> Way | None:
        if self.state is None:
            return None
        family, address = self.state
        fresh = socket.socket(family, socket.SOCK_DGRAM)
        try:
            fresh.setblocking(False)
            fresh.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
        except OSError:
            fresh.close()
            raise
        return Way(fresh, lambda universes: [address])

    def words(self, error: OSError) -> str:
        return words(error, str(self))

    def close(self) -> None:
        self._closed.set()

    def _resolve(self) -> None:
        try:
            family, _, _, _, address = socket.getaddrinfo(*self._endpoint, type=socket.SOCK_DGRAM)[0]
        except (OSError, UnicodeError) as error:
            if self.state is None:  # else it is where it was: name servers fail as well
                host, reason = self._endpoint.host, getattr(error, "strerror", None) or error
                self.trouble = f"the name {host} is not known ({reason}); check it, or write its IP address"
            return
        found = (int(family), (str(address[0]), self._endpoint.port))
        if found != self.state:
            self.state = found
        self.trouble = ""

    def _keep_looking(self) -> None:
        turn = 0
        while not self._closed.wait(ASK_AGAIN):
            turn += 1
            if self.state is None or self.troubled or turn % LOOK_AGAIN == 0:
                self._resolve()


class Multicast:
    """To the group of each universe, out of one interface, which is watched in the background."""

    def __init__(self, interface: str, ttl: int) -> None:
        self._interface, self._ttl = interface, ttl
        self.state = None
        self.troubled = False
        self.trouble = trouble_with(interface)
        self._closed = threading.Event()
        threading.Thread(target=self._watch, name=f"watch {interface}", daemon=True).start()

    def __str__(self) -> str:
        return f"multicast on {self._interface}"

    def open(self) -> Way | None:
        return Way(
            multicast_socket(self._interface, self._ttl, _BUFFER),
            lambda universes: [(multicast_group(universe), SACN_PORT) for universe in universes],
        )

    def words(self, error: OSError) -> str:
        return self.trouble or words(error, str(self))

    def close(self) -> None:
        self._closed.set()

    def _watch(self) -> None:
        while not self._closed.wait(WATCH):
            self.trouble = trouble_with(self._interface)
