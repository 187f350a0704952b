"""Timers that belong to no segment: start one by writing its name and length, pause it, go on, add to it, remove it."""

from functools import partial

from showctl.engine.day_command import SetTimer
from showctl.engine.day_facts import DayTimer
from showctl.model.unit import parse_seconds
from showctl.ui.actions import Actions
from showctl.ui.asking import Asking
from showctl.ui.day import Day
from showctl.ui.desk import Desk
from showctl.ui.models.lines import Line
from showctl.ui.panels.ask_panel import Matter, Way
from showctl.ui.timer_words import said
from showctl.ui.tongue import marked, tr

MINUTE = 60.0
TITLE = marked("Timers")
EXPLAINED = marked("Write a name and a length, as tea 5m, and Enter. Enter on one lets it pause, or go on.")
FIELD = marked("New timer: tea 5m")
NONE = marked("No timer.")


class Timers:
    """The matter over the side panel."""

    def __init__(self, desk: Desk, day: Day, asking: Asking, actions: Actions) -> None:
        self._desk, self._day, self._asking = desk, day, asking
        panel = asking.panel
        panel.view.chosen.connect(self._choose)
        panel.written.connect(self._write)
        day.moved.connect(self._refresh)
        actions.bind("timers", self.open)

    def open(self) -> None:
        """The field has the keyboard."""
        ways = (
            Way(tr("+1 min"), "", tr("A minute more for the timer at the cursor"), partial(self._add, MINUTE)),
            Way(tr("−1 min"), "", tr("A minute less for it"), partial(self._add, -MINUTE)),
            Way(tr("Remove"), "Ctrl+Delete", tr("Remove it"), self._remove),
        )
        self._asking.open(self, Matter(tr(TITLE), tr(EXPLAINED), ways, tr(FIELD), tr(NONE), filters=False))
        self._refresh()
        self._asking.panel.field.setFocus()

    @property
    def _current(self) -> DayTimer | None:
        line = self._asking.panel.view.current
        return line.offers if line is not None and isinstance(line.offers, DayTimer) else None

    def _refresh(self) -> None:
        if not self._asking.is_about(self):
            return
        panel, now = self._asking.panel, self._day.now
        at = max(panel.view.currentIndex().row(), 0)
        stands = tr("stands still")
        lines = [
            Line("offer", f"{each.name}  {said(each, now)}", "" if each.until is not None else stands, offers=each)
            for each in self._day.timers
        ]
        panel.show_lines(lines, tr(NONE))
        panel.view.go_to(min(at, max(len(lines) - 1, 0)))

    def _write(self, text: str) -> None:
        if not self._asking.is_about(self) or not text.strip():
            return
        name, _, length = text.strip().rpartition(" ")
        try:
            seconds = parse_seconds(length)
        except ValueError as wrong:
            self._asking.panel.explain(tr("{why}; write a name and a length: tea 5m").format(why=wrong))
            return
        self._desk.send(SetTimer(name=name.strip() or tr("Timer"), seconds=seconds))
        self._asking.panel.field.clear()
        self._asking.panel.explain(tr(EXPLAINED))

    def _choose(self, line: Line) -> None:
        if self._asking.is_about(self) and isinstance(line.offers, DayTimer):
            stands = line.offers.until is None
            self._desk.send(SetTimer(name=line.offers.name, act="go on" if stands else "pause"))

    def _add(self, seconds: float) -> None:
        if self._current is not None:
            self._desk.send(SetTimer(name=self._current.name, act="add", seconds=seconds))

    def _remove(self) -> None:
        if self._current is not None:
            self._desk.send(SetTimer(name=self._current.name, act="remove"))
