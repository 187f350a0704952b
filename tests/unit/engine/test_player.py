"""What the golden timelines cannot show: snapshots, segments, chains without end, another state of the show."""

import numpy as np
from msgspec.structs import replace

from showctl.engine.burst import MOST_AT_ONCE
from showctl.engine.command import AnyCommand, Go, Panic, Pause, Resume, SetStandby, Shutdown, StepStandby, Stop
from showctl.engine.day_facts import SegmentActual
from showctl.engine.event import CommandTaken, CueStarted, SegmentStarted, Warned
from showctl.engine.outcome import Do, Freeze, Hold, LightOut, Outcome, Release
from showctl.engine.player import Player
from showctl.engine.snapshot import ListState
from showctl.model.cue import Continue
from showctl.model.effect import Fade
from showctl.program.program import Child, Parameters, Program
from tests.unit.engine.programs import cue, going_on, program, send

FOLLOW = Continue.AUTO_FOLLOW
CONTINUE = Continue.AUTO_CONTINUE


def light(number: str, parameter: int, level: float = 1.0, time: float = 4.0, **more: object) -> object:
    fade = Fade(0.0, time, np.array([parameter], "<i4").tobytes(), np.array([level], "<f4").tobytes())
    return cue(number, type="light", duration=time, light_time=time, effects=(fade,), **more)


def said(player: Player, command: AnyCommand, now: float) -> list[Outcome]:
    player.handle(command, now)
    return list(player.advance(now))


def started(outcomes: list[Outcome]) -> list[str]:
    return [outcome.cue for outcome in outcomes if isinstance(outcome, CueStarted)]


# Snapshots --------------------------------------------------------------------------------------------------------


def test_states_of_a_cue() -> None:
    player = Player(program(cue("1", pre_wait=1.0, duration=2.0, post_wait=5.0, continue_=CONTINUE), cue("2")))
    player.handle(Go(), 10.0)
    assert [(player.active(now)[0].state) for now in (10.0, 11.0, 13.0)] == ["pre-wait", "running", "post-wait"]
    (state,) = player.active(13.5)
    assert (state.go_at, state.action_at, state.done_at, state.next_at) == (10.0, 11.0, 13.0, 16.0)
    player.handle(Pause(), 14.0)
    (state,) = player.active(15.0)
    assert (state.state, state.paused_at, state.next_at) == ("paused", 14.0, 16.0)
    player.handle(Resume(), 20.0)
    (state,) = player.active(20.0)
    assert (state.state, state.paused_at, state.next_at) == ("post-wait", None, 22.0)
    assert player.active(22.0) == ()


def test_children_name_their_group_and_put_it_off() -> None:
    group = cue("1", children=(Child("1.1", 0.0),), duration=4.0, continue_=FOLLOW)
    player = Player(program(group, cue("1.1", parent="1", duration=4.0), cue("2")))
    player.handle(Go(), 0.0)
    outer, inner = player.active(1.0)
    assert inner.parent == outer.run
    player.handle(Pause(cue="1.1"), 1.0)
    player.handle(Resume(cue="1.1"), 3.0)
    outer, inner = player.active(3.0)
    assert (outer.done_at, outer.next_at, inner.done_at) == (6.0, 6.0, 6.0)


def test_lists_and_last_go() -> None:
    player = Player(program(cue("1", continue_=FOLLOW), cue("2"), cue("3"), cue("b/1", "b"), go_guard=0.5))
    player.handle(Go(), 7.0)
    assert player.lists() == (ListState("main", "3", 7.5), ListState("b", "b/1", 0.0))
    assert (player.last_go, player.last_go_at, player.guard_until) == ("1", 7.0, 7.5)


def test_nothing_to_do_means_no_deadline() -> None:
    player = Player(program(cue("1", duration=1.0)))
    assert player.next_deadline() is None
    player.handle(Go(), 3.0)
    assert player.next_deadline() == 3.0  # what GO brought about is waiting
    list(player.advance(3.0))
    assert player.next_deadline() == 4.0
    list(player.advance(4.0))
    assert player.next_deadline() is None


def test_standby_may_be_given() -> None:
    show = program(cue("1"), cue("2"), cue("b/1", "b"), cue("c/1", "c"))
    player = Player(show, {"main": "2", "b": None, "c": "gone", "no list": "1"})
    assert [state.standby for state in player.lists()] == ["2", None, "c/1"]


# Segments ---------------------------------------------------------------------------------------------------------


def test_the_last_start_of_a_segment_counts() -> None:
    show = program(cue("1", starts_segment="doors", pre_wait=1.0))
    player = Player(show, wall_at=lambda instant: instant + 1_000.0)
    player.handle(Go(), 5.0)
    outcomes = list(player.advance(9.0))  # woken late: the planned instant counts
    assert SegmentStarted(due=6.0, segment="doors", cue="1", wall=1_006.0) in outcomes
    said(player, SetStandby(cue="1"), 10.0)
    said(player, Go(), 10.0)
    list(player.advance(11.0))
    assert player.day.show.starts == (SegmentActual("doors", 1_006.0), SegmentActual("doors", 1_011.0))
    assert player.day.facts.of("doors") == SegmentActual("doors", 1_011.0)


# Chains without end -------------------------------------------------------------------------------------------------


def test_a_chain_cannot_spin() -> None:
    many = [cue(str(n), continue_=FOLLOW) for n in range(MOST_AT_ONCE + 500)]
    outcomes = said(Player(program(*many)), Go(), 1.0)
    assert len(started(outcomes)) == MOST_AT_ONCE
    (warning,) = [o for o in outcomes if isinstance(o, Warned)]
    assert f"cue {MOST_AT_ONCE} was not" in warning.text


def test_a_long_chain_over_time_is_no_spinning() -> None:
    many = [cue(str(n), continue_=FOLLOW, duration=0.0 if n % 100 else 0.125) for n in range(3_000)]
    player = Player(program(*many))
    player.handle(Go(), 0.0)
    assert len(started(list(player.advance(100.0)))) == 3_000


# Stop, pause, panic --------------------------------------------------------------------------------------------------


def test_light_is_told_which_runs() -> None:
    player = Player(program(light("1", 0), light("2", 1)))
    said(player, Go(), 0.0)
    said(player, Go(), 1.0)
    assert Hold(2.0, frozenset({1})) in said(player, Pause(cue="1"), 2.0)
    assert Release(3.0, frozenset({1})) in said(player, Resume(cue="1"), 3.0)
    assert Freeze(3.5, frozenset({1, 2})) in said(player, Stop(), 3.5)
    assert not any(isinstance(o, Freeze) for o in said(player, Stop(), 4.0))


def test_equal_stops_are_sent_once_and_none_that_panic_says_anyway() -> None:
    shared = send(9)
    playing = {"duration": 9.0, "stop": (shared,)}
    everything = program(cue("1", **playing), cue("2", **playing), cue("3", duration=9.0, stop=(send(8),)))
    target = replace(everything.targets[0], panic=(send(8),))  # type: ignore[call-overload]
    player = Player(replace(everything, targets=(target,)))
    for now in (0.0, 1.0, 2.0):
        said(player, Go(), now)
    sends = [o for o in said(player, Panic(), 3.0) if isinstance(o, Do)]
    assert [(o.cue, o.effect) for o in sends] == [("1", shared), ("", send(8))]


def test_what_a_panic_sends_later_is_not_called_back() -> None:
    everything = program(cue("1"))
    target = replace(everything.targets[0], panic=(send(1), send(2, at=0.5)))  # type: ignore[call-overload]
    player = Player(replace(everything, targets=(target,)))
    said(player, Panic(), 1.0)
    said(player, Stop(), 1.25)
    assert [o.due for o in player.advance(2.0) if isinstance(o, Do)] == [1.5]


def _dark_show(**more: object) -> Program:
    cues = (light("1", 0), light("2", 1), light("3", 2), cue("4"))
    return program(*cues, parameters=Parameters(default=bytes(16)), panic_light="out", panic_time=2.0, **more)  # type: ignore[arg-type]


def test_a_second_panic_within_the_time_is_at_once() -> None:
    player = Player(_dark_show())
    found = [o for now in (1.0, 2.5, 4.0) for o in said(player, Panic(), now) if isinstance(o, LightOut)]
    assert found == [LightOut(1.0, 2.0), LightOut(2.5, 0.0), LightOut(4.0, 2.0)]
    assert player.panic_until == 6.0


def test_go_after_a_panic_brings_back_the_light_of_the_list_once() -> None:
    player = Player(_dark_show())
    said(player, SetStandby(cue="3"), 0.0)
    said(player, Panic(), 1.0)
    fades = [o.effect for o in said(player, Go(), 9.0) if isinstance(o, Do)]
    assert [len(fade.parameters) // 4 for fade in fades] == [2, 1]  # type: ignore[union-attr]
    assert [fade.time for fade in fades] == [4.0, 4.0]  # type: ignore[union-attr]
    assert len([o for o in said(player, Go(), 20.0) if isinstance(o, Do)]) == 0, "in order, and it moves no light"


def test_a_cue_that_brings_light_back_is_not_done_before_it_is_back() -> None:
    player = Player(_dark_show())
    said(player, SetStandby(cue="4"), 0.0)
    said(player, Panic(), 1.0)
    said(player, Go(), 9.0)
    assert player.active(10.0)[0].done_at == 11.0
    assert player.active(11.0) == ()


# Another state of the show -------------------------------------------------------------------------------------------


def test_the_show_may_be_another_afterwards() -> None:
    before = Player(_dark_show())
    said(before, Go(), 0.0)
    said(before, StepStandby(step=1), 1.0)  # 3
    said(before, Panic(), 2.0)
    cues = (light("1", 0), light("2", 1), light("3.5", 2), cue("4", starts_segment="end"))
    after = replace(_dark_show(), lists=program(*cues).lists, cues=program(*cues).cues)  # type: ignore[arg-type]
    player = going_on(after, before)
    assert player.lists()[0].standby == "4"  # 3 is gone; the next that still exists
    assert player.last_go == "1"
    outcomes = said(player, Go(), 9.0)
    (run,) = {o.run for o in outcomes if isinstance(o, CueStarted)}
    assert run == 2
    assert any(isinstance(o, Do) and isinstance(o.effect, Fade) for o in outcomes)


def test_shutdown_is_noted() -> None:
    outcomes = said(Player(program(cue("1"))), Shutdown(source="x"), 1.0)
    assert outcomes == [CommandTaken(due=1.0, name="shutdown", source="x")]
