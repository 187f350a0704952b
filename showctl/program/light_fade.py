"""The fades of a light cue: its look and its parts, each parameter in the time of its kind."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from showctl.model.curve import Curve
from showctl.model.effect import ColourPath, Effect, Fade, Only
from showctl.model.light import KindTimes, LightAction, LightPart
from showctl.model.parameter_kind import CATEGORIES
from showctl.model.problem import Path, Problem, Problems
from showctl.program.look_fade import LookFades
from showctl.program.moves import Moves
from showctl.program.parameter_sort import ParameterSorts

Indices = NDArray[np.int32]
Targets = NDArray[np.float32]


class Manner(NamedTuple):
    """How light gets where it goes: times and delays by kind, shapes, and whose it is."""

    time: KindTimes
    delay: KindTimes
    curve: Curve
    curve_down: Curve
    path: ColourPath
    layer: int


def manner(action: LightAction, part: LightPart | None, layer: int) -> Manner:
    """That of a cue, or of one of its parts: what a part does not say is as the cue says."""
    time, delay, curve, path = action.time, action.delay, action.curve, action.colour_path
    down = curve if action.curve_down is None else action.curve_down
    if part is not None:
        time, delay = part.time or time, part.delay or delay
        if part.curve is not None:
            curve = down = part.curve
        down, path = part.curve_down or down, part.colour_path or path
    return Manner(time, delay, curve, down, path, layer)


class LightFades:
    """Makes them. Equal work is done once."""

    def __init__(self, looks: LookFades, sorts: ParameterSorts) -> None:
        self._looks, self._sorts = looks, sorts
        self._made: dict[object, tuple[Fade, ...]] = {}
        self._kept: list[Moves] = []
        """Moves that nobody else keeps, so that nothing else gets their id."""

    def of(
        self, action: LightAction, layer: int, path: Path, left_out: list[Problem] | None = None
    ) -> tuple[Fade, ...]:
        """All fades of a cue, in order of `at`. Raises Problems, with paths under `path`; or adds to `left_out`, if
        given, what is wrong with single lines and values, and gives the fades of the rest.
        """
        problems: list[Problem] = []
        moved: list[tuple[Indices, str]] = []
        found: list[Fade] = []
        for number, (look, part) in enumerate(action.looks):
            here = (*path, "look") if part is None else (*path, "parts", number - 1, "look")
            try:
                moves = self._looks.moves(look, here, left_out)
            except Problems as wrong:
                problems += wrong.problems
                continue
            if twice := self._twice(moves.parameters, moved, here):
                problems += twice
                moves = self._without([which for which, _ in moved], moves)
            moved.append((moves.parameters, "the cue itself" if part is None else part.label or f"part {number}"))
            found += self._cached(moves, manner(action, part, layer))
        if problems and left_out is None:
            raise Problems(problems)
        if left_out is not None:
            left_out += problems
        return tuple(sorted(found, key=lambda fade: fade.at))

    def forget(self) -> None:
        """Let go of what equal work would share: a hundred megabytes of a large show, and an edit has little of it."""
        self._made.clear()
        self._kept.clear()
        self._looks.forget()

    def _cached(self, moves: Moves, how: Manner) -> tuple[Fade, ...]:
        key = (id(moves), how)  # it is kept, so nothing else gets its id
        if key not in self._made:
            plain = np.isnan(moves.time).all() and np.isnan(moves.delay).all()
            own = (None, None) if plain else (moves.time, moves.delay)
            self._made[key] = fades(moves.parameters, moves.targets, how, self._sorts, *own)
        return self._made[key]

    def _without(self, before: list[Indices], moves: Moves) -> Moves:
        """Moves without what parts before have moved already."""
        rest = ~np.isin(moves.parameters, np.concatenate(before))
        made = Moves(moves.parameters[rest], moves.targets[rest], moves.time[rest], moves.delay[rest])
        self._kept.append(made)
        return made

    def _twice(self, which: Indices, moved: Iterable[tuple[Indices, str]], path: Path) -> list[Problem]:
        problems = []
        for before, label in moved:
            both = np.intersect1d(which, before, assume_unique=True)
            if both.size:
                fixture, parameter = self._sorts.parameter(int(both[0]))
                more = f" and {both.size - 1} more" if both.size > 1 else ""
                what = f"{parameter} of '{fixture}'{more} is moved by {label} already"
                problems.append(Problem(path, what, "move each parameter in one part only"))
        return problems


def fades(
    which: Indices,
    targets: Targets,
    how: Manner,
    sorts: ParameterSorts,
    own_time: Targets | None = None,
    own_delay: Targets | None = None,
) -> tuple[Fade, ...]:
    """As few fades as do it, in order of `at`: parameters `which` (n,), ascending, to `targets` (n,); NaN gives back.

    `own_time` and `own_delay` (n,), seconds: of the parameter itself, NaN where that of its kind counts. What jumps
    does so after its delay.
    """
    kind, snaps = sorts.kind[which], sorts.snaps[which]
    groups: dict[tuple[float, float, float, float], list[NDArray[np.bool_]]] = {}
    for sort, jumps, time, delay, members in _alike(kind, snaps, own_time, own_delay):
        name = CATEGORIES[sort]
        falls = name == "intensity"
        up_delay = delay if delay is not None else how.delay.of(name)
        down_delay = how.delay.falling if delay is None and falls else up_delay
        up = 0.0 if jumps else time if time is not None else how.time.of(name)
        down = how.time.falling if time is None and falls and not jumps else up
        groups.setdefault((up_delay, down_delay, up, down), []).append(members)
    made: list[Fade] = []
    colour = CATEGORIES.index("colour")
    for timing, masks in groups.items():
        members = masks[0] if len(masks) == 1 else np.logical_or.reduce(masks)
        path = how.path if how.path != "direct" and (kind[members] == colour).any() else "direct"
        made += _timed(which[members], targets[members], timing, how._replace(path=path))
    return tuple(sorted(made, key=lambda fade: (fade.at, fade.time > 0)))


def arrival(effects: Iterable[Effect]) -> float | None:
    """Seconds from the action until the last parameter is where it goes; None where nothing moves. Marks do not count:
    they are the light of another cue.
    """
    ends = [effect.at + effect.lasts for effect in effects if isinstance(effect, Fade) and not effect.mark]
    return max(ends, default=None)


def _alike(
    kind: NDArray[np.uint8], snaps: NDArray[np.bool_], own_time: Targets | None, own_delay: Targets | None
) -> Iterable[tuple[int, bool, float | None, float | None, NDArray[np.bool_]]]:
    """Parameters of one kind, jumping or not, with times and delays of their own alike: which of them (n,)."""
    code = kind.astype(np.int64) * 2 + snaps
    if own_time is None or own_delay is None:
        for each in np.flatnonzero(np.bincount(code)).tolist():
            yield each >> 1, bool(each & 1), None, None, code == each
        return
    rows = np.column_stack((code, np.nan_to_num(own_time, nan=-1.0), np.nan_to_num(own_delay, nan=-1.0)))
    distinct, member = np.unique(rows, axis=0, return_inverse=True)
    for number, (each, time, delay) in enumerate(distinct.tolist()):
        yield (
            int(each) >> 1,
            bool(int(each) & 1),
            round(time, 6) if time >= 0 else None,  # float32 knows no 2.1
            round(delay, 6) if delay >= 0 else None,
            member.ravel() == number,
        )


def _timed(
    which: Indices, targets: Targets, timing: tuple[float, float, float, float], how: Manner
) -> tuple[Fade, ...]:
    """One fade, or two where what rises and what falls have delays of their own."""
    up_delay, down_delay, up, down = timing
    one = Fade(
        min(up_delay, down_delay),
        up,
        which.astype("<i4").tobytes(),
        targets.astype("<f4").tobytes(),
        how.curve,
        how.curve_down,
        time_down=down if down != up else None,
        path=how.path,
        layer=how.layer,
    )
    if up_delay == down_delay:
        return (one,)
    first: Only = "rising" if up_delay < down_delay else "falling"
    return replace(one, only=first), replace(one, only="others", at=max(up_delay, down_delay))
