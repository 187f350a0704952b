"""A group that continues, stopped with a fade while all inside still waited: a KeyError at the continue."""

import pytest

from showctl.engine.command import Go, StartCue
from showctl.engine.event import CueStarted
from showctl.engine.player import Player
from showctl.model.cue import Continue
from showctl.model.effect import Ask
from showctl.program.program import Child
from tests.unit.engine.programs import cue, program


@pytest.mark.parametrize("mode", ["timeline", "playlist", "sequence", "first then next", "random"])
@pytest.mark.parametrize("follow", [Continue.AUTO_CONTINUE, Continue.AUTO_FOLLOW, Continue.NONE])
def test_nothing_follows(mode: str, follow: Continue) -> None:
    group = cue(
        "1", mode=mode, children=(Child("1.1", 0.0),), duration=3.0, if_running="panic", continue_=follow, post_wait=2.0
    )
    child = cue("1.1", parent="1", pre_wait=2.0, duration=1.0)
    player = Player(program(group, child, cue("2", duration=9.0)))
    player.handle(Go(), 0.0)
    list(player.advance(1.0))
    player.handle(StartCue(cue="1"), 1.0)
    outcomes = list(player.advance(60.0))
    assert not [o for o in outcomes if isinstance(o, CueStarted)]
    assert not player.active(60.0)


@pytest.mark.parametrize("crossfade", [0.0, 0.5])
def test_a_playlist_goes_on(crossfade: float) -> None:
    groups = [cue(n, parent="1", mode="timeline", children=(Child(f"{n}.1", 0.0),), duration=3.0) for n in ("a", "b")]
    waits = [cue(f"{n}.1", parent=n, pre_wait=2.0, duration=1.0) for n in ("a", "b")]
    children = (Child("a", 0.0), Child("b", 0.0))
    playlist = cue("1", mode="playlist", children=children, crossfade=crossfade, duration=6.0)
    stop = cue("2", effects=(Ask(0.0, "stop", ("a",), fade=1.0),))
    player = Player(program(playlist, *groups, *waits, stop))
    player.handle(Go(), 0.0)
    list(player.advance(1.0))
    player.handle(StartCue(cue="2"), 1.0)
    outcomes = list(player.advance(60.0))
    assert [o.cue for o in outcomes if isinstance(o, CueStarted)] == ["2", "b", "b.1"]
    assert not player.active(60.0)
