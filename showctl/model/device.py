"""Devices: the named destinations that cues act on."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from showctl.model.address import Endpoint, Target, Universes, parse_endpoint
from showctl.model.frozen import Frozen
from showctl.model.unit import Text, Whole

SACN_PORT = 5568
"""ACN_SDT_MULTICAST_PORT, E1.31-2018 §9.1 and appendix A."""


def _targets(value: Any) -> Any:
    """One destination, or a list of them."""
    values = value if isinstance(value, list | tuple) and not isinstance(value, Endpoint) else [value]
    return tuple(parse_endpoint(v) for v in values)


class SacnDevice(Frozen):
    """Streaming ACN (E1.31) to fixed receivers, by unicast."""

    type: Literal["sacn"]
    universes: Universes
    to: Annotated[tuple[Target, ...], BeforeValidator(_targets)] = Field(
        min_length=1, description=f"Receivers; the port is {SACN_PORT} unless written"
    )
    priority: Whole = Field(default=100, ge=0, le=200, description="E1.31 priority, the highest wins")
    source_name: Text = Field(default="", alias="source name", description="The show's title unless written")


class OscDevice(Frozen):
    """A program or desk that takes OSC over UDP."""

    type: Literal["osc"]
    profile: Text | None = Field(default=None, description="Device profile, for example behringer/x32")
    to: Target = Field(description="Host and port; the profile's port unless written")
    backup: Target | None = Field(default=None, description="A second machine that gets every message too")


class MidiDevice(Frozen):
    """A MIDI output port."""

    type: Literal["midi"]
    profile: Text | None = Field(default=None, description="Device profile, for example generic/msc")
    port: Text = Field(min_length=1, description="Name of the port, or how it starts")
    device_id: Whole = Field(
        default=127, alias="device id", ge=0, le=127, description="MIDI Show Control device id; 127 is all"
    )


Device = Annotated[SacnDevice | OscDevice | MidiDevice, Field(discriminator="type")]
