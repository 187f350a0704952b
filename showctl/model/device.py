"""Devices: the named destinations that cues act on."""

from typing import Annotated, Literal

from pydantic import Field

from showctl.model.frozen import Frozen
from showctl.model.receiver import Receiver
from showctl.model.sacn_device import SacnDevice
from showctl.model.unit import Text, Whole


class OscDevice(Frozen):
    """A program or desk that takes OSC over UDP."""

    type: Literal["osc"]
    profile: Text | None = Field(default=None, description="Device profile, for example behringer/x32")
    to: Receiver = Field(description="Host and port; the profile's port unless written")
    backup: Receiver | None = Field(default=None, description="A second machine that gets every message too")


class MidiDevice(Frozen):
    """A MIDI output port."""

    type: Literal["midi"]
    profile: Text | None = Field(default=None, description="Device profile, for example generic/msc")
    port: Text = Field(min_length=1, description="Name of the port, or how it starts")
    device_id: Whole = Field(
        default=127, alias="device id", ge=0, le=127, description="MIDI Show Control device id; 127 is all"
    )


Device = Annotated[SacnDevice | OscDevice | MidiDevice, Field(discriminator="type")]
