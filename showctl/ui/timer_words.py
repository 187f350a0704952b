"""A timer as it reads now. No widgets."""

from showctl.engine.day_facts import DayTimer
from showctl.ui.reading import clock_count


def left_of(timer: DayTimer, now: float) -> float:
    """Seconds; below 0: so long over. `now`: Unix time."""
    return timer.left if timer.until is None else timer.until - now


def said(timer: DayTimer, now: float) -> str:
    """`4:12`, `+0:30`: what is left, or how long it is over."""
    left = left_of(timer, now)
    return clock_count(left) if left >= 0 else f"+{clock_count(-left)}"
