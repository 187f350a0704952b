"""What cues ask of others: carried out at planned instants, also of themselves, and never without end."""

import pytest

from showctl.engine.burst import MOST_AT_ONCE
from showctl.engine.command import Arm, Flag, Go, HardStop, KeyReleased, Pause, Reset, StartCue
from showctl.engine.event import CommandTaken, CueActed, CueEnded, CueStarted, GoRefused, Warned
from showctl.engine.outcome import Do, FadeOut, Freeze, FreezeAll, Outcome
from showctl.engine.player import Player
from showctl.engine.snapshot import Evening
from showctl.model.cue import Continue
from showctl.model.effect import Ask
from showctl.model.message import MidiMessage
from showctl.program.program import Child, CompiledCue
from tests.unit.engine.programs import cue, going_on, program, send
from tests.unit.engine.test_player import light, said, started


def asking(number: str, act: str, *cues: str, at: float = 0.0, **more: object) -> CompiledCue:
    """A cue that asks something of others."""
    words = {key: more.pop(key) for key in ("lists", "scope", "fade", "only_if", "if_flagged") if key in more}
    return cue(number, effects=(Ask(at, act, cues, **words),), duration=at, **more)  # type: ignore[arg-type]


def ended(outcomes: list[Outcome]) -> list[tuple[str, bool]]:
    return [(o.cue, o.stopped) for o in outcomes if isinstance(o, CueEnded)]


def _others() -> tuple[CompiledCue, ...]:
    inside = cue("g.1", parent="g", duration=9.0)
    return cue("g", children=(Child("g.1", 0.0),), duration=9.0), inside, cue("x", duration=9.0), cue("b/1", "b")


def test_start_happens_at_the_planned_instant() -> None:
    player = Player(program(asking("1", "start", "x", at=0.5), *_others()))
    player.handle(Go(), 1.0)
    outcomes = list(player.advance(7.0))
    assert CommandTaken(due=1.5, name="start", source="cue 1", cue="x") in outcomes
    assert [o.due for o in outcomes if isinstance(o, CueStarted)] == [1.0, 1.5]
    assert player.lists()[0].standby == "g"


@pytest.mark.parametrize(
    ("act", "gone"), [("stop", {"g", "g.1"}), ("hard stop", {"g", "g.1"}), ("reset", {"g", "g.1"})]
)
def test_a_group_stands_for_all_inside(act: str, gone: set[str]) -> None:
    player = Player(program(asking("1", act, "g"), *_others()))
    said(player, StartCue(cue="g"), 0.0)
    said(player, StartCue(cue="x"), 0.0)
    outcomes = said(player, Go(), 1.0)
    assert {name for name, stopped in ended(outcomes) if stopped} == gone
    assert [run.cue for run in player.active(1.0)] == ["x"]


def test_pause_and_resume() -> None:
    player = Player(program(asking("1", "pause", "g"), asking("2", "resume", lists=("main",)), *_others()))
    said(player, StartCue(cue="g"), 0.0)
    said(player, Go(), 1.0)
    assert {run.state for run in player.active(1.0)} == {"paused"}
    said(player, Go(), 3.0)
    assert [run.done_at for run in player.active(3.0)] == [11.0, 11.0]


def test_arming_is_of_the_evening() -> None:
    show = program(
        asking("1", "disarm", "x"), asking("2", "arm", "y"), cue("x", effects=(send(1),)), cue("y", armed=False)
    )
    player = Player(show)
    said(player, Go(), 0.0)
    said(player, Go(), 0.0)
    assert player.evening == Evening(armed=("y",), disarmed=("x",))
    outcomes = said(player, Go(), 1.0)
    assert CueStarted(due=1.0, cue="x", run=3, armed=False) in outcomes
    assert not [o for o in outcomes if isinstance(o, Do)]
    after = going_on(show, player)
    assert after.evening == player.evening
    assert Player(show, evening=player.evening).evening == player.evening


def test_a_disarmed_cue_keeps_its_waits_and_continues() -> None:
    first = cue("x", pre_wait=1.0, duration=2.0, continue_=Continue.AUTO_FOLLOW)
    player = Player(program(asking("1", "disarm", "x"), first, cue("y")))
    said(player, Go(), 0.0)
    player.handle(Go(), 0.0)
    assert [(o.cue, o.due) for o in player.advance(9.0) if isinstance(o, CueActed)] == [("x", 1.0), ("y", 3.0)]


def test_reset_arms_as_written() -> None:
    player = Player(program(asking("1", "disarm", "g.1"), asking("2", "reset", "g"), *_others()))
    said(player, Go(), 0.0)
    assert player.evening.disarmed == ("g.1",)
    said(player, Go(), 1.0)
    assert player.evening == Evening()


def test_by_command_as_by_cue() -> None:
    player = Player(program(*_others(), cue("y", armed=False, flagged=True)))
    said(player, Arm(cue="g.1", armed=False), 0.0)
    said(player, Arm(cue="y"), 0.0)
    said(player, Flag(cue="x", source="me"), 0.0)
    outcomes = said(player, Flag(cue="y", flagged=False, source="me"), 1.0)
    assert outcomes == [CommandTaken(due=1.0, name="unflag", source="me", cue="y")]
    assert player.evening == Evening(armed=("y",), disarmed=("g.1",), flagged=("x",), unflagged=("y",))
    said(player, StartCue(cue="g"), 2.0)
    outcomes = said(player, Reset(cue="g"), 3.0)
    assert player.evening == Evening(armed=("y",), flagged=("x",), unflagged=("y",))
    assert sorted(ended(outcomes)) == [("g", True), ("g.1", True)]
    said(player, StartCue(cue="x"), 4.0)
    assert ended(said(player, Reset(), 5.0)) == [("x", True)]
    assert player.evening == Evening()
    assert [type(o) for o in said(player, Flag(cue="none"), 6.0)] == [Warned]


def test_only_if_all_are_flagged() -> None:
    player = Player(program(asking("1", "start", "x", if_flagged=("g", "g.1"), only_if=("x",)), *_others()))
    said(player, Flag(cue="g"), 0.0)
    assert started(said(player, StartCue(cue="1"), 0.0)) == ["1"]
    said(player, Flag(cue="g.1"), 1.0)
    assert started(said(player, StartCue(cue="1"), 1.0)) == ["1", "x"]


def test_a_key_that_is_let_go_counts_once_and_for_what_it_began() -> None:
    held = cue("x", duration=9.0, if_running="stop", on_release=True)
    player = Player(program(held, cue("2", duration=9.0, if_running="stop"), asking("3", "start", "x")))
    said(player, StartCue(cue="3"), 0.0)
    assert said(player, KeyReleased(cue="x"), 1.0) == []  # a cue started it
    said(player, Go(), 2.0)
    assert player.lists()[0].standby == "2"
    assert said(player, KeyReleased(cue="x"), 3.0) == []  # this GO stopped it
    said(player, Go(), 4.0)
    assert said(player, KeyReleased(cue="2"), 5.0) == []  # it does not say so
    said(player, StartCue(cue="x"), 6.0)
    assert ("x", True) in ended(said(player, KeyReleased(cue="x"), 7.0))
    assert said(player, KeyReleased(cue="x"), 8.0) == said(player, KeyReleased(cue="none"), 8.0) == []
    assert player.lists()[0].standby == "3"


def test_go_to_starts_nothing() -> None:
    player = Player(program(asking("1", "go to", "x"), asking("2", "go to", lists=("main",)), *_others()))
    assert started(said(player, Go(), 0.0)) == ["1"]
    assert player.lists()[0].standby == "x"
    assert started(said(player, StartCue(cue="2"), 1.0)) == ["2"]
    assert player.lists()[0].standby == "1"


def test_only_if_all_are_armed() -> None:
    player = Player(program(asking("1", "disarm", "x"), asking("2", "start", "g", only_if=("g", "x")), *_others()))
    assert started(said(player, StartCue(cue="2"), 0.0)) == ["2", "g", "g.1"]
    said(player, Go(), 1.0)
    assert started(said(player, StartCue(cue="2"), 2.0)) == ["2"]


def test_starting_a_list_is_its_next_go_but_for_the_guard() -> None:
    show = program(asking("1", "start", lists=("b",)), cue("b/1", "b"), go_guard=5.0)
    player = Player(show)
    assert started(said(player, Go(), 0.0)) == ["1", "b/1"]
    assert player.lists()[1].standby is None
    outcomes = said(player, StartCue(cue="1"), 1.0)
    assert GoRefused(due=1.0, reason="end of list", source="cue 1") in outcomes


def test_panic_by_cue_stops_the_cue_too() -> None:
    player = Player(program(asking("1", "panic", continue_=Continue.AUTO_FOLLOW), *_others()))
    said(player, StartCue(cue="x"), 0.0)
    outcomes = said(player, Go(), 1.0)
    assert CommandTaken(due=1.0, name="panic", source="cue 1") in outcomes
    assert ended(outcomes) == [("x", True), ("1", True)]
    assert player.active(1.0) == ()


@pytest.mark.parametrize(("scope", "left"), [("peers", {"1", "b/1"}), ("list", {"1", "b/1"}), ("all", {"1"})])
def test_stop_others_spares_itself(scope: str, left: set[str]) -> None:
    show = program(asking("1", "stop others", scope=scope), *_others()[:3], cue("b/1", "b", duration=9.0))
    player = Player(show)
    for name in ("g", "x", "b/1"):
        said(player, StartCue(cue=name), 0.0)
    outcomes = said(player, Go(), 1.0)
    assert {run.cue for run in player.active(1.0)} | {"1"} == left
    assert ("1", False) in ended(outcomes)


def test_peers_in_a_group_are_those_beside_it() -> None:
    children = (Child("g.1", 0.0), Child("g.2", 1.0))
    asks = asking("g.2", "stop others", scope="peers", parent="g")
    player = Player(
        program(cue("g", children=children, duration=9.0), cue("g.1", parent="g", duration=9.0), asks, cue("x"))
    )
    said(player, Go(), 0.0)
    outcomes = list(player.advance(1.0))
    assert [name for name, stopped in ended(outcomes) if stopped] == ["g.1"]
    assert ("g", False) in ended(outcomes)


# With a fade ---------------------------------------------------------------------------------------------------------


def test_a_fade_before_the_stop() -> None:
    show = program(light("1", 0), asking("2", "stop", "1", fade=2.0))  # type: ignore[arg-type]
    player = Player(show)
    said(player, Go(), 0.0)
    outcomes = said(player, Go(), 1.0)
    assert FadeOut(1.0, frozenset({1}), 2.0) in outcomes
    assert player.active(1.0)[0].done_at == 3.0
    outcomes = list(player.advance(9.0))
    assert outcomes == [Freeze(3.0, frozenset({1})), CueEnded(due=3.0, cue="1", run=1, stopped=True)]


def test_nothing_starts_or_continues_during_the_fade() -> None:
    children = (Child("g.1", 0.0), Child("g.2", 1.5))
    group = cue("g", children=children, duration=4.0, continue_=Continue.AUTO_FOLLOW)
    inside = (light("g.1", 0, parent="g"), cue("g.2", parent="g"))
    player = Player(program(group, *inside, cue("y"), asking("2", "stop", "g", fade=4.0)))  # type: ignore[arg-type]
    said(player, Go(), 0.0)
    said(player, StartCue(cue="2"), 1.0)
    assert started(list(player.advance(20.0))) == []
    assert player.active(20.0) == ()


def test_light_of_cues_that_are_over_fades_with_their_group() -> None:
    children = (Child("g.1", 0.0), Child("g.2", 0.0))
    inside = (light("g.1", 0, time=1.0, parent="g"), cue("g.2", parent="g", duration=9.0))
    group = cue("g", children=children, duration=9.0)
    player = Player(program(group, *inside, asking("2", "stop", "g", fade=4.0)))  # type: ignore[arg-type]
    said(player, Go(), 0.0)
    outcomes = said(player, StartCue(cue="2"), 5.0)
    assert [o.runs for o in outcomes if isinstance(o, FadeOut)] == [frozenset({1, 2, 3})]


# Hard stop -----------------------------------------------------------------------------------------------------------


def test_hard_stop_says_note_offs_and_nothing_else() -> None:
    off = send(0).__class__(0.0, "keys", MidiMessage(b"\x80\x3c\x00"))
    cues = (cue("1", duration=9.0, stop=(off,)), cue("2", duration=9.0, stop=(send(7),)))
    player = Player(program(*cues, cue("3", pre_wait=1.0, effects=(send(8),))))
    for now in (0.0, 1.0, 2.0):
        said(player, Go(), now)
    said(player, Pause(cue="2"), 2.0)
    outcomes = said(player, HardStop(), 2.5)
    assert [o.effect for o in outcomes if isinstance(o, Do)] == [off]
    assert FreezeAll(2.5) in outcomes
    assert player.active(2.5) == ()
    assert player.next_deadline() is None


# Without end ---------------------------------------------------------------------------------------------------------


def test_cues_that_start_each_other_come_to_an_end() -> None:
    player = Player(
        program(asking("1", "start", "2", "3"), asking("2", "start", "1", "3"), asking("3", "start", "1", "2"))
    )
    outcomes = said(player, Go(), 1.0)
    assert len(started(outcomes)) == MOST_AT_ONCE
    assert len([o for o in outcomes if isinstance(o, Warned)]) == 1
    assert player.active(1.0) == ()


def test_a_cue_may_start_itself_over_time() -> None:
    player = Player(program(asking("1", "start", "1", at=1.0)))
    player.handle(Go(), 0.0)
    assert [o.due for o in player.advance(5.0) if isinstance(o, CueStarted)] == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
