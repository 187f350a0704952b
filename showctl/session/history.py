"""The edits of an open show, in order, and how many of them are done."""

from showctl.session.change import Changing
from showctl.session.states import Step


class History:
    """Belongs to one thread at a time."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self.done = 0
        """The others were undone."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(step.name for step in self._steps)

    @property
    def undo_name(self) -> str:
        """The edit that is undone next; empty if there is none."""
        return self._steps[self.done - 1].name if self.done else ""

    @property
    def redo_name(self) -> str:
        return self._steps[self.done].name if self.done < len(self._steps) else ""

    @property
    def undo_edit(self) -> Changing | None:
        """What is undone next."""
        return self._steps[self.done - 1].edit if self.done else None

    @property
    def redo_edit(self) -> Changing | None:
        return self._steps[self.done].edit if self.done < len(self._steps) else None

    def add(self, step: Step) -> None:
        """One more, in the place of what was undone."""
        self._steps[self.done :] = [step]
        self.done += 1

    def back(self) -> Step | None:
        """The step that is undone now."""
        if not self.done:
            return None
        self.done -= 1
        return self._steps[self.done]

    def forth(self) -> Step | None:
        """The step that is done again now."""
        if self.done == len(self._steps):
            return None
        self.done += 1
        return self._steps[self.done - 1]
