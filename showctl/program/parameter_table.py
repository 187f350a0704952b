"""The parameters of all fixtures as a table: one row each, as the engine wants it."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from showctl.model.curve import Curve
from showctl.program.colour_heads import HEAD_PLACES
from showctl.program.mode_layout import ModeLayout
from showctl.program.patch_places import Blocks
from showctl.program.patch_response import EntryResponse
from showctl.program.program import Parameters
from showctl.program.range_edges import Edges
from showctl.program.switch_table import switch_rows

_Ints = NDArray[np.int64]


class ParameterTable:
    """Is given the fixtures, entry by entry of the patch, in order. `universes` are all that they are in, ascending."""

    def __init__(self, universes: Iterable[int]) -> None:
        self._row_of = {universe: row for row, universe in enumerate(universes)}
        self._columns: dict[str, list[NDArray[np.generic]]] = {name: [] for name in _COLUMNS}
        self._curves: dict[Curve, int] = {}
        self._edges: dict[Edges, int] = {}
        self._copies: list[_Ints] = []
        self._colours: list[_Ints] = []
        self._dims: list[NDArray[np.float64]] = []
        self._switches: list[_Ints] = []
        self._fixtures = 0
        self._count = 0

    def add(
        self, layout: ModeLayout, places: Sequence[tuple[Blocks, ...]], exempt: int, response: EntryResponse
    ) -> None:
        """The F fixtures of an entry: all of one layout with n parameters."""
        count, fixtures = len(layout.names), len(places)
        slots, block = layout.block_slots, layout.blocks
        if response.swapped is not None:
            slots, block = slots[response.swapped], block[response.swapped]
        base, first = self._bases(places, len(layout.footprints))
        which = np.arange(fixtures)
        home = base[which[:, None], first[:, block], block]  # (F, n, 2)
        has_slot = (slots[:, 0] >= 0) & (home[:, :, 0] >= 0)
        at = np.where((slots >= 0) & has_slot[:, :, None], slots + home[:, :, 1, None], -1)
        self._put("row", np.where(has_slot, home[:, :, 0], -1).ravel())
        self._put("slots", at.ravel())
        firsts = self._count + count * which
        dimmer = np.where(layout.dimmer >= 0, layout.dimmer + firsts[:, None], -1)
        self._put("dimmer", dimmer.ravel())
        self._put("default", np.tile(layout.default, fixtures))
        self._put("intensity", np.tile(layout.intensity, fixtures))
        self._put("exempt", np.full(count * fixtures, exempt))
        self._put("factor", np.tile(response.factor, fixtures))
        self._put("inverted", np.tile(response.inverted, fixtures))
        self._put("fixture", np.repeat(self._fixtures + which, count))
        self._put("jumps", np.tile(layout.jumps, fixtures))
        ranges = [self._edges.setdefault(edges, len(self._edges) + 1) if edges else 0 for edges in layout.edges]
        self._put("ranges", np.tile(np.array(ranges, np.uint16), fixtures))
        for place, dims in enumerate(layout.dims):
            if dims is not None:
                self._dims.append(np.column_stack((firsts + place, np.tile(dims, (fixtures, 1)))))
        heads = layout.colour_heads.astype(np.int64)
        heads = heads + np.where(HEAD_PLACES & (heads >= 0), firsts[:, None, None], 0)
        self._colours.append(heads.reshape(-1, 5))
        number = 0
        if response.curve != "linear":
            number = self._curves.setdefault(response.curve, len(self._curves) + 1)
        self._put("curve", np.tile(np.where(layout.intensity, number, 0), fixtures))
        for place in range(base.shape[1]):
            again = (first[:, block] != place) & (base[:, place][:, block, 0] >= 0) & (slots[:, 0] >= 0)
            fixture, parameter = np.nonzero(again)
            there = base[fixture, place, block[parameter]]
            to = np.where(slots[parameter] >= 0, slots[parameter] + there[:, 1, None], -1)
            self._copies.append(np.column_stack((firsts[fixture] + parameter, there[:, 0], to)))
        self._switch(layout, base, firsts)
        self._count += count * fixtures
        self._fixtures += fixtures

    def _switch(self, layout: ModeLayout, base: _Ints, firsts: _Ints) -> None:
        """The switched slots of F fixtures, in each of their places (F, S, B, 2)."""
        rows = switch_rows(layout)
        block = np.maximum(np.searchsorted(layout.starts, rows[:, 0], "right") - 1, 0)
        for place in range(base.shape[1] if len(rows) else 0):
            at = base[:, place][:, block]  # (F, K, 2)
            fixture, which = np.nonzero(at[:, :, 0] >= 0)
            row, offset = at[fixture, which].T
            found, first = rows[which], firsts[fixture]
            slot = found[:, 0] - np.array(layout.starts)[block[which]] + offset
            parameter = np.where(found[:, 5] >= 0, found[:, 5] + first, -1)
            self._switches.append(
                np.column_stack((row, slot, found[:, 1] + first, found[:, 2:5], parameter, found[:, 6:]))
            )

    def table(self) -> Parameters:
        """All of them."""
        columns = {name: self._packed(name, kind) for name, kind in _COLUMNS.items()}
        for name, plain in _PLAIN.items():
            if all((np.asarray(each) == plain).all() for each in self._columns[name]):
                columns[name] = b""
        copies = np.concatenate(self._copies) if self._copies else np.zeros((0, 5))
        colours = np.concatenate(self._colours) if self._colours else np.zeros((0, 5))
        edges = [(table, level, number) for each, table in self._edges.items() for level, number in each]
        return Parameters(
            **columns,
            edges=np.array(edges, "<f8").tobytes(),
            curves=tuple(self._curves),
            copies=copies.astype("<i4").tobytes(),
            colours=colours.astype("<i4").tobytes(),
            dims=b"".join(each.astype("<f8").tobytes() for each in self._dims),
            switches=b"".join(each.astype("<i4").tobytes() for each in self._switches),
        )

    def _bases(self, places: Sequence[tuple[Blocks, ...]], blocks: int) -> tuple[_Ints, _Ints]:
        """Row and offset (F, S, B, 2) of each block in each of S places, row -1 where it is not; and the first of the
        places (F, B) where it is.
        """
        most = max((len(each) for each in places), default=0) or 1
        base = np.full((len(places), most, blocks, 2), -1, np.int64)
        for fixture, sets in enumerate(places):
            for place, each in enumerate(sets):
                for block, at in enumerate(each):
                    if at is not None:
                        base[fixture, place, block] = self._row_of[at.universe], at.slot - 1
        return base, np.argmax(base[..., 0] >= 0, axis=1)

    def _put(self, name: str, column: NDArray[np.generic]) -> None:
        self._columns[name].append(column)

    def _packed(self, name: str, kind: str) -> bytes:
        columns = self._columns[name]
        return np.concatenate(columns).astype(kind).tobytes() if columns else b""


_COLUMNS = {
    "row": "<i4",
    "slots": "<i4",
    "dimmer": "<i4",
    "default": "<f4",
    "intensity": "u1",
    "exempt": "u1",
    "factor": "<f8",
    "inverted": "u1",
    "curve": "u1",
    "fixture": "<i4",
    "jumps": "u1",
    "ranges": "<u2",
}
_PLAIN: Mapping[str, float] = {"factor": 1.0, "inverted": 0, "curve": 0, "jumps": 0, "ranges": 0}
"""What stands in columns that most shows do not need, and which are then left empty."""
