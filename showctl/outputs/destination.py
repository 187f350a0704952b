"""Where frames go: one receiver, or those of a network. It fails by itself and mends by itself."""

import logging
import socket
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.clock import Clock
from showctl.outputs.burst import Burst, Packets, burst
from showctl.outputs.route import Route
from showctl.outputs.udp_peer import LOST_SOCKET

log = logging.getLogger(__name__)

REBUILD_AFTER = 3.0
"""Seconds of failing after which a socket is made anew, so that a network that came back is found."""
OPEN_AGAIN = 0.5
"""Seconds between attempts to open a socket where that fails, or where the old one has lost its interface."""


class Block(NamedTuple):
    """Ready-made packets of one length, and the universe (or synchronisation address) of each."""

    packets: Packets
    universes: Sequence[int]


class Destination:
    """Whatever the network says costs this destination a counted failure, and nobody anything else."""

    def __init__(self, route: Route, blocks: Sequence[Block], clock: Clock) -> None:
        self._route, self._blocks, self._clock = route, blocks, clock
        self.sent = self.failed = 0
        self._failure = ""
        """Why the last attempt failed; empty when it did not."""
        self._logged: set[str] = set()
        self._socket: socket.socket | None = None
        self._state: object = None
        self._bursts: list[Burst] = []
        self._renew_at = -np.inf
        """When a socket is made, or made anew; infinity while the one that is there serves."""
        self._note(route.trouble)

    def __str__(self) -> str:
        return str(self._route)

    @property
    def trouble(self) -> str:
        """Why nothing arrives there now, in words, as far as that is known; else empty."""
        return self._route.trouble or self._failure

    def send(self, which: NDArray[np.intp], block: int = 0) -> None:
        """Send these packets of a block, as far as it goes."""
        route, sent, error = self._route, 0, None
        if self._state is not route.state or (self._renew_at != np.inf and self._clock.now() >= self._renew_at):
            error = self._renew()
        if self._bursts:
            sent, error = self._bursts[block].send(which)
        self.sent += sent
        self.failed += which.size - sent
        route.troubled = sent < which.size
        if sent == which.size:
            self._failure, self._renew_at = "", np.inf
        elif error is not None:
            self._failure = route.words(error)
            self._note(self._failure)
            if self._renew_at == np.inf:
                self._renew_at = self._clock.now() + (OPEN_AGAIN if error.errno in LOST_SOCKET else REBUILD_AFTER)
        if route.trouble:
            self._note(route.trouble)

    def close(self) -> None:
        self._route.close()
        self._let_go()

    def _renew(self) -> OSError | None:
        """A new socket in place of the old one."""
        self._let_go()
        self._state = self._route.state
        try:
            way = self._route.open()
            if way is None:
                return None
            self._socket = way.socket
            self._bursts = [burst(way.socket, each.packets, way.to(each.universes)) for each in self._blocks]
        except OSError as error:
            self._let_go()
            self._renew_at = self._clock.now() + OPEN_AGAIN
            return error
        self._renew_at = np.inf
        return None

    def _let_go(self) -> None:
        if self._socket is not None:
            self._socket.close()
        self._socket, self._bursts = None, []

    def _note(self, trouble: str) -> None:
        if trouble and trouble not in self._logged:
            self._logged.add(trouble)
            log.warning("%s", trouble)
