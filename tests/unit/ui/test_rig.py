"""Where lamps shine and what they do, worked out without a window."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize

from showctl.fixtures.folders import fixture_library
from showctl.model.patch import PatchEntry
from showctl.program.opening import open_to_play
from showctl.ui.monitors.beam import DOWN, LONGEST, aim, in_front, in_plan, reach
from showctl.ui.monitors.cue_light import CueLight
from showctl.ui.monitors.optics import PLAIN, optics_of
from showctl.ui.monitors.rig_light import STROBES, WARM, Lamp, Lit, from_cue, from_slots, lamps, lit
from showctl.ui.monitors.rig_sight import Sight, nearest_beyond
from showctl.ui.monitors.slot_map import SlotMap
from showctl.ui.panels.rig_drawing import beams
from showctl.ui.rig_words import intensity_words
from tests.unit.ui.test_monitors import DEMO


def test_heads_look_down_and_turn_by_tilt_pan_and_how_they_hang() -> None:
    assert aim(0, 0) == pytest.approx(DOWN)
    assert aim(0, 90) == pytest.approx((0, 1, 0)), "upstage"
    assert aim(90, 90) == pytest.approx((-1, 0, 0))
    assert aim(0, 0, (90, 0, 0)) == pytest.approx((0, 1, 0))
    assert aim(0, 90, (0, 0, 90)) == pytest.approx((-1, 0, 0))


def test_beams_end_at_the_floor_or_after_so_many_metres() -> None:
    assert reach((0, 0, 6), DOWN) == 6
    assert reach((0, 0, 6), aim(0, 90)) == LONGEST
    plan, front = in_plan((1, 2, 6), DOWN, 90), in_front((1, 2, 6), DOWN, 90)
    assert plan.at == pytest.approx(plan.end)
    assert plan.radius == pytest.approx(6)
    assert front.at == (1, 6)
    assert front.end == pytest.approx((1, 0))
    assert {round(x, 3) for x, _ in front.polygon[1:]} == {-5.0, 7.0}
    assert len(set(plan.polygon)) == 1, "straight from above it is only a pool"


def test_lamps_are_as_bright_and_coloured_as_what_goes_out() -> None:
    opened = open_to_play(DEMO)
    every = {lamp.name: lamp for lamp in lamps(opened.show.patch, SlotMap(opened.program))}
    levels = {universe: np.zeros(512, np.uint8) for universe in opened.program.universes}
    front, wash, spot = every["front2"], every["wash1"], every["spot1"]

    def now(lamp: Lamp) -> Lit:
        return lit(lamp, from_slots(lamp, levels.__getitem__))

    assert now(front).level == 0
    levels[1][1] = 255
    assert now(front)[:2] == (1.0, WARM)
    ((universe, slot),) = wash.slots["red"]
    levels[universe][slot - 1] = 128
    found = now(wash)
    assert found.level == pytest.approx(128 / 255)
    assert found.colour == (1, 0, 0)
    assert spot.moves
    assert not front.moves
    (universe, coarse), (_, fine) = spot.slots["pan"]
    levels[universe][coarse - 1], levels[universe][fine - 1] = 0x80, 0
    down = now(spot._replace(slots={"pan": spot.slots["pan"]}))
    assert down.towards == pytest.approx(DOWN, abs=0.001)


def test_a_profile_says_how_far_heads_turn_and_what_wheels_and_shutters_do() -> None:
    optics = optics_of(fixture_library(DEMO).get("generic/moving-spot-small"))
    assert (optics.pan, optics.tilt, optics.lens) == ((-270, 270), (-135, 135), 13)
    lamp = Lamp(
        "spot", (0, 0, 6), (0, 0, 0), True, {"intensity": "intensity", "pan": "pan", "tilt": "tilt"}, {},
        {"intensity": 0, "colour wheel": 1, "shutter": 2, "pan": 3, "tilt": 4}, optics=optics,
    )  # fmt: skip

    def at(wheel: int, shutter: int, tilt: float = 0.5, lamp: Lamp = lamp) -> Lit:
        return lit(lamp, from_cue(lamp, np.array([1, wheel / 255, shutter / 255, 0.5, tilt], np.float32)))

    assert at(0, 8)[:2] == (1, (1, 1, 1))
    assert at(12, 8).colour == (1, 0, 0), "the first value of red"
    assert at(23, 8).colour == (1, 0, 0), "the last value of red"
    assert (at(12, 7).level, at(12, 7).says) == (0, "closed")
    assert (at(12, 16).level, at(12, 16).says) == (STROBES, "strobes")
    assert at(0, 8, 0.75).towards == pytest.approx(aim(0, 67.5))
    assert at(0, 8, 0.75, lamp._replace(inverted=frozenset({"tilt"}))).towards == pytest.approx(aim(0, -67.5))
    assert at(0, 8, 0.75, lamp._replace(swapped=True)).towards == pytest.approx(aim(135, 0))
    assert optics_of(fixture_library(DEMO).get("generic/dimmer")) == PLAIN


def test_the_light_of_a_cue_is_what_it_sets_and_what_is_tracked_into_it() -> None:
    opened = open_to_play(DEMO)
    every = {lamp.name: lamp for lamp in lamps(opened.show.patch, SlotMap(opened.program))}
    light = CueLight(opened.program)
    front = every["front1"]
    levels = {cue: lit(front, from_cue(front, light.after(cue))).level for cue in opened.program.cues}
    assert levels["49"] == pytest.approx(0.6)
    assert len({round(level, 2) for level in levels.values()}) > 2
    assert (light.after("no such cue") == np.frombuffer(opened.program.parameters.default, "<f4")).all()


def test_a_range_stands_between_its_two_points() -> None:
    entry = PatchEntry.model_validate(
        {"id": "a1..a3", "fixture": "generic/dimmer", "at": "1.1", "position": [[-2, 0, 6], [2, 0, 6]]}
    )
    found: list[Lamp] = lamps((entry,), SlotMap(open_to_play(DEMO).program))
    assert [lamp.place for lamp in found] == [(-2, 0, 6), (0, 0, 6), (2, 0, 6)]


def test_the_room_is_fitted_zoomed_and_gone_through() -> None:
    sight = Sight.fitting([(-5, 0), (5, 6)], 400, 300)
    assert sight.pixel((0, 3)) == pytest.approx((200, 150))
    zoomed = sight.zoomed(2, 50, 60)
    there = (sight.left + 50 / sight.scale, sight.top - 60 / sight.scale)
    assert zoomed.pixel(there) == pytest.approx((50, 60))
    x, y = sight.pixel((0, 0))
    assert sight.moved(7, -3).pixel((0, 0)) == pytest.approx((x + 7, y - 3))
    assert list(Sight(-0.5, 0.5, 10).lines(0, 30)) == pytest.approx([-5, 5, 15, 25])
    assert list(Sight(scale=4).lines(0, 30)) == []
    assert Sight.fitting([], 10, 10) == Sight()
    places = {"a": (0.0, 0.0), "b": (50.0, 5.0), "c": (100.0, 0.0), "d": (0.0, 80.0)}
    assert nearest_beyond(places, None, (1, 0)) == "a"
    assert nearest_beyond(places, "a", (1, 0)) == "b"
    assert nearest_beyond(places, "a", (0, 1)) == "d"
    assert nearest_beyond(places, "a", (-1, 0)) is None


HEADS = """showctl: 1
show: {title: Heads}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: bar, fixture: generic/par-bar, at: 1.1, position: [0, 0, 5]}
  - {id: strip, fixture: generic/batten-4, mode: 4 rgb with dimmer and strobe, at: 1.21, position: [0, 2, 5]}
  - {id: beams, fixture: generic/moving-beam-bar, at: 1.41, position: [0, 4, 5]}
  - {id: panel, fixture: generic/pixel-panel-5x5, mode: 25 white, at: 1.101, position: [0, 6, 5], rotation: [-90, 0, 0]}
"""


def test_each_head_of_a_fixture_is_where_it_is_and_does_what_it_does(tmp_path: Path) -> None:
    (tmp_path / "heads.yaml").write_text(HEADS, "utf-8")
    opened = open_to_play(tmp_path / "heads.yaml")
    library = fixture_library(tmp_path / "heads.yaml")
    optics = {entry.fixture: optics_of(library.get(entry.fixture)) for entry in opened.show.patch}
    every = {lamp.name: lamp for lamp in lamps(opened.show.patch, SlotMap(opened.program), optics)}
    levels = np.zeros(512, np.uint8)

    def now(name: str) -> Lit:
        return lit(every[name], from_slots(every[name], lambda _: levels))

    bar, strip, panel = every["bar"], every["strip"], every["panel"]
    assert [head.name for head in bar.heads] == [f"bar/par{n}" for n in range(1, 5)]
    assert [head.place[0] for head in bar.heads if head.place] == pytest.approx([-0.375, -0.125, 0.125, 0.375])
    levels[2] = 255
    assert [each.level for each in now("bar").heads] == [0, 0, 1, 0]
    assert now("bar").level == 1
    assert intensity_words([now("bar")]) == "0..100"
    first, last = panel.heads[0].place, panel.heads[-1].place
    assert first == pytest.approx((-0.4, 6, 5.4)), "the top left, as the audience sees it"
    assert last == pytest.approx((0.4, 6, 4.6))

    def put(lamp: Lamp, parameter: str, level: int) -> None:
        levels[lamp.slots[parameter][0][1] - 1] = level

    for parameter, level in (("intensity", 128), ("px1/red", 255), ("px3/blue", 255)):
        put(strip, parameter, level)
    shown = now("strip")
    assert [(round(each.level, 1), each.colour) for each in shown.heads if each.level] == [
        (0.5, (1, 0, 0)),
        (0.5, (0, 0, 1)),
    ]
    assert shown.colour == pytest.approx((1, 0, 1)), "of all together"
    put(strip, "strobe", 200)
    assert {each.says for each in now("strip").heads} == {"strobes"}
    for number in range(1, 5):
        put(every["beams"], f"beam{number}/tilt", 64 * number - 1)
    assert len({each.tilt for each in now("beams").heads}) == 4
    image = beams("plan", Sight(), QSize(200, 200), [every["bar"]], [now("bar")])
    assert not image.isNull()
