"""Whose the levels of a universe are, worked out from what was seen of it. Not for the dispatcher's thread."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from showctl.engine.mixer import PANIC_RUN
from showctl.engine.provenance import Cell, Seen
from showctl.engine.source import Source
from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.program.program import CompiledCue, Program

_SAME = 0.5 / 255
"""Levels that are no more apart than this are the same byte."""


class Origins:
    """Which cue set what a GO out of order brings back. Remembers the last one that it was asked of. For one thread."""

    def __init__(self) -> None:
        self._known: tuple[object, ...] = ()
        self._origin: dict[int, CueId] = {}

    def of(self, program: Program, cue: CueId, disarmed: Collection[CueId]) -> Mapping[int, CueId]:
        """By parameter: the last cue before this one in its list that moves it."""
        known = (program.digest, cue, frozenset(disarmed))
        if known != self._known:
            self._known, self._origin = known, {}
            for each in _before(program, cue):
                if each.armed and each.id not in disarmed:
                    for fade in (effect for effect in each.effects if isinstance(effect, Fade)):
                        self._origin |= dict.fromkeys(np.frombuffer(fade.parameters, "<i4").tolist(), each.id)
        return self._origin


def whose(seen: Seen, disarmed: Collection[CueId], origins: Origins, slot: int = 0) -> dict[int, Source]:
    """The sources of all slots (1..512) of the universe, or of one."""
    own = _Moved(seen.program)
    known: dict[int, Source] = {}
    found = {}
    for at, parameter in zip((seen.slot_of + 1).tolist(), seen.parameter_of.tolist(), strict=True):
        if slot not in (0, at):
            continue
        if parameter not in known:
            known[parameter] = _over(seen, parameter, _played(seen, parameter, own, origins, disarmed))
        found[at] = known[parameter]
    for at in seen.parked_slots:
        if slot in (0, at + 1):
            below = (found[at + 1],) if at + 1 in found else ()
            found[at + 1] = Source("park", float(seen.slots[at]) / 255, below=below)
    if seen.held:
        return {at: Source("override", float(seen.slots[at - 1]) / 255, below=(each,)) for at, each in found.items()}
    return found


class _Moved:
    """Which parameters cues move, each looked up once."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._moved: dict[CueId, frozenset[int]] = {}

    def has(self, cue: CueId, parameter: int) -> bool:
        """Whether the cue itself moves it; of one that is gone nobody knows better."""
        compiled = self._program.cues.get(cue)
        if compiled is None:
            return True
        if cue not in self._moved:
            fades = (effect for effect in compiled.effects if isinstance(effect, Fade))
            self._moved[cue] = frozenset(p for fade in fades for p in np.frombuffer(fade.parameters, "<i4").tolist())
        return parameter in self._moved[cue]


def _played(
    seen: Seen, parameter: int, moved: _Moved, origins: Origins, disarmed: Collection[CueId]
) -> tuple[Source, ...]:
    sources = [_of_cell(seen, parameter, cell, moved, origins, disarmed) for cell in seen.cells[parameter]]
    if (dimmer := seen.dimmer.get(parameter)) is not None:
        for cell in seen.cells[dimmer]:
            source = _of_cell(seen, dimmer, cell, moved, origins, disarmed)
            sources.append(Source(source.kind, source.value, source.cue, source.by, source.name, source.moving, True))
    return tuple(sources)


def _of_cell(
    seen: Seen, parameter: int, cell: Cell, moved: _Moved, origins: Origins, disarmed: Collection[CueId]
) -> Source:
    name = seen.names[cell.layer - 1] if 0 < cell.layer <= len(seen.names) else ""
    name = name.removeprefix("list ")
    if cell.run == PANIC_RUN:
        return Source("panic", cell.level, moving=cell.moving)
    cue = seen.cue_of.get(cell.run)
    if cue is None:
        if name:  # the look of a submaster
            return Source("cue", cell.level, name=name, moving=cell.moving)
        rests = cell.run == 0 and abs(cell.level - seen.default[parameter]) < _SAME
        return Source("rest" if rests else "nobody", cell.level, moving=cell.moving)
    if moved.has(cue, parameter):
        return Source("cue", cell.level, cue, name=name, moving=cell.moving)
    origin = origins.of(seen.program, cue, disarmed).get(parameter)
    if origin is None:
        return Source("rest", cell.level, by=cue, moving=cell.moving)
    return Source("tracked", cell.level, origin, cue, name, cell.moving)


def _over(seen: Seen, parameter: int, played: tuple[Source, ...]) -> Source:
    """What lies over what is played, the topmost first."""
    over: list[Source] = []
    shown = seen.level[parameter]
    if parameter in seen.parked:
        over.append(Source("park", shown))
    elif parameter in seen.highlighted:
        over.append(Source("highlight", shown))
    over += [Source("master", level, name=name) for name, level, reach in seen.masters if parameter in reach]
    first, *rest = (*over, *played)
    return Source(
        first.kind, first.value, first.cue, first.by, first.name, first.moving, first.of_intensity, tuple(rest)
    )


def _before(program: Program, cue: CueId) -> Iterator[CompiledCue]:
    """The cues before one in its list, with all inside them, in order."""
    compiled = program.cues.get(cue)
    if compiled is None:
        return
    for top in next((each.cues for each in program.lists if each.name == compiled.list), ()):
        for each in _walk(program, top):
            if each.id == cue:
                return
            yield each


def _walk(program: Program, cue: CueId) -> Iterator[CompiledCue]:
    compiled = program.cues[cue]
    yield compiled
    for child in compiled.children:
        yield from _walk(program, child.cue)
