"""Times of day to instants, on days that have 23 or 25 hours too. Instants are Unix time in seconds."""

import datetime as dt

_DAY = dt.timedelta(days=1)


def instant_of(date: dt.date, time: dt.time, zone: dt.tzinfo) -> float:
    """When clocks show `time` on `date`. One that is there twice is the first; one that is skipped is the end of the
    gap, at once after it."""
    first = dt.datetime.combine(date, time, zone)
    if not is_skipped(date, time, zone):
        return first.timestamp()
    before = first.utcoffset()
    low, high = first.replace(fold=1).timestamp(), first.timestamp()
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (middle, high) if dt.datetime.fromtimestamp(middle, zone).utcoffset() == before else (low, middle)
    return float(round(high))


def is_skipped(date: dt.date, time: dt.time, zone: dt.tzinfo) -> bool:
    """Whether clocks never show `time` on `date`: they go forward over it, or the whole day is left out."""
    wanted = dt.datetime.combine(date, time)
    shown = dt.datetime.fromtimestamp(wanted.replace(tzinfo=zone).timestamp(), zone)
    return shown.replace(tzinfo=None, fold=0) != wanted


def later_day(date: dt.date, days: int) -> dt.date:
    return date + days * _DAY
