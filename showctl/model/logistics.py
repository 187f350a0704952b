"""Logistics: what must be done around the show, by whom and by when."""

import datetime as dt
import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Text, format_seconds, parse_seconds, parse_time_of_day, twelve_hours

Category = Literal[
    "schedule", "budget", "venue", "supplier", "guest", "registration", "health and safety", "catering",
    "accommodation", "transport", "AV", "lighting and rigging", "stage and set", "video content",
    "streaming and recording", "technical operation", "drawings", "other",
]  # fmt: skip
Status = Literal["open", "confirmed", "in progress", "done", "problem"]


class Due(NamedTuple):
    """When an item is due: at a time of day, or so many seconds after (before: negative) a segment starts or ends."""

    time: dt.time | None = None
    segment: str | None = None
    edge: Literal["starts", "ends"] = "starts"
    offset: float = 0.0

    def __str__(self) -> str:
        if self.time is not None:
            return f"{self.time:%H:%M}"
        where = f"{self.segment} {self.edge}"
        if not self.offset:
            return f"when {where}"
        return f"{format_seconds(abs(self.offset))} {'before' if self.offset < 0 else 'after'} {where}"


def parse_due(value: Any) -> Due:
    """`18:55`, `when interval starts`, `30m before doors`, `20m after opening ends`."""
    if isinstance(value, Due):
        return value
    text = " ".join(str(value).split()) if value is not None else ""
    if re.fullmatch(r"[0-9:]+", text):
        return Due(time=parse_time_of_day(text))
    match = re.fullmatch(r"(?:when|(.+?) (before|after)) (.+?)(?: (starts|ends))?", text)
    if not match:
        meant = twelve_hours(text) or "for example 18:55, or 20m after opening ends"
        raise ValueError(f"'{text}' is not a due time; write {meant}")
    length, side, segment, edge = match.groups()
    offset = parse_seconds(length) * (-1 if side == "before" else 1) if length else 0.0
    return Due(segment=segment, edge="ends" if edge == "ends" else "starts", offset=offset)


class LogisticsItem(Frozen):
    """A note with a category, an owner, a due time and a status."""

    title: Text = Field(min_length=1)
    category: Category = "other"
    due: (
        Annotated[
            Due,
            BeforeValidator(parse_due),
            PlainSerializer(str, return_type=str),
            WithJsonSchema({"type": "string", "examples": ["18:55", "30m before doors", "20m after opening ends"]}),
        ]
        | None
    ) = None
    owner: Text = Field(default="", description="Who does it: a short name under people, or text")
    supplier: Name | None = Field(default=None, description="Who delivers it: the short name of one under suppliers")
    contact: Text = Field(default="", description="Whom to call: a short name, or name and number")
    location: Text = ""
    status: Status = "open"
    notes: Text = ""
    blocks: Name | None = Field(default=None, description="The segment that must not start before this is done")
