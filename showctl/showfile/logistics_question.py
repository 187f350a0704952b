"""What is to be asked of logistics items: what loads, and is hardly meant."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from showctl.model.money import Cost
from showctl.model.problem import Path, Question
from showctl.model.show import Show
from showctl.timing.zone import instant_of, later_day


def logistics_questions(show: Show) -> Iterator[Question]:
    """Due times of which nobody knows when they are, and amounts in no currency."""
    cues = show.cue_segments()
    zone, date = ZoneInfo(show.info.timezone), show.info.date
    for index, item in enumerate(show.logistics):
        path: Path = ("logistics", index, "due")
        if item.due is None:
            continue
        if item.due.cue is not None and item.due.cue not in cues:
            what = f"cue {item.due.cue} is in no segment, so its time is not known"
            yield Question(path, what, "write starts segment to it, or to one before it")
        if item.due.time is not None and date is not None:
            instant = instant_of(later_day(date, (item.due.day or 1) - 1), item.due.time, zone)
            shown = dt.datetime.fromtimestamp(instant, zone)
            if shown.time() != item.due.time:
                what = f"no clock shows {item.due.time:%H:%M} then in {zone}: it goes forward over it"
                yield Question(path, what, f"write {shown:%H:%M}, when it will be")
    costly: list[Path] = [
        ("logistics", index, "cost") for index, item in enumerate(show.logistics) if item.cost != Cost()
    ]
    costly += [("budget", index) for index, line in enumerate(show.budget) if line.planned or line.actual]
    if show.info.currency is None and costly:
        yield Question(costly[0], "nothing says in which currency", "write currency: EUR under show")
