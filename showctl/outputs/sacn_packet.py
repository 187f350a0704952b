"""E1.31 data packets as an array of bytes: made once by the sacn library, then only their changing bytes are written.

Offsets are those of E1.31-2018 table 4-1.
"""

import uuid
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sacn.messages.data_packet import DataPacket

SEQUENCE = 111
OPTIONS = 112
SLOT_1 = 126
"""Offset of the first slot; before it, at 125, the START code."""
LENGTH = 638
"""Bytes of a packet with all 512 slots."""
STREAM_TERMINATED = 0x40
"""Bit 6 of the options, E1.31 §6.2.6."""
_NAME_BYTES = 63
"""Of the 64 bytes of the source name the last is NUL."""


def packets(cid: uuid.UUID, source_name: str, universes: Sequence[int], priority: int) -> NDArray[np.uint8]:
    """One packet a universe (universes × 638), all slots and sequence numbers 0.

    `priority` 0..200. The name is cut to what fits.
    """
    rows = np.empty((len(universes), LENGTH), np.uint8)
    for row, universe in zip(rows, universes, strict=True):
        packet = DataPacket(tuple(cid.bytes), cut(source_name), universe, (0,) * 512, priority)
        row[:] = packet.getBytes()
    return rows


def cut(name: str) -> str:
    """As much of a name as fits into 63 bytes of UTF-8, never half a character and no NUL."""
    return name.replace("\0", "").encode()[:_NAME_BYTES].decode(errors="ignore")
