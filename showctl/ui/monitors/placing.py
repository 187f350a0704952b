"""Fixtures that are moved, or placed for the first time, as edits of the patch. No widgets."""

from collections.abc import Collection, Sequence

from showctl.model.patch import PatchEntry, Triple
from showctl.model.selection import expand
from showctl.session.edit import Set, Several
from showctl.session.written import written
from showctl.showfile.item import Item
from showctl.ui.tongue import tr

STEP = 0.05
"""Metres to which a place is rounded."""
APART, HIGH = 0.6, 5.0
"""Metres between the fixtures of a range that is placed for the first time, and above the floor where nothing says."""


def moved(patch: Sequence[PatchEntry], names: Collection[str], by: Triple) -> Several | None:
    """Move fixtures by so many metres; None: nothing moves.

    Of a range its first and its last can be moved apart, and the others stand evenly between; one from its middle takes
    all of it along, for they have no places of their own.
    """
    edits = []
    chosen = set(names)
    for entry in patch:
        every = expand(entry.id)
        here = chosen.intersection(every)
        if entry.position is None or not here or not any(abs(each) >= STEP / 2 for each in by):
            continue
        first, last = every[0] in here, every[-1] in here
        if len(here) == len(every) or len(entry.position) == 1 or not (first or last):
            first = last = True
        which = (first, last)[: len(entry.position)] if len(entry.position) > 1 else (True,)
        points = [_rounded(point, by) if moves else point for point, moves in zip(entry.position, which, strict=True)]
        edits.append(_edit(entry, points))
    return Several(tuple(edits), _called("moved", edits)) if edits else None


def placed(patch: Sequence[PatchEntry], ids: Collection[str], at: Triple) -> Several | None:
    """Give entries of the patch a place; the next a metre in front of the one before. None: there are none."""
    edits = []
    x, y, z = at
    for entry in patch:
        if entry.id in ids:
            more = len(expand(entry.id)) - 1
            first = _rounded((x - more * APART / 2, y, z), (0.0, 0.0, 0.0))
            last = _rounded((x + more * APART / 2, y, z), (0.0, 0.0, 0.0))
            edits.append(_edit(entry, [first, last] if more else [first]))
            y -= 1.0
    return Several(tuple(edits), _called("placed", edits)) if edits else None


def _edit(entry: PatchEntry, points: Sequence[Triple]) -> Set:
    plain = [[_plain(each) for each in point] for point in points]
    return Set(Item("fixture", entry.id), ("position",), written(plain[0] if len(plain) == 1 else plain))


def _rounded(point: Triple, by: Triple) -> Triple:
    x, y, z = (round(round((a + b) / STEP) * STEP, 2) for a, b in zip(point, by, strict=True))
    return x, y, z


def _plain(number: float) -> str:
    return f"{number:g}".replace("-0", "0") if number == 0 else f"{number:g}"


def _called(done: str, edits: Sequence[Set]) -> str:
    what = edits[0].item.name if len(edits) == 1 else tr("%n (entry|entries) of the patch", "", len(edits))
    return f"{what} {done}"
