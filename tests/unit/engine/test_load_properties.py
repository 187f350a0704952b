"""What holds for every cue that is loaded to any time."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.command import AnyCommand, Go, HardStop, Load, Panic, StartCue, Stop
from showctl.engine.event import CommandTaken, CueActed, CueEnded, CueLoaded, CueStarted, Warned
from showctl.engine.mixer import Mixer
from showctl.engine.outcome import Do, Outcome, TakeUp
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.model.effect import Fade, Send
from showctl.outputs.recording import Recording
from showctl.program.program import Parameters, Program
from tests.unit.engine.programs import programs
from tests.unit.engine.test_player_properties import played

START = 200.0
SIXTEENTHS = st.one_of(st.integers(1, 32), st.integers(1, 160)).map(lambda n: n / 16)
"""Of the programs drawn, two in three can be loaded there; the others are refused, and there is nothing to compare."""


def loaded(outcomes: list[Outcome]) -> bool:
    return any(isinstance(outcome, CueLoaded) and outcome.to for outcome in outcomes)


def _is_command(effect: object) -> bool:
    return isinstance(effect, Send) and not effect.ramp


@given(programs(), SIXTEENTHS, st.booleans())
@settings(max_examples=500)
def test_a_loaded_show_sends_what_a_show_that_is_cut_there_sends(show: Program, at: float, by_go: bool) -> None:
    start: AnyCommand = Go() if by_go else StartCue(cue="1")
    cut = played(show, [(START - at, start)])
    begun = played(show, [(100.0, Load(cue="1", at=at)), (START, start)])
    if not loaded(begun):
        return
    # A ramp under way begins with its value there, which nobody sends otherwise; its end is as ever.
    sends = [(o.due, o.cue, o.effect) for o in begun if isinstance(o, Do) and _is_command(o.effect)]
    expected = [o for o in cut if isinstance(o, Do) and _is_command(o.effect) and o.due >= START]
    assert sends == [(o.due, o.cue, o.effect) for o in expected]
    fades = [(o.due, o.cue, o.effect) for o in begun if isinstance(o, Do) and isinstance(o.effect, Fade)]
    expected = [o for o in cut if isinstance(o, Do) and isinstance(o.effect, Fade) and o.due >= START]
    assert fades == [(o.due, o.cue, o.effect) for o in expected]
    # What starts, acts and ends from then on is the same, and what was active there is told of at the start.
    kinds = CueStarted | CueActed | CueEnded
    later = [(type(o), o.due, o.cue) for o in begun if isinstance(o, kinds) and o.due > START]
    assert later == [(type(o), o.due, o.cue) for o in cut if isinstance(o, kinds) and o.due > START]
    dues = [outcome.due for outcome in begun]
    assert dues == sorted(dues)
    assert not any(isinstance(o, Do | TakeUp | CueStarted) and o.due < START for o in begun)
    known: set[int] = set()
    for outcome in begun:
        if isinstance(outcome, CueStarted):
            assert outcome.run not in known
            known.add(outcome.run)
        elif isinstance(outcome, CueActed | CueEnded):
            assert outcome.run in known


@given(programs(), SIXTEENTHS, st.sampled_from([Stop(), Stop(cue="1"), HardStop(), Panic(), Load(cue="1", at=0.0)]))
@settings(max_examples=100)
def test_what_is_unloaded_plays_from_its_beginning(show: Program, at: float, ends: AnyCommand) -> None:
    plain = played(show, [(START, Go())])
    unloaded = played(show, [(100.0, Load(cue="1", at=at)), (150.0, ends), (START, Go())])
    quiet = [o for o in unloaded if not isinstance(o, CueLoaded | CommandTaken | Warned) and o.due >= START]
    assert quiet == [o for o in plain if not isinstance(o, CommandTaken | Warned)]


@given(programs(), SIXTEENTHS)
@settings(max_examples=100)
def test_a_time_before_the_end_is_that_time_from_the_go(show: Program, before: float) -> None:
    player = Player(show)
    player.handle(Load(cue="1", at=-before), 1.0)
    if not player.loaded:
        return
    at = player.loaded[0].at
    ends = [o.due for o in played(show, [(START, StartCue(cue="1"))]) if isinstance(o, CueEnded) and o.cue == "1"]
    assert START + at == min(ends) - before


def _table(count: int) -> Parameters:
    """Dimmers, of which the first 512 are in a universe."""
    slots = np.full((count, 3), -1, "<i4")
    slots[:512, 0] = np.arange(512)
    return Parameters(
        row=np.where(np.arange(count) < 512, 0, -1).astype("<i4").tobytes(),
        slots=slots.tobytes(),
        dimmer=np.full(count, -1, "<i4").tobytes(),
        default=np.zeros(count, "<f4").tobytes(),
        intensity=np.ones(count, np.uint8).tobytes(),
        exempt=np.zeros(count, np.uint8).tobytes(),
    )


TABLE = _table(2000)


class Rig:
    """A playback of which levels can be asked."""

    def __init__(self, show: Program) -> None:
        self.mixer = Mixer(TABLE, 1)
        outputs = {target.device: Recording(target, lambda _: None) for target in show.targets}
        self.playback = Playback(show, Player(show), self.mixer, outputs, lambda _: None)

    def levels(self, now: float) -> np.ndarray:
        while (due := self.playback.next_deadline()) is not None and due <= now:
            self.playback.advance(due)
        self.playback.advance(now)
        self.mixer.levels(now)
        return self.mixer.values.copy()

    def say(self, command: AnyCommand, now: float) -> None:
        self.levels(now)
        self.playback.handle(command, now)


def lit(show: Program) -> Program:
    """All lights of a show move the first two parameters, to full and half, so that they meet."""
    cues = {}
    for number, cue in enumerate(show.cues.values()):
        effects = tuple(
            Fade(
                e.at,
                e.time,
                np.array([0, 1] if number % 2 else [1, 2], "<i4").tobytes(),
                np.array([1.0, 0.5] if number % 3 else [0.0, 0.25], "<f4").tobytes(),
                ("linear", "s", "square")[number % 3],
            )
            if isinstance(e, Fade)
            else e
            for e in cue.effects
        )
        cues[cue.id] = replace(cue, effects=effects)
    return replace(show, cues=cues, universes=(1,), parameters=TABLE)


@given(programs(), SIXTEENTHS)
@settings(max_examples=200)
def test_light_is_where_it_would_be(show: Program, at: float) -> None:
    show = lit(show)
    cut, begun = Rig(show), Rig(show)
    cut.say(Go(), START - at)
    begun.say(Load(cue="1", at=at), 100.0)
    if not begun.playback.player.loaded:
        return
    begun.say(Go(), START)
    for step in range(24):
        now = START + step * 0.37
        assert np.allclose(cut.levels(now), begun.levels(now), atol=1e-9), now
