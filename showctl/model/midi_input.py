"""MIDI faders: which controls of which port move which masters."""

from pydantic import Field, model_validator

from showctl.model.frozen import Frozen
from showctl.model.selection import Name
from showctl.model.unit import Flag, Text, Whole

MOST_COARSE = 31
"""The last controller that has a fine one, 32 above it (MIDI 1.0)."""


class MidiFader(Frozen):
    """The controller of a fader."""

    control: Whole = Field(ge=0, le=127, description="Number of the controller")
    channel: Whole = Field(default=1, ge=1, le=16)
    fine: Flag = Field(
        default=False, alias="14 bit", description="The controller 32 above it has the low 7 bits; 0 to 31 only"
    )

    @model_validator(mode="after")
    def _has_a_fine_one(self) -> "MidiFader":
        if self.fine and self.control > MOST_COARSE:
            raise ValueError(f"controller {self.control} has no 14 bits; write 0 to {MOST_COARSE}, or remove 14 bit")
        return self

    @property
    def controls(self) -> set[tuple[int, int]]:
        """Channel and number of the controllers that it takes."""
        return {(self.channel, self.control + 32 * low) for low in range(1 + self.fine)}


class MidiInput(Frozen):
    """MIDI control input."""

    port: Text = Field(min_length=1, description="Name of the MIDI input port, or its beginning")
    faders: dict[Name, MidiFader] = Field(default={}, description="By master; grand is the grand master")

    @model_validator(mode="after")
    def _each_control_once(self) -> "MidiInput":
        owner: dict[tuple[int, int], str] = {}
        for master, fader in self.faders.items():
            for channel, control in sorted(fader.controls):
                other = owner.setdefault((channel, control), master)
                if other != master:
                    raise ValueError(
                        f"controller {control} of channel {channel} is the fader of '{other}' and of '{master}'; "
                        "write another for one of them"
                    )
        return self
