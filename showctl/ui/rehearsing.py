"""Tells the engine that what starts is a rehearsal, as long as this console is in that mode."""

from showctl.engine.command import Rehearsal
from showctl.session.state import EngineState
from showctl.ui.desk import Desk
from showctl.ui.mode import Mode


class Rehearsing:
    """The engine keeps it, and marks each run; another engine is told anew."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._was = desk.modes.mode
        self._told = False
        """Whether the engine that is attached knows what this console wants."""
        desk.modes.changed.connect(self._follow)
        desk.engine_changed.connect(self._take_engine)

    def _follow(self, mode: Mode) -> None:
        wanted, snapshot = mode is Mode.REHEARSE, self._desk.snapshot
        by_others = snapshot is not None and snapshot.rehearsal != wanted  # a show is no rehearsal, whoever began one
        if self._desk.attached and (by_others or Mode.REHEARSE in (mode, self._was)):
            self._desk.send(Rehearsal(on=wanted))
        self._was = mode

    def _take_engine(self, engine: EngineState) -> None:
        attached = self._desk.attached
        if attached and not self._told and self._desk.modes.mode is Mode.REHEARSE:
            self._desk.send(Rehearsal(on=True))
        self._told = attached
