"""A limit to how many cues start by themselves at one instant, so that nothing can spin."""

from collections.abc import Callable

from showctl.engine.event import Warned
from showctl.model.cue import CueId

MOST_AT_ONCE = 1_000
"""A chain that starts more cues than this at one instant is a slip of the pen, and is ended."""


class Burst:
    """Counts the starts at the latest instant; the one by hand that began it counts too."""

    def __init__(self, tell: Callable[[Warned], None]) -> None:
        self._tell = tell
        self._at = float("-inf")
        self._count = 0

    def refuses(self, cue: CueId, due: float) -> bool:
        """Count a start that nobody made by hand. Whether it is one too many at this instant; said once."""
        if due != self._at:
            self._at, self._count = due, 1
        self._count += 1
        if self._count == MOST_AT_ONCE + 1:
            text = f"{MOST_AT_ONCE} cues started at one instant; cue {cue} was not, start it with GO"
            self._tell(Warned(due=due, text=text))
        return self._count > MOST_AT_ONCE
