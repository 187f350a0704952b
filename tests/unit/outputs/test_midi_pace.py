"""MIDI's pace: bursts go at once up to a size, and never faster than the rate for long."""

from hypothesis import given
from hypothesis import strategies as st

from showctl.outputs.midi_pace import BURST, LEAST, RATE, Pace


def test_a_few_messages_wait_for_nothing() -> None:
    pace = Pace()
    assert all(pace.wait(3, 10.0) == 0.0 for _ in range(int(BURST / LEAST)))
    pace.wait(3, 10.0)
    assert pace.wait(3, 10.0) > 0


def test_a_long_message_makes_the_next_one_wait() -> None:
    pace = Pace()
    assert pace.wait(12_000, 0.0) == 0.0
    assert pace.wait(3, 0.0) == 12_000 / RATE - BURST / RATE


def test_a_pause_gives_everything_back() -> None:
    pace = Pace()
    pace.wait(100_000, 0.0)
    assert pace.wait(3, 10.0) == 0.0


@given(st.lists(st.tuples(st.integers(1, 500), st.floats(0, 0.01)), min_size=1, max_size=200))
def test_never_more_than_a_burst_ahead_of_the_rate(messages: list[tuple[int, float]]) -> None:
    pace, now, sent = Pace(), 0.0, []
    for size, gap in messages:
        now += gap
        now += pace.wait(size, now)
        sent.append((now, max(size, LEAST)))
    for index, (start, _) in enumerate(sent):
        total = sum(size for _, size in sent[index:-1])
        assert total <= (sent[-1][0] - start) * RATE + BURST + 500 + 1e-3
