"""Fades that begin at one instant, together: one piece of work instead of one for each."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.effect import Fade

MANY = 8
"""Fades from which on they are begun together. Fewer are faster one by one, with what was looked up ahead for each."""


class FadeBatch(NamedTuple):
    """N fades of P parameters in all."""

    fades: Sequence[Fade]
    runs: NDArray[np.int64]
    times: NDArray[np.float64]
    times_down: NDArray[np.float64]
    """Of what falls."""

    places: NDArray[np.intp]
    """The parameters (P,), fade after fade."""
    targets: NDArray[np.float64]
    """Where each of them goes (P,)."""
    which: NDArray[np.intp]
    """The fade (0..N) of each (P,)."""

    @property
    def apart(self) -> bool:
        """Whether no two move the same parameter: then it does not matter which begins first."""
        ordered = np.sort(self.places)
        return not bool((ordered[1:] == ordered[:-1]).any())


def joined(fades: Sequence[tuple[int, Fade]], place: NDArray[np.intp]) -> FadeBatch:
    """These fades (run, fade) together; `place` says where the program's parameters are."""
    only = [fade for _, fade in fades]
    return FadeBatch(
        only,
        np.array([run for run, _ in fades], np.int64),
        np.array([fade.time for fade in only]),
        np.array([fade.time if fade.time_down is None else fade.time_down for fade in only]),
        place[np.frombuffer(b"".join([fade.parameters for fade in only]), "<i4")],
        np.frombuffer(b"".join([fade.targets for fade in only]), "<f4").astype(np.float64),
        np.repeat(np.arange(len(only)), [len(fade.targets) // 4 for fade in only]),
    )
