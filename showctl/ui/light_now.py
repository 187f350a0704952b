"""The levels that go out, as the monitors see them: read at most 25 times a second, and only while one is looked at."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from showctl.engine.source import Source
from showctl.model.cue import CueId
from showctl.ui.desk import Desk
from showctl.ui.monitors.palette_of import palette_of
from showctl.ui.monitors.slot_map import SlotMap
from showctl.ui.motion import EVERY as CALM_EVERY
from showctl.ui.motion import calm

EVERY = 0.04
"""Seconds between two readings: 25 a second, so that a GO never waits for painting."""
_NONE = np.zeros(512, np.uint8)


class LightNow(QObject):
    """One for a page. `watch` says whether anybody looks."""

    changed = Signal()
    """Levels were read."""
    patched = Signal()
    """The patch, or what is in it, is another."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = -1.0
        self._watched = False
        self._program = desk.program
        self.map = SlotMap(desk.program)
        self._palettes: dict[tuple[CueId, str, str], str] = {}
        self.levels: dict[int, NDArray[np.uint8]] = {}
        """By universe its 512 levels as they go out; empty while there are none."""
        desk.ticked.connect(self._tick)
        desk.show_changed.connect(self._follow)

    @property
    def now(self) -> float:
        return self._desk.clock()

    @property
    def universes(self) -> tuple[int, ...]:
        return self._desk.program.universes

    def watch(self, on: bool) -> None:
        self._watched = on
        self._at = -1.0

    def read(self) -> None:
        """Read now."""
        found = self._desk.session.levels() if self._desk.in_touch else None
        self.levels = dict(zip(found[0], found[1], strict=True)) if found is not None else {}
        self.changed.emit()

    def of(self, universe: int) -> NDArray[np.uint8]:
        """(512,); nought where nothing is known."""
        return self.levels.get(universe, _NONE)

    def whose(self, universe: int, slot: int) -> Source | None:
        """What decides a slot; None while nobody knows, or where nothing is patched."""
        known = self._desk.session.whose(universe) if self._desk.in_touch else None
        return known.slots.get(slot) if known is not None else None

    def palette(self, source: Source | None, fixture: str, parameter: str) -> str:
        """The palette from which the cue that decides took it; empty: none."""
        cue = self._desk.cues.get(source.cue) if source is not None and source.cue else None
        if source is None or cue is None:
            return ""
        key = (source.cue, fixture, "intensity" if source.of_intensity else parameter)
        if key not in self._palettes:
            self._palettes[key] = palette_of(self._desk.show, self._desk.program, cue, *key[1:])
        return self._palettes[key]

    def _tick(self, now: float) -> None:
        if self._watched and not 0 <= now - self._at < (CALM_EVERY if calm() else EVERY):
            self._at = now
            self.read()

    def _follow(self) -> None:
        self._palettes.clear()
        if self._desk.program is not self._program:
            self._program = self._desk.program
            self.map = SlotMap(self._program)
            self.patched.emit()
