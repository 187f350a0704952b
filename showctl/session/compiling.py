"""States of an open show compiled to be played, the newest few remembered."""

import threading

from showctl.model.profile_argument import NO_PASSCODES
from showctl.program.opening import Opened
from showctl.program.reopening import Reopening
from showctl.session.change import EditRefused, said
from showctl.session.states import State, new_problems
from showctl.showfile.load import Refused
from showctl.showfile.report import LocatedProblem

_REMEMBERED = 8
"""States; each takes a list of all cues of its own, 0.5 MB for 5,000 of them."""


class Compiling:
    """May be asked from any thread; one at a time is answered."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reopening = Reopening()
        self._known: dict[int, tuple[State, Opened | Refused]] = {}
        """By identity; the state is held, so that nothing else can have it."""

    def opened(self, state: State) -> Opened:
        """Raises Refused for a show that cannot be played."""
        opened = self._of(state)
        if isinstance(opened, Refused):
            raise opened
        return opened

    def if_known(self, state: State) -> Opened | None:
        """The same, if it has been compiled already. Waits for nobody: a window asks at each tick, also while another
        state is being compiled."""
        _, opened = self._known.get(id(state), (state, None))
        return None if isinstance(opened, Refused) else opened

    def check(self, after: State, before: State, *, forgiving: bool = False) -> None:
        """Raises EditRefused for a state that could not be opened again, where the one before could. Cues that are
        broken by an edit are not refused: who changes the device of a cue has its command still to change; but for
        those that write a passcode, unless `forgiving`: then it stands in a file already."""
        opened = self._of(after)
        if not isinstance(opened, Refused):
            if not forgiving and (secret := _passcodes(self.broken(after, before))):
                raise EditRefused(said(secret), secret)
            return
        known = self._of(before)
        problems = tuple(known.problems) if isinstance(known, Refused) else before.problems
        if fresh := new_problems(tuple(opened.problems), problems):
            raise EditRefused(said(fresh), fresh)

    def broken(self, after: State, before: State) -> tuple[LocatedProblem, ...]:
        """Why cues cannot play after an edit that could before it."""
        opened = self._of(after)
        if isinstance(opened, Refused) or not opened.problems:
            return ()
        known = self._of(before)
        return new_problems(tuple(opened.problems), tuple(known.problems))

    def _of(self, state: State) -> Opened | Refused:
        with self._lock:
            known = self._known.pop(id(state), None)
            opened = known[1] if known is not None else self._compiled(state)
            self._known[id(state)] = state, opened
            while len(self._known) > _REMEMBERED:
                self._known.pop(next(iter(self._known)))
            return opened

    def _compiled(self, state: State) -> Opened | Refused:
        try:
            return self._reopening.to_play(state.refused or state.loaded)
        except Refused as refused:
            return refused


def _passcodes(problems: tuple[LocatedProblem, ...]) -> tuple[LocatedProblem, ...]:
    return tuple(problem for problem in problems if problem.words == NO_PASSCODES)
