"""What each mode lets through, and in which one a console opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from showctl.engine.snapshot import Snapshot
from showctl.session.change import Changing, EditRefused
from showctl.session.document import Document
from showctl.session.edit import Delete, Duplicate, Remove, Set, Several, Take
from showctl.showfile.item import Item
from showctl.showfile.load import load
from showctl.ui.mode import LOCKED, REHEARSING, Mode, Modes

CUE = Item("cue", "5")
AWARDS = Path(__file__).parents[2] / "ui" / "awards.yaml"
LABEL = Set(CUE, ("label",), "Other")
CORRECTIONS: tuple[Changing, ...] = (
    LABEL,
    Set(CUE, ("notes",), "Wait for the applause"),
    Set(CUE, ("pre-wait",), "3s"),
    Set(CUE, ("light", "time"), "3s"),
    Set(CUE, ("light", "time", "colour"), "3s"),
    Set(CUE, ("light", "delay", "position"), "3s"),
    Remove(CUE, ("post-wait",)),
    Several((LABEL, Set(CUE, ("notes",), "x"))),
)
OTHERS: tuple[Changing, ...] = (
    Set(CUE, ("light", "look", "spot1", "colour"), "red"),
    Set(CUE, ("cue",), "6"),
    Set(CUE, (), "x"),
    Delete((CUE,)),
    Duplicate(CUE),
    Take(b"showctl: 1", "reloaded"),
    Several((LABEL, Delete((CUE,)))),
)


def test_what_each_mode_lets_through() -> None:
    modes = Modes()
    assert {modes.refusal(edit) for edit in (*CORRECTIONS, *OTHERS, None)} == {""}
    modes.enter(Mode.REHEARSE)
    assert {modes.refusal(edit) for edit in (*CORRECTIONS, None)} == {""}
    assert {modes.refusal(edit) for edit in OTHERS} == {REHEARSING}
    modes.enter(Mode.SHOW)
    assert modes.locked
    assert {modes.refusal(edit) for edit in (*CORRECTIONS, *OTHERS, None)} == {LOCKED}


def test_a_rehearsal_takes_back_corrections_and_nothing_else() -> None:
    document, modes = Document(AWARDS, load(AWARDS)), Modes()
    document.locked = modes.refusal
    document.edit(Duplicate(CUE))
    document.edit(LABEL)
    modes.enter(Mode.REHEARSE)
    assert document.undo() is not None
    with pytest.raises(EditRefused, match="Only times, labels and notes"):
        document.undo()
    assert document.redo() is not None
    modes.enter(Mode.EDIT)
    document.undo()
    document.undo()
    modes.enter(Mode.REHEARSE)
    with pytest.raises(EditRefused, match="Only times, labels and notes"):
        document.redo()
    assert document.done == 0


def test_a_locked_document_refuses_everybody() -> None:
    loaded = load(AWARDS)
    document, modes = Document(AWARDS, loaded), Modes()
    document.locked = modes.refusal
    document.edit(LABEL)
    modes.enter(Mode.SHOW)
    for act in (document.undo, document.redo, lambda: document.edit(LABEL), document.reload):
        with pytest.raises(EditRefused, match="Locked for the show"):
            act()
    modes.enter(Mode.EDIT)
    assert document.undo() is not None


@pytest.mark.parametrize(("sent", "opens"), [(False, Mode.EDIT), (True, Mode.SHOW)])
def test_a_console_opens_in_edit_but_beside_a_show_that_is_on(tmp_path: Path, sent: bool, opens: Mode) -> None:
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    first = Modes()
    first.keep_in(settings, AWARDS)
    first.enter(Mode.SHOW)
    again, other = Modes(), Modes()
    again.keep_in(settings, AWARDS)
    other.keep_in(settings, tmp_path / "other.yaml")
    for modes in (again, other):
        assert modes.mode is Mode.EDIT
        modes.take(snapshot(sent))
    assert again.mode is opens
    assert other.mode is Mode.EDIT
    again.enter(Mode.EDIT)
    again.take(snapshot(True))
    assert again.mode is Mode.EDIT  # only the first that is heard of an engine counts


def snapshot(anything_sent: bool) -> Snapshot:
    return Snapshot(
        serial=1, digest="", realtime="", outputs_off=False, instant=1.0, wall=1.0, anything_sent=anything_sent
    )
