"""Release cue: give back the light of whole lists, to who moved it before or to rest."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.cues.targets import FadedTargets
from showctl.model.effect import Effect
from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Flag, Seconds


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


class ReleaseTargets(Frozen):
    """Lists by name, and a time; short for `{lists: [band, foyer]}` is `[band, foyer]`, or `band` for one, or `all`."""

    lists: Annotated[tuple[Name, ...], BeforeValidator(_one_or_many)] = Field(
        default=(), description="Names of lists; main is the one under cues: at the top"
    )
    everything: Flag = Field(default=False, alias="all", description="Every list")
    time: Seconds = Field(default=0.0, description="Light goes back in this time")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        if isinstance(data, dict | ReleaseTargets):
            return data
        if data is None:
            raise ValueError("nothing is written here; write the name of a list, for example band")
        return {"all": True} if isinstance(data, str) and data.strip() == "all" else {"lists": data}

    @model_validator(mode="after")
    def _names_something(self) -> "ReleaseTargets":
        if not (self.lists or self.everything):
            raise ValueError("names no list; write for example {lists: [band], time: 3s}, or all")
        return self


class ReleaseCue(CueType):
    """Give back the light of whole lists in a time. What else they do goes on."""

    release: ReleaseTargets

    @property
    def duration(self) -> float:
        return self.release.time

    @property
    def department(self) -> str:
        return "light"

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        meant = self.release
        targets = FadedTargets(lists=meant.lists, everything=meant.everything, fade=meant.time)
        return rig.ask("release", targets, ("release",))
