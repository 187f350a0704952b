"""`showctl patch`: what it prints, what it says is wrong, and a scene that becomes a show's patch."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from showctl.cli import main
from tests.unit.fixtures.importer.test_mvr import fixture, scene

HEAD = "showctl: 1\nshow: {title: Test}\ndevices:\n  rig: {type: sacn, universes: 1-2, to: 127.0.0.1}\n"
PATCH = """\
patch:
  - {id: front1..front2, fixture: generic/dimmer, at: 1.1, label: Front, position: [[-1, 0, 5], [1, 0, 5]]}
  - {id: par, fixture: generic/led-par, mode: rgbw, at: next, invert: [], proportional: 80%, layer: Truss}
  - {id: twin, fixture: generic/dimmer, at: [1.500, 2.500]}
  - {id: spare, fixture: generic/dimmer}
"""


def show(tmp_path: Path, patch: str = PATCH) -> str:
    path = tmp_path / "show.yaml"
    path.write_text(HEAD + patch)
    return str(path)


def test_the_patch_by_universe_and_by_fixture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["patch", show(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "universe 1: 7 of 512 slots are used; free: 7..499, 501..512",
        "  001       front1           generic/dimmer (8bit)",
        "  002       front2           generic/dimmer (8bit)",
        "  003..006  par              generic/led-par (rgbw)",
        "  500       twin             generic/dimmer (8bit)",
        "universe 2: 1 of 512 slots are used; free: 1..499, 501..512",
        "  500       twin             generic/dimmer (8bit), place 2",
        "5 fixtures",
        "  front1           1.001            generic/dimmer (8bit); 'Front'; at -1, 0, 5 m",
        "  front2           1.002            generic/dimmer (8bit); 'Front'; at 1, 0, 5 m",
        "  par              1.003            generic/led-par (rgbw); layer Truss; full is 80%",
        "  twin             1.500, 2.500     generic/dimmer (8bit)",
        "  spare            not patched      generic/dimmer (8bit)",
    ]


def test_the_patch_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["patch", show(tmp_path), "--json"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["patch"] for one in said] == ["fixture"] * 5 + ["universe"] * 2
    assert said[2]["at"] == [["1.003"]]
    assert said[3]["at"] == [["1.500"], ["2.500"]]
    assert said[5]["free"] == [[7, 499], [501, 512]]


def test_conflicts_are_said_with_both_owners_and_the_rest_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = PATCH + "  - {id: late, fixture: generic/dimmer, at: 1.2}\n  - {id: odd, fixture: no/such, at: 7.1}\n"
    assert main(["patch", show(tmp_path, wrong)]) == 1
    said = capsys.readouterr()
    assert "'late' overlaps 'front2' at 1.002; the next free address is 1.003" not in said.err  # taken by par
    assert "'late' overlaps 'front2' at 1.002; the next free address is 1.007" in said.err
    assert "the fixture library has no 'no/such'" in said.err
    assert "  odd              left out         no/such" in said.out


def test_a_wrong_cue_is_no_matter_here_and_a_wrong_address_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["patch", show(tmp_path, PATCH + "cues:\n  - {cue: 1, light: {look: {none: full}}}\n")]) == 0
    capsys.readouterr()
    assert main(["patch", show(tmp_path, PATCH + "  - {id: bad, fixture: generic/dimmer, at: 1.600}\n")]) == 1
    assert "address 600 does not exist" in capsys.readouterr().err


def test_what_is_no_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([str(tmp_path / "none.yaml")], ["import"], ["a", "b"], ["import", "a", "b"], ["a", "--to", "x"]):
        assert main(["patch", *words]) == 2
        assert capsys.readouterr().err


def test_a_scene_becomes_the_patch_of_a_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "scene.mvr"
    file.write_bytes(scene(fixture(1, "1.1"), fixture(2, "1.10", mode="Two breaks"), fixture(3, "0")))
    assert main(["patch", "import", str(file)]) == 0
    printed = capsys.readouterr().out
    assert main(["patch", "import", str(file), "--to", str(tmp_path)]) == 0
    assert (tmp_path / "patch.yaml").read_text() == printed
    cue = 'cues:\n  - {cue: 1, light: {look: {Spot 1..Spot 2: {intensity: full}, "Spot 3": full}}}\n'
    path = show(tmp_path, printed + cue)
    assert main(["check", path]) == 0, capsys.readouterr()
    capsys.readouterr()
    assert main(["patch", path]) == 0
    assert "  Spot 2           1.010+-          acme/spot (Two breaks)" in capsys.readouterr().out


def test_a_second_import_tells_what_became_of_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "scene.mvr"
    file.write_bytes(scene(fixture(1, "1.1"), fixture(2, "1.10")))
    assert main(["patch", "import", str(file), "--to", str(tmp_path)]) == 0
    kept = tmp_path / "patch.yaml"
    mine = kept.read_text() + "  - {id: mine, fixture: generic/dimmer}   # my own\ngroups: {some: [mine, Spot 1]}\n"
    kept.write_text(mine)
    file.write_bytes(scene(fixture(1, "2.1"), fixture(3, "1.20")))
    capsys.readouterr()
    assert main(["patch", "import", str(file), "--to", str(tmp_path)]) == 0
    said = capsys.readouterr().err
    assert "new: Spot 3\nchanged: Spot 1\nin the scene no more, and left as they are: Spot 2\n" in said
    lines = kept.read_text().splitlines()
    assert [line.split(",")[0] for line in lines if "id:" in line] == [
        f"  - {{id: {name}" for name in ("mine", "Spot 1", "Spot 3", "Spot 2")
    ]
    assert "  some: [mine, Spot 1]" in lines
    assert (tmp_path / "patch.before.yaml").read_text() == mine
    path = show(tmp_path, kept.read_text())
    assert main(["patch", "import", str(file), "--show", path]) == 0
    assert "new: none\nchanged: none" in capsys.readouterr().err


def test_a_scene_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["patch", "import", str(tmp_path / "none.mvr")]) == 2
    (tmp_path / "bad.mvr").write_bytes(b"PK")
    assert main(["patch", "import", str(tmp_path / "bad.mvr")]) == 1
    assert "no zip file" in capsys.readouterr().err


def test_libraries_of_importers_load_with_an_import_only() -> None:
    program = (
        "import sys; from showctl.cli import main; main(['check', 'quickstart']); "
        "sys.exit(bool({'pygdtf', 'pymvr'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
