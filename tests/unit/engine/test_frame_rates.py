"""Outputs of several rates send the same universes."""

import numpy as np
import pytest
from numpy.typing import NDArray

from showctl.engine.frame_rates import FrameRates
from showctl.engine.snapshot import DeviceStatus

LEVELS = np.zeros((2, 512), np.uint8)
NOTHING, FIRST = np.zeros(2, np.bool_), np.array([True, False])


class Noted:
    """Notes which rows it is given to send."""

    next_due = float("inf")

    def __init__(self, device: str, rate: float) -> None:
        self.device, self.rate = device, rate
        self.rows: list[list[int]] = []

    def send(self, rows: NDArray[np.intp], levels: NDArray[np.uint8]) -> None:
        self.rows.append(rows.tolist())

    def follow(self, now: float) -> None: ...

    def terminate(self, rows: NDArray[np.intp], at: str | None = None) -> None: ...

    def streams(self) -> set[tuple[str, int]]:
        return set()

    def status(self) -> DeviceStatus:
        return DeviceStatus(self.device, "sacn", "", "unused")

    def close(self) -> None: ...


def test_each_output_has_its_rate_and_those_of_one_rate_share_a_schedule() -> None:
    slow, fast, other = Noted("slow", 20.0), Noted("fast", 44.0), Noted("other", 44.0)
    rates = FrameRates(2, (slow, fast, other))
    assert [len(outputs) for _, outputs in rates.schedules] == [1, 2]
    assert rates.send(LEVELS, NOTHING, NOTHING, 0.0) == (0.0, 0)
    assert rates.next_due == np.inf
    assert rates.send(LEVELS, FIRST, FIRST, 1.0) == (1.0, 2)
    while (now := rates.next_due) < 11.0:
        due, count = rates.send(LEVELS, FIRST, FIRST, now)
        assert due == now
        assert count in {1, 2}
    assert fast.rows == other.rows
    assert {tuple(rows) for rows in slow.rows} == {(0,)}
    assert len(slow.rows) == pytest.approx(200, abs=2)
    assert len(fast.rows) == pytest.approx(440, abs=2)


def test_a_change_reaches_both_at_once_and_both_repeat_it() -> None:
    slow, fast = Noted("slow", 20.0), Noted("fast", 44.0)
    rates = FrameRates(2, (slow, fast))
    rates.send(LEVELS, FIRST, NOTHING, 1.0)
    assert slow.rows == fast.rows == [[0]]
    while (now := rates.next_due) < 1.7:
        rates.send(LEVELS, NOTHING, NOTHING, now)
    assert len(slow.rows) == len(fast.rows) == 4


def test_what_is_late_is_told_of_the_latest() -> None:
    rates = FrameRates(2, (Noted("slow", 20.0), Noted("fast", 44.0)))
    rates.send(LEVELS, FIRST, FIRST, 1.0)
    due, count = rates.send(LEVELS, FIRST, FIRST, 1.1)
    assert count == 2
    assert due == pytest.approx(1.02275)


def test_without_outputs_levels_still_have_instants() -> None:
    rates = FrameRates(2, ())
    assert rates.send(LEVELS, FIRST, FIRST, 1.0) == (1.0, 1)
    assert rates.next_due == pytest.approx(1.02275)
