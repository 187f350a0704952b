"""Engines and consoles that meet: two that want the same universe, torn files, folders that others can enter."""

import os
import signal
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from showctl.link.client import Client, Unreachable
from showctl.link.meeting import find
from showctl.link.place import place_of
from tests.faults import stage
from tests.faults.stage import Console, Wire, engine_of, is_alive
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

Start = Callable[[Path], Console]
RUN = [*stage.SHOWCTL, "run", "--headless", "--agree", "--osc-port", "off"]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another show that sends universe 2 to the same place."""
    path = tmp_path / "other.yaml"
    path.write_text(
        stage.SHOW.replace("Faults", "Other").replace("universes: 1-2", "universes: 2-3").replace("at: 1.1", "at: 3.1")
    )
    return path


def test_multicast_out_of_one_interface_is_one_place(show: Path, other: Path) -> None:
    for path, interface in ((show, "lo"), (other, "127.0.0.1")):
        path.write_text(path.read_text().replace("to: 127.0.0.1}", f"to: multicast, interface: {interface}}}"))
    with running(Program([*RUN, str(show)])) as first:
        first.wait_for("ready")
        refused = stage.showctl("run", other, "--headless", "--agree", "--osc-port", "off")
        assert refused.returncode == 1
        assert "universe 2 to 239.255.0.2%lo:5568 is already sent by the engine of Faults" in refused.stderr


def test_a_second_engine_for_a_universe_is_refused_by_name(show: Path, other: Path) -> None:
    with running(Program([*RUN, str(show)])) as first:
        first.wait_for("ready")
        refused = stage.showctl("run", other, "--headless", "--osc-port", "off")
        assert refused.returncode == 1
        assert "universe 2 to 127.0.0.1:5568 is already sent by the engine of Faults" in refused.stderr
        assert f"pid {first.pid}" in refused.stderr
        assert "Traceback" not in refused.stderr
        with running(Program([*RUN, str(other), "--outputs-off"])) as second:
            second.wait_for("ready")
            assert second.stop() == 0


def test_a_console_is_told_so_too_and_its_engine_ends(console: Start, show: Path, other: Path) -> None:
    with running(Program([*RUN, str(show)])) as first:
        first.wait_for("ready")
        second = console(other)
        second.wait_for(lambda now: now["kind"] == "failed", "a refusal")
        assert "already sent by the engine of Faults" in second.now["text"]
        second.tell("go")
        second.wait_for(lambda now: now.get("sent") is False, "GO to say that there is no engine")
        wait_until(lambda: find(other) is None, "the end of the refused engine")


def test_the_same_show_twice_is_refused(show: Path) -> None:
    with running(Program([*RUN, str(show)])) as first:
        first.wait_for("ready")
        refused = stage.showctl("run", show, "--headless", "--osc-port", "off")
        assert refused.returncode == 1
        assert f"already played by another engine (pid {first.pid})" in refused.stderr


def test_a_console_attaches_to_a_headless_engine(console: Start, show: Path) -> None:
    with running(Program([*RUN, str(show)])) as first:
        first.wait_for("ready")
        attached = console(show)
        attached.attached()
        assert engine_of(show).pid == first.pid
        attached.tell("go")
        first.wait_for(r"GO +1 +from console")
        attached.leave("stop")
        first.wait_for("SHUTDOWN +from console")
        wait_until(lambda: not first.is_running, "the engine's end")


@pytest.mark.parametrize("text", [b"", b'{"version":1,"pid":', b"\0" * 100, b'{"version":1}'])
def test_a_torn_meeting_file_of_a_dead_engine_is_passed_over(console: Start, show: Path, text: bytes) -> None:
    place = place_of(show)
    place.lock.touch(0o600)
    place.meeting.write_bytes(text)
    console(show).attached()
    assert is_alive(engine_of(show).pid)


def test_files_left_by_a_killed_engine_are_no_engine(console: Start, show: Path) -> None:
    first = console(show)
    first.attached()
    pid = engine_of(show).pid
    first.kill()
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not is_alive(pid), "its end")
    assert place_of(show).meeting.exists()
    assert stage.showctl("engines").stdout == "no engine is running\n"
    assert not place_of(show).meeting.exists()


def test_a_wrong_token_is_not_let_in(console: Start, show: Path) -> None:
    console(show).attached()
    meeting = engine_of(show)
    wrong = type(meeting)(meeting.version, meeting.pid, meeting.port, "0" * 32, meeting.show, meeting.started)
    with pytest.raises(Unreachable):
        Client(wrong)
    assert is_alive(meeting.pid)


def test_a_runtime_folder_that_others_can_enter_is_refused(show: Path) -> None:
    folder = place_of(show).lock.parent
    folder.chmod(0o755)
    refused = stage.showctl("run", show, "--headless", "--osc-port", "off")
    assert refused.returncode == 1
    assert "open to other users; run: chmod 700" in refused.stderr
    assert "Traceback" not in refused.stderr
    folder.chmod(0o700)


def test_stop_says_which_ones_there_are(show: Path, other: Path) -> None:
    assert "no engine is running" in stage.showctl("stop").stderr
    with (
        running(Program([*RUN, str(show), "--outputs-off"])) as first,
        running(Program([*RUN, str(other), "--outputs-off"])) as second,
    ):
        first.wait_for("ready")
        second.wait_for("ready")
        which = stage.showctl("stop")
        assert which.returncode == 1
        assert "2 engines are running" in which.stderr
        assert str(show) in which.stderr
        assert str(other) in which.stderr
        listed = stage.showctl("engines").stdout
        assert f"{show}  Faults: standby 1; 0 active; outputs off" in listed
        assert stage.showctl("stop", other).returncode == 0
        wait_until(lambda: not second.is_running, "the end of the one that was named")
        assert first.is_running
        assert stage.showctl("stop").returncode == 0
        wait_until(lambda: not first.is_running, "the end of the only one left")


def test_an_older_state_that_plays_is_replaced_when_asked(console: Start, wire: Wire, show: Path) -> None:
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() == 255, "cue 1")
    first.leave()  # as long as it has the show open, the other only looks on
    show.write_text(stage.SHOW.replace("50%", "20%"))

    second = console(show)
    now = second.wait_for(lambda now: now["kind"] == "older" and "standby" in now, "the older state")
    assert "another state of this file" in now["text"]
    assert now["standby"] == {"main": "2"}
    second.tell("hand over")
    second.wait_for(lambda now: now["kind"] == "attached", "the newer state")
    second.wait_for(lambda now: now["sent_before"], "what was sent before to be known")
    second.tell("standby 4")
    second.tell("go")
    wait_until(lambda: wire.level() == 51, "cue 4 of the newer state")
    frames = wire.frames()
    up = [frame.levels[1] for frame in frames].index(255)
    assert all(frame.levels[1] == 255 for frame in frames[up:])
    assert all((b.sequence - a.sequence) % 256 == 1 for a, b in pairwise(frames))
    assert not any(frame.terminated for frame in frames)


def test_a_state_with_broken_cues_plays_and_can_be_handed_over(console: Start, wire: Wire, show: Path) -> None:
    show.write_text(stage.SHOW.replace("device: desk", "device: dask"))
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() == 255, "cue 1")
    first.leave()
    show.write_text(
        stage.SHOW.replace("look: {lamp1: 50%}", "look: {lamp1: 20%}")
        .replace("/three}", "/three, args: 1}")
        .replace("look: {lamp1..lamp4", "look: {lamp1..lamp9")
    )
    second = console(show)
    second.wait_for(lambda now: now["kind"] == "older" and "standby" in now, "the older state")
    second.tell("hand over")
    second.wait_for(lambda now: now["kind"] == "attached", "the newer state")
    second.tell("standby 1")
    second.tell("go")
    second.wait_for(lambda now: now.get("last_go") == "1" and not now["active"], "cue 1, which is broken now")
    assert wire.level() == 255
    second.tell("standby 4")
    second.tell("go")
    wait_until(lambda: wire.level() == 51, "cue 4 of the newer state")
