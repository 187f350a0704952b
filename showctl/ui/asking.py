"""The place where matters of the open show are looked at and answered: over the side panel."""

from collections.abc import Callable

from showctl.ui.panels.ask_panel import AskPanel, Matter
from showctl.ui.panels.side_tabs import SideTabs


class Asking:
    """One matter at a time: who opens another one takes its place, and `owner` tells whose it is."""

    def __init__(self, panel: AskPanel, right: SideTabs, keyboard_to: Callable[[], None]) -> None:
        self.panel = panel
        self.owner: object = None
        self._right, self._keyboard_to = right, keyboard_to
        panel.done.connect(self.close)
        panel.left.connect(self._give_back)

    def open(self, owner: object, matter: Matter) -> None:
        """Show a matter; it has the keyboard, for the operator has asked for it."""
        self.owner = owner
        self.panel.open(matter)
        self._right.cover(self.panel)

    def is_about(self, owner: object) -> bool:
        """Whether this is what is shown."""
        return self.owner is owner

    def close(self) -> None:
        """Put it away."""
        if self.owner is None:
            return
        had_keyboard = self.panel.in_hand
        self.owner = None
        if self._right.shows(self.panel):
            self._right.uncover()
        if had_keyboard:
            self._give_back()

    def _give_back(self) -> None:
        self._keyboard_to()
