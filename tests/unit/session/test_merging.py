"""The open show and what another program wrote meanwhile: merged, conflicts chosen, saved, and nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from showctl.link.place import data_folder, key_of
from showctl.session.backup import Backups
from showctl.session.comparing import compared_with, other_way
from showctl.session.document import Document
from showctl.session.edit import EditRefused, Set
from showctl.session.merging import merging, merging_recovered
from showctl.session.recovery import found
from showctl.showfile.item import Item

SHOW = """showctl: 1
show: {title: Evening}
cues:
  - {cue: 1, label: One, wait: 1s}  # the first
  - {cue: 2, label: Two, wait: 1s}
"""
LONG = 20.0


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "show.yaml"
    path.write_text(SHOW, "utf-8")
    return path


@pytest.fixture
def document(show: Path) -> Iterator[Document]:
    with Document.open(show) as document:
        yield document


def label(cue: str, text: str) -> Set:
    return Set(Item("cue", cue), ("label",), text)


def labels(document: Document) -> list[str]:
    return [cue.label for cue in document.state.show.cues]


def labels_of(show: Path) -> list[str]:
    with Document.open(show) as document:
        return labels(document)


def test_edits_of_different_cues_come_together_and_can_be_saved(document: Document, show: Path) -> None:
    document.edit(label("1", "Mine"))
    show.write_text(SHOW.replace("Two", "Theirs"), "utf-8")
    found_ = merging(document)
    assert found_.merged.conflicts == ()
    step = document.take_merge(found_)
    assert step is not None
    assert step.name == "merged with the file as it is on the disk"
    assert labels(document) == ["Mine", "Theirs"]
    assert document.is_dirty
    document.save_now(LONG)
    assert show.read_text("utf-8") == SHOW.replace("One", "Mine").replace("Two", "Theirs")
    document.undo()
    assert labels(document) == ["Mine", "Two"]


def test_a_conflict_is_mine_until_it_is_chosen(document: Document, show: Path) -> None:
    document.edit(label("1", "Mine"))
    show.write_text(SHOW.replace("One", "Theirs"), "utf-8")
    found_ = merging(document)
    (conflict,) = found_.merged.conflicts
    assert found_.merged.loaded.show.cues[0].label == "Mine"
    chosen = found_.choose(conflict, "theirs")
    assert chosen.merged.conflicts == ()
    document.take_merge(chosen)
    assert labels(document) == ["Theirs", "Two"]


def test_what_was_saved_last_is_what_both_began_with(document: Document, show: Path) -> None:
    document.edit(label("1", "Saved"))
    document.save_now(LONG)
    document.edit(label("1", "Mine"))
    show.write_text(show.read_text("utf-8").replace("Two", "Theirs"), "utf-8")
    assert merging(document).merged.conflicts == ()
    document.reload()
    assert labels(document) == ["Saved", "Theirs"]
    document.edit(label("2", "Mine again"))
    show.write_text(show.read_text("utf-8").replace("Saved", "Theirs again"), "utf-8")
    found_ = merging(document)
    assert found_.merged.conflicts == ()
    document.take_merge(found_)
    assert labels(document) == ["Theirs again", "Mine again"]


def test_a_merge_of_another_state_is_refused(document: Document, show: Path) -> None:
    document.edit(label("1", "Mine"))
    show.write_text(SHOW.replace("Two", "Theirs"), "utf-8")
    found_ = merging(document)
    document.edit(label("1", "Later"))
    with pytest.raises(EditRefused, match="look at what it comes to now"):
        document.take_merge(found_)
    assert labels(document) == ["Later", "Two"]


def test_a_merge_is_kept_for_recovery(document: Document, show: Path) -> None:
    document.edit(label("1", "Mine"))
    show.write_text(SHOW.replace("Two", "Theirs"), "utf-8")
    document.take_merge(merging(document))
    assert document.wait_kept(LONG)
    recovery = found(show)
    assert recovery is not None
    assert not recovery.changed_since
    assert b"Mine" in recovery.text
    assert b"Theirs" in recovery.text


def test_edits_that_a_reload_takes_back_are_in_the_backups(document: Document, show: Path) -> None:
    document.edit(label("1", "Mine"))
    show.write_text(SHOW.replace("Two", "Theirs"), "utf-8")
    document.reload()
    assert [b"Mine" in backup.read() for backup in Backups(show).all() if backup.unsaved] == [True]


def test_edits_that_are_thrown_away_on_closing_are_in_the_backups(show: Path) -> None:
    document = Document.open(show)
    document.edit(label("1", "Mine"))
    document.close(discard_edits=True)
    assert found(show) is None
    assert show.read_text("utf-8") == SHOW
    assert [b"Mine" in backup.read() for backup in Backups(show).all() if backup.unsaved] == [True]


def test_the_open_show_is_compared_with_its_file_and_the_other_way(document: Document, show: Path) -> None:
    document.edit(label("1", "Mine"))
    assert [str(change) for change in compared_with(document, show).changes] == ['cue 1: label: "One" → "Mine"']
    back = other_way(document, show.read_bytes())
    assert [str(change) for change in back.changes] == ['cue 1: label: "Mine" → "One"']


def test_own_edits_stay_kept_when_those_of_the_last_time_are_thrown_away(show: Path) -> None:
    crashed = Document.open(show)
    crashed.edit(label("1", "Lost"))
    crashed.close()
    with Document.open(show) as document:
        document.edit(label("2", "Mine"))
        assert document.wait_kept(LONG)
        assert document.discard_recovery() == ""
        assert document.wait_kept(LONG)
        recovery = found(show)
        assert recovery is not None
        assert b"Mine" in recovery.text
        assert b"Lost" not in recovery.text


def test_edits_of_last_time_are_merged_with_what_somebody_else_wrote_since(show: Path) -> None:
    crashed = Document.open(show)
    crashed.edit(label("1", "Mine"))
    crashed.close()
    show.write_text(SHOW.replace("Two", "Theirs"), "utf-8")
    with Document.open(show) as document:
        assert document.recovery is not None
        assert document.recovery.changed_since
        found_ = merging_recovered(document)
        assert found_.merged.conflicts == ()
        document.take_merge(found_)
        assert labels(document) == ["Mine", "Theirs"]
        assert document.recovery is None
        assert document.is_dirty
        document.save_now(LONG)
    assert labels_of(show) == ["Mine", "Theirs"]


def test_without_what_they_were_made_on_edits_are_not_merged(show: Path) -> None:
    crashed = Document.open(show)
    crashed.edit(label("1", "Mine"))
    crashed.close()
    show.write_text(SHOW.replace("Two", "Theirs"), "utf-8")
    (kept,) = (data_folder() / "recovery").glob(f"*-{key_of(show)}.begun-*")
    assert kept.read_text("utf-8") == SHOW
    kept.unlink()
    with Document.open(show) as document:
        with pytest.raises(EditRefused, match="nor among the backups"):
            merging_recovered(document)
        Backups(show).keep(SHOW.encode())
        assert merging_recovered(document).merged.conflicts == ()


def test_what_edits_are_made_on_is_kept_no_longer_than_they_need_it(document: Document, show: Path) -> None:
    for text in ("First", "Second"):
        document.edit(label("1", text))
        assert document.wait_kept(LONG)
        document.save_now(LONG)
    document.edit(label("1", "Third"))
    saved = show.read_bytes()
    document.close()
    (kept,) = (data_folder() / "recovery").glob(f"*-{key_of(show)}.begun-*")
    assert kept.read_bytes() == saved


def test_a_comment_that_somebody_else_wrote_is_merged_and_saved(document: Document, show: Path) -> None:
    document.edit(label("1", "Mine"))
    show.write_text(SHOW.replace("# the first", "# not before the fly cue"), "utf-8")
    merging_ = merging(document)
    assert merging_.merged.comments == 1
    document.take_merge(merging_)
    document.save_now(LONG)
    assert show.read_text("utf-8") == SHOW.replace("One", "Mine").replace("# the first", "# not before the fly cue")
