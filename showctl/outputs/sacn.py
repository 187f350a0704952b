"""sACN (E1.31): levels into ready-made packets, and those to each destination by unicast and multicast."""

import uuid
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.clock import Clock
from showctl.engine.frames import Frames
from showctl.engine.snapshot import DeviceState, DeviceStatus
from showctl.model.address import Endpoint
from showctl.outputs.destination import Block, Destination
from showctl.outputs.route import Multicast, Route, Unicast
from showctl.outputs.sacn_extended import SYNC_SEQUENCE, sync_packet
from showctl.outputs.sacn_packet import OPTIONS, SEQUENCE, SLOT_1, STREAM_TERMINATED, packets
from showctl.outputs.sequences import Sequences
from showctl.program.program import SacnTarget

SYNC_AFTER = 0.003
"""Seconds from the data of a frame to the packet that makes receivers show it: it must not overtake the data."""
PRIORITY_RATE = 3.0
"""Packets of priorities a second, at the most. With at most 40 frames of levels beside them a universe has no more than
the 44 packets a second that E1.31 §6.6.1 allows, and one to spare for a frame that leaves a little late."""
_DATA, _SYNC = 0, 1
"""Blocks of a destination."""
_TERMINATIONS = 3
"""E1.31 §6.2.6."""
_ONE = np.zeros(1, np.intp)


class SacnOutput:
    """One sACN device. `universes` are the program's: the rows of the levels that `send` is given.

    Names are resolved here, which may take a moment; a name that is not known yet is asked for again in the background.
    """

    def __init__(
        self,
        target: SacnTarget,
        universes: Sequence[int],
        cid: uuid.UUID,
        clock: Clock,
        sequences: Sequences | None = None,
    ) -> None:
        self.device = target.device
        self.rate, self.next_due = float(target.rate), np.inf
        self.discovery_trouble = ""
        """Why other devices do not hear what is sent here, in words; set by the discovery, if there is one."""
        self._target, self._clock = target, clock
        self._sequences = sequences or Sequences()
        own = sorted(set(target.universes) & set(universes))
        place = self._own = {universe: index for index, universe in enumerate(own)}
        """Its universes, with the places of their packets."""
        self.renumber(universes)
        per_address = {universe: slots for universe, slots in sorted(target.per_address.items()) if universe in place}
        self._priorities = np.full(len(own), -1, np.intp)
        """The packet of its priorities, by universe; -1 for none."""
        self._priorities[[place[universe] for universe in per_address]] = len(own) + np.arange(len(per_address))
        self._with_priorities = self._priorities >= 0
        priority = dict.fromkeys(own, target.priority) | target.priorities
        self._packets = packets(cid, target.source_name, own, priority, per_address, target.sync)
        self._universes = np.array([*own, *per_address], np.intp)
        """The number of the universe of each packet."""
        self._sync = sync_packet(cid, target.sync)
        self._sent = np.zeros(len(own), np.bool_)
        """Which universes have been sent, and not been terminated since."""
        self._frames = Frames(len(own), PRIORITY_RATE)
        """When the priorities of each are due."""
        self._sync_due = np.inf
        self._follows = bool(per_address) or target.sync > 0
        blocks = (Block(self._packets, self._universes.tolist()), Block(self._sync, [target.sync]))
        routes: list[Route] = [Unicast(Endpoint(*to)) for to in target.to]
        if target.multicast:
            routes.append(Multicast(target.interface, target.ttl))
        self._destinations = [Destination(route, blocks, clock) for route in routes]

    def renumber(self, universes: Sequence[int]) -> None:
        self._place = np.array([self._own.get(universe, -1) for universe in universes], np.intp)
        self._shares = bool((self._place < 0).any())
        """Whether the program has universes that are not this device's."""

    @property
    def universes(self) -> set[int]:
        """The program's universes that this device sends."""
        return set(self._own)

    @property
    def active(self) -> list[int]:
        """The universes that are being sent. For any thread."""
        return [int(universe) for universe in self._universes[: self._sent.size][self._sent]]

    def send(self, rows: NDArray[np.intp], levels: NDArray[np.uint8]) -> None:
        own = self._place[rows]
        if self._shares:
            rows, own = rows[own >= 0], own[own >= 0]
        if own.size:
            self._packets[own, SLOT_1:] = levels[rows]
            self._transmit(own)
            if self._follows:
                self._follow_up(own)
            self._sent[own] = True

    def _follow_up(self, own: NDArray[np.intp]) -> None:
        """Frames of these have been sent: after the first its priorities follow at once, so that a receiver has the
        levels of what it is told to take from here; and after each a synchronisation."""
        now = self._clock.now()
        first = np.zeros_like(self._sent)
        first[own] = True
        first &= self._with_priorities & ~self._sent
        if first.any():
            self._frames.note(first, np.zeros_like(first), now)
        self._expect(now)

    def _expect(self, sent_at: float) -> None:
        if self._target.sync:
            self._sync_due = min(self._sync_due, sent_at + SYNC_AFTER)
        self.next_due = min(self._frames.next_due, self._sync_due)

    def follow(self, now: float) -> None:
        rows = self._frames.due(now)
        if rows.size:
            self._transmit(self._priorities[rows])
            self._frames.sent(rows, np.zeros_like(self._sent), now)
            self._expect(now)
        if self._sync_due <= now:
            self._sync_due = np.inf
            self._sync[0, SYNC_SEQUENCE] = self._sequences.next_sync(self._target.sync)
            for destination in self._destinations:
                destination.send(_ONE, _SYNC)
        self.next_due = min(self._frames.next_due, self._sync_due)

    def terminate(self, rows: NDArray[np.intp], at: str | None = None) -> None:
        own = self._place[rows]
        own = own[own >= 0]
        self._frames.silence(own)
        priorities = self._priorities[own[self._with_priorities[own]]]
        both = np.concatenate((own, priorities))
        self._packets[both, OPTIONS] |= STREAM_TERMINATED
        for _ in range(_TERMINATIONS):
            self._transmit(own, at)
            self._transmit(priorities, at)
        self._packets[both, OPTIONS] &= ~STREAM_TERMINATED & 0xFF
        self._sent[own] = False
        self.next_due = min(self._frames.next_due, self._sync_due)

    def _transmit(self, which: NDArray[np.intp], at: str | None = None) -> None:
        """These packets, no two of one universe."""
        if not which.size:
            return
        universes, numbers = self._universes[which], self._sequences.data
        numbers[universes] += 1  # uint8: 0 follows 255
        self._packets[which, SEQUENCE] = numbers[universes]
        for destination in self._destinations:
            if at is None or str(destination) == at:
                destination.send(which, _DATA)

    def streams(self) -> set[tuple[str, int]]:
        universes = self._universes[: self._sent.size].tolist()
        return {(str(destination), universe) for destination in self._destinations for universe in universes}

    def status(self) -> DeviceStatus:
        troubles = [each.trouble for each in self._destinations if each.trouble]
        sent = sum(each.sent for each in self._destinations)
        state: DeviceState = "error" if troubles else "sent" if sent else "unused"
        if self.discovery_trouble:
            troubles.append(self.discovery_trouble)
        return DeviceStatus(
            device=self.device,
            protocol="sacn",
            to=places(self._target),
            state=state,
            detail="; ".join(dict.fromkeys(troubles)),
            sent=sent,
            failed=sum(each.failed for each in self._destinations),
        )

    def close(self) -> None:
        for destination in self._destinations:
            destination.close()


class SilentFrames:
    """Stands in for a device of frames while outputs are off."""

    def __init__(self, target: SacnTarget, why: str = "") -> None:
        self.device = target.device
        self.rate, self.next_due = float(target.rate), float("inf")
        self._to, self._why = places(target), why

    def send(self, rows: NDArray[np.intp], levels: NDArray[np.uint8]) -> None: ...

    def follow(self, now: float) -> None: ...

    def renumber(self, universes: Sequence[int]) -> None: ...

    def terminate(self, rows: NDArray[np.intp], at: str | None = None) -> None: ...

    def streams(self) -> set[tuple[str, int]]:
        return set()

    def status(self) -> DeviceStatus:
        return DeviceStatus(self.device, "sacn", self._to, "off", self._why)

    def close(self) -> None: ...


def places(target: SacnTarget) -> str:
    """Where a device sends, and how often."""
    every = [str(Endpoint(*to)) for to in target.to]
    if target.multicast:
        every.append(f"multicast on {target.interface}")
    return f"{', '.join(every)}, {target.rate} frames/s"
