"""Contrast (WCAG 2) and distance of colours, computed from the tokens as docs/console.md states them."""

import itertools

import pytest
from PySide6.QtGui import QColor

from showctl.ui.models.devices import MEANING
from showctl.ui.panels.lamps import lamp_shape
from showctl.ui.shape import _SHAPES
from showctl.ui.style import palette, rules
from showctl.ui.theme import BRIGHTEST, DARK, DIMMEST, LIGHT, TOKENS, USUAL, Theme, booth, wear
from showctl.ui.theme import colour as worn_colour

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT, booth(USUAL), booth(BRIGHTEST)], ids=lambda t: t.name)
STATED = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> tuple[float, float, float]:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""
    light, dark = sorted((0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: tuple[float, float, float]) -> tuple[float, float, float]:
    r, g, b = rgb
    xyz = (
        (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
        0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (max(v, 0) for v in xyz))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    """CIE76, as seen with this sight."""
    seen = []
    for colour in (one, other):
        rgb = linear(colour)
        r, g, b = (min(max(sum(m * c for m, c in zip(row, rgb, strict=True)), 0), 1) for row in SIGHT[sight])
        seen.append(lab((r, g, b)))
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


def tints(theme: Theme) -> dict[str, str]:
    return {name: state.tint for name, state in theme.states.items() if state.tint}


@THEMES
def test_text_is_readable_on_every_ground(theme: Theme) -> None:
    grounds = {name: getattr(theme, name) for name in ("app", "panel", "raised", "hover", "selected")} | tints(theme)
    weak = {
        (text, ground): round(contrast(value, on), 2)
        for text, value in theme.text_tokens.items()
        for ground, on in grounds.items()
        if contrast(value, on) < 4.5
    }
    assert weak == {}


@THEMES
def test_states_are_readable_on_the_panel_and_on_their_tint(theme: Theme) -> None:
    for name, state in theme.states.items():
        assert contrast(state.colour, theme.panel) >= 4.5, name
        if state.tint:
            assert contrast(state.colour, state.tint) >= 4.5, name


@THEMES
def test_departments_focus_and_the_clock_are_readable(theme: Theme) -> None:
    for token in (*theme.department.values(), theme.focus, theme.over, theme.under):
        assert contrast(token, theme.panel) >= 4.5, token
    assert contrast(theme.line_control, theme.panel) >= 3


@THEMES
def test_words_on_fills_are_readable(theme: Theme) -> None:
    pairs = [
        (theme.go_text, theme.go),
        (theme.go_text, theme.go_pressed),
        (theme.text, theme.go_guard),
        (theme.on_over, theme.over_fill),
        (theme.on_standby, theme.standby.fill),
        (theme.on_broken, theme.broken.colour),
        (theme.under, theme.pre_wait.tint),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@STATED
def test_figures_of_the_design_hold(theme: Theme) -> None:
    stated = {
        "Dark": {"text": 15.9, "text_2": 9.4, "text_3": 5.9, "focus": 7.9, "over": 7.9, "under": 9.3},
        "Light": {"text": 16.8, "text_2": 8.6, "text_3": 5.9, "focus": 5.2, "over": 5.5, "under": 6.0},
    }[theme.name]
    assert {name: round(contrast(getattr(theme, name), theme.panel), 1) for name in stated} == pytest.approx(
        stated, abs=0.11
    )


@THEMES
@pytest.mark.parametrize("sight", list(SIGHT))
def test_no_two_states_look_alike(theme: Theme, sight: str) -> None:
    colours = {n: s.fill or s.colour for n, s in theme.states.items() if n not in ("disarmed", "done")}
    least = 20 if theme is DARK else 15
    near = {
        (one, other): round(distance(colours[one], colours[other], sight), 1)
        for one, other in itertools.combinations(colours, 2)
        if distance(colours[one], colours[other], sight) < least
    }
    assert near == {}


@THEMES
def test_every_state_has_a_shape_of_its_own(theme: Theme) -> None:
    assert set(theme.states) <= set(_SHAPES)
    for state in MEANING:
        assert lamp_shape(state, theme)[0] in _SHAPES


@THEMES
def test_style_is_whole(theme: Theme, qapp: object) -> None:
    assert palette(theme).window().color().name().upper() == theme.app
    assert rules(theme).count("{") == rules(theme).count("}")


def test_booth_at_its_dimmest_still_shows_what_counts() -> None:
    dim = booth(DIMMEST)
    assert (
        min(contrast(dim.text, on) for on in (dim.app, dim.panel, dim.raised, dim.hover, *tints(dim).values())) >= 4.5
    )
    assert contrast(dim.standby.fill, dim.panel) >= 4.5
    assert contrast(dim.go_text, dim.go) >= 3, "GO is large"
    assert QColor(dim.go) == QColor(booth(60).go), "GO and standby stay at 60 %"
    assert booth(BRIGHTEST).panel == DARK.panel


def test_a_token_is_what_is_worn_when_it_is_painted(qapp: object) -> None:
    try:
        for theme in (LIGHT, booth(50), DARK):
            wear(theme)
            assert worn_colour(TOKENS.text).name().upper() == theme.text
            assert worn_colour(TOKENS.standby.fill).name().upper() == theme.standby.fill
            assert worn_colour(TOKENS.department["audio"]).name().upper() == theme.department["audio"]
        assert TOKENS.disarmed.tint == "", "no tint, by any name"
        assert worn_colour("#123456").name() == "#123456"
    finally:
        wear(DARK)
