"""What pydantic says of a wrong value, in our words: what is wrong, where, and what to write instead."""

import re
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from showctl.model.problem import Path
from showctl.showfile.fields import keys_of, models_at, nested_key
from showctl.showfile.report import Report
from showctl.showfile.suggest import listed, suggestion
from showctl.showfile.tree import in_tree, node_at

_BOUNDS = {
    "greater_than_equal": ("ge", "below", "or more"),
    "greater_than": ("gt", "not above", ""),
    "less_than_equal": ("le", "above", "or less"),
    "less_than": ("lt", "not below", ""),
}


def validated(value: Any, kind: Any, adapter: TypeAdapter[Any], path: Path, report: Report) -> Any:
    """The value as its model, or None with the reasons in the report. `path` is where it stands."""
    try:
        # Only the keys that people write: the names of the fields in Python are no keys of a show file.
        return adapter.validate_python(value, by_alias=True, by_name=False)
    except ValidationError as error:
        explain(error, kind, path, report)
        return None


def explain(error: ValidationError, kind: Any, path: Path, report: Report) -> None:
    """Put every error into the report, each once."""
    errors = error.errors(include_url=False)
    base = node_at(report.root, path)
    written = [in_tree(base, detail["loc"]) for detail in errors]
    for detail, place in zip(errors, written, strict=True):
        if not _other_branch(detail, place, errors, written):
            _explain_one(detail, kind, path, place, report)


def _other_branch(detail: ErrorDetails, place: Path, errors: list[ErrorDetails], written: list[Path]) -> bool:
    """Whether the error is about a branch of a union that was not meant.

    Every branch complains. A mapping was not meant as one of some words, nor a word as a mapping.
    """
    same = [e["type"] for e, p in zip(errors, written, strict=True) if p[: len(place)] == place and e is not detail]
    if detail["type"] == "literal_error" and isinstance(detail["input"], dict):
        return bool(same)
    return detail["type"] in {"dict_type", "model_type"} and "literal_error" in same


def _explain_one(detail: ErrorDetails, kind: Any, path: Path, place: Path, report: Report) -> None:
    problem = detail["type"]
    location = detail["loc"]
    where = path + place
    if problem == "extra_forbidden":
        report.add(where, _unknown_key(str(location[-1]), kind, location[:-1]), key=True)
    elif problem == "missing":
        report.add(where, f"needs '{location[-1]}'; add {location[-1]}: {_meaning(kind, location)}".rstrip(": "))
    elif location and location[-1] == "[key]":
        report.add(where, _said(detail), key=True)
    else:
        report.add(where, _said(detail))


def _unknown_key(key: str, kind: Any, location: tuple[str | int, ...]) -> str:
    models = models_at(kind, location)
    for model in models:
        if (holder := nested_key(model, key)) is not None:
            return f"'{key}' does not stand here; write it under '{holder}'"
    known = [k for model in models for k in keys_of(model)]
    return f"unknown key '{key}'; {suggestion(key, known, 'the keys are ' + listed(known, 'and'))}"


def _meaning(kind: Any, location: tuple[str | int, ...]) -> str:
    for model in models_at(kind, location[:-1]):
        for name, field in model.model_fields.items():
            if location[-1] in (field.alias, name) and field.description:
                return f"({field.description})"
    return ""


def _said(detail: ErrorDetails) -> str:
    problem, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if problem == "value_error":
        return str(context["error"])
    if problem in {"literal_error", "enum"}:
        return _not_listed(value, context["expected"])
    if problem == "union_tag_invalid":
        return _not_listed(context["tag"], context["expected_tags"], "type ")
    if problem == "union_tag_not_found":
        return "needs 'type'; write type: sacn, osc or midi" if isinstance(value, dict) else _wrong_kind(value, True)
    if problem in {"model_type", "model_attributes_type", "dict_type"}:
        return _wrong_kind(value, True)
    if problem in {"tuple_type", "list_type"}:
        return _wrong_kind(value, False)
    if problem in {"too_short", "string_too_short"}:
        return f"this is empty; write at least {context['min_length']} {'item' if problem == 'too_short' else 'letter'}"
    if problem == "too_long":
        return f"there are {context['actual_length']} items here; write at most {context['max_length']}"
    if problem in _BOUNDS:
        bound, side, end = _BOUNDS[problem]
        return f"{value} is {side} {context[bound]:g}; write {context[bound]:g} {end}".rstrip()
    if problem.startswith(("float", "int", "finite")):
        return f"'{value}' is not a number; write for example 1.5"
    return f"{detail['msg'][0].lower()}{detail['msg'][1:]}; see docs/show-file.md"


def _not_listed(value: Any, expected: str, kind: str = "") -> str:
    words = re.findall(r"'([^']*)'", expected)
    if value is None:
        return f"nothing is written here; write {listed(words)}"
    if isinstance(value, dict | list):
        return f"one of some words is wanted here; write {listed(words)}"
    return f"{kind}'{value}' does not exist here; {suggestion(str(value), words, 'write ' + listed(words))}"


def _wrong_kind(value: Any, mapping: bool) -> str:
    wanted, form = ("a mapping", "key: value") if mapping else ("a list", "items with '- ' before each")
    if value is None:
        return f"nothing is written here; write {form}, or remove the key"
    found = "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else f"'{value}'"
    return f"{found} stands where {wanted} belongs; write {form}"
