"""`showctl copy`: parts of one show file put into another, profiles along with them."""

import json
from pathlib import Path

import pytest

from showctl.cli import main
from showctl.shipped import shipped
from showctl.showfile.load import load
from tests.unit.showfile.test_compare import SHOW
from tests.unit.showfile.test_parts import HERE


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """A show that has things, with a fixture profile of its own beside it, and one that gets them."""
    there, here = tmp_path / "there" / "old.yaml", tmp_path / "here" / "new.yaml"
    profile = there.parent / "fixtures" / "own" / "lamp.yaml"
    profile.parent.mkdir(parents=True)
    profile.write_bytes((shipped("fixtures_library") / "generic" / "dimmer.yaml").read_bytes())
    here.parent.mkdir()
    there.write_text(SHOW.replace("groups:\n", "  - {id: lamp, fixture: own/lamp, at: 3.1}\ngroups:\n  solo: lamp\n"))
    here.write_text(HERE)
    return there, here


def test_cues_and_what_they_need(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    there, here = map(str, two)
    assert main(["copy", there, "--into", here, "--cues", "1,3", "--renumber", "100"]) == 0
    assert "taken over: palette colour gold" in capsys.readouterr().out
    assert [cue.number for cue in load(two[1]).show.cues] == ["1", "2", "100", "101"]
    assert "# mine" in two[1].read_text()


def test_a_profile_comes_along(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    there, here = map(str, two)
    copied = two[1].parent / "fixtures" / "own" / "lamp.yaml"
    assert main(["copy", there, "--into", here, "--groups", "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["profiles"] == ["fixtures/own/lamp.yaml"]
    assert two[1].read_text() == HERE
    assert not copied.exists()
    assert main(["copy", there, "--into", here, "--groups"]) == 0
    assert copied.exists()
    assert "lamp" in load(two[1]).show.groups["solo"]


def test_nothing_is_written_where_something_clashes(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    there, here = map(str, two)
    assert main(["copy", there, "--into", here, "--cues", "1"]) == 1
    assert "--renumber 100" in capsys.readouterr().err
    assert two[1].read_text() == HERE


def test_two_fixtures_at_one_address(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    there, here = map(str, two)
    two[1].write_text(HERE.replace("at: 2.1", "at: 1.101"))
    before = two[1].read_text()
    assert main(["copy", there, "--into", here, "--patch"]) == 1
    assert "wash1" in capsys.readouterr().err
    assert two[1].read_text() == before
    assert not (two[1].parent / "fixtures" / "own" / "lamp.yaml").exists()


def test_it_has_to_be_said_what(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    there, here = map(str, two)
    assert main(["copy", there, "--into", here]) == 2
    assert "--cues 10..20" in capsys.readouterr().err
    assert main(["copy", there, "--into", here, "--cues", "99"]) == 1
    assert "no cue '99'" in capsys.readouterr().err


def test_a_cue_that_is_renamed(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    there, here = map(str, two)
    assert main(["copy", there, "--into", here, "--cues", "1", "--rename", "cue 1"]) == 2
    assert "--rename: " in capsys.readouterr().err
    assert main(["copy", there, "--into", here, "--cues", "1", "--rename", "cue 1 to 7"]) == 0
    assert [cue.number for cue in load(two[1]).show.cues] == ["1", "2", "7"]
