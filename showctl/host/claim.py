"""What an engine takes for itself: each universe at each place that it sends it to."""

import contextlib
import socket
from collections.abc import Iterator
from functools import cache

from showctl.link.meeting import Claim
from showctl.model.sacn_device import SACN_PORT
from showctl.outputs.interface import interface_name
from showctl.outputs.sacn_packet import multicast_group
from showctl.program.program import Program, SacnTarget


def claims_of(program: Program) -> tuple[Claim, ...]:
    """Every universe with its destinations, by address where the name is known; multicast by group and interface, since
    two engines may each have a network of their own. May wait for a name server."""
    address, name = cache(_address), cache(interface_name)

    def claims() -> Iterator[Claim]:
        for target in program.targets:
            if not isinstance(target, SacnTarget):
                continue
            for universe in target.universes:
                for host, port in target.to:
                    yield Claim(universe, address(host), port)
                if target.multicast:
                    interface = name(target.interface) or target.interface
                    yield Claim(universe, f"{multicast_group(universe)}%{interface}", SACN_PORT)

    return tuple(sorted(set(claims()), key=lambda claim: (claim.universe, claim.host, claim.port)))


def _address(host: str) -> str:
    with contextlib.suppress(OSError):
        return str(socket.getaddrinfo(host, None, type=socket.SOCK_DGRAM)[0][4][0])
    return host
