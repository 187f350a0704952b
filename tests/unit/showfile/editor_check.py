"""The part of JSON Schema that our schema uses, checked: what an editor would underline. For tests only."""

import re
from typing import Any

import yaml

_TYPES: dict[str, Any] = {
    "string": str, "number": (int, float), "boolean": bool, "object": dict, "array": list, "null": type(None),
}  # fmt: skip
KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "default", "examples", "type", "enum", "anyOf", "oneOf",
    "items", "properties", "additionalProperties", "patternProperties", "required", "minimum", "maximum", "minItems",
    "maxItems", "minLength", "minProperties", "prefixItems", "exclusiveMinimum",
}  # fmt: skip


def complaints(value: Any, schema: Any, root: dict[str, Any], path: str = "") -> list[str]:
    """What does not fit, as `path: why`."""
    if schema is True:
        return []
    if schema is False:
        return [f"{path}: not allowed"]
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    found: list[str] = []
    if "$ref" in schema:
        found += complaints(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, path)
    if "type" in schema and not _is(value, schema["type"]):
        return [*found, f"{path}: {value!r} is no {schema['type']}"]
    if "enum" in schema and not any(value == e and type(value) is type(e) for e in schema["enum"]):
        found.append(f"{path}: {value!r} is none of {schema['enum']}")
    for word, most in (("anyOf", 99), ("oneOf", 1)):
        branches = [complaints(value, branch, root, path) for branch in schema.get(word, [])]
        if branches and not 1 <= sum(not b for b in branches) <= most:
            found += min(branches, key=len) or [f"{path}: more than one branch fits"]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{path}: {value} is out of range")
    if number and not schema.get("exclusiveMinimum", value - 1) < value:
        found.append(f"{path}: {value} is out of range")
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        found.append(f"{path}: too short")
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            found.append(f"{path}: too few items")
        if len(value) > schema.get("maxItems", len(value)):
            found.append(f"{path}: too many items")
        for index, item in enumerate(value):
            first = schema.get("prefixItems", [])
            kind = first[index] if index < len(first) else schema.get("items", True)
            found += complaints(item, kind, root, f"{path}/{index}")
    if isinstance(value, dict):
        found += _mapping(value, schema, root, path)
    return found


def _mapping(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> list[str]:
    found = [f"{path}: {key} is missing" for key in schema.get("required", []) if key not in value]
    if len(value) < schema.get("minProperties", 0):
        found.append(f"{path}: too few keys")
    for key, item in value.items():
        patterns = [s for p, s in schema.get("patternProperties", {}).items() if re.search(p, key)]
        if key in schema.get("properties", {}):
            found += complaints(item, schema["properties"][key], root, f"{path}/{key}")
        elif patterns:
            found += complaints(item, patterns[0], root, f"{path}/{key}")
        else:
            found += complaints(item, schema.get("additionalProperties", True), root, f"{path}/{key}")
    return found


def _is(value: Any, types: str | list[str]) -> bool:
    for name in [types] if isinstance(types, str) else types:
        if isinstance(value, _TYPES[name]) and (name != "number" or not isinstance(value, bool)):
            return True
    return False


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as an editor reads it: numbers, true, false and null, and no dates."""


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)", "-+.0123456789"),
    ("null", r"null|~|", ["n", "~", ""]),
):
    _EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))
_EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))  # 08 is 8, no wrong octal


def read_as_editor(text: str) -> Any:
    """The values that an editor's YAML support sees."""
    return yaml.load(text, Loader=_EditorLoader)
