"""An import into a show that is there: one edit, undone as one; what the show has already stays as it is written."""

from pathlib import Path

import pytest

from showctl.session.document import Document
from showctl.session.taking_in import take_in
from showctl.showfile.importer.files import import_bytes
from showctl.showfile.importer.imported import Asked
from showctl.showfile.importer.report import ImportReport, NotImported
from showctl.showfile.load import load_text
from showctl.showfile.splice import text_of

_SHOW = """\
showctl: 1 # ours
show: {title: Ours}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
groups: {front: front1..front4}
cues:
  # the first
  - {cue: 1, light: {time: 2s, look: {front: full}}}
"""


def _taken(file: str, text: str, list_name: str = "new") -> tuple[Document, ImportReport]:
    document = Document(Path("show.yaml"), load_text(_SHOW, "show.yaml"))
    imported = import_bytes(text.encode(), file, asked=Asked())
    take_in(document, imported, list_name, file)
    return document, imported.report


def test_cues_go_into_a_list_of_their_own_and_are_undone_as_one() -> None:
    document, _ = _taken("cues.csv", "cue,label,device,command\n1,Scene,desk,/go 12\n2,Memo,,\n")
    assert [cue.number for cue in document.state.show.lists["new"].cues] == ["1", "2"]
    assert document.history == ("import of cues.csv",)
    assert text_of(document.state.source.root).startswith(_SHOW)
    document.undo()
    assert text_of(document.state.source.root) == _SHOW


def test_cues_go_to_the_end_of_a_list_that_is_there() -> None:
    document, report = _taken("cues.csv", "cue,label\n1,Same number\n2,New\n", "main")
    assert [cue.number for cue in document.state.show.cues] == ["1", "2"]
    assert [note.what for note in report.left_out] == ["cue 1"]


def test_devices_and_fixtures_of_the_show_are_used() -> None:
    patch = "Patch 1 1<2@FL 5<900@FL\nCue 1\n Chan 1@50 5@FL"
    document, report = _taken("desk.asc", f"Ident 3:0\n{patch}\nEndData\n")
    show = document.state.show
    patched = {entry.id: bool(entry.at) for entry in show.patch}
    assert patched == {"front1..front4": True, "ch1": False, "ch5": True}
    assert sorted(show.devices) == ["desk", "rig", "rig 2"]
    assert any("overlaps 'front2'" in str(note) for note in report.left_out)


def test_what_is_there_already_is_told() -> None:
    with pytest.raises(NotImported, match="nothing of it is new"):
        _taken("patch.csv", "id,fixture,at\nfront2,generic/dimmer,1.2\n")


def test_a_table_with_mistakes_changes_nothing() -> None:
    document = Document(Path("show.yaml"), load_text(_SHOW, "show.yaml"))
    imported = import_bytes(b"cue,label,device,command\n1,a,disk,/go\n2,b,,\n3,c,desk,go\n4,d,,,\n5,e\n", "x.csv")
    imported.draft.cues[1]["colour"] = "redd"
    with pytest.raises(NotImported, match="mistakes"):
        take_in(document, imported, "new", "x.csv")
    assert text_of(document.state.source.root) == _SHOW
    assert any("redd" in str(note) for note in imported.report.mistakes)
