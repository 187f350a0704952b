"""`showctl diff` on the command line, and called by git."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from showctl.cli import main
from tests.unit.showfile.test_compare import SHOW


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(SHOW)
    new.write_text(SHOW.replace("time: 5s", "time: 3s").replace("45m", "50m").replace("at: 1.101", "at: 1.201"))
    return str(old), str(new)


def test_what_is_different(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *pair]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "fixture wash1..wash4: at: 1.101 to 1.113 → 1.201 to 1.213",
        'cue 1 "Walk-in": light > time: 5s → 3s',
        "segment doors: duration: 45m → 50m",
    ]


def test_nothing_is_different(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", pair[0], pair[0]]) == 0
    assert capsys.readouterr().out == ""


def test_some_of_it(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *pair, "--kind", "cue"]) == 1
    assert main(["diff", *pair, "--list", "band"]) == 0
    assert main(["diff", *pair, "--summary"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        'cue 1 "Walk-in": light > time: 5s → 3s',
        "1 fixture changed, 1 cue changed, 1 segment changed",
    ]


def test_json(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *pair, "--json", "--kind", "cue"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "change": "changed",
        "kind": "cue",
        "name": "1",
        "was": None,
        "field": ["light", "time"],
        "before": "5s",
        "after": "3s",
        "about": "Walk-in",
        "words": "light > time: 5s → 3s",
    }


def test_what_is_wrong_is_compared_as_it_is_written(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(pair[1]).write_text(SHOW.replace("time: 5s", "time: soon"))
    assert main(["diff", *pair]) == 1
    printed = capsys.readouterr()
    assert "light > time: 5s → soon" in printed.out
    assert "'soon' is not a time" in printed.err


def test_trouble(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(pair[1]).write_text("cues: [")
    assert main(["diff", *pair]) == 2
    assert main(["diff", pair[0]]) == 2
    assert main(["diff", pair[0], pair[0] + ".none"]) == 2
    assert main(["diff", *pair, "--kind", "cu"]) == 2
    assert "did you mean 'cue'" in capsys.readouterr().err


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=60).stdout


def test_git_shows_the_difference(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "diff.showctl.command", f"'{sys.executable}' -m showctl diff --git")
    (tmp_path / ".gitattributes").write_text("*.yaml diff=showctl\n")
    (tmp_path / "show.yaml").write_text(SHOW)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "show.yaml").write_text(SHOW.replace("time: 5s", "time: 3s"))
    assert git(tmp_path, "diff") == 'show.yaml:\n  cue 1 "Walk-in": light > time: 5s → 3s\n'


def test_a_comment_alone_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(SHOW)
    new.write_text("# mind the fly bar\n" + SHOW)
    assert main(["diff", str(old), str(new)]) == 0
    assert main(["diff", str(old), str(new), "--summary"]) == 0
    assert main(["diff", str(old), str(new), "--spelling"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        *["only comments and spelling differ"] * 2,
        "comment on line 1: added: # mind the fly bar",
    ]
    assert main(["diff", "--git", "show.yaml", str(old), "1", "100644", str(new), "2", "100644"]) == 0
    assert capsys.readouterr().out == "show.yaml:\n  only comments and spelling differ\n"
