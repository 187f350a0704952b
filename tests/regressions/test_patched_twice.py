"""A range of fixtures, some patched already: `check` ended with an IndexError if a look meant the others."""

from pathlib import Path

import pytest

from showctl.program.opening import open_show
from showctl.showfile.report import Refused

SHOW = """
showctl: 1
show: {title: Twice}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
patch:
  - {id: front1..front8, fixture: generic/dimmer, at: 1.1}
  - {id: front4..front9, fixture: generic/dimmer, at: 1.100}
cues:
  - {cue: 1, light: {look: {front9: full}}}
"""


def test_a_look_of_what_is_left_of_a_range(tmp_path: Path) -> None:
    show = tmp_path / "show.yaml"
    show.write_text(SHOW, "utf-8")
    with pytest.raises(Refused) as refused:
        open_show(show)
    assert "fixture 'front4' is patched twice" in str(refused.value)
