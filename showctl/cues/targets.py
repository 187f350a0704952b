"""Which cues and lists an acting cue means, as people write it: `12`, `[12, LX3]`, `{list: foyer}`, `all`."""

import re
from collections.abc import Container, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from showctl.model.cue import MAIN, CueId, cue_id
from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Flag, Seconds, parse_text

_LONGEST = 100
"""Characters of a list's name, a slash and a cue's number together."""


def parse_reference(value: Any) -> str:
    """The number or id of a cue, or `list/number`. Raises ValueError for what can be neither."""
    if isinstance(value, dict | list) or value is None:
        raise ValueError("the number of a cue is wanted here; write for example 12, or foyer/3 for another list")
    text = parse_text(value).strip()
    if len(text) > _LONGEST or not re.fullmatch(r"(?:[^/\n]+/)?[^\s/#*?\[\]{},]{1,24}", text):
        raise ValueError(f"'{text}' cannot be the number of a cue; write for example 12, foyer/3, or [12, 13] for two")
    return text


def resolve(
    reference: str, list_name: str, ids: Container[CueId], named: Mapping[str, CueId] | None = None
) -> CueId | None:
    """The cue that a cue of this list means: by number in its own list, else in the main list, else one `named` so.

    With `list/` before it, by number in that list. None: there is no such cue.
    """
    other, slash, number = reference.rpartition("/")
    choices = (cue_id(other.strip(), number),) if slash else (cue_id(list_name, number), cue_id(MAIN, number))
    return next((choice for choice in choices if choice in ids), (named or {}).get(reference))


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Reference = Annotated[
    str,
    BeforeValidator(parse_reference),
    WithJsonSchema(
        {"type": ["string", "number"], "description": "A cue's number or id", "examples": ["12", "foyer/3"]}
    ),
]
References = Annotated[tuple[Reference, ...], BeforeValidator(_one_or_many)]


class Targets(Frozen):
    """Cues by number and whole lists by name; short for `{cue: [12, 13]}` is `[12, 13]`, or `12` for one."""

    cues: References = Field(default=(), alias="cue", description="Numbers; list/number for cues of another list")
    lists: Annotated[tuple[Name, ...], BeforeValidator(_one_or_many)] = Field(
        default=(), alias="list", description="Names of lists; main is the one under cues: at the top"
    )
    if_armed: References = Field(
        default=(), alias="if armed", description="Nothing happens unless all of these cues are armed"
    )
    if_flagged: References = Field(
        default=(), alias="if flagged", description="Nothing happens unless all of these cues are flagged"
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        if data is None:
            raise ValueError("nothing is written here; write the number of a cue, for example 12")
        return data if isinstance(data, dict | Targets) else {"cue": data}

    @model_validator(mode="after")
    def _names_something(self) -> "Targets":
        if not self.names_something:
            raise ValueError("names no cue and no list; write for example {cue: 12} or {list: foyer}")
        return self

    @property
    def names_something(self) -> bool:
        """Whether anything is meant at all."""
        return bool(self.cues or self.lists)


class AnyTargets(Targets):
    """Cues, lists, or `all`. A cue whose number is `all` is `{cue: all}`."""

    everything: Flag = Field(default=False, alias="all", description="Every cue of every list")

    @model_validator(mode="before")
    @classmethod
    def _all(cls, data: Any) -> Any:
        return {"all": True} if isinstance(data, str) and data.strip() == "all" else data

    @property
    def names_something(self) -> bool:
        return self.everything or super().names_something


class FadedTargets(AnyTargets):
    """Cues, lists or `all`, and a time in which light goes out first."""

    fade: Seconds = Field(default=0.0, description="Light fades out in this time first; else it stays")
