"""Load cue: let the next start of other cues begin at another instant than their GO."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema, model_validator

from showctl.cues.acting import ActingCue
from showctl.cues.targets import Targets
from showctl.model.effect import Act
from showctl.model.unit import format_place, parse_place

Place = Annotated[
    float,
    BeforeValidator(parse_place),
    PlainSerializer(format_place, when_used="json"),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "description": "From its GO, its pre-wait included; below 0 before its end; 0: from its beginning again",
            "examples": ["1m30s", "-10s"],
        }
    ),
]


class PlaceTargets(Targets):
    """Cues by number, of lists their standby cue, and where they are loaded."""

    at: Place

    @model_validator(mode="before")
    @classmethod
    def _says_where(cls, data: Any) -> Any:
        if data is not None and not isinstance(data, dict | Targets):
            raise ValueError(f"the time is missing; write for example {{cue: {data}, at: 1m30s}}, or at: -10s")
        return data


class LoadCue(ActingCue):
    """Load other cues to a time; nothing is sent. Their next start begins there."""

    act: ClassVar[Act] = "load"
    load: PlaceTargets

    @property
    def targets(self) -> PlaceTargets:
        return self.load
