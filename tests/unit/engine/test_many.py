"""Ten thousand starts at one instant, and a thousand active cues in every state that are all ended at one instant.

No clock: what is due at one instant is done in one go, and the work for it, counted in steps of the interpreter, grows
with the number of cues and no faster. `bench` measures what that takes.
"""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from showctl.engine.burst import MOST_AT_ONCE
from showctl.engine.command import AnyCommand, Go, HardStop, Panic, Pause, Resume, StartCue, Stop
from showctl.engine.event import CueActed, CueEnded, CueStarted, Warned
from showctl.engine.outcome import Do, Outcome
from showctl.engine.player import Player
from showctl.model.cue import Continue
from showctl.model.effect import Ask, Fade, Ramp, Send
from showctl.model.message import MidiMessage
from showctl.program.program import Child, CompiledCue, Program
from tests.unit.engine.programs import cue, program, send

NOTE_ON, NOTE_OFF = MidiMessage(b"\x90\x3c\x64"), MidiMessage(b"\x80\x3c\x00")
FOLLOW, CONTINUE = Continue.AUTO_FOLLOW, Continue.AUTO_CONTINUE


def said(player: Player, command: AnyCommand, now: float) -> list[Outcome]:
    player.handle(command, now)
    return list(player.advance(now))


def steps(work: Callable[[], object]) -> int:
    """How many bytecodes of ours it takes; on any machine the same."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


# Starts at one instant -----------------------------------------------------------------------------------------------


def wide(many: int) -> Player:
    """Cue 0 sends something half a second after its action; cue 1 is a group of so many messages, all at its action."""
    children = [cue(f"1.{n}", parent="1", effects=(send(n),)) for n in range(many)]
    group = cue("1", children=tuple(Child(each.id, 0.0) for each in children), duration=0.0)
    return Player(program(cue("0", duration=9.0, effects=(send(50_000, at=0.5),)), group, *children))


def test_ten_thousand_cues_start_at_one_instant() -> None:
    player = wide(10_000)
    said(player, Go(), 0.0)
    outcomes = said(player, Go(), 0.5)
    assert {outcome.due for outcome in outcomes} == {0.5}
    kinds = Counter(type(outcome).__name__ for outcome in outcomes)
    assert (kinds["CueStarted"], kinds["CueActed"], kinds["CueEnded"]) == (10_001,) * 3
    sends = [outcome.effect for outcome in outcomes if isinstance(outcome, Do)]
    assert sends == [send(50_000, at=0.5), *(send(n) for n in range(10_000))]
    assert [run.cue for run in player.active(0.5)] == ["0"]


def test_a_start_at_one_instant_costs_the_same_among_many() -> None:
    few, many = wide(50), wide(500)
    for player in (few, many):
        said(player, Go(), 0.0)
    assert steps(lambda: said(many, Go(), 0.5)) < 11 * steps(lambda: said(few, Go(), 0.5))


def test_what_starts_by_itself_ten_thousand_times_is_a_mistake_and_the_rest_is_on_time() -> None:
    every = [cue(f"x{n}", pre_wait=0.25) for n in range(10_000)]
    asks = cue("2", effects=(Ask(0.0, "start", cues=tuple(each.id for each in every)),))
    player = Player(program(cue("1", duration=9.0, effects=(send(1, at=0.5), send(2, at=0.75))), asks, *every))
    said(player, Go(), 0.0)
    outcomes = said(player, Go(), 0.5)
    assert [outcome.due for outcome in outcomes if isinstance(outcome, Warned)] == [0.5]
    assert sum(isinstance(outcome, CueStarted) for outcome in outcomes) <= MOST_AT_ONCE + 1
    later = list(player.advance(0.75))
    assert [outcome.effect for outcome in later if isinstance(outcome, Do)] == [send(2, at=0.75)]
    acted = [outcome.due for outcome in later if isinstance(outcome, CueActed)]
    assert len(acted) >= MOST_AT_ONCE - 1
    assert set(acted) == {0.75}


# Active in every state -----------------------------------------------------------------------------------------------


def _fade(number: int) -> Fade:
    return Fade(0.0, 60.0, number.to_bytes(4, "little"), b"\0\0\x80\x3f")


def _each(n: int) -> list[CompiledCue]:
    """Cues in ten kinds of states, a moment after their start; half of those that count are told to stop somehow."""
    number, stop = str(n), (send(n),)
    match n % 10:
        case 0:
            return [cue(number, pre_wait=60.0, effects=(send(n),), stop=stop)]
        case 1:
            return [cue(number, duration=60.0, effects=(send(n), send(n + 1, at=30.0)), stop=stop)]
        case 2:
            return [cue(number, type="light", duration=60.0, effects=(_fade(n),))]
        case 3:
            value = MidiMessage(bytes((0xB0 | n % 16, n // 16 % 128, 0)))
            return [cue(number, duration=60.0, effects=(Ramp(0.0, 60.0, "keys", value, 0, 0.0, 127.0, 30.0),))]
        case 4:
            note = (Send(0.0, "keys", NOTE_ON), Send(60.0, "keys", NOTE_OFF))
            return [cue(number, duration=60.0, effects=note, stop=(Send(0.0, "keys", NOTE_OFF),))]
        case 5:
            return [cue(number, post_wait=60.0, continue_=CONTINUE)]
        case 6:
            return [cue(number, duration=0.25, repeat=-1, effects=(send(n),), stop=stop, continue_=FOLLOW)]
        case mode:
            modes = {7: "timeline", 8: "playlist", 9: "first then next"}
            inside = [
                cue(f"{number}.{k}", parent=number, duration=60.0, effects=(send(n),), stop=stop, continue_=then)
                for k, then in enumerate((Continue.NONE if mode != 9 else CONTINUE, Continue.NONE))
            ]
            children = tuple(Child(each.id, 0.0) for each in inside)
            more = {"loop": True} if mode == 8 else {}
            return [cue(number, mode=modes[mode], children=children, duration=60.0, **more), *inside]


def evening(many: int) -> Player:
    """So many cues, started and for a moment on their way; the last tenth is paused, the one before was paused once."""
    parts = [part for n in range(many) for part in _each(n)]
    show: Program = program(*parts, cue("end"))
    player = Player(show)
    for n in range(many):
        player.handle(StartCue(cue=str(n)), 0.0)
    list(player.advance(1.0))
    tenth = many // 10
    for n in range(many - 2 * tenth, many):
        player.handle(Pause(cue=str(n)), 1.0)
    for n in range(many - 2 * tenth, many - tenth):
        player.handle(Resume(cue=str(n)), 1.0)
    list(player.advance(1.0))
    return player


@pytest.mark.parametrize("command", [Stop(), Panic(), HardStop()], ids=lambda command: type(command).__name__)
def test_a_thousand_active_cues_in_every_state_are_ended_at_one_instant(command: AnyCommand) -> None:
    player = evening(1_000)
    active = {run.run: run.state for run in player.active(1.0)}
    assert len(active) >= 1_000
    assert set(active.values()) == {"pre-wait", "running", "post-wait", "paused"}
    outcomes = said(player, command, 1.0)
    assert {outcome.due for outcome in outcomes} == {1.0}
    ended = [outcome.run for outcome in outcomes if isinstance(outcome, CueEnded)]
    assert sorted(ended) == sorted(run for run, state in active.items() if run in set(ended))
    assert {state for run, state in active.items() if run not in set(ended)} <= {"post-wait", "paused"}
    assert not [outcome for outcome in outcomes if isinstance(outcome, CueStarted | CueActed)]
    sends = [outcome.effect for outcome in outcomes if isinstance(outcome, Do)]
    if isinstance(command, HardStop):
        assert {each.message for each in sends if isinstance(each, Send)} == {NOTE_OFF}
    assert player.active(1.0) == ()
    assert player.next_deadline() is None
    assert list(player.advance(1_000.0)) == []


@pytest.mark.parametrize("command", [Stop(), Panic(), HardStop()], ids=lambda command: type(command).__name__)
def test_ending_one_of_many_costs_no_more_than_ending_one_of_few(command: AnyCommand) -> None:
    few, many = evening(40), evening(400)
    assert steps(lambda: said(many, command, 1.0)) < 11 * steps(lambda: said(few, command, 1.0))
