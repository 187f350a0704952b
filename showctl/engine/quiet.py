"""Keeping the interpreter itself out of the way of what is due."""

import gc
import sys

SWITCH = 0.0005
"""Seconds after which a thread that waits for the interpreter lock gets it; Python's own 5 ms were measured as 5 ms of
lateness beside one busy thread."""
FREE = 0.05
"""Seconds in which nothing is due, enough to look for garbage."""
_YOUNG = 700
"""New objects that are worth a look; Python's own threshold."""
_TOO_MANY = 50_000
"""New objects after which we look even while it is busy: a few milliseconds, once in minutes."""


class Quiet:
    """Garbage is collected when nothing is due, and never among what was there before the show."""

    def begin(self) -> None:
        """For the whole process: what exists now is left alone, collecting by itself stops."""
        sys.setswitchinterval(SWITCH)
        gc.collect()
        gc.freeze()
        gc.disable()

    def spare(self) -> None:
        """Leave alone what exists now too, as after another show was installed."""
        gc.freeze()

    def rest(self, free: float) -> None:
        """Nothing is due for `free` seconds."""
        young, _, old = gc.get_count()
        if free >= FREE and young > _YOUNG:
            gc.collect(2 if old > 10 else 1)
        elif young > _TOO_MANY:
            gc.collect(0)

    def end(self) -> None:
        """As it was."""
        gc.enable()
        gc.unfreeze()
