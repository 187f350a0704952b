"""The open show: its state, the edits that led there, and back.

States are values that share what they have in common, so all of them are kept: undo only goes back to one.
"""

import threading
from collections.abc import Callable
from collections.abc import Mapping as Map

from showctl.model.cue import CueId
from showctl.program.opening import Opened
from showctl.session.change import Changing, EditRefused
from showctl.session.compiling import Compiling
from showctl.session.edit import Take, followed
from showctl.session.history import History
from showctl.session.states import State, Step
from showctl.showfile.copied_out import copied_out, copies
from showctl.showfile.load import Loaded, Refused
from showctl.showfile.report import LocatedProblem


class EditedShow:
    """All methods may be called from any thread. `edit` takes as long as checking and compiling what it changes: a
    tenth of a second for a cue of a show of 5,000, longer for its patch. The others return at once, but for those that
    say so.
    """

    def __init__(self, state: Loaded | Refused) -> None:
        """`state`: as `load` returned or raised it. Raises Refused if not only single cues are broken."""
        self.read_only = ""
        """Why nothing can be edited here; empty where it can."""
        self.locked: Callable[[Changing | None], str] = lambda _: ""
        """Why an edit is refused for now, whoever makes it, and whoever takes it back or makes it again; empty where it
        is not. None: undo and redo where there is nothing to undo."""
        self._editing = threading.RLock()
        """Held by whoever makes an edit, all the while."""
        self._lock = threading.RLock()
        """Held for an instant; taken after the other."""
        self._compiling = Compiling()
        self._state = State.of(state)
        self._history = History()
        self._renamed: Map[CueId, CueId] = {}
        self._serial = 0

    @property
    def state(self) -> Loaded:
        """The show as it is now."""
        return self._state.loaded

    @property
    def problems(self) -> tuple[LocatedProblem, ...]:
        """Why single cues are broken, if any are."""
        return self._state.problems

    @property
    def serial(self) -> int:
        """Another one for each state that the document comes to."""
        return self._serial

    @property
    def history(self) -> tuple[str, ...]:
        """The names of all edits, those that were undone too."""
        with self._lock:
            return self._history.names

    @property
    def done(self) -> int:
        """How many of the history are done: the last of them is undone next, and what follows redone."""
        return self._history.done

    def edit(self, edit: Changing) -> Step | None:
        """Make an edit: one step of the history. None if it changes nothing. Raises EditRefused; then nothing has
        changed."""
        with self._editing:
            self._refuse_read_only()
            return self._made(edit)

    def undo(self) -> Step | None:
        """Take the last edit back. None if there is none. Raises EditRefused while it is locked."""
        with self._editing, self._lock:
            self._refuse_locked(self._history.undo_edit)
            if step := self._history.back():
                self._go(step.before, {now: was for was, now in step.renamed.items()}, f"{step.name}: undone")
            return step

    def redo(self) -> Step | None:
        """Make the edit again that was undone last. None if there is none. Raises EditRefused while it is locked."""
        with self._editing, self._lock:
            self._refuse_locked(self._history.redo_edit)
            if step := self._history.forth():
                self._go(step.after, step.renamed, step.name)
            return step

    def opened(self) -> Opened:
        """The state compiled to be played; takes a moment after an undo. Raises Refused for a show that cannot be
        played, which no edit makes of one that can."""
        return self._compiling.opened(self._state)

    def opened_if_known(self) -> Opened | None:
        """The same, if it has been compiled already. Waits for nothing."""
        return self._compiling.if_known(self._state)

    def to_play(self) -> tuple[Opened, Map[CueId, CueId]]:
        """The same, with the cues whose ids are others than at the last call, before → after."""
        while True:
            state = self._state
            opened = self._compiling.opened(state)
            with self._lock:
                if state is self._state:
                    renamed, self._renamed = self._renamed, {}
                    return opened, renamed

    # ------------------------------------------------------------------------------------------------------------------

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise EditRefused(self.read_only)

    def _refuse_locked(self, edit: Changing | None) -> None:
        if refused := self.locked(edit):
            raise EditRefused(refused)

    def _made(self, edit: Changing) -> Step | None:
        self._refuse_locked(edit)
        before = self._state
        change = edit.apply(before.loaded.root)
        known = copies(before.loaded.root)
        after = before.after(change.root, forgiving=isinstance(edit, Take))
        if after.loaded.digest == before.loaded.digest:
            return None
        self._compiling.check(after, before, forgiving=isinstance(edit, Take))
        broken = self._compiling.broken(after, before)
        note = copied_out(known, after.loaded.root)
        step = Step(change.name or edit.name, before, after, dict(change.renamed), edit, broken, note)
        with self._lock:
            self._history.add(step)
            self._go(after, step.renamed, step.name)
        return step

    def _go(self, state: State, renamed: Map[CueId, CueId], name: str) -> None:
        """Come to another state, by an act of this name. `_lock` is held."""
        self._state = state
        self._renamed = followed(dict(self._renamed), renamed)
        self._serial += 1
