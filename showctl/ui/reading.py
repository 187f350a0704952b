"""Times as the operator reads them. Remaining has a minus, a length has units, a clock time has colons: never mixed."""

import datetime as dt

from showctl.model.unit import format_seconds

MINUS = "−"


def counted(seconds: float) -> str:
    """Seconds that count down or up, a wait or a duration: `0:02.1`, from a minute on `5:56`, then `1:04:24`."""
    return f"0:{seconds:04.1f}" if seconds < 59.95 else _minutes(max(seconds, 60.0))


def remaining(seconds: float) -> str:
    """What is left, never less than nothing."""
    return MINUS + counted(max(seconds, 0.0))


def clock_count(seconds: float) -> str:
    """A whole countdown or count up: `6:48`, `1:04:24`."""
    return _minutes(max(seconds, 0.0))


def _minutes(seconds: float) -> str:
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def signed(seconds: float) -> str:
    """Over/under: always + or −, to the second, from ten hours on to the minute; a plan kept is 0:00."""
    whole = round(seconds)
    if whole == 0:
        return "0:00"
    if abs(whole) >= 36_000:
        return ("+" if whole > 0 else MINUS) + length(abs(whole) // 60 * 60)
    return ("+" if whole > 0 else MINUS) + _minutes(abs(whole))


def length(seconds: float) -> str:
    """A planned length with units: `25m`, `20m48s`."""
    return format_seconds(float(round(seconds)))


def in_column(seconds: float) -> str:
    """A wait or a duration in the cue list: `0:26.0`, `1:30`; nothing for none."""
    return counted(seconds) if seconds > 0 else ""


def time_of_day(wall: float, zone: dt.tzinfo, *, seconds: bool = False) -> str:
    """A clock time: `20:11` or `20:04:24`."""
    return dt.datetime.fromtimestamp(wall, zone).strftime("%H:%M:%S" if seconds else "%H:%M")


def zone_said(zone: dt.tzinfo, wall: float) -> str:
    """The name of a zone, such as `Europe/London`, whose clocks read other than this machine's; else nothing."""
    there, here = dt.datetime.fromtimestamp(wall, zone), dt.datetime.fromtimestamp(wall).astimezone()
    return "" if there.utcoffset() == here.utcoffset() else str(zone)


def milliseconds(seconds: float) -> str:
    """A lateness: `0.4 ms`, `41 ms`."""
    late = seconds * 1000
    return f"{late:.1f} ms" if late < 10 else f"{late:.0f} ms"


def percent(level: float) -> str:
    """A level 0..1; 0 % and 100 % only where it is just that."""
    whole = round(100 * level)
    return f"{min(max(whole, 1), 99) if 0 < level < 1 else whole} %"
