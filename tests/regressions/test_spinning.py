"""A cue that played for ever, a microsecond at a time: the engine never came out of it, not for a panic either."""

from pathlib import Path

import pytest

from showctl.engine.command import Go, Panic, StartCue
from showctl.engine.event import CueActed, Warned
from showctl.engine.player import Player
from showctl.model.effect import Ask
from showctl.program.opening import open_show
from showctl.showfile.report import Refused
from tests.unit.engine.programs import cue, program

SHOW = "showctl: 1\nshow: {title: Spinning}\ncues:\n"


@pytest.mark.parametrize(
    "cues",
    [
        "  - {cue: 1, repeat: forever, wait: 0.000001}",
        "  - {cue: 1, group: playlist, loop: yes, cues: [{cue: 2, wait: 0.1ms}, {cue: 3, memo: Two}]}",
        "  - {cue: 1, pre-wait: 0.1ms, start: 1}",
    ],
)
def test_what_takes_next_to_no_time_for_ever_is_a_mistake(tmp_path: Path, cues: str) -> None:
    show = tmp_path / "show.yaml"
    show.write_text(SHOW + cues + "\n", "utf-8")
    with pytest.raises(Refused, match="for ever"):
        open_show(show)


def test_what_only_the_evening_brings_about_ends_with_a_warning() -> None:
    player = Player(program(cue("1", pre_wait=1e-5, effects=(Ask(0.0, "start", ("1",)),)), cue("2", duration=9.0)))
    player.handle(Go(), 0.0)
    player.handle(StartCue(cue="2"), 0.0)
    outcomes = list(player.advance(8.0))
    (warning,) = [o for o in outcomes if isinstance(o, Warned)]
    assert "cue 1 was not" in warning.text
    assert len([o for o in outcomes if isinstance(o, CueActed)]) < 1_100
    assert [run.cue for run in player.active(8.0)] == ["2"]
    player.handle(Panic(), 8.0)
    assert not player.active(8.0)


def test_a_thousand_a_second_may_go_on() -> None:
    player = Player(program(cue("1", repeat=0, duration=0.002)))
    player.handle(Go(), 0.0)
    assert not [o for o in player.advance(20.0) if isinstance(o, Warned)]
    assert player.active(20.0)
