"""Taking the show from a cue, over real sockets: at a limited rate, before the cue's own, and called back by a stop."""

import contextlib
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from showctl.engine.command import Go, Stop, TakeFrom
from showctl.engine.event import CueStarted, Sent, TakeEnded, Taken, Warned
from showctl.engine.taking import AT_A_TIME, GAP
from showctl.model.effect import Send
from showctl.model.message import OscArgument, OscMessage
from showctl.program.program import OscTarget, Program
from tests.realtime.engine import NODE, cue, fade, program, running
from tests.receivers.program import Program as Process
from tests.receivers.program import running as running_process
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")

DESK = OscTarget("desk", ("127.0.0.1", 9000))
MANY = 5 * AT_A_TIME
STALL = 0.05
"""Seconds that a test machine may stand still now and then."""


class Listener:
    """Notes what comes to a UDP port, and when."""

    def __init__(self, port: int) -> None:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", port))
        self.came: list[tuple[float, bytes]] = []
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self) -> None:
        while packet := self.socket.recv(1000):
            self.came.append((time.monotonic(), packet))

    def close(self) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as waker:
            waker.sendto(b"", self.socket.getsockname())
        self.thread.join()
        self.socket.close()

    @property
    def addresses(self) -> list[str]:
        return [packet.split(b"\0")[0].decode() for _, packet in self.came]


@pytest.fixture
def desk() -> Iterator[Listener]:
    listener = Listener(9000)
    yield listener
    listener.close()


def show() -> Program:
    """Many cues that each set a place of their own and one that lights a lamp, then `last`."""
    values = [
        cue(str(n), Send(0.0, "desk", OscMessage(f"/{n}", (OscArgument("f", 0.5),)), chase=True)) for n in range(MANY)
    ]
    own = Send(0.0, "desk", OscMessage("/own"))
    return program([*values, cue("light", fade(0.0, {0: 1.0})), cue("last", own)], each=4, desks=(DESK,))


def test_a_desk_gets_it_at_the_limited_rate_and_the_cue_comes_last(desk: Listener, tmp_path: Path) -> None:
    with running(show(), tmp_path / "levels") as engine:
        engine.post(TakeFrom(cue="last", go=True))
        wait_until(lambda: desk.addresses[-1:] == ["/own"], "the cue's own message")
        wait_until(lambda: engine.snapshots[-1].taking is None and engine.snapshots[-1].last_go == "last", "its end")
        taking = [snapshot.taking for snapshot in engine.snapshots if snapshot.taking is not None]
        assert taking
        assert {(state.cue, state.go, state.messages) for state in taking} == {("last", True, MANY)}
    assert desk.addresses == [f"/{n}" for n in range(MANY)] + ["/own"]
    sent = [event for event in engine.sent if event.sent is not None]
    assert [event.cue for event in sent] == [*map(str, range(MANY)), "last"]
    begin = sent[0].due
    assert [event.due - begin for event in sent[:-1]] == pytest.approx([n // AT_A_TIME * GAP for n in range(MANY)])
    assert sent[-1].due - begin == pytest.approx(1.0)  # when the light is there
    for (at, _), (later, _) in pairwise(desk.came[:-1:AT_A_TIME]):
        assert later - at > GAP - STALL  # one late batch may come close to the next


def test_light_is_there_before_the_cue(desk: Listener, tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as node:
        node.bind(NODE)
        node.setblocking(False)
        with running(show(), tmp_path / "levels") as engine:
            levels: list[int] = []

            def arrived() -> bool:
                with contextlib.suppress(BlockingIOError):
                    while True:
                        levels.append(node.recv(1000)[126])
                return levels[-1:] == [255]

            engine.post(TakeFrom(cue="last", go=True))
            engine.wait_for(CueStarted)
            wait_until(arrived, "the frame with the last level")  # it is due with the cue, or a period later
    assert levels == sorted(levels)
    assert levels[0] < 60
    assert len(set(levels)) > 10


def test_a_stop_calls_back_what_has_not_gone(desk: Listener, tmp_path: Path) -> None:
    with running(show(), tmp_path / "levels") as engine:
        engine.post(TakeFrom(cue="last", go=True))
        engine.wait_for(Taken)
        engine.post(Stop())
        (ended,) = engine.wait_for(TakeEnded)
        time.sleep(1.5)
        assert isinstance(ended, TakeEnded)
        assert ended.stopped
        assert len(desk.came) + ended.unsent == MANY
        assert len(desk.came) < MANY
        assert not [event for event in engine.events if isinstance(event, CueStarted)]


def test_after_another_state_of_the_show_it_is_that_one(desk: Listener, tmp_path: Path) -> None:
    before, after = show(), replace(show(), digest="e" * 64, go_guard=1.0)
    with running(before, tmp_path / "levels") as engine:
        engine.post(Go())
        engine.wait_for(Sent)
        engine.playing.amend(after, {})
        engine.post(TakeFrom(cue="1"))
        (taken,) = engine.wait_for(Taken)
        assert isinstance(taken, Taken)
        assert taken.messages == 1
        assert not [event for event in engine.events if isinstance(event, Warned)]


SHOW = """\
showctl: 1
show: {title: Taken}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: "127.0.0.1:9000"}
  side: {type: osc, to: "127.0.0.1:9001"}
patch:
  - {id: lamp, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, osc: {device: desk, address: /one, args: [1], chase: yes}}
  - {cue: 2, osc: {device: side, address: /two, args: [2], chase: yes}}
  - {cue: 3, light: {look: {lamp: full}}}
  - {cue: 4, osc: {device: desk, address: /four}}
  - {cue: 5, osc: {device: desk, address: /five}}
"""


def run(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "showctl", "run", "--headless", *arguments]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    path = tmp_path / "taken.yaml"
    path.write_text(SHOW)
    return path


def test_headless_from_a_cue(path: Path, desk: Listener) -> None:
    more = ["--take-from", "4", "--without", "side", "--go", "--until-idle", "--json", "--osc-port", "off"]
    done = subprocess.run(run(str(path), *more), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    happened = [(each["event"], each.get("cue")) for each in said[1:] if each["event"] != "fade"]
    assert happened[:-2] == [  # a stop and a shutdown end it
        ("command", "4"),
        ("taken", "4"),
        ("sent", "1"),
        ("take ended", "4"),
        ("command", "4"),
        ("cue started", "4"),
        ("cue action", "4"),
        ("sent", "4"),
        ("cue ended", "4"),
    ]
    taken = said[2]
    assert (taken["due"], taken["messages"], taken["seconds"], taken["go"]) == (0.0, 1, 1.0, True)
    assert desk.addresses == ["/one", "/four"]


def test_by_osc(path: Path, desk: Listener) -> None:
    with running_process(Process(run(str(path), "--osc-port", "53111"))) as engine:
        engine.wait_for("ready")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as panel:
            panel.sendto(b"/take\0\0\0,ss\x004\0\0\0go\0\0", ("127.0.0.1", 53111))
        wait_until(lambda: desk.addresses == ["/one", "/four"], "both messages")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as panel:
            panel.sendto(b"/take\0\0\0,s\0\x0099\0\0", ("127.0.0.1", 53111))
        engine.wait_for("there is no cue 99")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as panel:
            panel.sendto(b"/list/Main/go\0\0\0,\0\0\0", ("127.0.0.1", 53111))
        engine.wait_for("no list 'Main'; did you mean 'main'?")
