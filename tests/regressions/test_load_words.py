"""Words that made no sense: a cue that takes no time was `only 0s long; the most before its end is -0s`."""

import pytest

from showctl.engine.command import Load
from showctl.engine.event import Warned
from showctl.engine.player import Player
from tests.unit.engine.programs import cue, program


@pytest.mark.parametrize("at", [-1.0, 100.0])
def test_a_cue_without_a_length_cannot_be_loaded(at: float) -> None:
    player = Player(program(cue("1")))
    player.handle(Load(cue="1", at=at), 0.0)
    (warning,) = [o for o in player.advance(0.0) if isinstance(o, Warned)]
    assert warning.text == "cue 1 was not loaded: it takes no time, so there is nothing to go past; start it"
