"""Submasters that bring a look: what is in their layer at which level."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.command import Flash, SetMaster
from showctl.engine.layer import Layer
from showctl.engine.mixer import Mixer
from showctl.model.effect import Fade, MasterFade
from showctl.program.program import CompiledMaster
from tests.unit.engine.hands import Rig, fixtures
from tests.unit.engine.test_mixer import P, fade, patch

# A dimmer, and a spot of intensity and pan.
PARAMETERS = patch(P(slots=(0,)), P(slots=(1,)), P(slots=(2,), intensity=False, default=0.2))
TABLE = fixtures({"lamp": {"intensity": 1.0}, "spot": {"intensity": 1.0, "pan": 1.0}})
REST = 51


def look(targets: dict[int, float]) -> tuple[Fade, ...]:
    return (replace(fade(0.0, targets), layer=2),)


def rig() -> Rig:
    sun = CompiledMaster("sun", "Sun", 0.0, look=look({0: 1.0, 1: 0.5, 2: 1.0}))
    return Rig(PARAMETERS, TABLE, masters=(sun,))


def move(one: Rig, now: float, level: float, time: float = 0.0) -> None:
    assert one.tell(now, SetMaster(master="sun", level=level, time=time)) == ""


def test_intensity_follows_its_level_and_the_rest_comes_at_once() -> None:
    one = rig()
    assert not one.mixer.touched.any()
    for now, level, expected in (
        (1.0, 0.5, [128, 64, 255]),
        (2.0, 1.0, [255, 128, 255]),
        (3.0, 0.1, [26, 13, 255]),
    ):
        move(one, now, level)
        assert one.slots(now, 0, 1, 2) == expected


def test_a_fade_of_it_is_a_function_of_the_instant_and_sent_in_frames() -> None:
    one = rig()
    move(one, 10.0, 1.0, 4.0)
    table = {10.0: [0, 0], 11.0: [64, 32], 12.0: [128, 64], 14.0: [255, 128], 15.0: [255, 128]}
    for now, expected in table.items():
        assert one.slots(now, 0, 1) == expected
        assert one.mixer.moving_rows.tolist() == [10.0 <= now < 14.0]


def test_flash_brings_all_of_it_and_takes_it_away() -> None:
    one = rig()
    move(one, 1.0, 0.2)
    one.tell(2.0, Flash(master="sun", on=True))
    assert one.slots(2.0, 0, 1, 2) == [255, 128, 255]
    one.tell(3.0, Flash(master="sun", on=False))
    assert one.slots(3.0, 0, 1, 2) == [51, 26, 255]  # 25.5
    assert [each.mode for each in one.mixer.masters.seen(3.0)] == ["inhibitive", "additive"]


def test_the_grand_master_is_over_it() -> None:
    one = rig()
    move(one, 1.0, 1.0)
    one.tell(1.0, SetMaster(master="grand", level=0.5))
    assert one.slots(1.0, 0, 1, 2) == [128, 64, 255]


def test_a_cue_moves_it() -> None:
    one = rig()
    one.mixer.masters.fade(3, 1.0, MasterFade(0.0, 2.0, "sun", None, 1.0))
    assert one.slots(2.0, 0, 1, 2) == [128, 64, 255]
    one.mixer.freeze([3], 2.0)
    assert one.slots(3.0, 0) == [128]


def test_what_is_there_already_is_taken_and_what_is_not_is_left_alone() -> None:
    one = rig()
    one.mixer.fade(1, 0.0, fade(0.0, {0: 0.8, 1: 0.25, 2: 1.0}))
    one.mixer.masters.restore({"sun": 0.5})
    one.mixer.submasters.take_up(one.mixer, 0.0)
    assert one.slots(0.0, 0, 1, 2) == [204, 64, 255]
    move(one, 1.0, 0.6)
    assert one.slots(1.0, 1) == [77]  # 76.5


def test_nothing_is_brought_of_nothing() -> None:
    bare = CompiledMaster("sun", "", 0.0, look=(Fade(0.0, 0.0, b"", b"", layer=2),))
    one = Rig(PARAMETERS, TABLE, masters=(bare,))
    move(one, 1.0, 1.0)
    assert one.slots(1.0, 0, 1, 2) == [0, 0, REST]


@pytest.mark.parametrize("level", [0.5, 1.0])
def test_levels_of_single_precision_stay_within_the_way(level: float) -> None:
    one = rig()
    move(one, 1.0, np.float64(level))
    assert one.slots(1.0, 0) == [int(255 * level + 0.5)]


_SHARE = st.sampled_from((0.0, 0.2, 0.5, 1.0))


@given(st.sampled_from((4, 5, 6)), st.lists(st.tuples(st.sampled_from(("list", "sun")), _SHARE), max_size=20))
def test_beside_a_list_it_is_the_highest_of_the_highest_priority(priority: int, moves: list[tuple[str, float]]) -> None:
    """One lamp, by a list of priority 5 and by a look of 80 %; against the rule written down once more."""
    sun = CompiledMaster("sun", "", 0.0, look=(replace(fade(0.0, {0: 0.8}), layer=2),), priority=priority)
    lamp = np.array([0])
    layers = (Layer("list main", 5, True, lamp), Layer("master sun", priority, True, lamp))
    mixer = Mixer(patch(P(slots=(0,))), 1, (sun,), layers=layers)
    of_list: float | None = None
    of_sun = 0.0
    for now, (who, level) in enumerate(moves, 1):
        if who == "list":
            of_list = level
            mixer.fade(now, now, replace(fade(0.0, {0: level}), layer=1))
        else:
            of_sun = level
            mixer.masters.fade(0, now, MasterFade(0.0, 0.0, "sun", None, level))
        owners = {} if of_list is None else {5: [of_list]}
        if of_sun:
            owners.setdefault(priority, []).append(0.8 * of_sun)
        expected = max(owners[max(owners)]) if owners else 0.0
        assert int(mixer.levels(now)[0, 0]) == pytest.approx(255 * expected, abs=0.51)
