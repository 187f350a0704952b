"""A JSON Schema of show files, made from the model, so that an editor can complete and check while one types.

`python -m showctl.showfile.schema` writes it to resources/show.schema.json. It is more lenient than `showctl check`: an
editor reads `1.10` as a number and `on` as a flag, which a show file leaves as they are written.
"""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from showctl.cues.registry import CUE_TYPES
from showctl.model.show import Show
from showctl.shipped import shipped

FILE = "show.schema.json"

_SCALAR = ["string", "number", "boolean"]
_NUMBERS: list[dict[str, Any]] = [
    {"type": _SCALAR, "description": "A cue's number"},
    {"type": "array", "items": {"type": _SCALAR}, "description": "Numbers of cues"},
]
_CUE = {"$ref": "#/$defs/AnyCue"}
# What a value may be besides what its field says, because a parser before the field makes it so.
_SHORT_FORMS = {
    ("SacnDevice", "to"): "One receiver",
    ("PatchEntry", "exempt"): "Some words with commas between",
    ("PatchEntry", "invert"): "Some words with commas between",
    ("Segment", "notes"): "A note for all",
    ("Guest", "segments"): "One segment",
    ("Venue", "contacts"): "One contact",
    ("Venue", "files"): "One file",
    ("Venue", "links"): "One link",
    ("LogisticsItem", "files"): "One file",
    ("LogisticsItem", "links"): "One link",
    ("OscAction", "args"): "One argument",
    ("DeviceFade", "before"): "One argument",
    ("DeviceFade", "after"): "One argument",
    ("Master", "fixtures"): "One fixture, group or range",
    ("MidiButton", "highlight"): "One fixture, group or range",
    ("MidiButton", "park"): "One fixture, group, range, parameter or address",
}


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    models: list[type[BaseModel]] = [Show, *CUE_TYPES.values()]
    _, made = models_json_schema([(model, "validation") for model in models], by_alias=True)
    definitions = {name: plain_schema(definition) for name, definition in made["$defs"].items()}
    definitions.pop("Cue")
    definitions.pop("Endpoint", None)
    for (name, key), note in _SHORT_FORMS.items():
        _also(definitions[name]["properties"], key, note)
    show = definitions.pop("Show")
    _also(show["properties"]["groups"], "additionalProperties", "One fixture or range")
    definitions["FixtureLook"] = {
        "description": definitions["FixtureLook"]["description"],
        "anyOf": [{"type": _SCALAR, "description": "A level: intensity"}, definitions["FixtureLook"]],
    }
    definitions["KindTimes"] = {
        "description": definitions["KindTimes"]["description"],
        "anyOf": [{"type": _SCALAR, "description": "One time for all"}, definitions["KindTimes"]],
    }
    for name in ("Targets", "AnyTargets", "FadedTargets"):
        for key in ("cue", "list", "if armed", "if flagged"):
            _also(definitions[name]["properties"], key, "One of them")
        definitions[name] = {"description": definitions[name]["description"], "anyOf": [*_NUMBERS, definitions[name]]}
    released = definitions["ReleaseTargets"]
    _also(released["properties"], "lists", "One of them")
    definitions["ReleaseTargets"] = {
        "description": released["description"],
        "anyOf": [
            {"type": "string", "description": "The name of a list, or all"},
            {"type": "array", "items": {"type": "string"}, "description": "Names of lists"},
            released,
        ],
    }
    for holder in (show, definitions["CueList"], definitions["GroupCue"]):
        holder["properties"]["cues"]["items"] = _CUE
    definitions["AnyCue"] = {
        "description": "A cue; the one key of its type says what it does.",
        "anyOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in CUE_TYPES.values()],
    }
    show["required"] = ["showctl", *show["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Show file of showctl",
        **show,
        "$defs": dict(sorted(definitions.items())),
    }


def text() -> str:
    """The file's text."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _also(holder: dict[str, Any], key: str, note: str) -> None:
    known = holder[key]
    holder[key] = {"anyOf": [{"type": _SCALAR, "description": note}, known]}
    if "description" in known:
        holder[key]["description"] = known.pop("description")


def plain_schema(made: dict[str, Any]) -> dict[str, Any]:
    """Pydantic's schema of one thing as our files have it: no nulls, lenient scalars, the author's own `x-` keys."""
    branches = [plain_schema(b) for b in made.get("anyOf", []) if b.get("type") != "null"]
    if len(branches) == 1:
        rest = {key: value for key, value in made.items() if key != "anyOf"}
        return {**branches[0], **plain_schema(rest)}
    plain: dict[str, Any] = {}
    for key, value in made.items():
        if key == "properties":
            plain[key] = {name: plain_schema(inner) for name, inner in value.items()}
        elif key in {"anyOf", "oneOf"}:
            plain[key] = [plain_schema(b) for b in value if b.get("type") != "null"]
        elif key in {"items", "additionalProperties"} and isinstance(value, dict):
            plain[key] = plain_schema(value)
        elif key == "const":
            plain["enum"] = [value, int(value)] if value.isdecimal() else [value]
        elif key in {"ge", "le"}:
            plain["minimum" if key == "ge" else "maximum"] = value
        elif not _noise(key, value):
            plain[key] = value
    return _lenient(plain)


def _noise(key: str, value: Any) -> bool:
    return (
        key in {"title", "discriminator"}
        or (key == "default" and (value is None or isinstance(value, list | dict)))
        or (key == "examples" and not value)
        or (key == "description" and value == "Text")
    )


def _lenient(plain: dict[str, Any]) -> dict[str, Any]:
    kind = plain.get("type")
    if "enum" in plain:
        plain.pop("type", None)
    elif kind == "object":
        plain["patternProperties"] = {"^x-": True}
    elif kind is not None and "string" in kind:
        plain["type"] = (
            [*_SCALAR, "object"] if "object" in kind else [*_SCALAR, "array"] if "array" in kind else _SCALAR
        )
    return plain


if __name__ == "__main__":
    (shipped("resources") / FILE).write_text(text(), encoding="utf-8")
