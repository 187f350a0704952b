"""Which keys may stand at a place in a file: the types of the model, walked along a path."""

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that people write in a mapping of this kind."""
    return tuple(key_of(name, field) for name, field in model.model_fields.items())


def key_of(name: str, field: FieldInfo) -> str:
    """The key of a field as it is written in files."""
    return field.alias or name


def models_at(annotation: Any, location: tuple[str | int, ...]) -> list[type[BaseModel]]:
    """The models that can stand at a location as pydantic gives it, with names of union branches in it."""
    found = flat(annotation)
    for element in location:
        found = _step(found, element)
    return [t for t in found if _is_model(t)]


def nested_key(model: type[BaseModel], key: str) -> str | None:
    """The key of this model under which the given key would have a meaning."""
    for name, field in model.model_fields.items():
        for inner in flat(field.annotation):
            if _is_model(inner) and key in keys_of(inner):
                return key_of(name, field)
    return None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def flat(annotation: Any) -> list[Any]:
    """The members of a union, without annotations; what is no union by itself."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return flat(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [t for member in get_args(annotation) for t in flat(member)]
    return [annotation]


def _step(candidates: list[Any], element: str | int) -> list[Any]:
    below: list[Any] = []
    tagged: list[Any] = []
    for candidate in candidates:
        if _is_model(candidate):
            for name, field in candidate.model_fields.items():
                if key_of(name, field) == element:
                    below += flat(field.annotation)
                if name == "type" and element in get_args(field.annotation):
                    tagged.append(candidate)
        elif get_origin(candidate) is dict and isinstance(element, str) and not element.startswith("dict["):
            below += flat(get_args(candidate)[1])
        elif get_origin(candidate) is tuple and isinstance(element, int):
            below += flat(get_args(candidate)[0])
    return below or tagged or candidates
