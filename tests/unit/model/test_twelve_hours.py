"""Times of day with twelve hours are not read, but the message says what to write."""

import pytest

from showctl.model.logistics import parse_due
from showctl.model.segment import parse_start
from showctl.model.unit import parse_time_of_day, twelve_hours


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7:30 pm", "19:30"), ("7.30 p.m.", "19:30"), ("12 am", "00:00"), ("12:05PM", "12:05"), ("7pm", "19:00"),
        ("1:02:03 am", "01:02:03"), ("13 pm", ""), ("7:30", ""), ("pm", ""),
    ],
)  # fmt: skip
def test_what_is_meant(text: str, meant: str) -> None:
    assert twelve_hours(text) == meant


def test_the_message_says_what_to_write() -> None:
    with pytest.raises(ValueError, match="'7:30 pm' is not a time of day; write 19:30"):
        parse_time_of_day("7:30 pm")
    with pytest.raises(ValueError, match="'7:30 pm' is not a time of day; write 19:30"):
        parse_start("7:30 pm")
    with pytest.raises(ValueError, match="write 19:30 hard"):
        parse_start("7:30 pm hard")
    with pytest.raises(ValueError, match="'7 pm' is not a due time; write 19:00"):
        parse_due("7 pm")
