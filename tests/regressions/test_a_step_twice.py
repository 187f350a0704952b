"""A ramp that was loaded exactly at one of its steps sent that step twice, on a machine that had been up for long."""

import pytest

from showctl.engine.command import Load, StartCue
from showctl.engine.outcome import Do
from showctl.engine.player import Player
from showctl.model.effect import Ramp, Send
from showctl.model.message import OscMessage
from showctl.model.osc_argument import OscArgument
from tests.unit.engine.programs import cue, program


@pytest.mark.parametrize("rate", [10.0, 250.0])
@pytest.mark.parametrize("now", [0.0, 6.8091, 43_210.987, 1_234_567.891, 9_876_543.21])
def test_each_value_leaves_once(now: float, rate: float) -> None:
    fader = OscMessage("/fader", (OscArgument("f", 0.0),))
    ramp = Ramp(0.0, 1.0, "desk", fader, 0, start=0.0, end=1.0, rate=rate)
    for step in range(1, 10):
        player = Player(program(cue("1", duration=1.0, effects=(ramp,))))
        player.handle(Load(cue="1", at=step / 10), now)
        player.handle(StartCue(cue="1"), now)
        sent = [o.due for o in player.advance(now + 2) if isinstance(o, Do) and isinstance(o.effect, Send)]
        assert len(sent) == round((10 - step) / 10 * rate) + 1
