"""The day of the show: the schedule as it stands, computed anew once a second."""

import math

from PySide6.QtCore import QObject, Signal

from showctl.engine.snapshot import Snapshot
from showctl.timing.schedule import day_of, planned_starts, schedule
from showctl.ui.desk import Desk


class Day(QObject):
    """Plan from the show, actual times from the engine, forecast from both and the wall clock."""

    moved = Signal()
    """Once a second, and when a segment starts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.show = desk.session.show
        self.zone = desk.zone
        self._actual: dict[str, float] = {}
        self._second = -1
        self._compute(desk.wall())
        desk.snapshot_changed.connect(self._take)
        desk.ticked.connect(self._tick)

    def _compute(self, now: float) -> None:
        self.now = now
        self.date = day_of(self.show.info.date, now, self.zone)
        planned = planned_starts(self.show.run_of_show, self.date, self.zone)
        self.schedule = schedule(self.show.run_of_show, planned, self._actual, now)

    def _take(self, snapshot: Snapshot) -> None:
        actual = {each.segment: each.wall for each in snapshot.segments}
        if actual != self._actual:
            self._actual = actual
            self._second = -1

    def _tick(self, _: float) -> None:
        now = self._desk.wall()
        if math.floor(now) != self._second:
            self._second = math.floor(now)
            self._compute(now)
            self.moved.emit()
