"""When frames leave: at once on a change, never too often, repeated, then kept alive."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.frames import FASTEST, PERIOD, REPEATS, SLACK, Frames

ONE, NONE = np.array([True]), np.array([False])
NOTHING = np.zeros(1, np.bool_)


def send_due(frames: Frames, now: float, moving: bool = False) -> list[int]:
    rows = frames.due(now)
    frames.sent(rows, np.full_like(ONE, moving), now)
    return [int(row) for row in rows]


def play(frames: Frames, until: float, moving: bool = False) -> list[float]:
    """Instants of the frames of one universe, each sent when it is due."""
    sent = []
    while (now := frames.next_due) <= until:
        frames.note(ONE if moving else NONE, ONE if moving else NONE, now)
        assert send_due(frames, now, moving) == [0]
        sent.append(now)
    return sent


def test_silent_until_something_changes() -> None:
    frames = Frames(3)
    assert frames.next_due == np.inf
    assert frames.due(1e9).size == 0
    frames.note(np.array([False, True, False]), np.zeros(3, np.bool_), 5.0)
    assert frames.due(5.0).tolist() == [1]


def test_a_change_is_due_at_once() -> None:
    frames = Frames(1)
    frames.note(ONE, NONE, 100.0)
    assert frames.next_due == 100.0


def test_a_change_right_after_a_frame_waits_for_the_cap() -> None:
    frames = Frames(1)
    frames.note(ONE, NONE, 100.0)
    send_due(frames, 100.0)
    frames.note(ONE, NONE, 100.001)
    assert frames.due(100.001).size == 0
    assert frames.next_due == pytest.approx(100.0 + PERIOD)


def test_change_then_three_repeats_then_keep_alive() -> None:
    frames = Frames(1)
    frames.note(ONE, NONE, 0.0)
    sent = [0.0, *play(frames, 5.0)] if send_due(frames, 0.0) else []
    gaps = np.diff(sent)
    assert gaps[:REPEATS] == pytest.approx([PERIOD] * REPEATS)
    assert ((gaps[REPEATS:] >= 0.8 - 1e-9) & (gaps[REPEATS:] <= 1.0)).all()
    assert gaps.size > REPEATS + 4


def test_a_change_leaves_the_keep_alive_at_once() -> None:
    frames = Frames(1)
    frames.note(ONE, NONE, 0.0)
    send_due(frames, 0.0)
    last = play(frames, 3.0)[-1]
    frames.note(ONE, NONE, last + 0.1)
    assert frames.next_due == last + 0.1


def test_steady_frames_while_fading_even_if_no_slot_changes() -> None:
    frames = Frames(1)
    frames.note(NONE, ONE, 10.0)  # a slow fade: nothing has changed yet
    sent = []
    while (now := frames.next_due) < 12.0:
        frames.note(NONE, ONE, now)
        send_due(frames, now, moving=True)
        sent.append(now)
    assert sent == pytest.approx(10.0 + PERIOD * np.arange(len(sent)))
    assert len(sent) == 88


def test_keep_alives_are_staggered() -> None:
    universes = 32
    frames = Frames(universes)
    everything, nothing = np.ones(universes, np.bool_), np.zeros(universes, np.bool_)
    frames.note(everything, nothing, 0.0)
    largest, last = 0, np.zeros(universes)
    while (now := frames.next_due) < 10.0:
        rows = frames.due(now)
        if now > 2.0:
            largest = max(largest, rows.size)
            assert (now - last[rows] <= 1.0).all()
        last[rows] = now
        frames.sent(rows, nothing, now)
    assert largest <= 2 * universes / 16


def test_late_frames_are_skipped_and_come_in_no_burst() -> None:
    frames = Frames(1)
    frames.note(ONE, ONE, 0.0)
    send_due(frames, 0.0, moving=True)
    assert send_due(frames, 1.0, moving=True) == [0]  # a stall of a second
    assert frames.due(1.0).size == 0
    assert frames.next_due == pytest.approx(1.0 + PERIOD)


def test_a_little_late_does_not_move_the_frames_after() -> None:
    frames = Frames(1)
    frames.note(ONE, ONE, 0.0)
    send_due(frames, 0.0, moving=True)
    for frame in range(1, 100):
        assert frames.lateness(frames.due(frame * PERIOD + 0.0005), frame * PERIOD + 0.0005) == pytest.approx(0.0005)
        send_due(frames, frame * PERIOD + 0.0005, moving=True)
    assert frames.next_due == pytest.approx(100 * PERIOD)


@given(
    late=st.lists(st.one_of(st.floats(0, 0.0009), st.floats(0, 0.2)), min_size=50, max_size=200),
    changes=st.lists(st.booleans(), min_size=200, max_size=200),
    moves=st.lists(st.booleans(), min_size=200, max_size=200),
    rate=st.integers(20, int(FASTEST)),
)
def test_never_more_frames_than_the_rate_in_any_second(
    late: Sequence[float], changes: Sequence[bool], moves: Sequence[bool], rate: int
) -> None:
    frames = Frames(1, rate)
    now, sent = 0.0, []
    for wait, change, move in zip(late, changes, moves, strict=False):
        frames.note(np.array([change]), np.array([move]), now)
        now = max(now, min(frames.next_due, now + 0.01)) + wait
        if send_due(frames, now, move):
            sent.append(now)
    instants = np.array(sent)
    if instants.size > 1:
        assert np.diff(instants).min() >= frames.period - SLACK - 1e-9
    for first in range(instants.size - rate):
        assert instants[first + rate] - instants[first] >= 1.0 - 1e-9


@pytest.mark.parametrize(("rate", "least"), [(20, 19), (25, 24), (40, 39), (44, 43)])
def test_each_rate_is_kept(rate: int, least: int) -> None:
    frames = Frames(1, rate)
    frames.note(ONE, ONE, 0.0)
    send_due(frames, 0.0, moving=True)
    sent = play(frames, 30.0, moving=True)
    assert least < len(sent) / 30.0 <= rate
