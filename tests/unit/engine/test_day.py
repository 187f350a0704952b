"""The run of show as it happens: starts, ends, what is taken back, what is decided, timers; a rehearsal apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack
from msgspec.structs import replace

from showctl.engine.command import AnyCommand, Rehearsal
from showctl.engine.day import MOST, Day
from showctl.engine.day_command import DayCommand, Decide, EndSegment, SetTimer, StartSegment, TakeBack
from showctl.engine.day_facts import DayFacts, DayTimer, SegmentActual, SegmentDecision
from showctl.engine.event import CommandTaken, Event, SegmentStarted, Warned
from showctl.engine.outcome import Outcome
from showctl.engine.player import Player
from tests.unit.engine.programs import program

SEGMENTS = ("doors", "opening", "keynote")


def said(player: Player, command: AnyCommand, now: float) -> list[Outcome]:
    player.handle(command, now)
    return list(player.advance(now))


def do(day: Day, command: DayCommand, wall: float) -> list[Event]:
    return list(day.carry_out(command, SEGMENTS, wall, wall - 1_000.0))


def test_a_segment_that_starts_again_keeps_both_times_and_the_last_counts() -> None:
    day = Day()
    assert do(day, StartSegment(segment="doors"), 5_000.0) == [
        SegmentStarted(due=4_000.0, segment="doors", cue="", wall=5_000.0, by="hand")
    ]
    day.start("opening", 5_100.0, 4_100.0, cue="12")
    do(day, StartSegment(segment="doors", by="clock"), 5_200.0)
    assert [(each.segment, each.wall, each.by) for each in day.facts.starts] == [
        ("doors", 5_000.0, "hand"), ("opening", 5_100.0, "cue"), ("doors", 5_200.0, "clock"),
    ]  # fmt: skip
    assert day.facts.of("doors") == SegmentActual("doors", 5_200.0, by="clock")
    assert day.facts.of("keynote") is None


def test_what_was_last_is_taken_back_first_its_end_and_then_its_start() -> None:
    day = Day()
    for at, command in enumerate((StartSegment(segment="doors"), StartSegment(segment="opening")), 5_000):
        do(day, command, at)
    do(day, EndSegment(segment="opening"), 5_050.0)
    assert day.facts.of("opening") == SegmentActual("opening", 5_001.0, 5_050.0, "hand")
    (taken,) = do(day, TakeBack(segment="opening"), 5_060.0)
    assert isinstance(taken, CommandTaken)
    assert (taken.name, taken.what) == ("take back", "end of opening")
    assert day.facts.of("opening") == SegmentActual("opening", 5_001.0, by="hand")
    do(day, TakeBack(segment="opening"), 5_061.0)
    assert day.facts.starts == (SegmentActual("doors", 5_000.0, by="hand"),)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (StartSegment(segment="encore"), "there is no segment encore"),
        (Decide(decided=(SegmentDecision("doors", 60.0), SegmentDecision("encore"))), "there is no segment encore"),
        (EndSegment(segment="doors"), "segment doors has not started"),
        (EndSegment(segment="opening"), "segment opening has ended already"),
        (TakeBack(segment="keynote"), "segment keynote has not started"),
        (SetTimer(name="tea", act="pause"), "there is no timer tea"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(command: DayCommand, why: str) -> None:
    day = Day(DayFacts((SegmentActual("opening", 1.0, 2.0),)))
    before = day.facts
    (warned,) = do(day, command, 5_000.0)
    assert isinstance(warned, Warned)
    assert warned.text.startswith(why)
    assert day.facts is before


def test_decisions_stand_in_the_place_of_earlier_ones_of_the_same_segment() -> None:
    day = Day()
    do(day, Decide(decided=(SegmentDecision("doors", 60.0), SegmentDecision("keynote", later=300.0))), 0.0)
    (taken,) = do(day, Decide(decided=(SegmentDecision("doors", 120.0), SegmentDecision("opening", cut=True))), 0.0)
    assert isinstance(taken, CommandTaken)
    assert taken.what == "doors +120s; opening cut"
    assert day.facts.decided == (
        SegmentDecision("doors", 120.0), SegmentDecision("keynote", later=300.0), SegmentDecision("opening", cut=True),
    )  # fmt: skip
    do(day, Decide(decided=(SegmentDecision("doors"),)), 0.0)
    assert [each.segment for each in day.facts.decided] == ["keynote", "opening"]


def test_a_timer_starts_pauses_goes_on_is_added_to_and_goes_over() -> None:
    day = Day()
    for act, seconds, wall, expected in (
        ("start", 300.0, 1_000.0, DayTimer("tea", 300.0, 1_300.0)),
        ("add", 60.0, 1_100.0, DayTimer("tea", 260.0, 1_360.0)),
        ("pause", 0.0, 1_400.0, DayTimer("tea", -40.0)),
        ("add", -10.0, 1_450.0, DayTimer("tea", -50.0)),
        ("pause", 0.0, 1_460.0, DayTimer("tea", -50.0)),
        ("go on", 0.0, 1_500.0, DayTimer("tea", -50.0, 1_450.0)),
    ):
        do(day, SetTimer(name="tea", act=act, seconds=seconds), wall)  # type: ignore[arg-type]
        assert day.facts.timers == (expected,), act
    do(day, SetTimer(name="tea", act="remove"), 1_600.0)
    assert day.facts.timers == ()


def test_a_rehearsal_never_writes_the_shows_times_and_begins_with_nothing() -> None:
    day = Day()
    day.start("doors", 5_000.0, 4_000.0)
    for _ in range(2):
        day.rehearse(True)
        assert day.facts == DayFacts()
        assert day.start("doors", 6_000.0, 5_000.0).rehearsal
        do(day, SetTimer(name="tea", seconds=60.0), 6_000.0)
        day.rehearse(False)
        assert day.facts.starts == (SegmentActual("doors", 5_000.0),)
    assert [each.wall for each in day.rehearsed.starts] == [6_000.0], "to be read after it"


def test_by_commands_to_the_player() -> None:
    player = Player(replace(program(), segments=SEGMENTS), wall_at=lambda instant: instant + 1_000.0)
    (begun,) = said(player, StartSegment(segment="doors"), 5.0)
    assert begun == SegmentStarted(due=5.0, segment="doors", cue="", wall=1_005.0, by="hand")
    said(player, Rehearsal(on=True), 6.0)
    assert player.day.facts == DayFacts()
    (begun,) = said(player, StartSegment(segment="opening"), 7.0)
    assert isinstance(begun, SegmentStarted)
    assert begun.rehearsal
    said(player, Rehearsal(on=False), 8.0)
    assert [each.segment for each in player.day.facts.starts] == ["doors"]


COMMANDS = st.one_of(
    st.builds(StartSegment, segment=st.sampled_from(SEGMENTS)),
    st.builds(EndSegment, segment=st.sampled_from(SEGMENTS)),
    st.builds(TakeBack, segment=st.sampled_from(SEGMENTS)),
)


@given(st.lists(COMMANDS, max_size=12), st.sampled_from(SEGMENTS))
def test_taking_back_is_the_opposite_of_starting_and_facts_survive_the_link(
    commands: list[DayCommand], segment: str
) -> None:
    day = Day()
    for wall, command in enumerate(commands, 1_000):
        do(day, command, wall)
    before = day.facts
    assert msgpack.decode(msgpack.encode(before), type=DayFacts) == before
    assert [each.wall for each in before.starts] == sorted(each.wall for each in before.starts)
    assert all(each.end is None or each.end >= each.wall for each in before.starts)
    do(day, StartSegment(segment=segment), 2_000.0)
    do(day, TakeBack(segment=segment), 2_001.0)
    assert day.facts == before


def test_a_loop_that_starts_segments_does_not_fill_the_memory() -> None:
    day = Day()
    for wall in range(MOST + 10):
        day.start("doors", wall, wall)
    assert len(day.facts.starts) == MOST
    assert day.facts.starts[0].wall == 10
