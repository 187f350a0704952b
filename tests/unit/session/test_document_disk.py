"""The open show and the disk: saved, kept, recovered, changed by another program, open elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from showctl.session.document import Document
from showctl.session.edit import EditRefused, Set
from showctl.session.on_disk import OnDisk
from showctl.showfile.item import Item
from showctl.showfile.save import ChangedOnDisk

SHOW = "showctl: 1\r\nshow: {title: Evening}  # kept\r\ncues:\r\n  - {cue: 1, wait: 1s}\r\n"
LONG = 20.0
"""Seconds that a slow disk may take."""


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "show.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SHOW.encode())
    return path


@pytest.fixture
def document(show: Path) -> Iterator[Document]:
    with Document.open(show) as document:
        yield document


def label(text: str) -> Set:
    return Set(Item("cue", "1"), ("label",), text)


def test_a_save_without_edits_changes_no_byte(document: Document, show: Path) -> None:
    before = show.read_bytes()
    document.save_now(LONG)
    assert show.read_bytes() == before


def test_saved_is_clean_and_undo_back_to_it_as_well(document: Document, show: Path) -> None:
    document.edit(label("a"))
    assert document.is_dirty
    document.save_now(LONG)
    assert not document.is_dirty
    assert b"label: a" in show.read_bytes()
    document.edit(label("b"))
    document.undo()
    assert not document.is_dirty
    document.undo()
    assert document.is_dirty
    document.save_now(LONG)
    assert show.read_bytes() == b"\xef\xbb\xbf" + SHOW.encode()


def test_what_was_kept_is_there_after_a_crash(show: Path) -> None:
    crashed = Document.open(show)
    crashed.edit(label("a"))
    crashed.edit(label("b"))
    assert crashed.wait_kept(LONG)
    assert crashed.now().is_kept
    crashed.close()
    with Document.open(show) as document:
        assert document.recovery is not None
        assert document.recovery.head.edits == ("label of cue 1", "label of cue 1")
        step = document.take_recovery()
        assert step is not None
        assert step.name.startswith("recovered: 2 edits by ")
        assert document.state.show.cues[0].label == "b"
        document.undo()
        assert document.state.show.cues[0].label == ""
        assert document.recovery is None
        document.redo()
        document.save_now(LONG)
    with Document.open(show) as document:
        assert document.recovery is None


def test_recovered_edits_that_nobody_wants(show: Path) -> None:
    with Document.open(show) as document:
        document.edit(label("a"))
        assert document.wait_kept(LONG)
    with Document.open(show) as document:
        assert document.discard_recovery() == ""
        assert document.recovery is None
    with Document.open(show) as document:
        assert document.recovery is None


def test_a_clean_document_leaves_no_recovery_file(show: Path) -> None:
    with Document.open(show) as document:
        document.edit(label("a"))
        document.undo()
    assert [path.name for path in show.parent.iterdir()] == ["show.yaml"]


def test_a_change_by_another_program_is_reloaded_and_that_undone(document: Document, show: Path) -> None:
    other = show.read_bytes().replace(b"Evening", b"Matinee")
    document.edit(label("mine"))
    show.write_bytes(other)
    with pytest.raises(ChangedOnDisk):
        document.save_now(LONG)
    document.reload()
    assert document.state.show.info.title == "Matinee"
    assert not document.is_dirty
    document.undo()
    assert document.state.show.cues[0].label == "mine"
    document.save_now(LONG)
    assert b"mine" in show.read_bytes()


def test_mine_is_kept_over_what_another_program_wrote(document: Document, show: Path) -> None:
    document.edit(label("mine"))
    show.write_bytes(show.read_bytes().replace(b"Evening", b"Matinee"))
    document.save_now(LONG, over_others=True)
    assert b"mine" in show.read_bytes()
    assert b"Evening" in show.read_bytes()


def test_a_wrong_file_is_not_reloaded(document: Document, show: Path) -> None:
    show.write_text("showctl: [")
    before = document.state
    with pytest.raises(EditRefused):
        document.reload()
    assert document.state is before


def test_who_comes_second_looks_on_and_may_have_it_later(document: Document, show: Path) -> None:
    with Document.open(show) as second:
        assert "is open to be edited by" in second.read_only
        with pytest.raises(EditRefused, match="is open to be edited by"):
            second.edit(label("b"))
        document.edit(label("a"))
        document.save_now(LONG)
        second.reload()
        assert second.state.show.cues[0].label == "a"
        document.close()
        second.claim()
        assert second.read_only == ""
        second.edit(label("b"))


def test_a_copy_is_saved_elsewhere(document: Document, show: Path) -> None:
    document.edit(label("a"))
    document.save_copy(show.with_name("copy.yaml"))
    assert b"label: a" in show.with_name("copy.yaml").read_bytes()
    assert document.is_dirty


def test_the_watch_does_not_take_our_save_for_anothers(document: Document, show: Path) -> None:
    document.edit(label("a"))
    document.save_now(LONG)
    looked = OnDisk(show, document.state.digest)
    assert looked.look() is None
    assert looked.look() is None
