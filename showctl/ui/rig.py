"""What is parked and highlighted, as the console sees it, and the hands on it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from showctl.engine.command import AnyCommand, Highlight, Park, Unpark
from showctl.engine.snapshot import Parked, Snapshot
from showctl.session.state import EngineState
from showctl.ui.desk import Desk
from showctl.ui.reading import percent

_NAMED = 3
"""How many things a banner names before it counts the rest."""
Kind = Literal["parked", "highlighted"]


@dataclass(frozen=True, slots=True)
class Hold:
    """One thing that is parked or highlighted."""

    kind: Kind
    what: str
    level: float | None = None

    @property
    def said(self) -> str:
        """How it is held."""
        return "highlighted" if self.level is None else f"parked at {percent(self.level)}"


class Rig(QObject):
    """Says `changed` whenever something else is parked or highlighted, or an engine comes or goes."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.parked: tuple[Parked, ...] = ()
        self.highlighted: tuple[str, ...] = ()
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Highlighted first: that is seen from the house."""
        lit = tuple(Hold("highlighted", name) for name in self.highlighted)
        return (*lit, *(Hold("parked", each.what, each.level) for each in self.parked))

    @property
    def fact(self) -> str:
        """What there is, for a banner; empty for nothing."""
        parked = f"{len(self.parked)} PARKED" if self.parked else ""
        return ", ".join(part for part in ("HIGHLIGHT ON" if self.highlighted else "", parked) if part)

    @property
    def effect(self) -> str:
        """What that means for the show."""
        lit = f"{_listed(self.highlighted)}: shown, whatever cues do." if self.highlighted else ""
        names = tuple(each.what for each in self.parked)
        held = f"{_listed(names)}: held, whatever cues and masters do." if self.parked else ""
        return " ".join(part for part in (lit, held) if part)

    def highlight(self, what: tuple[str, ...], on: bool) -> None:
        """Off with none: all of them."""
        self._send(Highlight(fixtures=what, on=on))

    def park(self, what: tuple[str, ...], level: float | None) -> None:
        """Each of these, at a level 0..1 or as it is."""
        for each in what:
            if not self._send(Park(what=each, level=level)):
                return

    def unpark(self, what: str | None) -> None:
        """None: all that is parked."""
        self._send(Unpark(what=what))

    def end(self, hold: Hold) -> None:
        """Let go of one."""
        self.unpark(hold.what) if hold.kind == "parked" else self.highlight((hold.what,), False)

    def _send(self, command: AnyCommand) -> bool:
        sent = self._desk.session.send(command)
        if not sent:
            self._desk.said.emit(f"Nothing was sent: {self._desk.why_not}.")
        return sent

    def _take(self, snapshot: Snapshot) -> None:
        self._show(snapshot.parked, snapshot.highlighted)

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind in ("failed", "starting"):  # one in the place of a lost one keeps them
            self._show((), ())
        self.changed.emit()

    def _show(self, parked: tuple[Parked, ...], highlighted: tuple[str, ...]) -> None:
        if self._desk.engine is not None and self._desk.engine.kind == "failed":
            parked, highlighted = (), ()
        if (parked, highlighted) != (self.parked, self.highlighted):
            self.parked, self.highlighted = parked, highlighted
            self.changed.emit()


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
