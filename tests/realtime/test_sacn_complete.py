"""Multicast, priorities by slot, synchronisation, discovery and several rates, as tshark, OLA and the sacn library see
what the running dispatcher sends.

tshark 4.0 reads data packets only; synchronisation and discovery are compared, byte for byte as captured, with what the
sacn library makes of the same values.
"""

import subprocess
import time
from pathlib import Path

import numpy as np
import pytest
from sacn.messages.sync_packet import SyncPacket
from sacn.messages.universe_discovery import UniverseDiscoveryPacket

from showctl.engine.command import Go
from showctl.engine.event import CueEnded, CueStarted
from showctl.outputs.sacn import SYNC_AFTER
from showctl.program.program import Program, SacnTarget
from tests.realtime.engine import CID, cue, fade, program, running
from tests.receivers import namespace, need
from tests.receivers.ola import ADDRESS, running_ola
from tests.receivers.sacn_receiver import running_sacn_receiver
from tests.receivers.tshark import Packet, capturing
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")

NODE = ("127.0.0.1", 5568)
PRIORITIES = bytes([0, 200, 150, 1] * 128)
STALL = 0.05
"""Seconds that a test machine may stand still now and then."""
JITTER = 0.003


def to(packets: list[Packet], host: str) -> list[Packet]:
    return [packet for packet in packets if packet.destination == (host, 5568)]


def levels_of(packets: list[Packet], universe: int, start_code: int = 0) -> list[Packet]:
    return [p for p in packets if p.is_e131_data and p.universe == universe and p.start_code == start_code]


def most_in_a_second(instants: list[float]) -> int:
    """The most that any second from one of them on has, but for what a packet may wait between plan and wire."""
    every = np.array(instants)
    return int((np.searchsorted(every, every + 1.0 - JITTER) - np.arange(every.size)).max())


def test_every_byte_of_all_kinds_of_packets(tmp_path: Path) -> None:
    need("tshark", "dumpcap", "sacn")
    rig = SacnTarget(
        "rig",
        (7, 300),
        (NODE,),
        100,
        "Grüße",
        rate=40,
        multicast=True,
        interface="lo",
        priorities={7: 120},
        per_address={7: PRIORITIES},
        sync=7999,
        discovery=True,
    )
    show = program([cue("1", fade(1.0, {0: 1.0, 512: 0.2}), duration=1.0)], universes=(7, 300), rigs=(rig,))
    with capturing("udp dst port 5568") as wire:
        with running(show, tmp_path / "levels") as engine:
            time.sleep(0.7)  # nothing is announced before anything is sent
            engine.post(Go())
            (started,) = engine.wait_for(CueStarted)
            engine.wait_for(CueEnded)
            time.sleep(1.5)
        packets = wire.packets
    assert packets[0].is_e131_data
    assert 0 <= packets[0].monotonic - started.due < STALL
    assert {p.destination for p in packets} == {
        (host, 5568) for host in ("127.0.0.1", "239.255.0.7", "239.255.1.44", "239.255.31.63", "239.255.250.214")
    }
    one = to(packets, "127.0.0.1")
    data = [p for p in one if p.is_e131_data]
    assert {p.source_name for p in data} == {"Grüße"}
    assert {p.cid for p in data} == {str(CID)}
    assert {p.acn["dmx.reserved"] for p in data} == {("7999",)}  # what tshark 4.0 still calls the sync address
    assert {(p.universe, p.priority) for p in data} == {(7, 120), (300, 100)}
    for universe, group in ((7, "239.255.0.7"), (300, "239.255.1.44")):
        stream = [p for p in data if p.universe == universe]
        assert [p.payload for p in stream] == [p.payload for p in to(packets, group)]
        assert [p.sequence for p in stream] == [(1 + i) % 256 for i in range(len(stream))]
        assert [p.is_terminated for p in stream[-3:]] == [True] * 3
        assert most_in_a_second([p.time for p in stream if not p.is_terminated]) <= 44
    # Levels first, then priorities; three repeats, then once a second; at the end both are terminated.
    seven = [p for p in data if p.universe == 7]
    assert [p.start_code for p in seven[:2]] == [0, 0xDD]
    assert seven[1].time - seven[0].time < STALL
    priorities = levels_of(data, 7, 0xDD)
    assert {p.levels for p in priorities} == {tuple(PRIORITIES)}
    assert [p.is_terminated for p in priorities[-4:]] == [False, True, True, True]
    gaps = np.diff([p.time for p in priorities[:-3]])
    assert gaps[:3] == pytest.approx([1 / 3] * 3, abs=STALL)
    assert ((gaps[3:] > 0.75) & (gaps[3:] < 1.0 + STALL)).all()
    assert not levels_of(data, 300, 0xDD)
    # A synchronisation some milliseconds after the data of each frame, to all who have the data.
    syncs = [p for p in one if not p.is_e131_data]
    assert [p.payload for p in syncs] == [
        bytes(SyncPacket(tuple(CID.bytes), 7999, (1 + i) % 256).getBytes()) for i in range(len(syncs))
    ]
    assert [p.payload for p in syncs] == [p.payload for p in to(packets, "239.255.31.63")]
    lives = np.array([p.time for p in data if not p.is_terminated])
    before = np.array([p.time - lives[lives < p.time].max() for p in syncs])
    assert np.median(before) == pytest.approx(SYNC_AFTER, abs=0.002)
    assert before.min() > 0  # a packet's own stamp may be as late as the machine is busy
    # One announcement, after the first frame.
    (page,) = to(packets, "239.255.250.214")
    assert page.payload == bytes(UniverseDiscoveryPacket(tuple(CID.bytes), "Grüße", (7, 300)).getBytes())


def test_ola_takes_multicast(tmp_path: Path) -> None:
    need("olad")
    rig = SacnTarget(
        "rig", (1, 300), (), 100, "Test", multicast=True, interface=ADDRESS, per_address={1: PRIORITIES}, discovery=True
    )
    show = program([cue("1", fade(0.2, {0: 1.0, 511: 0.5, 512: 0.4}))], universes=(1, 300), rigs=(rig,))
    with running_ola((1, 300)) as ola, running(show, tmp_path / "levels") as engine:
        engine.post(Go())
        levels = ola.wait_for_levels(1, {1: 255, 512: 128})
        assert not any(levels[1:511])
        assert ola.wait_for_levels(300, {1: 102})[0] == 102


def test_the_sacn_library_takes_multicast(tmp_path: Path) -> None:
    need("sacn")
    namespace.route_multicast_to_loopback()
    rig = SacnTarget("rig", (1,), (), 100, "Test", multicast=True, interface="lo")
    show = program([cue("1", fade(0.3, {0: 1.0}))], rigs=(rig,))
    with (
        running_sacn_receiver((1,), bind="0.0.0.0", multicast=True) as receiver,
        running(show, tmp_path / "levels") as engine,
    ):
        engine.post(Go())
        receiver.wait_for(1, 1, 255)
        levels = [received.levels[0] for received in receiver.received[1]]
    assert levels == sorted(levels)
    assert len(levels) >= 8


def test_each_device_at_its_rate(tmp_path: Path) -> None:
    need("tshark", "dumpcap")
    rigs = (
        SacnTarget("slow", (1, 2), (("127.0.0.2", 5568),), 100, "Test", rate=20),
        SacnTarget("fast", (2,), (("127.0.0.3", 5568), ("127.0.0.4", 5568)), 100, "Test"),
    )
    show = program([cue("1", fade(30.0, dict.fromkeys(range(1024), 1.0)))], universes=(1, 2), rigs=rigs)
    with capturing("udp dst port 5568") as wire:
        with running(show, tmp_path / "levels") as engine:
            engine.post(Go())
            time.sleep(3.5)
        packets = [p for p in wire.packets if not p.is_terminated]
    both = [to(packets, host) for host in ("127.0.0.3", "127.0.0.4")]
    assert [p.payload for p in both[0]] == [p.payload for p in both[1]]
    for stream, rate in ((levels_of(to(packets, "127.0.0.2"), u), 20) for u in (1, 2)):
        assert rate - 2 <= most_in_a_second([p.time for p in stream]) <= rate
        assert np.median(np.diff([p.time for p in stream])) == pytest.approx(1.001 / rate, abs=0.003)
    assert {p.universe for p in both[0]} == {2}
    assert 41 <= most_in_a_second([p.time for p in both[0]]) <= 44
    # One count for the universe that both devices send: a receiver of both hears each number once.
    numbers = [p.sequence for p in levels_of(packets, 2) if p.destination[0] != "127.0.0.4"]
    assert numbers == [(1 + i) % 256 for i in range(len(numbers))]


def test_what_leaves_the_show_is_told_and_what_stays_is_left_alone(tmp_path: Path) -> None:
    need("tshark", "dumpcap")

    def show(hosts: tuple[str, ...], multicast: bool, per_address: dict[int, bytes]) -> Program:
        to = tuple((host, 5568) for host in hosts)
        rig = SacnTarget(
            "rig", (1, 2), to, 100, "Test", 40, multicast=multicast, interface="lo", per_address=per_address
        )
        return program([cue("1", fade(0.0, {0: 1.0, 512: 1.0}))], universes=(1, 2), rigs=(rig,))

    before, after = show(("127.0.0.1", "127.0.0.2"), True, {1: PRIORITIES}), ("127.0.0.1", "127.0.0.3")
    with capturing("udp dst port 5568") as wire, running(before, tmp_path / "levels") as engine:
        engine.post(Go())
        time.sleep(0.3)
        engine.playing.amend(show(after, False, {1: PRIORITIES[::-1]}), {})
        time.sleep(0.5)
        kept = [p for p in wire.packets if p.is_e131_data]
    for gone in ("127.0.0.2", "239.255.0.1"):
        assert [p.is_terminated for p in to(kept, gone) if p.universe == 1][-6:] == [True] * 6  # levels and priorities
    assert not any(p.is_terminated for p in to(kept, "127.0.0.1"))
    numbers = np.array([p.sequence for p in to(kept, "127.0.0.1") if p.universe == 1])
    assert (np.diff(numbers) > 0).all()
    new = [(p.start_code, p.levels[:2]) for p in to(kept, "127.0.0.3") if p.universe == 1]
    assert new[:2] == [(0, (255, 0)), (0xDD, (1, 150))]
    assert levels_of(to(kept, "127.0.0.1"), 1, 0xDD)[-1].levels == tuple(PRIORITIES[::-1])


def test_an_interface_that_goes_costs_nobody_else_and_comes_back(
    tmp_path: Path, expected_warnings: list[object]
) -> None:
    need("tshark", "dumpcap")
    namespace.add_veth()
    rigs = (
        SacnTarget("net", (1, 2), (), 100, "Test", multicast=True, interface="peer0", discovery=True, sync=9),
        SacnTarget("rig", (1, 2), (NODE,), 100, "Test"),
    )
    show = program([cue("1", fade(30.0, dict.fromkeys(range(1024), 1.0)))], universes=(1, 2), rigs=rigs)

    def status(device: str) -> object:
        seen = engine.snapshots[-1].devices if engine.snapshots else ()
        return next(((each.state, each.detail) for each in seen if each.device == device), None)

    with capturing("udp dst port 5568") as alone, capturing("udp dst port 5568", "any") as wire:
        with running(show, tmp_path / "levels") as engine:
            engine.post(Go())
            wait_until(lambda: status("net") == ("sent", ""), "multicast")
            subprocess.run(["ip", "link", "set", "peer0", "down"], check=True)
            down = time.time()
            wait_until(lambda: "switched off" in str(status("net")), "the words")
            assert status("rig") == ("sent", "")
            time.sleep(1.0)
            subprocess.run(["ip", "link", "set", "peer0", "up"], check=True)
            up = time.time()
            wait_until(lambda: status("net") == ("sent", ""), "recovery")
            time.sleep(0.5)
        packets, rig = [p for p in wire.packets if p.is_e131_data], [p for p in alone.packets if p.is_e131_data]
    times = np.array([p.time for p in packets if p.destination[0] == "239.255.0.1"])
    assert not ((times > down + STALL) & (times < up)).any()
    assert times[times > up].min() - up < 1.0
    for universe in (1, 2):
        gaps = np.diff([p.time for p in levels_of(to(rig, "127.0.0.1"), universe) if not p.is_terminated])
        assert gaps.size > 60
        assert np.median(gaps) == pytest.approx(0.02275, abs=0.003)
    assert len(expected_warnings) <= 3
