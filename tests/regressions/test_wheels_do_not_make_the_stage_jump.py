"""GO out of order on a cue whose first fade is a wheel's jump brought the whole stage back at once."""

from showctl.engine.command import Go
from showctl.engine.outcome import Do
from showctl.engine.player import Player
from showctl.model.effect import Fade
from showctl.program.opening import opened
from showctl.showfile.load import load_text

SHOW = """\
showctl: 1
show: {title: Jump}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch: [{id: lamp, fixture: generic/dimmer, at: 1.1}, {id: spot, fixture: generic/moving-spot, at: 1.11}]
cues:
  - {cue: 1, light: {look: {lamp: full}}}
  - {cue: 2, light: {time: 4s, look: {spot: {gobo: Rings}}}}
  - {cue: 3, light: {time: {down: 3s}, look: {spot: {gobo: Open}}}}
"""


def test_light_comes_back_in_the_time_of_the_cue() -> None:
    program = opened(lambda: load_text(SHOW)).program
    for cue, time in (("2", 4.0), ("3", 3.0)):
        player = Player(program, {"main": cue})
        player.handle(Go(), 0.0)
        first = next(one.effect for one in player.advance(0.0) if isinstance(one, Do))
        assert isinstance(first, Fade)
        assert first.time == time
