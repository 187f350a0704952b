"""What tells one state of a show from another: the show file, and the profiles that it uses."""

from pathlib import Path

import pytest

from showctl.program.opening import open_show, open_to_play
from showctl.showfile.report import Refused

SHOW = """\
showctl: 1
show: {title: Digest}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch: [{id: lamp, fixture: own/lamp, at: 1.1}]
cues: [{cue: 1, light: {look: {lamp: full}}}]
"""
LAMP = "showctl fixture: 1\nname: Lamp\nmanufacturer: Own\nmodes: {a: [intensity, red, green, blue]}\n"


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "show.yaml"
    path.write_text(SHOW)
    profile(path, LAMP)
    return path


def profile(show: Path, text: str, name: str = "own/lamp") -> None:
    file = show.parent / "fixtures" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_a_profile_that_alone_changed_makes_another_state(show: Path) -> None:
    before = open_show(show).program.digest
    assert open_show(show).program.digest == open_to_play(show).program.digest == before
    profile(show, LAMP, name="own/other")
    assert open_show(show).program.digest == before
    profile(show, LAMP.replace("[intensity, red", "[red, intensity"))
    assert open_show(show).program.digest == open_to_play(show).program.digest != before
    profile(show, LAMP)
    assert open_show(show).program.digest == before


def test_so_does_one_that_was_wrong_and_left_out(show: Path) -> None:
    profile(show, LAMP.replace("modes", "mods"))
    with pytest.raises(Refused):
        open_show(show)
    seen = {open_to_play(show).program.digest}
    profile(show, LAMP.replace("modes", "mode"))
    seen.add(open_to_play(show).program.digest)
    profile(show, LAMP)
    seen.add(open_to_play(show).program.digest)
    assert len(seen) == 3
