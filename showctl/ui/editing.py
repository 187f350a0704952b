"""What the operator does to the document: edits, back and forth, saves; beside the window, in order."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from showctl.session.change import Changing, EditRefused
from showctl.ui.counts_when import counts_when
from showctl.ui.desk import Desk
from showctl.ui.in_turn import InTurn
from showctl.ui.tongue import marked, tr

NOTHING_CHANGES = marked("Nothing changes: it is so already.")
CLOSE_WITHIN = 2.0
"""Seconds for edits that are under way when the console closes."""


class Editing(QObject):
    """Neither GO nor painting waits for any of it. Says what came of it in the message row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.turn = InTurn("editing", self)
        desk.session.document.locked = desk.modes.refusal  # also for who edits from elsewhere

    def do(
        self, edit: Changing, done: Callable[[], None] | None = None, failed: Callable[[str], None] | None = None
    ) -> None:
        """Make an edit. `failed` is told why it was refused; without one the message row says it. What the mode locks
        the message row says in any case."""
        if self._locked(self._desk.modes.refusal(edit), failed):
            return

        snapshot = self._desk.snapshot
        active = [run.cue for run in snapshot.active] if snapshot is not None else []

        def make() -> tuple[str, str]:
            document = self._desk.session.document
            before = document.state.show
            name = self._desk.session.edit(edit)
            return name, counts_when(before, document.state.show, active)

        def made(found: tuple[str, str]) -> None:
            name, late = found
            self._say(
                tr("Edited: {name}. Ctrl+Z takes it back. {late}").format(name=name, late=late).rstrip()
                if name
                else tr(NOTHING_CHANGES)
            )
            if done is not None:
                done()

        self.turn.begin(make, made, failed or self._refuse)

    def undo(self) -> None:
        """Take the last edit back."""
        if self._locked(self._desk.modes.may_undo):
            return
        self.turn.begin(
            self._desk.session.undo,
            lambda name: self._say(
                tr("Undone: {name}.").format(name=name) if name else tr("There is nothing to undo.")
            ),
            self._refuse,
        )

    def redo(self) -> None:
        """Make the edit again that was undone last."""
        if self._locked(self._desk.modes.may_undo):
            return
        self.turn.begin(
            self._desk.session.redo,
            lambda name: self._say(
                tr("Done again: {name}.").format(name=name) if name else tr("There is nothing to do again.")
            ),
            self._refuse,
        )

    def go_to(self, done: int) -> None:
        """Come to the state in which so many edits of the history are done."""
        if self._locked(self._desk.modes.may_edit("history")):
            return
        session = self._desk.session

        def go() -> int:
            before = session.document.done
            while session.document.done > done and session.undo():
                pass
            while session.document.done < done and session.redo():
                pass
            return session.document.done - before

        self.turn.begin(go, lambda steps: self._say(_steps(steps)), self._refuse)

    def save(self) -> None:
        """A notice says what came of it."""
        self.turn.begin(self._desk.session.save, lambda _: None, self._not_saved)

    def save_as(self, written: str, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Save a copy as another file: its name, or a path from the folder of the show. What is there is never written
        over; the console goes on with its own file."""
        path = self._place(written)

        def copy() -> Path:
            if path.exists():
                raise EditRefused(tr("{name} is there already; write another name").format(name=path.name))
            self._desk.session.document.save_copy(path)
            return path

        own = self._desk.session.path.name

        def copied(_: Path) -> None:
            self._say(tr("Saved as {path}. The console goes on with {own}.").format(path=path, own=own))
            done()

        self.turn.begin(copy, copied, failed)

    def wait(self) -> None:
        """For what is under way, when the console closes."""
        self.turn.wait(CLOSE_WITHIN)

    def _locked(self, refused: str, failed: Callable[[str], None] | None = None) -> bool:
        if refused:
            self._desk.denied.emit(f"{refused}.")
            if failed is not None:
                failed(refused)
        return bool(refused)

    def _place(self, written: str) -> Path:
        path = Path(written.strip()).expanduser()
        path = path if path.is_absolute() else self._desk.session.path.parent / path
        return path if path.suffix.lower() in (".yaml", ".yml") else path.with_name(f"{path.name}.yaml")

    def _say(self, text: str) -> None:
        self._desk.said.emit(text)

    def _refuse(self, text: str) -> None:
        self._desk.denied.emit(tr("Nothing has changed. {text}.").format(text=text[:1].upper() + text[1:].rstrip(".")))

    def _not_saved(self, text: str) -> None:
        self._say(tr("Not saved: {text}.").format(text=text.rstrip(".")))


def _steps(steps: int) -> str:
    if not steps:
        return tr(NOTHING_CHANGES)
    many = abs(steps)
    return tr("%n edit(s) undone.", "", many) if steps < 0 else tr("%n edit(s) done again.", "", many)
