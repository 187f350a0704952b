"""What the operator does about the day, put together: segments by hand, notes, logistics items."""

from showctl.ui.actions import Actions
from showctl.ui.asking import Asking
from showctl.ui.day import Day
from showctl.ui.day_acts import DayActs
from showctl.ui.day_notes import DayNotes
from showctl.ui.desk import Desk
from showctl.ui.panels.side import SidePanel
from showctl.ui.timers import Timers
from showctl.ui.tonight import Tonight


class DayTools:
    """One for the console."""

    def __init__(
        self, desk: Desk, day: Day, notes: DayNotes, side: SidePanel, asking: Asking, actions: Actions
    ) -> None:
        self.tonight = Tonight(desk, day, asking, actions)
        self.timers = Timers(desk, day, asking, actions)
        side.timers.asked.connect(self.timers.open)
        self.acts = DayActs(desk, day, notes, side.logistics, asking, actions)
        side.item_asked.connect(self.acts.open_item)
