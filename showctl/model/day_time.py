"""A time of day on a day of the show: `09:00`, `day 2 09:00`."""

import datetime as dt
import re
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from showctl.model.unit import format_time_of_day, parse_time_of_day


class DayTime(NamedTuple):
    """A time of day of the plan."""

    time: dt.time
    day: int | None = None
    """1 is the show's date; None: unwritten, which each field takes its own way."""

    def __str__(self) -> str:
        return (f"day {self.day} " if self.day is not None else "") + format_time_of_day(self.time)


def day_and_rest(text: str) -> tuple[int | None, str]:
    """The day that a text begins with, and what stands after it. Raises ValueError for day 0, and for nothing after."""
    day = re.match(r"day ([0-9]{1,3}) ", text + " ")
    if day is None:
        return None, text
    rest = text[day.end() :]
    if not rest:
        raise ValueError(f"'{text}' says no time; write day {day[1]} 09:00")
    if int(day[1]) < 1:
        raise ValueError(f"'{text}': days count from 1, the date of the show; write day 1 {rest}")
    return int(day[1]), rest


def parse_day_time(value: Any) -> DayTime:
    """`18:15`, `day 2 09:00`."""
    if isinstance(value, DayTime):
        return value
    day, rest = day_and_rest(" ".join(value.split())) if isinstance(value, str) else (None, value)
    return DayTime(parse_time_of_day(rest), day)


DayTimed = Annotated[
    DayTime,
    BeforeValidator(parse_day_time),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "description": "A time of day, perhaps of a day", "examples": ["18:15", "day 2 09:00"]}
    ),
]
