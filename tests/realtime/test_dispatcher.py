"""The dispatcher's thread: on time, unimpressed by floods and errors, and changing shows without a gap."""

import logging
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import numpy as np
import pytest
from msgspec.structs import replace

from showctl.engine.clock import SystemClock
from showctl.engine.command import Go, Panic, Pause, Resume, SetStandby, Shutdown, Stop
from showctl.engine.dispatcher import Dispatcher, Inbox
from showctl.engine.event import CueEnded, CueStarted, Sent, Warned
from showctl.engine.frame_rates import FrameRates
from showctl.engine.lateness import Lateness
from showctl.engine.level_store import LevelReader
from showctl.engine.outbox import Ended, Outbox
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.publisher import Publisher
from showctl.engine.snapshot import DeviceStatus
from showctl.engine.stage import Stage
from showctl.model.effect import Send
from showctl.model.message import OscMessage
from showctl.outputs.sacn import SacnOutput
from showctl.program.program import CompiledCue, OscTarget, SacnTarget
from tests.realtime.engine import CID, NODE, cue, fade, program, running
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")

STALL = 0.15
"""Seconds that a test machine may stand still now and then; virtual ones do for 20 ms, busy ones for longer."""


def frames_at(sock: socket.socket) -> list[bytes]:
    """What has come to a socket by now."""
    found = []
    while True:
        try:
            found.append(sock.recv(700))
        except (BlockingIOError, TimeoutError):
            return found


@pytest.fixture
def node() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        sock.bind(NODE)
        sock.setblocking(False)
        yield sock


def test_a_chain_does_not_drift(tmp_path: Path) -> None:
    desk = OscTarget("desk", ("127.0.0.1", 9000))
    cues = [
        cue(str(n), Send(0.0, "desk", OscMessage(f"/{n}")), post_wait=0.02, auto_continue=n < 50) for n in range(1, 51)
    ]
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener,
        running(program(cues, desks=(desk,)), tmp_path / "levels") as engine,
    ):
        listener.bind(desk.to)
        engine.post(Go())
        sent = [event for event in engine.wait_for(Sent, 50) if isinstance(event, Sent)]
    due = np.array([event.due for event in sent])
    late = np.array([event.sent for event in sent], float) - due
    assert [event.cue for event in sent] == [str(n) for n in range(1, 51)]
    assert due - due[0] == pytest.approx(0.02 * np.arange(50), abs=1e-9)
    assert late.min() >= 0
    assert np.median(late) < 0.005
    assert late[-1] < STALL


def test_a_flood_of_commands_stops_neither_frames_nor_cues(tmp_path: Path, node: socket.socket) -> None:
    show = program([cue("1", fade(5.0, {0: 1.0}), duration=5.0), cue("2")])
    with running(show, tmp_path / "levels") as engine:
        engine.post(Go())
        end = time.monotonic() + 1.0
        while time.monotonic() < end:
            engine.post(*[SetStandby(cue="2")] * 20)
            time.sleep(0.002)
        count = len(frames_at(node))
        assert count >= 30  # 44 on a quiet machine
        assert len(engine.snapshots) <= 1.5 * 30 + 5


def test_snapshots_say_what_happens_and_then_nothing(tmp_path: Path) -> None:
    with running(program([cue("1", fade(0.3, {0: 1.0}), duration=0.3)]), tmp_path / "levels") as engine:
        wait_until(lambda: engine.snapshots, "a first snapshot")
        assert not engine.snapshots[0].anything_sent
        engine.post(Go())
        engine.wait_for(CueEnded)
        wait_until(lambda: not engine.snapshots[-1].active and engine.snapshots[-1].anything_sent, "the end of the cue")
        last = engine.snapshots[-1]
        assert (last.last_go, last.lists[0].standby) == ("1", None)
        assert last.realtime
        assert last.lateness.count > 5
        assert 0 < last.lateness.median < STALL
        assert [s.serial for s in engine.snapshots] == list(range(1, len(engine.snapshots) + 1))
        assert any(s.active for s in engine.snapshots)
    assert engine.ended == Ended()


def test_pause_holds_light_and_resume_goes_on(tmp_path: Path, node: socket.socket) -> None:
    with running(program([cue("1", fade(1.0, {0: 1.0}), duration=1.0)]), tmp_path / "levels") as engine:
        engine.post(Go())
        time.sleep(0.4)
        engine.post(Pause())
        time.sleep(0.3)
        held = [packet[126] for packet in frames_at(node)][-1]
        assert 60 < held < 160
        time.sleep(1.0)
        assert {packet[126] for packet in frames_at(node)} <= {held}  # a keep-alive
        engine.post(Resume())
        engine.wait_for(CueEnded)
        time.sleep(0.1)
        levels = [packet[126] for packet in frames_at(node)]
        assert levels == sorted(levels)
        assert levels[-1] == 255


def test_the_level_store_follows(tmp_path: Path) -> None:
    with running(program([cue("1", fade(0.3, {0: 1.0, 5: 0.5}))], universes=(1, 2)), tmp_path / "levels") as engine:
        reader = LevelReader(tmp_path / "levels")
        engine.post(Go())
        seen = []
        end = time.monotonic() + 0.6
        while time.monotonic() < end:
            if read := reader.read():
                seen.append(int(read[1][0, 0]))
            time.sleep(0.002)
        assert seen == sorted(seen)
        assert len(set(seen)) > 3
        stored = reader.stored()
        assert stored is not None
        assert stored.levels[0, :6].tolist() == [255, 0, 0, 0, 0, 128]
        assert stored.touched.tolist() == [True, False]
        assert stored.values[5] == 0.5


def test_another_state_of_the_show_without_a_gap(tmp_path: Path, node: socket.socket) -> None:
    old = program([cue("1", fade(2.0, {0: 1.0, 512: 1.0}), duration=2.0), cue("2"), cue("3")], universes=(1, 2))
    rigs = (SacnTarget("rig", (2, 3), (NODE,), 110, "Test"),)
    new = program([cue("0"), cue("2"), cue("3", fade(0.0, {512: 1.0}))], universes=(2, 3), rigs=rigs)
    with running(old, tmp_path / "levels") as engine:
        engine.post(Go())
        time.sleep(0.5)
        engine.playing.amend(new, {})
        time.sleep(0.5)
        packets = frames_at(node)
        wait_until(lambda: engine.snapshots[-1].lists[0].standby == "2", "standby kept")
        assert [run.cue for run in engine.snapshots[-1].active] == ["1"]  # it is gone from the show, and plays out
        kept = [p for p in packets if p[114] == 2]
        assert [p[111] for p in kept] == [(1 + i) % 256 for i in range(len(kept))]
        assert not any(p[112] for p in kept)
        levels = [p[126] for p in kept]
        assert levels == sorted(levels)
        assert len(set(levels[-10:])) > 5  # it fades on
        dropped = [p for p in packets if p[114] == 1]
        assert [p[112] for p in dropped[-3:]] == [0x40] * 3
        assert not [p for p in packets if p[114] == 3]  # a new universe is silent
        (ended,) = engine.wait_for(CueEnded)
        assert isinstance(ended, CueEnded)
        assert not ended.stopped
        engine.post(SetStandby(cue="3"), Go())
        engine.wait_for(CueStarted, 2)
        wait_until(lambda: any(p[114] == 3 and p[126] == 255 for p in frames_at(node)), "the new universe")


class Broken:
    """A device with an error of its own in it."""

    device = "broken"

    def prepare(self, messages: object) -> None: ...

    def send(self, cue: str, message: object, due: float, *, ramp: bool = False) -> None:
        raise RuntimeError("broken")

    def status(self) -> DeviceStatus:
        return DeviceStatus("broken", "osc", "nowhere", "error")

    def close(self) -> None: ...


def play_broken(gos: int, store: Path) -> tuple[list[object], list[bytes]]:
    """What the engine says, and the frames, when each second cue meets an error of our own."""
    show = program(
        [
            c
            for n in range(gos)
            for c in (cue(f"b{n}", Send(0.0, "broken", OscMessage("/x"))), cue(f"l{n}", fade(0.0, {0: n / gos})))
        ]
    )
    clock, outbox, lateness = SystemClock(), Outbox(), Lateness()
    inbox: Inbox = SimpleQueue()
    outputs = {"broken": Broken()}
    playback = Playback(show, Player(show), mixer_for(show), outputs, outbox.report)
    (target,) = show.targets
    assert isinstance(target, SacnTarget)
    rig = SacnOutput(target, show.universes, CID, clock)
    stage = Stage(playback, FrameRates(1, (rig,)), outputs, (rig,))
    dispatcher = Dispatcher(stage, inbox, outbox, Publisher(outbox, lateness, clock), lateness, clock)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(NODE)
        sock.setblocking(False)
        thread = threading.Thread(target=dispatcher.run)
        thread.start()
        for _ in range(2 * gos):
            inbox.put(Go())
            time.sleep(0.03)
        inbox.put(Shutdown())
        thread.join(5.0)
        assert not thread.is_alive()
        rig.close()
        packets = frames_at(sock)
    return list(outbox.left()), packets


def test_an_error_of_our_own_does_not_stop_the_show(tmp_path: Path, expected_warnings: list[logging.LogRecord]) -> None:
    said, packets = play_broken(3, tmp_path)
    assert said[-1] == Ended()
    assert sum(isinstance(item, Warned) for item in said) == 1
    assert packets[-1][112] == 0x40
    assert max(p[126] for p in packets) == 170  # 2/3: the last cue came
    assert len(expected_warnings) == 3


def test_too_many_errors_end_the_engine_and_leave_the_light(
    tmp_path: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    said, packets = play_broken(25, tmp_path)
    assert said[-1] == Ended("RuntimeError('broken')")
    assert not any(p[112] for p in packets)  # no stream-terminated: a new engine takes over
    assert expected_warnings


def two_halves(second: float) -> CompiledCue:
    """A cue whose stop command is a press and, `second` seconds later, a release; as Resolume's are."""
    halves = (Send(0.0, "desk", OscMessage("/press")), Send(second, "desk", OscMessage("/release")))
    return replace(cue("1", Send(0.0, "desk", OscMessage("/play")), duration=600.0), stop=halves)


def test_a_clean_stop_says_the_delayed_half_of_a_stop_command(tmp_path: Path, node: socket.socket) -> None:
    desk = OscTarget("desk", ("127.0.0.1", 9000))
    show = program([two_halves(0.05), cue("2", Send(0.0, "desk", OscMessage("/two")))], desks=(desk,))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind(desk.to)
        with running(show, tmp_path / "levels") as engine:
            engine.post(Go())
            engine.wait_for(Sent)
            engine.post(Shutdown(), Go(), Stop(), Shutdown())
        assert [event.message.address for event in engine.sent if isinstance(event.message, OscMessage)] == [
            "/play",
            "/press",
            "/release",
        ]
    press, release = engine.sent[1:]
    assert release.due - press.due == pytest.approx(0.05)
    assert release.sent is not None
    assert release.sent >= release.due
    assert engine.ended == Ended()


def test_a_clean_stop_waits_no_longer_than_a_second(tmp_path: Path, node: socket.socket) -> None:
    desk = OscTarget("desk", ("127.0.0.1", 9000))
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener,
        running(program([two_halves(30.0)], desks=(desk,)), tmp_path / "levels") as engine,
    ):
        listener.bind(desk.to)
        engine.post(Go())
        engine.wait_for(Sent)
        begun = time.monotonic()
        engine.stop()
        assert time.monotonic() - begun < 1.5
    assert engine.ended == Ended()


def test_panic_and_stop_are_taken_in_the_middle_of_a_fade(tmp_path: Path, node: socket.socket) -> None:
    show = program([cue("1", fade(10.0, {0: 1.0}), duration=10.0), cue("2", fade(10.0, {0: 0.0}), duration=10.0)])
    with running(show, tmp_path / "levels") as engine:
        engine.post(Go())
        time.sleep(0.5)
        engine.post(Panic())
        engine.wait_for(CueEnded)
        time.sleep(0.2)
        held = frames_at(node)[-1][126]
        assert held > 5
        engine.post(Go())
        time.sleep(0.1)
        engine.post(Stop())
        engine.wait_for(CueEnded, 2)
        time.sleep(0.2)
        assert 0 < frames_at(node)[-1][126] <= held
