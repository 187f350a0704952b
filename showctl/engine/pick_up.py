"""Pick-up: a fader that people move takes a master only from where the two meet, so that nothing jumps."""

from dataclasses import dataclass

from showctl.program.renaming import Renaming

TOLERANCE = 1 / 64
"""Of a master's way: so near counts as met. Two steps of a 7-bit fader, which may never stand where a cue does."""


@dataclass(slots=True)
class _Fader:
    at: float
    """Where it was last seen, 0..1."""
    holds: bool
    """Whether the master was, by then, where this fader had put it."""


class PickUp:
    """All faders, by the name of each and the master that it is for.

    A fader has its master as long as nothing else moves that; then it has to meet it again, or to cross it. One that is
    seen for the first time meets it only where it already stands. So a move is never longer than the fader's own step
    and TOLERANCE.
    """

    def __init__(self) -> None:
        self._faders: dict[tuple[str, str], _Fader] = {}

    def amend(self, names: Renaming) -> None:
        """Masters go by other names."""
        found = ((fader, names.now("master", master), seen) for (fader, master), seen in self._faders.items())
        self._faders = {(fader, master): seen for fader, master, seen in found if master is not None}

    def moved(self, fader: str, master: str, level: float, stands: float) -> bool:
        """A fader came to `level` (0..1) while its master `stands` there; whether the master goes to `level` now."""
        seen = self._faders.get((fader, master))
        if seen is None:
            takes = abs(level - stands) <= TOLERANCE
        else:
            crosses = min(seen.at, level) <= stands <= max(seen.at, level)
            takes = (seen.holds and seen.at == stands) or crosses or abs(level - stands) <= TOLERANCE
        self._faders[fader, master] = _Fader(level, takes)
        return takes
