"""Masters and blackout of the running dispatcher, as others read them on the wire."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from showctl.engine.command import Go, Park, SetBlackout, SetMaster, Unpark
from showctl.engine.event import CueEnded, CueStarted, MasterMoved
from showctl.engine.level_store import LevelReader
from showctl.model.effect import MasterFade
from showctl.program.program import EXEMPT_FROM_BLACKOUT, EXEMPT_FROM_GRAND, FixtureLayout, FixtureTable, Program
from tests.realtime.engine import cue, fade, program, running
from tests.receivers import need
from tests.receivers.ola import running_ola
from tests.receivers.tshark import capturing
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")

STALL = 0.15
"""Seconds that a test machine may stand still now and then; virtual ones do for 20 ms, busy ones for longer."""


def show() -> Program:
    """Cue 1 lights slots 1 to 3, the third exempt; cue 2 takes a second to bring the master to half."""
    up = fade(0.0, {0: 1.0, 1: 0.6, 2: 1.0})
    down = MasterFade(0.0, 1.0, "grand", None, 0.5)
    plain = program([cue("1", up), cue("2", down, duration=1.0)])
    exempt = bytearray(plain.parameters.exempt)
    exempt[2] = EXEMPT_FROM_GRAND | EXEMPT_FROM_BLACKOUT
    return replace(plain, parameters=replace(plain.parameters, exempt=bytes(exempt)))


def test_ola_has_the_halved_level_and_the_blackout(tmp_path: Path) -> None:
    need("olad")
    with running_ola((1,)) as ola, running(show(), tmp_path / "levels") as engine:
        engine.post(Go())
        ola.wait_for_levels(1, {1: 255, 2: 153, 3: 255})
        engine.post(Go())
        ola.wait_for_levels(1, {1: 128, 2: 77, 3: 255})  # 127.5 and 76.5
        engine.post(SetBlackout(on=True))
        ola.wait_for_levels(1, {1: 0, 2: 0, 3: 255})
        engine.post(SetMaster(master="grand", level=0.2))
        engine.post(SetBlackout(on=False))
        ola.wait_for_levels(1, {1: 51, 2: 31, 3: 255})  # 30.6


def test_a_fade_of_a_master_is_sent_at_the_rate_of_frames(tmp_path: Path) -> None:
    need("tshark", "dumpcap")
    with capturing("udp dst port 5568") as wire:
        with running(show(), tmp_path / "levels") as engine:
            engine.post(Go())
            engine.wait_for(CueStarted)
            time.sleep(0.3)
            engine.post(Go())
            (moved,) = engine.wait_for(MasterMoved)
            engine.wait_for(CueEnded, 2)
            time.sleep(0.2)
        packets = [packet for packet in wire.packets if not packet.is_terminated]
    moving = [p for p in packets if moved.due <= p.monotonic <= moved.due + 1.0]
    assert len(moving) > 0.8 * 44
    for earlier, later in pairwise(moving):
        assert earlier.levels[0] >= later.levels[0]
        assert earlier.levels[2] == 255
    for p in moving:
        expected = 255 * (1.0 - 0.5 * (p.monotonic - moved.due))
        assert expected - 1 <= p.levels[0] <= expected + 1 + STALL * 127
    assert packets[-1].levels[:3] == (128, 77, 255)


def test_nothing_is_sent_for_masters_alone_and_they_are_stored_all_the_same(tmp_path: Path) -> None:
    need("dumpcap")
    with capturing("udp dst port 5568") as wire:
        with running(show(), tmp_path / "levels") as engine:
            engine.post(SetMaster(master="grand", level=0.25, time=0.4), SetBlackout(on=True))
            reader = LevelReader(tmp_path / "levels")
            wait_until(lambda: (stored := reader.stored()) and stored.named["grand"] == 0.25, "the end of the fade")
            wait_until(
                lambda: [m.level for m in engine.snapshots[-1].masters] == [0.25] and engine.snapshots[-1].blackout,
                "a snapshot that says so",
            )
        assert wire.packets == []


def test_parked_bytes_go_out_under_blackout(tmp_path: Path) -> None:
    need("tshark", "dumpcap")
    names = FixtureTable(("lamp",), bytes(4), bytes(4), (FixtureLayout(("intensity",), bytes(4)),))
    with capturing("udp dst port 5568") as wire:
        with running(replace(show(), fixtures=names), tmp_path / "levels") as engine:
            engine.post(Go())
            engine.wait_for(CueStarted)
            engine.post(Park(what="lamp", level=0.2), Park(what="1.2"), Park(what="1.500", level=1.0))
            engine.post(SetBlackout(on=True))
            engine.post(SetMaster(master="grand", level=0.0))
            reader = LevelReader(tmp_path / "levels")
            wait_until(
                lambda: (stored := reader.stored()) and stored.named["grand"] == 0.0 and stored.note, "the level store"
            )
            time.sleep(1.5)
            engine.post(SetBlackout(on=False), SetMaster(master="grand", level=1.0), Unpark(what="lamp"))
            wait_until(
                lambda: [each.what for each in engine.snapshots[-1].parked] == ["1.2", "1.500"],
                "a snapshot that says so",
            )
            time.sleep(0.3)
        packets = [packet for packet in wire.packets if not packet.is_terminated]
    black = [(*p.levels[:3], p.levels[499]) for p in packets]
    parked = (51, 153, 255, 255)
    assert black.count(parked) >= 2  # also the frames that go out every second while nothing changes
    assert black[-1] == (255, 153, 255, 255)
