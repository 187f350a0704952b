"""The order in which random and shuffled groups play what is inside."""

from collections.abc import Iterable
from random import Random

from showctl.model.cue import CueId
from showctl.program.program import CompiledCue


class Picks:
    """Each group draws from a row of its own, so that the same commands always give the same evening.

    `before` is that of an earlier state of the show: what has played stays played.
    """

    def __init__(self, before: "Picks | None" = None) -> None:
        self._random: dict[CueId, Random] = dict(before._random) if before is not None else {}
        self._left: dict[CueId, list[CueId]] = dict(before._left) if before is not None else {}
        self._last: dict[CueId, CueId] = dict(before._last) if before is not None else {}

    def one(self, group: CompiledCue) -> CueId:
        """The next cue of a random group: none twice before all have played, and none twice in a row."""
        left = [cue for cue in self._left.get(group.id, ()) if any(child.cue == cue for child in group.children)]
        left = left or self._drawn(group)
        self._left[group.id] = left[1:]
        self._last[group.id] = left[0]
        return left[0]

    def order(self, group: CompiledCue) -> list[CueId]:
        """The order of a playlist for one time round; shuffled, it does not begin with the cue that ended the last."""
        if not group.shuffle:
            return [child.cue for child in group.children]
        drawn = self._drawn(group)
        self._last[group.id] = drawn[-1]
        return drawn

    def reset(self, groups: Iterable[CueId]) -> None:
        """Begin anew."""
        for group in groups:
            for memory in (self._random, self._left, self._last):
                memory.pop(group, None)

    def _drawn(self, group: CompiledCue) -> list[CueId]:
        drawn = [child.cue for child in group.children]
        self._random.setdefault(group.id, Random(group.id)).shuffle(drawn)
        if len(drawn) > 1 and drawn[0] == self._last.get(group.id):
            drawn.append(drawn.pop(0))
        return drawn
