"""What is said and passed on when an engine is lost."""

import time

from msgspec.structs import replace

from showctl.engine.day_facts import DayFacts, SegmentActual
from showctl.engine.snapshot import ActiveCue, Evening, ListState, Snapshot
from showctl.link.message import Recover
from showctl.model.cue import Continue
from showctl.program.program import CompiledCue
from showctl.session.lost import lost_text, recover_from

NOON = time.mktime((2026, 11, 27, 12, 0, 0, 0, 0, -1))


def cue(number: str) -> CompiledCue:
    return CompiledCue(f"main/{number}", number, "", "main", "wait", True, 0.0, 0.0, Continue.NONE, 1.0)


CUES = {f"main/{number}": cue(number) for number in ("37", "38", "39")}

DOORS = DayFacts((SegmentActual("doors", 5.0),))


def seen(*active: str, standby: str | None = "main/39", interrupted: tuple[str, ...] = ()) -> Snapshot:
    return Snapshot(
        serial=1,
        instant=0.0,
        wall=0.0,
        digest="",
        outputs_off=False,
        anything_sent=True,
        realtime="",
        lists=(ListState("main", standby), ListState("side", None)),
        active=tuple(ActiveCue(run, cue, "running", 0.0, 0.0, 1.0) for run, cue in enumerate(active)),
        day=DOORS,
        interrupted=interrupted,
    )


def test_words_of_one_and_of_several() -> None:
    assert lost_text(seen("main/38"), CUES, NOON) == (
        "Engine lost at 12:00:00. Levels hold; 38 is interrupted; 39 is in standby; nothing is fired again. "
        "Starting a new one."
    )
    assert "37, 38 are interrupted" in lost_text(seen("main/37", "main/38"), CUES, NOON)


def test_words_when_little_is_known() -> None:
    nothing = "Engine lost at 12:00:00. Levels hold; nothing is fired again. Starting a new one."
    assert lost_text(None, CUES, NOON) == nothing
    assert lost_text(seen(standby=None), CUES, NOON) == nothing
    assert "old is interrupted" in lost_text(seen("old"), CUES, NOON)


def test_a_cue_with_two_runs_is_named_once() -> None:
    assert "; 38 is interrupted" in lost_text(seen("main/38", "main/38"), CUES, NOON)


def test_the_next_engine_is_told_standby_interrupted_and_actual_times() -> None:
    assert recover_from(None) == Recover({}, ())
    assert recover_from(seen("main/38", "main/38", interrupted=("main/37",))) == Recover(
        {"main": "main/39", "side": None}, ("main/37", "main/38"), DOORS
    )
    last = replace(seen(), disarmed=("main/39",), flagged=("main/37",))
    assert recover_from(last).evening == Evening(disarmed=("main/39",), flagged=("main/37",))
