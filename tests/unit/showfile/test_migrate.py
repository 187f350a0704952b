"""Older formats are carried forward a step at a time; there is none yet, so these tests bring their own."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from showctl import __version__
from showctl.cli import main
from showctl.session.change import EditRefused
from showctl.session.document import Document
from showctl.session.edit import Set
from showctl.showfile import migrate
from showctl.showfile.graft import put, removed
from showctl.showfile.item import Item
from showctl.showfile.load import Refused, load, of_root
from showctl.showfile.migrate import STEPS, Step, migrated, read_old
from showctl.showfile.reader import read
from showctl.showfile.report import Report, Unreadable
from showctl.showfile.splice import bytes_of, text_of
from showctl.showfile.tree import Mapping
from showctl.showfile.version import VERSION

OLD = """\
\ufeff# My show, since 1999
showctl: 0      # do not touch
name: "Gala"    # the big one

cues:
  - {cue: 1, wait: 5s}   # breathe
  - cue:  2
    memo: 'Lights'
x-mine: [1,  2]
"""
NEW = """\
\ufeff# My show, since 1999
showctl: 1      # do not touch

cues:
  - {cue: 1, wait: 5s}   # breathe
  - cue:  2
    memo: 'Lights'
"""


def title_below_show(root: Mapping) -> tuple[Mapping, Sequence[str]]:
    title = root["name"]
    return put(removed(root, ("name",)), ("show", "title"), title), [f"show: its title is {title} now"]


def labels(root: Mapping) -> tuple[Mapping, Sequence[str]]:
    changes = []
    for index, cue in enumerate(root["cues"]):
        root = put(root, ("cues", index, "label"), f"Cue {cue['cue']}")
        changes.append(f"cue {cue['cue']}: has a label")
    return root, changes


FIRST = (Step(1, "the title stands under show", title_below_show),)
CHAIN = (
    *FIRST,
    Step(2, "cues have labels", labels),
    Step(3, "nothing changes for you", lambda root: (root, ())),
)


def tree(text: str) -> tuple[Mapping, Report]:
    report = Report("old.yaml")
    root = read(text.removeprefix("\ufeff"), report)
    assert isinstance(root, Mapping)
    report.root = root
    return root, report


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "my old show.yaml"
    file.write_text(OLD, encoding="utf-8", newline="")
    return file


def test_the_chain_that_there_is() -> None:
    """A format more, and a step is missing here."""
    assert [step.to for step in STEPS] == list(range(VERSION - len(STEPS) + 1, VERSION + 1))
    assert 1 + len(STEPS) == VERSION


def test_steps_follow_each_other() -> None:
    root, report = tree(OLD)
    new, migration = migrated(root, report, CHAIN, 3)
    assert migration is not None
    assert (migration.old, migration.new) == (0, 3)
    assert migration.notes == (
        "format 1: the title stands under show",
        "  show: its title is Gala now",
        "format 2: cues have labels",
        "  cue 1: has a label",
        "  cue 2: has a label",
        "format 3: nothing changes for you",
    )
    assert new["showctl"] == "3"
    assert new["show"]["title"] == "Gala"
    assert new["cues"][1]["label"] == "Cue 2"
    assert root["showctl"] == "0", "the old tree is as it was"
    assert text_of(root) == OLD.removeprefix("\ufeff")
    halfway, migration = migrated(put(root, ("showctl",), "2"), report, CHAIN, 3)
    assert migration is not None
    assert migration.notes == ("format 3: nothing changes for you",)
    assert "show" not in halfway


def test_nothing_to_do() -> None:
    root, report = tree("showctl: 1\nshow: {title: A}\n")
    assert migrated(root, report) == (root, None)
    for written in ("one", "'1'", "-1", "1.0", "[1]", "", "9999999999999"):
        root, report = tree(f"showctl: {written}\n")
        assert migrated(root, report) == (root, None), "whoever checks the show says so"
    assert report.problems == []


def test_a_newer_one_is_refused_with_the_reason() -> None:
    root, report = tree("showctl: 7\nshow: {titel: A}\n")
    with pytest.raises(Refused) as refused:
        migrated(root, report)
    (problem,) = refused.value.problems
    assert (problem.line, problem.column) == (1, 10)
    assert "the file is in format 7, which a newer showctl has written" in problem.what
    assert f"this one ({__version__}) knows formats up to 1" in problem.what
    assert problem.remedy == "install a newer showctl, or have it saved in format 1"


def test_one_that_nobody_carries_forward() -> None:
    for steps in ((), CHAIN[1:], (CHAIN[0], CHAIN[2])):
        root, report = tree(OLD)
        with pytest.raises(Refused) as refused:
            migrated(root, report, steps, 3)
        assert "there is no format 0 that can be carried forward; write showctl: 3" in str(refused.value)


def test_an_old_file_opens_in_memory_and_keeps_its_comments(old: Path) -> None:
    loaded = load(old, FIRST)
    assert loaded.show.info.title == "Gala"
    assert loaded.migration is not None
    assert loaded.migration.notes[0] == "format 1: the title stands under show"
    edited = of_root(put(loaded.root, ("show", "title"), "Ball"), loaded)
    assert edited.migration == loaded.migration, "it is to be saved elsewhere, whatever was edited since"
    assert edited.show.info.title == "Ball"
    text = bytes_of(loaded.root).decode()
    for line in NEW.splitlines():
        assert line in text
    assert "title: " in text
    assert old.read_text(encoding="utf-8") == OLD


def test_an_old_file_is_not_saved_over_unless_somebody_agrees(old: Path, tmp_path: Path) -> None:
    document = Document(old, load(old, FIRST))
    with pytest.raises(EditRefused, match="older format 0 and stays as it is; save the show under another name"):
        document.save()
    document.edit(Set(Item("cue", "2"), ("memo",), "Light"))
    with pytest.raises(EditRefused):
        document.save_now()
    document.save_copy(tmp_path / "new.yaml")
    assert "# breathe" in (tmp_path / "new.yaml").read_text(encoding="utf-8")
    assert load(tmp_path / "new.yaml").migration is None
    assert old.read_text(encoding="utf-8") == OLD
    document.save(over_older=True)
    document.save()


def test_problems_of_an_old_file_have_their_lines(old: Path) -> None:
    old.write_text(OLD.replace("wait: 5s", "wait: soon"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load(old, FIRST)
    (problem,) = refused.value.problems
    assert problem.line == 6


def test_on_the_command_line(old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    real = migrate.read_old
    monkeypatch.setattr(migrate, "read_old", lambda path: real(path, FIRST))
    assert main(["migrate", str(old)]) == 0
    new = old.with_name("my old show-format-1.yaml")
    said = capsys.readouterr().out
    assert "format 1: the title stands under show\n  show: its title is Gala now\n" in said
    assert f"{new} written; {old} is as it was" in said
    assert old.read_text(encoding="utf-8") == OLD
    assert load(new).show.info.title == "Gala"
    assert new.read_bytes().startswith(b"\xef\xbb\xbf# My show, since 1999")
    assert main(["migrate", str(old)]) == 1
    assert "is there already and is left as it is" in capsys.readouterr().err
    assert main(["migrate", str(new)]) == 0
    assert "is in format 1 already, which is the newest; there is nothing to migrate" in capsys.readouterr().out
    other = old.with_name("other.yaml")
    assert main(["migrate", str(old), "--out", str(other)]) == 0
    assert other.read_bytes() == new.read_bytes()
    assert main(["migrate", str(old), "--out", str(old)]) == 1, "never over the old one"
    assert main(["migrate", str(old), "--out", str(old / "x")]) == 2


def test_what_is_no_show_is_not_migrated(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read_old(tmp_path / "none.yaml")
    (tmp_path / "list.yaml").write_text("- a\n")
    with pytest.raises(Refused, match="no mapping of keys"):
        read_old(tmp_path / "list.yaml")
    (tmp_path / "broken.yaml").write_text("a: [\n")
    with pytest.raises(Refused):
        read_old(tmp_path / "broken.yaml")


@pytest.mark.parametrize("head", ["", "showctl: 1.0\n", "showctl: one\n"])
def test_what_has_no_format_is_refused_as_check_does(
    head: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show = tmp_path / "show.yaml"
    show.write_text(f"{head}show: {{title: A}}\ncues: []\n")
    assert main(["migrate", str(show)]) == 1
    said = capsys.readouterr().err
    assert f"{show}:" in said
    assert main(["check", str(show)]) == 1
    assert said.splitlines()[0] in "".join(capsys.readouterr())
