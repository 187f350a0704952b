"""A playlist that was fading out and was told to go on to the next: its light froze half way down."""

from showctl.engine.command import Go, StartCue
from showctl.engine.event import CueEnded, CueStarted
from showctl.engine.outcome import Outcome
from showctl.engine.player import Player
from showctl.model.effect import Ask
from showctl.program.program import Child
from tests.unit.engine.programs import cue, program


def test_it_fades_out_and_nothing_starts() -> None:
    children = (Child("1.1", 0.0), Child("1.2", 0.0))
    playlist = cue("1", mode="playlist", loop=True, children=children, duration=20.0, if_running="next")
    inside = (cue("1.1", parent="1", duration=10.0), cue("1.2", parent="1", duration=10.0))
    stop = cue("2", duration=3.0, effects=(Ask(0.0, "stop", ("1",), fade=3.0),))
    player = Player(program(playlist, *inside, stop))
    player.handle(Go(), 0.0)
    player.handle(StartCue(cue="2"), 5.0)
    list(player.advance(5.0))
    player.handle(StartCue(cue="1"), 6.0)
    outcomes: list[Outcome] = list(player.advance(60.0))
    assert not [outcome for outcome in outcomes if isinstance(outcome, CueStarted)]
    assert {(o.cue, o.due) for o in outcomes if isinstance(o, CueEnded) and o.stopped} == {("1", 8.0), ("1.1", 8.0)}
