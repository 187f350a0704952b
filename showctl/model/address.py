"""Where things are: universe and address of a fixture, host and port of a device."""

import ipaddress
import re
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

LAST_UNIVERSE = 63_999
"""E1.31-2018 §6.2.7."""
SLOTS = 512
"""DMX512 slots of one universe; also the highest address."""


class DmxAddress(NamedTuple):
    """Universe 1..63999 and address 1..512."""

    universe: int
    slot: int

    def __str__(self) -> str:
        return f"{self.universe}.{self.slot:03d}"


class Endpoint(NamedTuple):
    """Host (numeric address or name) and port of a network device."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_dmx_address(value: Any) -> DmxAddress:
    """`1.001`, `1.1` or `1/1`: universe and address. `1.10` is address 10, never 1.1."""
    if isinstance(value, DmxAddress):
        return value
    match = re.fullmatch(r"([0-9]{1,5})[./]([0-9]{1,3})", str(value).strip())
    if not match:
        raise ValueError(f"'{value}' is not a universe and address; write for example 1.001 or 1/1")
    universe, slot = int(match[1]), int(match[2])
    if not 1 <= universe <= LAST_UNIVERSE:
        raise ValueError(f"universe {universe} does not exist; write 1 to {LAST_UNIVERSE}")
    if not 1 <= slot <= SLOTS:
        raise ValueError(f"address {slot} does not exist; write 1 to {SLOTS}")
    return DmxAddress(universe, slot)


def parse_endpoint(value: Any) -> Endpoint:
    """`127.0.0.1:10023`, `mixer.local:10023`, `[::1]:53000`; the port may be left out where a profile names it (0)."""
    if isinstance(value, Endpoint):
        return value
    text = str(value).strip() if value is not None else ""
    match = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::([0-9]{1,5}))?|([^\s:\[\]/]+)(?::([0-9]{1,5}))?", text)
    if not match:
        raise ValueError(f"'{text}' is not an address; write for example 127.0.0.1:10023")
    host, port = match[1] or match[3], int(match[2] or match[4] or 0)
    if port > 65_535:
        raise ValueError(f"port {port} does not exist; write 1 to 65535")
    if match[1] or re.fullmatch(r"[0-9.]+", host):
        try:
            ipaddress.ip_address(host)
        except ValueError:
            raise ValueError(f"'{host}' is not an IP address; write for example 127.0.0.1") from None
    return Endpoint(host, port)


def parse_universes(value: Any) -> tuple[int, ...]:
    """`1`, `1-4`, `1-4, 7` or a list of these: universes in ascending order, each once."""
    if isinstance(value, tuple):
        return value
    parts = [str(v) for v in value] if isinstance(value, list) else str(value if value is not None else "").split(",")
    if len(parts) > SLOTS:
        raise ValueError(f"{len(parts)} parts are too many; write ranges such as 1-64")
    universes: set[int] = set()
    for part in parts:
        match = re.fullmatch(r"\s*([0-9]{1,5})\s*(?:(?:-|\.\.)\s*([0-9]{1,5})\s*)?", part)
        if not match:
            raise ValueError(f"'{part.strip()}' is not a universe; write for example 1, 1-4 or 1-4, 7")
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= LAST_UNIVERSE:
            raise ValueError(f"universes '{part.strip()}' do not exist; write 1 to {LAST_UNIVERSE}, lowest first")
        universes.update(range(first, last + 1))
    return tuple(sorted(universes))


_TEXT = PlainSerializer(str, return_type=str)
Target = Annotated[
    Endpoint,
    BeforeValidator(parse_endpoint),
    _TEXT,
    WithJsonSchema({"type": "string", "description": "Host and port", "examples": ["127.0.0.1:10023"]}),
]
Universes = Annotated[
    tuple[int, ...],
    BeforeValidator(parse_universes),
    PlainSerializer(lambda universes: ", ".join(map(str, universes)), return_type=str),
    WithJsonSchema({"type": ["string", "number", "array"], "description": "Universes", "examples": ["1-4", "1-4, 7"]}),
]
