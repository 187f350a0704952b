"""What follows frames: priorities by slot and synchronisation; and how all of it ends."""

import socket
import uuid
from collections.abc import Iterator

import numpy as np
import pytest

from showctl.engine.clock import ManualClock
from showctl.outputs.sacn import SYNC_AFTER, SacnOutput
from showctl.outputs.sequences import Sequences
from showctl.program.program import SacnTarget

CID = uuid.UUID("12345678-1234-5678-1234-567812345678")
LEVELS = np.arange(3 * 512).reshape(3, 512).astype(np.uint8)
ROWS = np.arange(3)
SLOTS = bytes([0, 200] * 256)


class Rig:
    """An output and its receiver, with a clock that the test moves."""

    def __init__(self, **settings: object) -> None:
        self.clock, self.sequences = ManualClock(), Sequences()
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self.to = ("127.0.0.1", int(self.socket.getsockname()[1]))
        self.output = self.another(**settings)

    def another(self, **settings: object) -> SacnOutput:
        target = SacnTarget("rig", (1, 2), (self.to,), 100, "Test", **settings)  # type: ignore[arg-type]
        return SacnOutput(target, (1, 2, 3), CID, self.clock, self.sequences)

    def come(self) -> list[bytes]:
        """What has come since."""
        found = []
        while True:
            try:
                found.append(self.socket.recv(700))
            except BlockingIOError:
                return found

    def follow_until(self, end: float) -> list[tuple[float, bytes]]:
        """What follows until then, each with its instant."""
        found = []
        while self.output.next_due <= end:
            self.clock.advance(self.output.next_due - self.clock.now())
            self.output.follow(self.clock.now())
            found += [(self.clock.now(), packet) for packet in self.come()]
        return found


@pytest.fixture
def rigs() -> Iterator[list[Rig]]:
    made: list[Rig] = []
    yield made
    for rig in made:
        rig.output.close()
        rig.socket.close()


def rig_of(rigs: list[Rig], **settings: object) -> Rig:
    rigs.append(Rig(**settings))
    return rigs[-1]


def kind(packet: bytes) -> tuple[int, int, int]:
    """Universe, START code, sequence number of a data packet."""
    return int.from_bytes(packet[113:115], "big"), packet[125], packet[111]


def test_levels_first_then_priorities_with_one_count(rigs: list[Rig]) -> None:
    rig = rig_of(rigs, per_address={2: SLOTS, 9: SLOTS})
    start = rig.clock.now()
    assert rig.output.next_due == np.inf
    rig.output.send(ROWS, LEVELS)
    assert [kind(packet) for packet in rig.come()] == [(1, 0, 1), (2, 0, 1)]
    assert rig.output.next_due == start
    rig.output.follow(start)
    (first,) = rig.come()
    assert kind(first) == (2, 0xDD, 2)
    assert first[126:] == SLOTS
    rig.output.send(ROWS, LEVELS)
    assert [kind(packet) for packet in rig.come()] == [(1, 0, 2), (2, 0, 3)]
    later = rig.follow_until(start + 5)
    assert [kind(packet) for _, packet in later] == [(2, 0xDD, 4 + i) for i in range(len(later))]
    gaps = np.diff([start, *(at for at, _ in later)])
    assert gaps[:3] == pytest.approx([1.001 / 3] * 3)
    assert ((gaps[3:] >= 0.8 - 1e-9) & (gaps[3:] <= 1.0)).all()
    assert gaps.size >= 7


def test_no_second_has_more_than_44_packets_of_a_universe(rigs: list[Rig]) -> None:
    rig = rig_of(rigs, per_address={1: SLOTS}, rate=40)
    from showctl.engine.frame_rates import FrameRates

    rates = FrameRates(3, (rig.output,))
    moving = np.ones(3, np.bool_)
    rates.send(LEVELS, moving, moving, rig.clock.now())
    sent: list[float] = []
    while (now := min(rates.next_due, rig.output.next_due)) < 30.0:
        rig.clock.advance(max(0.0, now - rig.clock.now()))
        rates.send(LEVELS, moving, moving, now)
        if rig.output.next_due <= now:
            rig.output.follow(now)
        sent += [now for packet in rig.come() if kind(packet)[0] == 1]
    instants = np.array(sent)
    assert instants.size > 40 * 29
    assert (instants[44:] - instants[:-44] >= 1.0 - 1e-9).all()


def test_synchronisation_follows_the_data_of_a_frame(rigs: list[Rig]) -> None:
    rig = rig_of(rigs, sync=7999)
    for number in range(1, 300):
        sent_at = rig.clock.now()
        rig.output.send(ROWS, LEVELS)
        data = rig.come()
        assert [packet[109:111] for packet in data] == [(7999).to_bytes(2, "big")] * 2
        rig.output.follow(sent_at)
        assert rig.come() == []  # not yet
        assert rig.output.next_due == pytest.approx(sent_at + SYNC_AFTER)
        ((at, sync),) = rig.follow_until(sent_at + 1)
        assert at == pytest.approx(sent_at + SYNC_AFTER)
        assert (len(sync), sync[44], int.from_bytes(sync[45:47], "big")) == (49, number % 256, 7999)
        assert rig.output.next_due == np.inf
        rig.clock.advance(0.02)


def test_nothing_follows_what_is_not_its_own(rigs: list[Rig]) -> None:
    rig = rig_of(rigs, sync=1, per_address={1: SLOTS})
    rig.output.send(np.array([2]), LEVELS)
    assert rig.output.next_due == np.inf
    assert rig.come() == []


def test_devices_count_together(rigs: list[Rig]) -> None:
    rig = rig_of(rigs, sync=5)
    other = rig.another(sync=5)
    for _ in range(2):
        rig.output.send(ROWS, LEVELS)
        other.send(ROWS, LEVELS)
    assert [kind(packet)[2] for packet in rig.come() if kind(packet)[0] == 1] == [1, 2, 3, 4]
    rig.clock.advance(SYNC_AFTER)
    rig.output.follow(rig.clock.now())
    other.follow(rig.clock.now())
    assert [packet[44] for packet in rig.come()] == [1, 2]
    other.close()


def test_priorities_end_with_their_universe_and_begin_with_it(rigs: list[Rig]) -> None:
    rig = rig_of(rigs, per_address={2: SLOTS}, sync=7)
    rig.output.send(ROWS, LEVELS)
    rig.output.follow(rig.clock.now())
    assert rig.output.active == [1, 2]
    rig.come()
    rig.output.terminate(np.array([1]))
    ended = rig.come()
    assert [(*kind(packet), packet[112]) for packet in ended] == [
        (2, code, 3 + 2 * time + (code > 0), 0x60) for time in range(3) for code in (0, 0xDD)
    ]
    assert rig.output.active == [1]
    assert all(len(packet) == 49 for _, packet in rig.follow_until(rig.clock.now() + 5))  # synchronisation alone
    rig.clock.advance(1.0)
    rig.output.send(ROWS, LEVELS)
    rig.output.follow(rig.clock.now())
    assert [(*kind(packet)[:2], packet[112]) for packet in rig.come()] == [(1, 0, 0x20), (2, 0, 0x20), (2, 0xDD, 0x20)]


def test_one_receiver_that_is_taken_out_is_told_and_no_other(rigs: list[Rig]) -> None:
    rig = rig_of(rigs)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        other.setblocking(False)
        both = SacnTarget("rig", (1, 2), (rig.to, other.getsockname()), 100, "Test")
        output = SacnOutput(both, (1, 2, 3), CID, rig.clock, rig.sequences)
        output.send(ROWS, LEVELS)
        place = next(place for place, _ in output.streams() if place.endswith(str(rig.to[1])))
        output.terminate(np.array([0]), place)
        output.send(ROWS, LEVELS)
        assert [(*kind(packet), packet[112]) for packet in rig.come() if packet[114] == 1] == [
            (1, 0, 1, 0), (1, 0, 2, 0x40), (1, 0, 3, 0x40), (1, 0, 4, 0x40), (1, 0, 5, 0)
        ]  # fmt: skip
        assert [kind(other.recv(700))[2] for _ in range(4)] == [1, 1, 5, 2]
        output.close()


def test_priority_by_universe(rigs: list[Rig]) -> None:
    rig = rig_of(rigs, priorities={2: 17})
    rig.output.send(ROWS, LEVELS)
    assert [packet[108] for packet in rig.come()] == [100, 17]


def test_a_new_engine_leaps_half_the_circle() -> None:
    sequences = Sequences()
    sequences.data[5] = 200
    sequences.leap()
    assert (sequences.data[5], sequences.sync[5]) == (72, 128)


def test_a_device_in_whose_universes_nothing_is_patched_is_silent(rigs: list[Rig]) -> None:
    rig = rig_of(rigs)
    target = SacnTarget("rig", tuple(range(1000, 64_000)), (rig.to,), 100, "Test", sync=1, per_address={1000: SLOTS})
    output = SacnOutput(target, (1, 2, 3), CID, rig.clock)
    output.send(ROWS, LEVELS)
    output.follow(rig.clock.now())
    output.terminate(ROWS)
    assert rig.come() == []
    assert (output.status().state, output.active, output.streams(), output.next_due) == ("unused", [], set(), np.inf)
    output.close()
