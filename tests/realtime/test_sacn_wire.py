"""sACN of the running dispatcher, as tshark, OLA and the sacn library read it."""

import logging
import time
from pathlib import Path

import numpy as np
import pytest

from showctl.engine.clock import SystemClock
from showctl.engine.command import Go
from showctl.engine.event import CueEnded, CueStarted
from showctl.program.program import SacnTarget
from tests.realtime.engine import CID, cue, fade, program, running
from tests.receivers import need
from tests.receivers.ola import running_ola
from tests.receivers.sacn_receiver import running_sacn_receiver
from tests.receivers.tshark import Packet, capturing

pytestmark = pytest.mark.usefixtures("netns")

FRAME = 0.02275
STALL = 0.05
"""Seconds that a test machine may stand still now and then; virtual ones do for 20 ms."""


def of(packets: list[Packet], universe: int) -> list[Packet]:
    return [packet for packet in packets if packet.universe == universe]


def test_every_field_from_the_first_frame_to_the_end(tmp_path: Path) -> None:
    need("tshark", "dumpcap")
    show = program(
        [cue("1", fade(0.5, {0: 1.0, 1: 0.5, 512: 0.2}), duration=0.5)],
        universes=(7, 300),
        rigs=(SacnTarget("rig", (7, 300), (("127.0.0.1", 5568),), 110, "Grüße"),),
    )
    with capturing("udp dst port 5568") as wire:
        with running(show, tmp_path / "levels") as engine:
            time.sleep(0.3)
            engine.post(Go())
            (started,) = engine.wait_for(CueStarted)
            engine.wait_for(CueEnded)
            time.sleep(1.5)  # repeats, and a keep-alive
        packets = wire.packets
    assert {p.universe for p in packets} == {7, 300}
    for universe, full in ((7, (255, 128)), (300, (51, 0))):
        stream = of(packets, universe)
        assert all(p.is_e131_data for p in stream)
        assert {(p.cid, p.source_name, p.priority, p.start_code) for p in stream} == {(str(CID), "Grüße", 110, 0)}
        assert not any(p.is_preview for p in stream)
        assert all(len(p.payload) == 638 and len(p.levels) == 512 for p in stream)
        assert [p.sequence for p in stream] == [(1 + i) % 256 for i in range(len(stream))]
        assert [p.is_terminated for p in stream] == [False] * (len(stream) - 3) + [True] * 3
        # Dark start: the first frame is the GO's, and it leaves at once.
        assert 0 <= stream[0].monotonic - started.due < STALL
        live = stream[:-3]
        gaps = np.diff([p.time for p in live])
        assert gaps.mean() > FRAME - 0.001  # a late frame is followed by a shorter gap, never by more frames
        assert np.median(gaps[:20]) == pytest.approx(FRAME, abs=0.003)
        # Levels only rise, and are those of the instant.
        first = [p.levels[0] for p in live]
        assert first == sorted(first)
        for p in live:
            share = min(1.0, max(0.0, (p.monotonic - started.due) / 0.5))
            slack = STALL / 0.5 * full[0]
            assert full[0] * share - slack <= p.levels[0] <= full[0] * share + 2
        last = [p for p in live if p.levels[:2] == full]
        assert len(last) >= 4  # the change and its repeats, then the keep-alive
        assert np.diff([p.time for p in last])[-1] > 0.7


def test_ola_and_the_sacn_library_have_the_levels(tmp_path: Path) -> None:
    need("olad", "sacn")
    show = program([cue("1", fade(0.2, {0: 1.0, 511: 0.5, 512: 0.4}))], universes=(1, 2))
    with running_ola((1, 2)) as ola, running(show, tmp_path / "levels") as engine:
        engine.post(Go())
        levels = ola.wait_for_levels(1, {1: 255, 512: 128})
        assert not any(levels[1:511])
        assert ola.wait_for_levels(2, {1: 102})[0] == 102


def test_the_sacn_library_gets_every_change(tmp_path: Path) -> None:
    need("sacn")
    show = program([cue("1", fade(0.0, {0: 1.0})), cue("2", fade(0.3, {0: 0.0}))])
    with running_sacn_receiver((1,)) as receiver, running(show, tmp_path / "levels") as engine:
        engine.post(Go())
        receiver.wait_for(1, 1, 255)
        engine.post(Go())
        receiver.wait_for(1, 1, 0)
        levels = [received.levels[0] for received in receiver.received[1]]
    assert levels == sorted(levels, reverse=True)
    assert len(levels) >= 8  # a step a frame


def test_a_dead_destination_delays_nothing(tmp_path: Path, expected_warnings: list[logging.LogRecord]) -> None:
    need("tshark", "dumpcap")
    rigs = (
        SacnTarget("dead", (1, 2), (("10.255.255.1", 5568),), 100, "Test"),
        SacnTarget("rig", (1, 2), (("127.0.0.1", 5568),), 100, "Test"),
    )
    show = program([cue("1", fade(30.0, dict.fromkeys(range(1024), 1.0)))], universes=(1, 2), rigs=rigs)
    with capturing("udp dst port 5568") as wire:
        with running(show, tmp_path / "levels") as engine:
            engine.post(Go())
            time.sleep(2.0)
        packets = wire.packets
    for universe in (1, 2):
        gaps = np.diff([p.time for p in of(packets, universe) if not p.is_terminated])
        assert gaps.size >= 80
        assert np.median(gaps) == pytest.approx(FRAME, abs=0.003)
    devices = {status.device: status for status in engine.snapshots[-1].devices}
    assert devices["rig"].state == "sent"
    assert devices["dead"].state == "error"
    assert "10.255.255.1" in devices["dead"].detail
    assert len(expected_warnings) == 1


def test_outputs_off_sends_nothing_and_still_counts_levels(tmp_path: Path) -> None:
    need("tshark", "dumpcap")
    from showctl.engine.level_store import LevelReader
    from tests.receivers.wait import wait_until

    show = program([cue("1", fade(0.0, {0: 1.0}))])
    with capturing("udp dst port 5568") as wire:
        with running(show, tmp_path / "levels", outputs_off=True) as engine:
            engine.post(Go())
            reader = LevelReader(tmp_path / "levels")
            wait_until(lambda: (read := reader.read()) and read[1][0, 0] == 255, "the level in the store")
        assert wire.packets == []
    assert {status.state for status in engine.snapshots[-1].devices} == {"off"}
    assert not engine.snapshots[-1].anything_sent
    assert SystemClock().now() >= engine.snapshots[-1].instant
