"""E1.31 packets, byte for byte those of the sacn library."""

import uuid

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacn.messages.data_packet import DataPacket
from sacn.messages.sync_packet import SyncPacket
from sacn.messages.universe_discovery import UniverseDiscoveryPacket

from showctl.outputs.sacn_extended import MOST_ON_A_PAGE, SYNC_SEQUENCE, discovery_packets, sync_packet
from showctl.outputs.sacn_packet import LENGTH, OPTIONS, SEQUENCE, SLOT_1, cut, multicast_group, packets


@given(
    cid=st.uuids(),
    name=st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=70),
    universe=st.integers(1, 63_999),
    priority=st.integers(0, 200),
    sequence=st.integers(0, 255),
    sync=st.integers(0, 63_999),
    slots=st.binary(min_size=512, max_size=512),
    terminated=st.booleans(),
)
def test_as_the_sacn_library_writes_it(
    cid: uuid.UUID,
    name: str,
    universe: int,
    priority: int,
    sequence: int,
    sync: int,
    slots: bytes,
    terminated: bool,
) -> None:
    ours = packets(cid, name, (universe,), priority, {}, sync)
    ours[0, SEQUENCE] = sequence
    ours[0, OPTIONS] |= 0x40 if terminated else 0
    ours[0, SLOT_1:] = np.frombuffer(slots, np.uint8)
    theirs = DataPacket(
        tuple(cid.bytes),
        cut(name),
        universe,
        tuple(slots),
        priority,
        sequence,
        streamTerminated=terminated,
        forceSync=sync > 0,
        sync_universe=sync,
    )
    assert ours.shape == (1, LENGTH)
    assert bytes(ours[0]) == bytes(theirs.getBytes())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Awards 2026", "Awards 2026"),
        ("a" * 70, "a" * 63),
        ("a" * 62 + "é", "a" * 62),
        ("ü" * 40, "ü" * 31),
        ("a" * 60 + "😀", "a" * 60),
        ("nul\0nul", "nulnul"),
    ],
)
def test_names_are_cut_between_characters(name: str, kept: str) -> None:
    assert cut(name) == kept


CID = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")


def test_a_full_packet_byte_for_byte() -> None:
    """E1.31-2018 table 4-1, written out by hand."""
    packet = packets(CID, "Gala", (300,), {300: 110})[0]
    packet[SEQUENCE] = 7
    packet[SLOT_1:] = np.arange(512) % 256
    said = bytes.fromhex(
        "00100000" "4153432d45312e3137000000" "726e" "00000004" "00112233445566778899aabbccddeeff"
        "7258" "00000002" + b"Gala".hex() + 60 * "00" + "6e" "0000" "07" "00" "012c"
        "720b" "02" "a1" "0000" "0001" "0201" "00"
    )  # fmt: skip
    assert bytes(packet) == said + bytes(range(256)) * 2


def test_priorities_by_slot_and_synchronised_data_byte_for_byte() -> None:
    rows = packets(CID, "", (1, 2), 100, {2: bytes([0, 200] * 256)}, 7999)
    assert rows.shape == (3, LENGTH)
    assert [row[113:115].tolist() for row in rows] == [[0, 1], [0, 2], [0, 2]]
    assert [row[125] for row in rows] == [0, 0, 0xDD]
    assert bytes(rows[2, SLOT_1:]) == bytes([0, 200] * 256)
    for row in rows:
        assert bytes(row[108:113]) == bytes.fromhex("641f3f0020")  # goes on when sync is lost
    theirs = DataPacket(tuple(CID.bytes), "", 2, (0, 200) * 256, forceSync=True, sync_universe=7999, dmxStartCode=0xDD)
    assert bytes(rows[2]) == bytes(theirs.getBytes())


def test_synchronisation_byte_for_byte() -> None:
    packet = sync_packet(CID, 7999)
    assert packet.shape == (1, 49)
    packet[0, SYNC_SEQUENCE] = 5
    assert bytes(packet[0]) == bytes.fromhex(
        "00100000" "4153432d45312e3137000000" "7021" "00000008" "00112233445566778899aabbccddeeff"
        "700b" "00000001" "05" "1f3f" "0000"
    )  # fmt: skip
    assert bytes(packet[0]) == bytes(SyncPacket(tuple(CID.bytes), 7999, 5).getBytes())


def test_discovery_byte_for_byte() -> None:
    (page,) = discovery_packets(CID, "Gala", {300, 1})
    assert page == bytes.fromhex(
        "00100000" "4153432d45312e3137000000" "706c" "00000008" "00112233445566778899aabbccddeeff"
        "7056" "00000002" + b"Gala".hex() + 60 * "00" + "00000000" "700c" "00000001" "00" "00" "0001" "012c"
    )  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 511, 512, 513, 1024, 1025, 63_999])
def test_discovery_in_pages(count: int) -> None:
    universes = range(1, count + 1)
    pages = discovery_packets(CID, "Gala", list(reversed(universes)))
    assert len(pages) == max(1, -(-count // MOST_ON_A_PAGE))
    for number, page in enumerate(pages):
        listed = universes[number * 512 : number * 512 + 512]
        theirs = UniverseDiscoveryPacket(tuple(CID.bytes), "Gala", tuple(listed), number, len(pages) - 1)
        assert page == bytes(theirs.getBytes())
        assert len(page) == 120 + 2 * len(listed)


@pytest.mark.parametrize(
    ("universe", "group"),
    [(1, "239.255.0.1"), (256, "239.255.1.0"), (63_999, "239.255.249.255"), (64_214, "239.255.250.214")],
)
def test_multicast_groups(universe: int, group: str) -> None:
    assert multicast_group(universe) == group
