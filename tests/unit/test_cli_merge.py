"""`showctl merge` on the command line, and as the merge driver and merge tool of a real git."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from showctl.cli import main
from showctl.showfile.load import load
from tests.unit.showfile.test_compare import SHOW


@pytest.fixture
def three(tmp_path: Path) -> list[str]:
    """Base, mine, theirs: they differ in one field that both changed."""
    texts = {
        "base": SHOW,
        "mine": SHOW.replace("time: 5s", "time: 3s"),
        "theirs": SHOW.replace("time: 5s", "time: 4s").replace("45m", "50m"),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return [str(tmp_path / f"{name}.yaml") for name in texts]


def test_what_it_would_come_to(three: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", *three]) == 1
    printed = capsys.readouterr()
    assert "taken over from" in printed.out
    assert "1 segment changed" in printed.out
    assert "cue 1: light > time: 5s was changed to 3s (mine) and to 4s (theirs)" in printed.err
    assert "nothing is written" in printed.err
    assert Path(three[1]).read_text() == SHOW.replace("time: 5s", "time: 3s")


def test_one_side_is_right(three: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.yaml"
    assert main(["merge", *three, "--choose", "theirs", "--out", str(out)]) == 0
    assert out.read_text() == SHOW.replace("time: 5s", "time: 4s").replace("45m", "50m")
    assert main(["merge", *three, "--choose", "mine", "--out", str(out)]) == 1  # it is there
    assert main(["merge", *three, "--choose", "mine", "--out", str(out), "--replace"]) == 0
    assert out.read_text() == SHOW.replace("time: 5s", "time: 3s").replace("45m", "50m")


def test_asked_one_by_one(three: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["x", "theirs"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    out = tmp_path / "out.yaml"
    assert main(["merge", *three, "--choose", "ask", "--out", str(out)]) == 0
    assert "time: 4s" in out.read_text()


def test_asked_and_left_open(three: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: "s")
    out = tmp_path / "out.yaml"
    assert main(["merge", *three, "--choose", "ask", "--out", str(out)]) == 1
    assert "time: 3s" in out.read_text()
    beside = tmp_path / "out.yaml.conflicts"
    assert beside.read_text() == "cue 1: light > time: 5s was changed to 3s (mine) and to 4s (theirs)\n"
    assert main(["merge", *three, "--choose", "mine", "--out", str(out), "--replace"]) == 0
    assert not beside.exists()


def test_json(three: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", *three, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["theirs"] == "4s"


def test_what_is_no_show_is_not_merged(three: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(three[2]).write_text("showctl: 1\nshow: {title: A}\ncues: 3\n")
    assert main(["merge", *three]) == 2
    assert "nothing is merged" in capsys.readouterr().err
    assert main(["merge", *three[:2], three[2] + ".none"]) == 2
    assert Path(three[1]).read_text() == SHOW.replace("time: 5s", "time: 3s")


def test_git_is_told_whose_version_is_no_show(three: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    mine = Path(three[1]).read_text()
    Path(three[2]).write_text(SHOW.replace("time: 5s", "time: soon"))
    assert main(["merge", *three, "--driver", "gala/show.yaml"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("gala/show.yaml (theirs):")
    assert str(three[2]) not in said
    marked = Path(three[1]).read_text()  # theirs is not lost with the next commit
    assert "time: soon" in marked
    assert "time: 3s" in marked
    assert "<<<<<<< gala/show.yaml (mine)" in marked
    Path(three[1]).write_text(mine)
    Path(three[0]).write_text("showctl: 1\ncues: 3\n")
    assert main(["merge", *three, "--driver", "gala/show.yaml"]) == 1
    assert "gala/show.yaml (base):" in capsys.readouterr().err


def git(folder: Path, *words: str, fails: bool = False, **more: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, input=more.get("typed"))
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout + done.stderr


def showctl(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "showctl", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A show in git, set up as docs/compare-and-merge.md says, and used from where no showctl is found."""
    folder = tmp_path / "my show"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    done = showctl(folder, "merge", "--install")
    assert "tried, and it works" in done.stdout, done.stderr
    (folder / "show.yaml").write_text(SHOW)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder


def branch(folder: Path, name: str, *edits: tuple[str, str]) -> None:
    git(folder, "checkout", "-q", "-b", name, "main")
    text = (folder / "show.yaml").read_text()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "show.yaml").write_text(text)
    git(folder, "commit", "-qam", name)


LIGHT = [
    ("time: 5s", "time: 7s  # slower since Tuesday"),
    ("front: 60%", "front: 45%"),
    ("  - {cue: 3,", "  - {cue: 2.5, label: Glow, light: {time: 2s, look: {front: 20%}}}\n  - {cue: 3,"),
]
SCHEDULE = [
    ("start: 18:30, duration: 45m", "start: 18:15, duration: 1h"),
    ("label: Film,", "label: Film, notes: Wait for the doors to close,"),
    ("  - {title: Car, status: open}", "  - {title: Car, status: done}\n  - {title: Flowers, due: 30m before show}"),
]


def test_the_designer_and_the_stage_manager(repository: Path) -> None:
    branch(repository, "light", *LIGHT)
    branch(repository, "schedule", *SCHEDULE)
    git(repository, "merge", "-q", "light")
    expected = SHOW
    for old, new in (*LIGHT, *SCHEDULE):
        expected = expected.replace(old, new, 1)
    assert (repository / "show.yaml").read_text() == expected
    assert git(repository, "status", "--porcelain") == ""


def test_lines_beside_each_other_that_git_alone_could_not_merge(repository: Path) -> None:
    branch(repository, "one", ("time: 2s, look", "time: 3s, look"))
    branch(repository, "two", ("{front: out}", "{front: 5%}"))
    git(repository, "merge", "-q", "one")
    assert "{time: 3s, look: {front: 5%}}" in (repository / "show.yaml").read_text()


def test_a_conflict_leaves_a_show_and_a_list(repository: Path) -> None:
    branch(repository, "light", ("time: 5s", "time: 7s"))
    branch(repository, "other", ("time: 5s", "time: 8s"), ("45m", "50m"))
    printed = git(repository, "merge", "light", fails=True)
    words = "cue 1: light > time: 5s was changed to 8s (mine) and to 7s (theirs)"
    assert words in printed
    assert (repository / "show.yaml.conflicts").read_text() == words + "\n"
    assert "time: 8s" in (repository / "show.yaml").read_text()
    load(repository / "show.yaml")
    assert git(repository, "status", "--porcelain", "show.yaml").startswith("UU")
    git(repository, "mergetool", "--tool=showctl", "-y", "show.yaml", typed="t\n")
    assert (repository / "show.yaml").read_text() == SHOW.replace("time: 5s", "time: 7s").replace("45m", "50m")
    assert not (repository / "show.yaml.conflicts").exists()
    git(repository, "commit", "-qm", "together")


def test_a_comment_of_theirs_comes_over(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = ("showctl: 1\n", "# DO NOT use cue 2 before the fly cue is CLEAR\nshowctl: 1\n")
    branch(repository, "carl", note)
    branch(repository, "bob", ("label: Film", "label: The film"))
    git(repository, "merge", "-q", "carl")
    assert (repository / "show.yaml").read_text() == SHOW.replace(*note).replace("label: Film", "label: The film")
    for name, text in {"b": SHOW, "m": SHOW.replace("label: Film", "label: F"), "t": SHOW.replace(*note)}.items():
        (repository / name).write_text(text)
    assert main(["merge", *(str(repository / name) for name in "bmt"), "--out", str(repository / "out")]) == 0
    assert "t: 1 comment\n" in capsys.readouterr().out


def test_showctl_that_has_gone_loses_nothing(repository: Path) -> None:
    set_up = git(repository, "config", "merge.showctl.driver")
    git(repository, "config", "merge.showctl.driver", set_up.strip().replace(sys.executable, "/nowhere/bin/showctl"))
    checked = showctl(repository, "merge", "--check", ".")
    assert checked.returncode == 1
    assert "git cannot run showctl as it is set up" in checked.stderr
    assert "merge --install" in checked.stderr
    branch(repository, "dora", ("time: 5s", "time: 7s"))
    branch(repository, "other", ("time: 5s", "time: 8s"))
    assert "showctl is not there" in git(repository, "merge", "dora", fails=True)
    marked = (repository / "show.yaml").read_text()
    assert "<<<<<<< mine" in marked
    assert "time: 7s" in marked
    assert "time: 8s" in marked


def test_the_set_up_is_said_once_and_wanted_in_a_repository(repository: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert showctl(repository, "merge", "--install").returncode == 0
    assert (repository / ".gitattributes").read_text() == "*.yaml diff=showctl merge=showctl\n"
    git(repository, "config", "merge.showctl.driver", "showctl merge %O %A %B --driver %P")
    assert "loses what the others did" in showctl(repository, "merge", "--check").stderr
    (repository / ".gitattributes").write_text("*.png binary\n")
    assert ".gitattributes has to have the line" in showctl(repository, "merge", "--check").stderr
    outside = showctl(tmp_path, "merge", "--install", str(tmp_path))
    assert outside.returncode == 2
    assert "is in no git repository" in outside.stderr
