"""Foresight: what a start of a cue will bring, tried out where nobody hears of it."""

from collections.abc import Iterable

from showctl.engine.active_cues import ActiveCues
from showctl.model.cue import CueId

TOLERANCE = 1e-6
"""Seconds. What lies so little before an instant lies at it: sums of times differ by rounding errors."""
MOST_STEPS = 2_000
"""Things that may happen before the instant at which a cue is loaded; about 20 ms on a slow machine."""


class Foresight:
    """One start of a cue at 0, in seconds from then on. What cues ask of others is not carried out."""

    def __init__(self, active: ActiveCues, cue: CueId) -> None:
        self._trial = active.rehearsal()
        self._run = self._trial.start(cue, 0.0)
        self._steps = MOST_STEPS
        self.now = 0.0
        """When the latest thing happened."""

    def go_on(self, until: float) -> bool:
        """Go on to just before an instant, or until nothing is to come any more. False: too much happens on the way."""
        while (due := self._trial.agenda.due) is not None and due < until - TOLERANCE:
            if not self._step():
                return False
        return True

    def end(self) -> float | None:
        """Go on until the cue itself is done: when that is. None: it has no end, or too much happens before it."""
        while not self._run.ended:
            if self.over or not self._step():
                return None
        return self._run.done_at

    @property
    def over(self) -> bool:
        """Whether nothing is to come any more."""
        return self._trial.agenda.due is None

    @property
    def drawn(self) -> Iterable[CueId]:
        """The random and shuffled groups that have drawn so far."""
        return self._trial.picks.drawn

    def _step(self) -> bool:
        due = self._trial.agenda.due
        if due is None or not self._steps:
            return False
        self._steps -= 1
        self.now = due
        self._trial.agenda.carry_out_one()
        return True
