"""E1.31 data packets as an array of bytes: made once by the sacn library, then only their changing bytes are written.

Offsets are those of E1.31-2018 table 4-1.
"""

import uuid
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from sacn.messages.data_packet import DataPacket

SEQUENCE = 111
OPTIONS = 112
SLOT_1 = 126
"""Offset of the first slot."""
LENGTH = 638
"""Bytes of a packet with all 512 slots."""
STREAM_TERMINATED = 0x40
"""Bit 6 of the options, E1.31 §6.2.6."""
PRIORITIES = 0xDD
"""START code of packets that have a priority for each slot instead of its level: 0..200, 0 for a slot that this source
does not control. ETC's extension of E1.31, which most receivers know."""
_NAME_BYTES = 63
"""Of the 64 bytes of the source name the last is NUL."""


def packets(
    cid: uuid.UUID,
    source_name: str,
    universes: Iterable[int],
    priority: int | Mapping[int, int],
    per_address: Mapping[int, bytes] = {},
    sync: int = 0,
) -> NDArray[np.uint8]:
    """One packet a universe (rows × 638), all slots and sequence numbers 0; then one of priorities for each universe in
    `per_address`, ascending, with its 512 bytes.

    `priority` 0..200, for all or by universe. The name is cut to what fits. With a synchronisation address the packets
    say that a receiver which no longer hears it goes on without (Force_Synchronization, E1.31 §6.2.6): a stage must
    not freeze because one datagram in many is lost.
    """
    every = [(universe, 0, bytes(512)) for universe in universes]
    every += [(universe, PRIORITIES, slots) for universe, slots in sorted(per_address.items())]
    rows = np.empty((len(every), LENGTH), np.uint8)
    name, source = cut(source_name), tuple(cid.bytes)
    for row, (universe, start_code, slots) in zip(rows, every, strict=True):
        level = priority if isinstance(priority, int) else priority[universe]
        packet = DataPacket(
            source,
            name,
            universe,
            tuple(slots),
            level,
            forceSync=sync > 0,
            sync_universe=sync,
            dmxStartCode=start_code,
        )
        row[:] = packet.getBytes()
    return rows


def cut(name: str) -> str:
    """As much of a name as fits into 63 bytes of UTF-8, never half a character and no NUL."""
    return name.replace("\0", "").encode()[:_NAME_BYTES].decode(errors="ignore")


def multicast_group(universe: int) -> str:
    """The IPv4 group of a universe or synchronisation address, E1.31 §9.3.1."""
    return f"239.255.{universe >> 8}.{universe & 255}"
