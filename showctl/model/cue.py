"""What all cues have in common."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, SerializeAsAny, WithJsonSchema

from showctl.model.frozen import Frozen
from showctl.model.hotkey import canonical
from showctl.model.selection import Name
from showctl.model.unit import Flag, HexColour, Seconds, Text, Whole

CueId = str
"""Unique in the show: the number for cues of the main list, `list/number` for those of another."""
MAIN = "main"
"""The name of the list that `cues:` at the top of a show file holds."""


class Continue(StrEnum):
    """What happens after a cue by itself."""

    NONE = "none"
    AUTO_CONTINUE = "auto-continue"
    """The next cue starts when the post-wait, counted from this cue's action, is over."""
    AUTO_FOLLOW = "auto-follow"
    """The next cue starts when this cue is done."""


GroupMode = Literal["timeline", "sequence", "first then next", "playlist", "random"]
"""How a group plays what is inside (docs/cues.md has the table)."""
IfRunning = Literal["nothing", "restart", "stop", "panic", "break out", "next"]
"""What a second GO or start means to a cue that is active."""
FOREVER = 0
"""As a number of repetitions."""


def _times(value: Any) -> int:
    """How often a cue plays: a whole number, or forever."""
    text = str(value).strip()
    if text == "forever" or (isinstance(value, int) and value == FOREVER):
        return FOREVER
    if not re.fullmatch(r"[1-9][0-9]{0,4}", text):
        raise ValueError(f"'{text}' is no number of times; write for example 3, or forever")
    return int(text)


Times = Annotated[
    int,
    BeforeValidator(_times),
    PlainSerializer(lambda times: times or "forever"),
    WithJsonSchema({"type": ["integer", "string"], "description": "How often", "examples": [3, "forever"]}),
]


def _number(text: str) -> str:
    text = text.strip()
    if not re.fullmatch(r"[^\s/#*?\[\]{},]{1,24}", text):
        raise ValueError(f"'{text}' cannot be a cue number; write for example 12, 12.5 or LX3")
    return text


def natural_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts 2 before 10, 12 before 12.5, and LX2 before LX10."""
    parts = re.findall(r"[0-9]+|[^0-9.]+", number)
    return tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p.casefold()) for p in parts)


CueNumber = Annotated[Text, AfterValidator(_number)]


class Cue(Frozen):
    """A cue of any type. Each type adds one field, named like the type, that says what it does."""

    number: CueNumber = Field(alias="cue", description="Number, free text in natural order: 12, 12.5, LX3")
    id: CueNumber | None = Field(
        default=None, description="A name that other cues may use for this one: it stays when numbers change"
    )
    label: Text = Field(default="", description="What the operator reads")
    notes: Text = Field(default="", description="What the operator needs to know before GO")
    colour: HexColour | None = Field(default=None, description="A mark in the cue list")
    at: Seconds = Field(default=0.0, description="In a timeline group: offset from the group's action")
    pre_wait: Seconds = Field(default=0.0, alias="pre-wait", description="From GO to the action")
    post_wait: Seconds = Field(
        default=0.0, alias="post-wait", description="From the start of the action to the auto-continue"
    )
    continue_: Continue = Field(default=Continue.NONE, alias="continue", description="What follows by itself")
    armed: Flag = Field(default=True, description="A cue that is not armed keeps its waits but does nothing")
    repeat: Times = Field(default=1, description="How often the action is done, one after the other; or forever")
    if_running: IfRunning = Field(
        default="restart", alias="if running", description="What a second GO or start does while the cue is active"
    )
    on_release: Flag = Field(
        default=False, alias="on release", description="if running is done as well when the starting key is let go"
    )
    flagged: Flag = Field(default=False, description="A mark that conditions ask for; flag, unflag and reset change it")
    hotkey: Annotated[Text, AfterValidator(canonical)] = Field(
        default="", description="A key that starts this cue; standby stays", examples=["F1", "Q", "Ctrl+F1", "Num 1"]
    )
    starts_segment: Name | None = Field(
        default=None, alias="starts segment", description="The segment of the run of show that this cue starts"
    )

    @property
    def duration(self) -> float:
        """Seconds from the action until the cue is done, or would be if it did not repeat."""
        raise TypeError("a cue without a type has no duration")

    @property
    def department(self) -> str:
        """Whose cue it is: light, audio, video, stage or other."""
        return "other"

    @property
    def children(self) -> tuple["Cue", ...]:
        """The cues inside, if this is a group."""
        return ()

    def walk(self) -> Iterator["Cue"]:
        """This cue and all inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class CueList(Frozen):
    """Ordered cues with a standby of their own."""

    label: Text = ""
    cart: Flag = Field(default=False, description="A cart: cues that are started directly; it has no standby")
    priority: Whole = Field(
        default=5, ge=1, le=10, description="Where lists move the same light, the highest priority counts: 1 to 10"
    )
    merge: Literal["htp", "ltp"] = Field(
        default="htp", description="Its intensity beside that of other lists: the highest counts, or the latest to move"
    )
    cues: tuple[SerializeAsAny[Cue], ...] = ()

    def walk(self) -> Iterator[Cue]:
        """All cues, those inside groups too, in order."""
        for cue in self.cues:
            yield cue
            for child in cue.children:
                yield from child.walk()


def cue_id(list_name: str, number: str) -> CueId:
    """The id of a cue in a list."""
    return number if list_name == MAIN else f"{list_name}/{number}"
