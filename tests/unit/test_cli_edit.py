"""`showctl edit`: of a file, of a show that is open, and of one that somebody else has."""

import io
import threading
from pathlib import Path

import pytest

from showctl.cli import main
from showctl.cli.edit import make
from showctl.session.change import value_of
from showctl.session.document import Document
from showctl.session.edit import Set
from showctl.session.edit_message import Made
from showctl.session.edit_server import EditServer
from showctl.session.edit_words import parse, parsed
from showctl.session.recovery import found
from showctl.session.saving import save_show
from showctl.session.show_lock import ShowLock
from showctl.showfile.load import load
from showctl.showfile.save import NotSaved

SHOW = """\
showctl: 1
show: {title: Evening}   # of many
cues:
  - {cue: 1, wait: 1s}   # first
  - {cue: 2, start: 1}
"""


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "show.yaml"
    path.write_text(SHOW)
    return path


def test_an_edit_changes_its_lines_and_no_others(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(show), "set", "cue", "1", "wait", "2s"]) == 0
    assert show.read_text() == SHOW.replace("1s}", "2s}")
    assert capsys.readouterr().out == f"{show}: wait of cue 1\n"
    assert main(["edit", str(show), "set", "cue", "1", "wait", "2s"]) == 0
    assert capsys.readouterr().out == f"{show}: nothing to change\n"
    assert [path.name for path in show.parent.iterdir()] == ["show.yaml"]


def test_a_dry_run_changes_nothing(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(show), "set", "cue", "1", "label", "Doors", "--dry-run"]) == 0
    assert show.read_text() == SHOW
    assert "Doors" in capsys.readouterr().out


def test_what_is_refused_changes_nothing(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(show), "delete", "cue", "1"]) == 1
    assert "cue 1 is named by cue 2 (start)" in capsys.readouterr().err
    assert main(["edit", str(show), "delte", "cue", "1"]) == 2
    assert "did you mean 'delete'" in capsys.readouterr().err
    assert show.read_text() == SHOW


def test_a_file_of_edits_is_made_as_a_whole_or_not(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edits = show.with_name("edits.yaml")
    edits.write_text("- set cue 1 label Doors\n- delete cue 7\n")
    assert main(["edit", str(show), "apply", str(edits)]) == 1
    assert f"{edits}:2:3: edit 2 (cue 7 deleted): there is no cue 7" in capsys.readouterr().err
    assert show.read_text() == SHOW
    edits.write_text("- set cue 1 label Doors\n- delete cue 2\n")
    assert main(["edit", str(show), "apply", str(edits)]) == 0
    assert show.read_text() == SHOW.replace("cue: 1,", "cue: 1, label: Doors,").replace("  - {cue: 2, start: 1}\n", "")


def test_edits_go_through_the_session_that_has_the_show(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Document.open(show) as document:

        def edit(edit: object, who: str, save: bool) -> Made:
            step = document.edit(edit)  # type: ignore[arg-type]
            return Made(step.name if step else "", document.wait_kept(5), save and document.save_now() is not None)

        server = EditServer(edit)  # type: ignore[arg-type]
        document.meet(server.port, server.token)
        assert main(["edit", str(show), "set", "cue", "1", "label", "Doors"]) == 0
        assert "not saved yet" in capsys.readouterr().out
        assert document.state.show.cues[0].label == "Doors"
        assert show.read_text() == SHOW
        assert main(["edit", str(show), "delete", "cue", "1"]) == 1
        assert "named by cue 2" in capsys.readouterr().err
        assert main(["edit", str(show), "set", "cue", "2", "label", "Next", "--save"]) == 0
        assert "saved" in capsys.readouterr().out
        assert "label: Next" in show.read_text()
        server.close()


def test_who_has_the_show_is_told_where_no_edits_are_taken(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Document.open(show, "a test"):
        assert main(["edit", str(show), "set", "cue", "1", "label", "Doors"]) == 1
        assert "a test" in capsys.readouterr().err
    assert show.read_text() == SHOW


def test_edits_that_were_never_saved_come_first(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Document.open(show) as document:
        document.edit(parse("set cue 1 label Lost"))
    assert found(show) is not None
    assert main(["edit", str(show), "set", "cue", "1", "label", "Doors"]) == 1
    assert "showctl recover" in capsys.readouterr().err
    assert show.read_text() == SHOW


WITH_QLAB = """\
showctl: 1
show: {title: Evening}
devices:
  qlab: {type: osc, profile: figure53/qlab, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
cues:
  - {cue: 5, audio: {device: qlab, do: connect}}
  - {cue: 6, audio: {device: qlab, do: go}}
"""


@pytest.mark.parametrize(
    "edit",
    [
        "set cue 5 audio passcode 9876secret",
        "set cue 6 audio passcode 9876secret",
        "set cue 6 audio {device: qlab, do: nothing, passcode: 9876secret}",
        "set device qlab passcode 9876secret",
        "set cue 5 passcode 9876secret",
        "insert cue {cue: 7, audio: {device: qlab, do: connect, passcode: 9876secret}}",
        "insert cue {cue: 7, audio: {device: desk, do: connect, passcode: 9876secret}}",
    ],
)
def test_no_edit_writes_a_passcode(show: Path, capsys: pytest.CaptureFixture[str], edit: str) -> None:
    show.write_text(WITH_QLAB)
    assert main(["edit", str(show), *edit.split()]) != 0
    said = capsys.readouterr().err
    assert "showctl passcode set" in said
    assert "9876" not in said
    assert show.read_text() == WITH_QLAB
    assert [path.name for path in show.parent.iterdir()] == ["show.yaml"]


def test_a_cue_that_an_edit_breaks_is_told(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show.write_text(WITH_QLAB)
    assert main(["edit", str(show), "set", "cue", "5", "audio", "do", "connet"]) == 0
    assert "cue 5 cannot play as written: QLab 5 has no command 'connet'; did you mean 'connect'" in (
        capsys.readouterr().err
    )
    assert main(["edit", str(show), "set", "cue", "5", "label", "Hello"]) == 0
    assert capsys.readouterr().err == ""


def test_a_show_that_comes_with_showctl_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = tmp_path / "shows"
    ours.mkdir()
    show = ours / "quick.yaml"
    show.write_text(SHOW)
    monkeypatch.setattr("showctl.shipped.shipped", lambda kind: ours)
    (tmp_path / "link.yaml").symlink_to(show)
    for name in (show, tmp_path / "link.yaml"):
        assert main(["edit", str(name), "set", "cue", "1", "wait", "2s"]) == 1
        said = capsys.readouterr().err
        assert f"edit a copy: cp {show} my-quick.yaml" in said
        with pytest.raises(NotSaved, match=r"cp .*quick.yaml my-quick.yaml"):
            save_show(name, b"showctl: 1\n")
    assert show.read_text() == SHOW
    assert main(["edit", str(show), "set", "cue", "1", "wait", "2s", "--dry-run"]) == 0


@pytest.mark.parametrize(
    "command", [["edit", "set", "cue", "1", "wait", "2s"], ["recover"], ["backups"], ["journal"], ["stop"], ["check"]]
)
def test_a_link_that_points_at_itself(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert main([command[0], str(loop), *command[1:]]) in (0, 1, 2)
    assert str(loop) in "".join(capsys.readouterr())


def test_a_misspelt_option_is_no_text(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    label = ["set", "cue", "1", "label"]
    assert main(["edit", str(show), *label, "Hi", "--dryrun"]) == 2
    assert "there is no option --dryrun; did you mean '--dry-run'?" in capsys.readouterr().err
    assert main(["edit", str(show), "--dry-run", *label, "Hi"]) == 0
    assert "Hi" in capsys.readouterr().out
    assert main(["edit", str(show), "--help"]) == 0
    assert "renumber CUES" in capsys.readouterr().out
    assert show.read_text() == SHOW
    assert main(["edit", str(show), *label, "--", "--dryrun"]) == 0
    assert "label: --dryrun" in show.read_text()
    assert main(["edit", str(show), "renumber", "1", "--to", "7"]) == 0
    assert main(["edit", str(show), "set", "cue", "7", "label", "-- Doors --"]) == 0
    assert "label: -- Doors --" in show.read_text()


@pytest.mark.parametrize("field", ["label", "notes"])
@pytest.mark.parametrize(
    "text",
    ["Song #3", "See #3: x", "par\n\n  ind\nx # y", "- bring table", "{GO}", "Call: A\nCall: B", "&a b", "[x] # y",
     '"Q" # a', "12", "yes", "a\n", "null", "!x y", "% a"],
)  # fmt: skip
@pytest.mark.parametrize("piped", [False, True])
def test_free_text_is_all_of_it_text(
    piped: bool, text: str, field: str, show: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["edit", str(show), "set", "cue", "1", field, "-" if piped else text]) == 0
    wanted = text.rstrip("\n") if piped else text
    assert getattr(load(show).show.cues[0], field) in (wanted, wanted.rstrip("\n"))


def test_text_where_structures_may_stand_loses_nothing() -> None:
    edit = parsed(["set", "cue", "1", "x-mine", "Song #3"])
    assert isinstance(edit, Set)
    assert value_of(edit.value) == "Song #3"


def test_an_edit_that_cannot_be_saved_is_kept_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shows"
    folder.mkdir()
    show = folder / "show.yaml"
    show.write_text(SHOW)
    with Document.open(show) as document:
        folder.rename(tmp_path / "away")
        assert make(document, parse("set cue 1 label Doors")) == 1
    (tmp_path / "away").rename(folder)
    said = capsys.readouterr().err
    assert "The edit is kept." in said
    assert f"showctl recover {show} --to " in said
    assert main(["edit", str(show), "set", "cue", "2", "label", "Next"]) == 1
    assert f"{show} --to FILE" in capsys.readouterr().err
    elsewhere = tmp_path / "elsewhere.yaml"
    assert main(["recover", str(show), "--to", str(elsewhere)]) == 0
    assert "label: Doors" in elsewhere.read_text()
    assert main(["recover", str(show), "--take"]) == 0
    assert "label: Doors" in show.read_text()


def test_a_malformed_file_of_edits_is_unreadable(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edits = show.with_name("edits.yaml")
    for text in ("- delte cue 1\n", "{", "cues: 1\n"):
        edits.write_text(text)
        assert main(["edit", str(show), "apply", str(edits)]) == 2
        assert f"{edits}:" in capsys.readouterr().err


def test_another_edit_from_the_command_line_is_waited_for(show: Path) -> None:
    lock = ShowLock.take(show, "showctl edit")
    done = threading.Timer(0.3, lock.release)
    done.start()
    assert main(["edit", str(show), "set", "cue", "1", "wait", "2s"]) == 0
    done.join()
    assert "wait: 2s" in show.read_text()


def test_who_has_it_open_is_said_once(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ShowLock.take(show, "showctl recover"):
        assert main(["edit", str(show), "set", "cue", "1", "wait", "2s"]) == 1
    said = capsys.readouterr().err
    assert said.count("showctl recover") == 1
    assert "it takes no edits from elsewhere: close it there" in said


def test_keys_of_ones_own_have_fields_below_them(show: Path) -> None:
    show.write_text(
        SHOW.replace("wait: 1s}", "wait: 1s, x-mine: {deep: [1, 2, 3]}}").replace("}   # of many", ", x-note: [a, b]}")
    )
    for words in ("cue 1 x-mine deep 2 9", "show x-note 2 z", "cue 1 x-mine more a b", "cue 2 x-say 2 z"):
        assert main(["edit", str(show), "set", *words.split()]) == 0
    said = show.read_text()
    assert "x-mine: {deep: [1, 9, 3], more: a b}" in said
    assert "x-note: [a, z]" in said
    assert "x-say: 2 z" in said
    assert main(["edit", str(show), "set", "show", "x-note", "four", "z"]) == 1
    assert main(["edit", str(show), "remove", "cue", "1", "x-mine", "deep", "2"]) == 0
    assert main(["edit", str(show), "remove", "cue", "1", "x-mine", "nothing"]) == 1
    assert "x-mine: {deep: [1, 3], more: a b}" in show.read_text()


def test_no_key_of_ones_own_holds_a_passcode(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(show), "set", "cue", "1", "x-Pass-Code", "1234"]) == 1
    assert "showctl passcode set" in capsys.readouterr().err
    assert show.read_text() == SHOW
    show.write_text(SHOW + "x-password: 1234\nx-mine: [{a: {Pass word: 1}}]\n")
    assert main(["check", str(show)]) == 1
    assert f"{show}:6:1: x-password: a passcode has no place" in (said := "".join(capsys.readouterr()))
    assert f"{show}:7:15: x-mine > 0 > a > Pass word: a passcode has no place" in said


@pytest.mark.parametrize(
    "words",
    [
        ["set", "cue", "1", "x-mine", "{a: [{Passcode: 98765}]}"],
        ["set", "cue", "1", "x-there", "pass_word", "98765"],
        ["set", "show", "x-qlab-passcode", "98765"],
        ["insert", "cue", "{cue: 9, memo: a, x-mine: {passcode: 98765}}"],
        ["apply", "edits.yaml"],
    ],
    ids=lambda words: " ".join(words[:4]),
)
def test_nor_does_what_stands_below_one(words: list[str], show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = SHOW.replace("1s}", "1s, x-there: {a: 1}}")
    show.write_text(written)
    (show.parent / "edits.yaml").write_text("- {set: cue 1 x-mine, to: {passphrase: 98765}}\n")
    words = [str(show.parent / each) if each == "edits.yaml" else each for each in words]
    assert main(["edit", str(show), *words]) == 1
    said = "".join(capsys.readouterr())
    assert "a passcode has no place in a show file" in said
    assert "98765" not in said
    assert show.read_text() == written
