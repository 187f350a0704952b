"""Colours on every kind of fixture, worked out by hand."""

import math

import pytest

from showctl.model.colour import Rgb, White
from showctl.program.colour_name import Tint, colour_names, gels, named_colour
from showctl.program.colour_space import difference, mired, rgb_of_white
from tests.unit.program.look_rig import LookRig

RIG = LookRig(
    {
        "dim": "generic/dimmer",
        "spot": "generic/moving-spot",
        "profile": "generic/moving-profile",
        "par": "generic/led-par-rgbw",
        "two": "generic/led-par-tunable-white",
        "tunable": "generic/led-par-tunable-white mode colour temperature",
        "five": "generic/led-par-rgb-tunable",
        "scroller": "generic/colour-scroller",
        "small": "generic/moving-spot-small",
    },
    {"some": ["par", "dim"]},
)
OPEN = 6 / 255
COOL_OF_3000 = (mired(2700) - mired(3000)) / (mired(2700) - mired(6500))
COOL = (mired(2700) - mired(3200)) / (mired(2700) - mired(6500))


@pytest.mark.parametrize(
    ("fixture", "colour", "levels"),
    [
        ("par", "#ff8080", {"red": 127 / 255, "green": 0, "blue": 0, "white": 128 / 255}),
        ("par", "amber", {"red": 1, "green": 0.6, "blue": 0, "white": 0}),
        ("spot", "#00ffff", {"cyan": 1, "magenta": 0, "yellow": 0, "colour wheel": OPEN}),
        ("two", "3200 K", {"warm white": 1 - COOL, "cool white": COOL}),
        ("two", "warm white", {"warm white": 1 - COOL_OF_3000, "cool white": COOL_OF_3000}),
        ("five", "3200 K", {"red": 0, "green": 0, "blue": 0, "warm white": 1 - COOL, "cool white": COOL}),
        ("tunable", "3200 K", {"colour temperature": 500 / 3800}),
        # L201 makes 5700 K of a lamp of 3200 K.
        ("tunable", "L201", {"colour temperature": (1e6 / (312.5 - 137) - 2700) / 3800}),
        ("profile", "5600 K", {"cyan": 0, "magenta": 0, "yellow": 0, "cto": 900 / 3800, "colour wheel": OPEN}),
        # Where colours are mixed it is the tint, as on red, green and blue.
        (
            "profile",
            "L201",
            {"cyan": 139 / 255, "magenta": 87 / 255, "yellow": 0, "cto": 0, "colour wheel": OPEN},
        ),
        ("profile", "#ff0000", {"cyan": 0, "magenta": 1, "yellow": 1, "cto": 0, "colour wheel": OPEN}),
        ("scroller", "blue", {"colour wheel": 195 / 255}),
        ("scroller", "white", {"colour wheel": 11 / 255}),
    ],
)
def test_colours(fixture: str, colour: str, levels: dict[str, float]) -> None:
    found = RIG.levels({fixture: {"colour": colour}})
    assert found == {f"{fixture}/{name}": pytest.approx(level, abs=1e-4) for name, level in levels.items()}


def test_another_colour_than_asked_for_is_said() -> None:
    assert RIG.asked({"scroller": {"colour": "amber"}}) == []
    (said,) = RIG.asked({"small": {"colour": "violet"}})
    assert "is the nearest that its wheel has" in said
    (said,) = RIG.asked({"scroller": {"colour": "3200 K"}})
    assert "is the nearest that its wheel has" in said
    assert RIG.asked({"scroller": {"colour": "6000 K"}}) == []
    (said,) = RIG.asked({"tunable": {"colour": "12000 K"}})
    assert "6500 K is the nearest that it has" in said


def test_who_cannot_is_left_alone_and_asked_about() -> None:
    assert RIG.asked({"some": {"colour": "blue"}}) == [
        "some > colour: 'dim' cannot make this colour and is left as it is; "
        "leave it out, or name it in a line of its own"
    ]
    (said,) = RIG.problems({"dim": {"colour": "blue"}})
    assert "cannot mix colours; remove the colour, or leave this fixture out" in said
    (said,) = RIG.problems({"tunable": {"colour": "blue"}})
    assert "cannot make this colour" in said
    (said,) = RIG.problems({"par": {"colour": "gould"}})
    assert said == "par > colour: there is no colour 'gould'; did you mean 'gold'?"


def test_gels_by_number_and_colours_by_name() -> None:
    assert named_colour("L201") == named_colour("Lee 201") == named_colour("l 0201")
    full_blue = named_colour("L201")
    assert isinstance(full_blue, Tint)
    assert full_blue.kelvin == pytest.approx(5698, abs=1)
    assert named_colour("R2") == named_colour("R02")
    assert named_colour("R00") is not None
    assert named_colour("L999") is None
    assert all(named_colour(name) is not None for name in colour_names())
    every = list(gels())
    assert len(every) > 350
    assert all(0 <= part <= 1 for gel in every for part in gel.rgb)
    oranges = [named_colour(f"L{number}") for number in (223, 206, 205, 285, 204)]
    assert [round(gel.kelvin or 0) for gel in oranges if isinstance(gel, Tint)] == sorted(
        (round(gel.kelvin or 0) for gel in oranges if isinstance(gel, Tint)), reverse=True
    )


def test_whites() -> None:
    assert rgb_of_white(White(6500)) == pytest.approx((1, 1, 1), abs=0.03)
    warm, cold = rgb_of_white(White(2700)), rgb_of_white(White(12_000))
    assert warm.red == 1 > warm.green > warm.blue
    assert cold.blue == 1 > cold.green > cold.red
    for kelvin in range(1000, 20_001, 250):
        assert all(0 <= part <= 1 for part in rgb_of_white(White(kelvin)))


def test_difference() -> None:
    white, black, red, green = Rgb(1, 1, 1), Rgb(0, 0, 0), Rgb(1, 0, 0), Rgb(0, 1, 0)
    assert difference(white, black) == pytest.approx(0.5, abs=0.01)
    assert difference(red, red) == 0
    assert difference(red, green) > 3 * difference(red, Rgb(1, 0.3, 0))
    assert math.isclose(difference(red, green), difference(green, red))
