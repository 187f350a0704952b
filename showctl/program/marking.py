"""Marks: what a cue lights from dark moves into place in black, in the earliest cue after which it stays dark."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.model.parameter_kind import CATEGORIES
from showctl.model.problem import Question
from showctl.program.dark_time import DarkTimes
from showctl.program.light_order import Step
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.program import CompiledCue
from showctl.program.tracking import with_fades

QUICKEST = 1.0
"""Seconds. A mark that has less time than the cue's own fade takes what there is, but not less than this: heads that
move faster are heard."""
_CONTROL = CATEGORIES.index("control")


class Marked(NamedTuple):
    """The fixtures that one cue moves in black for another."""

    cue: CueId
    by: CueId
    fixtures: tuple[str, ...]


class _Moment(NamedTuple):
    """Where a mark can be: in which step, so many seconds from its action, and how long it may take at most."""

    step: int
    at: float
    room: float


class Marking:
    """Goes through the steps of a list in order, and says what each has to move for later ones."""

    def __init__(self, steps: list[Step], sorts: ParameterSorts, default: NDArray[np.float32]) -> None:
        self._steps, self._sorts = steps, sorts
        self._dark = DarkTimes(steps, sorts, default)
        self._added: dict[int, list[Fade]] = {}
        self._marked: dict[tuple[int, int], set[int]] = {}

    def run(self, cues: dict[CueId, CompiledCue], every: bool, questions: list[Question], marked: list[Marked]) -> None:
        """Add the marks to the cues. `every`: cues mark unless they say no. What cannot be marked is asked about."""
        for number, step in enumerate(self._steps):
            fades = [effect for effect in cues[step.cue].effects if isinstance(effect, Fade)]
            if step.released:
                self._dark.release(number)
            wanted = every if step.action.mark is None else step.action.mark
            if wanted:
                self._mark(number, fades, bool(step.action.mark), questions)
            self._dark.after(number, fades)
        for number, added in self._added.items():
            cue = self._steps[number].cue
            cues[cue] = with_fades(cues[cue], _joined(added))
        for (number, by), fixtures in sorted(self._marked.items()):
            names = tuple(self._sorts.name(fixture) for fixture in sorted(fixtures))
            marked.append(Marked(self._steps[number].cue, self._steps[by].cue, names))

    def _mark(self, number: int, fades: list[Fade], asked_for: bool, questions: list[Question]) -> None:
        lit = self._dark.lit_by(fades)
        missed: dict[int, set[int]] = {}
        found = False
        for fade in fades:
            which, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
            moves = lit[self._sorts.fixture[which]] & self._dark.moves(which, targets)
            moves &= ~self._sorts.intensity[which] & (self._sorts.kind[which] != _CONTROL)
            found |= bool(moves.any())
            for moment, members in self._moments(number, which[moves]):
                chosen = np.flatnonzero(moves)[members]
                fixtures = set(self._sorts.fixture[which[chosen]].tolist())
                time = min(fade.time, moment.room)
                if moment.step < 0 or time < min(fade.time, QUICKEST) or moment.room <= 0:
                    missed.setdefault(moment.step, set()).update(fixtures)
                    continue
                self._marked.setdefault((number, moment.step), set()).update(fixtures)
                self._added.setdefault(moment.step, []).append(
                    Fade(
                        moment.at,
                        time,
                        which[chosen].tobytes(),
                        targets[chosen].tobytes(),
                        fade.curve,
                        fade.curve_down,
                        path=fade.path,
                        layer=fade.layer,
                        mark=True,
                    )
                )
        self._ask(number, missed, found, asked_for, questions)

    def _moments(self, number: int, which: NDArray[np.int32]) -> list[tuple[_Moment, NDArray[np.bool_]]]:
        """When each of these (n,) can move at the earliest, and which of them (n,) then."""
        if not which.size:
            return []
        steps, at = self._dark.since(which)
        moments = []
        for step, instant in dict.fromkeys(zip(steps.tolist(), at.tolist(), strict=True)):
            room = float("inf")
            if 0 <= step < number and self._steps[step].gos == self._steps[number].gos:
                room = self._steps[number].at - self._steps[step].at - instant
            found = _Moment(step if step < number else -1, instant, room)
            moments.append((found, (steps == step) & (at == instant)))
        return moments

    def _ask(
        self, number: int, missed: Mapping[int, set[int]], found: bool, asked_for: bool, questions: list[Question]
    ) -> None:
        step = self._steps[number]
        path = ("@cue", step.cue, "light", *(("mark",) if step.action.mark is not None else ()))
        for by, fixtures in missed.items():
            if by < 0 and not asked_for:  # the first cue of a list, of a show that marks wherever it can
                continue
            names = _named([self._sorts.name(fixture) for fixture in sorted(fixtures)])
            what = f"{names} cannot move into place in black: no light cue comes before this one"
            remedy = "write one, or mark: no"
            if by >= 0:
                before = self._steps[by].cue
                what = f"{names} cannot move into place in black: cue {before} is not over in time before this one"
                remedy = f"let this cue come later after cue {before}, or write mark: no"
            questions.append(Question(path, what, remedy))
        if asked_for and not found:
            what = "it marks nothing: no fixture that it moves comes up from dark here"
            questions.append(Question(path, what, "take them out in a cue before, or remove mark"))


def _joined(marks: list[Fade]) -> list[Fade]:
    """The same in fewer fades: those that differ only in what they move are one."""
    groups: dict[object, list[Fade]] = {}
    for each in marks:
        key = (each.at, each.time, each.curve, each.curve_down, each.path, each.layer)
        groups.setdefault(key, []).append(each)
    joined = []
    for alike in groups.values():
        which = np.concatenate([np.frombuffer(each.parameters, "<i4") for each in alike])
        targets = np.concatenate([np.frombuffer(each.targets, "<f4") for each in alike])
        order = np.argsort(which, kind="stable")
        first = alike[0]
        joined.append(
            Fade(
                first.at,
                first.time,
                which[order].tobytes(),
                targets[order].tobytes(),
                first.curve,
                first.curve_down,
                path=first.path,
                layer=first.layer,
                mark=True,
            )
        )
    return joined


def _named(names: list[str]) -> str:
    most = 4
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
