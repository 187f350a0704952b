"""Curves begin at 0, end at 1, and are what docs/cues.md says, for numbers and for arrays alike."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.curve import CURVE_NAMES, Curve, parse_curve, write_curve
from showctl.timing.curve import shaped

PARTS = st.floats(0, 1)
TABLE = {
    "linear": lambda x: x,
    "s": lambda x: 3 * x**2 - 2 * x**3,
    "sine": lambda x: (1 - math.cos(math.pi * x)) / 2,
    "exponential": lambda x: (math.exp(4 * x) - 1) / (math.exp(4) - 1),
    "square": lambda x: x**2,
}


@st.composite
def points(draw: st.DrawFn) -> Curve:
    times = sorted(draw(st.sets(st.integers(1, 9_999), max_size=6)))
    inner = [(time * 1.00001e-4, draw(PARTS)) for time in times if time < 9_998]
    return parse_curve({"points": [[0, 0], *inner, [1, 1]]})


CURVES = st.sampled_from(CURVE_NAMES) | points()


def test_the_table_is_whole() -> None:
    assert set(TABLE) == set(CURVE_NAMES)


@pytest.mark.parametrize("name", TABLE)
@given(x=PARTS)
def test_formulas(name: str, x: float) -> None:
    assert shaped(parse_curve(name), x) == pytest.approx(TABLE[name](x), abs=1e-12)


@given(CURVES)
def test_ends_are_exact(curve: Curve) -> None:
    assert shaped(curve, 0.0) == 0.0
    assert shaped(curve, 1.0) == 1.0


@given(CURVES, st.lists(PARTS, min_size=1))
def test_arrays_give_what_numbers_give(curve: Curve, parts: list[float]) -> None:
    together = shaped(curve, np.array(parts))
    assert np.allclose(together, [shaped(curve, x) for x in parts], rtol=0, atol=1e-15)
    assert ((together >= 0) & (together <= 1)).all()


@pytest.mark.parametrize("name", CURVE_NAMES)
@given(pair=st.tuples(PARTS, PARTS))
def test_named_curves_never_fall(name: str, pair: tuple[float, float]) -> None:
    early, late = sorted(pair)
    assert shaped(parse_curve(name), early) <= shaped(parse_curve(name), late) + 1e-15


def test_points_are_joined_by_straight_lines() -> None:
    curve = parse_curve({"points": [["0", "0"], ["0.5", "0.2"], ["1", "1"]]})
    assert [shaped(curve, x) for x in (0.25, 0.5, 0.75)] == pytest.approx([0.1, 0.2, 0.6])


@given(CURVES)
def test_written_and_read_again(curve: Curve) -> None:
    assert parse_curve(write_curve(curve)) == curve


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("bouncy", "'bouncy' is not a curve; write linear, s"),
        ({"points": [[0, 0]]}, "these are 1"),
        ({"points": [[0, 0], [1, 0.9]]}, "do not lead from"),
        ({"points": [[0, 0], [0.5, 1], [0.5, 0], [1, 1]]}, "do not rise"),
        ({"points": [[0, 0], [0.5, "nan"], [1, 1]]}, "not between 0 and 1"),
        ({"points": [[0, 0], [0.5], [1, 1]]}, "two numbers"),
        ({"points": [[0, 0], 0.5, [1, 1]]}, "two numbers"),
        ({"points": "0"}, "has points and nothing else"),
        ({"point": []}, "has points and nothing else"),
        (None, "is not a curve"),
    ],
)
def test_what_is_no_curve(written: object, what: str) -> None:
    with pytest.raises(ValueError, match="; write ") as refused:
        parse_curve(written)
    assert what in str(refused.value)
