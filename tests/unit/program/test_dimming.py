"""Intensity of which not all values dim: what goes out for its levels, under all that is over them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import yaml

from showctl.engine.fixture_names import FixtureNames
from showctl.engine.held import hold
from showctl.engine.highlighting import Highlighting
from showctl.engine.mixer import Mixer
from showctl.engine.program_mixer import mixer_for
from showctl.model.dimming import Dimming, dimming
from showctl.model.effect import Fade, MasterFade
from showctl.model.fixture import ParameterProfile
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.showfile.load import load
from tests.unit.program.test_patch import HEAD

LAMP = """\
showctl fixture: 1
name: Lamp
manufacturer: Test
parameters:
  intensity:
    ranges:
      - {dmx: 0..5, name: Close}
      - {dmx: 6..59, name: Open}
      - {dmx: 60..255, name: Dimmer (0 to 100%)}
modes:
  8 bit: [intensity]
  16 bit: [intensity, intensity fine]
"""
"""As the QXF of the Proel Dreamlight 250 has it."""


Shows = Callable[..., Program]


@pytest.fixture
def show(tmp_path: Path) -> Shows:
    """A show with the lamp at 1.1, and a second one as `entry` says at 1.11; cues of looks in 10 seconds each."""

    def made(*looks: str, entry: str = "", lamp: object = None) -> Program:
        (tmp_path / "fixtures" / "test").mkdir(parents=True, exist_ok=True)
        (tmp_path / "fixtures" / "test" / "lamp.yaml").write_text(LAMP if lamp is None else yaml.safe_dump(lamp))
        patch = "patch:\n  - {id: lamp, fixture: test/lamp, at: 1.1}\n"
        patch += f"  - {{id: other, fixture: test/lamp, at: 1.11, {entry}}}\n" if entry else ""
        cues = (f"  - {{cue: {n}, light: {{time: 10s, look: {{{each}}}}}}}\n" for n, each in enumerate(looks, 1))
        path = tmp_path / "show.yaml"
        path.write_text(HEAD + patch + "cues:\n" + "".join(cues))
        return opened(lambda: load(path)).program

    return made


def played(show: Program) -> Mixer:
    """All cues, 100 seconds one after the other from 100 on."""
    mixer = mixer_for(show)
    for number, cue in enumerate(show.cues.values(), 1):
        for effect in cue.effects:
            assert isinstance(effect, Fade)
            mixer.fade(number, 100.0 * number, effect)
            mixer.levels(100.0 * number + 99.0)
    return mixer


def out(mixer: Mixer, now: float, slot: int = 0) -> int:
    return int(mixer.levels(now)[0, slot])


def test_a_fade_never_goes_through_values_that_do_not_dim(show: Shows) -> None:
    program = show("lamp: 50%")
    mixer = mixer_for(program)
    (effect,) = program.cues["1"].effects
    mixer.fade(1, 100.0, effect)
    values = [out(mixer, 100.0 + step / 100) for step in range(1001)]
    assert values[0] == 0
    assert values == sorted(values)
    assert not set(values) & set(range(1, 60))
    # 60 + 195 · level: a tenth of it after 2 seconds, half at the end
    assert (values[200], values[-1]) == (80, 158)


@pytest.mark.parametrize(
    ("look", "value"),
    [
        ("lamp: out", 0),
        ("lamp: 20%", 99),
        ("lamp: full", 255),
        ("lamp: dmx 30", 30),
        ("lamp: dmx 60", 60),
        ("lamp: dmx 128", 128),
        ("lamp: dmx 3", 3),
        ("lamp: {intensity: Open}", 32),
        ("lamp: {intensity: 'Dimmer (0 to 100%)'}", 157),
    ],
)
def test_percent_is_of_the_light_and_all_else_says_which_value_it_is(show: Shows, look: str, value: int) -> None:
    assert out(played(show(look)), 199.0) == value


def test_16_bit_dims_from_the_first_coarse_value_to_the_last(show: Shows) -> None:
    mixer = played(show("other: 50%", entry="mode: 16 bit"))
    number = out(mixer, 199.0, 10) * 256 + out(mixer, 199.0, 11)
    assert number == round((60 + 195 / 2) * 257)


def test_masters_scale_the_light_and_leave_a_value_alone(show: Shows) -> None:
    mixer = played(show("lamp: full, other: dmx 30", entry="proportional: 100%"))
    for level, lamp, other in ((0.5, 158, 30), (0.0, 0, 0), (1.0, 255, 30)):
        mixer.masters.fade(9, 300.0, MasterFade(0.0, 0.0, "grand", None, level))
        assert (out(mixer, 300.0), out(mixer, 300.0, 10)) == (lamp, other)


def test_curves_and_proportional_patch_are_of_the_light(show: Shows) -> None:
    curved = played(show("lamp: 50%, other: 50%", entry="curve: square, proportional: 80%"))
    # 60 + 195 · 0.5² · 0.8
    assert out(curved, 199.0, 10) == 99


def test_a_fade_to_a_value_that_does_not_dim_is_there_at_the_end(show: Shows) -> None:
    mixer = played(show("lamp: full", "lamp: dmx 30", "lamp: full"))
    assert out(mixer, 399.0) == 255
    mixer = played(show("lamp: full", "lamp: dmx 30"))
    assert out(mixer, 299.0) == 30


def test_levels_that_are_known_from_what_goes_out_are_the_same_again(show: Shows) -> None:
    for look in ("lamp: 40%", "lamp: out", "lamp: dmx 30", "lamp: dmx 60", "lamp: full"):
        program = show(look + ", other: 70%", entry="curve: square, proportional: 80%")
        before, after = played(program), mixer_for(program)
        slots, touched = before.levels(199.0).copy(), before.touched
        after.restore(slots, touched)
        assert np.array_equal(after.levels(200.0), slots)
        after = mixer_for(program)
        after.restore(slots, touched, before.values.astype("<f4"))
        assert np.array_equal(after.levels(200.0), slots)


def test_rest_may_be_a_range_that_does_not_dim(show: Shows) -> None:
    lamp = yaml.safe_load(LAMP.replace("ranges:", "default: Open\n    ranges:"))
    assert out(played(show("lamp: release", lamp=lamp)), 199.0) == 32


def test_highlight_and_park_are_of_the_light(show: Shows) -> None:
    mixer = played(show("lamp: 20%"))
    names = FixtureNames(show("lamp: 20%"))
    live = mixer.live(199.0)
    (target,) = names.targets("lamp")
    held = hold(mixer.patch, names, target, 0.5, live)
    assert (held.numbers.number.tolist(), held.shown) == ([157.5], 0.5)
    as_it_is = hold(mixer.patch, names, target, None, live)
    assert (as_it_is.numbers.number.tolist(), round(as_it_is.shown, 2)) == ([99.0], 0.2)
    highlighting = Highlighting(mixer.patch, names)
    highlighting.show(["lamp"], True)
    assert highlighting.numbers(np.zeros(1, np.bool_)).number.tolist() == [255.0]
    assert highlighting.numbers(np.ones(1, np.bool_)).number.tolist() == [0.0]


def of(*ranges: dict[str, object]) -> tuple[int, int, int] | None:
    profile = ParameterProfile.model_validate({"ranges": list(ranges)})
    found = dimming(profile.ranges, 255)
    return None if found is None else tuple(round(part * 255) for part in found)


LEVEL = {"from": "0 %", "to": "100 %"}


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], None),
        ([{"dmx": "0..255"}], None),
        ([{"dmx": "0..255", **LEVEL}], None),
        ([{"dmx": "0..9", "does": "closed"}, {"dmx": "10..255"}], (0, 10, 255)),
        ([{"dmx": "0..200", **LEVEL}, {"dmx": "201..255", "does": "strobe"}], (0, 0, 200)),
        ([{"dmx": "0..5", "from": "0 %", "to": "0 %"}, {"dmx": "6..255", "from": "1 %", "to": "100 %"}], (0, 6, 255)),
        # Downwards: the least light is the last value; out is what is closed, else the least light.
        ([{"dmx": "0..255", "from": "100 %", "to": "0 %"}], (255, 255, 0)),
        ([{"dmx": "0..9", "does": "closed"}, {"dmx": "10..255", "from": "100 %", "to": "0 %"}], (0, 255, 10)),
        # 0 is light: out is what is closed, else the least light.
        ([{"dmx": "0..9", "does": "open"}, {"dmx": "10..255", **LEVEL}], (10, 10, 255)),
        ([{"dmx": "0..9", "does": "open"}, {"dmx": "10..19", "does": "closed"}, {"dmx": "20..255"}], (14, 20, 255)),
        # No range is the one that dims.
        ([{"dmx": "0..127", "name": "Off"}, {"dmx": "128..255", "name": "On"}], None),
        ([{"dmx": "0..99", "does": "strobe"}, {"dmx": "100..255", "does": "open"}], None),
    ],
)
def test_which_range_dims(ranges: list[dict[str, object]], expected: tuple[int, int, int] | None) -> None:
    assert of(*ranges) == expected


def test_downwards_more_light_is_a_lower_value() -> None:
    runs_down = Dimming(1.0, 1.0, 0.0)
    assert [runs_down.level(part) for part in (1.0, 0.75, 0.0)] == [0.0, 0.25, 1.0]
