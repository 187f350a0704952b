"""The day of the show: the schedule as it stands, computed anew once a second."""

import datetime as dt
import math

from PySide6.QtCore import QObject, Signal

from showctl.engine.day_facts import DayFacts, DayTimer
from showctl.engine.snapshot import Snapshot
from showctl.model.show import Show
from showctl.timing.actual import Actual, Adjustment
from showctl.timing.day_plan import DayPlan, day_of, day_plan, days_of
from showctl.timing.schedule import schedule
from showctl.ui.desk import Desk


class Day(QObject):
    """Plan from the show, actual times from the engine, forecast from both and the wall clock."""

    moved = Signal()
    """Once a second, and when a segment starts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facts = DayFacts()
        self.actual: tuple[Actual, ...] = ()
        """What really started, in that order."""
        self.timers: tuple[DayTimer, ...] = ()
        self.decided: tuple[Adjustment, ...] = ()
        """What was decided of segments tonight."""
        self._planned: tuple[object, ...] = ()
        """What the plan was made of."""
        self._second = -1
        self._compute(desk.wall())
        desk.snapshot_changed.connect(self._take)
        desk.ticked.connect(self._tick)
        desk.show_changed.connect(self._follow)

    @property
    def show(self) -> Show:
        return self._desk.show

    @property
    def zone(self) -> dt.tzinfo:
        return self._desk.zone

    def _compute(self, now: float) -> None:
        self.now = now
        segments = self.show.run_of_show
        self.date = day_of(self.show.info.date, now, self.zone, days_of(segments))
        of = (segments, self.date, self.zone)
        if of != self._planned:
            self._planned = of
            self.plan: DayPlan = day_plan(segments, self.date, self.zone)
        self.schedule = schedule(self.plan, self.actual, now, self.decided)

    def _follow(self) -> None:
        self._second = -1

    def _take(self, snapshot: Snapshot) -> None:
        if snapshot.facts != self._facts:
            facts = self._facts = snapshot.facts
            self.actual = tuple(Actual(each.segment, each.wall, each.end) for each in facts.starts)
            self.decided = tuple(Adjustment(each.segment, each.extra, each.later, each.cut) for each in facts.decided)
            self.timers = facts.timers
            self._second = -1

    def _tick(self, _: float) -> None:
        now = self._desk.wall()
        if math.floor(now) != self._second:
            self._second = math.floor(now)
            self._compute(now)
            self.moved.emit()
