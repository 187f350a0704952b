"""The tracking sheet of a list: what each light cue moves, and what tracks through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.cues.light import LightCue
from showctl.model.cue import CueId, cue_id
from showctl.model.effect import Fade
from showctl.model.light import LightAction
from showctl.model.show import Show
from showctl.program.light_order import light_order
from showctl.program.program import CompiledCue, Program

How = Literal["moved", "tracked", "released", "marked"]
"""The cue moves it; it stays as cues before have left it; the cue gives it back; the cue moves it in black for a later
one."""


class Cell(NamedTuple):
    """A parameter in a cue. `blocked`: nothing tracks into it there."""

    level: float
    how: How
    blocked: bool


@dataclass(frozen=True, slots=True)
class SheetCue:
    """A light cue, and the parameters of which its list has a level there, or gives it back."""

    cue: CompiledCue
    action: LightAction
    cells: Mapping[int, Cell]
    """By parameter, ascending."""
    in_order: bool = True
    """False: it is broken or not armed, or nothing leads to it in order; then it has no cells."""


def tracking_sheet(
    show: Show, program: Program, list_name: str, cue: CueId | None = None, only: NDArray[np.bool_] | None = None
) -> Iterator[SheetCue]:
    """The light cues of a list as they act when it is played from the top; those that do not act come last.

    `cue`: this one only; `only`: the parameters (P,) that are wanted. Without them a long list over many fixtures is
    millions of cells.
    """
    cue_list = show.cue_lists[list_name]
    actions = {cue_id(list_name, cue.number): cue.light for cue in cue_list.walk() if isinstance(cue, LightCue)}
    levels = np.full(len(program.parameters.default) // 4, np.nan, np.float32)
    intensity = np.frombuffer(program.parameters.intensity, np.uint8) > 0
    acted: set[CueId] = set()
    top = (cue_id(list_name, cue.number) for cue in cue_list.cues)
    for step in light_order(program.cues, list_name, top, actions):
        acted.add(step.cue)
        if step.released:
            levels[:] = np.nan
        own = [effect for effect in program.cues[step.cue].effects if isinstance(effect, Fade)]
        for fade in own:
            levels[np.frombuffer(fade.parameters, "<i4")] = np.frombuffer(fade.targets, "<f4")
        if cue in (None, step.cue):
            cells = _cells(own, step.action.block, levels, intensity, only)
            yield SheetCue(program.cues[step.cue], step.action, cells)
    for left in actions:
        if left not in acted and cue in (None, left):
            yield SheetCue(program.cues[left], actions[left], {}, False)


def _cells(
    own: list[Fade],
    block: bool | str,
    levels: NDArray[np.float32],
    intensity: NDArray[np.bool_],
    only: NDArray[np.bool_] | None,
) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    for fade in own:
        which, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
        if only is not None:
            which, targets = which[only[which]], targets[only[which]]
        for parameter, level in zip(which.tolist(), targets.tolist(), strict=True):
            how: How = "marked" if fade.mark else "released" if level != level else "moved"
            blocked = not fade.mark and (block is True or (block == "intensity" and bool(intensity[parameter])))
            cells[parameter] = Cell(level, how, blocked)
    tracked = ~np.isnan(levels) if only is None else only & ~np.isnan(levels)
    for parameter in np.flatnonzero(tracked).tolist():
        cells.setdefault(parameter, Cell(float(levels[parameter]), "tracked", False))
    return dict(sorted(cells.items()))
