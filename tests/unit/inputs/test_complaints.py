"""Complaints: the first at once, then seldom, with a count; and again at once after a silence."""

import pytest

from showctl.inputs.complaints import FIRST, LONGEST, Complaints


@pytest.fixture
def said() -> list[str]:
    return []


def test_the_first_is_said_at_once_and_the_next_together(said: list[str]) -> None:
    complaints = Complaints(said.append)
    for second, text in enumerate(("no 0", "no 1", "no 1", "no 2", "no 1", "no 2")):
        complaints.add(text, float(second))
    assert said == ["no 0", "no 1 (3 times)", "no 2 (2 times)"]


def test_more_than_a_few_are_counted(said: list[str]) -> None:
    complaints = Complaints(said.append)
    for place in range(int(FIRST) + 95):
        complaints.add(f"no {place}", place / 100)
    complaints.say_due(FIRST)
    assert said == ["no 0", "no 1", "no 2", "no 3", "no 4 (and 95 more)"]


def test_what_was_kept_is_said_though_nothing_follows(said: list[str]) -> None:
    complaints = Complaints(said.append)
    complaints.add("/Foo", 0.0)
    assert complaints.due is None
    complaints.add("/Bar", 1.0)
    assert complaints.due == FIRST
    complaints.say_due(FIRST - 0.1)
    assert said == ["/Foo"]
    complaints.say_due(FIRST)
    assert said == ["/Foo", "/Bar"]
    assert complaints.due is None


def test_a_flood_all_evening_is_said_ever_more_seldom(said: list[str]) -> None:
    complaints = Complaints(said.append)
    for second in range(4 * 3600):
        complaints.add("no", float(second))
    assert 20 < len(said) < 40
    assert said[-1] == f"no ({LONGEST:.0f} times)"


def test_after_a_silence_it_is_as_at_first(said: list[str]) -> None:
    complaints = Complaints(said.append)
    for instant in (0.0, 5.0, 15.0, 1000.0, 1005.0):
        complaints.add(str(instant), instant)
    assert said == ["0.0", "5.0", "15.0", "1000.0", "1005.0"]
