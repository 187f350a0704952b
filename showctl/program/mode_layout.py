"""The layout of a fixture's mode: its parameters in order, and which slots each has."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from showctl.model.dimming import Dimming
from showctl.model.fixture import FixtureProfile, ParameterProfile
from showctl.model.mode import BYTES, OTHERWISE, UNUSED, Blocks, Slot, Switch, blocks_of, parameter_of, slot_words
from showctl.model.parameter_kind import EMITTERS, head_of
from showctl.program.colour_heads import colour_heads
from showctl.program.range_edges import Edges, range_edges


@dataclass(frozen=True, eq=False)
class ModeLayout:
    """The n parameters of a mode of a fixture profile. Slots count from the fixture's own address, through all of its
    blocks as if each began where the one before it ends."""

    fixture: str
    """The name under which the patch knows the profile."""
    mode: str
    profile: FixtureProfile
    written: tuple[Slot, ...] | Blocks
    """The mode as the profile has it."""

    @cached_property
    def footprints(self) -> tuple[int, ...]:
        """Slots of each block."""
        return tuple(len(block) for block in blocks_of(self.written))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The slot with which each block begins, from 0."""
        return (0, *accumulate(self.footprints))[:-1]

    @cached_property
    def blocks(self) -> NDArray[np.intp]:
        """The block (n,) in which each parameter has its slots; 0 where it has none."""
        return np.maximum(np.searchsorted(self.starts, self.slots[:, 0], "right") - 1, 0)

    @cached_property
    def block_slots(self) -> NDArray[np.int32]:
        """As `slots`, counted from the start of the parameter's block. A byte in another block goes nowhere."""
        start = np.array(self.starts, np.int32)[self.blocks][:, None]
        end = start + np.array(self.footprints, np.int32)[self.blocks][:, None]
        inside = (self.slots >= start) & (self.slots < end)
        return np.where(inside, self.slots - start, -1).astype(np.int32)

    @cached_property
    def intensity(self) -> NDArray[np.bool_]:
        """Which of them (n,) are intensity of the fixture as a whole; of heads only where there is no other, for they
        have shares of it.
        """
        every = np.array([self._is_intensity(name) for name in self.names], np.bool_)
        whole = every & np.array([not head_of(name) for name in self.names], np.bool_)
        return whole if whole.any() else every

    @property
    def footprint(self) -> int:
        """Slots that one fixture takes, all blocks together."""
        return sum(self.footprints)

    @cached_property
    def slot_names(self) -> tuple[str, ...]:
        """What each slot means while every trigger of a switch is at rest."""
        return tuple(self._at_rest(s) if isinstance(s, Switch) else s for s in self._written_slots())

    @cached_property
    def switched(self) -> tuple[tuple[int, Switch], ...]:
        """Slots whose meaning follows a trigger, with their switches. `slots` has the case of the trigger's default;
        the engine follows the trigger (program/switch_table.py)."""
        return tuple((place, slot) for place, slot in enumerate(self._written_slots()) if isinstance(slot, Switch))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parameters, in the order of their slots, those of all cases; a virtual intensity is the last."""
        named = list(dict.fromkeys(parameter_of(word) for word in slot_words(self.written)))
        return (*named, "intensity") if self._virtual else tuple(named)

    @cached_property
    def index(self) -> dict[str, int]:
        """The place of each parameter."""
        return {name: i for i, name in enumerate(self.names)}

    @cached_property
    def slots(self) -> NDArray[np.int32]:
        """Slots (n, 3) of the first, second and third byte; -1 for none."""
        place = {name: i for i, name in enumerate(self.slot_names) if name != UNUSED}
        rows = [[place.get(name + suffix, -1) for suffix in ("", *BYTES)] for name in self.names]
        return np.array(rows, np.int32).reshape(-1, 3)

    @cached_property
    def dimmer(self) -> NDArray[np.int32]:
        """For each parameter (n,) the place of the intensity that multiplies it, or -1."""
        virtual = self.index["intensity"] if self._virtual else -1
        return np.array([virtual if self._dimmed(name) else -1 for name in self.names], np.int32)

    @cached_property
    def default(self) -> NDArray[np.float32]:
        """Levels (n,) at rest."""
        return np.array([self._rest(name) for name in self.names], np.float32)

    @cached_property
    def jumps(self) -> NDArray[np.bool_]:
        """Which of them (n,) never fade."""
        return np.array([self.profile.snaps(name) for name in self.names], np.bool_)

    @cached_property
    def edges(self) -> tuple[Edges, ...]:
        """Where ranges of each begin; of what never fades, and of what dims in one of its ranges, none."""
        return tuple(
            () if jumps or dims is not None else range_edges(self.parameter(name), self.profile.kind(name))
            for name, dims, jumps in zip(self.names, self.dims, self.jumps.tolist(), strict=True)
        )

    @cached_property
    def dims(self) -> tuple[Dimming | None, ...]:
        """How each of the intensities dims of which not all values do."""
        return tuple(map(self.profile.dimming, self.names))

    @cached_property
    def colour_heads(self) -> NDArray[np.int32]:
        """The heads (H, 5) that mix colour, as `Parameters.colours` has them."""
        return colour_heads(self.names)

    def parameter(self, name: str) -> ParameterProfile:
        """What the profile says of a parameter."""
        return self.profile.parameter(name)

    def _written_slots(self) -> Iterator[Slot]:
        return (slot for block in blocks_of(self.written) for slot in block)

    def _at_rest(self, slot: Switch) -> str:
        trigger = self.profile.parameter(slot.on)
        at = trigger.range_at(self.profile.default(slot.on))
        case = at.name if at is not None else ""
        return slot.cases.get(case, slot.cases.get(OTHERWISE, UNUSED))

    def _rest(self, name: str) -> float:
        """A head's own intensity is its share of the fixture's: full, where the profile does not say and there is one
        above it."""
        if name not in self.profile.parameters and head_of(name) and self._is_intensity(name):
            return 1.0 if "intensity" in self.index else 0.0
        return self.profile.light(name, self.profile.default(name))

    def _is_intensity(self, name: str) -> bool:
        return self.profile.kind(name) == "intensity"

    @cached_property
    def _virtual(self) -> bool:
        """Whether intensity has to be made by multiplying colour emitters or the intensities of heads."""
        names = {parameter_of(word) for word in slot_words(self.written)}
        return self.profile.virtual_dimmer and "intensity" not in names and any(map(self._can_be_dimmed, names))

    def _can_be_dimmed(self, name: str) -> bool:
        return self.profile.kind(name) in EMITTERS or (bool(head_of(name)) and self._is_intensity(name))

    def _dimmed(self, name: str) -> bool:
        """Whether a virtual intensity multiplies a parameter: emitters, save those of a head that has an intensity."""
        if not self._can_be_dimmed(name):
            return False
        return self._is_intensity(name) or f"{head_of(name)}/intensity" not in self.index
