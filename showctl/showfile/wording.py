"""What pydantic says of a wrong value, in our words: what is wrong, where, and what to write instead."""

import re
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from showctl.model.problem import Path
from showctl.model.profile_argument import NO_PASSCODES, says_passcode
from showctl.showfile.desk_words import word_of_keys
from showctl.showfile.fields import keys_of, models_at, nested_key
from showctl.showfile.remainder import remainder
from showctl.showfile.report import Report
from showctl.showfile.suggest import closest, listed, suggestion
from showctl.showfile.tree import in_tree, node_at

_MOST_LOOKED_AT = 3000
"""Errors of one value, three times what is ever said of a file: each is compared with the others."""
_BOUNDS = {
    "greater_than_equal": ("ge", "below", "or more"),
    "greater_than": ("gt", "not above", ""),
    "less_than_equal": ("le", "above", "or less"),
    "less_than": ("lt", "not below", ""),
}


def validated(value: Any, kind: Any, adapter: TypeAdapter[Any], path: Path, report: Report) -> Any:
    """The value as its model, with what is wrong in the report. `path` is where it stands.

    Of a wrong value it is what is left without the wrong parts, or None where nothing can be left out.
    """
    try:
        # Only the keys that people write: the names of the fields in Python are no keys of a show file.
        return adapter.validate_python(value, by_alias=True, by_name=False)
    except ValidationError as error:
        explain(error, kind, path, report)
        return remainder(value, error, kind, adapter, node_at(report.root, path))


def explain(error: ValidationError, kind: Any, path: Path, report: Report) -> None:
    """Put every error into the report, each once."""
    errors = error.errors(include_url=False)[:_MOST_LOOKED_AT]
    base = node_at(report.root, path)
    written = [in_tree(base, detail["loc"]) for detail in errors]
    meant = {(*d["loc"][:-1], _meant(d, kind)) for d in errors if d["type"] == "extra_forbidden"}
    for detail, place in zip(errors, written, strict=True):
        # `lable` says all that there is to say: no word of a missing `label` besides.
        misspelt = detail["type"] == "missing" and detail["loc"] in meant
        if not misspelt and not _other_branch(detail, place, errors, written):
            _explain_one(detail, kind, path, place, report)


def _known(kind: Any, location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys of the mapping at a location."""
    return tuple(dict.fromkeys(key for model in models_at(kind, location) for key in keys_of(model)))


def _meant(detail: ErrorDetails, kind: Any) -> str | None:
    """The key that an unknown key was probably meant to be."""
    return closest(str(detail["loc"][-1]), _known(kind, detail["loc"][:-1]))


def _other_branch(detail: ErrorDetails, place: Path, errors: list[ErrorDetails], written: list[Path]) -> bool:
    """Whether the error is about a branch of a union that was not meant.

    Every branch complains. A mapping was not meant as one of some words, nor a word as a mapping.
    """
    if detail["type"] not in {"literal_error", "dict_type", "model_type"}:
        return False
    same = [e["type"] for e, p in zip(errors, written, strict=True) if p[: len(place)] == place and e is not detail]
    if detail["type"] == "literal_error" and isinstance(detail["input"], dict):
        return bool(same)
    return detail["type"] in {"dict_type", "model_type"} and "literal_error" in same


def _explain_one(detail: ErrorDetails, kind: Any, path: Path, place: Path, report: Report) -> None:
    problem = detail["type"]
    location = detail["loc"]
    where = path + place
    if problem == "extra_forbidden":
        report.add(where, _unknown_key(str(location[-1]), detail["input"], kind, location[:-1]), key=True)
    elif problem == "union_tag_invalid":
        report.add((*where, "type"), _said(detail))
    elif problem == "missing":
        report.add(where, f"needs '{location[-1]}'; add {location[-1]}: …{_meaning(kind, location)}")
    elif location and location[-1] == "[key]":
        report.add(where, _said(detail), key=True)
    elif problem in {"model_type", "model_attributes_type"}:
        report.add(where, _wrong_kind(detail["input"], _known(kind, location)))
    else:
        report.add(where, _said(detail))


def _unknown_key(key: str, value: Any, kind: Any, location: tuple[str | int, ...]) -> str:
    if says_passcode(key):
        return NO_PASSCODES
    models = models_at(kind, location)
    for model in models:
        if not word_of_keys(key, keys_of(model)) and (holder := nested_key(model, key)) is not None:
            return f"'{key}' does not stand here; write it under '{holder}'"
    if value is None and (" " in key.strip() or key[:1].isupper()):
        return f"unknown key '{key}'; if it belongs to the text before it, put that text in quotes: a comma ends it"
    known = _known(kind, location)
    if said := word_of_keys(key, known):
        return f"unknown key '{key}'; {said}"
    return f"unknown key '{key}'; {suggestion(key, known, 'the keys are ' + listed(known, 'and'))}"


def _meaning(kind: Any, location: tuple[str | int, ...]) -> str:
    for model in models_at(kind, location[:-1]):
        for name, field in model.model_fields.items():
            if location[-1] in (field.alias, name) and field.description:
                return f" ({field.description})"
    return ""


def _said(detail: ErrorDetails) -> str:
    problem, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if problem == "value_error":
        return str(context["error"])
    if problem in {"literal_error", "enum"}:
        return _not_listed(value, context["expected"])
    if problem == "union_tag_invalid":
        return _not_listed(detail["input"].get("type"), context["expected_tags"], "type ")
    if problem == "union_tag_not_found":
        return (
            "needs 'type'; write type: sacn, osc or midi" if isinstance(value, dict) else _wrong_kind(value, ("type",))
        )
    if problem == "dict_type":
        return _wrong_kind(value, ("name",))
    if problem in {"tuple_type", "list_type"}:
        return _wrong_kind(value, ())
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
    return f"{kind}'{value}' is not allowed here; {suggestion(str(value), words, 'write ' + listed(words))}"


def _wrong_kind(value: Any, keys: tuple[str, ...]) -> str:
    """A mapping is wanted where `keys` are given, else a list."""
    form = f"{keys[0]}: … and so on, indented below" if keys else "items with '- ' before each"
    if value is None:
        return f"nothing is written here; write {form}, or remove the key"
    found = "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else f"'{value}'"
    return f"{found} stands where {'keys with values belong' if keys else 'a list belongs'}; write {form}"
