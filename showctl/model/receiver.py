"""Who is sent to one by one: an address that means one machine, not a group and not everybody."""

import ipaddress
from typing import Annotated, Any

from pydantic import BeforeValidator

from showctl.model.address import Endpoint, Target, parse_endpoint

_EVERYBODY = ipaddress.ip_address("255.255.255.255")


def not_one(host: str) -> str:
    """What an address means if it means more than one machine: a multicast group or broadcast; empty if it does not."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ""  # a name
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_multicast:
        return f"{host} is a multicast group"
    return f"{host} is broadcast, to everybody on the network" if address == _EVERYBODY else ""


def parse_receiver(value: Any) -> Endpoint:
    """As `parse_endpoint`, of one machine."""
    endpoint = parse_endpoint(value)
    if several := not_one(endpoint.host):
        raise ValueError(f"{several}, and messages go to one machine; write the address of the device, as 10.0.0.7")
    return endpoint


Receiver = Annotated[Target, BeforeValidator(parse_receiver)]
