"""Colours on the emitters of real fixtures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.colour import Rgb, parse_colour
from showctl.model.parameter_kind import EMITTERS, SUBTRACTIVE
from showctl.program.colour_mix import colour_levels, mixed

RGB = ("red", "green", "blue")


@pytest.mark.parametrize(
    ("colour", "emitters", "levels"),
    [
        ("#ff8000", RGB, {"red": 1, "green": 128 / 255, "blue": 0}),
        ("#ffffff", (*RGB, "white"), {"red": 0, "green": 0, "blue": 0, "white": 1}),
        ("#ff8080", (*RGB, "white"), {"red": 127 / 255, "green": 0, "blue": 0, "white": 128 / 255}),
        # White stays white without a white emitter; amber is taken out of what is not common.
        ("#ffffff", (*RGB, "amber"), {"red": 1, "green": 1, "blue": 1, "amber": 0}),
        ("#ff9900", (*RGB, "amber"), {"red": 0, "green": 0, "blue": 0, "amber": 1}),
        ("#ff0000", (*RGB, "amber"), {"red": 1, "green": 0, "blue": 0, "amber": 0}),
        ("#ffffff", (*RGB, "white", "amber", "uv"), {"red": 0, "green": 0, "blue": 0, "white": 1, "amber": 0, "uv": 0}),
        ("#ff0000", ("cyan", "magenta", "yellow"), {"cyan": 0, "magenta": 1, "yellow": 1}),
        ("#000000", ("cyan", "magenta", "yellow"), {"cyan": 1, "magenta": 1, "yellow": 1}),
    ],
)
def test_levels(colour: str, emitters: tuple[str, ...], levels: dict[str, float]) -> None:
    wanted = parse_colour(colour)
    assert isinstance(wanted, Rgb)
    found = colour_levels(wanted, ("intensity", "pan", *emitters))
    assert found == pytest.approx(levels, abs=1e-12)


def test_no_colour_without_emitters() -> None:
    assert colour_levels(Rgb(1, 0, 0), ("intensity", "white")) is None


def test_further_emitters_take_their_part_and_white_stays_white() -> None:
    assert colour_levels(Rgb(0.75, 1, 0), (*RGB, "lime")) == {"red": 0, "green": 0, "blue": 0, "lime": 1}
    assert colour_levels(Rgb(1, 1, 1), (*RGB, "lime", "indigo")) == dict.fromkeys(RGB, 1) | {"lime": 0, "indigo": 0}


def test_lime_stands_in_for_green() -> None:
    names = ("red", "lime", "blue", "indigo")
    levels = colour_levels(Rgb(1, 1, 0.5), names)
    assert levels == {"red": 0.25, "lime": 1, "blue": 0.5, "indigo": 0}
    assert colour_levels(mixed(levels), names) == levels


PARTS = st.floats(0, 1)


@given(st.builds(Rgb, PARTS, PARTS, PARTS), st.sets(st.sampled_from(EMITTERS)), st.booleans())
def test_what_was_picked_comes_back(colour: Rgb, further: set[str], subtractive: bool) -> None:
    names = SUBTRACTIVE if subtractive else (*RGB, *further)
    levels = colour_levels(colour, names)
    assert levels is not None
    assert mixed(levels) == pytest.approx(colour, abs=1e-6)
    assert colour_levels(mixed(levels), names) == pytest.approx(levels, abs=1e-6)


def test_every_level_is_one() -> None:
    steps = [n / 8 for n in range(9)]
    for colour in (Rgb(r, g, b) for r in steps for g in steps for b in steps):
        levels = colour_levels(colour, EMITTERS)
        assert levels is not None
        assert all(-1e-12 <= level <= 1 + 1e-12 for level in levels.values())
