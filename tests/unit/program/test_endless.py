"""Circles of starts: found where no time passes in them, and only there."""

import pytest

from showctl.program.opening import opened
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

HEAD = "showctl: 1\nshow: {title: Test}\ncues:\n"


def circles(*cues: str, rest: str = "") -> list[str]:
    """The circles of a show of these cues."""
    try:
        opened(lambda: load_text(HEAD + "".join(f"  - {{{cue}}}\n" for cue in cues) + rest))
    except Refused as refused:
        return [f"{p.line - 3}: {p.what.partition(':')[0]}" for p in refused.problems]
    return []


def test_cues_that_start_one_another() -> None:
    assert circles("cue: 1, start: 1") == ["1: 1 → 1"]
    assert circles("cue: 1, start: 2", "cue: 2, start: [3, 1]", "cue: 3, wait: 1s") == ["1: 1 → 2 → 1"]
    assert circles("cue: 1, start: b/1", rest="lists: {b: {cues: [{cue: 1, start: main/1}]}}\n") == ["1: 1 → b/1 → 1"]
    assert circles("cue: 1, start: 1", "cue: 2, start: 2") == ["1: 1 → 1", "2: 2 → 2"]


def test_chains_and_groups_are_ways_too() -> None:
    assert circles("cue: 1, memo: x, continue: auto-continue", "cue: 2, start: 1") == ["2: 2 → 1 → 2"]
    assert circles("cue: 1, wait: 0, continue: auto-follow", "cue: 2, start: 1") == ["2: 2 → 1 → 2"]
    assert circles("cue: 1, group: timeline, cues: [{cue: 2, start: 1}]") == ["1: 2 → 1 → 2"]
    first = "cues: [{cue: 2, memo: x, continue: auto-continue}, {cue: 3, start: 1}]"
    for mode in ("sequence", "first then next", "playlist"):
        assert circles(f"cue: 1, group: {mode}, {first}") == ["1: 3 → 1 → 2 → 3"]
    last = "cues: [{cue: 2, wait: 1s}, {cue: 3, memo: x, continue: auto-continue}]"
    assert circles(f"cue: 1, group: sequence, {last}", "cue: 4, start: 3") == ["2: 4 → 3 → 4"]
    assert circles(f"cue: 1, group: first then next, {last}", "cue: 4, start: 3") == []
    fades = "cues: [{cue: 2, wait: 1s}, {cue: 3, start: 2}]"
    assert circles(f"cue: 1, group: playlist, crossfade: 1s, {fades}") == ["1: 3 → 2 → 3"]
    assert circles(f"cue: 1, group: playlist, crossfade: 0.9s, {fades}") == []
    assert circles("cue: 1, group: random, cues: [{cue: 2, wait: 1s}, {cue: 3, start: 1}]") == ["1: 3 → 1 → 3"]


@pytest.mark.parametrize(
    "cues",
    [
        ("cue: 1, start: 1, pre-wait: 10ms",),
        ("cue: 1, wait: 1s, continue: auto-follow", "cue: 2, start: 1"),
        ("cue: 1, wait: 1s, continue: auto-continue, post-wait: 1s", "cue: 2, start: 1"),
        ("cue: 1, memo: x", "cue: 2, start: 1"),
        ("cue: 1, group: timeline, cues: [{cue: 2, at: 1s, start: 1}]",),
        ("cue: 1, armed: no, start: 1",),
        ("cue: 1, stop: 1",),
        ("cue: 1, group: sequence, cues: [{cue: 2, memo: x}, {cue: 3, start: 1}]",),
        ("cue: 1, group: first then next, cues: [{cue: 2, memo: x}, {cue: 3, start: 1}]",),
        ("cue: 1, group: playlist, cues: [{cue: 2, wait: 1s}, {cue: 3, start: 1}]",),
        ("cue: 1, group: timeline, if running: nothing, cues: [{cue: 2, wait: 1s}, {cue: 3, start: 1}]",),
        ("cue: 1, start: [2, 3]", "cue: 2, start: 4", "cue: 3, start: 4", "cue: 4, memo: x"),
    ],
)
def test_time_or_people_in_between(cues: tuple[str, ...]) -> None:
    assert circles(*cues) == []


def test_a_long_circle_is_cut_short() -> None:
    cues = [f"cue: {n}, memo: x, continue: auto-continue" for n in range(1, 5000)]
    (one,) = circles(*cues, "cue: 5000, start: 1")
    assert one == "5000: 5000 → 1 → 2 → 3 → … → 4997 → 4998 → 4999 → 5000"
