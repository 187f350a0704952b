"""Where the heads of a fixture are, and which of its parameters and optics are each head's. No widgets."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from showctl.model.parameter_kind import head_of, kind_of_name
from showctl.model.patch import Triple
from showctl.ui.monitors.beam import turned
from showctl.ui.monitors.optics import Optics

What = TypeVar("What")
LONG = 1.0
"""Metres from end to end of a fixture whose profile does not say how large it is."""


def heads_in(parameters: Sequence[str]) -> list[str]:
    """The heads that these parameters belong to, in their order; one alone is the fixture itself."""
    found = list(dict.fromkeys(head for name in parameters if (head := head_of(name))))
    return found if len(found) > 1 else []


def places_of(heads: Sequence[str], optics: Optics, rotation: Triple) -> tuple[list[Triple], float]:
    """Metres from the middle of the fixture to each of its heads, as it hangs; and how far apart they are.

    Columns of the grid go to the right; its rows downwards on a fixture that faces the audience, and so upstage on one
    that hangs facing the floor. Heads of which one has no place stand side by side in their order.
    """
    points = [_three(optics.grid.get(head, ())) for head in heads]
    if not all(optics.grid.get(head) for head in heads):
        points = [(float(at), 0.0, 0.0) for at in range(len(heads))]
    axes = list(zip(*points, strict=True))
    middle = [(max(axis) + min(axis)) / 2 for axis in axes]
    apart = (optics.long or LONG) / (max(max(axis) - min(axis) for axis in axes) + 1)
    x, y, z = middle
    return [turned(((a - x) * apart, (b - y) * apart, (c - z) * apart), rotation) for a, b, c in points], apart


def kinds_of(head: str, parameters: Sequence[str]) -> tuple[dict[str, str], str]:
    """By kind the parameter that counts for a head: its own, else the fixture's. And the fixture's intensity, where it
    is over that of the head."""
    shared: dict[str, str] = {}
    own: dict[str, str] = {}
    for name in parameters:
        if head_of(name) in ("", head):
            (own if head_of(name) else shared).setdefault(kind_of_name(name), name)
    return shared | own, shared.get("intensity", "") if "intensity" in own else ""


def optics_for(head: str, parameters: Sequence[str], optics: Optics) -> Optics:
    """With the wheels and shutters of this head and those of the whole fixture. What a profile says of the fixture's
    own parameter it says of that of each head as well."""
    names = [(name, name.rpartition("/")[2]) for name in parameters if head_of(name) in ("", head)]
    return optics._replace(wheels=_these(names, optics.wheels), shutters=_these(names, optics.shutters))


def _these(names: Sequence[tuple[str, str]], known: Mapping[str, What]) -> dict[str, What]:
    return {name: known[each] for name, own in names for each in (own, name) if each in known}


def _three(place: Sequence[float]) -> Triple:
    x, y, z = (*place, 0.0, 0.0, 0.0)[:3]
    return x, y, z
