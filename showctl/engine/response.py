"""What the patch does to levels at the output: curves, what runs the other way round, further places."""

import numpy as np
from numpy.typing import NDArray

from showctl.engine.dims import Dims
from showctl.model.address import SLOTS
from showctl.model.curve import Curve
from showctl.program.program import Parameters
from showctl.timing.curve import shaped

_NONE = np.zeros(0, np.intp)
_SAMPLES = np.linspace(0.0, 1.0, 4097)
"""Where a curve is looked at to be turned round; finer than 8 bits by far."""


class Copies:
    """Further places of parameters: the same bytes at other addresses."""

    def __init__(self, parameters: Parameters, place: NDArray[np.intp]) -> None:
        table = np.frombuffer(parameters.copies, "<i4").astype(np.intp).reshape(-1, 5)
        self.parameter: NDArray[np.intp] = place[table[:, 0]]
        """Their indices in the patch map (C,)."""
        self.row: NDArray[np.intp] = table[:, 1]
        slots = table[:, 2:]
        depth = (slots >= 0).sum(axis=1)
        which, nth = np.nonzero(slots >= 0)
        self.bytes = (self.row[which] * SLOTS + slots[which, nth], self.parameter[which], depth[which] - 1 - nth)
        """Slot in universes × 512, parameter, and which byte of the number, of each byte that goes out."""


class Response:
    """Which of the parameters of a patch map are curved or inverted. Indices are those of the patch map."""

    def __init__(
        self,
        parameters: Parameters,
        order: NDArray[np.intp],
        patched: NDArray[np.bool_],
        dimmed: NDArray[np.intp],
        dimmer: NDArray[np.intp],
        dims: Dims,
    ) -> None:
        self.dims = dims
        self.inverted = (
            np.flatnonzero(np.frombuffer(parameters.inverted, np.uint8)[order]) if parameters.inverted else _NONE
        )
        curve = np.frombuffer(parameters.curve, np.uint8)[order] if parameters.curve else np.zeros(0, np.uint8)
        self.curved: list[tuple[Curve, NDArray[np.intp]]] = []
        """Parameters with a slot, by their curve."""
        self.dimmed: list[tuple[Curve, NDArray[np.intp], NDArray[np.intp]]] = []
        """Parameters whose dimmer has a curve, and that dimmer, by the curve."""
        self.plain = np.ones(dimmed.size, np.bool_)
        """Which of the dimmed have a dimmer without one."""
        for number, each in enumerate(parameters.curves, 1):
            if not curve.size:
                break
            self.curved.append((each, np.flatnonzero((curve == number) & patched)))
            under = curve[dimmer] == number
            self.dimmed.append((each, dimmed[under], dimmer[under]))
            self.plain &= ~under

    def alone(
        self,
        index: NDArray[np.intp],
        level: NDArray[np.float64] | float,
        full: NDArray[np.float64],
        curved: bool = True,
    ) -> NDArray[np.float64]:
        """The numbers of these parameters (n,) at a level, or levels (n,), that no master and no dimmer is over."""
        level = np.broadcast_to(level, index.shape).astype(np.float64)
        numbers = level * full[index]
        for curve, which in self.curved if curved else ():
            here = np.isin(index, which)
            numbers[here] = shaped(curve, level[here]) * full[index[here]]
        dims = self.dims.some_of(index)
        numbers[dims] = self.dims.numbers(index[dims], numbers[dims], level[dims], level[dims] > 0.0)
        turned = np.isin(index, self.inverted)
        numbers[turned] = full[index[turned]] - numbers[turned]
        return numbers

    def dimming(self, dimmer: int, level: float) -> float:
        """By what a dimmer without a slot multiplies others at a level."""
        curve = next((curve for curve, _, dimmers in self.dimmed if dimmer in dimmers), None)
        return level if curve is None else float(shaped(curve, level))

    def undone(self, numbers: NDArray[np.float64], full: NDArray[np.float64]) -> NDArray[np.float64]:
        """Numbers (P,) as they were before; where several make the same output, the lowest of them."""
        numbers = numbers.copy()
        numbers[self.inverted] = full[self.inverted] - numbers[self.inverted]
        numbers = self.dims.undone(numbers)
        for curve, which in self.curved:
            numbers[which] = _turned_round(curve, numbers[which] * inverse(full[which])) * full[which]
        return numbers

    def undone_dimmers(
        self, level: NDArray[np.float64], scale: NDArray[np.float64], full: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Levels (P,) with those of curved dimmers that have no slot, which were read from what they dim."""
        level = level.copy()
        for curve, which, dimmer in self.dimmed:
            under = scale[which] * inverse(full[which])  # masters
            level[dimmer] = _turned_round(curve, level[dimmer] * under) * inverse(under)
        return level


def _turned_round(curve: Curve, output: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = np.interp(output, np.maximum.accumulate(shaped(curve, _SAMPLES)), _SAMPLES)
    return found


def inverse(full: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 / full, 0 where nothing comes out."""
    return np.divide(1.0, full, out=np.zeros_like(full), where=full > 0.0)


class SpanResponse:
    """The response of the parameters from `first` to before `end`."""

    def __init__(self, response: Response, full: NDArray[np.float64], first: int, end: int) -> None:
        def here(which: NDArray[np.intp]) -> NDArray[np.intp]:
            return which[(which >= first) & (which < end)]

        self._inverted = here(response.inverted)
        self._top = full[self._inverted]
        self._curved = [
            (c, which, inverse(full[which]), full[which]) for c, w in response.curved if (which := here(w)).size
        ]
        self._dimmed = []
        for curve, dimmed, dimmer in response.dimmed:
            inside = (dimmed >= first) & (dimmed < end)
            if inside.any():
                which = dimmed[inside]
                self._dimmed.append((curve, which, dimmer[inside], inverse(full[which]), full[which]))
        self._dims, self._dim = response.dims, response.dims.within(first, end)
        self.wanted = bool(self._inverted.size or self._curved or self._dimmed or self._dim.size)
        """Whether `apply` does anything."""

    def apply(self, scaled: NDArray[np.float64], level: NDArray[np.float64], scale: NDArray[np.float64]) -> None:
        """Turn the numbers `scaled` (P,), level · scale, into those that go out.

        A curve is over the level under all masters: half by a master is as half by a cue.
        """
        dim, lit = self._dim, scaled[self._dim] > 0.0
        for curve, which, per_top, top in self._curved:
            scaled[which] = shaped(curve, scaled[which] * per_top) * top
        for curve, which, dimmer, per_top, top in self._dimmed:
            scaled[which] = shaped(curve, level[dimmer] * scale[which] * per_top) * level[which] * top
        if dim.size:
            scaled[dim] = self._dims.numbers(dim, scaled[dim], level[dim], lit)
        scaled[self._inverted] = self._top - scaled[self._inverted]
