"""The patch of a show in words and as JSON objects."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from showctl.model.address import SLOTS, DmxAddress
from showctl.program.patch_sheet import PatchSheet, SheetRow


def patch_objects(sheet: PatchSheet) -> Iterator[dict[str, Any]]:
    """An object for each fixture, each universe and each problem."""
    for row in sheet.rows:
        said: dict[str, Any] = {"patch": "fixture", "id": row.name, "fixture": row.entry.fixture}
        if row.patched is not None:
            said |= {"mode": row.patched.layout.mode, "footprint": list(row.patched.layout.footprints)}
            said["at"] = [[str(at) if at is not None else None for at in blocks] for blocks in row.patched.places]
        said |= {key: getattr(row.entry, key) for key in ("label", "layer", "uuid") if getattr(row.entry, key)}
        said |= {"position": row.position} if row.position is not None else {}
        said |= {"rotation": row.entry.rotation} if row.entry.rotation is not None else {}
        yield said
    for universe in sheet.addresses.universes():
        owners = sheet.addresses.owners(universe)
        yield {
            "patch": "universe",
            "universe": universe,
            "sent": sheet.sent is None or universe in sheet.sent,
            "used": sum(map(bool, owners)),
            "free": [list(span) for span in free(owners)],
        }
    for problem in sheet.problems:
        yield {"patch": "problem", **problem.as_dict()}


def patch_lines(sheet: PatchSheet) -> Iterator[str]:
    """By universe, slot by slot with what is free; then by fixture."""
    starts = list(_starts(sheet.rows))
    for universe in sheet.addresses.universes():
        owners = sheet.addresses.owners(universe)
        used = sum(map(bool, owners))
        spans = ", ".join(f"{a}..{b}" if a != b else f"{a}" for a, b in free(owners)) or "none"
        sent = "" if sheet.sent is None or universe in sheet.sent else ", which nothing sends"
        yield f"universe {universe}{sent}: {used} of {SLOTS} slots are used; free: {spans}"
        for at, footprint, row, block in sorted((s for s in starts if s[0].universe == universe), key=lambda s: s[:2]):
            last = at.slot + footprint - 1
            slots = f"{at.slot:03d}" if footprint == 1 else f"{at.slot:03d}..{last:03d}"
            yield f"  {slots:9} {row.name:16} {_kind(row)}{block}"
    yield f"{len(sheet.rows)} fixtures" if len(sheet.rows) != 1 else "1 fixture"
    for row in sheet.rows:
        yield f"  {row.name:16} {_where(row):16} {_kind(row)}{_besides(row)}"


def free(owners: Iterable[str]) -> list[tuple[int, int]]:
    """First and last address of each run of slots that nobody has."""
    spans = []
    for taken, run in groupby(enumerate(owners, 1), key=lambda slot: bool(slot[1])):
        slots = [slot for slot, _ in run]
        spans += [(slots[0], slots[-1])] if not taken else []
    return spans


def _starts(rows: Iterable[SheetRow]) -> Iterator[tuple[DmxAddress, int, SheetRow, str]]:
    for row in rows:
        if row.patched is None:
            continue
        footprints = row.patched.layout.footprints
        for place, blocks in enumerate(row.patched.places):
            for number, (at, footprint) in enumerate(zip(blocks, footprints, strict=True), 1):
                if at is not None:
                    said = f", block {number}" if len(footprints) > 1 else ""
                    yield at, footprint, row, said + (f", place {place + 1}" if place else "")


def _kind(row: SheetRow) -> str:
    mode = row.patched.layout.mode if row.patched is not None else row.entry.mode
    return f"{row.entry.fixture} ({mode})" if mode else row.entry.fixture


def _where(row: SheetRow) -> str:
    if row.patched is None:
        return "left out"
    said = ["+".join(str(at) if at is not None else "-" for at in blocks) for blocks in row.patched.places]
    return ", ".join(said) or "not patched"


def _besides(row: SheetRow) -> str:
    entry = row.entry
    said = [f"'{entry.label}'"] if entry.label else []
    said += [f"layer {entry.layer}"] if entry.layer else []
    said += [f"at {', '.join(f'{part:g}' for part in row.position)} m"] if row.position is not None else []
    said += [f"{' and '.join(entry.invert)} inverted"] if entry.invert else []
    said += ["pan and tilt swapped"] if entry.swap else []
    said += [f"full is {entry.proportional:.0%}"] if entry.proportional != 1.0 else []
    said += (
        [f"curve {entry.curve if isinstance(entry.curve, str) else 'of its own'}"] if entry.curve != "linear" else []
    )
    return "; " + "; ".join(said) if said else ""
