"""The run of show: the timed parts of the event."""

import datetime as dt
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import HexColour, Seconds, Text, parse_time_of_day


class Start(NamedTuple):
    """A planned start; a hard one holds whatever happens before it."""

    time: dt.time
    hard: bool = False

    def __str__(self) -> str:
        return f"{self.time:%H:%M}" + (f":{self.time:%S}" if self.time.second else "") + (" hard" if self.hard else "")


def parse_start(value: Any) -> Start:
    """`19:30`, or `19:30 hard`."""
    if isinstance(value, Start):
        return value
    text = str(value).strip() if value is not None else ""
    clock, _, kind = text.partition(" ")
    if kind.strip() not in {"", "hard", "soft"}:
        raise ValueError(f"'{kind.strip()}' is no kind of start; write 19:30, or 19:30 hard")
    return Start(parse_time_of_day(clock or value), kind.strip() == "hard")


def _notes(value: Any) -> Any:
    """Plain text is a note for all."""
    return value if isinstance(value, dict) else {"all": value}


class Segment(Frozen):
    """One timed part of the event. Without a start it begins when the one before it ends."""

    id: Name = Field(alias="segment", description="Short name, for cues and logistics to refer to")
    title: Text = Field(default="", description="What people call it; the short name unless written")
    start: (
        Annotated[
            Start,
            BeforeValidator(parse_start),
            PlainSerializer(str, return_type=str),
            WithJsonSchema({"type": "string", "description": "Planned start", "examples": ["19:30", "19:30 hard"]}),
        ]
        | None
    ) = None
    duration: Seconds = Field(description="Planned length")
    minimum: Seconds | None = Field(default=None, description="The shortest it can be made")
    owner: Text = Field(default="", description="Who answers for it")
    location: Text = ""
    colour: HexColour | None = None
    notes: Annotated[dict[Text, Text], BeforeValidator(_notes)] = Field(
        default={}, description="Text for all, or by department"
    )

    @model_validator(mode="after")
    def _minimum_fits(self) -> "Segment":
        if self.minimum is not None and self.minimum > self.duration:
            raise ValueError("the minimum is longer than the duration; write a shorter minimum")
        return self

    @property
    def name(self) -> str:
        """What people call it."""
        return self.title or self.id
