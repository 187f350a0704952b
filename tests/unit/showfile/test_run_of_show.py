"""The run of show as it is written: what is wrong with it is said with its place."""

import pytest

from showctl.showfile.load import load_text
from showctl.showfile.run_reference import run_questions
from tests.unit.showfile.test_group_reference import problems


@pytest.mark.parametrize(
    ("segments", "said"),
    [
        (
            ["a, start: 19:30 hard, duration: 10m", "b, start: 19:20, duration: 10m"],
            "19:20 is before 19:30, when an earlier segment starts (line 4); put the segments in order",
        ),
        (
            ["a, start: day 2 19:30, duration: 10m", "b, start: day 1 20:00, duration: 10m"],
            "20:00 is before 19:30",
        ),
        (["a, start: '25:99', duration: 10m"], "'25:99' is not a time of day; write for example 19:30"),
        (["a, start: 19:30"], "it has no length; write duration: 10m, or end: 20:30"),
        (["a, start: 19:30, duration: 5m, end: 19:40"], "it has a duration and an end; write one of them"),
        (["a, duration: 5m, minimum: 6m"], "the minimum is longer than the duration"),
        (["a, duration: 5m", "a, duration: 5m"], "segment 'a' is there twice, first in line 4"),
        (["a, duration: 5m, begins: clokc"], "'clokc' is not allowed here; did you mean 'clock'?"),
        (["a, duration: 5m, begins: hand, clock fires: yes"], "does not fire what begins by hand; write begins: clock"),
    ],
)
def test_what_is_wrong(segments: list[str], said: str) -> None:
    text = "".join(f"  - {{segment: {each}}}\n" for each in segments)
    found = problems(f"run of show:\n{text}cues: []\n")
    assert any(said in each for each in found), found


def test_rooms_have_an_order_each_and_nights_go_on() -> None:
    load_text(
        "showctl: 1\nshow: {title: T}\nrun of show:\n"
        "  - {segment: a, start: 19:30, duration: 10m}\n"
        "  - {segment: b, room: Foyer, start: 18:00, duration: 10m}\n"
        "  - {segment: c, start: 23:30, duration: 1h}\n"
        "  - {segment: d, start: 00:45, duration: 1h}\n"
        "  - {segment: e, start: day 2 00:50, duration: 1h}\n"
    )


def test_times_that_clocks_skip_are_asked_about() -> None:
    show = load_text(
        "showctl: 1\nshow: {title: T, date: 2026-03-28, timezone: Europe/London}\nrun of show:\n"
        "  - {segment: a, start: 23:30, duration: 1h}\n"
        "  - {segment: b, start: 01:15, duration: 1h}\n"
        "  - {segment: c, start: day 2 09:00, end: 10:00}\n"
    ).show
    (asked,) = run_questions(show)
    assert asked.path == ("run of show", 1, "start")
    assert asked.what == "no clock shows 01:15 then in Europe/London: it goes forward over it"
    assert asked.remedy == "write 02:00, when it will be"


def test_what_begins_a_segment_while_the_clock_runs_the_day() -> None:
    show = load_text(
        "showctl: 1\nshow: {title: T}\nrun of show:\n"
        "  - {segment: doors, duration: 1h}\n"
        "  - {segment: opening, duration: 1h}\n"
        "  - {segment: film, duration: 1h, begins: clock}\n"
        "  - {segment: talk, duration: 1h, begins: hand}\n"
        "  - {segment: fanfare, duration: 1h, clock fires: yes}\n"
        "cues:\n"
        "  - {cue: 1, starts segment: opening, wait: 1s}\n"
        "  - {cue: 2, starts segment: film, wait: 1s}\n"
        "  - {cue: 3, starts segment: fanfare, wait: 1s}\n"
        "  - {cue: 4, starts segment: opening, wait: 1s}\n"
    ).show
    assert show.begins() == {"doors": "clock", "opening": "cue", "film": "clock", "talk": "hand", "fanfare": "clock"}
    assert show.segment_cues() == {"opening": "1", "film": "2", "fanfare": "3"}
    assert [each.clock_fires for each in show.run_of_show] == [False, False, False, False, True]
    assert run_questions(show) == []


def test_cues_that_nobody_wrote_are_asked_about() -> None:
    show = load_text(
        "showctl: 1\nshow: {title: T}\nrun of show:\n"
        "  - {segment: doors, duration: 1h, begins: cue}\n"
        "  - {segment: film, duration: 1h, clock fires: yes}\n"
    ).show
    assert [(each.path[-1], each.what, each.remedy) for each in run_questions(show)] == [
        ("begins", "no cue starts segment 'doors'", "write starts segment: doors to the cue"),
        ("clock fires", "no cue starts segment 'film'", "write starts segment: film to the cue"),
    ]
