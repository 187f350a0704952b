"""Simulating a show with walk-in music in a loop never came to its second GO, nor to an end."""

from itertools import islice

import pytest

from showctl.host.simulate import simulate
from showctl.program.opening import opened
from showctl.showfile.load import load_text

HEAD = "showctl: 1\nshow: {title: Walk-in}\ncues:\n"
LOOP = "  - {cue: 1, group: playlist, loop: yes, cues: [{cue: 1.1, wait: 3m, repeat: 2}, {cue: 1.2, wait: 4m}]}\n"
THEN = "  - {cue: 2, wait: 1s}\n"


def heard(cues: str, goes: list[float] | None = None) -> list[dict[str, object]]:
    program = opened(lambda: load_text(HEAD + cues)).program
    events = list(islice(simulate(program, goes), 5_000))
    assert len(events) < 5_000
    return events


def test_go_comes_after_one_time_round() -> None:
    events = heard(LOOP + THEN)
    assert [(e["cue"], e["due"]) for e in events if e["event"] == "command"] == [("1", 0.0), ("2", 600.0)]
    assert ("2", 601.0) in [(e["cue"], e["due"]) for e in events if e["event"] == "cue ended"]
    assert events[-1]["event"] == "warning"
    assert "for ever: 1;" in str(events[-1]["text"])


@pytest.mark.parametrize(
    "cues",
    [
        LOOP,
        "  - {cue: 1, repeat: forever, wait: 5s}\n",
        "  - {cue: 1, group: timeline, repeat: forever, cues: [{cue: 1.1, wait: 5s}, {cue: 1.2, at: 2s, wait: 9s}]}\n",
        "  - {cue: 1, pre-wait: 5s, start: 1}\n",
    ],
)
def test_it_ends(cues: str) -> None:
    assert heard(cues + THEN)
    assert heard(cues, [0.0, 2.0])


def test_what_is_broken_out_of_is_heard_to_its_end() -> None:
    events = heard(LOOP + "  - {cue: 3, break out: 1}\n")
    # From 600 on once more, and 1.1 only once: what is inside is broken out of too.
    assert [e["due"] for e in events if e["event"] == "cue ended" and e["cue"] == "1"] == [1_020.0]
    assert events[-1]["event"] == "cue ended"


def test_what_ends_by_itself_is_waited_for() -> None:
    events = heard(LOOP + "  - {cue: 2, repeat: 9, wait: 5m}\n  - {cue: 3, memo: Then}\n")
    assert [e["due"] for e in events if e["event"] == "command" and e["cue"] == "3"] == [3_300.0]
