"""Masters and blackout as the console sees and moves them."""

from PySide6.QtCore import QObject, Signal

from showctl.engine.command import AnyCommand, Flash, SetBlackout, SetMaster
from showctl.engine.event import AnyEvent, MasterMoved
from showctl.engine.snapshot import MasterState, Snapshot
from showctl.model.cue import CueId
from showctl.model.master import GRAND
from showctl.session.state import EngineState
from showctl.ui.desk import Desk
from showctl.ui.reading import percent
from showctl.ui.tongue import tr

_UNDER_WAY = 0.3
"""Seconds in which a snapshot has come back that shows what was sent: until then that counts as where a master is."""
_FINEST = 0.0005
"""Nothing is sent for less of a master's way: half a thousandth is under a step of 10 bits."""


class Masters(QObject):
    """Says `changed` whenever a master or blackout reads differently. Without an engine there is nothing to see."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._states: dict[str, MasterState] = {}
        self._sent: dict[str, tuple[float, float]] = {}
        """The level that a master was sent to, and when."""
        self._movers: dict[str, CueId] = {}
        """The cue that moved each last; none where a hand did."""
        self._flashed: set[str] = set()
        """Those whose flash is held here."""
        self.blackout = False
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)
        desk.happened.connect(self._note)
        desk.show_changed.connect(self.changed)

    # What is seen --------------------------------------------------------------------------------------------------

    @property
    def grand(self) -> float | None:
        """Level 0..1 of the grand master; None while there is no engine."""
        state = self._states.get(GRAND)
        return state.level if state is not None else None

    @property
    def reached(self) -> bool:
        """Whether an engine would take what a hand does; what a lost one said last stays in sight."""
        return self._desk.attached and self.grand is not None

    @property
    def limits(self) -> bool:
        """Whether the grand master is a ceiling, and does not scale."""
        state = self._states.get(GRAND)
        return state is not None and state.mode == "limit"

    @property
    def lowered(self) -> tuple[tuple[str, float], ...]:
        """Submasters that take light away, by what people call them."""
        return tuple(
            (self.label(name), state.level)
            for name, state in self._states.items()
            if name != GRAND and state.mode != "additive" and state.level < 1.0
        )

    @property
    def states(self) -> tuple[MasterState, ...]:
        """All of them, the grand master first; none while there is no engine."""
        return tuple(self._states.values())

    def label(self, master: str) -> str:
        """What people call it."""
        known = self._desk.show.masters.get(master)
        return tr("Grand master") if master == GRAND else (known.label if known is not None else "") or master

    def moved_by(self, master: str) -> str:
        """Who moves it and where to, in words; empty while it stands."""
        state = self._states.get(master)
        if state is None or state.arrives_at is None or state.arrives_at <= self._desk.clock():
            return ""
        still = tr(" (paused)") if state.arrives_at == float("inf") else ""
        cue = self._desk.cues.get(self._movers.get(master, ""))
        return (
            tr("moved by cue {number}").format(number=cue.number)
            if cue is not None
            else tr("goes to {level}").format(level=percent(state.to))
        ) + still

    # What the operator does ----------------------------------------------------------------------------------------

    def toggle_blackout(self) -> None:
        self._send(SetBlackout(on=not self.blackout))

    def at(self, master: str) -> float | None:
        """Where it is, or will be when what was just sent has come through."""
        level, when = self._sent.get(master, (0.0, float("-inf")))
        if self._desk.clock() - when < _UNDER_WAY:
            return level
        state = self._states.get(master)
        return state.level if state is not None else None

    def step(self, by: float, master: str = GRAND) -> None:
        """Move one by so much, from where it is."""
        level = self.at(master)
        if level is not None:
            self.set_level(master, round(level + by, 4))

    def set_level(self, master: str, level: float) -> None:
        """At once, as a hand on a fader does; no further than to its ends."""
        level = min(max(level, 0.0), 1.0)
        at = self.at(master)
        if at is None or (abs(at - level) < _FINEST and level not in {0.0, 1.0}):
            return
        self._sent[master] = level, self._desk.clock()
        self._send(SetMaster(master=master, level=level))

    def set_grand(self, level: float) -> None:
        self.set_level(GRAND, level)

    def flash(self, master: str) -> None:
        """At full until `let_go`."""
        self._flashed.add(master)
        self._send(Flash(master=master, on=True))

    def let_go(self, master: str) -> None:
        """Back to where it stood. Nothing happens unless its flash is held here."""
        if master in self._flashed:
            self._flashed.discard(master)
            self._desk.session.send(Flash(master=master, on=False))  # an engine that is gone has let go of it

    def _send(self, command: AnyCommand) -> None:
        if not self._desk.session.send(command):
            self._desk.denied.emit(tr("Nothing was sent: {why_not}.").format(why_not=self._desk.why_not))

    # What the engine says ------------------------------------------------------------------------------------------

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, MasterMoved):
            self._movers.pop(event.master, None)
            if event.cue:
                self._movers[event.master] = event.cue

    def _take(self, snapshot: Snapshot) -> None:
        self._show({state.name: state for state in snapshot.masters}, snapshot.blackout)

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind in ("failed", "starting"):  # one in the place of a lost one keeps them
            self._show({}, False)
        self.changed.emit()  # whether anything can be moved

    def _show(self, states: dict[str, MasterState], blackout: bool) -> None:
        if self._desk.engine is not None and self._desk.engine.kind == "failed":
            states, blackout = {}, False
        if (states, blackout) != (self._states, self.blackout):
            self._states, self.blackout = states, blackout
            self.changed.emit()
