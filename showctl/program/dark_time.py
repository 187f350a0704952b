"""Since when fixtures are dark, and since when their parameters stand still, as a list is played."""

import numpy as np
from numpy.typing import NDArray

from showctl.model.effect import Fade
from showctl.program.light_order import Step
from showctl.program.parameter_sort import ParameterSorts

_Ints = NDArray[np.int32]
_Floats = NDArray[np.float64]


class DarkTimes:
    """The state of a list after some of its steps: levels of P parameters, and F fixtures lit or dark."""

    def __init__(self, steps: list[Step], sorts: ParameterSorts, default: NDArray[np.float32]) -> None:
        self._steps, self._sorts, self._default = steps, sorts, default
        self._moved_in = np.full(len(default), -1)
        """The step (P,) that moved each last."""
        self._still_at = np.zeros(len(default))
        """And how many seconds after its action (P,) each is where it goes."""
        self._dark_at = np.zeros(sorts.fixtures)
        """How many seconds after the action of the step that left it dark each fixture (F,) is so."""
        self.release(0)
        self._ends = np.zeros(sorts.fixtures)
        """Until when the intensity of each fixture (F,) moves, as the instants of steps count."""

    def release(self, number: int) -> None:
        """All light of the list has been given back before a step; it is taken to be so when that step acts."""
        self._level = self._default.copy()
        self._lit = np.bincount(
            self._sorts.fixture[self._sorts.intensity & (self._default > 0)], minlength=self._sorts.fixtures
        )
        """How many intensity parameters of each fixture (F,) are above 0."""
        self._dark_in = np.where(self._lit > 0, -1, number)
        """The step (F,) that left each dark."""
        self._dark_at[:] = 0.0

    def lit_by(self, fades: list[Fade]) -> NDArray[np.bool_]:
        """Which fixtures (F,) these bring up from dark."""
        lit = np.zeros(len(self._lit), np.bool_)
        for fade in fades:
            which, levels = self._intensity(fade)
            lit[self._sorts.fixture[which[levels > 0]]] = True
        lit &= self._lit == 0
        return lit

    def moves(self, which: _Ints, targets: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Which of these parameters (n,) are elsewhere than their targets."""
        moves: NDArray[np.bool_] = self._level[which] != self._reached(which, targets)
        return moves

    def since(self, which: _Ints) -> tuple[NDArray[np.int64], _Floats]:
        """From which step on, and how many seconds after its action, each of these (n,) may move in black."""
        fixture = self._sorts.fixture[which]
        dark, moved = self._dark_in[fixture], self._moved_in[which]
        step = np.maximum(dark, moved)
        at = np.where(dark == step, self._dark_at[fixture], 0.0)
        return step, np.maximum(at, np.where(moved == step, self._still_at[which], 0.0))

    def after(self, number: int, fades: list[Fade]) -> None:
        """A step is played."""
        start = self._steps[number].at
        if number == 0 or self._steps[number - 1].gos != self._steps[number].gos:
            self._ends[:] = -np.inf  # of what began before the last GO nothing is known
        fallen: set[bytes] = set()
        for fade in fades:
            which, levels = self._intensity(fade)
            fixture = self._sorts.fixture[which]
            lit = self._lit[fixture] > 0
            np.add.at(self._lit, fixture, (levels > 0).astype(np.int64) - (self._level[which] > 0))
            self._dark_in[fixture[lit & (self._lit[fixture] == 0)]] = number
            if fade.only != "rising" and not (fade.only == "others" and fade.parameters in fallen):
                end = start + fade.at + (fade.time if fade.time_down is None else fade.time_down)
                self._ends[fixture] = np.maximum(self._ends[fixture], end)
            if fade.only == "falling":
                fallen.add(fade.parameters)
            dark = fixture[self._dark_in[fixture] == number]
            self._dark_at[dark] = self._ends[dark] - start
            self._moved(number, fade)

    def _moved(self, number: int, fade: Fade) -> None:
        which = np.frombuffer(fade.parameters, "<i4")
        self._level[which] = self._reached(which, np.frombuffer(fade.targets, "<f4"))
        again = np.where(self._moved_in[which] == number, self._still_at[which], 0.0)
        self._still_at[which] = np.maximum(again, fade.at + fade.lasts)
        self._moved_in[which] = number

    def _intensity(self, fade: Fade) -> tuple[_Ints, NDArray[np.float32]]:
        which, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
        own = self._sorts.intensity[which]
        return which[own], self._reached(which[own], targets[own])

    def _reached(self, which: _Ints, targets: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where targets lead: what is given back goes to rest."""
        return np.where(np.isnan(targets), self._default[which], targets)
