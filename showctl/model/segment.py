"""The run of show: the timed parts of the event."""

import datetime as dt
import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from showctl.model.day_time import day_and_rest
from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Flag, HexColour, Seconds, Text, format_time_of_day, parse_time_of_day, twelve_hours

Begins = Literal["cue", "hand", "clock"]


class Start(NamedTuple):
    """A time of day of the plan; a hard one holds whatever happens before it."""

    time: dt.time
    hard: bool = False
    day: int | None = None
    """1 is the show's date; None: that of what stands before it, or the next where the time would go back."""

    def __str__(self) -> str:
        day = f"day {self.day} " if self.day is not None else ""
        return day + format_time_of_day(self.time) + (" hard" if self.hard else "")


def parse_start(value: Any) -> Start:
    """`19:30`, `19:30 hard`, `day 2 09:00 hard`."""
    if isinstance(value, Start):
        return value
    text = " ".join(str(value).split()) if value is not None else ""
    day, rest = day_and_rest(text)
    clock, _, kind = rest.partition(" ")
    if meant := twelve_hours(re.sub(r"\s+(hard|soft)\Z", "", text)):
        raise ValueError(f"'{text}' is not a time of day; write {meant}{' hard' if text.endswith(' hard') else ''}")
    if kind.strip() not in {"", "hard", "soft"}:
        raise ValueError(f"'{kind.strip()}' is no kind of start; write 19:30, or 19:30 hard")
    return Start(parse_time_of_day(clock or value), kind.strip() == "hard", day)


def _notes(value: Any) -> Any:
    """Plain text is a note for all."""
    return value if isinstance(value, dict) else {"all": value}


def _when(description: str) -> Any:
    examples = ["19:30", "19:30 hard", "day 2 09:00"]
    return WithJsonSchema({"type": "string", "description": description, "examples": examples})


_Time = Annotated[Start, BeforeValidator(parse_start), PlainSerializer(str, return_type=str)]


class Segment(Frozen):
    """One timed part of the event. Without a start it begins when the one before it in its room ends."""

    id: Name = Field(alias="segment", description="Short name, for cues and logistics to refer to")
    title: Text = Field(default="", description="What people call it; the short name unless written")
    room: Text = Field(default="", description="Rooms run side by side; the main one unless written")
    block: Text = Field(default="", description="The part of the day it belongs to: Evening, or Evening / First half")
    start: Annotated[_Time, _when("Planned start")] | None = None
    duration: Seconds | None = Field(default=None, description="Planned length; or write its end")
    end: Annotated[_Time, _when("It counts to this time, however late it starts")] | None = None
    minimum: Seconds | None = Field(default=None, description="The shortest it can be made")
    begins: Begins | None = Field(
        default=None,
        description="While the clock runs the day (roll): by its cue, by hand, or by the clock; unless written by its "
        "cue if it has one, else by the clock",
    )
    clock_fires: Flag = Field(
        default=False, alias="clock fires", description="Where the clock begins it, it fires the cue that starts it"
    )
    owner: Text = Field(default="", description="Who answers for it: a short name under people, or text")
    location: Text = ""
    colour: HexColour | None = None
    warning: Seconds | None = Field(default=None, description="So long before its end the countdown warns")
    danger: Seconds | None = Field(default=None, description="So long before its end the countdown presses")
    notes: Annotated[dict[Text, Text], BeforeValidator(_notes)] = Field(
        default={}, description="Text for all, or by department"
    )

    @model_validator(mode="after")
    def _has_a_length(self) -> "Segment":
        if self.duration is None and self.end is None:
            raise ValueError("it has no length; write duration: 10m, or end: 20:30")
        if self.duration is not None and self.end is not None:
            raise ValueError("it has a duration and an end; write one of them")
        if self.minimum is not None and self.duration is not None and self.minimum > self.duration:
            raise ValueError("the minimum is longer than the duration; write a shorter minimum")
        return self

    @model_validator(mode="after")
    def _clock_begins_what_it_fires(self) -> "Segment":
        if self.clock_fires and self.begins not in (None, "clock"):
            raise ValueError(f"the clock does not fire what begins by {self.begins}; write begins: clock")
        return self

    @property
    def name(self) -> str:
        """What people call it."""
        return self.title or self.id

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks that it is in, the outermost first: `Evening`, `Evening / First half`."""
        parts = [part.strip() for part in self.block.split("/") if part.strip()]
        return tuple(" / ".join(parts[: n + 1]) for n in range(len(parts)))
