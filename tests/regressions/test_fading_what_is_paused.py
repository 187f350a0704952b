"""A paused group that was stopped with a fade, then resumed: it went on starting and sending while it faded out."""

import pytest

from showctl.engine.command import Go, Pause, Resume, StartCue
from showctl.engine.event import CueEnded
from showctl.engine.outcome import Do, Outcome
from showctl.engine.player import Player
from showctl.model.effect import Ask
from showctl.program.program import Child
from tests.unit.engine.programs import cue, program, send


@pytest.mark.parametrize("resume", [Resume(), Resume(cue="1")])
@pytest.mark.parametrize("end", ["a stop", "a second start"])
def test_nothing_follows_from_it(resume: Resume, end: str) -> None:
    children = (Child("1.1", 0.0), Child("1.2", 1.6))
    policy = "panic" if end == "a second start" else "restart"
    group = cue("1", mode="timeline", children=children, duration=6.0, if_running=policy)
    sends = cue("1.1", parent="1", duration=6.0, effects=(send(1, at=1.0), send(2, at=1.7)))
    stop = cue("2", duration=3.0, effects=(Ask(0.0, "stop", ("1",), fade=3.0),))
    player = Player(program(group, sends, cue("1.2", parent="1", effects=(send(3),)), stop))
    player.handle(Go(), 0.0)
    player.handle(Pause(cue="1"), 1.5)
    list(player.advance(1.5))
    player.handle(StartCue(cue="2" if end == "a stop" else "1"), 2.0)
    player.handle(resume, 2.5)
    outcomes: list[Outcome] = list(player.advance(60.0))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Do)]
    stopped = {o.cue: o.due for o in outcomes if isinstance(o, CueEnded) and o.stopped}
    assert stopped.keys() == {"1", "1.1"}
    assert len(set(stopped.values())) == 1
    assert not player.active(60.0)
