"""GO in order moves what its cue moves; GO out of order brings light to where its cue expects it first."""

import numpy as np
import pytest
from msgspec.structs import replace

from showctl.engine.command import (
    AnyCommand,
    Arm,
    Go,
    HardStop,
    Load,
    Panic,
    ReleaseList,
    SetStandby,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
)
from showctl.engine.event import CommandTaken, CueEnded, LightRestored, Warned
from showctl.engine.outcome import NO_RUN, Do, Outcome, Overtake, ReleaseLayer
from showctl.engine.player import Player
from showctl.engine.taking import taking_of
from showctl.host.simulate import Rehearsal
from showctl.model.cue import Continue
from showctl.model.effect import Ask, Fade
from showctl.program.program import Child, CompiledCue, Program
from tests.unit.engine.programs import cue, going_on, program, send
from tests.unit.engine.test_player import said
from tests.unit.program.chased_shows import dimmers


def fade(levels: dict[int, float], time: float = 4.0, layer: int = 1, **more: object) -> Fade:
    which, targets = np.array(list(levels), "<i4"), np.array(list(levels.values()), "<f4")
    return Fade(0.0, time, which.tobytes(), targets.tobytes(), layer=layer, **more)  # type: ignore[arg-type]


def light(number: str, levels: dict[int, float], list_name: str = "main", **more: object) -> CompiledCue:
    layer = 1 if list_name == "main" else 2
    return cue(number, list_name, type="light", duration=4.0, effects=(fade(levels, layer=layer),), **more)


def five(**more: object) -> Program:
    """1 to 5 move a dimmer each, 0 to 4; `s` after 3 sends; b/1 and b/2 move 8 and 9."""
    cues = [light(str(n + 1), {n: (n + 1) / 8}) for n in range(5)]
    cues.insert(3, cue("s", effects=(send(1),)))
    others = [light("b/1", {8: 0.5}, "b"), light("b/2", {9: 0.25}, "b")]
    return program(*cues, *others, **more)


def restored(outcomes: list[Outcome]) -> dict[int, float | None] | None:
    """Levels by parameter, None for what is released; None if nothing is restored."""
    for place, outcome in enumerate(outcomes):
        if isinstance(outcome, LightRestored):
            begun = outcomes[place + 1]
            assert isinstance(begun, Do)
            assert isinstance(begun.effect, Fade)
            which = np.frombuffer(begun.effect.parameters, "<i4").tolist()
            levels = np.frombuffer(begun.effect.targets, "<f4").tolist()
            found = {each: None if np.isnan(level) else level for each, level in zip(which, levels, strict=True)}
            released = sum(level is None for level in found.values())
            assert (outcome.parameters, outcome.released) == (len(found) - released, released)
            return found
    return None


def go(player: Player, now: float, list_name: str = "main") -> dict[int, float | None] | None:
    return restored(said(player, Go(list=list_name), now))


def tell(player: Player, now: float, *commands: AnyCommand) -> None:
    for command in commands:
        said(player, command, now)


def waits(player: Player, list_name: str = "main") -> bool:
    """Whether the snapshot says that the next GO restores light."""
    return next(each.restores for each in player.lists() if each.name == list_name)


def test_go_after_go_is_in_order_and_so_is_the_first_at_the_top() -> None:
    player = Player(five())
    for now in range(6):
        assert not waits(player)
        assert go(player, 10.0 * now) is None


def test_the_first_go_of_an_engine_restores_what_comes_before_it_and_releases_nothing_where_all_is_dark() -> None:
    player = Player(five(), {"main": "3"})
    assert waits(player)
    assert go(player, 0.0) == {0: 0.125, 1: 0.25}
    assert not waits(player)
    assert go(player, 10.0) is None


def test_of_an_engine_that_was_lost_it_releases_what_may_be_on() -> None:
    player = Player(five(), {"main": "3"}, lit=True)
    assert go(player, 0.0) == {0: 0.125, 1: 0.25, 3: None, 4: None}, "2 is its own"
    assert go(player, 1.0, "b") == {9: None}


def test_back_and_forward_by_hand() -> None:
    player = Player(five())
    for now in range(5):
        tell(player, float(now), Go())
    tell(player, 10.0, SetStandby(cue="2"))
    assert waits(player)
    assert go(player, 10.0) == {0: 0.125, 2: None, 3: None, 4: None}
    tell(player, 20.0, StepStandby(step=1))
    assert go(player, 20.0) == {0: 0.125, 1: 0.25, 2: 0.375, 3: None, 4: None}, "of 's', which moves none"


def test_standby_that_comes_back_to_where_it_was_is_in_order() -> None:
    player = Player(five())
    tell(player, 0.0, Go(), SetStandby(cue="5"), StepStandby(step=-9), StepStandby(step=1))
    assert not waits(player)
    assert go(player, 10.0) is None


def test_go_to_and_a_chain_that_it_stands_in() -> None:
    back = cue("6", effects=(Ask(0.0, "go to", ("2",)),))
    show = five()
    main = replace(show.lists[0], cues=(*show.lists[0].cues, "6"))
    player = Player(replace(show, cues=show.cues | {"6": back}, lists=(main, show.lists[1])))
    for now in range(7):
        tell(player, float(now), Go())
    assert player.lists()[0].standby == "2"
    assert go(player, 10.0) == {0: 0.125, 2: None, 3: None, 4: None}


def test_a_chain_is_in_order_to_its_end_and_from_its_middle_it_is_not() -> None:
    follow = {"continue_": Continue.AUTO_FOLLOW}
    player = Player(program(light("1", {0: 1.0}, **follow), light("2", {1: 1.0}, **follow), light("3", {2: 1.0})))
    tell(player, 0.0, Go())
    assert player.lists()[0].standby is None
    tell(player, 1.0, SetStandby(cue="2"))
    assert go(player, 20.0) == {0: 1.0, 2: None}


def test_a_start_by_hand_is_not_in_the_order() -> None:
    player = Player(five())
    assert restored(said(player, StartCue(cue="4"), 0.0)) is None
    assert player.lists()[0].restores, "of what 4 lit"
    assert go(player, 1.0) == {1: None, 2: None, 3: None, 4: None}
    tell(player, 2.0, StartCue(cue="5"))
    assert go(player, 3.0) is None, "in order it moves what it moves"


def test_the_standby_of_a_list_that_a_cue_starts_is_as_a_go() -> None:
    show = five()
    starter = cue("9", effects=(Ask(0.0, "start", (), ("b",)),))
    player = Player(
        replace(show, cues=show.cues | {"9": starter}, lists=(replace(show.lists[0], cues=("9",)), show.lists[1])),
        {"b": "b/2"},
    )
    assert restored(said(player, Go(), 0.0)) == {8: 0.5}


def test_a_cue_that_is_active_and_does_not_begin_anew_restores_nothing_and_leaves_it_to_the_next() -> None:
    cues = (light("1", {0: 1.0}), light("2", {1: 1.0}, if_running="nothing"), light("3", {2: 1.0}))
    player = Player(program(*cues))
    tell(player, 0.0, StartCue(cue="2"), SetStandby(cue="2"))
    assert go(player, 1.0) is None
    assert waits(player)
    assert go(player, 2.0) == {0: 1.0, 1: 1.0}


def test_go_that_is_refused_changes_nothing() -> None:
    player = Player(five(go_guard=1.0))
    tell(player, 0.0, Go())
    tell(player, 0.1, SetStandby(cue="5"), Go())
    assert waits(player)
    assert go(player, 2.0) == {0: 0.125, 1: 0.25, 2: 0.375, 3: 0.5}


def test_what_is_disarmed_does_not_count_but_a_disarmed_cue_in_standby_restores() -> None:
    player = Player(five())
    tell(player, 0.0, Arm(cue="2", armed=False), Arm(cue="5", armed=False), SetStandby(cue="5"))
    outcomes = said(player, Go(), 0.0)
    assert restored(outcomes) == {0: 0.125, 2: 0.375, 3: 0.5}
    assert len([o for o in outcomes if isinstance(o, Do)]) == 1, "nothing of its own"


def test_what_is_inside_a_disarmed_sequence_does_not_count() -> None:
    group = cue("1", mode="sequence", children=(Child("1.1", 0.0), Child("1.2", 0.0)), armed=False)
    player = Player(program(group, light("1.1", {0: 1.0}, parent="1"), light("1.2", {1: 1.0}, parent="1")))
    tell(player, 0.0, SetStandby(cue="1.2"))
    assert go(player, 0.0) is None


def test_go_on_a_sequence_is_go_on_its_first_cue() -> None:
    group = cue("2", mode="sequence", children=(Child("2.1", 0.0), Child("2.2", 0.0)))
    inside = (light("2.1", {1: 1.0}, parent="2"), light("2.2", {2: 1.0}, parent="2"))
    player = Player(program(light("1", {0: 1.0}), group, *inside, light("3", {3: 1.0})))
    tell(player, 0.0, Go(), SetStandby(cue="2.1"))
    assert go(player, 1.0) is None
    assert player.lists()[0].standby == "2.2"
    tell(player, 2.0, SetStandby(cue="3"))
    assert go(player, 3.0) == {0: 1.0, 1: 1.0, 2: 1.0}
    tell(player, 4.0, SetStandby(cue="2.2"))
    assert go(player, 5.0) == {0: 1.0, 1: 1.0, 3: None}


@pytest.mark.parametrize("stop", [Stop(), Stop(cue="2"), HardStop(), Panic()])
def test_a_stop_and_a_panic_that_holds_light_leave_it_in_order(stop: AnyCommand) -> None:
    player = Player(five())
    tell(player, 0.0, Go(), Go())
    tell(player, 1.0, stop)
    assert go(player, 2.0) is None


def test_a_panic_that_takes_light_does_not_of_any_list() -> None:
    player = Player(five(panic_light="out"))
    tell(player, 0.0, Go(), Go(list="b"), Panic())
    assert [(each.dark, each.restores) for each in player.lists()] == [(True, True), (True, True)]
    assert go(player, 1.0) == {0: 0.125, 2: None, 3: None, 4: None}
    assert [(each.dark, each.restores) for each in player.lists()] == [(False, False), (True, True)]
    assert go(player, 2.0, "b") == {8: 0.5}


def test_a_take_makes_it_in_order_and_one_that_is_cut_off_does_not() -> None:
    show = five()
    player = Player(show)
    player.handle(taking_of(show, TakeFrom(cue="3")), 0.0)
    list(player.advance(9.0))
    assert go(player, 10.0) is None
    player.handle(taking_of(show, TakeFrom(cue="5")), 20.0)
    tell(player, 20.5, Stop())
    assert go(player, 21.0) == {0: 0.125, 1: 0.25, 2: 0.375, 3: 0.5}


def test_a_take_that_is_to_leave_light_alone_has_it_left_alone() -> None:
    show = five()
    player = Player(show)
    tell(player, 0.0, Go())
    player.handle(taking_of(show, TakeFrom(cue="4", light=False, go=True)), 1.0)
    outcomes = list(player.advance(9.0))
    assert restored(outcomes) is None
    assert CueEnded(due=5.0, cue="4", run=3) in outcomes


def test_another_state_of_the_show_keeps_the_order() -> None:
    def played(*commands: AnyCommand) -> Player:
        before = Player(five())
        tell(before, 0.0, Go(), Go(), Stop(), *commands)
        return before

    assert go(going_on(five(), played(), 1.0), 2.0) is None
    without_3 = five()
    first, *others = without_3.lists
    without_3 = replace(without_3, lists=(replace(first, cues=("1", "2", "s", "4", "5")), *others))
    without_3 = replace(without_3, cues={k: v for k, v in without_3.cues.items() if k != "3"})
    assert go(going_on(without_3, played(), 1.0), 2.0) is None, "what stands there now"
    at_s = played(SetStandby(cue="s"))
    assert go(going_on(without_3, at_s, 2.0), 2.0) == {0: 0.125, 1: 0.25, 2: None, 3: None, 4: None}
    at_5 = played(SetStandby(cue="5"))
    assert go(going_on(five(), at_5, 4.0), 5.0) == {0: 0.125, 1: 0.25, 2: 0.375, 3: 0.5}


def test_a_list_without_light_restores_nothing() -> None:
    player = Player(program(cue("1", effects=(send(1),)), cue("2", effects=(send(2),))), {"main": "2"}, lit=True)
    assert not waits(player)
    assert go(player, 0.0) is None


# In which time --------------------------------------------------------------------------------------------------------


def begun(player: Player) -> list[Fade]:
    return [o.effect for o in said(player, Go(), 0.0) if isinstance(o, Do) and isinstance(o.effect, Fade)]


def test_it_takes_the_time_that_the_cue_says_and_without_light_the_shows() -> None:
    mark, wheel = fade({5: 1.0}, 9.0, mark=True), fade({7: 1.0}, 0.0)
    own = cue("x", type="light", duration=3.0, light_time=3.0, effects=(mark, wheel, fade({6: 1.0}, 3.0)))
    show = five(go_to_time=2.5)
    cues = (*show.lists[0].cues, "x")
    whole = replace(show, cues=show.cues | {"x": own}, lists=(replace(show.lists[0], cues=cues), show.lists[1]))
    assert begun(Player(whole, {"main": "x"}))[0].time == 3.0
    assert begun(Player(whole, {"main": "s"}))[0].time == 2.5


def test_what_the_cue_moves_itself_is_not_brought_anywhere_first_whatever_its_delays_and_parts() -> None:
    falling, others = fade({0: 0.0, 1: 1.0}, 1.0, only="falling"), fade({0: 0.0, 1: 1.0}, 2.0, only="others")
    later, mark = replace(fade({2: 0.0}), at=4.0), fade({3: 0.5}, mark=True)
    cues = (
        light("1", dict.fromkeys(range(5), 1.0)),
        cue("2", duration=8.0, effects=(falling, replace(others, at=1.0), later, mark)),
    )
    player = Player(program(*cues), {"main": "2"})
    assert go(player, 0.0) == {4: 1.0}
    tell(player, 20.0, SetStandby(cue="2"))
    assert [(o.layer, o.acted, set(np.frombuffer(o.parameters, "<i4"))) for o in overtaken(player, 20.0)] == [
        (1, 20.0, {0, 1, 2, 3})
    ]


def test_what_moves_later_inside_a_group_or_by_another_go_is_restored() -> None:
    before = light("1", dict.fromkeys(range(5), 1.0))
    timeline = cue("2", duration=9.0, children=(Child("2.1", 0.0), Child("2.2", 3.0)))
    inside = (
        cue("2.1", type="light", duration=9.0, effects=(replace(fade({0: 0.0}), at=5.0),), parent="2"),
        light("2.2", {1: 0.0}, parent="2"),
    )
    assert go(Player(program(before, timeline, *inside), {"main": "2"}), 0.0) == dict.fromkeys(range(1, 5), 1.0)
    steps = cue("2", mode="sequence", children=(Child("2.1", 0.0), Child("2.2", 0.0)))
    first = cue("2.1", type="light", effects=(fade({0: 0.0}, 0.0),), parent="2")
    assert go(Player(program(before, steps, first, inside[1]), {"main": "2"}), 0.0) == dict.fromkeys(range(1, 5), 1.0)


def overtaken(player: Player, now: float) -> list[Overtake]:
    return [outcome for outcome in said(player, Go(), now) if isinstance(outcome, Overtake)]


def played(*cues: CompiledCue, lit: bool = False, **more: object) -> Rehearsal:
    """Eight dimmers, one a universe; what the mixer makes of it."""
    return Rehearsal(program(*cues, universes=tuple(range(1, 9)), parameters=dimmers(8), **more))


def at(evening: Rehearsal, now: float) -> list[float]:
    evening.playback.advance(now)
    evening.playback.mixer.levels(now)
    return evening.playback.mixer.values.round(3).tolist()


def do(evening: Rehearsal, now: float, *commands: AnyCommand) -> None:
    for command in commands:
        evening.playback.handle(command, now)
        evening.playback.advance(now)


def test_from_dark_a_cue_with_a_delay_that_takes_a_lamp_out_does_not_light_it() -> None:
    out = cue("2", type="light", duration=5.0, effects=(replace(fade({0: 0.0}, 1.0), at=4.0),))
    evening = played(light("1", {0: 1.0}), out, light("3", {1: 1.0}))
    do(evening, 0.0, SetStandby(cue="2"), Go())
    assert [at(evening, now)[0] for now in (1.0, 3.0, 5.0)] == [0.0, 0.0, 0.0]
    do(evening, 10.0, SetStandby(cue="2"), Go(), SetStandby(cue="1"), Go())
    assert at(evening, 14.0)[0] == 1.0
    assert at(evening, 20.0)[0] == 1.0, "what waited for the lamp before the jump is over"


def test_what_waits_from_before_takes_nothing_from_the_delay_of_the_cue_that_is_gone_to() -> None:
    soon, late = (
        cue(number, type="light", duration=9.0, effects=(replace(fade({0: to, 1: to}, 1.0), at=wait),))
        for number, to, wait in (("2", 0.0, 4.0), ("4", 0.5, 8.0))
    )
    evening = played(light("1", {0: 1.0, 1: 1.0}), soon, light("3", {2: 1.0}), late)
    do(evening, 0.0, Go())
    do(evening, 10.0, Go())
    do(evening, 11.0, SetStandby(cue="4"), Go())
    assert at(evening, 18.9)[:2] == [1.0, 1.0], "2 would have taken them out at 14"
    assert at(evening, 21.0)[:2] == [0.5, 0.5]


def test_a_delay_of_a_loaded_cue_that_is_gone_to_counts_whatever_acted_since() -> None:
    late = cue("2", type="light", duration=30.0, effects=(replace(fade({0: 0.25}, 1.0), at=20.0),))
    evening = played(light("1", {0: 1.0}), late, light("3", {0: 0.75}))
    do(evening, 0.0, Go())
    do(evening, 10.0, SetStandby(cue="3"), Go())
    do(evening, 15.0, ReleaseList(list="main"))
    do(evening, 20.0, SetStandby(cue="2"), Load(cue="2", at=19.0), Go())
    assert at(evening, 23.0)[0] == 0.25


def test_of_a_random_group_nobody_knows_what_it_begins_with() -> None:
    group = cue("2", mode="random", children=(Child("2.1", 0.0), Child("2.2", 0.0)))
    inside = (light("2.1", {0: 0.0}, parent="2"), light("2.2", {1: 0.0}, parent="2"))
    player = Player(program(light("1", {0: 1.0, 1: 1.0}), group, *inside), {"main": "2"})
    assert go(player, 0.0) == {0: 1.0, 1: 1.0}


def test_a_cue_that_is_loaded_restores_as_from_its_own_action() -> None:
    player = Player(five(), {"main": "3"})
    tell(player, 0.0, Load(cue="3", at=1.0))
    outcomes = said(player, Go(), 10.0)
    assert LightRestored(due=10.0, cue="3", parameters=2) in outcomes
    assert player.active(13.0) == ()


# Nobody's light -------------------------------------------------------------------------------------------------------

LOOK = {"panic_light": "look", "panic_look": (fade({0: 0.5, 6: 0.5}, 0.0, layer=0),)}


@pytest.mark.parametrize("list_name", ["main", "b"])
def test_the_first_go_after_a_panic_takes_out_what_nobody_else_does(list_name: str) -> None:
    """0 is of main, 5 of b, 6 of none; 7 is in a universe that nothing was ever moved in."""
    first = light("1", {0: 1.0}, light_time=4.0), light("b/1", {5: 1.0}, "b", light_time=4.0)
    evening = played(*first, light("2", {1: 1.0}), **LOOK)
    do(evening, 0.0, Panic())
    assert at(evening, 1.0)[6] == 0.5
    do(evening, 2.0, Go(list=list_name))
    assert at(evening, 4.0)[6] == 0.25, "in the time in which it restores"
    assert at(evening, 7.0) == ([1, 0, 0, 0, 0, 0, 0, 0] if list_name == "main" else [0.5, 0, 0, 0, 0, 1, 0, 0])
    assert not evening.playback.mixer.touched[7]


def test_a_go_of_a_list_without_light_leaves_the_light_of_a_panic() -> None:
    evening = played(light("1", {0: 1.0}), cue("sound/1", "sound"), **LOOK)
    do(evening, 0.0, Panic())
    do(evening, 2.0, Go(list="sound"))
    assert at(evening, 9.0)[6] == 0.5


def test_a_take_brings_it_to_rest_but_not_without_light() -> None:
    for takes_light in (False, True):
        evening = played(light("1", {0: 1.0}), light("2", {1: 1.0}), **LOOK)
        do(evening, 0.0, Panic())
        taking = taking_of(evening.playback.program, TakeFrom(cue="2", light=takes_light))
        evening.playback.handle(taking, 5.0)
        assert at(evening, 9.0)[6] == (0.0 if takes_light else 0.5)


def test_when_every_list_with_light_is_given_back_so_is_what_is_nobodys() -> None:
    evening = played(light("1", {0: 1.0}), light("b/1", {5: 1.0}, "b"), cue("sound/1", "sound"), **LOOK)
    do(evening, 0.0, Go(), Go(list="b"), ReleaseList(list="b"))
    do(evening, 9.0, Panic(), ReleaseList(list="main", time=2.0))
    assert at(evening, 19.0)[6] == 0.5, "b was given back before the panic"
    do(evening, 20.0, ReleaseList(list="b", time=2.0))
    assert at(evening, 21.0)[6] == 0.25
    assert at(evening, 23.0) == [0.0] * 8


def test_a_cue_that_releases_all_gives_back_what_is_nobodys() -> None:
    gives = cue("2", duration=2.0, effects=(Ask(0.0, "release", lists=("main", "b"), fade=2.0),))
    evening = played(light("1", {0: 1.0}), gives, light("b/1", {5: 1.0}, "b"), **LOOK)
    do(evening, 0.0, Go(), Panic(), StartCue(cue="2"))
    assert at(evening, 9.0) == [0.0] * 8


def test_what_an_engine_that_was_lost_has_left_goes_when_all_is_given_back() -> None:
    show = program(light("1", {0: 1.0, 1: 1.0}), universes=tuple(range(1, 9)), parameters=dimmers(8))
    evening = Rehearsal(show)
    evening.playback.player = Player(show, {"main": None}, lit=True)
    evening.playback.mixer.restore(np.full((8, 512), 255, np.uint8), np.arange(8) < 5)
    do(evening, 0.0, Go())
    assert at(evening, 9.0) == [1.0] * 5 + [0.0] * 3
    do(evening, 10.0, ReleaseList(list="main", time=2.0))
    assert at(evening, 13.0) == [0.0] * 8
    assert evening.playback.mixer.touched.tolist() == [True] * 5 + [False] * 3


# Giving light back ----------------------------------------------------------------------------------------------------


def test_a_list_gives_its_light_back_and_its_next_go_brings_it() -> None:
    player = Player(five())
    tell(player, 0.0, Go(list="b"), Go())
    outcomes = said(player, ReleaseList(list="b", time=3.0, source="x"), 1.0)
    assert outcomes == [
        CommandTaken(due=1.0, name="release list", source="x", list="b"),
        ReleaseLayer(1.0, NO_RUN, 2, 3.0, "b"),
    ]
    assert len(player.active(1.5)) == 2, "its cues go on"
    assert (waits(player), waits(player, "b")) == (False, True)
    assert go(player, 2.0, "b") == {8: 0.5}
    assert go(player, 3.0) is None


@pytest.mark.parametrize(("name", "why"), [("c", "list 'c' moves no light"), ("d", "there is no list 'd'")])
def test_where_there_is_nothing_to_give_back_it_says_so(name: str, why: str) -> None:
    player = Player(program(light("1", {0: 1.0}), cue("c/1", "c")))
    assert said(player, ReleaseList(list=name), 1.0) == [Warned(due=1.0, text=f"{why}; nothing was given back")]


def test_a_cue_gives_back_in_its_time_and_its_own_list_counts_it() -> None:
    gives = cue("2", duration=3.0, effects=(Ask(0.0, "release", lists=("main", "b"), fade=3.0),))
    cues = (light("1", {0: 1.0}), gives, light("3", {1: 1.0}), light("4", {2: 1.0}), light("b/1", {8: 0.5}, "b"))
    player = Player(program(*cues))
    tell(player, 0.0, Go(), Go(list="b"))
    outcomes = said(player, Go(), 10.0)
    assert [o for o in outcomes if isinstance(o, ReleaseLayer)] == [
        ReleaseLayer(10.0, 3, 1, 3.0, "main"),
        ReleaseLayer(10.0, 3, 2, 3.0, "b"),
    ]
    assert go(player, 20.0) is None
    tell(player, 30.0, SetStandby(cue="1"))
    tell(player, 31.0, SetStandby(cue="4"))
    tell(player, 32.0, Go())
    tell(player, 40.0, SetStandby(cue="3"))
    assert go(player, 41.0) == {0: None, 2: None}, "what 1 moved was given back by 2"
    assert waits(player, "b") is False, "at its end"
    tell(player, 50.0, SetStandby(cue="b/1"))
    assert waits(player, "b")
