"""Looks in physical terms: what each way of writing means to shipped fixtures, worked out by hand."""

from typing import Any

import pytest

from showctl.fixtures.library import profile_of
from showctl.model.fixture import FixtureProfile
from showctl.showfile.report import Report
from tests.unit.program.look_rig import LIBRARY, LookRig

RIG = LookRig(
    {
        "dim": "generic/dimmer",
        "spot1..spot3": "generic/moving-spot",
        "profile": "generic/moving-profile",
        "bar1..bar2": "generic/batten-4",
        "curtain": "generic/curtain",
    },
    {"spots": ["spot3", "spot1..spot2"], "both": ["spot1", "dim"]},
)


@pytest.mark.parametrize(
    ("key", "written", "parameter", "dmx"),
    [
        ("intensity", "dmx 128", "intensity", 128),
        ("intensity", "0.5", "intensity", 1.275),
        ("pan", "135", "pan", 191.25),
        ("zoom", "24", "zoom", 127.5),
        ("zoom", "50%", "zoom", 127.5),
        # 8..215 are 1 to 20 Hz: 7/19 of the way.
        ("strobe", "8 Hz", "shutter", 8 + 207 * 7 / 19),
        ("strobe", "480 bpm", "shutter", 8 + 207 * 7 / 19),
        ("shutter", "Random strobe 5 Hz", "shutter", 216 + 31 * 4 / 19),
        ("shutter", "open", "shutter", 251),
        ("shutter", "closed", "shutter", 3),
        ("gobo", "rings", "gobo", 24),
        ("gobo", "Turning 50%", "gobo", 160.5),
        ("gobo rotation", "-10 rpm", "gobo rotation", 194 + 61 * 9 / 59),
        ("gobo rotation", "90 deg", "gobo rotation", 127 * 0.75),
        ("gobo rotation", "-60 deg/s", "gobo rotation", 194 + 61 * 9 / 59),
        ("prism", "3 facets", "prism", 135),
        # The iris measures its first 192 values from 100 % to 5 %.
        ("iris", "full", "iris", 0),
        ("iris", "50%", "iris", 191 * 50 / 95),
        ("iris", "out", "iris", 191),
        ("iris", "Pulse", "iris", 207),
    ],
)
def test_what_a_setting_means(key: str, written: str, parameter: str, dmx: float) -> None:
    assert RIG.levels({"spot1": {key: written}}) == {f"spot1/{parameter}": pytest.approx(dmx / 255, abs=1e-4)}


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ({"spot1": {"strobe": "60 Hz"}}, "shutter 60 Hz is beyond what the fixture can do; write 1 to 20 Hz"),
        ({"spot1": {"zoom": "80"}}, "zoom 80 is beyond what the fixture can do; write 8 to 40 degrees"),
        ({"spot1": {"gobo": "Rigns"}}, "gobo has no 'Rigns'; did you mean 'Rings'?"),
        ({"spot1": {"cyan": "8 Hz"}}, "cyan is not measured in Hz; write a level or 50%"),
        ({"spot1": {"frost": "heavy"}}, "'heavy' is not a level of frost; write for example 50%, full, out or dmx 128"),
        ({"dim": "dmx 300"}, "dmx 300 is above 255; write dmx 0 to dmx 255"),
        ({"dim": "dmx -1"}, "dmx -1 is below 0; write dmx 0 to dmx 255"),
        ({"dim": "dmx 0.5"}, "dmx 0.5 is no whole number; write dmx 0 to dmx 255"),
        ({"dim": "120"}, "intensity 120 is not between 0 and 100 percent; write 0% to 100%"),
        ({"both": {"pan": "0"}}, "has no parameter 'pan'; write intensity"),
        ({"dim": "low"}, "there is no intensity palette 'low'; write it under palettes: intensity:"),
        ({"spot1": {"position": "out"}}, "'0%' is no position palette"),
        ({"curtain": {"beam": "tight"}}, "there is no beam palette 'tight'"),
    ],
)
def test_what_cannot_be_is_said_with_the_fixture(look: dict[str, Any], said: str) -> None:
    (problem,) = RIG.problems(look)
    assert said in problem.replace("'out' is no", "'0%' is no")


def test_a_key_that_is_the_name_of_a_parameter_means_that() -> None:
    assert RIG.levels({"curtain": {"position": "50%"}}) == {"curtain/position": 0.5}


def test_fans_go_by_the_order_of_the_selection() -> None:
    pans = {"spot1/pan": 0.5, "spot2/pan": 0.5556, "spot3/pan": 0.4444}
    assert RIG.levels({"spots": {"pan": "-30..30"}}) == pans
    assert RIG.levels({"spot1..spot3": {"intensity": "20%..full"}}) == {
        "spot1/intensity": 0.2,
        "spot2/intensity": 0.6,
        "spot3/intensity": 1.0,
    }
    strobes = RIG.levels({"spot1..spot3": {"strobe": "1 Hz..20 Hz"}})
    assert strobes == {
        f"spot{n}/shutter": pytest.approx((8 + 207 * part) / 255, abs=1e-4) for n, part in ((1, 0), (2, 0.5), (3, 1))
    }


def test_a_fan_over_one_fixture_is_its_first_value() -> None:
    assert RIG.levels({"spot1": {"pan": "-270..270"}}) == {"spot1/pan": 0.0}


def test_fans_go_on_from_head_to_head() -> None:
    levels = RIG.levels({"bar1..bar2": {"red": "0..70"}})
    assert [levels[f"bar{bar}/px{px}/red"] for bar in (1, 2) for px in (1, 2, 3, 4)] == pytest.approx(
        [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    )
    colours = RIG.levels({"bar1..bar2": {"colour": "#ff0000..#0000ff"}})
    assert [colours[f"bar2/px4/{emitter}"] for emitter in ("red", "green", "blue")] == [0, 0, 1]
    assert colours["bar1/px2/red"] == pytest.approx(6 / 7, abs=1e-4)


def test_half_a_percent_is_asked_about() -> None:
    assert RIG.asked({"dim": "0.5", "spot1": {"pan": "0.5", "frost": "0.25"}}) == [
        "dim > intensity: 0.5 is half a percent; write 50% if that is meant, or 0.5%",
        "spot1 > frost: 0.25 is 0.25 percent; write 25% if that is meant, or 0.25%",
    ]
    assert RIG.asked({"dim": "0.5%", "spot1": "0"}) == []
    assert len(RIG.asked({"dim": "0.5"})) == len(RIG.asked({"dim": "0.5"})) == 1, "of equal looks each is asked about"


@pytest.mark.parametrize("nothing", [None, {}, {"time": "2s"}])
def test_a_line_that_says_nothing_is_asked_about(nothing: object) -> None:
    (said,) = RIG.asked({"dim": nothing, "spot1": "20%"})
    assert said == "dim: nothing is said of 'dim', so that nothing happens to it; write what it is to do, or remove it"


def test_release() -> None:
    assert RIG.levels({"dim": "release"}) == {"dim/intensity": None}
    colours = ("cyan", "magenta", "yellow", "colour wheel")
    assert RIG.levels({"spot1": {"colour": "release", "cyan": "full"}}) == {
        f"spot1/{name}": 1.0 if name == "cyan" else None for name in colours
    }
    assert RIG.levels({"spot1": {"position": "release", "intensity": "release"}}) == dict.fromkeys(
        ("spot1/pan", "spot1/tilt", "spot1/intensity")
    )
    every = RIG.levels({"spot1": "release"})
    assert set(every.values()) == {None}
    assert len(every) == 17


ODD = """
showctl fixture: 1
name: Odd
manufacturer: Test
physical: {lens: 10..50}
parameters:
  pan: {bits: 16, degrees: -270..270}
  effect: {ranges: [{dmx: 0..9, name: "None"}, {dmx: 10..19, name: 1.2K}, {dmx: 20..29, name: 2.4K}]}
  hue: {kind: generic}
  saturation: {kind: generic}
  time: {kind: generic}
modes:
  all: [pan, pan fine, zoom, effect, hue, saturation, intensity, time]
"""


class Odd:
    """A library of one profile, called odd."""

    def get(self, name: str) -> FixtureProfile:
        return profile_of(ODD, Report(name))


def test_what_few_profiles_have() -> None:
    rig = LookRig({"odd": "odd"}, library=Odd())
    assert rig.levels({"odd": {"pan": "dmx 32768"}}) == {"odd/pan": round(32768 / 65535, 4)}
    (said,) = rig.problems({"odd": {"pan": "dmx 65536"}})
    assert "dmx 65536 is above 65535; write dmx 0 to dmx 65535" in said
    # A zoom without degrees of its own has those of the lens.
    assert rig.levels({"odd": {"zoom": "20"}}) == {"odd/zoom": 0.25}
    # A name that looks like a quantity.
    assert rig.levels({"odd": {"effect": "1.2K"}}) == {"odd/effect": round(14 / 255, 4)}
    assert rig.levels({"odd": {"colour": {"hue": "90", "saturation": "50%"}}}) == {
        "odd/hue": 0.25,
        "odd/saturation": 0.5,
    }


class Changed:
    """The library of an evening on which the moving spot has another profile: parameters moved, a gobo is gone."""

    def get(self, name: str) -> FixtureProfile:
        profile = LIBRARY.get(name)
        gobo = profile.parameters["gobo"]
        ranges = tuple(each for each in gobo.ranges if each.name != "Rings")
        modes = {name: tuple(reversed(mode)) for name, mode in profile.modes.items() if isinstance(mode, tuple)}
        parameters = {**profile.parameters, "gobo": gobo.model_copy(update={"ranges": ranges})}
        wheels = {**profile.wheels, "gobo": tuple(s for s in profile.wheels["gobo"] if s.name != "Rings")}
        return profile.model_copy(update={"parameters": parameters, "modes": modes, "wheels": wheels})


def test_a_profile_that_has_changed() -> None:
    """Levels find their parameters by name; a range that is gone is named."""
    rig = LookRig({"spot": "generic/moving-spot"}, library=Changed())
    look = {"spot": {"pan": "0", "gobo": "Lines"}}
    assert rig.levels(look) == {"spot/gobo": pytest.approx(34 / 255, abs=1e-4), "spot/pan": 0.5}
    (said,) = rig.problems({"spot": {"gobo": "Rings"}})
    assert "gobo has no 'Rings'; did you mean" in said
