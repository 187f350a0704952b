"""Each playlist around another doubled the time to open a show: with 40 of them it would have taken weeks."""

import pytest

from showctl.engine.command import Go
from showctl.engine.event import CueEnded
from showctl.engine.player import Player
from showctl.program.opening import opened
from showctl.showfile.load import load_text

HEAD = "showctl: 1\nshow: {title: Deep}\n"


@pytest.mark.parametrize("mode", ["timeline", "playlist", "sequence", "first then next", "random"])
def test_a_hundred_groups_open_and_play(mode: str) -> None:
    text = "{cue: 1, wait: 2s, post-wait: 1s}"
    for level in range(100):
        text = f"{{cue: 2.{level}, group: {mode}, cues: [{text}]}}"
    player = Player(opened(lambda: load_text(f"{HEAD}cues: [{text}]\n")).program)
    player.handle(Go(), 10.0)
    ended = [(o.cue, o.due) for o in player.advance(60.0) if isinstance(o, CueEnded)]
    assert ended == [("1", 12.0), *((f"2.{level}", 12.0) for level in range(100))]
