"""One yes or no about each cue, such as whether it is armed: as the file says, unless it was said otherwise since."""

from collections.abc import Callable, Iterable, Mapping

from showctl.engine.amending import Amending
from showctl.model.cue import CueId
from showctl.program.program import CompiledCue


class Said:
    """State of the evening, not of the show. `written` is what the file says of a cue; `yes` and `no` what was said
    otherwise before. Of cues that are not there any more nothing is kept.
    """

    def __init__(
        self,
        cues: Mapping[CueId, CompiledCue],
        written: Callable[[CompiledCue], bool],
        yes: Iterable[CueId] = (),
        no: Iterable[CueId] = (),
    ) -> None:
        self._cues, self._written = cues, written
        said = {**dict.fromkeys(yes, True), **dict.fromkeys(no, False)}
        self._said: dict[CueId, bool] = {cue: word for cue, word in said.items() if cue in cues}
        self._since: tuple[tuple[CueId, ...], tuple[CueId, ...]] | None = None
        """What `since` gives for no and for yes; None when it has to be found anew."""

    def amended(self, cues: Mapping[CueId, CompiledCue], amending: Amending) -> "Said":
        """What was said still holds of these cues, the next state of the show."""
        after = Said(cues, self._written)
        said = ((amending.cue(cue), word) for cue, word in self._said.items())
        after._said = {cue: word for cue, word in said if cue is not None}
        return after

    def look_in(self, cues: Mapping[CueId, CompiledCue]) -> None:
        """What is written is asked of these from now on."""
        self._cues = cues

    def of(self, cue: CueId) -> bool:
        """What holds of the cue itself; a group around it has its own word."""
        said = self._said.get(cue)
        return self._written(self._cues[cue]) if said is None else said

    def say(self, cues: Iterable[CueId], word: bool) -> None:
        """From now on this holds of these cues."""
        self._said.update(dict.fromkeys(cues, word))
        self._since = None

    def reset(self, cues: Iterable[CueId]) -> None:
        """As the file says."""
        for cue in cues:
            self._said.pop(cue, None)
        self._since = None

    @property
    def changed(self) -> tuple[CueId, ...]:
        """Those of which the file says otherwise."""
        return (*self.since(False), *self.since(True))

    def since(self, word: bool) -> tuple[CueId, ...]:
        """Those of which this holds though the file says otherwise. Asked for each snapshot, so it is remembered."""
        if self._since is None:
            other = [cue for cue, said in self._said.items() if self._written(self._cues[cue]) is not said]
            said = self._said
            self._since = (tuple(cue for cue in other if not said[cue]), tuple(cue for cue in other if said[cue]))
        return self._since[word]
