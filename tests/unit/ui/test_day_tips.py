"""Tooltips of the day say whom to call: the person's name and number, not the short name in the file."""

import datetime as dt

from PySide6.QtCore import Qt

from showctl.showfile.load import load_text
from showctl.timing.day_plan import day_plan
from showctl.timing.schedule import schedule
from showctl.ui.models.logistics import LogisticsModel
from showctl.ui.models.segments import SegmentsModel

_DAY = dt.date(2026, 11, 23)
_SHOW = load_text(
    """\
showctl: 1
show: {title: Evening}
run of show:
  - {segment: doors, title: Doors, start: 18:30, duration: 45m, owner: sm}
  - {segment: interval, duration: 20m, owner: Front of house}
people:
  sm: {name: Ines Dahl, phone: channel 3}
logistics:
  - {title: Car, due: 18:40, owner: sm, contact: the driver}
"""
).show


def test_owners_are_named_in_tooltips() -> None:
    plan = day_plan(_SHOW.run_of_show, _DAY, dt.UTC)
    now = plan.rows[0].start
    day = schedule(plan, (), now)
    segments, logistics = SegmentsModel(), LogisticsModel()
    segments.take(_SHOW, day, dt.UTC)
    logistics.take(_SHOW, plan, day, _DAY, now, dt.UTC)
    tip = Qt.ItemDataRole.ToolTipRole
    assert segments.data(segments.index(0, 1), tip) == "Doors\nInes Dahl, channel 3"
    assert segments.data(segments.index(1, 1), tip) == "interval\nFront of house"
    assert "Ines Dahl, channel 3\nthe driver" in str(logistics.data(logistics.index(0), tip))
