"""The patch as arrays: which parameter ends in which bytes of which universe."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from showctl.engine.dims import Dims
from showctl.engine.ranges import Ranges
from showctl.engine.response import Copies, Response
from showctl.engine.switches import Switches
from showctl.model.address import SLOTS
from showctl.program.program import EXEMPT_FROM_PANIC, Parameters

Index = NDArray[np.intp] | slice


class Scope(NamedTuple):
    """Some parameters: those that a fade moves."""

    where: Index
    """Their cells: where they are parameters of one layer, the same as their places."""
    rows: NDArray[np.bool_]
    """Rows (U + 1) in which their output, or their own level, is."""
    universes: NDArray[np.intp]
    """The rows as numbers, those of universes only."""
    first: int
    end: int
    """From the first of these universes to before this row; where there are none, U and 0."""
    parameters: Index
    """Their places in the patch map."""
    shared: NDArray[np.intp] | None = None
    """Which of the shared parameters each is, -1 for none; None: none is shared."""
    jumps: NDArray[np.bool_] | None = None
    """Which of them never fade; None: all do."""
    ranged: bool = False
    """Whether any of them has several ranges, between which it never fades."""


class PatchMap:
    """P parameters in U universes, decoded once and put in the order of their slots.

    So the parameters of one universe, and of some in a row, are one slice of every array here and in the mixer. A
    dimmer without a slot stands in the universe of what it dims; what has no slot and dims nothing comes last, in a
    row U of its own.
    """

    def __init__(self, parameters: Parameters, universes: int) -> None:
        self.universes = universes
        row = np.frombuffer(parameters.row, "<i4").astype(np.intp)
        slots = np.frombuffer(parameters.slots, "<i4").astype(np.intp).reshape(row.size, 3)
        dimmer = np.frombuffer(parameters.dimmer, "<i4").astype(np.intp)
        patched = (row >= 0) & (slots[:, 0] >= 0)
        self.switches = switches = Switches(parameters, patched)
        """Slots that are one parameter's or another's."""
        used = switches.parameter >= 0
        home = np.where(patched, row, universes)
        np.minimum.at(home, switches.parameter[used], switches.row[used])  # of those without slots of their own
        numbered = patched | (home < universes)
        dimmed = np.flatnonzero((dimmer >= 0) & numbered)
        np.minimum.at(home, dimmer[dimmed], np.where(numbered[dimmer[dimmed]], universes, home[dimmed]))
        order = np.lexsort((slots[:, 0], home))
        self.count = row.size
        self.place = np.empty(self.count, np.intp)
        """Where the program's parameter i is here."""
        self.place[order] = np.arange(self.count)
        self.home = home[order]
        """Row of the universe that each stands in."""
        self.first = np.searchsorted(self.home, np.arange(universes + 2))
        """The first parameter of each row."""
        self.patched, slots = patched[order], slots[order]
        self.numbered = numbered[order]
        """Which have slots, switched ones counted."""
        self.default = np.frombuffer(parameters.default, "<f4").astype(np.float64)[order]
        intensity, exempt = (np.frombuffer(b, np.uint8)[order] for b in (parameters.intensity, parameters.exempt))
        self.intensity = intensity != 0
        """Which parameters are intensity."""
        self.exempt = exempt
        """Bits, as the program has them."""
        self.intensities = np.flatnonzero(self.intensity)
        self.panics = self.intensity & (exempt & EXEMPT_FROM_PANIC == 0)
        """What a panic takes out."""
        self.fixture = np.frombuffer(parameters.fixture, "<i4")[order] if parameters.fixture else self.place[order]
        """The number of each one's fixture."""
        self.jumps = np.zeros(self.count, np.bool_)
        """Which parameters never fade."""
        heads = np.frombuffer(parameters.colours, "<i4").astype(np.intp).reshape(-1, 5)
        self.heads = np.where(heads < 0, heads, np.append(self.place, 0)[heads])
        """Heads that mix colour (H, 5), as the program has them."""
        self.heads[:, 4] = heads[:, 4]
        if parameters.jumps:
            self.jumps = np.frombuffer(parameters.jumps, np.uint8)[order] != 0
        self.ranges = Ranges(parameters, order)
        """Between which parameters never fade."""
        depth = (slots >= 0).sum(axis=1)
        np.maximum.at(depth, self.place[switches.parameter[used]], switches.depth[used])
        self.full = 256.0 ** np.maximum(depth, 1) - 1.0
        """The highest number: 255, 65535 or 16777215."""
        self.scale = self.full.copy()
        """Full as a number: the highest, times the proportional level."""
        if parameters.factor:
            self.scale *= np.frombuffer(parameters.factor, "<f8")[order]
        self.dimmed = np.sort(self.place[dimmed])
        """Parameters with a slot that another one multiplies."""
        self.dimmer = self.place[dimmer[order][self.dimmed]]
        """That other one."""
        self.first_dimmed = np.searchsorted(self.dimmed, self.first)
        self.dims = Dims(parameters, self.place, self.full)
        """Intensity of which not all values dim."""
        self.response = Response(parameters, order, self.numbered, self.dimmed, self.dimmer, self.dims)
        """What becomes of levels at the output besides."""
        copies = Copies(parameters, self.place)
        self.far = self._far(copies)
        """Parameters, and other universes that they reach into: those of what they dim, and of further places."""
        # One entry for each byte that goes out, in the order of the slots.
        parameter, nth = np.nonzero((slots >= 0) & self.patched[:, None])
        at = self.home[parameter] * SLOTS + slots[parameter, nth]
        place = depth[parameter] - 1 - nth
        first = at.size
        at, parameter, place = (np.concatenate(both) for both in zip((at, parameter, place), copies.bytes, strict=True))
        sort = np.argsort(at, kind="stable")
        self.byte_at = at[sort]
        """Index into universes × 512, flat."""
        self.byte_parameter = parameter[sort]
        self.byte_place = place[sort]
        """Which byte of the number, the least significant is 0."""
        self._own = sort < first
        """Which of them are no copies."""
        self.byte_from = self.byte_parameter * 4 + self.byte_place
        """Index into little-endian int32 numbers, as bytes."""
        self.first_byte = np.searchsorted(self.byte_at, np.arange(universes + 1) * SLOTS)

    def _far(self, copies: Copies) -> NDArray[np.intp]:
        """Parameters and rows (2, n)."""
        switched, used = self.switches, self.switches.parameter >= 0
        reach = [(self.dimmer, self.home[self.dimmed]), (copies.parameter, copies.row)]
        reach += [(self.place[switched.trigger], switched.row)]
        reach += [(self.place[switched.parameter[used]], switched.row[used])]
        if copies.parameter.size:
            dimmer = np.full(self.count, -1)
            dimmer[self.dimmed] = self.dimmer
            under = dimmer[copies.parameter]
            reach.append((under[under >= 0], copies.row[under >= 0]))
        far = np.concatenate([np.stack(pair) for pair in reach], axis=1)
        return far[:, self.home[far[0]] != far[1]]

    def scope_of(self, index: NDArray[np.intp]) -> Scope:
        """What these parameters, by their index here, are."""
        # A slice is many times faster for whole universes; its end points alone do not prove one.
        in_a_row = index.size > 0 and bool((np.diff(index) == 1).all())
        where: Index = slice(int(index[0]), int(index[-1]) + 1) if in_a_row else index
        rows = self.rows(where)
        universes = np.flatnonzero(rows[:-1])
        first, end = (int(universes[0]), int(universes[-1]) + 1) if universes.size else (self.universes, 0)
        return Scope(where, rows, universes, first, end, where)

    def rows(self, index: Index | NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Rows (U + 1) in which the output of these parameters, or their own level, is."""
        rows = np.zeros(self.universes + 1, np.bool_)
        rows[self.home[index]] = True
        if self.far.size:
            mask = np.zeros(self.count, np.bool_)
            mask[index] = True
            rows[self.far[1, mask[self.far[0]]]] = True
        return rows

    def bytes_of(self, first: int, end: int) -> tuple[Index, Index]:
        """The slots (U·512, flat) of the rows from `first` to before `end`, and the bytes of the numbers for them."""
        one, last = int(self.first_byte[first]), int(self.first_byte[end])
        at: Index = self.byte_at[one:last]
        source: Index = self.byte_from[one:last]
        if one < last and self.byte_at[last - 1] - self.byte_at[one] == last - one - 1:
            at = slice(int(self.byte_at[one]), int(self.byte_at[one]) + last - one)
        if one < last and (np.diff(self.byte_from[one:last]) == 4).all():
            source = slice(int(self.byte_from[one]), int(self.byte_from[last - 1]) + 1, 4)
        return at, source

    def numbers_in(self, slots: NDArray[np.uint8]) -> NDArray[np.float64]:
        """The numbers (P,) that are in these slots (U × 512); 0 of parameters without any."""
        numbers = np.zeros(self.count)
        own = self._own
        np.add.at(
            numbers, self.byte_parameter[own], slots.reshape(-1)[self.byte_at[own]] * 256.0 ** self.byte_place[own]
        )
        return numbers

    def unrender(self, slots: NDArray[np.uint8], scale: NDArray[np.float64]) -> NDArray[np.float64]:
        """Levels of all parameters (P,) that give these slots (U × 512), where full is the number `scale` (P,).

        Where a dimmer multiplies others, many do; the strongest parameter under it is taken to be at full. What has no
        slot and dims nothing is at its default. Nothing is known of what masters have scaled to 0: it counts as 0.
        """
        numbers = self.numbers_in(slots)
        number = self.response.undone(numbers, self.scale)
        level = np.where(self.patched, number / np.where(scale > 0.0, scale, np.inf), self.default)
        virtual = self.dimmer[~self.patched[self.dimmer]]
        level[virtual] = 0.0
        np.maximum.at(level, self.dimmer, np.where(self.patched[self.dimmer], 0.0, level[self.dimmed]))
        brightness = level[self.dimmer]
        dark = brightness <= 0
        level[self.dimmed] = np.where(
            dark, self.default[self.dimmed], level[self.dimmed] / np.where(dark, 1.0, brightness)
        )
        level = np.clip(self.response.undone_dimmers(level, scale, self.scale), 0.0, 1.0)
        self.dims.put_aside(level, numbers)
        return level
