"""Looks: levels by fixture and parameter."""

from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from showctl.model.colour import Colour
from showctl.model.frozen import Frozen
from showctl.model.selection import Selection
from showctl.model.setting import KEPT, RELEASE, Parameter, Setting, Value, Word, parse_setting
from showctl.model.unit import Seconds


def _palette(value: Any) -> Value | Word:
    found = parse_setting(value)
    if not isinstance(found, Word) and found != RELEASE:
        raise ValueError(f"'{value}' is no palette; write the name of a mixed palette, or release")
    return found


_KNOWN: "dict[Any, FixtureLook]" = {}
"""The first of them by what is written."""


class FixtureLook(Frozen):
    """What a look says of one fixture. Further keys are parameters of the fixture, by the profile's names."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Parameter]

    palette: (
        Annotated[
            Value | Word,
            BeforeValidator(_palette),
            PlainSerializer(str, return_type=str),
            WithJsonSchema({"type": "string", "examples": ["preset", "release"]}),
        ]
        | None
    ) = Field(default=None, description="A mixed palette; or release, which gives back all of the fixture")
    position: Parameter | None = Field(default=None, description="A position palette, or release")
    beam: Parameter | None = Field(default=None, description="A beam palette, or release")
    colour: Colour | None = None
    intensity: Parameter | None = None
    time: Seconds | None = Field(default=None, description="The fixture's own, where it is not that of the cue")
    delay: Seconds | None = Field(default=None, description="Likewise, from the action of the cue")

    @model_validator(mode="wrap")
    @classmethod
    def _once(cls, data: Any, build: ModelWrapValidatorHandler["FixtureLook"]) -> "FixtureLook":
        """A show says the same of many fixtures: what is written alike is one object."""
        try:
            written = data if isinstance(data, str) else tuple(data.items())
            known = _KNOWN.get(written)
        except (AttributeError, TypeError):  # no plain texts
            return build(cls._meant(data))
        if known is None:
            known = build(cls._meant(data))
            if len(_KNOWN) < KEPT:
                _KNOWN[written] = known
        return known

    @staticmethod
    def _meant(data: Any) -> Any:
        """`house: 80%` is short for `house: {intensity: 80%}`; `house: release` gives back all of it."""
        if isinstance(data, dict | FixtureLook):
            return data
        if data == RELEASE or (isinstance(data, str) and data.strip() == "release"):
            return {"palette": "release"}
        return {"intensity": data}

    @property
    def parameters(self) -> dict[str, Setting]:
        """The further parameters by name, in the order written."""
        return self.__pydantic_extra__


Look = dict[Selection, FixtureLook]
"""By fixture, group, or range of fixtures; where two speak of the same fixture, the later one counts."""
