"""The order in which random and shuffled groups play what is inside."""

from collections.abc import Iterable, Mapping
from random import Random
from typing import Any, TypeVar

from showctl.engine.amending import Amending
from showctl.model.cue import CueId
from showctl.program.program import CompiledCue

Generator = tuple[Any, ...]
"""The state of a random generator; as a value, so that copies of a memory share nothing that changes."""
_Memory = TypeVar("_Memory")


class Picks:
    """Each group draws from a row of its own, so that the same commands always give the same evening.

    `before` is that of an earlier state of the show, or of a try: what has played stays played, and what is drawn from
    now on it does not know.
    """

    def __init__(self, before: "Picks | None" = None) -> None:
        self._random: dict[CueId, Generator] = dict(before._random) if before is not None else {}
        self._left: dict[CueId, list[CueId]] = dict(before._left) if before is not None else {}
        self._last: dict[CueId, CueId] = dict(before._last) if before is not None else {}
        self.drawn: dict[CueId, None] = {}
        """The groups that have drawn since this was made."""

    def one(self, group: CompiledCue) -> CueId:
        """The next cue of a random group: none twice before all have played, and none twice in a row."""
        self.drawn[group.id] = None
        left = [cue for cue in self._left.get(group.id, ()) if any(child.cue == cue for child in group.children)]
        left = left or self._drawn(group)
        self._left[group.id] = left[1:]
        self._last[group.id] = left[0]
        return left[0]

    def order(self, group: CompiledCue) -> list[CueId]:
        """The order of a playlist for one time round; shuffled, it does not begin with the cue that ended the last."""
        if not group.shuffle:
            return [child.cue for child in group.children]
        self.drawn[group.id] = None
        drawn = self._drawn(group)
        self._last[group.id] = drawn[-1]
        return drawn

    def amend(self, amending: Amending) -> None:
        """Remember the same of the groups and cues of the next state of the show; of new ones nothing."""

        def now(memory: Mapping[CueId, _Memory]) -> dict[CueId, _Memory]:
            groups = ((amending.cue(group), what) for group, what in memory.items())
            return {group: what for group, what in groups if group is not None}

        self._random = now(self._random)
        self._left = {group: list(amending.cues(left)) for group, left in now(self._left).items()}
        lasts = ((group, amending.cue(last)) for group, last in now(self._last).items())
        self._last = {group: last for group, last in lasts if last is not None}

    def reset(self, groups: Iterable[CueId]) -> None:
        """Begin anew."""
        for group in groups:
            for memory in (self._random, self._left, self._last):
                memory.pop(group, None)

    def recall(self, before: "Picks", groups: Iterable[CueId]) -> None:
        """Draw for these groups as `before` would."""
        for group in groups:
            _copy(group, before._random, self._random)
            _copy(group, before._left, self._left)
            _copy(group, before._last, self._last)

    def _drawn(self, group: CompiledCue) -> list[CueId]:
        drawn = [child.cue for child in group.children]
        random = Random(group.id)
        if group.id in self._random:
            random.setstate(self._random[group.id])
        random.shuffle(drawn)
        self._random[group.id] = random.getstate()
        if len(drawn) > 1 and drawn[0] == self._last.get(group.id):
            drawn.append(drawn.pop(0))
        return drawn


def _copy(group: CueId, memory: Mapping[CueId, _Memory], to: dict[CueId, _Memory]) -> None:
    if group in memory:
        to[group] = memory[group]
    else:
        to.pop(group, None)
