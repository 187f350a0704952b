"""Overrides as the console sees them, and the hands on them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from showctl.engine.command import Kind, Override, ResetLateness, SendNow
from showctl.engine.snapshot import Overridden, Snapshot
from showctl.model.message import Message
from showctl.session.state import EngineState
from showctl.ui.desk import Desk
from showctl.ui.reading import time_of_day
from showctl.ui.tongue import marked, tr

KIND_WORDS: Mapping[Kind, str] = {"sacn": marked("LIGHT"), "osc": "OSC", "midi": "MIDI"}
_MESSAGES = marked("Cues run and keep their time, but nothing is sent.")
_LIGHT = marked("Cues run and keep their time; the rig holds this look. Masters, blackout and park count when it ends.")


class Overrides(QObject):
    """Says `changed` whenever something else is overridden."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.states: Mapping[Kind, Overridden] = {}
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)

    def toggle(self, kind: Kind) -> None:
        """Override a kind of output, or end that."""
        self.set(kind, kind not in self.states)

    def set(self, kind: Kind, on: bool) -> None:
        self._desk.send(Override(kind=kind, on=on))

    def send_now(self, device: str, message: Message) -> None:
        """Send one message to a device."""
        self._desk.send(SendNow(device=device, message=message))

    def reset_lateness(self) -> None:
        """The worst begins anew."""
        self._desk.send(ResetLateness())

    def fact(self, kind: Kind) -> str:
        """`MIDI OUTPUT OVERRIDDEN since 20:03:51`."""
        since = self._desk.wall() + self.states[kind].since - self._desk.clock()
        return tr("{kind} OUTPUT OVERRIDDEN since {time}").format(
            kind=tr(KIND_WORDS[kind]), time=time_of_day(since, self._desk.zone, seconds=True)
        )

    def text(self, kind: Kind) -> str:
        """What that means, and how much was kept back."""
        if kind == "sacn":
            return tr(_LIGHT)
        unsent = self.states[kind].unsent
        kept = tr("%n message(s) not sent.", "", unsent) if unsent else ""
        return f"{tr(_MESSAGES)} {kept}".rstrip()

    def _take(self, snapshot: Snapshot) -> None:
        known = self._desk.engine is None or self._desk.engine.kind != "failed"
        states = {each.kind: each for each in snapshot.overrides} if known else {}
        if states != self.states:
            self.states = states
            self.changed.emit()

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind in ("failed", "starting") and self.states:  # one in the place of a lost one keeps them
            self.states = {}
            self.changed.emit()
