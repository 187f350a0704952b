"""What the model says of a field: its parser, what it is for, an example, and what counts where it is not written."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from showctl.cues.registry import CUE_TYPES
from showctl.cues.release import ReleaseTargets
from showctl.cues.targets import Targets
from showctl.model.light import KindTimes
from showctl.session.change import EditRefused, value_of
from showctl.showfile.fields import flat, key_of
from showctl.showfile.report import Report
from showctl.showfile.wording import validated

SHORT: dict[type[BaseModel], str] = {KindTimes: "up", Targets: "cue", ReleaseTargets: "lists"}
"""What the short form of a mapping stands for: `5s` for `{up: 5s}`."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one field."""

    adapter: TypeAdapter[Any] | None
    """None: no field of the model, as the arguments of a device's command, or one of several: the cue tells which."""
    annotation: Any
    help: str = ""
    example: str = ""
    default: Any = None
    required: bool = False

    def wrong(self, written: str) -> str:
        """Why a value cannot stand there, `what; remedy`; empty: it can."""
        try:
            value = value_of(written)
        except EditRefused as refused:
            return str(refused)
        if self.adapter is None:
            return ""
        report = Report("field", {})
        validated(value, self.annotation, self.adapter, (), report)
        return report.problems[0].words if report.problems else ""


NOTHING = Facts(None, None)


@cache
def facts(kind: str, path: tuple[str, ...]) -> Facts:
    """Of a field of a type of cue."""
    models: list[Any] = [CUE_TYPES[kind]]
    found: FieldInfo | None = None
    fields: list[FieldInfo] = []
    for element in path:
        fields = [
            field
            for model in models
            if isinstance(model, type) and issubclass(model, BaseModel)
            for name, field in model.model_fields.items()
            if key_of(name, field) == element
        ]
        found = fields[0] if fields else None
        models = flat(found.annotation) if found is not None else []
    if found is None:
        return NOTHING
    annotation: Any = Annotated[found.annotation, *found.metadata] if found.metadata else found.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    extra = _schema(adapter)
    examples = [*(found.examples or ()), *extra.get("examples", ())]
    default = None if found.default is PydanticUndefined else found.default
    return Facts(
        adapter if len(fields) == 1 else None,
        annotation,
        found.description or "",
        ", ".join(map(str, examples[:4])),
        default,
        found.is_required(),
    )


@cache
def short_key(kind: str, path: tuple[str, ...]) -> str:
    """What the short form stands for of what is written at a path; empty: there is none."""
    models: list[Any] = [CUE_TYPES[kind]]
    for element in path:
        models = [
            below
            for model in models
            if isinstance(model, type) and issubclass(model, BaseModel)
            for name, field in model.model_fields.items()
            if key_of(name, field) == element
            for below in flat(field.annotation)
        ]
    classes = [model for model in models if isinstance(model, type)]
    return next((key for model in classes for short, key in SHORT.items() if issubclass(model, short)), "")


def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    made = adapter.json_schema()
    branches = [each for each in made.get("anyOf", ()) if each.get("type") != "null"]
    return branches[0] if len(branches) == 1 else made
