"""Universe and address, host and port: `1.10` is address 10, and what does not exist is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.address import (
    LAST_UNIVERSE,
    SLOTS,
    DmxAddress,
    Endpoint,
    parse_dmx_address,
    parse_endpoint,
    parse_universes,
)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("1.001", (1, 1)),
        ("1.1", (1, 1)),
        ("1.10", (1, 10)),
        ("1.100", (1, 100)),
        ("1/1", (1, 1)),
        ("63999.512", (63999, 512)),
        (" 2.7 ", (2, 7)),
    ],
)
def test_address(written: str, address: tuple[int, int]) -> None:
    assert parse_dmx_address(written) == address


@given(st.integers(1, LAST_UNIVERSE), st.integers(1, SLOTS))
def test_addresses_come_back(universe: int, slot: int) -> None:
    address = DmxAddress(universe, slot)
    assert parse_dmx_address(str(address)) == address
    assert parse_dmx_address(f"{universe}/{slot}") == address


@pytest.mark.parametrize("written", ["1", "1.0", "0.1", "1.513", "64000.1", "1.1.1", "a.b", "", None, "-1.1", "1.0001"])
def test_no_address(written: object) -> None:
    with pytest.raises(ValueError, match=r"; write"):
        parse_dmx_address(written)


@pytest.mark.parametrize(
    ("written", "endpoint"),
    [
        ("127.0.0.1:10023", ("127.0.0.1", 10023)),
        ("127.0.0.1", ("127.0.0.1", 0)),
        ("mixer.local:8000", ("mixer.local", 8000)),
        ("[::1]:53000", ("::1", 53000)),
        ("[fe80::1]", ("fe80::1", 0)),
    ],
)
def test_endpoint(written: str, endpoint: tuple[str, int]) -> None:
    assert parse_endpoint(written) == endpoint
    assert parse_endpoint(str(Endpoint(*endpoint))) == endpoint


@pytest.mark.parametrize(
    "written", ["", None, "a b", "1.2.3:80", "256.1.1.1", "host:99999", "::1", "[::g]", "[1:2]:3:4", "http://x:1", "h:"]
)
def test_no_endpoint(written: object) -> None:
    with pytest.raises(ValueError, match=r"; write"):
        parse_endpoint(written)


@pytest.mark.parametrize(
    ("written", "universes"),
    [
        ("1", (1,)),
        ("1-4", (1, 2, 3, 4)),
        ("1..4", (1, 2, 3, 4)),
        ("7, 1-2", (1, 2, 7)),
        ("1-3, 2-4", (1, 2, 3, 4)),
        (["3", "1-2"], (1, 2, 3)),
    ],
)
def test_universes(written: object, universes: tuple[int, ...]) -> None:
    assert parse_universes(written) == universes


@pytest.mark.parametrize("written", ["", None, "0", "4-1", "64000", "a", "1-", "1;2", ["1-63999"] * 600])
def test_no_universes(written: object) -> None:
    with pytest.raises(ValueError, match=r"; write"):
        parse_universes(written)
