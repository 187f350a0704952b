"""The run of show at its largest: the forecast after a GO, the ways on, and the panel once a second.

The reference is the plan worked out anew from the same segments, which is done once a show.
"""

import datetime as dt
import os
import time
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from bench import wire

ZONE = ZoneInfo("Europe/London")
DATE = dt.date(2026, 11, 27)


def measure(segments: int, items: int, samples: int) -> dict[str, Any]:
    """Milliseconds; a third of the day is over, and it is late."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from showctl.model.segment import Segment
    from showctl.model.show import Show
    from showctl.timing.actual import Actual
    from showctl.timing.choices import choices
    from showctl.timing.day_plan import day_plan
    from showctl.timing.schedule import schedule
    from showctl.ui.app import application_for
    from showctl.ui.models.logistics import LogisticsModel
    from showctl.ui.models.segments import SegmentsModel
    from showctl.ui.panels.day_strip import DayStrip
    from showctl.ui.theme import DARK

    application = application_for(DARK)
    rooms = ("", "Foyer", "Studio")
    rows = tuple(
        Segment.model_validate(
            {
                "segment": f"s{n}",
                "room": rooms[n % 3],
                "duration": "3m",
                "minimum": "2m",
                "block": f"Day / Part {n // 50}",
            }
            | ({"start": "09:00 hard"} if n < 3 else {})
        )
        for n in range(segments)
    )
    logistics = [
        {"title": f"Item {n}", "category": "transport", "due": f"{n % 30}m before s{n % segments}"}
        for n in range(items)
    ]
    show = Show.model_validate({"show": {"title": "Day"}, "run of show": rows, "logistics": logistics})
    plan = day_plan(rows, DATE, ZONE)
    began = plan.rows[0].start
    late = 240.0
    past = [Actual(row.segment.id, row.start + late) for row in plan.rows if row.start < began + segments / 9 * 180]
    now = max(each.start for each in past) + 200.0
    as_is = schedule(plan, past, now)
    table, due, strip = SegmentsModel(), LogisticsModel(), DayStrip(DARK)
    strip.resize(460, 60)

    def panel(n: int) -> None:
        times = schedule(plan, past, now + n)
        table.take(show, times, ZONE)
        due.take(show, plan, times, DATE, now + n, ZONE)
        strip.take(times, now + n, ZONE)
        strip.grab()

    acts: dict[str, Callable[[int], object]] = {
        "plan worked out anew": lambda n: day_plan(rows, DATE, ZONE),
        "forecast": lambda n: schedule(plan, past, now + n),
        "ways on in a room": lambda n: choices(plan, past, now + n),
        "panel: forecast, table, items due, strip": panel,
    }
    result: dict[str, Any] = {"segments, items, rooms": f"{segments}, {items}, {len(as_is.rooms)}"}
    for name, act in acts.items():
        took = []
        for n in range(samples):
            start = time.perf_counter()
            act(n)
            took.append((time.perf_counter() - start) * 1000)
        result[f"{name} (ms)"] = wire.figures(took)
    application.processEvents()
    return result
