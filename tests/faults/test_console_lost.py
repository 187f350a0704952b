"""The console goes, whichever way: the engine plays on, or ends if it never sent anything."""

import os
import signal
import socket
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from showctl.host.process import GRACE
from showctl.session.patience import SILENT_AFTER
from tests.faults.stage import DESK_PORT, Console, Wire, engine_of, is_alive, listening
from tests.receivers.wait import wait_until

Start = Callable[[Path], Console]
REMOTE = 53123
"""A port of the network that the test has to itself."""


def test_killed_in_a_fade_nothing_changes_on_the_wire(console: Start, wire: Wire, show: Path) -> None:
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() > 60, "the fade to be under way")
    engine = engine_of(show)
    first.kill()
    killed_at = wire.packets[-1][0]

    second = console(show)
    now = second.attached()
    assert engine_of(show) == engine
    assert now["standby"] == {"main": "2"}
    if wire.level() < 255:  # on a busy machine a console takes longer to start than the rest of the fade
        assert now["active"] == ["1"]
    assert now["interrupted"] == []

    wait_until(lambda: wire.level() == 255, "the end of the fade")
    frames = wire.frames()
    assert all(b.sequence == (a.sequence + 1) % 256 for a, b in pairwise(frames))
    assert all(a.levels[0] <= b.levels[0] for a, b in pairwise(frames))
    assert frames[-1].levels[:5] == bytes((255, 255, 255, 255, 0))
    moving = [frame for frame in frames if killed_at - 0.2 < frame.time < killed_at + 1.0]
    # 44 frames a second are 22.75 ms apart. 60 ms: two processes start beside it on a small machine.
    assert max(b.time - a.time for a, b in pairwise(moving)) < 0.06
    assert 1.0 < len(moving) / 1.2 / 41 < 1.1


def test_ctrl_c_in_its_terminal_does_not_reach_the_engine(console: Start, wire: Wire, show: Path) -> None:
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() > 20, "the fade to be under way")
    engine = engine_of(show)
    first.kill(signal.SIGINT)
    wait_until(lambda: wire.level() == 255, "the end of the fade")
    assert is_alive(engine.pid)
    assert os.getpgid(engine.pid) == os.getsid(engine.pid) == engine.pid


def test_left_in_order_the_engine_plays_on(console: Start, wire: Wire, show: Path) -> None:
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() > 20, "the fade to be under way")
    first.leave()
    wait_until(lambda: wire.level() == 255, "the end of the fade")
    assert not any(frame.terminated for frame in wire.frames())


def test_told_to_stop_the_engine_ends_and_says_so_to_receivers(console: Start, wire: Wire, show: Path) -> None:
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() > 20, "the fade to be under way")
    engine = engine_of(show)
    first.leave("stop")
    wait_until(lambda: not is_alive(engine.pid), "the engine's end")
    assert [frame.terminated for frame in wire.frames()[-4:]] == [False, True, True, True]


@pytest.mark.parametrize("end", ["leave", "kill"])
def test_an_engine_that_sent_nothing_ends_with_it(console: Start, wire: Wire, show: Path, end: str) -> None:
    first = console(show)
    first.attached()
    engine = engine_of(show)
    first.leave() if end == "leave" else first.kill()
    wait_until(lambda: not is_alive(engine.pid), "the engine's end", timeout=5.0)
    assert not wire.packets


def test_coming_back_at_once_finds_the_same_engine(console: Start, show: Path) -> None:
    first = console(show)
    first.attached()
    engine = engine_of(show)
    first.kill()
    alone_since = time.monotonic()
    console(show).attached()
    # An engine that has sent nothing waits GRACE for a console; on a busy machine one may take longer to start.
    if time.monotonic() - alone_since < GRACE:
        assert engine_of(show) == engine


def test_stopped_for_a_while_it_does_not_take_the_engine_for_dead(console: Start, wire: Wire, show: Path) -> None:
    first = console(show)
    first.attached()
    first.tell("go")
    first.wait_for(lambda now: now["last_go"] == "1", "GO")
    engine = engine_of(show)
    os.kill(first.pid, signal.SIGSTOP)
    time.sleep(SILENT_AFTER + 1.0)
    os.kill(first.pid, signal.SIGCONT)
    first.tell("standby 4")
    first.wait_for(lambda now: now["standby"] == {"main": "4"}, "the command")
    assert engine_of(show) == engine


def test_stopped_in_a_fade_it_disturbs_neither_packets_nor_a_remote_go(show: Path, wire: Wire) -> None:
    """Nor does the pipe to it fill up: the engine never waits for a console that reads nothing."""
    first = Console(show, REMOTE)
    try:
        first.attached()
        with listening(DESK_PORT) as desk, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as remote:
            first.tell("go")
            wait_until(lambda: wire.level() > 20, "the fade to be under way")
            os.kill(first.pid, signal.SIGSTOP)
            since = time.monotonic()
            remote.sendto(b"/go\0,\0\0\0", ("127.0.0.1", REMOTE))
            asked = time.monotonic()
            wait_until(lambda: desk.packets, "the message of the cue that was started from elsewhere")
            assert desk.packets[0][1].startswith(b"/two\0")
            assert desk.packets[0][0] - asked < 0.1
            wait_until(lambda: wire.level() == 255, "the end of the fade")
            frames = wire.frames(since=since)
            assert all(b.sequence == (a.sequence + 1) % 256 for a, b in pairwise(frames))
            moving = [frame for frame in frames if frame.levels[0] < 255]
            assert len(moving) > 40  # more than a second of the three
            assert max(b.time - a.time for a, b in pairwise(moving)) < 0.06
            os.kill(first.pid, signal.SIGCONT)
            first.wait_for(lambda now: now["last_go"] == "2", "what happened meanwhile")
    finally:
        os.kill(first.pid, signal.SIGCONT)
        first.close()


def test_a_flash_key_that_it_held_is_let_go_of(console: Start, wire: Wire, show: Path) -> None:
    first, second = console(show), console(show)
    first.attached()
    second.attached()
    for words in ("master grand 0.2", "go", "flash grand"):
        first.tell(words)
    wait_until(lambda: wire.level() == 255, "the fade, under the flash")
    assert second.now["masters"] == {"grand": 1.0}
    first.kill()
    wait_until(lambda: wire.level() == 51, "the grand master where it stands")
    second.wait_for(lambda now: now["masters"] == {"grand": 0.2}, "a snapshot that says so")
