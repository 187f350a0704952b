"""What has happened to the show file in some of the pictures."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAMES = ("console-recovery", "console-merge", "console-edit")


def copied(show: Path, name: str) -> Path:
    """A copy of the show to be edited; a session of it has crashed, if that is in the picture."""
    copy = Path(tempfile.mkdtemp()) / "northern-lights.yaml"
    shutil.copy(show, copy)
    if "recovery" in name:
        _edited(copy, "Acceptance speech, Harper", save=False)
    return copy


def _edited(show: Path, label: str, *, save: bool) -> None:
    from showctl.session.document import Document
    from showctl.session.edit import Set
    from showctl.showfile.item import Item

    document = Document.open(show)
    document.edit(Set(Item("cue", "48"), ("label",), label))
    document.edit(Set(Item("cue", "10"), ("pre-wait",), "2s"))
    document.edit(Set(Item("cue", "49"), ("light", "time"), "8s"))
    if save:
        document.save_now()
    document.wait_kept(10)
    document.close()


def act(name: str, console: Any, session: Any) -> None:
    questions, panel = console.window.questions, console.window.ask_panel
    if "recovery" in name:
        _until(console, session, lambda: questions.banners.asking == "recovery")
        questions.recovering.look()
        _until(console, session, lambda: panel.model.lines)
        return
    if "edit" in name:
        _edit(console, session)
        return
    from showctl.session.edit import Set
    from showctl.showfile.item import Item

    session.document.edit(Set(Item("cue", "48"), ("label",), "Winner, Costume"))
    session.document.edit(Set(Item("cue", "49"), ("light", "time"), "6s"))
    theirs = copied(session.path, "")
    _edited(theirs, "Winner, Craft and design", save=True)
    session.path.write_bytes(theirs.read_bytes())
    _until(console, session, lambda: questions.banners.asking == "changed")
    questions.merging.open()
    _until(console, session, lambda: panel.model.lines)
    panel.view.turned.emit(0, 1)
    _until(console, session, lambda: not questions.merging.busy)
    panel.view.go_to(1)


def _edit(console: Any, session: Any) -> None:
    """Edits, one of them undone, their list, and one that is being written."""
    from showctl.ui.command import carry_out

    edits = console.window.edits
    for words in (
        'set cue 48 label "Winner, Costume design"',
        "set cue 49 light time 6s",
        "duplicate cue 50 as 50.5",
        'set cue 51 notes "Wait for the applause"',
        "undo",
    ):
        carry_out(words, edits.editing, lambda: None, lambda _: None)
        _until(console, session, lambda: not edits.editing.turn.pending)
    _until(console, session, lambda: "kept 2" in console.window.mark.mark.text)
    edits.undo_list.open()
    edits.line.open('set cue 52 label "Walk-up music"', "Walk-up music")


def _until(console: Any, session: Any, done: Callable[[], object]) -> None:
    from PySide6.QtWidgets import QApplication

    console.window.activateWindow()
    while not done():
        console.desk.tick()
        QApplication.processEvents()
