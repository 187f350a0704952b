"""The engine goes, by force: a new one sends the same levels soon enough, and fires nothing again."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from showctl.engine.level_store import LevelReader
from showctl.link.meeting import find
from showctl.link.place import place_of
from tests.faults import stage
from tests.faults.stage import Console, Wire, engine_of, is_alive
from tests.receivers.wait import wait_until

Start = Callable[[Path], Console]
EVENING = [[], ["4"], ["2"]]
"""Armed, disarmed and flagged other than the file says."""
RECEIVERS_HOLD = 2.0
"""Seconds in which the new engine has to send; receivers wait 2.5 s (E1.31 §6.7.1)."""


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """The show of all faults, with a quicker first cue."""
    path = tmp_path / "faults.yaml"
    path.write_text(stage.SHOW.replace("time: 3s", "time: 400ms"))
    return path


@pytest.fixture
def playing(console: Start, wire: Wire, show: Path) -> Console:
    """Cue 1 has faded up; cue 2 has sent and is in its post-wait, after which comes cue 3; cue 4 is in standby."""
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() == 255, "cue 1")
    first.tell("go")
    first.wait_for(lambda now: now["last_go"] == "2" and now["active"] == ["2"], "cue 2")
    reader = LevelReader(place_of(show).levels)
    wait_until(lambda: (read := reader.read()) and read[1][0, 0] == 255, "the level store, which lags by 50 ms")
    return first


def lose(show: Path, number: int = signal.SIGKILL) -> float:
    """Kill the engine; when."""
    at = time.monotonic()
    os.kill(engine_of(show).pid, number)
    return at


def test_a_new_one_sends_the_same_levels_and_fires_nothing(playing: Console, wire: Wire, show: Path) -> None:
    with stage.listening(stage.DESK_PORT) as desk:
        before, segments = wire.frames()[-1], playing.now["segments"]
        lost_at = lose(show)
        now = playing.wait_for(lambda now: now["interrupted"] == ["2"] and now["kind"] == "attached", "a new engine")
        wait_until(lambda: wire.frames(since=lost_at + 0.05), "a frame")
        after = wire.frames(since=lost_at + 0.05)
        assert after[0].time - lost_at < RECEIVERS_HOLD
        assert after[0].levels == before.levels
        assert after[0].cid == before.cid
        assert now["active"] == []
        assert now["standby"] == {"main": "4"}
        assert now["segments"] == segments
        assert list(segments) == ["opening"]
        lost = next(said for said in playing.said if said.get("kind") == "lost")
        assert "2 is interrupted; 4 is in standby; nothing is fired again" in lost["text"]
        assert lost["at"] - lost_at < 0.5
        playing.tell("go")
        wait_until(lambda: wire.level() == 128, "cue 4")
        assert not wire.frames(universe=2)
        assert [packet for at, packet in desk.packets if at > lost_at] == []


def test_what_was_armed_and_flagged_stays_so(playing: Console, show: Path) -> None:
    playing.tell("disarm 4")
    playing.tell("flag 2")
    playing.wait_for(lambda now: now.get("evening") == EVENING, "the evening")
    lost: list[int] = []
    for _ in range(2):  # a new one may be lost as well
        lost.append(engine_of(show))
        lose(show)
        wait_until(lambda: (found := find(show)) is not None and found.pid not in lost, "a new engine")
        playing.wait_for(lambda now: now["kind"] == "attached" and now.get("evening") == EVENING, "the same evening")


def test_what_is_overridden_stays_so_and_the_rig_holds_its_look(playing: Console, wire: Wire, show: Path) -> None:
    def whose() -> bool:
        playing.tell("whose 1")
        return playing.now.get("whose", {}).get("1") == "1"

    wait_until(whose, "whose the level of 1.1 is")
    with stage.listening(stage.DESK_PORT) as desk:
        for words in ("override sacn on", "override osc on", "rehearsal on", "standby 3", "go"):
            playing.tell(words)
        playing.wait_for(lambda now: now["last_go"] == "3" and now["overrides"] == ["sacn", "osc"], "cue 3")
        playing.tell("go")
        reader = LevelReader(place_of(show).levels)
        wait_until(lambda: (read := reader.stored()) and abs(read.values[0] - 0.5) < 0.001, "cue 4 in the level store")
        lost_at = lose(show)
        now = playing.wait_for(lambda now: "2" in now["interrupted"] and now["kind"] == "attached", "a new engine")
        assert (now["overrides"], now["rehearsal"]) == (["sacn", "osc"], True)
        wait_until(lambda: wire.frames(since=lost_at + 0.05), "a frame")
        assert {frame.levels[0] for frame in wire.frames()[-3:]} == {255}
        playing.tell("override sacn off")
        wait_until(lambda: wire.level() == 128, "where cue 4 has brought it")
        assert desk.packets == []


def test_receivers_take_its_frames(playing: Console, wire: Wire, show: Path) -> None:
    """E1.31 §6.7.2: a packet up to 20 behind the last is dropped, so within two frames one has to be ahead."""
    last = wire.frames()[-1].sequence
    lost_at = lose(show)
    wait_until(lambda: len(wire.frames(since=lost_at + 0.05)) >= 2, "two frames")
    ahead = [(frame.sequence - last + 128) % 256 - 128 for frame in wire.frames(since=lost_at + 0.05)[:2]]
    assert any(by > 0 or by <= -20 for by in ahead)


def test_lost_in_a_fade_it_goes_on_from_where_the_light_was(console: Start, wire: Wire, show: Path) -> None:
    show.write_text(stage.SHOW)
    first = console(show)
    first.attached()
    first.tell("go")
    wait_until(lambda: wire.level() > 100, "the fade to be under way")
    lost_at = lose(show)
    first.wait_for(lambda now: now["interrupted"] == ["1"], "a new engine")
    before = [frame for frame in wire.frames() if frame.time < lost_at][-1]
    wait_until(lambda: wire.frames(since=lost_at + 0.05), "a frame")
    after = wire.frames(since=lost_at + 0.05)[0]
    # The store is written every 50 ms, in which this fade moves by 4.
    assert abs(after.levels[0] - before.levels[0]) <= 8
    assert wire.frames()[-1].levels == after.levels


def test_masters_and_blackout_stay(playing: Console, wire: Wire, show: Path) -> None:
    _lose_under(playing, wire, show, ("master grand 0.5",), {"grand": 0.5, "#blackout": 0.0}, 128)
    _lose_under(playing, wire, show, ("blackout on", "master grand 0.4"), {"grand": 0.4, "#blackout": 1.0}, 0)
    playing.wait_for(lambda now: now["masters"] == {"grand": 0.4} and now["blackout"], "masters as they were")
    playing.tell("blackout off")
    wait_until(lambda: wire.level() == 102, "0.4 of full")
    playing.tell("master grand 1")
    wait_until(lambda: wire.level() == 255, "full")


def test_what_is_parked_and_highlighted_stays_so(playing: Console, console: Start, wire: Wire, show: Path) -> None:
    said = {"parked": {"lamp1": 0.25, "lamp2": 1.0, "1.9": 0.5}, "highlighted": ["lamp3"]}
    for words in ("park lamp1 0.25", "park lamp2", "park 1.9 0.5", "highlight lamp3", "blackout on"):
        playing.tell(words)
    playing.wait_for(lambda now: said.items() <= now.items() and now["blackout"], "all that to be so")
    reader = LevelReader(place_of(show).levels)
    out = [64, 255, 0, 0]
    wait_until(lambda: (stored := reader.stored()) and stored.levels[0, :4].tolist() == out, "the level store")
    for _ in range(2):  # a new one may be lost as well
        pid = engine_of(show).pid
        lost_at = lose(show)
        wait_until(lambda pid=pid: (found := find(show)) is not None and found.pid != pid, "a new engine")  # type: ignore[misc]
        playing.wait_for(lambda now: now["kind"] == "attached" and said.items() <= now.items(), "the same")
        for frame in wire.frames(since=lost_at + 0.05):
            assert list(frame.levels[:4]) == out
            assert frame.levels[8] == 128
    second = console(show)
    held = "this engine holds output, whatever is played: parked: lamp1 at 25%, lamp2 at 100%, 1.9 at 50%"
    wait_until(lambda: any(held in each.get("warned", "") for each in second.said), "what is said to who comes")
    assert "parked: lamp1 at 25%, lamp2 at 100%, 1.9 at 50%; highlighted: lamp3" in stage.showctl("engines").stdout
    playing.tell("blackout off")
    wait_until(lambda: list(wire.frames()[-1].levels[:4]) == [64, 255, 255, 255], "the end of blackout")
    playing.tell("unpark")
    wait_until(lambda: list(wire.frames()[-1].levels[:9]) == [255] * 4 + [0] * 5, "playback")


def _lose_under(
    console: Console, wire: Wire, show: Path, words: tuple[str, ...], masters: dict[str, float], level: int
) -> None:
    """Lose the engine while masters stand there; what comes next sends the same level from its first frame on."""
    for each in words:
        console.tell(each)
    reader = LevelReader(place_of(show).levels)
    wait_until(
        lambda: (
            (stored := reader.stored()) and stored.named.items() >= masters.items() and stored.levels[0, 0] == level
        ),
        "the level store, which lags by 50 ms",
    )
    wait_until(lambda: wire.level() == level, "the wire")
    pid, lost_at = engine_of(show).pid, lose(show)
    wait_until(lambda: (m := find(show)) and m.pid != pid and m.digest, "a new engine")
    wait_until(lambda: wire.frames(since=lost_at + 0.05), "a frame")
    assert {frame.levels[0] for frame in wire.frames(since=lost_at + 0.05)} == {level}
    console.wait_for(lambda now: now["kind"] == "attached", "the console")


def test_twice_in_a_row(playing: Console, wire: Wire, show: Path) -> None:
    before = wire.frames()[-1]
    for _ in range(2):
        pid = engine_of(show).pid
        lost_at = lose(show)
        wait_until(lambda pid=pid: (m := find(show)) and m.pid != pid and m.digest, "a new engine")  # type: ignore[misc]
        wait_until(lambda at=lost_at: wire.frames(since=at + 0.05), "a frame")  # type: ignore[misc]
        assert wire.frames()[-1].levels == before.levels
    playing.wait_for(
        lambda now: now["kind"] == "attached" and now["interrupted"] == ["2"] and now["standby"] == {"main": "4"},
        "the third engine to know what the first one did",
    )


def test_lost_again_and_again_no_more_are_started(playing: Console, show: Path) -> None:
    for _ in range(4):
        playing.wait_for(lambda now: now["kind"] == "attached", "an engine")
        pid = engine_of(show).pid
        lose(show)
        playing.wait_for(lambda now, pid=pid: (m := find(show)) is None or m.pid != pid, "its end")  # type: ignore[misc]
        playing.wait_for(lambda now: now["kind"] in {"lost", "failed"} or bool(find(show)), "the console to see it")
        if playing.now["kind"] != "failed":
            playing.wait_for(lambda now: now["kind"] in {"attached", "failed"}, "what the console does")
    playing.wait_for(lambda now: now["kind"] == "failed", "the console to give up")
    assert "lost 4 times" in playing.now["text"]
    assert find(show) is None


def test_one_that_hangs_is_replaced(playing: Console, wire: Wire, show: Path) -> None:
    hung = engine_of(show).pid
    lost_at = lose(show, signal.SIGSTOP)
    playing.wait_for(lambda now: now["interrupted"] == ["2"] and now["kind"] == "attached", "a new engine")
    assert not is_alive(hung)
    assert time.monotonic() - lost_at < 8.0


def test_two_consoles_end_up_with_one_engine(playing: Console, console: Start, show: Path) -> None:
    second = console(show)
    second.attached()
    pid = engine_of(show).pid
    lose(show)
    for each in (playing, second):
        each.wait_for(lambda now: now["interrupted"] == ["2"] and now["kind"] == "attached", "a new engine")
    assert engine_of(show).pid != pid
    playing.tell("standby 1")
    second.wait_for(lambda now: now["standby"] == {"main": "1"}, "the other's command")


def test_go_without_an_engine_is_not_kept_for_later(playing: Console, show: Path) -> None:
    os.kill(playing.pid, signal.SIGSTOP)  # so that it sees neither the loss nor the GO before the engine is gone
    pid = engine_of(show).pid
    lose(show)
    wait_until(lambda: not is_alive(pid), "the engine's end")
    playing.tell("go")
    os.kill(playing.pid, signal.SIGCONT)
    playing.wait_for(lambda now: now["interrupted"] == ["2"] and now["kind"] == "attached", "a new engine")
    assert playing.now["standby"] == {"main": "4"}


def test_ended_by_somebody_else_it_stays_ended(playing: Console, wire: Wire, show: Path) -> None:
    pid = engine_of(show).pid
    stopped = stage.showctl("stop", show)
    assert stopped.returncode == 0, stopped.stderr
    assert str(pid) in stopped.stdout
    wait_until(lambda: not is_alive(pid), "the engine's end")
    playing.wait_for(lambda now: now["kind"] == "failed", "the console to see it")
    assert "stopped by showctl stop" in playing.now["text"]
    assert all(frame.terminated for frame in wire.frames()[-3:])
    assert find(show) is None


def test_sigterm_ends_it_cleanly(playing: Console, wire: Wire, show: Path) -> None:
    pid = engine_of(show).pid
    lose(show, signal.SIGTERM)
    wait_until(lambda: not is_alive(pid), "the engine's end")
    assert all(frame.terminated for frame in wire.frames()[-3:])
