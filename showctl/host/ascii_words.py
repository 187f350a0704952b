"""A list of a show as a lighting desk has it: channels, dimmers, and the tracked intensity of each light cue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from showctl.cues.light import LightCue
from showctl.fixtures.folders import fixture_library
from showctl.model.cue import Continue, Cue, cue_id
from showctl.model.effect import Fade
from showctl.paperwork.ascii_text import AsciiCue, AsciiShow
from showctl.paperwork.not_carried import not_in_ascii
from showctl.program.opening import Opened
from showctl.program.patch_table import PatchedFixture, patch_table
from showctl.program.program import CompiledCue
from showctl.program.tracking_sheet import tracking_sheet

SLOTS = 512
_NUMBER = re.compile(r"[A-Za-z]{0,8}([0-9]{1,4}(?:\.[0-9]{1,3})?)")
"""Cues of desks are 0.001 to 9999.999; letters before it go."""
_CHANNEL = re.compile(r"(?:ch|chan|channel)? ?0*([1-9][0-9]{0,4})", re.IGNORECASE)


def ascii_show(opened: Opened, list_name: str) -> tuple[AsciiShow, list[str]]:
    """What USITT ASCII can carry of a show and one of its lists, and what not, item by item."""
    lost: list[str] = []
    fixtures = patch_table(opened.show.patch, fixture_library(Path(opened.source.file)), None, []).fixtures
    channels = _channels(fixtures, lost)
    parameters = {_intensity(fixtures[name]): number for name, number in channels.items()}
    patch = _patch(opened, parameters, channels, lost)
    groups = _groups(opened, channels)
    cues = tuple(_cues(opened, list_name, parameters, lost))
    lost.extend(f"master {name}" for name in opened.show.masters)
    lost.extend(f"list {name}: name it with --list" for name in opened.show.cue_lists if name != list_name)
    lost.extend(not_in_ascii(opened.source.root, list_name))
    return AsciiShow(opened.show.info.title, patch, groups, cues), lost


def _channels(fixtures: dict[str, PatchedFixture], lost: list[str]) -> dict[str, int]:
    """A number for each fixture that has intensity: that in its name (`ch5`), else the next that is free."""
    lost.extend(f"fixture {name}: it has no intensity" for name, f in fixtures.items() if not f.layout.intensity.any())
    dimmable = [name for name, fixture in fixtures.items() if fixture.layout.intensity.any()]
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for name in dimmable:
        found = _CHANNEL.fullmatch(name)
        if found and int(found[1]) not in taken:
            taken.add(numbers.setdefault(name, int(found[1])))
    free = iter(sorted(set(range(1, len(dimmable) + len(taken) + 1)) - taken))
    return {name: numbers[name] if name in numbers else next(free) for name in dimmable}


def _intensity(fixture: PatchedFixture) -> int:
    """Its first parameter of intensity."""
    return fixture.first + int(np.flatnonzero(fixture.layout.intensity)[0])


def _patch(
    opened: Opened, parameters: dict[int, int], channels: dict[str, int], lost: list[str]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """By channel its dimmers, counted through all universes from 1, each with its full level."""
    table, universes = opened.program.parameters, opened.program.universes
    rows, slots = np.frombuffer(table.row, "<i4"), np.frombuffer(table.slots, "<i4").reshape(-1, 3)
    factor = np.frombuffer(table.factor, "<f8") if table.factor else np.ones(len(rows))
    places: dict[int, list[int]] = {}
    for parameter in parameters:
        if rows[parameter] >= 0 and slots[parameter, 0] >= 0:
            places[parameter] = [(universes[rows[parameter]] - 1) * SLOTS + int(slots[parameter, 0]) + 1]
    for parameter, row, slot in np.frombuffer(table.copies, "<i4").reshape(-1, 5)[:, :3].tolist():
        if parameter in places and row >= 0 and slot >= 0:
            places[parameter].append((universes[row] - 1) * SLOTS + slot + 1)
    names = {number: name for name, number in channels.items()}
    lost.extend(
        f"address of {names[number]} (channel {number}): its intensity has no slot of its own"
        for parameter, number in parameters.items()
        if parameter not in places
    )
    return {
        number: tuple((dimmer, round(float(factor[parameter]) * 255)) for dimmer in places[parameter])
        for parameter, number in sorted(parameters.items(), key=lambda pair: pair[1])
        if parameter in places
    }


def _groups(opened: Opened, channels: dict[str, int]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    table = opened.program.fixtures
    found = []
    for name, members in table.groups.items():
        numbers = [channels.get(table.names[member]) for member in np.frombuffer(members, "<i4").tolist()]
        found.append((name, tuple(sorted({number for number in numbers if number is not None}))))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Tracked:
    """A light cue as its list leaves it: levels 0..255 by place among the channels, as bytes."""

    in_order: bool
    levels: bytes
    compiled: CompiledCue


def _cues(opened: Opened, list_name: str, parameters: dict[int, int], lost: list[str]) -> Iterator[AsciiCue]:
    ordered = list(opened.show.cue_lists[list_name].walk())
    after = {before.number: cue for before, cue in pairwise(ordered)}
    tracked = _tracked(opened, list_name, list(parameters))
    channels = list(parameters.values())
    taken: set[str] = set()
    for cue in ordered:
        row = tracked.get(cue.number)
        if row is None or not isinstance(cue, LightCue):
            kind = opened.program.cues[cue_id(list_name, cue.number)].type
            lost.append(f"cue {cue.number} ({kind}{': ' + cue.label if cue.label else ''})")
            continue
        found = _NUMBER.fullmatch(cue.number)
        number = found[1] if found else ""
        if not number or number in taken or not row.in_order:
            why = "nothing leads to it in order" if number and number not in taken else "desks have no such number"
            lost.append(f"cue {cue.number}: {why}")
            continue
        taken.add(number)
        if number != cue.number:
            lost.append(f"the letters of cue {cue.number}: it is cue {number}")
        _say_less(cue, row.compiled, parameters, lost)
        times, delays = cue.light.time, cue.light.delay
        following = _follow(cue, row.compiled, after.get(cue.number), lost)
        lit = {channel: level for channel, level in sorted(zip(channels, row.levels, strict=True)) if level}
        yield AsciiCue(number, cue.label, times.up, delays.up, times.falling, delays.falling, following, lit)


def _tracked(opened: Opened, list_name: str, parameters: list[int]) -> dict[str, _Tracked]:
    """The light cues of a list by number."""
    wanted = np.zeros(len(opened.program.parameters.default) // 4, np.bool_)
    wanted[parameters] = True
    found = {}
    for row in tracking_sheet(opened.show, opened.program, list_name, only=wanted):
        cells = (row.cells.get(parameter) for parameter in parameters)
        levels = bytes(round(cell.level * 255) if cell and cell.level == cell.level else 0 for cell in cells)
        found[row.cue.number] = _Tracked(row.in_order, levels, row.cue)
    return found


def _follow(cue: Cue, compiled: CompiledCue, after: Cue | None, lost: list[str]) -> float | None:
    """Seconds from the start of a cue to that of the next."""
    if cue.continue_ == Continue.NONE:
        return None
    if not isinstance(after, LightCue):
        lost.append(f"continue of cue {cue.number}: what it leads to is no light cue")
        return None
    wait = cue.post_wait if cue.continue_ == Continue.AUTO_CONTINUE else compiled.duration
    return wait + after.pre_wait


def _say_less(cue: LightCue, compiled: CompiledCue, parameters: dict[int, int], lost: list[str]) -> None:
    """What of a light cue a desk does not get: all but intensity, and finer times."""
    fades = [effect for effect in compiled.effects if isinstance(effect, Fade) and not effect.mark]
    moved = {parameter for fade in fades for parameter in np.frombuffer(fade.parameters, "<i4").tolist()}
    if others := len(moved - parameters.keys()):
        lost.append(f"{others} level{'s' if others > 1 else ''} of cue {cue.number} that are no intensity")
    if cue.light.parts:
        lost.append(f"the times of {len(cue.light.parts)} parts of cue {cue.number}")
    if cue.notes:
        lost.append(f"the notes of cue {cue.number}")
    if cue.pre_wait:
        lost.append(f"the pre-wait of cue {cue.number}")
