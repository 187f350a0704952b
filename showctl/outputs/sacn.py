"""sACN (E1.31): levels into ready-made packets, and those to each destination by unicast."""

import logging
import socket
import threading
import uuid
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.clock import Clock
from showctl.engine.snapshot import DeviceState, DeviceStatus
from showctl.model.address import Endpoint
from showctl.outputs.burst import Burst, burst
from showctl.outputs.sacn_packet import OPTIONS, SEQUENCE, SLOT_1, STREAM_TERMINATED, packets
from showctl.outputs.udp_peer import words
from showctl.program.program import SacnTarget

log = logging.getLogger(__name__)

REBUILD_AFTER = 3.0
"""Seconds of failing after which a socket is made anew, so that a network that came back is found."""
ASK_AGAIN = 5.0
"""Seconds between attempts to resolve a name that was not known."""
_BUFFER = 1 << 20
"""Bytes to queue in the kernel: a frame of 256 universes, with what the kernel counts besides, several times."""
_TERMINATIONS = 3
"""E1.31 §6.2.6."""


class SacnOutput:
    """One sACN device. `universes` are the program's: the rows of the levels that `send` is given.

    Names are resolved here, which may take a moment; a name that is not known yet is asked for again in the background.
    """

    def __init__(self, target: SacnTarget, universes: Sequence[int], cid: uuid.UUID, clock: Clock) -> None:
        self.device = target.device
        self.rate, self.next_due = float(target.rate), float("inf")
        self._universes = tuple(sorted(target.universes))
        place = {universe: index for index, universe in enumerate(self._universes)}
        self._place = np.array([place.get(universe, -1) for universe in universes], np.intp)
        self._shares = bool((self._place < 0).any())
        """Whether the program has universes that are not this device's."""
        self._packets = packets(cid, target.source_name, self._universes, target.priority)
        self._destinations = [Destination(Endpoint(*to), self._packets, clock) for to in target.to]

    def send(self, rows: NDArray[np.intp], levels: NDArray[np.uint8]) -> None:
        own = self._place[rows]
        if self._shares:
            rows, own = rows[own >= 0], own[own >= 0]
        if own.size:
            self._packets[own, SLOT_1:] = levels[rows]
            self._transmit(own)

    def follow(self, now: float) -> None: ...

    def terminate(self, rows: NDArray[np.intp]) -> None:
        own = self._place[rows]
        own = own[own >= 0]
        self._packets[own, OPTIONS] |= STREAM_TERMINATED
        for _ in range(_TERMINATIONS):
            self._transmit(own)
        self._packets[own, OPTIONS] &= ~STREAM_TERMINATED & 0xFF

    def _transmit(self, own: NDArray[np.intp]) -> None:
        self._packets[own, SEQUENCE] += 1  # uint8: 0 follows 255
        for destination in self._destinations:
            destination.send(own)

    def streams(self) -> dict[tuple[str, int], int]:
        numbers = dict(zip(self._universes, self._packets[:, SEQUENCE].tolist(), strict=True))
        return {(str(d.endpoint), universe): numbers[universe] for d in self._destinations for universe in numbers}

    def go_on_from(self, streams: Mapping[tuple[str, int], int]) -> None:
        row = {universe: index for index, universe in enumerate(self._universes)}
        for place, universe in self.streams().keys() & streams.keys():
            self._packets[row[universe], SEQUENCE] = streams[place, universe]

    def status(self) -> DeviceStatus:
        failing = [d for d in self._destinations if d.trouble]
        sent = sum(d.sent for d in self._destinations)
        state: DeviceState = "error" if failing else "sent" if sent else "unused"
        return DeviceStatus(
            device=self.device,
            protocol="sacn",
            to=", ".join(str(d.endpoint) for d in self._destinations),
            state=state,
            detail="; ".join(d.trouble for d in failing),
            sent=sent,
            failed=sum(d.failed for d in self._destinations),
        )

    def close(self) -> None:
        for destination in self._destinations:
            destination.close()


class SilentFrames:
    """Stands in for a device of frames while outputs are off."""

    def __init__(self, target: SacnTarget) -> None:
        self.device = target.device
        self.rate, self.next_due = float(target.rate), float("inf")
        self._to = ", ".join(str(Endpoint(*to)) for to in target.to)

    def send(self, rows: NDArray[np.intp], levels: NDArray[np.uint8]) -> None: ...

    def follow(self, now: float) -> None: ...

    def terminate(self, rows: NDArray[np.intp]) -> None: ...

    def streams(self) -> dict[tuple[str, int], int]:
        return {}

    def go_on_from(self, streams: Mapping[tuple[str, int], int]) -> None: ...

    def status(self) -> DeviceStatus:
        return DeviceStatus(self.device, "sacn", self._to, "off")

    def close(self) -> None: ...


class Destination:
    """One receiver. Whatever the network says costs this destination a counted failure, and nobody anything else."""

    def __init__(self, endpoint: Endpoint, packets: NDArray[np.uint8], clock: Clock) -> None:
        self.endpoint = endpoint
        self.sent = self.failed = 0
        self.trouble = ""
        """Why the last attempt failed; empty when it did not."""
        self._logged: set[str] = set()
        self._packets = packets
        self._clock = clock
        self._socket: socket.socket | None = None
        self._burst: Burst | None = None
        self._renew_at = np.inf
        self._closed = threading.Event()
        self._address: tuple[str, int] | None = None
        self._family = socket.AF_INET
        if not self._resolve():
            threading.Thread(target=self._keep_asking, name=f"resolve {endpoint.host}", daemon=True).start()

    def _resolve(self) -> bool:
        try:
            family, _, _, _, address = socket.getaddrinfo(*self.endpoint, type=socket.SOCK_DGRAM)[0]
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or error
            self._note(f"the name {self.endpoint.host} is not known ({reason}); check it, or write its IP address")
            return False
        self._family = family
        self._address = (str(address[0]), self.endpoint.port)
        return True

    def _keep_asking(self) -> None:
        while not self._closed.wait(ASK_AGAIN) and not self._resolve():
            pass

    def send(self, which: NDArray[np.intp]) -> None:
        """Send these packets, as far as it goes."""
        sent, error = 0, None
        if self._address is not None:
            if self._burst is None or self._clock.now() >= self._renew_at:
                error = self._renew(self._address)
            if self._burst is not None:
                sent, error = self._burst.send(which)
        self.sent += sent
        self.failed += which.size - sent
        if sent == which.size:
            self.trouble, self._renew_at = "", np.inf
        elif error is not None:
            self._note(words(error, str(self.endpoint)))
            if self._renew_at == np.inf:
                self._renew_at = self._clock.now() + REBUILD_AFTER

    def _renew(self, address: tuple[str, int]) -> OSError | None:
        """A new socket in place of the old one."""
        self._renew_at = np.inf
        try:
            new = socket.socket(self._family, socket.SOCK_DGRAM)
            new.setblocking(False)
            new.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
        except OSError as error:
            return error
        if self._socket is not None:
            self._socket.close()
        self._socket = new
        self._burst = burst(new, self._packets, address)
        return None

    def _note(self, trouble: str) -> None:
        self.trouble = trouble
        if trouble not in self._logged:
            self._logged.add(trouble)
            log.warning("%s", trouble)

    def close(self) -> None:
        self._closed.set()
        if self._socket is not None:
            self._socket.close()
        self._socket = self._burst = None
