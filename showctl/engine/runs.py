"""The runs that are active: those that are not over, in the order of their starts."""

from collections.abc import Iterable

from showctl.engine.run import Run
from showctl.model.cue import CueId


class Runs(dict[int, Run]):
    """By number. Looking for some costs what is active, however long the show is."""

    def of(self, cue_id: CueId | None) -> list[Run]:
        """All runs of a cue with all inside them, or simply all."""
        if cue_id is None:
            return list(self.values())
        return self.with_inside(run for run in self.values() if run.cue.id == cue_id)

    def with_inside(self, runs: Iterable[Run]) -> list[Run]:
        """These runs and all inside them, each once, in the order of their starts."""
        found = {inner.number: inner for run in runs for inner in run.walk()}
        return [found[number] for number in sorted(found)]

    def last(self, cue_id: CueId) -> Run | None:
        """The run of a cue that started last, unless it is done."""
        return next((run for run in reversed(self.values()) if run.cue.id == cue_id and not run.ended), None)
