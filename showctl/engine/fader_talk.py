"""What is told of faders: a hundred values a second are too many to tell, and the last of them must not be lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from showctl.engine.event import AnyEvent, CommandTaken, MasterMoved
from showctl.engine.outcome import NO_RUN
from showctl.engine.pick_up import TOLERANCE
from showctl.program.renaming import Renaming

SAY_EVERY = 1.0
"""Seconds between two times that it is told where a fader moves a master; snapshots say where masters stand."""
RESTS_AFTER = 0.3
"""Seconds without a value after which a fader rests: hands that go on moving one send a value sooner."""


@dataclass(slots=True)
class _Untold:
    """Where a fader has moved a master since that was last told."""

    start: float
    to: float
    source: str
    rests_at: float


class FaderTalk:
    """Tells of moves by fader: the first at once, more once a second, and where it ends when it rests; and once, of a
    fader that does nothing, which level it waits for. Instants are seconds.
    """

    def __init__(self) -> None:
        self._say_at: dict[str, float] = {}
        """By master: from when on a move is told at once again."""
        self._untold: dict[str, _Untold] = {}
        self._waits: dict[tuple[str, str], float] = {}
        """By fader and master: the level of which it was told that the fader waits for it."""
        self.next_due = float("inf")
        """When a fader rests next of which something is to be told."""

    def amend(self, names: Renaming) -> None:
        """Masters go by other names."""
        said = ((names.now("master", master), at) for master, at in self._say_at.items())
        self._say_at = {master: at for master, at in said if master is not None}
        untold = ((names.now("master", master), each) for master, each in self._untold.items())
        self._untold = {master: each for master, each in untold if master is not None}
        waits = ((fader, names.now("master", master), level) for (fader, master), level in self._waits.items())
        self._waits = {(fader, master): level for fader, master, level in waits if master is not None}
        self._look_ahead()

    def moved(self, fader: str, master: str, start: float, to: float, source: str, now: float) -> Iterator[AnyEvent]:
        """A fader has moved its master."""
        self._waits.pop((fader, master), None)
        untold = self._untold.get(master)
        if untold is not None and untold.source != source:
            yield from self._tell(master, untold, now)
            untold = None
        self._untold[master] = _Untold(start if untold is None else untold.start, to, source, now + RESTS_AFTER)
        if now >= self._say_at.get(master, now):
            self._say_at[master] = now + SAY_EVERY
            yield from self._tell(master, self._untold[master], now)
        self._look_ahead()

    def waits(
        self, fader: str, master: str, stands: float, fading: bool, source: str, now: float
    ) -> Iterator[AnyEvent]:
        """A fader was moved and has not met its master, which `stands` there or is `fading`."""
        told = self._waits.get((fader, master))
        if told is None or (not fading and abs(told - stands) > TOLERANCE):
            self._waits[fader, master] = stands
            what = f"waits to meet {master} at {stands:.0%}"
            yield CommandTaken(due=now, name="fader", source=source, what=what)

    def rested(self, now: float) -> Iterator[AnyEvent]:
        """Where faders have ended that rest by `now`."""
        if now < self.next_due:
            return
        resting = [(each.rests_at, master) for master, each in self._untold.items() if each.rests_at <= now]
        for due, master in sorted(resting):
            yield from self._tell(master, self._untold[master], due)
        self._look_ahead()

    def _tell(self, master: str, untold: _Untold, due: float) -> Iterator[AnyEvent]:
        del self._untold[master]
        yield CommandTaken(due=due, name="fader", source=untold.source, what=master)
        yield MasterMoved(due=due, cue="", run=NO_RUN, master=master, start=untold.start, to=untold.to, time=0.0)

    def _look_ahead(self) -> None:
        self.next_due = min((each.rests_at for each in self._untold.values()), default=float("inf"))
