"""The layout of a fixture's mode: its parameters in order, and which slots each has."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from showctl.model.fixture import EMITTERS, FixtureProfile, ParameterProfile

_BYTES = (" fine", " ultra")
"""What the second and third slot of a parameter are called after it, most significant first."""


@dataclass(frozen=True, eq=False)
class ModeLayout:
    """The n parameters of a mode of a fixture profile. Slots count from the fixture's own address."""

    fixture: str
    """The name under which the patch knows the profile."""
    mode: str
    profile: FixtureProfile
    slot_names: tuple[str, ...]

    @property
    def footprint(self) -> int:
        """Slots that one fixture takes."""
        return len(self.slot_names)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parameters, in the order of their slots; a virtual intensity is the last."""
        named = [s for s in self.slot_names if s != "-" and not s.endswith(_BYTES)]
        return (*named, "intensity") if self._virtual(named) else tuple(named)

    @cached_property
    def index(self) -> dict[str, int]:
        """The place of each parameter."""
        return {name: i for i, name in enumerate(self.names)}

    @cached_property
    def slots(self) -> NDArray[np.int32]:
        """Slots (n, 3) of the first, second and third byte; -1 for none."""
        place = {name: i for i, name in enumerate(self.slot_names)}
        rows = [[place.get(name + suffix, -1) for suffix in ("", *_BYTES)] for name in self.names]
        return np.array(rows, np.int32).reshape(-1, 3)

    @cached_property
    def dimmer(self) -> NDArray[np.int32]:
        """For each parameter (n,) the place of the intensity that multiplies it, or -1."""
        virtual = self.index.get("intensity", -1) if self._virtual(self.slot_names) else -1
        return np.array([virtual if name in EMITTERS else -1 for name in self.names], np.int32)

    @cached_property
    def default(self) -> NDArray[np.float32]:
        """Levels (n,) at rest."""
        return np.array([self.parameter(name).default for name in self.names], np.float32)

    def parameter(self, name: str) -> ParameterProfile:
        """What the profile says of a parameter."""
        return self.profile.parameter(name)

    def _virtual(self, names: "list[str] | tuple[str, ...]") -> bool:
        """Whether intensity has to be made by multiplying the colour emitters."""
        return self.profile.virtual_dimmer and "intensity" not in names and not set(EMITTERS).isdisjoint(names)
