"""Where levels come from: taken in the dispatcher's thread as small copies, worked out in another."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.carry_over import Parts
from showctl.engine.fade_table import RESTING
from showctl.engine.stage import Stage
from showctl.model.address import SLOTS
from showctl.model.cue import CueId
from showctl.program.program import Program

_Ints = NDArray[np.intp]


class Cell(NamedTuple):
    """One level that a layer, or nobody, has brought a parameter to."""

    run: int
    layer: int
    level: float
    counts: bool
    moving: bool


class Seen(NamedTuple):
    """Universe `row` as it is at an instant, for who works out whose it is. Parameters are the program's."""

    program: Program
    instant: float
    names: tuple[str, ...]
    """Of layers, from 1 on."""
    cue_of: Mapping[int, CueId]
    """By run."""
    slots: NDArray[np.uint8]
    """(512,)"""
    slot_of: _Ints
    """Slot (0..511) of each byte that goes out, switched ones at the end; most significant first where a number has
    several."""
    parameter_of: _Ints
    """Its parameter."""
    cells: Mapping[int, tuple[Cell, ...]]
    """By parameter: all that have a say, those that count first."""
    level: Mapping[int, float]
    """By parameter: where playback has it."""
    default: Mapping[int, float]
    dimmer: Mapping[int, int]
    """By parameter: an intensity without a slot that scales it."""
    parked: frozenset[int]
    parked_slots: frozenset[int]
    highlighted: frozenset[int]
    masters: tuple[tuple[str, float, frozenset[int]], ...]
    """Name, level and reach of each that is not at full; blackout as `blackout`."""
    held: bool


class Look:
    """Put it into the dispatcher's inbox: `answer` is called there with what is seen of a universe, or with None where
    there is no such universe. It must not block."""

    def __init__(self, universe: int, answer: Callable[[Seen | None], None]) -> None:
        self._universe, self._answer = universe, answer

    def carry_out(self, stage: Stage, now: float) -> None:
        """For the dispatcher's thread. A millisecond for a universe that is full: ask a few times a second, no more."""
        universes = stage.playback.program.universes
        row = universes.index(self._universe) if self._universe in universes else -1
        self._answer(_seen(stage, row, now) if row >= 0 else None)


def _seen(stage: Stage, row: int, now: float) -> Seen:
    playback = stage.playback
    mixer = playback.mixer
    parts, levels = mixer.parts, stage.going_out(now)[0]
    mixer.levels(now)
    patch, cells, arrays = parts.patch, parts.cells, parts.arrays
    one, last = int(patch.first_byte[row]), int(patch.first_byte[row + 1])
    slot_of, here = patch.byte_at[one:last] - row * SLOTS, patch.byte_parameter[one:last]
    switched, used = _switched(parts, row)
    slot_of, here = np.concatenate((slot_of, switched)), np.concatenate((here, used))
    under = {p: d for p, d in zip(patch.dimmed.tolist(), patch.dimmer.tolist(), strict=True) if not patch.patched[d]}
    every = dict.fromkeys(here.tolist())
    every |= dict.fromkeys(under[p] for p in [*every] if p in under)
    index = np.fromiter(every, np.intp, len(every))
    fade = arrays.fade[index] != RESTING
    alone = zip(
        every, arrays.run[index].tolist(), arrays.holder[index].tolist(), arrays.output[index].tolist(), fade.tolist(),
        strict=True,
    )  # fmt: skip
    found = {p: (Cell(run, layer, level, True, moving),) for p, run, layer, level, moving in alone}
    found |= {p: _shared(parts, int(cells.shared[p]), p, now) for p in every if cells.shared[p] >= 0}
    program_of = np.argsort(patch.place)
    name = dict(zip(index.tolist(), program_of[index].tolist(), strict=True))
    hands, known = playback.hands, playback.movers.cue_of
    over = set(parts.overlay.laid.tolist())
    parked = set(hands.parked_parameters.tolist())
    at = row * SLOTS
    return Seen(
        program=playback.program,
        instant=now,
        names=cells.names,
        cue_of={run: known[run] for each in found.values() for run, *_ in each if run in known},
        slots=levels[row].copy(),
        slot_of=slot_of,
        parameter_of=program_of[here],
        cells={name[p]: each for p, each in found.items()},
        level={name[p]: float(arrays.output[p]) for p in every},
        default={name[p]: float(arrays.default[p]) for p in every},
        dimmer={name[p]: name[under[p]] for p in every if p in under},
        parked=frozenset(name[p] for p in every if p in parked),
        parked_slots=frozenset(slot - at for slot in hands.parked_slots if at <= slot < at + SLOTS),
        highlighted=frozenset(name[p] for p in every if p in over and p not in parked),
        masters=_masters(parts.scale.lowered(now), name),
        held=playback.overrides.held is not None,
    )


def _switched(parts: Parts, row: int) -> tuple[_Ints, _Ints]:
    """Switched slots (0..511) of a universe, and the parameter that each has while its trigger is where it is now."""
    patch = parts.patch
    switches = patch.switches
    trigger = patch.place[switches.trigger]
    level = parts.arrays.numbers[trigger] / patch.full[trigger]
    on = (level >= switches.low) & (level < switches.high) & (switches.row == row) & (switches.parameter >= 0)
    return switches.at[on] - row * SLOTS, patch.place[switches.parameter[on]]


def _shared(parts: Parts, number: int, parameter: int, now: float) -> tuple[Cell, ...]:
    """Of a parameter that several layers move: those that own it, who count first, the latest first."""
    cells, arrays, layers = parts.cells, parts.arrays, parts.layers
    which = range(int(cells.first[number]), int(cells.first[number + 1]))
    owners = [each for each in which if layers.claims[each]]
    owners.sort(key=lambda each: (not arrays.counts[each], -int(layers.stamps[each])))
    nobodys = Cell(
        int(arrays.run[parameter]), 0, float(arrays.target[parameter]), not owners,
        bool(arrays.fade[parameter] != RESTING),
    )  # fmt: skip
    return (
        *(
            Cell(
                int(arrays.run[cells.base + each]),
                int(cells.layer[each]),
                float(parts.motion.live(np.array([cells.base + each]), now)[0]),
                bool(arrays.counts[each]),
                bool(arrays.fade[cells.base + each] != RESTING),
            )
            for each in owners
        ),
        *([nobodys] if not owners else []),
    )


def _masters(
    lowered: Iterable[tuple[str, float, NDArray[np.bool_]]], name: Mapping[int, int]
) -> tuple[tuple[str, float, frozenset[int]], ...]:
    return tuple((master, level, frozenset(name[p] for p in name if reach[p])) for master, level, reach in lowered)
