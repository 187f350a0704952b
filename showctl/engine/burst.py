"""A limit to how many cues start by themselves at one instant and from instant to instant, so that nothing can spin."""

from collections.abc import Callable

from showctl.engine.event import Warned
from showctl.model.cue import CueId

MOST_AT_ONCE = 1_000
"""A chain that starts more cues than this at one instant is a slip of the pen, and is ended."""
MOST_A_SECOND = 1_000
"""So is one that goes on starting more than this: no show means it, and an engine that cannot keep up with its own cues
would never come to a stop or a panic again."""


class Burst:
    """Counts starts by their planned instants; the one by hand that began them counts too. What is counted is forgotten
    again at the rate at which cues may start for ever.
    """

    def __init__(self, tell: Callable[[Warned], None]) -> None:
        self._tell = tell
        self._at = float("-inf")
        self._count = 0.0
        self._said_at = float("-inf")

    def refuses(self, cue: CueId, due: float) -> bool:
        """Count a start that nobody made by hand. Whether it is one too many; said at most once a second."""
        self._count = max(1.0, self._count - max(0.0, due - self._at) * MOST_A_SECOND)
        self._at = due
        if self._count < MOST_AT_ONCE:
            self._count += 1
            return False
        if not 0 <= due - self._said_at < 1:
            self._said_at = due
            text = f"{MOST_AT_ONCE} cues started at one instant, or in a row; cue {cue} was not, start it with GO"
            self._tell(Warned(due=due, text=text))
        return True
