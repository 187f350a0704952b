"""Cues that are edited, deleted, renumbered or moved while they run, in standby, or inside what runs."""

from collections.abc import Iterable

from msgspec.structs import replace

from showctl.engine.command import Arm, Flag, Go, Load, Pause, Resume, SetStandby, StartCue, Stop
from showctl.engine.event import CueEnded, CueStarted
from showctl.model.cue import Continue
from showctl.model.effect import Ask
from showctl.program.program import Child, CompiledCue, Program
from tests.unit.engine.evening import Evening
from tests.unit.engine.programs import cue, program, send

FOLLOW, AUTO = Continue.AUTO_FOLLOW, Continue.AUTO_CONTINUE


def five(**more: object) -> list[CompiledCue]:
    """Cues 1 to 5 of 4 s, each with a message at its action and one at its end."""
    return [cue(f"{n}", duration=4.0, effects=(send(n), send(10 * n, at=4.0)), **more) for n in range(1, 6)]


def of(cues: Iterable[CompiledCue], digest: str = "after") -> Program:
    return program(*cues, digest=digest)


def playing(cues: Iterable[CompiledCue], *gos: float) -> Evening:
    evening = Evening(of(cues, "before"))
    for now in gos:
        evening.play(Go(), now)
    return evening


def sent(evening: Evening, until: float = 100.0) -> list[tuple[float, int]]:
    evening.stage.playback.advance(until)
    return [(due, int.from_bytes(data, "big")) for _, due, data in evening.sent]


def standby(evening: Evening) -> str | None:
    return evening.stage.playback.player.lists()[0].standby


def active(evening: Evening, now: float) -> list[str]:
    return [each.cue for each in evening.stage.playback.player.active(now)]


def started(evening: Evening) -> list[tuple[float, str]]:
    return [(each.due, each.cue) for each in evening.events if isinstance(each, CueStarted)]


def test_a_running_cue_finishes_as_it_was_started_and_starts_as_it_is_written_now() -> None:
    one, *others = five()
    evening = playing([one, *others], 0.0)
    evening.hand_over(of([replace(one, effects=(send(77),), duration=1.0), *others]), 1.0)
    assert active(evening, 3.0) == ["1"]
    evening.play(StartCue(cue="1"), 5.0)
    assert sent(evening) == [(0.0, 1), (4.0, 10), (5.0, 77)]


def test_a_deleted_running_cue_plays_out_and_can_be_paused_and_stopped() -> None:
    one, *others = five()
    evening = playing([one, *others], 0.0)
    evening.hand_over(of(others), 1.0)
    assert active(evening, 1.0) == ["1"]
    evening.play(Pause(cue="1"), 2.0)
    evening.play(Resume(cue="1"), 3.0)
    assert sent(evening) == [(0.0, 1), (5.0, 10)]
    evening = playing([one, *others], 0.0)
    evening.hand_over(of(others), 1.0)
    evening.play(Stop(cue="1"), 2.0)
    assert sent(evening) == [(0.0, 1)]
    assert active(evening, 3.0) == []
    evening.play(StartCue(cue="1"), 4.0)
    assert evening.said() == ["there is no cue 1; nothing was done"]


def test_a_deleted_running_cue_is_shown_and_is_itself_again_after_an_undo() -> None:
    one, *others = five(label="Rain")
    evening = playing([one, *others], 0.0)

    def seen() -> list[tuple[str, str, str]]:
        return [(each.cue, each.gone, each.label) for each in evening.stage.playback.player.active(2.0)]

    evening.hand_over(of(others), 1.0)
    assert seen() == [("1", "1", "Rain")]
    evening.hand_over(of([one, *others], "undone"), 2.0)
    assert seen() == [("1", "", "")]
    assert sent(evening) == [(0.0, 1), (4.0, 10)]


def test_a_deleted_standby_moves_to_the_next_cue_that_is_there() -> None:
    cues = five()
    evening = playing(cues, 0.0)
    assert standby(evening) == "2"
    evening.hand_over(of([cues[0], *cues[3:]]), 1.0)
    assert standby(evening) == "4"
    evening.hand_over(of(cues[:1], "again"), 2.0)
    assert standby(evening) is None


def test_the_first_cue_of_an_empty_list_is_in_standby_and_stays_there() -> None:
    one, two, *_ = five()
    evening = playing([])
    assert standby(evening) is None
    evening.hand_over(of([one], "begun"), 1.0)
    assert standby(evening) == "1"
    evening.hand_over(of([one, two], "more"), 2.0)
    assert standby(evening) == "1"
    evening.play(Go(), 3.0)
    evening.play(Go(), 10.0)
    assert standby(evening) is None
    evening.hand_over(of([one, two, *five()[2:3]], "another at the end"), 20.0)
    assert standby(evening) is None, "the end of a list that was played stays its end"


def test_what_follows_is_the_cue_that_followed_when_it_was_started() -> None:
    one, two, three, *others = five()
    one = replace(one, continue_=FOLLOW)
    new = cue("1.5", effects=(send(15),))
    evening = playing([one, two, three, *others], 0.0)
    evening.hand_over(of([one, new, two, three, *others]), 1.0)
    assert sent(evening, 4.0)[-1] == (4.0, 2)
    # The next time it is the new one.
    evening.play(StartCue(cue="1"), 50.0)
    assert sent(evening, 54.0)[-1] == (54.0, 15)


def test_where_it_is_gone_the_next_that_is_there_follows() -> None:
    one, two, three, *others = five()
    one = replace(one, continue_=AUTO, post_wait=3.0)
    evening = playing([one, two, three, *others], 0.0)
    evening.hand_over(of([one, three, *others]), 1.0)
    assert sent(evening, 3.0)[-1] == (3.0, 3)
    evening = playing([one, two, three, *others], 0.0)
    evening.hand_over(of([one]), 1.0)
    assert sent(evening) == [(0.0, 1), (4.0, 10)]


def test_the_chain_of_a_deleted_cue_goes_on_where_it_led() -> None:
    one, two, *others = five()
    one = replace(one, continue_=FOLLOW)
    evening = playing([one, two, *others], 0.0)
    evening.hand_over(of([two, *others]), 1.0)
    assert sent(evening, 4.0)[-1] == (4.0, 2)


def test_a_continue_that_is_taken_away_counts_from_the_next_start() -> None:
    one, two, *others = five()
    evening = playing([replace(one, continue_=FOLLOW), two, *others], 0.0)
    evening.hand_over(of([one, two, *others]), 1.0)
    assert sent(evening, 4.0)[-1] == (4.0, 2)
    evening = playing([one, two, *others], 0.0)
    evening.hand_over(of([replace(one, continue_=FOLLOW), two, *others]), 1.0)
    assert sent(evening) == [(0.0, 1), (4.0, 10)]


def test_standby_arming_flags_and_loads_go_with_a_renumbered_cue() -> None:
    cues = five()
    evening = playing(cues, 0.0)
    for command in (
        Arm(cue="3", armed=False),
        Flag(cue="4", flagged=True),
        Load(cue="5", at=2.0),
        SetStandby(cue="3"),
    ):
        evening.play(command, 1.0)
    ids = {"1": "1", "2": "2", "3": "30", "4": "3", "5": "50"}
    renamed = [replace(each, id=ids[each.id], number=ids[each.id]) for each in cues]
    evening.hand_over(of(renamed), 1.0, {was: now for was, now in ids.items() if was != now})
    player = evening.stage.playback.player
    assert standby(evening) == "30"
    assert player.evening.disarmed == ("30",)
    assert player.evening.flagged == ("3",)
    assert [(each.cue, each.at) for each in player.loaded] == [("50", 2.0)]
    assert active(evening, 1.0) == ["1"]


def test_who_gets_the_number_of_another_gets_nothing_of_it() -> None:
    cues = five()
    evening = playing(cues, 0.0)
    evening.play(Arm(cue="3", armed=False), 1.0)
    after = [cues[0], cues[1], replace(cues[3], id="3", number="3"), cues[4]]  # 3 is deleted, 4 is called 3
    evening.hand_over(of(after), 2.0, {"4": "3"})
    assert evening.stage.playback.player.evening.disarmed == ()


def test_a_running_cue_goes_by_its_new_number() -> None:
    one, *others = five()
    evening = playing([replace(one, continue_=FOLLOW), *others], 0.0)
    after = [replace(one, id="9", number="9", continue_=FOLLOW), *others]
    evening.hand_over(of(after), 1.0, {"1": "9"})
    assert active(evening, 1.0) == ["9"]
    evening.play(Stop(cue="9"), 2.0)
    assert [(each.cue, each.stopped) for each in evening.events if isinstance(each, CueEnded)] == [("9", True)]
    assert sent(evening) == [(0.0, 1)]


def test_standby_follows_a_cue_that_is_moved() -> None:
    cues = five()
    evening = playing(cues, 0.0)
    evening.hand_over(of([cues[0], cues[2], cues[3], cues[1], cues[4]]), 1.0)
    assert standby(evening) == "2"
    evening.play(Go(), 2.0)
    assert standby(evening) == "5"


def timeline(*children: tuple[CompiledCue, float], number: str = "g", **more: object) -> list[CompiledCue]:
    inside = [replace(each, parent=number) for each, _ in children]
    offsets = tuple(Child(each.id, at) for each, at in children)
    group = cue(number, mode="timeline", children=offsets, duration=9.0, **more)
    return [group, *inside]


def test_a_timeline_that_runs_plays_what_is_in_it_still_as_it_is_written_now() -> None:
    a, b, c = (cue(name, effects=(send(n),)) for n, name in enumerate("abc", 1))
    evening = playing([*timeline((a, 0.0), (b, 2.0), (c, 4.0)), cue("next")], 0.0)
    new = cue("new", effects=(send(9),))
    after = timeline((a, 0.0), (new, 1.5), (replace(c, effects=(send(33),)), 6.0))
    evening.hand_over(of([*after, cue("next")]), 1.0)
    # b was taken out; new is not of this time round; c comes when it was to come, as it is now.
    assert sent(evening) == [(0.0, 1), (4.0, 33)]
    assert active(evening, 100.0) == []


def test_a_deleted_timeline_plays_out_with_all_inside_it() -> None:
    a, b = (cue(name, effects=(send(n),)) for n, name in enumerate("ab", 1))
    evening = playing([*timeline((a, 0.0), (b, 2.0), continue_=FOLLOW), cue("next", effects=(send(5),))], 0.0)
    evening.hand_over(of([cue("next", effects=(send(5),))]), 1.0)
    assert sent(evening) == [(0.0, 1), (2.0, 2), (2.0, 5)]


def test_a_cue_that_was_moved_out_of_a_running_group_plays_in_it_no_more() -> None:
    a, b = (cue(name, effects=(send(n),)) for n, name in enumerate("ab", 1))
    evening = playing([*timeline((a, 0.0), (b, 2.0)), cue("next")], 0.0)
    evening.hand_over(of([*timeline((a, 0.0)), cue("next"), b]), 1.0)
    assert sent(evening) == [(0.0, 1)]


def playlist(*names: str, **more: object) -> list[CompiledCue]:
    inside = [cue(each, parent="p", duration=1.0, effects=(send(ord(each)),)) for each in names]
    return [cue("p", mode="playlist", children=tuple(Child(each, 0.0) for each in names), **more), *inside]


def test_a_playlist_leaves_out_what_is_gone_and_goes_round_as_it_was_started() -> None:
    evening = playing(playlist(*"abc", duration=3.0, loop=True), 0.0)
    evening.hand_over(of(playlist(*"acd", duration=3.0, loop=True)), 0.5)
    evening.stage.playback.advance(4.5)
    assert [name for _, name in started(evening)[1:]] == ["a", "c", "a", "c", "a"]


def test_what_a_cue_asks_of_a_renumbered_or_deleted_one() -> None:
    asking = cue("1", pre_wait=2.0, effects=(Ask(0.0, "start", ("2", "3")),), duration=0.0)
    two, three = cue("2", effects=(send(2),)), cue("3", effects=(send(3),))
    evening = playing([asking, two, three], 0.0)
    evening.hand_over(of([asking, replace(three, id="9", number="9")]), 1.0, {"3": "9"})
    assert sent(evening) == [(2.0, 3)]
    assert started(evening)[1:] == [(2.0, "9")]


def test_run_numbers_go_on() -> None:
    one, *others = five()
    evening = playing([one, *others], 0.0, 0.5)
    evening.hand_over(of([one, *others]), 1.0)
    evening.play(Go(), 2.0)
    assert [each.run for each in evening.events if isinstance(each, CueStarted)] == [1, 2, 3]
