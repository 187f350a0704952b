"""Where ranges begin, and which of them are one."""

import pytest

from showctl.model.fixture import ParameterProfile
from showctl.program.range_edges import range_edges


def edges(*ranges: dict[str, object], kind: str = "iris", bits: int = 8) -> list[tuple[int, int]]:
    """The first value of each range, and its number."""
    profile = ParameterProfile.model_validate({"ranges": list(ranges), "bits": bits})
    return [(int(level * profile.full + 0.5), number) for level, number in range_edges(profile, kind)]


def test_ranges_are_numbered_and_what_lies_between_them_is_one_as_well() -> None:
    assert edges({"dmx": "0..127", "does": "index"}, {"dmx": "128..255", "does": "rotate"}) == [(0, 0), (128, 1)]
    assert edges({"dmx": "10..20"}, {"dmx": "30..40"}) == [(0, 0), (10, 1), (21, 2), (30, 3), (41, 4)]
    assert edges({"dmx": "0..99", "does": "index"}, {"dmx": "100..65535"}, bits=16) == [(0, 0), (100, 1)]


def test_one_range_has_no_edges() -> None:
    assert edges() == edges({"dmx": "0..255"}) == []


def test_a_range_that_goes_on_where_the_one_before_it_ends_is_one_with_it() -> None:
    halves = {"dmx": "0..127", "from": "0 %", "to": "50 %"}, {"dmx": "128..255", "from": "50 %", "to": "100 %"}
    assert edges(*halves) == []
    assert edges(halves[0], {**halves[1], "from": "60 %"}) == [(0, 0), (128, 1)]


@pytest.mark.parametrize("first", [[{"dmx": "0..9", "does": "nothing"}], []], ids=["said", "not said"])
def test_light_and_fog_grow_out_of_nothing(first: list[dict[str, object]]) -> None:
    rest = {"dmx": "10..199", "does": "level"}, {"dmx": "200..255", "does": "effect"}
    assert edges(*first, *rest, kind="red") == [(0, 0), (10, 0), (200, 1)]
    assert edges(*first, *rest) == [(0, 0), (10, 1), (200, 2)]
