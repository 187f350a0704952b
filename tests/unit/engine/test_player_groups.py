"""Groups where the golden timelines do not look: standby, snapshots, pauses, panics, another state of the show."""

from msgspec.structs import replace

from showctl.engine.burst import MOST_AT_ONCE
from showctl.engine.command import Go, HardStop, Panic, Pause, Resume, SetStandby, StartCue, StepStandby, Stop
from showctl.engine.event import CueEnded, CueStarted, Warned
from showctl.engine.outcome import Do, Freeze
from showctl.engine.player import Player
from showctl.engine.standby import Orders
from showctl.model.cue import Continue
from showctl.model.effect import Fade
from showctl.program.program import Child, CompiledCue, CompiledList, Parameters, Program
from tests.unit.engine.programs import cue, going_on, program, send
from tests.unit.engine.test_player import light, said, started

FOLLOW = Continue.AUTO_FOLLOW


def group(number: str, mode: str, *children: str, **more: object) -> CompiledCue:
    return cue(number, mode=mode, children=tuple(Child(child, 0.0) for child in children), **more)


def inside(number: str, **more: object) -> CompiledCue:
    return cue(number, parent=number.rpartition(".")[0], **{"duration": 2.0, **more})


def _sequence(**more: object) -> Program:
    nested = group("1.2", "sequence", "1.2.1", "1.2.2", parent="1")
    outer = group("1", "sequence", "1.1", "1.2", "1.3")
    return program(outer, inside("1.1"), nested, inside("1.2.1"), inside("1.2.2"), inside("1.3"), cue("2"), **more)


def _standby(player: Player) -> str | None:
    return player.lists()[0].standby


def test_standby_steps_through_what_is_inside() -> None:
    player = Player(_sequence())
    seen = []
    for now in range(8):
        seen.append(_standby(player))
        said(player, StepStandby(step=1), float(now))
    assert seen == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2", "2"]


def test_go_moves_standby_from_cue_to_cue() -> None:
    player = Player(_sequence())
    seen = []
    for now in range(5):
        said(player, Go(), float(now))
        seen.append(_standby(player))
    assert seen == ["1.2", "1.2.2", "1.3", "2", None]


def test_go_inside_starts_the_groups_around() -> None:
    player = Player(_sequence())
    said(player, SetStandby(cue="1.2.2"), 0.0)
    assert started(said(player, Go(), 0.0)) == ["1", "1.2", "1.2.2"]
    runs = {run.cue: run for run in player.active(1.0)}
    assert (runs["1.2.2"].parent, runs["1.2"].parent) == (runs["1.2"].run, runs["1"].run)


def test_a_sequence_waits_for_go_without_a_deadline() -> None:
    player = Player(_sequence())
    player.handle(Go(), 0.0)
    list(player.advance(50.0))
    assert [run.cue for run in player.active(50.0)] == ["1"]
    assert player.next_deadline() is None


def test_a_chain_of_thousands_ends_where_it_ends() -> None:
    chain = [cue(str(n), continue_=FOLLOW) for n in range(20_000)]
    order = Orders(program(*chain, group("g", "sequence", "g.1"), inside("g.1"), cue("z")), {}).lists["main"]
    order.pass_chain()
    assert order.standby == "z"


def test_a_cue_inside_a_group_that_is_not_armed_does_nothing() -> None:
    show = program(group("1", "sequence", "1.1", "1.2", armed=False), inside("1.1"), inside("1.2", effects=(send(1),)))
    player = Player(show)
    said(player, Go(), 0.0)
    outcomes = said(player, Go(), 1.0)
    assert CueStarted(due=1.0, cue="1.2", run=3, armed=False) in outcomes
    assert not [o for o in outcomes if isinstance(o, Do)]


def test_a_cue_stopped_in_a_paused_playlist_makes_room_when_it_goes_on() -> None:
    player = Player(program(group("1", "playlist", "1.1", "1.2"), inside("1.1"), inside("1.2")))
    said(player, Go(), 0.0)
    said(player, Pause(), 1.0)
    assert started(said(player, Stop(cue="1.1"), 2.0)) == []
    outcomes = said(player, Resume(), 5.0)
    assert started(outcomes) == ["1.2"]
    assert [o.due for o in player.advance(9.0) if isinstance(o, CueEnded)] == [7.0, 7.0]


def test_a_playlist_that_takes_no_time_cannot_spin() -> None:
    show = program(group("1", "playlist", "1.1", "1.2", loop=True), *(inside(n, duration=0.0) for n in ("1.1", "1.2")))
    outcomes = said(Player(show), Go(), 0.0)
    assert len([name for name in started(outcomes) if name != "1"]) == MOST_AT_ONCE
    assert len([o for o in outcomes if isinstance(o, Warned)]) == 1


def test_a_repeat_that_takes_no_time_cannot_spin() -> None:
    player = Player(program(cue("1", repeat=0, effects=(send(1),))))
    outcomes = said(player, Go(), 0.0)
    assert len([o for o in outcomes if isinstance(o, Do)]) == MOST_AT_ONCE
    assert player.active(0.0) == ()


def test_repeats_are_planned_ahead_and_put_off_by_pauses() -> None:
    player = Player(program(cue("1", repeat=3, duration=2.0, continue_=FOLLOW), cue("2")))
    said(player, Go(), 0.0)
    assert [(run.done_at, run.next_at) for run in player.active(0.0)] == [(6.0, 6.0)]
    said(player, Pause(), 3.0)
    said(player, Resume(), 4.0)
    assert [(run.done_at, run.next_at) for run in player.active(4.0)] == [(7.0, 7.0)]


def test_stopping_a_group_freezes_the_light_of_cues_that_are_over() -> None:
    parts = (group("1", "sequence", "1.1", "1.2"), light("1.1", 0, parent="1"), inside("1.2", duration=9.0))
    player = Player(program(*parts))  # type: ignore[arg-type]
    said(player, Go(), 0.0)
    said(player, Go(), 5.0)
    assert Freeze(6.0, frozenset({1, 2, 3})) in said(player, Stop(cue="1"), 6.0)


def test_go_inside_after_a_panic_brings_back_the_cues_before_it() -> None:
    lights = [light(f"2.{n}", n, parent="2") for n in (1, 2, 3)]
    show = program(
        light("1", 0),  # type: ignore[arg-type]
        group("2", "sequence", "2.1", "2.2", "2.3"),
        *lights,  # type: ignore[arg-type]
        parameters=Parameters(default=bytes(16)),
        panic_light="out",
    )
    player = Player(show)
    said(player, SetStandby(cue="2.3"), 0.0)
    said(player, Panic(), 1.0)
    fades = [o.effect for o in said(player, Go(), 9.0) if isinstance(o, Do)]
    assert [len(fade.parameters) // 4 for fade in fades if isinstance(fade, Fade)] == [3, 1]


def test_random_goes_on_in_another_state_of_the_show() -> None:
    parts = (group("1", "random", "1.1", "1.2", "1.3"), *(inside(f"1.{n}") for n in (1, 2, 3)))
    before = Player(program(*parts))
    first = [started(said(before, StartCue(cue="1"), now))[1] for now in (0.0, 5.0)]
    after = going_on(program(*parts), before)
    assert {*first, *started(said(after, StartCue(cue="1"), 9.0))[1:]} == {"1.1", "1.2", "1.3"}


def test_standby_inside_is_kept_in_another_state_of_the_show() -> None:
    before = Player(_sequence())
    said(before, SetStandby(cue="1.2.1"), 0.0)
    assert _standby(going_on(_sequence(), before)) == "1.2.1"
    show = program(group("1", "sequence", "1.3"), inside("1.3"), cue("2"))
    assert _standby(going_on(show, before)) == "1.3"


def test_a_cart_has_no_standby() -> None:
    show = program(cue("1"), cue("c/1", "c", continue_=FOLLOW), cue("c/2", "c"))
    lists = tuple(CompiledList(each.name, "", each.cues, each.name == "c") for each in show.lists)
    player = Player(replace(show, lists=lists), {"c": "c/1"})
    assert player.lists()[1].standby is None
    assert started(said(player, StartCue(cue="c/1"), 0.0)) == ["c/1"]
    assert any(isinstance(o, Warned) for o in said(player, SetStandby(cue="c/2"), 1.0))


def test_the_cost_of_a_hard_stop_is_that_of_what_is_active() -> None:
    many = [cue(str(n), duration=99.0, effects=(send(n),), stop=(send(n),)) for n in range(1_000)]
    player = Player(program(*many))
    for n in range(1_000):
        player.handle(StartCue(cue=str(n)), 0.0)
    list(player.advance(1.0))
    outcomes = said(player, HardStop(), 2.0)
    assert len([o for o in outcomes if isinstance(o, CueEnded)]) == 1_000
    assert not [o for o in outcomes if isinstance(o, Do)]
    assert player.next_deadline() is None
