"""Which cue each run was of that moved light, long after it is over."""

from showctl.engine.amending import Amending
from showctl.engine.mixer import PANIC_RUN
from showctl.engine.outcome import NO_RUN
from showctl.model.cue import CueId

_MOST = 20_000
"""Runs remembered; then the older half is forgotten. An evening has some thousands."""
_FIRST_BY_HAND = -10


class Movers:
    """Belongs to the dispatcher's thread."""

    def __init__(self) -> None:
        self.cue_of: dict[int, CueId] = {}
        """By run."""
        self._by_hand = _FIRST_BY_HAND

    def run_of(self, run: int, cue: CueId) -> int:
        """Under which number the mixer is to know what moves light: what has no run that a stop may call back gets one
        below 0, a panic its own."""
        if run == NO_RUN:
            if not cue:
                return PANIC_RUN
            self._by_hand -= 1
            run = self._by_hand
        if run not in self.cue_of and len(self.cue_of) >= _MOST:
            self.cue_of = dict(list(self.cue_of.items())[_MOST // 2 :])
        self.cue_of[run] = cue
        return run

    def amend(self, amending: Amending) -> None:
        """Cues go by the ids of the next state of the show; what is gone keeps its own."""
        if amending.renamed:
            self.cue_of = {run: amending.cue(cue) or cue for run, cue in self.cue_of.items()}
