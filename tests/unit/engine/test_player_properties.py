"""What holds for every show and every sequence of commands."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.command import AnyCommand, Go, Pause, Resume
from showctl.engine.event import CommandTaken, CueEnded, CueStarted
from showctl.engine.outcome import Do, Hold, Outcome, Release
from showctl.engine.player import Player
from showctl.model.cue import Continue, CueId
from showctl.program.program import Program
from showctl.timing.cue_times import cue_times
from tests.unit.engine.invariants import check
from tests.unit.engine.programs import commands, cue, program, programs, send

END = 1_000.0
Timed = Iterable[tuple[float, AnyCommand]]


def played(show: Program, said: Timed, wakes: Iterable[float] = (), part: int | None = None) -> list[Outcome]:
    """Everything that comes of the commands, woken at the given instants besides; worked out in `part` steps."""
    player = Player(show)
    outcomes: list[Outcome] = []
    # A wake comes after a command of the same instant, as it does in the dispatcher.
    moments = sorted([(at, 0, c) for at, c in said] + [(at, 1, None) for at in (*wakes, END)], key=lambda m: m[:2])
    for now, _, command in moments:
        if command is not None:
            player.handle(command, now)
        while part is not None and player.work_out(now, part):
            pass
        for outcome in player.advance(now):
            assert outcome.due <= now, "early"
            outcomes.append(outcome)
    return outcomes


@st.composite
def performances(draw: st.DrawFn) -> tuple[Program, list[tuple[float, AnyCommand]]]:
    show = draw(programs())
    return show, draw(commands(show))


@given(performances(), st.lists(st.integers(0, 400).map(lambda n: 100 + n / 16), max_size=40))
@settings(max_examples=300)
def test_how_often_anybody_wakes_changes_nothing(performance: tuple[Program, Timed], wakes: list[float]) -> None:
    show, said = performance
    assert played(show, said, wakes) == played(show, said)


@given(performances(), st.integers(1, 5))
@settings(max_examples=200)
def test_working_it_out_in_parts_changes_nothing(performance: tuple[Program, Timed], part: int) -> None:
    show, said = performance
    assert played(show, said, part=part) == played(show, said)


@given(performances())
@settings(max_examples=300)
def test_nothing_early_twice_or_after_its_end_and_ramps_arrive(performance: tuple[Program, Timed]) -> None:
    show, said = performance
    check(show, played(show, said))


@given(performances())
@settings(max_examples=200)
def test_what_is_active_is_what_was_started_and_is_not_over(performance: tuple[Program, Timed]) -> None:
    show, said = performance
    player = Player(show)
    alive: set[int] = set()
    for now, command in said:
        player.handle(command, now)
        for outcome in player.advance(now):
            if isinstance(outcome, CueStarted):
                alive.add(outcome.run)
            elif isinstance(outcome, CueEnded):
                alive.discard(outcome.run)
        active = player.active(now)
        assert {a.run for a in active if a.state != "post-wait" and not (a.state == "paused" and a.next_at)} <= alive
        assert alive <= {a.run for a in active}
        for state in active:
            assert state.paused_at is not None or state.state != "paused"
            assert state.go_at <= state.action_at <= state.done_at
    player.handle(Resume(), END)
    for _ in player.advance(2 * END):
        pass
    # A sequence waits for GO as long as standby is inside.
    assert {show.cues[state.cue].mode for state in player.active(2 * END)} <= {"sequence"}
    assert player.next_deadline() is None


@given(programs(), st.integers(0, 64), st.integers(1, 64))
@settings(max_examples=200)
def test_a_pause_moves_all_that_comes_after_it(show: Program, at: int, length: int) -> None:
    paused, seconds = 100 + at / 8, length / 8
    plain = played(show, [(100.0, Go())])
    moved = played(show, [(100.0, Go()), (paused, Pause()), (paused + seconds, Resume())])
    quiet = [o for o in moved if not isinstance(o, Hold | Release) and not _is_pause(o)]
    expected = [o if o.due <= paused else replace(o, due=o.due + seconds) for o in plain]
    assert quiet == expected


def _is_pause(outcome: Outcome) -> bool:
    return isinstance(outcome, CommandTaken) and outcome.name in {"pause", "resume"}


@given(programs(plain=True))
@settings(max_examples=200)
def test_plays_what_a_reader_works_out_on_paper(show: Program) -> None:
    done = sorted((o.due, o.cue, repr(o.effect)) for o in played(show, [(100.0, Go())]) if isinstance(o, Do))
    assert done == sorted(_on_paper(show, 100.0))


def _on_paper(show: Program, go_at: float) -> list[tuple[float, CueId, str]]:
    found: list[tuple[float, CueId, str]] = []
    for cue_id in show.lists[0].cues:
        found += _cue_on_paper(show, cue_id, go_at)
        next_at = cue_times(show.cues[cue_id], go_at).next_at
        if next_at is None:
            break
        go_at = next_at
    return found


def _cue_on_paper(show: Program, cue_id: CueId, go_at: float) -> list[tuple[float, CueId, str]]:
    own = show.cues[cue_id]
    if not own.armed:
        return []
    action_at = go_at + own.pre_wait
    found = [(action_at + effect.at, cue_id, repr(effect)) for effect in own.effects]
    for child in own.children:
        found += _cue_on_paper(show, child.cue, action_at + child.at)
    return found


def test_a_chain_does_not_drift() -> None:
    chain = [cue(str(n), effects=(send(n),), post_wait=0.1, continue_=Continue.AUTO_CONTINUE) for n in range(1_000)]
    # Woken late, by another amount each time.
    wakes = [1.0 + n * 0.0371 for n in range(4_000)]
    sends = [o for o in played(program(*chain), [(1.0, Go())], wakes) if isinstance(o, Do)]
    assert len(sends) == 1_000
    for n, outcome in enumerate(sends):
        assert abs(outcome.due - (1.0 + n / 10)) < 1e-9
