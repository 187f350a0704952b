"""The E1.31 packets that are not DMX: synchronisation, and the list of universes that a source sends."""

import uuid
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from showctl.outputs.sacn_packet import cut

DISCOVERY_UNIVERSE = 64_214
"""E1.31_DISCOVERY_UNIVERSE, appendix A."""
SYNC_SEQUENCE = 44
"""Offset of the sequence number in a synchronisation packet, E1.31-2018 table 4-2."""
MOST_ON_A_PAGE = 512
_PREAMBLE = b"\x00\x10\x00\x00ASC-E1.17\0\0\0"
_ROOT_EXTENDED = 8
_SYNCHRONISATION, _DISCOVERY, _UNIVERSE_LIST = 1, 2, 1


def sync_packet(cid: uuid.UUID, address: int) -> NDArray[np.uint8]:
    """One synchronisation packet (1 × 49), sequence number 0; E1.31-2018 §6.3."""
    framing = _number(_SYNCHRONISATION, 4) + bytes(1) + _number(address, 2) + bytes(2)
    packet = _root(cid, len(framing)) + _flags_and_length(2 + len(framing)) + framing
    return np.frombuffer(bytearray(packet), np.uint8).reshape(1, -1)


def discovery_packets(cid: uuid.UUID, source_name: str, universes: Collection[int]) -> list[bytes]:
    """The pages that list these universes, 512 on each, ascending; one empty page where there are none (E1.31 §8)."""
    every = sorted(set(universes))
    pages = [every[first : first + MOST_ON_A_PAGE] for first in range(0, len(every), MOST_ON_A_PAGE)] or [[]]
    name = cut(source_name).encode().ljust(64, b"\0")
    found = []
    for page, listed in enumerate(pages):
        part = _number(_UNIVERSE_LIST, 4) + bytes((page, len(pages) - 1)) + b"".join(_number(u, 2) for u in listed)
        part = _flags_and_length(2 + len(part)) + part
        framing = _number(_DISCOVERY, 4) + name + bytes(4) + part
        found.append(_root(cid, len(framing)) + _flags_and_length(2 + len(framing)) + framing)
    return found


def _root(cid: uuid.UUID, framing: int) -> bytes:
    """The root layer, before so many bytes of framing without their flags and length."""
    return _PREAMBLE + _flags_and_length(22 + 2 + framing) + _number(_ROOT_EXTENDED, 4) + cid.bytes


def _flags_and_length(length: int) -> bytes:
    """0x7 and twelve bits: how many bytes from here to the end."""
    return _number(0x7000 | length, 2)


def _number(value: int, length: int) -> bytes:
    return value.to_bytes(length, "big")
