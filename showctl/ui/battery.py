"""Whether the machine runs on its battery, and what is left of it."""

from dataclasses import dataclass

from showctl.ui.tongue import tr

EVERY = 20.0
"""Seconds between looks: a percent of a battery takes a minute or more."""
STEPS = (100, 50, 30, 20, 10, 5, 3, 2, 1)
"""Percent at which a warning that was seen comes again."""


@dataclass(frozen=True, slots=True)
class Charge:
    """`percent` is 0 to 100. `minutes` that are left; None where nobody knows."""

    percent: int
    minutes: int | None = None

    @property
    def step(self) -> int:
        """The last of STEPS that it has come down to."""
        return min(step for step in STEPS if self.percent <= step)


def on_battery() -> Charge | None:
    """What is left; None on mains, or where there is no battery. May take as long as the system's firmware takes."""
    import psutil

    try:
        found = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    except OSError:
        return None
    if found is None or found.power_plugged is not False:
        return None
    minutes = found.secsleft // 60 if found.secsleft is not None and found.secsleft > 0 else None
    return Charge(min(max(round(found.percent), 0), 100), minutes)


def charge_said(charge: Charge) -> str:
    """`40 % left, about 1 h 10 min. Plug it in: …`"""
    minutes = charge.minutes
    hours = (
        tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
        if minutes is not None and minutes >= 60
        else tr("{minutes} min").format(minutes=minutes)
    )
    left = tr(", about {hours}").format(hours=hours) if minutes is not None else ""
    return tr(
        "{percent} % left{left}. Plug the machine in: without power the engine ends, and what it sends stops."
    ).format(percent=charge.percent, left=left)
