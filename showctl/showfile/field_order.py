"""The order in which keys are written: that of the model's fields; a cue says last what follows it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from showctl.cues.registry import CUE_TYPES
from showctl.model.cue import Cue
from showctl.model.problem import Path
from showctl.model.show import Show
from showctl.showfile.fields import keys_of, models_at

_LAST = ("continue", "post-wait", "cues")
"""Keys of a cue that stand after what it does."""


def order_of(node: Mapping[str, Any], path: Path) -> dict[str, int]:
    """The place of each key in a mapping at a path; empty where names of people's own are the keys."""
    kind = node.get("type") if path[:1] == ("devices",) else None
    below = (kind,) if isinstance(kind, str) else ()
    return _order((*(0 if isinstance(element, int) else element for element in path), *below))


@cache
def _order(path: Path) -> dict[str, int]:
    if "look" in path or (path[:1] == ("palettes",) and len(path) > 1):  # parameters, in the order of their author
        return {}
    while (inner := _inside_cue(path)) and inner[:1] == ("cues",):
        path = inner
    if inner == ():
        own = [key for kind in CUE_TYPES.values() for key in keys_of(kind)]
        keys = [*keys_of(Cue), *own]
        keys = [*(key for key in keys if key not in _LAST), *_LAST]
    elif inner is not None:
        kind = CUE_TYPES.get(str(inner[0]))
        keys = [key for model in models_at(kind, inner) for key in keys_of(model)] if kind is not None else []
    else:
        keys = [key for model in models_at(Show, path) for key in keys_of(model)]
    return {key: place for place, key in enumerate(dict.fromkeys(keys))}


def _inside_cue(path: Path) -> Path | None:
    """What is left of a path inside a cue; None if it leads to none."""
    if path[:1] == ("lists",):
        path = path[2:]
    return path[2:] if path[:2] == ("cues", 0) else None
