"""Where the fixtures of a patch are: each block of each at an address, the next free ones found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from showctl.model.address import DmxAddress
from showctl.model.patch import PatchEntry
from showctl.model.patch_address import NextFree
from showctl.model.problem import Problem
from showctl.program.address_map import Addresses

Blocks = tuple[DmxAddress | None, ...]
"""The address of each block of a fixture's mode; None: this one is not patched."""


@dataclass(slots=True)
class Placing:
    """What the fixtures of one entry of the patch want, and what they have."""

    index: int
    """In the patch."""
    entry: PatchEntry
    footprints: tuple[int, ...]
    """Slots of each block."""
    names: list[str]
    order: list[int]
    """The place of each in its range."""
    places: list[tuple[Blocks, ...]]
    """By fixture: its addresses, in each place where it is. Past the end of a universe the slot is above 512."""

    def taken(self) -> Iterator[DmxAddress]:
        """All addresses."""
        return (at for places in self.places for blocks in places for at in blocks if at is not None)


def placed(entries: Iterable[Placing], addresses: Addresses, problems: list[Problem]) -> None:
    """Put all in their places: first those who say where, then, in the order of the file, those who take what is free.
    What is wrong is added to `problems`.
    """
    entries = tuple(entries)
    for each in entries:
        if isinstance(each.entry.at, NextFree):
            continue
        sets = _sets(each, problems)
        each.places = [tuple(_moved(blocks, each, place) for blocks in sets) for place in each.order]
        addresses.place(("patch", each.index, "at"), _wanted(each))
    for each in entries:
        if isinstance(each.entry.at, NextFree):
            universe, path = each.entry.at.universe, ("patch", each.index, "at")
            for name in each.names:
                blocks = tuple(addresses.place_next(path, name, size, universe) for size in each.footprints)
                each.places.append((blocks,) if any(blocks) else ())
    problems += addresses.problems()


def _wanted(each: Placing) -> Iterable[tuple[str, DmxAddress, int]]:
    for name, places in zip(each.names, each.places, strict=True):
        for blocks in places:
            for at, footprint in zip(blocks, each.footprints, strict=True):
                if at is not None:
                    yield name, at, footprint


def _sets(each: Placing, problems: list[Problem]) -> list[Blocks]:
    """The addresses of the first fixture, those of its blocks together."""
    at, count = each.entry.at, len(each.footprints)
    assert not isinstance(at, NextFree)
    if len(at) == 1 and count > 1 and at[0] is not None:
        return [_one_after_the_other(at[0], each.footprints)]
    if len(at) % count:
        what = f"the mode has {count} blocks, and here are {len(at)} addresses"
        remedy = f"write {count}, with - for a block that is not patched, or one for all together"
        problems.append(Problem(("patch", each.index, "at"), what, remedy))
        return []
    sets = [at[first : first + count] for first in range(0, len(at), count)]
    return [blocks for blocks in sets if any(blocks)]


def _one_after_the_other(at: DmxAddress, footprints: Sequence[int]) -> Blocks:
    return tuple(DmxAddress(at.universe, at.slot + sum(footprints[:block])) for block in range(len(footprints)))


def _moved(blocks: Blocks, each: Placing, place: int) -> Blocks:
    """The addresses of the fixture at this place of a range: without gaps behind those before it."""
    together = len(each.entry.at) == 1
    total = sum(each.footprints)
    return tuple(
        DmxAddress(at.universe, at.slot + place * (total if together else footprint)) if at is not None else None
        for at, footprint in zip(blocks, each.footprints, strict=True)
    )
