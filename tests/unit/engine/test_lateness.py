"""How late things left, over the last minute."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.lateness import Lateness


def test_nothing_yet() -> None:
    figures = Lateness().figures(100.0)
    assert (figures.count, figures.median, figures.p99, figures.worst) == (0, 0.0, 0.0, 0.0)


def test_median_p99_and_worst() -> None:
    lateness = Lateness()
    for late in np.linspace(0.0, 0.0099, 100):
        lateness.add(float(late), 1000.0)
    figures = lateness.figures(1000.5)
    assert figures.count == 100
    assert figures.median == pytest.approx(0.005, rel=0.06)
    assert figures.p99 == pytest.approx(0.0098, rel=0.06)
    assert figures.worst == pytest.approx(0.0099)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0, 200)), max_size=30).map(
        lambda some: sorted(some, key=lambda each: each[1])
    )
)
def test_many_at_once_count_like_one_by_one(late: list[tuple[float, float]]) -> None:
    at_once, in_turn = Lateness(), Lateness()
    at_once.add_all([(*each, "") for each in late])
    for seconds, left in late:
        in_turn.add(seconds, left)
    assert at_once.figures(200.0) == in_turn.figures(200.0)


def test_only_the_last_minute_counts_but_the_worst_stays() -> None:
    lateness = Lateness()
    lateness.add(0.5, 1000.0)
    lateness.add(0.001, 1030.0, count=9)
    assert lateness.figures(1059.0).count == 10
    figures = lateness.figures(1061.0)
    assert figures.count == 9
    assert figures.p99 == pytest.approx(0.001, rel=0.06)
    assert figures.worst == 0.5
    assert lateness.figures(2000.0).count == 0


def test_early_and_absurd_are_counted_too() -> None:
    lateness = Lateness()
    lateness.add(-0.001, 0.0)
    lateness.add(1e9, 0.0)
    assert lateness.figures(0.0).count == 2


@given(st.lists(st.tuples(st.floats(0, 30), st.floats(0, 1)), max_size=50))
def test_counts_agree_with_keeping_them_all(gaps: list[tuple[float, float]]) -> None:
    lateness, now, kept = Lateness(), 0.0, []
    for gap, late in gaps:
        now += gap
        lateness.add(late, now)
        kept.append(int(now))
    assert lateness.figures(now).count == sum(second > int(now) - 60 for second in kept)


def test_the_latest_device_is_named_and_the_worst_can_be_reset() -> None:
    lateness = Lateness()
    lateness.add_all([(0.001, 10.0, "desk"), (0.020, 10.0, "media")])
    lateness.add(0.004, 11.0)
    figures = lateness.figures(11.0)
    assert (figures.device, figures.worst, figures.since) == ("media", 0.020, None)
    lateness.reset(12.0)
    lateness.add(0.002, 75.0)
    figures = lateness.figures(75.0)
    assert (figures.device, figures.worst, figures.since) == ("", 0.002, 12.0)
