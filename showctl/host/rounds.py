"""Cues that go round for ever, such as walk-in music: a simulation hears them out once, and waits no longer."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from showctl.engine.event import AnyEvent, CommandTaken, CueActed, CueStarted
from showctl.engine.snapshot import ActiveCue
from showctl.model.cue import FOREVER, CueId
from showctl.program.program import CompiledCue

_MOST = 100
"""Cues that start one another in a circle are taken for endless after so many times round."""


class Rounds:
    """Counts how often cues act, from what is said of them."""

    def __init__(self, cues: Mapping[CueId, CompiledCue]) -> None:
        self._cues = cues
        self._acted: Counter[CueId] = Counter()
        self._again = False

    def heard(self, event: AnyEvent) -> None:
        """Something happened."""
        match event:
            case CueActed(cue=cue):
                self._acted[cue] += 1
                self._again = self._again or self._acted[cue] > 1
            case CueStarted(cue=cue) if _goes_round(self._cues[cue]):
                for each in self._walk(cue):
                    del self._acted[each]
            case CommandTaken(name=name, cue=cue) if name == "break out" or self._breaks_out(cue):
                self._acted.clear()

    def are_all(self, active: Callable[[], Iterable[ActiveCue]]) -> bool:
        """Whether all that plays has been round once and goes on for ever. What is paused plays not."""
        if not self._again:  # as in most shows: then nobody needs to look at what is active
            return False
        runs = [run for run in active() if run.paused_at is None]
        groups = {run.parent for run in runs}
        return bool(runs) and all(self._is_endless(run.cue) for run in runs if run.run not in groups)

    def _breaks_out(self, cue: CueId | None) -> bool:
        """Whether a command to this cue may have meant that."""
        return cue is not None and cue in self._cues and self._cues[cue].if_running == "break out"

    def _is_endless(self, cue: CueId) -> bool:
        once = 1  # how often it acts in one time round
        for each in self._around(cue):
            if _goes_round(each):
                return self._acted[cue] > once
            once *= each.repeat
        return self._acted[cue] > once * _MOST

    def _around(self, cue: CueId) -> Iterator[CompiledCue]:
        """The cue and the groups around it."""
        at: CueId | None = cue
        while at is not None:
            yield self._cues[at]
            at = self._cues[at].parent

    def _walk(self, cue: CueId) -> Iterator[CueId]:
        yield cue
        for child in self._cues[cue].children:
            yield from self._walk(child.cue)


def _goes_round(cue: CompiledCue) -> bool:
    return cue.loop or cue.repeat == FOREVER
