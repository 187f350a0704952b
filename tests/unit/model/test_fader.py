"""Decibels and the X32's fader law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.model.fader import SILENCE, parse_decibel, x32_position


@pytest.mark.parametrize(
    ("written", "decibel"),
    [
        ("0 dB", 0.0),
        ("-10", -10.0),
        ("+3.5dB", 3.5),
        ("-6 DB", -6.0),
        ("-oo", SILENCE),
        ("-inf dB", SILENCE),
        ("−3", -3.0),
    ],
)
def test_decibel(written: str, decibel: float) -> None:
    assert parse_decibel(written) == decibel


@pytest.mark.parametrize("written", ["", "dB", "50%", "full", "oo", "nan", "0 dBFS", None, "1e3"])
def test_no_decibel(written: object) -> None:
    with pytest.raises(ValueError, match="; write"):
        parse_decibel(written)


def test_x32_law_at_its_corners() -> None:
    corners = {10: 1.0, 0: 0.75, -10: 0.5, -30: 0.25, -60: 0.0625, -90: 0.0, SILENCE: 0.0}
    assert {decibel: x32_position(decibel) for decibel in corners} == corners


@given(st.floats(-90, 10))
def test_x32_law_is_the_inverse_of_the_desks(decibel: float) -> None:
    """The desk shows: f >= 0.5: 40f-30; >= 0.25: 80f-50; >= 0.0625: 160f-70; else 480f-90."""
    f = x32_position(decibel)
    assert 0 <= f <= 1
    shown = 40 * f - 30 if f >= 0.5 else 80 * f - 50 if f >= 0.25 else 160 * f - 70 if f >= 0.0625 else 480 * f - 90
    assert shown == pytest.approx(decibel, abs=1e-9)
