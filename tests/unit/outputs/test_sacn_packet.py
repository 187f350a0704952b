"""E1.31 packets, byte for byte those of the sacn library."""

import uuid

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacn.messages.data_packet import DataPacket

from showctl.outputs.sacn_packet import LENGTH, OPTIONS, SEQUENCE, SLOT_1, cut, packets


@given(
    cid=st.uuids(),
    name=st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=70),
    universe=st.integers(1, 63_999),
    priority=st.integers(0, 200),
    sequence=st.integers(0, 255),
    slots=st.binary(min_size=512, max_size=512),
    terminated=st.booleans(),
)
def test_as_the_sacn_library_writes_it(
    cid: uuid.UUID, name: str, universe: int, priority: int, sequence: int, slots: bytes, terminated: bool
) -> None:
    ours = packets(cid, name, (universe,), priority)
    ours[0, SEQUENCE] = sequence
    ours[0, OPTIONS] = 0x40 if terminated else 0
    ours[0, SLOT_1:] = np.frombuffer(slots, np.uint8)
    theirs = DataPacket(
        tuple(cid.bytes), cut(name), universe, tuple(slots), priority, sequence, streamTerminated=terminated
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
