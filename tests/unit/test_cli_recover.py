"""`showctl backups` and `showctl recover`: what they print, what they refuse, and that neither ever loses anything."""

from pathlib import Path

import pytest

from showctl.cli import main
from showctl.link.place import data_folder
from showctl.session.backup import Backups
from showctl.session.recovery import RecoveryWriter, found
from showctl.session.saving import save_show
from showctl.session.show_lock import ShowLock
from showctl.showfile.text import digest

ONE, TWO, THREE = (b"showctl: 1\nshow: {title: %s}\n" % title for title in (b"One", b"Two", b"Three"))


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_bytes(ONE)
    save_show(path, TWO)
    return path


def crashed(show: Path, text: bytes = THREE, *edits: str) -> None:
    """Somebody edits the show, and the power goes."""
    writer = RecoveryWriter(show, digest(show.read_bytes()), every=0.001)
    writer.put(text, edits or ("set title of show",))
    assert writer.close(discard=False)


def test_backups_are_listed_and_printed(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_show(show, THREE)
    assert main(["backups", str(show)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("  1  until 20")
    assert first.endswith("30 bytes")
    assert second.startswith("  2  until 20")
    assert main(["backups", str(show), "--show", "2"]) == 0
    assert capsys.readouterr().out == ONE.decode()


def test_a_restore_is_itself_backed_up(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", str(show), "--restore", "1"]) == 0
    assert "gala.yaml is as it was until 20" in capsys.readouterr().out
    assert show.read_bytes() == ONE
    assert main(["backups", str(show), "--restore", "1"]) == 0
    assert show.read_bytes() == TWO


def test_a_show_that_is_gone_is_brought_back(show: Path) -> None:
    show.unlink()
    assert main(["backups", str(show), "--restore", "1"]) == 0
    assert show.read_bytes() == ONE


@pytest.mark.parametrize("number", ["0", "2", "-1"])
def test_a_backup_that_is_not_there(show: Path, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", str(show), f"--restore={number}"]) == 1
    assert f"has no backup {number}; there are 1 to 1" in capsys.readouterr().err
    assert show.read_bytes() == TWO


def test_no_backups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new.yaml").write_bytes(ONE)
    assert main(["backups", str(tmp_path / "new.yaml")]) == 0
    assert "there are no backups; one is made by each save" in capsys.readouterr().err


def test_neither_a_show_nor_backups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = sorted(data_folder().glob("backups/*"))
    for _ in range(2):  # the second time does not find what the first has left
        assert main(["backups", str(tmp_path / "nothing.yaml")]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.endswith(
            "nothing.yaml: there are no backups, nor is there such a file; look at how its name is written"
        )
    assert sorted(data_folder().glob("backups/*")) == there


def test_backups_of_a_show_that_was_moved_are_pointed_to(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (show.parent / "new place").mkdir()
    moved = show.rename(show.parent / "new place" / "gala.yaml")
    assert main(["backups", str(moved)]) == 0
    assert f"which is not there any more: showctl backups {show}" in capsys.readouterr().err
    assert main(["backups", str(show)]) == 0
    assert capsys.readouterr().out.startswith("  1  until 20")


def test_nothing_to_recover(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recover", str(show)]) == 0
    assert "there are no edits to recover" in capsys.readouterr().err
    assert main(["recover", str(show), "--take"]) == 1


def test_edits_are_described_and_taken(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crashed(show, THREE, *(f"set label of cue {number}" for number in range(1, 23)))
    assert main(["recover", str(show)]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0].startswith(f"{show}: 22 edits by ")
    assert lines[0].endswith(", the last of them: set label of cue 22")
    assert lines[1:3] == ["  2 edits before", "  set label of cue 3"]
    assert "--take saves the show with them" in said.err
    assert found(show) is not None
    assert main(["recover", str(show), "--take"]) == 0
    assert show.read_bytes() == THREE
    assert found(show) is None
    assert Backups(show).all()[0].read() == TWO


def test_what_they_change_is_shown(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crashed(show, TWO + b"cues: [{cue: 1, label: Walk-in, wait: 3s}]\n")
    assert main(["recover", str(show), "--diff"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == ['cue 1: added: "Walk-in", wait']
    assert said.err == ""
    show.unlink()
    assert main(["recover", str(show), "--diff"]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_nothing_in_a_recovery_file_reaches_the_terminal_as_it_is(
    show: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crashed(show, THREE, "set label of cue \x1b]0;gone\x07", "two\nlines")
    for option in ([], ["--diff"], ["--discard"]):
        assert main(["recover", str(show), *option]) == 0
        said = capsys.readouterr()
        assert "\x1b" not in said.out + said.err
        assert "two lines" in said.out or option == ["--diff"]


def test_edits_thrown_away_are_a_backup(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crashed(show)
    assert main(["recover", str(show), "--discard"]) == 0
    assert "thrown away: 1 edit by" in capsys.readouterr().out
    assert (show.read_bytes(), found(show)) == (TWO, None)
    main(["backups", str(show)])
    assert "was never in the file" in capsys.readouterr().out.splitlines()[0]
    assert main(["backups", str(show), "--restore", "1"]) == 0
    assert show.read_bytes() == THREE


def test_a_show_that_others_changed_since_is_not_written_over(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crashed(show)
    show.write_bytes(ONE)
    assert main(["recover", str(show)]) == 0
    assert "--take is refused" in capsys.readouterr().err
    assert main(["recover", str(show), "--take"]) == 1
    assert "was changed by somebody else after these edits were begun" in capsys.readouterr().err
    mine = show.with_name("mine.yaml")
    for code in (0, 1):  # the second time it is there
        assert main(["recover", str(show), "--to", str(mine)]) == code
    assert "is there already" in capsys.readouterr().err
    assert (show.read_bytes(), mine.read_bytes()) == (ONE, THREE)
    assert found(show) is not None


@pytest.mark.parametrize("words", [["recover"], ["recover", "--take"], ["backups", "--restore", "1"]])
def test_a_show_that_is_open_is_left_alone(show: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    crashed(show)
    with ShowLock.take(show, "console"):
        assert main([words[0], str(show), *words[1:]]) == 1
        assert f"showctl: {show} is open to be edited by " in capsys.readouterr().err
    assert show.read_bytes() == TWO
    assert found(show) is not None


def test_what_cannot_be_saved_is_said(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crashed(show)
    assert main(["recover", str(show), "--to", str(show.parent / "gone" / "mine.yaml")]) == 1
    assert "is not there any more" in capsys.readouterr().err


@pytest.mark.parametrize("cut", [10, len(THREE), -1])
def test_a_torn_recovery_file_is_told_of_and_kept(
    cut: int, show: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crashed(show)
    place = show.with_name(".gala.yaml.recovery")
    torn = place.read_bytes()[:-cut] if cut > 0 else b""
    place.write_bytes(torn)
    for command in (["recover", str(show)], ["recover", str(show), "--take"], ["recover", str(show), "--discard"]):
        assert main(command) == 1
        said = capsys.readouterr().err
        assert f"{place} is torn" in said
        assert f"rm {place}" in said
    assert place.read_bytes() == torn
    assert main(["edit", str(show), "set", "show", "title", "Four"]) == 0
    assert f"{place} is torn" in capsys.readouterr().err
    assert b"Four" in show.read_bytes()
    (aside,) = tmp_path.glob(".gala.yaml.recovery-torn-*")
    assert aside.read_bytes() == torn
    assert not place.exists()
    assert main(["recover", str(show), "--to", str(tmp_path / "read.yaml")]) == (0 if cut == 10 else 1)
    assert f"{aside} is torn" in capsys.readouterr().err
    if cut == 10:
        assert (tmp_path / "read.yaml").read_bytes() == THREE[:-10]


def test_two_torn_ones_stay_both(show: Path, tmp_path: Path) -> None:
    for text in (b"a", b"b"):
        show.with_name(".gala.yaml.recovery").write_bytes(text)
        crashed(show)
        show.with_name(".gala.yaml.recovery").unlink()
    assert {each.read_bytes() for each in tmp_path.glob(".gala.yaml.recovery-torn-*")} == {b"a", b"b"}


CUES = (
    "showctl: 1\nshow: {title: Gala}\ncues:\n  - {cue: 1, label: One, wait: 1s}\n  - {cue: 2, label: Two, wait: 1s}\n"
)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A show with edits that were never saved: cue 1 is Uno."""
    path = tmp_path / "cues.yaml"
    path.write_text(CUES)
    crashed(path, CUES.replace("One", "Uno").encode())
    return path


def test_edits_are_merged_with_what_others_wrote_since(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun.write_text("# by hand\n" + CUES.replace("Two", "Due"))
    assert main(["recover", str(begun), "--take"]) == 1
    assert "--merge saves it with both" in capsys.readouterr().err
    assert main(["recover", str(begun), "--merge"]) == 0
    assert "is saved as it was, and with 1 edit" in capsys.readouterr().out
    assert begun.read_text() == "# by hand\n" + CUES.replace("Two", "Due").replace("One", "Uno")
    assert found(begun) is None


def test_a_conflict_is_told_and_nothing_saved(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun.write_text(CUES.replace("One", "Eins"))
    assert main(["recover", str(begun), "--merge"]) == 1
    said = capsys.readouterr().err
    assert 'cue 1: label: "One" was changed to "Eins" (mine) and to "Uno" (theirs)' in said
    assert "theirs are the edits; add --choose ask" in said
    assert begun.read_text() == CUES.replace("One", "Eins")
    assert found(begun) is not None
    assert main(["recover", str(begun), "--merge", "--choose", "theirs"]) == 0
    assert begun.read_text() == CUES.replace("One", "Uno")


def test_what_is_no_show_now_is_not_merged(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun.write_text("showctl: 1\ncues: 3\n")
    assert main(["recover", str(begun), "--merge"]) in {1, 2}
    assert "cues.yaml:2" in capsys.readouterr().err
    assert found(begun) is not None
