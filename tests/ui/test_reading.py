"""Times as they are read."""

import sys
import time
from zoneinfo import ZoneInfo

import pytest

from showctl.ui.reading import clock_count, counted, in_column, length, milliseconds, remaining, signed, zone_said

READ = {
    0: "0:00.0",
    2.14: "0:02.1",
    9.94: "0:09.9",
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
    assert remaining(-1) == "−0:00.0"


def test_over_under_is_signed() -> None:
    assert [signed(s) for s in (252, -80, 0.4, -0.4, 3700)] == ["+4:12", "−1:20", "0:00", "0:00", "+1:01:40"]


def test_lengths_have_units() -> None:
    assert [length(s) for s in (1500, 1248, 48)] == ["25m", "20m48s", "48s"]


def test_the_rest() -> None:
    assert clock_count(408.9) == "6:48"
    assert in_column(26) == "0:26.0"
    assert in_column(90) == "1:30"
    assert in_column(0) == ""
    assert [milliseconds(s) for s in (0.0004, 0.041)] == ["0.4 ms", "41 ms"]


@pytest.mark.skipif(sys.platform == "win32", reason="the zone of a process cannot be set there")
def test_a_zone_is_named_where_its_clocks_read_other_than_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    summer, winter = 1_784_000_000.0, 1_795_800_000.0
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "UTC")
        time.tzset()
        assert zone_said(ZoneInfo("Europe/London"), summer) == "Europe/London"
        assert zone_said(ZoneInfo("Europe/London"), winter) == ""
    time.tzset()
