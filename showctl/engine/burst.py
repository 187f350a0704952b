"""A limit to how many cues start by themselves at one instant, so that nothing can spin."""

MOST_AT_ONCE = 1_000
"""A chain that starts more cues than this at one instant is a slip of the pen, and is ended."""


class Burst:
    """Counts the starts at the latest instant; the one by hand that began it counts too."""

    def __init__(self) -> None:
        self._at = float("-inf")
        self._count = 0

    def refuses(self, due: float) -> bool:
        """Count one more start at `due`. Whether it is one too many."""
        if due != self._at:
            self._at, self._count = due, 1
        self._count += 1
        return self._count > MOST_AT_ONCE

    @property
    def just_full(self) -> bool:
        """Whether the last one counted was the first too many: a word about it is enough once."""
        return self._count == MOST_AT_ONCE + 1
