"""What an engine takes for itself: each universe at each place that it sends it to."""

import contextlib
import socket
from functools import cache

from showctl.link.meeting import Claim
from showctl.program.program import Program, SacnTarget


def claims_of(program: Program) -> tuple[Claim, ...]:
    """Every universe with its destinations, by address where the name is known. May wait for a name server."""
    address = cache(_address)
    return tuple(
        sorted(
            {
                Claim(universe, address(host), port)
                for target in program.targets
                if isinstance(target, SacnTarget)
                for host, port in target.to
                for universe in target.universes
            },
            key=lambda claim: (claim.universe, claim.host, claim.port),
        )
    )


def _address(host: str) -> str:
    with contextlib.suppress(OSError):
        return str(socket.getaddrinfo(host, None, type=socket.SOCK_DGRAM)[0][4][0])
    return host
