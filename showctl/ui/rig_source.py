"""What the rig shows: the light that goes out, that which the standby cue will make, or a selected cue's."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from showctl.fixtures.folders import fixture_library
from showctl.model.cue import CueId
from showctl.model.problem import Problems
from showctl.program.program import Program
from showctl.ui.context import Context
from showctl.ui.describe import called
from showctl.ui.in_turn import InTurn
from showctl.ui.light_now import LightNow
from showctl.ui.monitors.cue_light import CueLight
from showctl.ui.monitors.optics import Optics, optics_of
from showctl.ui.monitors.rig_changes import RigChanges
from showctl.ui.monitors.rig_light import Lamp, Lit, from_cue, lit
from showctl.ui.tongue import tr

Shown = Literal["live", "standby", "selected"]


class RigSource(QObject):
    """One for a page. Profiles are read, and light of cues is worked out, beside the window."""

    changed = Signal()
    """Another light is to be shown."""
    patched = Signal()
    """More is known of the fixtures."""

    def __init__(self, context: Context, light: LightNow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._light = context, light
        self._turn = InTurn("rig", self)
        self._changes = RigChanges()
        self.shown: Shown = "live"
        self.optics: dict[str, Optics] = {}
        self._wanted: tuple[object, ...] = ()
        self._levels: NDArray[np.float32] | None = None
        self._cue_light: tuple[Program, CueLight] | None = None
        self._profiles: tuple[str, ...] = ()
        desk = context.desk
        light.changed.connect(self._read)
        desk.snapshot_changed.connect(lambda _: self._look())
        context.selection.cues_changed.connect(self._look)
        desk.show_changed.connect(self._follow)
        self._follow()

    @property
    def pending(self) -> int:
        """Works under way."""
        return self._turn.pending

    def show(self, shown: Shown) -> None:
        self.shown = shown
        self._wanted = ()
        self._look()
        self.changed.emit()

    @property
    def cue(self) -> CueId | None:
        """Whose light is shown; None: what goes out, or there is no such cue."""
        if self.shown == "standby":
            return self._context.desk.standby
        return next(iter(self._context.selection.cues), None) if self.shown == "selected" else None

    @property
    def said(self) -> str:
        """What is shown, or why nothing is, in words."""
        cue = self._context.desk.cues.get(self.cue) if self.cue is not None else None
        if self.shown == "live":
            return "" if self._light.levels else tr("No data: no engine")
        if cue is None:
            return tr("No cue is in standby") if self.shown == "standby" else tr("No cue is selected")
        if self.shown == "standby":
            return tr("{cue}, after GO: light of its list alone").format(cue=called(cue))
        return tr("{cue}, when it is done: light of its list alone").format(cue=called(cue))

    @property
    def known(self) -> bool:
        """Whether there is light to be shown."""
        return bool(self._light.levels) if self.shown == "live" else self._levels is not None

    def lit(self, lamps: Sequence[Lamp]) -> list[Lit]:
        """What lamps do in that light; dark where nothing is known. The same list again is the quicker."""
        if self.shown == "live":
            return self._changes.lit(lamps, self._light.of)
        levels = self._levels
        if levels is None:
            return [lit(lamp, lambda name, _: 0.5 if name in ("pan", "tilt") else 0.0) for lamp in lamps]
        return [lit(lamp, from_cue(lamp, levels)) for lamp in lamps]

    def _read(self) -> None:
        if self.shown == "live":
            self.changed.emit()

    def _look(self) -> None:
        """Work out the light of another cue, if another is to be shown."""
        program, cue = self._context.desk.program, self.cue
        wanted = (self.shown, program, cue)
        if self.shown == "live" or wanted == self._wanted:
            return
        self._wanted, self._levels = wanted, None
        if cue is None:
            self.changed.emit()
            return
        follows = self.shown == "standby"

        def make() -> NDArray[np.float32] | None:
            if wanted != self._wanted:
                return None
            if self._cue_light is None or self._cue_light[0] is not program:
                self._cue_light = (program, CueLight(program))
            return self._cue_light[1].after(cue, with_what_follows=follows)

        def take(levels: NDArray[np.float32] | None) -> None:
            if levels is not None and wanted == self._wanted:
                self._levels = levels
                self.changed.emit()

        self._turn.begin(make, take, self._context.desk.said.emit)

    def _follow(self) -> None:
        self._look()
        show, path = self._context.desk.show, self._context.desk.session.path
        profiles = tuple(dict.fromkeys(entry.fixture for entry in show.patch))
        if profiles != self._profiles:
            self._profiles = profiles

            def take(optics: Mapping[str, Optics]) -> None:
                self.optics = dict(optics)
                self.patched.emit()

            self._turn.begin(lambda: _read(profiles, path), take, self._context.desk.said.emit)


def _read(profiles: tuple[str, ...], show: Path) -> dict[str, Optics]:
    """The check says what is wrong with those that cannot be read."""
    library, found = fixture_library(show), {}
    for name in profiles:
        try:
            found[name] = optics_of(library.get(name))
        except Problems:
            continue
    return found
