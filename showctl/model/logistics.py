"""Logistics: what must be done around the show, by whom and by when."""

import datetime as dt
import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from showctl.model.beside import Files, Links
from showctl.model.day_time import DayTime, parse_day_time
from showctl.model.frozen import Frozen
from showctl.model.money import Cost
from showctl.model.selection import Name
from showctl.model.unit import Seconds, Text, format_seconds, parse_seconds, twelve_hours

Category = Literal[
    "schedule", "budget", "venue", "supplier", "guest", "registration", "health and safety", "catering",
    "accommodation", "transport", "AV", "lighting and rigging", "stage and set", "video content",
    "streaming and recording", "technical operation", "drawings", "other",
]  # fmt: skip
Status = Literal["open", "confirmed", "in progress", "done", "problem"]


class Due(NamedTuple):
    """When an item is due: at a time of day, or so many seconds after (before: negative) a segment starts or ends, or
    a cue starts."""

    time: dt.time | None = None
    segment: str | None = None
    edge: Literal["starts", "ends"] = "starts"
    offset: float = 0.0
    day: int | None = None
    """Of a time: 1 is the show's date; None: that, or the next where the run of show begins much later."""
    cue: str | None = None
    """As a cue of the main list would name it: its number or id, `list/12` for one of another list."""

    def __str__(self) -> str:
        if self.time is not None:
            return str(DayTime(self.time, self.day))
        where = f"{self.segment if self.cue is None else f'cue {self.cue}'} {self.edge}"
        if not self.offset:
            return f"when {where}"
        return f"{format_seconds(abs(self.offset))} {'before' if self.offset < 0 else 'after'} {where}"


def parse_due(value: Any) -> Due:
    """`18:55`, `day 2 09:00`, `when interval starts`, `30m before doors`, `20m after opening ends`, `15m before cue
    12`."""
    if isinstance(value, Due):
        return value
    text = " ".join(str(value).split()) if value is not None else ""
    if re.fullmatch(r"[0-9:]+|day [0-9]+( [0-9:]*)?", text):
        at = parse_day_time(text)
        return Due(time=at.time, day=at.day)
    match = DUE_AT.fullmatch(text)
    if not match:
        meant = twelve_hours(text) or "for example 18:55, or 20m after opening ends"
        raise ValueError(f"'{text}' is not a due time; write {meant}")
    length, side, cue, segment, edge = match.group("length", "side", "cue", "segment", "edge")
    offset = parse_seconds(length) * (-1 if side == "before" else 1) if length else 0.0
    if cue and edge == "ends":
        raise ValueError(f"'{text}': a cue counts from its start; write for example 20m after cue {cue}")
    return Due(segment=segment, edge="ends" if edge == "ends" else "starts", offset=offset, cue=cue)


DUE_AT = re.compile(
    r"(?:when|(?P<length>.+?) (?P<side>before|after)) "
    r"(?:cue (?!(?:starts|ends)\Z)(?P<cue>(?:[^/]+/)?[^\s/#*?\[\]{},]+)|(?P<segment>.+?))"
    r"(?: (?P<edge>starts|ends))?"
)
"""A due time that goes by a cue or a segment, in single spaces."""
_EXAMPLES = ["18:55", "day 2 09:00", "30m before doors", "20m after opening ends", "15m before cue 12"]


class LogisticsItem(Frozen):
    """A note with a category, an owner, a due time and a status."""

    title: Text = Field(min_length=1)
    category: Category = "other"
    due: (
        Annotated[
            Due,
            BeforeValidator(parse_due),
            PlainSerializer(str, return_type=str),
            WithJsonSchema({"type": "string", "examples": _EXAMPLES}),
        ]
        | None
    ) = None
    lead: Seconds | None = Field(default=None, description="So long before it is due the alert comes")
    owner: Text = Field(default="", description="Who does it: a short name under people, or text")
    supplier: Name | None = Field(default=None, description="Who delivers it: the short name of one under suppliers")
    contact: Text = Field(default="", description="Whom to call: a short name, or name and number")
    location: Text = ""
    status: Status = "open"
    cost: Cost = Field(default=Cost(), description="What it should cost, and what it did")
    files: Files = Field(default=(), description="In the show's folder or below it, for example papers/stage.pdf")
    links: Links = Field(default=(), description="Addresses on the web")
    notes: Text = ""
    blocks: Name | None = Field(default=None, description="The segment that must not start before this is done")
