"""`showctl import` and `showctl export`, as they are typed."""

import json
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from showctl.cli import main
from showctl.session.document import Document
from showctl.session.edit import Edit
from showctl.session.edit_message import Made
from showctl.session.edit_server import EditServer

_ROOT = Path(__file__).parents[2]
_DATA = _ROOT / "tests" / "data"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))


@pytest.mark.parametrize("name", ["winter-tale.asc", "old-desk.asc", "eos-cues.csv", "qlab-cues.csv", "cue-sheet.csv"])
def test_a_file_becomes_a_show_that_checks(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new.yaml"
    assert main(["import", str(_DATA / name), "--out", str(out)]) == 0
    assert "carried over:" in capsys.readouterr().out
    assert main(["check", str(out)]) == 0
    assert main(["import", str(_DATA / name), "--out", str(out)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_without_a_place_it_only_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(_DATA / "plan.csv"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["carried"], said["out"]) == ({"segments": 2}, None)


def test_mistakes_are_listed_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, out = tmp_path / "x.csv", tmp_path / "new.yaml"
    table.write_text("cue,colour\n1,redd\n2,\n")
    assert main(["import", str(table), "--out", str(out)]) == 1
    said = capsys.readouterr()
    assert "line 2, column B: " in said.out
    assert said.err.endswith("mend them, or import the rest with --partly\n")
    assert not out.exists()
    assert main(["import", str(table), "--out", str(out), "--partly"]) == 0
    assert out.exists()


def test_an_import_into_a_show_keeps_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = tmp_path / "show.yaml"
    shutil.copy(_ROOT / "shows" / "quickstart.yaml", show)
    before = show.read_text()
    assert main(["import", str(_DATA / "qlab-cues.csv"), "--into", str(show), "--list", "sound"]) == 0
    after = show.read_text()
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert main(["check", str(show)]) == 0
    capsys.readouterr()
    assert main(["import", "x", "--into", str(show), "--out", "y"]) == 2
    assert "give one of them" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "xlsx", "ascii"])
def test_a_show_is_exported(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / f"out.{form}"
    assert main(["export", "demo", f"--{form}", str(out)]) == 0
    assert main(["export", "demo", f"--{form}", str(out)]) == 1
    assert main(["export", "demo", f"--{form}", str(out), "--replace", "--list", "stings"]) == 0
    assert main(["export", "demo", f"--{form}", str(out), "--replace", "--list", "strings"]) == 1
    assert "did you mean 'stings'?" in capsys.readouterr().err


def test_a_workbook_of_a_whole_show_is_the_show_but_for_what_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, out = tmp_path / "demo.xlsx", tmp_path / "new.yaml"
    assert main(["export", "demo", "--xlsx", str(book)]) == 0
    lost = set(re.findall("^not in it: (.*)$", capsys.readouterr().err, re.MULTILINE))
    assert {"venue of show", "cart of list stings"} <= lost
    assert main(["import", str(book), "--out", str(out)]) == 0
    assert "left out" not in capsys.readouterr().out
    main(["diff", "demo", str(out), "--json"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found
    assert {f"{each['field'][0]} of {each['kind']} {each['name']}".strip() for each in found} <= lost
    assert main(["check", str(out)]) == 0


def test_a_workbook_of_some_sheets_becomes_a_show_without_what_no_table_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, out = tmp_path / "demo.xlsx", tmp_path / "new.yaml"
    assert main(["export", "demo", "--xlsx", str(book)]) == 0
    pages = load_workbook(book)
    for name in ("Groups", "Devices", "Palettes", "Masters"):
        del pages[name]
    pages.save(book)
    assert main(["import", str(book), "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "carried over: 116 cues, 67 fixtures, 13 segments, 15 logistics items" in said
    assert "import the whole workbook (export --xlsx)" in said
    assert "audio of the cue, which is a memo now: there is no device 'sound'" in said
    assert "Cues!108, Cues!109, Cues!110: light of foyer: there is no fixture or group 'foyer'" in said
    assert "did you mean" not in said
    assert main(["check", str(out)]) == 0


def test_so_does_a_table_of_cues_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new.yaml"
    assert main(["import", str(_DATA / "exported-cues.csv"), "--out", str(out)]) == 0
    assert "line 4, column V: starts segment of the cue: there is no segment 'opening'" in capsys.readouterr().out
    assert "group: timeline" in out.read_text()
    assert main(["check", str(out)]) == 0


def test_mistakes_in_a_table_of_ones_own_are_told_without_what_no_table_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, out = tmp_path / "x.csv", tmp_path / "new.yaml"
    table.write_text(
        """cue,colour,as written\n1,redd,"osc: {device: a, address: /a}"\n2,,"light: {look: {front: 50%}}"\n"""
    )
    assert main(["import", str(table), "--out", str(out)]) == 1
    said = capsys.readouterr().out
    assert "'redd' is not a colour" in said
    assert "front" not in said
    assert not out.exists()


def test_no_table_brings_a_passcode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, out = tmp_path / "x.csv", tmp_path / "new.yaml"
    table.write_text('cue,as written\n1,"memo: a, x-desk: {passcode: 98765}"\n2,memo: b\n')
    assert main(["import", str(table), "--out", str(out), "--partly"]) == 0
    said = "".join(capsys.readouterr())
    assert "a passcode has no place in a show file" in said
    assert "98765" not in said + out.read_text()


def test_a_table_is_printed_and_a_workbook_has_its_ending(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "demo", "--csv", "-", "--what", "segments"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"segment,title,start,duration")
    assert main(["export", "demo", "--xlsx", "plan.xls"]) == 2
    assert b"write plan.xlsx" in capfdbinary.readouterr().err
    assert main(["export", "demo", "--xlsx", "-"]) == 2
    assert b"cannot be printed" in capfdbinary.readouterr().err
    assert [file for file in tmp_path.iterdir() if file.is_file()] == []


def test_a_mapping_that_is_wrong_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text("import: cues\ncolums: {cue: Q}\n")
    assert main(["import", str(_DATA / "cue-sheet.csv"), "--map", str(mapping)]) == 1
    assert f"{mapping}:2:1: " in capsys.readouterr().err
    assert main(["import", str(_DATA / "cue-sheet.csv"), "--map", str(tmp_path / "none")]) == 2


def test_a_show_that_is_open_is_edited_by_who_has_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = tmp_path / "show.yaml"
    shutil.copy(_ROOT / "shows" / "quickstart.yaml", show)
    with Document.open(show) as document:

        def edit(edit: Edit, who: str, save: bool) -> Made:
            step = document.edit(edit)
            return Made(f"{step.name if step else ''} by {who}", kept=True, saved=save)

        command = ["import", str(_DATA / "plan.csv"), "--into", str(show)]
        assert main(command) == 1
        assert "is open to be edited" in capsys.readouterr().err
        server = EditServer(edit)
        try:
            document.meet(server.port, server.token)
            assert main(command) == 0
        finally:
            server.close()
        assert document.history == ("import of plan.csv",)
        assert [segment.id for segment in document.state.show.run_of_show][-1] == "opening and welcome"
        document.close(discard_edits=True)
