"""Reduced motion, for who cannot bear that things flicker and run: set on this machine, for the whole process."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

REDUCED = "motion/reduced"
EVERY = 0.25
"""Seconds between two pictures of what runs, then."""
FEW = 6
"""So many things are painted at once: a row of the cue list takes 0.25 ms, and a key waits for all of them."""
_CALM = [False]
T = TypeVar("T")


def calm() -> bool:
    """Whether motion is reduced."""
    return _CALM[0]


def be_calm(on: bool) -> None:
    _CALM[0] = on


def as_chosen(settings: QSettings) -> None:
    """As it was chosen on this machine; where nothing was, as its desktop is set."""
    kept = settings.value(REDUCED)
    be_calm(asked_by_desktop() if kept is None else str(kept) == "true")


def asked_by_desktop() -> bool:
    """Whether the desktop is set to less motion; no where it does not say. Qt knows from 6.12 on (motionPreference)."""
    hints = QGuiApplication.styleHints()  # is held: what it gives goes with it
    accessibility = hints.accessibility() if hasattr(hints, "accessibility") else None
    preference = getattr(accessibility, "motionPreference", None)
    return preference is not None and "Reduce" in preference().name


class Pace:
    """How often somebody paints what runs: whenever asked, or four times a second where motion is reduced."""

    def __init__(self) -> None:
        self._at = -1.0

    def due(self, now: float) -> bool:
        """Whether to paint now. `now` in seconds; one before the last begins anew."""
        if calm() and 0 <= now - self._at < EVERY:
            return False
        self._at = now
        return True


class Halves(Generic[T]):
    """Of many things that run every other one each time, so that each paint is short."""

    def __init__(self) -> None:
        self._odd = False

    def next(self, running: Sequence[T]) -> Sequence[T]:
        """What is to be painted now; all where they are few."""
        self._odd = not self._odd
        return running if len(running) <= FEW else running[self._odd :: 2]
