"""Switched slots while a show plays: each is what its trigger, as it goes out, asks for."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.mixer import Mixer
from showctl.engine.overlay import Patches
from showctl.fixtures.library import profile_of
from showctl.model.address import DmxAddress
from showctl.model.effect import MasterFade
from showctl.model.fixture import FixtureProfile
from showctl.model.patch import PatchEntry
from showctl.model.problem import Problem
from showctl.program.patch_table import PatchTable, patch_table
from showctl.program.switch_table import switch_rows
from showctl.showfile.report import Report
from tests.unit.engine.test_mixer import fade

# fx decides: slot 1 is macro, nothing, or speed; slot 3 zoom, intensity, or iris; slot 4 a fine byte.
PROFILE = """\
showctl fixture: 1
name: A
manufacturer: B
parameters:
  fx:
    snap: no
    ranges: [{dmx: 0..9, name: Low}, {dmx: 10..99, name: Middle}, {dmx: 200..255, name: High}]
modes:
  m:
    - {switch: a, on: fx, cases: {Low: macro, High: speed}}
    - fx
    - {switch: b, on: fx, cases: {Low: zoom, Middle: intensity, else: iris}}
    - {switch: c, on: fx, cases: {Low: zoom fine, else: iris fine}}
"""


class Profiles:
    def get(self, name: str) -> FixtureProfile:
        return profile_of(PROFILE, Report(name))


def placed(at: object = "1.1", count: int = 1) -> PatchTable:
    problems: list[Problem] = []
    entry = PatchEntry.model_validate({"id": f"lamp1..lamp{count}", "fixture": "a", "at": at})
    table = patch_table([entry], Profiles(), None, problems)
    assert problems == []
    return table


TABLE = placed()
INDEX = TABLE.fixtures["lamp1"].layout.index
LEVELS = {"macro": 0.2, "speed": 0.4, "zoom": 0.5, "intensity": 0.6, "iris": 0.25}
ZOOM, IRIS = [0x80, 0x00], [0x40, 0x00]  # 32767.5 and 16383.75, rounded


def rig(table: PatchTable = TABLE) -> Mixer:
    mixer = Mixer(table.parameters, len(table.universes))
    mixer.fade(1, 0.0, fade(0.0, {INDEX[name]: level for name, level in LEVELS.items()}))
    return mixer


def trigger(mixer: Mixer, now: float, value: int) -> None:
    mixer.fade(2, now, fade(0.0, {INDEX["fx"]: value / 255}))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, [51, 0, *ZOOM]),
        (9, [51, 9, *ZOOM]),
        (10, [0, 10, 153, 0]),
        (99, [0, 99, 153, 0]),
        (100, [0, 100, *IRIS]),
        (199, [0, 199, *IRIS]),
        (200, [102, 200, *IRIS]),
        (255, [102, 255, *IRIS]),
    ],
)
def test_slots_follow_their_trigger(value: int, expected: list[int]) -> None:
    mixer = rig()
    trigger(mixer, 1.0, value)
    assert mixer.levels(1.0)[0, :4].tolist() == expected


def test_what_is_switched_in_has_gone_on_all_the_while() -> None:
    mixer = rig()
    mixer.fade(3, 1.0, fade(2.0, {INDEX["iris"]: 1.0}))
    assert mixer.levels(2.0)[0, 2:4].tolist() == ZOOM
    trigger(mixer, 2.0, 255)
    assert mixer.levels(2.0)[0, 2:4].tolist() == [0x9F, 0xFF]  # 0.625: 40959.375
    assert mixer.moving_rows.tolist() == [True]
    assert mixer.levels(3.0)[0, 2:4].tolist() == [0xFF, 0xFF]


def test_masters_scale_intensity_in_a_switched_slot() -> None:
    mixer = rig()
    trigger(mixer, 0.0, 50)
    mixer.masters.fade(2, 1.0, MasterFade(0.0, 0.0, "grand", None, 0.5))
    assert mixer.levels(1.0)[0, 2] == 77  # 76.5


def test_a_trigger_that_is_parked_counts_as_it_goes_out() -> None:
    mixer = rig()
    place = mixer.patch.place[[INDEX["fx"]]]
    mixer.lay_over(Patches(place, np.zeros(1), np.full(1, 255.0)), {})
    assert mixer.levels(0.0)[0, :2].tolist() == [102, 255]


def test_each_fixture_and_each_of_its_places_for_itself() -> None:
    mixer = rig(placed("1.1", 2))
    mixer.fade(2, 0.0, fade(0.0, {INDEX["fx"] + len(INDEX): 1.0, INDEX["speed"] + len(INDEX): 1.0}))
    assert mixer.levels(0.0)[0, [0, 1, 4, 5]].tolist() == [51, 0, 255, 255]
    mixer = rig(placed(["1.1", "2.11"]))
    trigger(mixer, 0.0, 255)
    levels = mixer.levels(0.0)
    assert levels[0, :4].tolist() == levels[1, 10:14].tolist() == [102, 255, *IRIS]


@given(st.integers(0, 255))
def test_each_slot_is_one_thing_at_a_time(value: int) -> None:
    rows = switch_rows(TABLE.fixtures["lamp1"].layout)
    on = rows[(rows[:, 2] <= value) & (value <= rows[:, 3])]
    assert on[:, 0].tolist() == [0, 2, 3]


def test_what_has_no_trigger_that_goes_out_stays_as_it_is_at_rest() -> None:
    assert DmxAddress(1, 1) in [at for place in TABLE.fixtures["lamp1"].places for at in place]
    unpatched: Mapping[str, object] = {"id": "lamp", "fixture": "a"}
    problems: list[Problem] = []
    table = patch_table([PatchEntry.model_validate(unpatched)], Profiles(), None, problems)
    assert table.parameters.switches == b""
    assert Mixer(table.parameters, 0).levels(0.0).shape == (0, 512)
