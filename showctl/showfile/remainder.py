"""What is left of a wrong value without its wrong parts: enough, often, to find what else is wrong with it."""

from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from showctl.model.problem import Path
from showctl.showfile.fields import keys_of, models_at
from showctl.showfile.tree import in_tree

_ROUNDS = 4
"""What is left may be wrong for another reason, for example because it needs what was left out."""


def remainder(value: Any, error: ValidationError, kind: Any, adapter: TypeAdapter[Any], written: Any) -> Any:
    """The value as its model without the parts that the error is about, or None if it cannot do without them.

    `written`: the value as it stands in the file.
    """
    for _ in range(_ROUNDS):
        places = {_wrong_part(detail, kind, written) for detail in error.errors(include_url=False)}
        if () in places:
            return None
        value = without(value, places)
        try:
            return adapter.validate_python(value, by_alias=True, by_name=False)
        except ValidationError as further:
            error = further
    return None


def without(value: Any, places: Iterable[Path]) -> Any:
    """A copy of a tree that lacks what stands at the places. What is not there is passed over."""
    inside: dict[str | int, list[Path]] = {}
    for first, *rest in places:
        inside.setdefault(first, []).append(tuple(rest))
    if not inside:
        return value
    if isinstance(value, dict):
        return {k: without(v, inside.get(k, ())) for k, v in value.items() if () not in inside.get(k, ())}
    if isinstance(value, list):
        return [without(v, inside.get(i, ())) for i, v in enumerate(value) if () not in inside.get(i, ())]
    return value


def _wrong_part(detail: ErrorDetails, kind: Any, written: Any) -> Path:
    """What has to go: the part that is wrong, or that which makes no sense without it."""
    location = detail["loc"]
    place = in_tree(written, location)
    holders = models_at(kind, location[:-1]) if location else []
    # Who takes any key, as a command its arguments, may need just the one that is wrong.
    if any(m.model_config.get("extra") == "allow" and location[-1] not in keys_of(m) for m in holders):
        return place[:-1]
    return place
