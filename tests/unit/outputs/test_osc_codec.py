"""OSC packets: the bytes of the standard, the same as python-osc where that is right, and nothing else on any input."""

import logging
import math
import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pythonosc.osc_message import OscMessage as TheirMessage
from pythonosc.osc_message_builder import OscMessageBuilder

from showctl.model.message import OscArgument, OscMessage
from showctl.outputs.osc_codec import DEEPEST, LARGEST, OscError, decode, encode

IMMEDIATELY = bytes(7) + b"\1"
ADDRESSES = st.from_regex(r"(/[a-z0-9._-]{1,12}){1,4}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)
FLOATS = st.floats(width=32, allow_nan=False)
RIGHT_THERE = st.one_of(
    st.tuples(st.just("i"), st.integers(-(2**31), 2**31 - 1)),
    st.tuples(st.just("h"), st.integers(-(2**63), 2**63 - 1)),
    st.tuples(st.just("f"), FLOATS),
    st.tuples(st.just("d"), st.floats(allow_nan=False)),
    st.tuples(st.just("s"), TEXTS),
    st.tuples(st.just("b"), st.binary(min_size=1, max_size=20)),
    st.tuples(st.just("r"), st.integers(0, 2**32 - 1)),
    st.tuples(st.sampled_from("TFN"), st.none()),
)
"""What python-osc writes and reads as the standard says."""
EVERYTHING = st.one_of(
    RIGHT_THERE,
    st.tuples(st.just("b"), st.binary(max_size=9)),
    st.tuples(st.just("S"), TEXTS),
    st.tuples(st.just("c"), st.characters(exclude_categories=("Cs",))),
    st.tuples(st.just("t"), st.integers(0, 2**64 - 1)),
    st.tuples(st.just("m"), st.binary(min_size=4, max_size=4)),
    st.tuples(st.sampled_from("I[]"), st.none()),
)


def message(address: str, *args: tuple[str, object]) -> OscMessage:
    return OscMessage(address, tuple(OscArgument(tag, value) for tag, value in args))


def bundle(*elements: bytes) -> bytes:
    return b"#bundle\0" + IMMEDIATELY + b"".join(struct.pack(">i", len(e)) + e for e in elements)


@pytest.mark.parametrize(
    ("said", "packet"),
    [
        (message("/eos/key/go_0"), "2F656F732F6B65792F676F5F30000000 2C000000"),
        (message("/ch/01/mix/fader", ("f", 0.75)), "2F63682F30312F6D69782F666164657200000000 2C660000 3F400000"),
        (message("/a", ("i", -(2**31))), "2F610000 2C690000 80000000"),
        (message("/abc", ("s", "abc")), "2F61626300000000 2C730000 61626300"),
        (message("/a", ("s", "abcd")), "2F610000 2C730000 6162636400000000"),
        (message("/a", ("s", "")), "2F610000 2C730000 00000000"),
        *(
            (
                message("/a", ("b", bytes(range(n)))),
                f"2F610000 2C620000 {n:08x}" + bytes(range(n)).hex() + "00" * (-n % 4),
            )
            for n in range(6)
        ),
        (message("/a", ("T", None), ("I", None), ("c", "x")), "2F610000 2C54496300000000 00000078"),
    ],
)
def test_bytes_of_the_standard(said: OscMessage, packet: str) -> None:
    assert encode(said) == bytes.fromhex(packet)
    assert decode(bytes.fromhex(packet)) == [said]


@given(ADDRESSES, st.lists(RIGHT_THERE, max_size=6))
def test_the_same_as_python_osc_where_that_is_right(address: str, args: list[tuple[str, object]]) -> None:
    builder = OscMessageBuilder(address)
    for tag, value in args:
        builder.add_arg(value, tag)  # type: ignore[arg-type]
    theirs = builder.build().dgram
    assert encode(message(address, *args)) == theirs
    read = TheirMessage(encode(message(address, *args)))
    constants = {"T": True, "F": False, "N": None}
    assert (read.address, read.params) == (address, [constants.get(tag, value) for tag, value in args])


@given(ADDRESSES, st.lists(EVERYTHING, max_size=8))
def test_reading_what_was_written(address: str, args: list[tuple[str, object]]) -> None:
    assert decode(encode(message(address, *args))) == [message(address, *args)]


def test_infinite_and_not_a_number() -> None:
    (back,) = decode(encode(message("/a", ("f", math.inf), ("f", math.nan))))
    assert back.args[0].value == math.inf
    assert math.isnan(back.args[1].value)


@pytest.mark.parametrize(
    "said",
    [
        message("no/slash"),
        message(""),
        message("/a\0b"),
        message("/a", ("s", "cut\0short")),
        message("/a", ("s", "\ud800")),
        message("/a", ("s", 1)),
        message("/a", ("i", 2**31)),
        message("/a", ("i", 1.5)),
        message("/a", ("h", 2**63)),
        message("/a", ("f", 1e39)),
        message("/a", ("f", "x")),
        message("/a", ("b", "x")),
        message("/a", ("c", "ab")),
        message("/a", ("m", b"abc")),
        message("/a", ("r", -1)),
        message("/a", ("t", -1)),
        message("/a", ("?", 1)),
        message("/a", ("b", bytes(LARGEST))),
    ],
)
def test_what_cannot_be_a_packet(said: OscMessage) -> None:
    with pytest.raises(OscError):
        encode(said)


def test_the_largest_packet() -> None:
    # Address, tags and the blob's length take twelve bytes; padded, 65,504 is the largest multiple of four.
    assert len(encode(message("/a", ("b", bytes(LARGEST - 12 - 3))))) == LARGEST - 3


def test_a_message_of_an_old_sender_without_type_tags() -> None:
    assert decode(b"/go\0") == [message("/go")]
    assert decode(b"/go\0,\0\0\0\0\0\0\0") == [message("/go")]  # zeros that fill up are nothing


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"\0",
        b"go\0\0,\0\0\0",
        b"/go",
        b"/go\0,i\0\0",
        b"/go\0,i\0\0\0\0\0",
        b"/go\0,f\0\0\x3f\x40",  # python-osc reads 0.0 here
        b"/go\0,h\0\0\0\0\0\1",
        b"/go\0,s\0\0abcd",
        b"/go\0,s\0\0\xff\xfe\0\0",
        b"/\xc3\x28\0,\0\0\0",
        b"/go\0i\0\0\0\0\0\0\1",
        b"/go\0,x\0\0\0\0\0\1",
        b"/go\0,b\0\0\xff\xff\xff\xff",
        b"/go\0,b\0\0\0\0\0\5abcd",
        b"/go\0,b\0\0\x7f\xff\xff\xff",
        b"/go\0,c\0\0\xff\xff\xff\xff",
        b"/go\0,m\0\0\1\2",
        b"/go\0,\0\0\0more",
        b"#bundle",
        b"#bundle\0\0\0\0\0",
        b"#bundle\0" + IMMEDIATELY + b"\0\0",
        b"#bundle\0" + IMMEDIATELY + b"\0\0\0\x40/go\0,\0\0\0",
        b"#bundle\0" + IMMEDIATELY + b"\xff\xff\xff\xfc/go\0,\0\0\0",
        b"#bundle\0" + IMMEDIATELY + b"\0\0\0\6/go\0,\0",
        bundle(encode(message("/go")), b"junk"),
    ],
)
def test_what_is_no_packet(packet: bytes) -> None:
    with pytest.raises(OscError):
        decode(packet)


def test_an_unknown_tag_hides_no_mistake() -> None:
    """python-osc skips a tag that it does not know, and takes its bytes for the next argument."""
    with pytest.raises(OscError):
        decode(b"/a\0\0,Xi\0\0\0\0\1\0\0\0\2")
    assert decode(b"/a\0\0,ci\0\0\0\0x\0\0\0\2") == [message("/a", ("c", "x"), ("i", 2))]


def test_bundles_are_taken_apart_in_order() -> None:
    one, two, three = (encode(message(f"/{n}")) for n in "123")
    assert [m.address for m in decode(bundle(one, bundle(two), bundle(), three))] == ["/1", "/2", "/3"]


def test_bundles_inside_bundles_have_an_end() -> None:
    packet = encode(message("/go"))
    for _ in range(DEEPEST):
        packet = bundle(packet)
    assert decode(packet) == [message("/go")]
    with pytest.raises(OscError, match="inside each other"):
        decode(bundle(packet))
    for _ in range(2000):
        packet = bundle(packet)
    with pytest.raises(OscError):
        decode(packet)


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_any_bytes(packet: bytes) -> None:
    fuzz(packet)


def test_ten_thousand_damaged_packets(caplog: pytest.LogCaptureFixture) -> None:
    """Bytes of good packets changed, cut, repeated: the packet is read, or OscError, and nothing is logged."""
    random_ = random.Random(20261127)
    good = [
        encode(message("/cue/12/start")),
        encode(message("/standby", ("s", "12.5"))),
        encode(message("/all", ("i", 1), ("f", 2.0), ("s", "x"), ("b", b"12345"), ("h", 3), ("d", 4.0), ("c", "y"))),
        bundle(encode(message("/go")), bundle(encode(message("/stop", ("T", None))), encode(message("/x", ("t", 1))))),
    ]
    with caplog.at_level(logging.DEBUG):
        for _ in range(10_000):
            packet = bytearray(random_.choice(good))
            for _ in range(random_.randint(1, 4)):
                packet[random_.randrange(len(packet))] = random_.choice(
                    (0, 1, 0x7F, 0x80, 0xFF, random_.randrange(256))
                )
            if random_.random() < 0.3:
                del packet[random_.randrange(len(packet)) :]
            fuzz(bytes(packet * random_.choice((1, 1, 2))))
    assert not caplog.records


def fuzz(packet: bytes) -> None:
    try:
        messages = decode(packet)
    except OscError:
        return
    for found in messages:
        assert decode(encode(found)) == [found] or any(a.value != a.value for a in found.args)
