"""Colours on the emitters of real fixtures."""

import pytest

from showctl.model.colour import Rgb, parse_colour
from showctl.model.parameter_kind import EMITTERS
from showctl.program.colour_mix import colour_levels, colour_levels_of_heads

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
    found = colour_levels(parse_colour(colour), ("intensity", "pan", *emitters))
    assert found == pytest.approx(levels, abs=1e-12)


def test_no_colour_without_emitters() -> None:
    assert colour_levels(Rgb(1, 0, 0), ("intensity", "white")) is None


def test_each_head_mixes_for_itself() -> None:
    names = ("intensity", "white", "a/red", "a/green", "a/blue", "b/red", "b/green", "b/blue", "b/white", "c/white")
    found = colour_levels_of_heads(Rgb(1, 0.5, 0.5), names)
    head_a = {"a/red": 1, "a/green": 0.5, "a/blue": 0.5}
    assert found == head_a | {"b/red": 0.5, "b/green": 0, "b/blue": 0, "b/white": 0.5}
    assert colour_levels_of_heads(Rgb(1, 0, 0), ("intensity", "c/white")) is None


def test_every_level_is_one() -> None:
    steps = [n / 8 for n in range(9)]
    for colour in (Rgb(r, g, b) for r in steps for g in steps for b in steps):
        levels = colour_levels(colour, EMITTERS)
        assert levels is not None
        assert all(-1e-12 <= level <= 1 + 1e-12 for level in levels.values())
