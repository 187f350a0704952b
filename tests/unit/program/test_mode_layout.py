"""Modes laid out: bytes, switched slots, blocks, heads, virtual intensities, levels at rest."""

from pathlib import Path

import pytest

from showctl.cli import main
from showctl.fixtures.library import profile_of
from showctl.program.mode_layout import ModeLayout
from showctl.showfile.report import Report


def layout(mode: str, more: str = "") -> ModeLayout:
    profile = profile_of(f"showctl fixture: 1\nname: A\nmanufacturer: B\nmodes: {{m: {mode}}}\n{more}", Report("a"))
    return ModeLayout("a", "m", profile, profile.modes["m"])


def test_bytes_anywhere() -> None:
    laid = layout("[pan ultra, intensity, pan, '-', pan fine]")
    assert laid.names == ("pan", "intensity")
    assert laid.slots.tolist() == [[2, 4, 0], [1, -1, -1]]
    assert laid.footprint == 5


TRIGGER = """\
heads: {}
parameters:
  fx: {default: %s, ranges: [{dmx: 0..9, name: Low}, {dmx: 10..99, name: Middle}, {dmx: 200..255, name: High}]}
"""
SWITCHED = (
    "[{switch: a, on: fx, cases: {Low: macro, High: speed}}, fx, {switch: b, on: fx, cases: {Low: '-', else: zoom}}]"
)


@pytest.mark.parametrize(
    ("default", "slots"),
    [
        ("Low", {"macro": 0, "fx": 1, "speed": -1, "zoom": -1}),
        ("Middle", {"macro": -1, "fx": 1, "speed": -1, "zoom": 2}),
        ("High", {"macro": -1, "fx": 1, "speed": 0, "zoom": 2}),
        ("out", {"macro": 0, "fx": 1, "speed": -1, "zoom": -1}),
    ],
)
def test_switched_slots(default: str, slots: dict[str, int]) -> None:
    """All parameters of the cases are there; a slot has only that of the trigger's level at rest."""
    laid = layout(SWITCHED, TRIGGER % default)
    assert dict(zip(laid.names, laid.slots[:, 0].tolist(), strict=True)) == slots
    assert [(place, switch.switch) for place, switch in laid.switched] == [(0, "a"), (2, "b")]
    assert laid.footprint == 3


def test_fine_bytes_of_cases() -> None:
    two = "{switch: a, on: fx, cases: {Low: zoom}}, {switch: b, on: fx, cases: {Low: zoom fine}}"
    assert layout(f"[{two}, fx]", TRIGGER % "Low").slots.tolist() == [[0, 1, -1], [2, -1, -1]]


def test_blocks_follow_one_another() -> None:
    laid = layout("{blocks: [[pan, tilt], [], ['-', red, green, blue]]}")
    assert (laid.footprints, laid.starts, laid.footprint) == ((2, 0, 4), (0, 2, 2), 6)
    assert laid.slots[:, 0].tolist() == [0, 1, 3, 4, 5, -1]


def test_a_virtual_intensity_over_heads() -> None:
    heads = "heads: {a: [1], b: [2]}\n"
    laid = layout("[a/red, a/pan, b/red, b/intensity]", heads)
    assert laid.names == ("a/red", "a/pan", "b/red", "b/intensity", "intensity")
    assert laid.dimmer.tolist() == [4, -1, -1, 4, -1], "the head with an intensity of its own is dimmed through that"
    assert laid.default.tolist() == [0, 0, 0, 1, 0], "a head's intensity is its share"
    without = layout("[a/red, b/intensity]", heads + "virtual dimmer: no\n")
    assert without.names == ("a/red", "b/intensity")
    assert without.default.tolist() == [0, 0], "no light at rest"
    real = layout("[a/red, b/intensity, intensity]", heads)
    assert real.dimmer.tolist() == [-1, -1, -1]
    assert real.default.tolist() == [0, 1, 0]


def test_what_heads_share() -> None:
    more = "heads: {a: [1], b: [2]}\nparameters: {red: {default: full}, b/red: {default: 50%}}\n"
    assert layout("[a/red, b/red, intensity]", more).default.tolist() == [1, 0.5, 0]


def test_a_look_on_pixels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a designer writes it, down to the slots."""
    show = tmp_path / "a.yaml"
    show.write_text(
        "showctl: 1\nshow: {title: A}\ndevices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}\n"
        "patch:\n  - {id: bar, fixture: generic/batten-4, at: 1.1}\n"
        "  - {id: pack, fixture: generic/dimmer-pack-4, at: 1.101}\n"
        'cues:\n  - {cue: 1, light: {look: {bar: {intensity: full, colour: "#ff0000", px2/blue: full}, '
        "pack: {intensity: 50%, ch2/intensity: out}}}}\n"
    )
    assert main(["simulate", str(show), "--levels-every", "1"]) == 0
    levels = capsys.readouterr().out.splitlines()[-1].partition("universe 1: ")[2]
    assert levels == "1=255 4=255 6-7=255 10=255 101=128 103-104=128"
