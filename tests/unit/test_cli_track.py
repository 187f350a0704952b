"""`showctl track`: the tracking sheet as printed, as a table, and what it says of names that are not there."""

from pathlib import Path

import pytest

from showctl.cli import main
from showctl.model.selection import ranges

SHOW = """\
showctl: 1
show: {title: Test}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: a1..a4, fixture: generic/dimmer, at: 1.1}
  - {id: spot, fixture: generic/moving-spot, mode: 8bit, at: 1.101}
groups: {odd: [a1, a3]}
cues:
  - {cue: 1, label: Walk-in, light: {time: 1s, look: {a1..a2: full, spot: {intensity: full, pan: 0}}}}
  - {cue: 2, light: {time: 2s, cue only: yes, look: {a1: 20%, a2: 30%}}}
  - {cue: 3, light: {time: {up: 3s, down: 5s}, look: {a3: 50%, spot: out}}}
  - {cue: 4, label: Song, light: {time: 4s, block: yes, look: {a1: 10%}}}
  - {cue: 5, light: {time: 4s, mark: yes, look: {spot: {intensity: 50%, pan: 30, gobo: Clouds, tilt: 10}}}}
  - {cue: 6, armed: no, light: {look: {a1: 15%}}}
  - {cue: 7, wait: 1s}
lists:
  band: {cues: [{cue: 1, light: {block: intensity, look: {a4: 5%}}}]}
"""
LEGEND = "moved  (tracked)  - given back  [moved where nothing tracks in]  <moved in black for a later cue>"


@pytest.fixture
def show(tmp_path: Path) -> str:
    path = tmp_path / "show.yaml"
    path.write_text(SHOW.replace("gobo: Clouds", "gobo: 20%"))
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main(["track", *words]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_sheet(show: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, show) == [
        f"list main: {LEGEND}",
        "cue 1  Walk-in, 1s",
        "  a1..a2  full",
        "  spot    full, pan 0°",
        "cue 2, 2s, cue only",
        "  a1    20%",
        "  a2    30%",
        "  spot  (full), (pan 0°)",
        "cue 3, 5s",
        "  a1..a2  full",
        "  a3      50%",
        "  spot    out, (pan 0°), <tilt 10°>, <gobo Clouds>",
        "cue 4  Song, 4s, block",
        "  a1      [10%]",
        "  a2..a3  [-]",
        "  spot    [-], <pan 30°>, (tilt 10°), (gobo Clouds)",
        "cue 5, 4s, mark",
        "  a1    (10%)",
        "  spot  50%, pan 30°, tilt 10°, gobo Clouds",
        "cue 6: left out, it is not armed",
        f"list band: {LEGEND}",
        "cue band/1, 0s, block intensity",
        "  a4  [5%]",
    ]


def test_a_cue_a_list_and_fixtures(show: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, show, "--cue", "3", "--fixture", "odd")[1:] == ["cue 3, 5s", "  a1  full", "  a3  50%"]
    assert printed(capsys, show, "--list", "band")[1:] == ["cue band/1, 0s, block intensity", "  a4  [5%]"]
    assert printed(capsys, show, "--cue", "band/1", "--fixture", "a1..a3")[1:] == ["cue band/1, 0s, block intensity"]


def test_the_table(show: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, show, "--csv", "--list", "main", "--fixture", "a1..a3") == [
        "cue,label,a1 intensity,a2 intensity,a3 intensity",
        "1,Walk-in,full,full,",
        "2,,20%,30%,",
        "3,,full,full,50%",
        "4,Song,[10%],[-],[-]",
        "5,,(10%),,",
        "6,,,,",
    ]


def test_names_that_are_not_there(show: str, capsys: pytest.CaptureFixture[str]) -> None:
    for words, said in {
        ("--cue", "Band/1"): "there is no cue 'Band/1'; did you mean 'band/1'?",
        ("--cue", "33"): "there is no cue '33'; did you mean '3'?",
        ("--list", "bnad"): "there is no list 'bnad'; did you mean 'band'?",
        ("--fixture", "sopt"): "there is no fixture or group 'sopt'; did you mean 'spot'?",
        ("--fixture", "a1 thru a4"): "there is no fixture or group 'a1 thru a4'; write a1..a4",
        ("--fixture", "a4..a1"): "there is no fixture or group 'a4..a1'; write odd, a1, a2, a3, a4 or spot",
    }.items():
        assert main(["track", show, *words]) == 1
        assert capsys.readouterr().err == f"{show}: {said}\n"


def test_check_counts_what_is_marked(show: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", show]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("good; 8 cues; 1 is marked (showctl track)")


def test_ranges() -> None:
    assert ranges(["a1", "a2", "a3", "b", "a5", "a9", "a10", "c08", "c09", "c10"]) == "a1..a3, b, a5, a9..a10, c08..c10"


def test_a_broken_cue_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "show.yaml"
    path.write_text(SHOW.replace("{look: {a1: 15%}}", "{look: {a9: 15%}}").replace("armed: no, ", ""))
    said = "cue 6: left out, it is broken: there is no fixture or group 'a9'; "
    assert any(line.startswith(said) for line in printed(capsys, str(path)))


def test_what_moves_no_light_is_said(show: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["track", show, "--cue", "7"]) == 0
    assert capsys.readouterr() == ("", f"{show}: cue 7 moves no light: there is nothing to track\n")


def test_a_number_of_another_list_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "show.yaml"
    path.write_text(
        SHOW.replace("gobo: Clouds", "gobo: 20%").replace(
            "cues: [{cue: 1, light: {block", "cues: [{cue: F2, light: {block"
        )
    )
    assert main(["track", str(path), "--cue", "F2"]) == 1
    assert capsys.readouterr().err == f"{path}: there is no cue 'F2'; did you mean 'band/F2'?\n"
