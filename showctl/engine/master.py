"""Masters: levels that scale intensity at the output, each a function of the instant."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from showctl.engine.snapshot import MasterMode, MasterState
from showctl.model.curve import Curve
from showctl.model.effect import MasterFade
from showctl.model.master import GRAND
from showctl.program.program import CompiledMaster, GrandMode
from showctl.program.renaming import UNCHANGED, Renaming
from showctl.timing.curve import shaped

_NOBODY = -1
"""The run of a master that stands still."""
BLACKOUT = "#blackout"
"""Stands beside the names of masters where they are stored; no name has such a character."""
_AT_ONCE = 1e-6
"""A fade shorter than this, in seconds, is a jump: no clock could tell them apart."""


@dataclass(slots=True)
class _Level:
    """One master. At rest `run` is nobody and `end` is where it stands."""

    end: float
    mode: MasterMode = "inhibitive"
    start: float = 0.0
    begun: float = 0.0
    time: float = 0.0
    curve: Curve = "linear"
    run: int = _NOBODY
    held: float = float("inf")
    """The instant from which it stands still until release."""
    flashed: set[str] = field(default_factory=set)
    """Who holds its flash key."""

    @property
    def fading(self) -> bool:
        return self.run != _NOBODY

    @property
    def ends_at(self) -> float:
        """When it arrives; infinity if it does not."""
        return self.begun + self.time if self.fading and self.held == float("inf") else float("inf")

    def at(self, now: float) -> float:
        if not self.fading:
            return self.end
        part = (min(now, self.held) - self.begun) / self.time
        if part >= 1.0:
            return self.end
        return self.start + (self.end - self.start) * float(shaped(self.curve, max(part, 0.0)))

    def seen(self, now: float) -> float:
        """What counts at the output: full while it is flashed."""
        return 1.0 if self.flashed else self.at(now)

    def rest(self, level: float) -> None:
        self.end, self.run, self.held = level, _NOBODY, float("inf")


class Masters:
    """The grand master, the submasters of a show, and blackout. Instants are seconds on one monotonic clock.

    The last to move a master has it. Who flashes one does not move it: it is at full until it is let go of. Belongs to
    one thread.
    """

    def __init__(self, masters: Iterable[CompiledMaster] = (), grand: GrandMode = "scale") -> None:
        self._levels = {GRAND: _Level(1.0, "limit" if grand == "limit" else "inhibitive")}
        self._levels |= {m.name: _Level(m.level, "additive" if m.look else "inhibitive") for m in masters}
        self._formerly: dict[str, str] = {}
        """What masters are called that were renamed: who holds a flash key lets go of the name it was pressed by."""
        self.blackout = False
        self.stale = True
        """Whether something was begun, stopped or set since this was last put to False, which is the reader's to do."""
        self.unsaved = False
        """Whether anything of this kind happened since this was last put to False, by who stores them."""
        self.moves = 0
        """How often something was begun, stopped or set."""
        self.moving = False
        """Whether one fades, held ones aside; a moment too long after it arrived."""
        self.next_end = float("inf")
        """When the next of them arrives."""

    @property
    def names(self) -> tuple[str, ...]:
        """The grand master first, then those of the show in the order of its file."""
        return tuple(self._levels)

    def levels(self, now: float) -> tuple[float, ...]:
        """Where they are at an instant, 0..1, in the order of `names`."""
        return tuple(level.seen(now) for level in self._levels.values())

    def stands(self, master: str, now: float) -> float:
        """Where a master stands, whether it is flashed or not. Raises KeyError."""
        return self._levels[master].at(now)

    @property
    def fading(self) -> tuple[bool, ...]:
        """Which of them move, held ones aside."""
        return tuple(level.ends_at != float("inf") for level in self._levels.values())

    def fade(self, run: int, due: float, fade: MasterFade) -> float:
        """Move one, on behalf of a run, from where it is at `due`; returns where that is."""
        level = self._levels[fade.master]
        start = level.at(due) if fade.start is None else fade.start
        level.rest(fade.end)
        if fade.time > _AT_ONCE and start != fade.end:
            level.start, level.begun, level.time = start, due, fade.time
            level.curve, level.run = fade.curve, run
        self._changed()
        return start

    def take_up(self, due: float, fades: Sequence[tuple[int, float, MasterFade]]) -> list[float]:
        """Put masters where these fades (run, instant of the begin, fade) bring them by `due`; they then go on.

        They count as begun at their instants, in this order, from where masters are at `due`. Where each began.
        """
        self._freeze([self._levels[name] for name in {fade.master for _, _, fade in fades}], due)
        return [self.fade(run, begun, fade) for run, begun, fade in fades]

    def flash(self, master: str, holder: str, on: bool) -> bool:
        """A key is held, or let go of; whether that changes anything. Full until the last is let go of."""
        if not on and holder not in self._levels[self.called(master)].flashed:
            master = self._formerly.get(master, master)
        flashed = self._levels[self.called(master)].flashed
        before = bool(flashed)
        if on:
            flashed.add(holder)
        else:
            flashed.discard(holder)
        self.stale = self.stale or bool(flashed) != before
        return bool(flashed) != before

    def called(self, master: str) -> str:
        """What a master is called now that may have been renamed; the name itself if there is none."""
        return master if master in self._levels else self._formerly.get(master, master)

    def end_flashes(self) -> None:
        """Whoever holds a key has to press it anew."""
        for level in self._levels.values():
            self.stale = self.stale or bool(level.flashed)
            level.flashed.clear()

    def go_on_from(self, before: "Masters", names: Renaming = UNCHANGED) -> None:
        """Go on as those of the same names, which are used no more: where they stand or fade, and flashed by whom.
        `names`: which of them go by others.
        """
        for name, level in before._levels.items():
            if (now := names.now("master", name)) is not None and now in self._levels:
                self._levels[now] = replace(level, mode=self._levels[now].mode)
        for was, earlier in {**before._formerly, **dict(zip(before.names, before.names, strict=True))}.items():
            now = names.now("master", earlier)
            if now is not None and now in self._levels and now != was:
                self._formerly[was] = now
        self.blackout = before.blackout
        self.moves = before.moves
        self._changed()

    def set_blackout(self, on: bool) -> None:
        """All intensity that is not exempt is 0 while it is on."""
        self.blackout = on
        self.stale = self.unsaved = True

    def freeze(self, runs: Collection[int], now: float) -> None:
        """Masters that these runs move stay where they are."""
        self._freeze([level for level in self._levels.values() if level.run in runs], now)

    def freeze_all(self, now: float) -> None:
        """All masters stay where they are."""
        self._freeze([level for level in self._levels.values() if level.fading], now)

    def _freeze(self, levels: list[_Level], now: float) -> None:
        for level in levels:
            level.rest(level.at(now))
        if levels:
            self._changed()

    def hold(self, runs: Collection[int], now: float) -> None:
        """Masters that these runs move stand still from `now` until `release`."""
        for level in self._levels.values():
            if level.run in runs:
                level.held = min(level.held, now)
                self._changed()

    def release(self, runs: Collection[int], now: float) -> None:
        """They go on from `now` as if no time had passed since `hold`."""
        for level in self._levels.values():
            if level.run in runs and level.held <= now:
                level.begun += now - level.held
                level.held = float("inf")
                self._changed()

    def arrive(self, now: float) -> None:
        """What has arrived rests at its end."""
        for level in self._levels.values():
            if level.ends_at <= now:
                level.rest(level.end)
        self._changed()

    def stored(self, now: float) -> dict[str, float]:
        """Where they stand, by name, and whether all is black (0 or 1), for those that come after."""
        return {**{name: level.at(now) for name, level in self._levels.items()}, BLACKOUT: float(self.blackout)}

    def restore(self, stored: Mapping[str, float]) -> None:
        """Stand where others of the same names stood; those that are not named stay where they are."""
        for name in self._levels.keys() & stored.keys():
            self._levels[name].rest(stored[name])
        self.blackout = stored.get(BLACKOUT, 0.0) > 0.0
        self._changed()

    def seen(self, now: float) -> tuple[MasterState, ...]:
        """As clients see them at an instant."""
        return tuple(
            MasterState(
                name,
                level.seen(now),
                level.end,
                level.ends_at if level.fading else None,
                level.mode,
                bool(level.flashed),
            )
            for name, level in self._levels.items()
        )

    def _changed(self) -> None:
        self.moves += 1
        self.stale = self.unsaved = True
        self.next_end = min(level.ends_at for level in self._levels.values())
        self.moving = self.next_end != float("inf")
