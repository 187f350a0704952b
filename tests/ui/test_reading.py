"""Times as they are read."""

import pytest

from showctl.ui.reading import clock_count, counted, length, milliseconds, remaining, signed, wait_column

READ = {
    0: "0.0",
    2.14: "2.1",
    9.94: "9.9",
    9.96: "0:10.0",
    17.2: "0:17.2",
    59.94: "0:59.9",
    59.96: "1:00",
    3864: "1:04:24",
}


@pytest.mark.parametrize(("seconds", "text"), READ.items())
def test_counted(seconds: float, text: str) -> None:
    assert counted(seconds) == text


def test_remaining_has_a_minus_and_never_less_than_nothing() -> None:
    assert remaining(17.2) == "−0:17.2"
    assert remaining(-1) == "−0.0"


def test_over_under_is_signed() -> None:
    assert [signed(s) for s in (252, -80, 0.4, -0.4, 3700)] == ["+4:12", "−1:20", "0:00", "0:00", "+1:01:40"]


def test_lengths_have_units() -> None:
    assert [length(s) for s in (1500, 1248, 48)] == ["25m", "20m48s", "48s"]


def test_the_rest() -> None:
    assert clock_count(408.9) == "6:48"
    assert wait_column(26) == "26.0"
    assert wait_column(0) == ""
    assert [milliseconds(s) for s in (0.0004, 0.041)] == ["0.4 ms", "41 ms"]
