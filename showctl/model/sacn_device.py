"""An sACN device as people write it."""

import ipaddress
from collections import Counter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator

from showctl.model.address import LAST_UNIVERSE, Endpoint, Target, Universes, parse_endpoint, parse_universes
from showctl.model.frozen import Frozen
from showctl.model.receiver import not_one
from showctl.model.selection import expand
from showctl.model.slot_range import parse_slot_range
from showctl.model.unit import Flag, Text, Whole

SACN_PORT = 5568
"""ACN_SDT_MULTICAST_PORT, E1.31-2018 §9.1 and appendix A."""
MULTICAST = "multicast"
"""Written in place of a receiver: the group of each universe."""
SLOWEST, FASTEST = 20, 44
"""Frames a second; the fastest is what DMX carries, E1.31 §6.6.1."""
FASTEST_WITH_PRIORITIES = 40
"""Frames a second beside priorities by address: their packets count too."""


def _targets(value: Any) -> Any:
    """One destination, or a list of them."""
    values = value if isinstance(value, list | tuple) and not isinstance(value, Endpoint) else [value]
    return tuple(map(_target, values))


def _target(value: Any) -> Endpoint:
    endpoint = parse_endpoint(value)
    if endpoint.host == MULTICAST and endpoint.port not in {0, SACN_PORT}:
        raise ValueError(f"multicast goes to port {SACN_PORT} and no other; write multicast")
    if several := not_one(endpoint.host):
        raise ValueError(
            f"{several}, and 'to' names single receivers; write to: multicast, for the group of each universe, with "
            "interface: and the network interface that it leaves by, or the address of the receiver"
        )
    return endpoint


def _interface(text: str) -> str:
    try:
        version = ipaddress.ip_address(text.partition("%")[0]).version
    except ValueError:
        version = 4
    if version != 4 or any(sign in text for sign in "/ :"):
        raise ValueError(
            f"'{text}' is no interface; write the name of one, for example eth0, or its IPv4 address (showctl doctor "
            "lists both)"
        )
    return text


def _universes_key(text: str) -> str:
    parse_universes(text)
    return text


def _slots_key(text: str) -> str:
    if parse_slot_range(text) is None:
        expand(text)
    return text


def _one_or_several(value: Any) -> str:
    return "by universe" if isinstance(value, dict) else "one"


Priority = Annotated[Whole, Field(ge=0, le=200)]
"""E1.31 §6.2.3."""
_ByUniverse = dict[Annotated[Text, AfterValidator(_universes_key)], Priority]
_BySlots = dict[Annotated[Text, AfterValidator(_slots_key)], Priority]


class SacnDevice(Frozen):
    """Streaming ACN (E1.31) to receivers by unicast, and by multicast out of an interface."""

    type: Literal["sacn"]
    universes: Universes
    to: Annotated[tuple[Target, ...], BeforeValidator(_targets)] = Field(
        min_length=1, description=f"Receivers, or multicast; the port is {SACN_PORT} unless written"
    )
    interface: Annotated[Text, AfterValidator(_interface)] = Field(
        default="", description="Name or IPv4 address of the network interface for multicast and discovery"
    )
    priority: Annotated[
        Annotated[Priority, Tag("one")] | Annotated[_ByUniverse, Tag("by universe")], Discriminator(_one_or_several)
    ] = Field(default=100, description="E1.31 priority 0 to 200, the highest wins; or by universe")
    per_address_priority: _BySlots = Field(
        default={},
        alias="per-address priority",
        description="Priorities of single slots: by universe, address, range of addresses, fixture or group",
    )
    sync: Whole | None = Field(
        default=None, ge=1, le=LAST_UNIVERSE, description="Synchronisation universe; off unless written"
    )
    discovery: Flag = Field(default=False, description="Whether the universes that are sent are announced")
    rate: Whole | None = Field(
        default=None, ge=SLOWEST, le=FASTEST, description=f"Frames a second while light moves; {FASTEST} unless written"
    )
    source_name: Text = Field(default="", alias="source name", description="The show's title unless written")
    ttl: Whole = Field(default=8, ge=1, le=255, description="Routers that multicast may pass")

    @model_validator(mode="after")
    def _fits_together(self) -> "SacnDevice":
        twice = [target for target, count in Counter(map(_in_full, self.to)).items() if count > 1]
        if twice:
            what = MULTICAST if twice[0].host == MULTICAST else twice[0]
            raise ValueError(f"{what} stands in 'to' twice; write it once")
        wants = MULTICAST if self.multicast else "discovery" if self.discovery else ""
        if wants and not self.interface:
            raise ValueError(
                f"{wants} needs the interface that it leaves by; write interface: with its name or its address, as "
                "10.0.0.5"
            )
        if self.interface and not wants:
            raise ValueError(
                "interface is for multicast and discovery, and neither is written (single receivers are found by the "
                "system's routes); write multicast in 'to', or leave interface out"
            )
        if self.per_address_priority and (self.rate or 0) > FASTEST_WITH_PRIORITIES:
            raise ValueError(
                f"{self.rate} frames a second leave no room for the packets of per-address priority; write rate: "
                f"{FASTEST_WITH_PRIORITIES} or less"
            )
        return self

    @property
    def multicast(self) -> bool:
        """Whether each universe goes to its multicast group."""
        return any(target.host == MULTICAST for target in self.to)

    @property
    def receivers(self) -> tuple[Endpoint, ...]:
        """Those that are sent to one by one, each with its port."""
        return tuple(_in_full(target) for target in self.to if target.host != MULTICAST)

    @property
    def frames_a_second(self) -> int:
        """As written, else as many as can be."""
        return self.rate or (FASTEST_WITH_PRIORITIES if self.per_address_priority else FASTEST)


def _in_full(target: Endpoint) -> Endpoint:
    return Endpoint(target.host, target.port or SACN_PORT)
