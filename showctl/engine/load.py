"""Load to time: cues whose next start begins at another instant than their GO."""

import math
from collections.abc import Collection
from dataclasses import dataclass

from showctl.engine.active_cues import ActiveCues
from showctl.engine.amending import Amending
from showctl.engine.catch_up import start_at
from showctl.engine.event import CueLoaded, Warned
from showctl.engine.foresight import TOLERANCE, Foresight
from showctl.engine.picks import Picks
from showctl.engine.restoring import Restoring
from showctl.engine.run import Run
from showctl.engine.snapshot import Loaded
from showctl.engine.standby import Orders
from showctl.model.cue import CueId
from showctl.model.unit import format_seconds

_NO_LENGTH = "it takes no time, so there is nothing to go past; start it"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cue is loaded."""

    at: float
    """Seconds from its GO, above 0."""
    picks: Picks
    """What groups had drawn when it was loaded: from there they draw at the start."""
    drawn: tuple[CueId, ...]
    """The groups that draw before `at`."""


class Loads:
    """The cues that are loaded. They are not active: nothing of theirs is sent, moves or waits."""

    def __init__(self, active: ActiveCues, orders: Orders) -> None:
        self._active, self._orders = active, orders
        self._places: dict[CueId, _Place] = {}

    def __contains__(self, cue: CueId) -> bool:
        return cue in self._places

    @property
    def seen(self) -> tuple[Loaded, ...]:
        """As clients see them."""
        return tuple(Loaded(cue, place.at) for cue, place in self._places.items())

    def load(self, cue: CueId, at: float, now: float) -> None:
        """Load a cue `at` seconds from its GO, or below 0 before its end; 0 unloads. If not, a warning says why."""
        place = self._place(cue, at)
        if isinstance(place, str):
            self._active.tell(Warned(due=now, text=f"cue {cue} was not loaded: {place}"))
        elif place.at > TOLERANCE:
            self._places.pop(cue, None)
            self._places[cue] = place
            self._active.tell(CueLoaded(due=now, cue=cue, to=place.at))
        elif self._places.pop(cue, None) is not None:
            self._active.tell(CueLoaded(due=now, cue=cue, to=0.0))

    def unload(self, now: float, cues: Collection[CueId] | None = None, lists: Collection[str] = ()) -> None:
        """Unload these cues with all inside them, and those of these lists; without any, all."""
        for cue in tuple(self._places):
            around = {cue, *self._orders.around(cue)}
            if cues is None or around.intersection(cues) or self._active.cue(cue).list in lists:
                del self._places[cue]
                self._active.tell(CueLoaded(due=now, cue=cue, to=0.0))

    def amend(self, amending: Amending, now: float) -> None:
        """What is loaded stays so in the next state of the show; what is gone is loaded no more."""
        for cue, place in tuple(self._places.items()):
            del self._places[cue]
            if (still := amending.cue(cue)) is None:
                self._active.tell(CueLoaded(due=now, cue=cue, to=0.0))
                continue
            picks = Picks(place.picks)
            picks.amend(amending)
            self._places[still] = _Place(place.at, picks, amending.cues(place.drawn))

    def start(self, cue: CueId, due: float, parent: Run | None, restores: Restoring | None) -> bool:
        """Start a cue that is loaded where it is loaded. It is loaded no more. False: it could not be started there."""
        place = self._places.pop(cue)
        self._active.picks.recall(place.picks, place.drawn)
        started = start_at(self._active, cue, place.at, due, parent, restores)
        if not started:
            text = f"cue {cue} was not started: too much happens in its first {format_seconds(place.at)}; start it anew"
            self._active.tell(Warned(due=due, text=text))
        return started

    def _place(self, cue: CueId, at: float) -> _Place | str:
        """Where it is loaded, or why it cannot be."""
        picks = Picks(self._active.picks)
        if not math.isfinite(at):
            return "that is no time; write seconds from its GO, or below 0 before its end"
        if self._active.runs.of(cue):
            return "it is active; stop it first"
        if abs(at) <= TOLERANCE:
            return _Place(0.0, picks, ())
        foresight = Foresight(self._active, cue)
        if at < 0:
            end = foresight.end()
            if end is None:
                return "it has no end that can be foreseen; give a time from its GO"
            if end <= TOLERANCE:
                return _NO_LENGTH
            if end + at < -TOLERANCE:
                return f"it is only {format_seconds(end)} long; the most before its end is -{format_seconds(end)}"
            return _Place(max(0.0, end + at), picks, tuple(foresight.drawn))
        if not foresight.go_on(at):
            return f"too much happens in its first {format_seconds(at)}; load it earlier, or load a cue inside it"
        if foresight.over:
            if foresight.now <= TOLERANCE:
                return _NO_LENGTH
            over = format_seconds(foresight.now)
            return f"it is over after {over}, with all that it starts by itself; give a time before that"
        return _Place(at, picks, tuple(foresight.drawn))
