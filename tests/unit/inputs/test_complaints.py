"""Complaints: the first at once, then seldom, with a count; and again at once after a silence."""

import pytest

from showctl.inputs.complaints import FIRST, LONGEST, Complaints


@pytest.fixture
def said() -> list[str]:
    return []


def test_the_first_is_said_at_once_and_the_next_with_a_count(said: list[str]) -> None:
    complaints = Complaints(said.append)
    for second in range(int(FIRST) + 1):
        complaints.add(f"no {second}", float(second))
    assert said == ["no 0", "no 5 (4 more before that)"]


def test_a_flood_all_evening_is_said_ever_more_seldom(said: list[str]) -> None:
    complaints = Complaints(said.append)
    for second in range(4 * 3600):
        complaints.add("no", float(second))
    assert 20 < len(said) < 40
    assert said[-1] == f"no ({LONGEST - 1:.0f} more before that)"


def test_after_a_silence_it_is_as_at_first(said: list[str]) -> None:
    complaints = Complaints(said.append)
    for instant in (0.0, 5.0, 15.0, 1000.0, 1005.0):
        complaints.add(str(instant), instant)
    assert said == ["0.0", "5.0", "15.0", "1000.0", "1005.0"]
