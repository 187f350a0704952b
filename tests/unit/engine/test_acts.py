"""Shows whose cues act on one another, whatever they ask: the player carries on, in order, and a hard stop ends it."""

from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.engine.command import AnyCommand, HardStop, StartCue
from showctl.engine.event import CommandTaken, CueActed, CueEnded, CueStarted, Warned
from showctl.engine.outcome import Do, Outcome
from showctl.engine.player import Player
from showctl.model.effect import Ramp, Send
from showctl.model.message import MidiMessage
from showctl.program.opening import opened, opened_to_play
from showctl.program.program import Program
from showctl.showfile.load import load_text
from tests.strategies import Tree, acting_shows, dumped
from tests.unit.engine.invariants import check
from tests.unit.engine.programs import commands

SOME = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
END = 20.0
"""Seconds after the last command for which shows are played: circles of starts go on for ever."""


def compiled(tree: Tree) -> Program:
    return opened(lambda: load_text(dumped(tree))).program


def played(show: Program, said: Iterable[tuple[float, AnyCommand]], wakes: Iterable[float] = ()) -> list[Outcome]:
    """What comes of the commands, and of a hard stop at the end."""
    player = Player(show)
    found: list[Outcome] = []
    said = list(said)
    stop = said[-1][0] + END
    moments = [(at, 0, command) for at, command in (*said, (stop, HardStop()))]
    moments += [(at, 1, None) for at in (*wakes, stop + END) if at <= stop or at == stop + END]
    for now, _, command in sorted(moments, key=lambda moment: moment[:2]):
        if command is not None:
            player.handle(command, now)
        for outcome in player.advance(now):
            assert outcome.due <= now
            found.append(outcome)
    assert player.active(stop + END) == ()
    assert player.next_deadline() is None
    return found


@SOME
@given(acting_shows(), st.data(), st.lists(st.integers(0, 400).map(lambda n: 100 + n / 16), max_size=20))
def test_whatever_cues_ask_of_one_another(tree: Tree, data: st.DataObject, wakes: list[float]) -> None:
    show = compiled(tree)
    said = data.draw(commands(show))
    outcomes = played(show, said)
    assert played(show, said, wakes) == outcomes
    check(show, outcomes)
    stops = [i for i, o in enumerate(outcomes) if isinstance(o, CommandTaken) and o.name == "hard stop"]
    for outcome in outcomes[stops[-1] :]:
        assert not isinstance(outcome, CueStarted)
        if isinstance(outcome, Do):
            assert isinstance(outcome.effect, Send)
            assert isinstance(outcome.effect.message, MidiMessage)
            assert outcome.effect.message.data[0] & 0xF0 == 0x80
    started = [outcome.run for outcome in outcomes if isinstance(outcome, CueStarted)]
    ended = [outcome.run for outcome in outcomes if isinstance(outcome, CueEnded)]
    assert sorted(started) == sorted(ended)


@SOME
@given(acting_shows(), st.data())
def test_held_notes_end(tree: Tree, data: st.DataObject) -> None:
    show = compiled(tree)
    outcomes = played(show, data.draw(commands(show)))
    held = 0
    for outcome in outcomes:
        if (
            isinstance(outcome, Do)
            and isinstance(outcome.effect, Send)
            and isinstance(outcome.effect.message, MidiMessage)
        ):
            held = held + 1 if outcome.effect.message.data[0] & 0xF0 == 0x90 else 0
    assert not held


def test_a_circle_that_was_armed_in_the_evening_ends_with_a_warning() -> None:
    show = compiled(
        {
            "showctl": "1",
            "show": {"title": "Circle"},
            "cues": [
                {"cue": "1", "armed": "no", "start": "2"},
                {"cue": "2", "start": "1"},
                {"cue": "3", "arm": "1"},
            ],
        }
    )
    player = Player(show)
    player.handle(StartCue(cue="3"), 0.0)
    player.handle(StartCue(cue="1"), 1.0)
    found = list(player.advance(1.0))
    assert sum(isinstance(outcome, CueStarted) for outcome in found) < 1100
    assert [outcome.due for outcome in found if isinstance(outcome, Warned)] == [1.0]
    player.handle(StartCue(cue="2"), 2.0)
    assert any(isinstance(outcome, CueStarted) for outcome in player.advance(2.0))


@SOME
@given(acting_shows(), st.data())
def test_broken_cues_keep_the_times_of_all_others(tree: Tree, data: st.DataObject) -> None:
    show = compiled(tree)
    said = data.draw(commands(show))
    broken = opened_to_play(lambda: load_text(without_devices(tree))).program
    devices = {cue.id for cue in show.cues.values() if any(isinstance(effect, Send | Ramp) for effect in cue.effects)}
    assert {cue.id for cue in broken.cues.values() if cue.broken} == devices
    outcomes = played(broken, said)
    assert times(outcomes) == times(played(show, said))
    assert not any(isinstance(outcome, Do) and isinstance(outcome.effect, Send | Ramp) for outcome in outcomes)


def without_devices(tree: Tree) -> str:
    """The show as text, with none of its devices where the cues look for it."""
    return dumped(tree).replace("device: desk", "device: dask").replace("device: keys", "device: kyes")


def times(outcomes: Iterable[Outcome]) -> list[tuple[float, str, str]]:
    """When which cue starts, acts and ends."""
    kinds = CueStarted, CueActed, CueEnded
    return [(o.due, type(o).__name__, o.cue) for o in outcomes if isinstance(o, kinds)]
