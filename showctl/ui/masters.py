"""Masters and blackout as the console sees and moves them."""

from PySide6.QtCore import QObject, Signal

from showctl.engine.command import AnyCommand, SetBlackout, SetMaster
from showctl.engine.snapshot import MasterState, Snapshot
from showctl.model.master import GRAND
from showctl.session.state import EngineState
from showctl.ui.desk import Desk

_UNDER_WAY = 0.3
"""Seconds in which a snapshot has come back that shows what was sent: until then that counts as where a master is."""


class Masters(QObject):
    """Says `changed` whenever a master or blackout reads differently. Without an engine there is nothing to see."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._labels = {name: master.label or name for name, master in desk.session.show.masters.items()}
        self._states: dict[str, MasterState] = {}
        self._sent: tuple[float, float] | None = None
        """The level that the grand master was sent to, and when."""
        self.blackout = False
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)

    @property
    def grand(self) -> float | None:
        """Level 0..1 of the grand master; None while there is no engine."""
        state = self._states.get(GRAND)
        return state.level if state is not None else None

    @property
    def lowered(self) -> tuple[tuple[str, float], ...]:
        """Submasters that are not at full, by what people call them."""
        return tuple(
            (self._labels.get(name, name), state.level)
            for name, state in self._states.items()
            if name != GRAND and state.mode != "additive" and state.level < 1.0
        )

    def toggle_blackout(self) -> None:
        self._send(SetBlackout(on=not self.blackout))

    def step(self, by: float) -> None:
        """Move the grand master by so much, from where it is."""
        level, now = self.grand, self._desk.clock()
        if self._sent is not None and now - self._sent[1] < _UNDER_WAY:
            level = self._sent[0]
        if level is not None:
            self.set_grand(min(max(round(level + by, 4), 0.0), 1.0))

    def set_grand(self, level: float) -> None:
        """At once, as a hand on a fader does."""
        self._sent = level, self._desk.clock()
        self._send(SetMaster(master=GRAND, level=level))

    def _send(self, command: AnyCommand) -> None:
        if not self._desk.session.send(command):
            self._desk.said.emit(f"Nothing was sent: {self._desk.why_not}.")

    def _take(self, snapshot: Snapshot) -> None:
        self._show({state.name: state for state in snapshot.masters}, snapshot.blackout)

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind in ("failed", "starting"):  # one in the place of a lost one keeps them
            self._show({}, False)

    def _show(self, states: dict[str, MasterState], blackout: bool) -> None:
        if self._desk.engine is not None and self._desk.engine.kind == "failed":
            states, blackout = {}, False
        if (states, blackout) != (self._states, self.blackout):
            self._states, self.blackout = states, blackout
            self.changed.emit()
