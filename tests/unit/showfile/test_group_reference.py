"""What a cue says that makes no sense where it stands is found at load."""

import pytest

from showctl.model.problem import Problem
from showctl.showfile.load import load_text
from showctl.showfile.report import Refused

HEAD = "showctl: 1\nshow: {title: Groups}\n"
IN = "cues:\n  - {{cue: 1, group: {}, cues: [{{cue: 2, {}wait: 1s}}]}}\n"


def problems(text: str) -> list[str]:
    try:
        load_text(HEAD + text)
    except Refused as refused:
        return [problem.what if isinstance(problem, Problem) else str(problem) for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    ("mode", "keys", "words"),
    [
        ("timeline", "continue: auto-follow, ", "each cue starts at its own offset"),
        ("random", "continue: auto-continue, ", "of a random group one cue plays"),
        ("sequence", "at: 1s, ", "at has a meaning only inside a timeline group"),
        ("playlist", "at: 1s, ", "at has a meaning only inside a timeline group"),
        ("timeline, loop: yes", "", "loop has a meaning only in a playlist"),
        ("random, if running: next", "", "only a playlist has a next cue"),
        ("timeline, on release: yes", "", "letting a key go cannot start a cue anew"),
        ("timeline, on release: yes, if running: restart", "", "letting a key go cannot start a cue anew"),
        ("sequence, continue: auto-follow", "continue: auto-follow, ", "the group continues itself"),
    ],
)
def test_inside_a_group(mode: str, keys: str, words: str) -> None:
    (problem,) = problems(IN.format(mode, keys))
    assert words in problem


@pytest.mark.parametrize("mode", ["sequence", "first then next", "playlist, loop: yes, shuffle: yes, crossfade: 1s"])
@pytest.mark.parametrize("continue_", ["none", "auto-continue", "auto-follow"])
def test_what_may_continue(mode: str, continue_: str) -> None:
    assert problems(IN.format(mode, f"continue: {continue_}, ")) == []


def test_a_sequence_stands_where_go_comes_to_it() -> None:
    inner = "{cue: 2, group: sequence, cues: [{cue: 3, wait: 1s}]}"
    assert problems(f"cues:\n  - {{cue: 1, group: sequence, cues: [{inner}]}}\n") == []
    (problem,) = problems(f"cues:\n  - {{cue: 1, group: playlist, cues: [{inner}]}}\n")
    assert "GO steps through a sequence" in problem
    (problem,) = problems(f"lists:\n  stings: {{cart: yes, cues: [{inner}]}}\n")
    assert "GO steps through a sequence" in problem


def test_nothing_continues_in_a_cart() -> None:
    (problem,) = problems("lists:\n  stings: {cart: yes, cues: [{cue: 1, continue: auto-follow, wait: 1s}]}\n")
    assert "in a cart nothing continues" in problem


@pytest.mark.parametrize("times", ["0", "-1", "1.5", "often"])
def test_times_are_a_number(times: str) -> None:
    (problem,) = problems(f"cues:\n  - {{cue: 1, repeat: {times}, wait: 1s}}\n")
    assert "write for example 3, or forever" in problem
