"""Layers: whose light it is. Each list that moves light is one, and each submaster with a look; 0 is nobody's."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.model.effect import Fade
from showctl.program.program import Program


class Layer(NamedTuple):
    """One layer; the place of its name in the program's order is its number (Fade.layer)."""

    name: str
    """`list main`: under which it goes on in another state of the show."""
    priority: int
    """1..10: where layers own the same parameter, only those of the highest count."""
    highest: bool
    """Whether its intensity joins that of others by the highest (HTP); all else is by the latest (LTP)."""
    parameters: NDArray[np.intp]
    """The program's parameters that it may ever move."""


def layers_of(program: Program, left: Mapping[str, NDArray[np.intp]] | None = None) -> tuple[Layer, ...]:
    """The layers of a program, from 1 on. Reads every fade: not for the dispatcher's path.

    `left`: what a layer, by its name, may own from an earlier state of the show though nothing moves it any more.
    """
    left = left or {}
    moved: dict[int, dict[bytes, None]] = {}
    for fade in _fades(program):
        moved.setdefault(fade.layer, {})[fade.parameters] = None
    for number, master in enumerate((master for master in program.masters if master.look), len(program.lists) + 1):
        moved[number] = {fade.parameters: None for fade in master.look}
    count = len(program.parameters.default) // 4

    def reach(layer: int, name: str) -> NDArray[np.intp]:
        mask = np.zeros(count, np.bool_)
        mask[left.get(name, [])] = True
        for parameters in moved.get(layer, ()):
            mask[np.frombuffer(parameters, "<i4")] = True
        return np.flatnonzero(mask)

    lists = tuple(
        Layer(name := of_list(each.name), each.priority, each.merge == "htp", reach(number, name))
        for number, each in enumerate(program.lists, 1)
    )
    additive = [master for master in program.masters if master.look]
    return lists + tuple(
        Layer(name := master_layer(each.name), each.priority, True, reach(number, name))
        for number, each in enumerate(additive, len(lists) + 1)
    )


def names_of(program: Program) -> tuple[str, ...]:
    """The names of its layers, from 1 on."""
    additive = (master_layer(master.name) for master in program.masters if master.look)
    return (*(of_list(each.name) for each in program.lists), *additive)


def master_layer(name: str) -> str:
    """The name of the layer of a submaster."""
    return f"master {name}"


def of_list(name: str) -> str:
    """The name of the layer of a list."""
    return f"list {name}"


def _fades(program: Program) -> Iterator[Fade]:
    for cue in program.cues.values():
        for effect in cue.effects:
            if isinstance(effect, Fade):
                yield effect
