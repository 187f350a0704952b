"""Which cues are armed: as the file says, unless a cue has said otherwise since."""

from collections.abc import Iterable, Mapping

from showctl.model.cue import CueId
from showctl.program.program import CompiledCue


class Arming:
    """State of the evening, not of the show. `before` is that of an earlier state of the show, whose word still counts
    for cues that are still there.
    """

    def __init__(self, cues: Mapping[CueId, CompiledCue], before: "Arming | None" = None) -> None:
        self._cues = cues
        self._said: dict[CueId, bool] = {}
        if before is not None:
            self._said = {cue: armed for cue, armed in before._said.items() if cue in cues}

    def armed(self, cue: CueId) -> bool:
        """Whether the cue itself is armed; a group around it has its own word."""
        return self._said.get(cue, self._cues[cue].armed)

    def arm(self, cues: Iterable[CueId], armed: bool) -> None:
        """Arm or disarm."""
        self._said.update(dict.fromkeys(cues, armed))

    def reset(self, cues: Iterable[CueId]) -> None:
        """As the file says."""
        for cue in cues:
            self._said.pop(cue, None)

    def since(self, armed: bool) -> tuple[CueId, ...]:
        """Those that are armed (or disarmed) other than the file says."""
        return tuple(cue for cue, said in self._said.items() if said is armed and self._cues[cue].armed is not armed)
