"""Announces the universes that are sent (E1.31 §8), off the dispatcher's path: one thread for each interface."""

import logging
import socket
import threading
import uuid
from collections.abc import Collection, Sequence
from typing import Protocol

from showctl.engine.clock import Clock
from showctl.model.sacn_device import SACN_PORT
from showctl.outputs.interface import multicast_socket, trouble_with
from showctl.outputs.sacn_extended import DISCOVERY_UNIVERSE, discovery_packets
from showctl.outputs.sacn_packet import multicast_group
from showctl.outputs.udp_peer import words

log = logging.getLogger(__name__)

INTERVAL = 10.0
"""E131_UNIVERSE_DISCOVERY_INTERVAL, appendix A."""
LOOK = 0.5
"""Seconds between two looks whether anything is sent yet."""
AGAIN = 2.0
"""Seconds after an announcement that could not be sent."""
APART = 0.02
"""Seconds between two pages: small devices must not lose them."""
GROUP = multicast_group(DISCOVERY_UNIVERSE)


class Announced(Protocol):
    """An output whose universes are announced."""

    discovery_trouble: str
    """Why they cannot be, in words; else empty."""

    @property
    def active(self) -> Collection[int]:
        """The universes that it sends now. For any thread."""
        ...


class Discovery:
    """Announces what these outputs send out of one interface, from the first frame on: nothing before it."""

    def __init__(
        self,
        outputs: Sequence[Announced],
        cid: uuid.UUID,
        source_name: str,
        interface: str,
        ttl: int,
        clock: Clock,
        every: float = INTERVAL,
    ) -> None:
        self._outputs, self._cid, self._source_name = outputs, cid, source_name
        self._interface, self._ttl, self._clock, self._every = interface, ttl, clock, every
        self._socket: socket.socket | None = None
        self._logged: set[str] = set()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"discovery {interface}", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread."""
        self._closed.set()
        self._thread.join()

    def _run(self) -> None:
        due = self._clock.now()
        while not self._closed.wait(max(0.0, due - self._clock.now())):
            universes = {universe for output in self._outputs for universe in output.active}
            if not universes:
                due = self._clock.now() + LOOK
            elif self._announced(universes):
                due = max(due + self._every, self._clock.now())
            else:
                due = self._clock.now() + AGAIN
        self._let_go()

    def _announced(self, universes: Collection[int]) -> bool:
        """Send all pages; whether that went well."""
        why = ""
        try:
            if self._socket is None:
                self._socket = multicast_socket(self._interface, self._ttl)
            for page, packet in enumerate(discovery_packets(self._cid, self._source_name, universes)):
                if page and self._closed.wait(APART):
                    break
                self._socket.sendto(packet, (GROUP, SACN_PORT))
        except OSError as error:
            self._let_go()
            why = words(error, f"{GROUP} on {self._interface}")
        why = trouble_with(self._interface) or why
        trouble = why and f"the universes are not announced: {why}"
        if trouble and trouble not in self._logged:
            self._logged.add(trouble)
            log.warning("%s", trouble)
        for output in self._outputs:
            output.discovery_trouble = trouble
        return not trouble

    def _let_go(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None
