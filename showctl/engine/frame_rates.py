"""When the universes of each output are due: outputs of one rate have one schedule."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.engine.frames import FASTEST, Frames
from showctl.engine.port import FrameOutput


class FrameRates:
    """The schedules of U universes. A universe that outputs of several rates send has a place in each."""

    def __init__(self, universes: int, outputs: Iterable[FrameOutput]) -> None:
        by_rate: dict[float, list[FrameOutput]] = {}
        for output in outputs:
            by_rate.setdefault(output.rate, []).append(output)
        if not by_rate:
            by_rate[FASTEST] = []  # levels move on, and are stored, where nobody sends them
        self.schedules = tuple((Frames(universes, rate), tuple(each)) for rate, each in by_rate.items())
        """Each with the outputs that go by it."""

    def go_on_from(self, before: "FrameRates", rows: NDArray[np.intp]) -> None:
        """Keep to the schedules of others of the same rates; `rows`: which row each universe (U,) had, -1 for none."""
        theirs = {frames.period: frames for frames, _ in before.schedules}
        for frames, _ in self.schedules:
            if frames.period in theirs:
                frames.go_on_from(theirs[frames.period], rows)

    def wake(
        self, outputs: Sequence[FrameOutput], universes: Sequence[int], touched: NDArray[np.bool_], now: float
    ) -> None:
        """These outputs have sent nothing yet: what is `touched` (U,) of theirs is due."""
        for frames, every in self.schedules:
            new = {universe for output in every if output in outputs for _, universe in output.streams()}
            rows = touched & np.array([universe in new for universe in universes], np.bool_)
            if rows.any():
                frames.note(rows, np.zeros_like(rows), now)

    @property
    def next_due(self) -> float:
        """When the next frame is due; infinity when all are silent."""
        return min(frames.next_due for frames, _ in self.schedules)

    def send(
        self, levels: NDArray[np.uint8], changed: NDArray[np.bool_], moving: NDArray[np.bool_], now: float
    ) -> tuple[float, int]:
        """Send what is due at `now` of these levels (U × 512), of which these (U,) have changed, and these will.

        Returns the instant that the earliest was due at, and how many frames there were.
        """
        late, count = 0.0, 0
        for frames, outputs in self.schedules:
            frames.note(changed, moving, now)
            rows = frames.due(now)
            if rows.size:
                for output in outputs:
                    output.send(rows, levels)
                late = max(late, frames.lateness(rows, now))
                frames.sent(rows, moving, now)
                count += rows.size
        return now - late, count
