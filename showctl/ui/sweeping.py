"""Looking for garbage a little at a time, so that no key waits for it, and in the window's thread alone.

Left to itself Python looks in whichever thread happens to make the next object, and frees there what it finds: a widget
or a model, too, whose thread is another one. Qt objects end in the window's thread, or the process may crash.
"""

import gc

_SOME = 3_000
"""New objects that are worth a look: half a millisecond."""
_MUCH = 30_000
"""New objects that nobody looks through: an edit of thousands of cues has made them, and undo keeps them anyway."""
_OLD = 40_000
"""Objects that have stayed so far and are looked through all at once, in some 10 ms; more are left alone."""


class Sweeping:
    """Python itself would look through every state of the show that undo keeps: a sixth of a second with some of 5,000
    cues, in whichever thread happens to make the next object, and no key is heard meanwhile."""

    def __init__(self) -> None:
        self._old = 0
        """About so many objects have stayed since all were looked through."""

    @staticmethod
    def only_when_told() -> None:
        """Before anything of Qt and any thread is there."""
        gc.disable()

    def begin(self) -> None:
        """What exists now is left alone; from now on only `sweep` looks."""
        gc.freeze()
        gc.disable()

    def sweep(self) -> None:
        """Asked at each tick, in the window's thread."""
        gc.disable()  # a thread that opened a show when it began may have let Python look by itself again
        new = gc.get_count()[0]
        if new > _MUCH or self._old > _OLD:
            gc.freeze()
            self._old = 0
        elif new > _SOME:
            self._old += new - gc.collect(1)
            if self._old > _OLD // 2:
                gc.collect(2)
                self._old = len(gc.get_objects(2))

    def end(self) -> None:
        """As it was."""
        gc.enable()
