"""How large everything is drawn on this machine: 80 to 150 %. Qt takes it when the application is made, so another
size counts from the next start of the console on."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QSettings, Signal

from showctl.ui.actions import Actions

TEXT_SCALE = "text/scale"
SMALLEST, USUAL, LARGEST, STEP = 80, 100, 150, 10
"""Percent."""
_QT = "QT_SCALE_FACTOR"


def chosen_scale(settings: QSettings) -> int:
    """Percent, from SMALLEST to LARGEST; USUAL for what is none."""
    try:
        kept = int(str(settings.value(TEXT_SCALE, USUAL)))
    except ValueError:
        return USUAL
    return min(max(kept, SMALLEST), LARGEST)


@contextmanager
def scaled(settings: QSettings) -> Iterator[None]:
    """Makes the application in this size: on top of a factor that the desktop gives, and no child process gets it."""
    before = os.environ.get(_QT)
    try:
        given = float(before or 1)
    except ValueError:
        given = 1.0
    percent = chosen_scale(settings)
    if percent != USUAL:
        os.environ[_QT] = f"{given * percent / 100:g}"
    try:
        yield
    finally:
        if percent != USUAL:
            if before is None:
                del os.environ[_QT]
            else:
                os.environ[_QT] = before


class TextScale(QObject):
    """What is chosen, in steps; `now` is what the console was started with."""

    changed = Signal()

    def __init__(
        self, settings: QSettings, actions: Actions, say: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._say = settings, say
        self.now = chosen_scale(settings)
        actions.bind("text larger", lambda: self.step(STEP))
        actions.bind("text smaller", lambda: self.step(-STEP))

    @property
    def chosen(self) -> int:
        """Percent, from the next start on."""
        return chosen_scale(self._settings)

    @property
    def words(self) -> str:
        """How large, and from when on."""
        if self.chosen == self.now:
            return self.tr("Text {percent} %.").format(percent=self.chosen)
        return self.tr("Text {percent} % from the next start of the console on.").format(percent=self.chosen)

    def step(self, percent: int) -> None:
        """Larger or smaller by so much, and say so."""
        self._settings.setValue(TEXT_SCALE, min(max(self.chosen + percent, SMALLEST), LARGEST))
        self.changed.emit()
        self._say(self.words)
