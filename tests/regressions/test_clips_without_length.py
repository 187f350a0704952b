"""A loop of clips without a duration passed: each was shown for the 50 ms after which its message is let go."""

from pathlib import Path

import pytest

from showctl.program.opening import open_show
from showctl.showfile.report import Refused

SHOW = """
showctl: 1
show: {title: Walk-in}
devices:
  media: {type: osc, profile: resolume, to: 127.0.0.1:7000}
cues:
"""
CLIP = "video: {device: media, do: connect clip, layer: 1, clip: 4"


@pytest.mark.parametrize(
    "cue", ["{cue: 1, group: playlist, loop: yes, cues: [{cue: 1.1, %s}]}", "{cue: 1, repeat: forever, %s}"]
)
def test_clips_in_a_loop_want_a_duration(tmp_path: Path, cue: str) -> None:
    show = tmp_path / "show.yaml"
    show.write_text(f"{SHOW}  - {cue % (CLIP + '}')}\n", "utf-8")
    with pytest.raises(Refused, match="write how long clips and sounds last: duration"):
        open_show(show)
    show.write_text(f"{SHOW}  - {cue % (CLIP + ', duration: 3m}')}\n", "utf-8")
    assert open_show(show).program.cues["1"].duration == 180.0
