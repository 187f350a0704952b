"""What is parked and highlighted, as the console sees it, and the hands on it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from showctl.engine.command import AnyCommand, Highlight, Park, Unpark
from showctl.engine.snapshot import Parked, Snapshot
from showctl.session.state import EngineState
from showctl.ui.desk import Desk
from showctl.ui.held_light import HeldLight, Seen
from showctl.ui.reading import percent
from showctl.ui.tongue import marked, tr

_NAMED = 3
"""How many things a banner names before it counts the rest."""
Kind = Literal["parked", "highlighted"]
_SEEN: dict[Seen, str] = {
    "shown": marked("shown, whatever cues do"),
    "dark": marked("highlighted, but at 0 in blackout"),
    "partly dark": marked("shown where exempt from blackout, else at 0"),
}
"""What a banner says of highlighted fixtures; of those that are parked it says that."""
_BUT: dict[Seen, str] = {
    "shown": "",
    "dark": marked(", at 0 in blackout"),
    "partly dark": marked(", in blackout only exempt ones"),
    "parked": marked(", but parked"),
}


@dataclass(frozen=True, slots=True)
class Hold:
    """One thing that is parked or highlighted."""

    kind: Kind
    what: str
    level: float | None = None
    but: str = ""
    """What keeps it from being seen so."""

    @property
    def said(self) -> str:
        """How it is held."""
        return (
            tr("highlighted{but}").format(but=self.but)
            if self.level is None
            else tr("parked at {level}").format(level=percent(self.level))
        )


class Rig(QObject):
    """Says `changed` whenever something else is parked or highlighted, or an engine comes or goes."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.parked: tuple[Parked, ...] = ()
        self.highlighted: tuple[str, ...] = ()
        self.blackout = False
        self.light = HeldLight(desk.program)
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)
        desk.show_changed.connect(self._follow)

    def _follow(self) -> None:
        if self.light.program.fixtures is not self._desk.program.fixtures:
            self.light = HeldLight(self._desk.program)
            self.changed.emit()

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Highlighted first: that is seen from the house."""
        lit = tuple(Hold("highlighted", name, but=tr(_BUT[self._seen(name)])) for name in self.highlighted)
        return (*lit, *(Hold("parked", each.what, each.level) for each in self.parked))

    @property
    def fact(self) -> str:
        """What there is, for a banner; empty for nothing."""
        parked = tr("{count} PARKED").format(count=len(self.parked)) if self.parked else ""
        return ", ".join(part for part in (tr("HIGHLIGHT ON") if self.highlighted else "", parked) if part)

    @property
    def effect(self) -> str:
        """What that means for the show."""
        said = []
        for seen, words in _SEEN.items():
            names = tuple(name for name in self.highlighted if self._seen(name) == seen)
            said += [f"{_listed(names)}: {words}."] if names else []
        if self.parked:
            over = ["cues", "masters", *["highlight"] * bool(self.highlighted), *["blackout"] * self.blackout]
            names = tuple(each.what for each in self.parked)
            said.append(
                tr("{listed}: held, whatever {over} and {last} do.").format(
                    listed=_listed(names), over=", ".join(over[:-1]), last=over[-1]
                )
            )
        return " ".join(said)

    @property
    def lights(self) -> bool:
        """Whether light may go out because it is parked."""
        return any(map(self.light.may_light, self.parked))

    def _seen(self, name: str) -> Seen:
        """How highlighted fixtures are at present."""
        seen = self.light.in_blackout(name, self.parked)
        return seen if self.blackout or seen == "parked" else "shown"

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
            self._desk.denied.emit(tr("Nothing was sent: {why_not}.").format(why_not=self._desk.why_not))
        return sent

    def _take(self, snapshot: Snapshot) -> None:
        self._show(snapshot.parked, snapshot.highlighted, snapshot.blackout)

    def _take_engine(self, engine: EngineState) -> None:
        if engine.kind in ("failed", "starting"):  # one in the place of a lost one keeps them
            self._show((), (), False)
        self.changed.emit()

    def _show(self, parked: tuple[Parked, ...], highlighted: tuple[str, ...], blackout: bool) -> None:
        if self._desk.engine is not None and self._desk.engine.kind == "failed":
            parked, highlighted, blackout = (), (), False
        if (parked, highlighted, blackout) != (self.parked, self.highlighted, self.blackout):
            self.parked, self.highlighted, self.blackout = parked, highlighted, blackout
            self.changed.emit()


def _listed(names: tuple[str, ...]) -> str:
    more = tr(" and {count} more").format(count=len(names) - _NAMED) if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
