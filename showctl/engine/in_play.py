"""The cues as they are played: those of the show as it is now, and what still runs of a show before."""

from collections.abc import Iterable, Iterator, Mapping

from showctl.model.cue import CueId
from showctl.program.program import CompiledCue


class InPlay(Mapping[CueId, CompiledCue]):
    """The cues of the program. Only who asks for one by its id also finds those that are gone and still run, or are
    inside one that does."""

    def __init__(self, cues: Mapping[CueId, CompiledCue]) -> None:
        self._now = cues
        self._departed: dict[CueId, CompiledCue] = {}

    def __getitem__(self, cue: CueId) -> CompiledCue:
        found = self._now.get(cue)
        return found if found is not None else self._departed[cue]

    def __contains__(self, cue: object) -> bool:
        return cue in self._now

    def __iter__(self) -> Iterator[CueId]:
        return iter(self._now)

    def __len__(self) -> int:
        return len(self._now)

    def departed(self, cue: CueId) -> bool:
        """Whether a cue is gone, and still runs or is inside one that does."""
        return cue not in self._now and cue in self._departed

    def amend(self, cues: Mapping[CueId, CompiledCue], departed: Iterable[CompiledCue]) -> None:
        """From now on these are the cues; `departed` still run, with all inside them."""
        before = {**self._departed, **self._now} if departed else {}
        left: dict[CueId, CompiledCue] = {}
        for cue in departed:
            self._leave(cue, before, left)
        self._now, self._departed = cues, left

    def _leave(self, cue: CompiledCue, before: Mapping[CueId, CompiledCue], left: dict[CueId, CompiledCue]) -> None:
        left[cue.id] = cue
        for child in cue.children:
            if child.cue not in left and child.cue in before:
                self._leave(before[child.cue], before, left)
