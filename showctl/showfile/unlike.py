"""Which fields of two values of the model differ."""

from typing import Any

from showctl.model.cue import Cue
from showctl.model.light import LightAction, LightPart

_ELSEWHERE = {"number", "cues"}
"""Fields of cues that are compared by themselves."""


def unlike(a: Cue, b: Cue) -> dict[str, Any]:
    """The fields in which two cues of one type differ, as pydantic takes them for what it is to write: `{"label": True,
    "light": {"time": True}}`.
    """
    found = _fields(a, b)
    for name in _ELSEWHERE & found.keys():
        del found[name]
    return found


def _fields(a: Any, b: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    ours, theirs = a.__dict__, b.__dict__
    for name in type(a).model_fields:
        one, other = ours[name], theirs[name]
        if one is other:
            continue
        if isinstance(one, LightAction) and isinstance(other, LightAction):
            if below := _fields(one, other):
                found[name] = below
        elif one != other or (isinstance(a, LightAction) and _reordered(one, other)):
            found[name] = True
    return found


def _reordered(one: Any, other: Any) -> bool:
    """Whether equal looks, or equal parts, have their lines in another order: the later of two that speak of one
    fixture counts.
    """
    if isinstance(one, tuple):
        return any(_reordered(x.look, y.look) for x, y in zip(one, other, strict=True) if isinstance(x, LightPart))
    return isinstance(one, dict) and list(one) != list(other)
