"""Ways from colour to colour, sampled: exact ends, the hues between, and nothing dark on the way."""

import colorsys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.colour_path import WAYS
from showctl.engine.layer import Layer
from showctl.engine.mixer import Mixer
from showctl.model.effect import ColourPath, Fade
from showctl.program.program import Parameters
from tests.unit.engine.test_mixer import P, fade, patch

PATHS: tuple[ColourPath, ...] = ("hsv", "cie")
LEVEL = st.floats(0.0, 1.0, width=32)
COLOUR = st.tuples(LEVEL, LEVEL, LEVEL)


def heads(*rows: tuple[int, int, int, int, int], count: int = 4) -> Parameters:
    table = patch(*(P(slots=(slot,), intensity=False) for slot in range(count)))
    return replace(table, colours=np.array(rows, "<i4").tobytes())


RGB = heads((0, 1, 2, -1, 0))
RGBW = heads((0, 1, 2, 3, 0))
CMY = heads((0, 1, 2, -1, 1))


def along(path: ColourPath, time: float, *levels: float) -> Fade:
    return replace(fade(time, dict(enumerate(levels))), path=path)


def sampled(mixer: Mixer, instants: list[float], count: int = 3) -> list[list[float]]:
    found = []
    for now in instants:
        mixer.levels(now)
        found.append(mixer.values[:count].round(6).tolist())
    return found


def test_round_the_circle_from_red_to_cyan_over_yellow_and_green() -> None:
    mixer = Mixer(RGB, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 0.0, 2: 0.0}))
    mixer.fade(2, 0.0, along("hsv", 6.0, 0.0, 1.0, 1.0))
    expected = [[1, 0, 0], [1, 0.5, 0], [1, 1, 0], [0.5, 1, 0], [0, 1, 0], [0, 1, 0.5], [0, 1, 1]]
    assert sampled(mixer, [0, 1, 2, 3, 4, 5, 6]) == expected
    assert mixer.levels(3.0)[0, :3].tolist() == [0, 255, 255]


def test_the_shorter_way_round() -> None:
    mixer = Mixer(RGB, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 1.0, 2: 0.0}))  # yellow to magenta over red
    mixer.fade(2, 0.0, along("hsv", 4.0, 1.0, 0.0, 1.0))
    assert sampled(mixer, [1, 2, 3, 4]) == [[1, 0.5, 0], [1, 0, 0], [1, 0, 0.5], [1, 0, 1]]


def test_black_and_grey_take_the_other_ends_hue() -> None:
    mixer = Mixer(RGB, 1)
    mixer.fade(2, 0.0, along("hsv", 4.0, 0.0, 0.0, 1.0))
    assert sampled(mixer, [1, 2, 4]) == [[0, 0, 0.25], [0, 0, 0.5], [0, 0, 1]]
    mixer.fade(3, 4.0, along("hsv", 4.0, 1.0, 1.0, 1.0))
    assert sampled(mixer, [6, 8]) == [[0.5, 0.5, 1], [1, 1, 1]]


def test_filters_are_what_they_take_away() -> None:
    mixer = Mixer(CMY, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 0.0, 1: 1.0, 2: 1.0}))  # red
    mixer.fade(2, 0.0, along("hsv", 4.0, 1.0, 0.0, 1.0))  # green, over yellow
    assert sampled(mixer, [0, 1, 2, 3, 4]) == [[0, 1, 1], [0, 0.5, 1], [0, 0, 1], [0.5, 0, 1], [1, 0, 1]]


def test_white_takes_what_is_common() -> None:
    mixer = Mixer(RGBW, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 0.5, 1: 0.0, 2: 0.0, 3: 0.5}))  # a pale red
    mixer.fade(2, 0.0, along("hsv", 4.0, 0.0, 0.5, 0.0, 0.5))  # a pale green
    assert sampled(mixer, [0, 1, 2, 4], 4) == [
        [0.5, 0, 0, 0.5],
        [0.5, 0.25, 0, 0.5],
        [0.5, 0.5, 0, 0.5],
        [0, 0.5, 0, 0.5],
    ]


def test_what_was_mixed_otherwise_becomes_what_it_would_be() -> None:
    mixer = Mixer(RGBW, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 0.4, 1: 0.4, 2: 0.4, 3: 0.0}))  # white of three
    mixer.fade(2, 0.0, along("hsv", 4.0, 0.0, 0.0, 0.0, 0.4))
    assert sampled(mixer, [0, 2, 4], 4) == [[0.4, 0.4, 0.4, 0], [0.2, 0.2, 0.2, 0.2], [0, 0, 0, 0.4]]


@pytest.mark.parametrize("path", PATHS)
@given(start=COLOUR, end=COLOUR)
def test_ends_are_exact_and_nothing_is_darker_between(
    path: ColourPath, start: tuple[float, ...], end: tuple[float, ...]
) -> None:
    mixer = Mixer(RGB, 1)
    mixer.fade(1, 0.0, fade(0.0, dict(enumerate(start))))
    mixer.fade(2, 0.0, along(path, 8.0, *end))
    mixer.levels(0.0)
    assert mixer.values[:3] == pytest.approx(start, abs=1e-9)
    seen = []
    for now in np.linspace(0.0, 8.0, 17):
        mixer.levels(float(now))
        assert ((mixer.values >= 0) & (mixer.values <= 1)).all()
        seen.append(mixer.values[:3].copy())
    assert mixer.values[:3].tolist() == list(end)
    if path == "hsv":
        values = [colorsys.rgb_to_hsv(*colour)[2] for colour in seen]
        assert np.allclose(values, np.linspace(values[0], values[-1], 17), atol=1e-6)
    else:
        light = [float(WAYS["cie"].between(one[None], one[None])[0][0, 0]) for one in seen]
        assert min(light) > min(light[0], light[-1]) - 0.05  # a little, where no lamp can make it


@pytest.mark.parametrize("path", PATHS)
def test_from_blue_to_yellow_is_never_dark(path: ColourPath) -> None:
    mixer = Mixer(RGB, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 0.0, 1: 0.0, 2: 1.0}))
    mixer.fade(2, 0.0, along(path, 8.0, 1.0, 1.0, 0.0))
    assert min(max(one) for one in sampled(mixer, [n / 4 for n in range(33)])) > 0.6


def test_frozen_held_and_taken_over_where_it_is() -> None:
    mixer = Mixer(RGB, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 0.0, 2: 0.0}))
    mixer.fade(2, 0.0, along("hsv", 6.0, 0.0, 1.0, 1.0))
    mixer.hold({2}, 2.0)
    assert sampled(mixer, [4.0]) == [[1, 1, 0]]
    mixer.release({2}, 5.0)
    assert sampled(mixer, [6.0]) == [[0.5, 1, 0]]
    mixer.fade(3, 6.0, fade(2.0, {1: 0.0}))  # green only: the others go on as they were
    assert sampled(mixer, [7.0, 8.0, 9.0]) == [[0, 0.5, 0], [0, 0, 0.5], [0, 0, 1]]
    mixer.fade(4, 10.0, along("hsv", 4.0, 1.0, 0.0, 0.0))
    mixer.freeze({4}, 12.0)
    frozen = sampled(mixer, [12.0])
    assert sampled(mixer, [99.0]) == frozen == [[1, 0, 1]]


def test_a_later_fade_by_any_way_begins_where_light_is() -> None:
    mixer = Mixer(RGB, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 0.0, 2: 0.0}))
    mixer.fade(2, 0.0, along("hsv", 6.0, 0.0, 1.0, 1.0))
    mixer.fade(3, 2.0, along("cie", 4.0, 0.0, 0.0, 1.0))
    assert sampled(mixer, [2.0]) == [[1, 1, 0]]
    for _ in range(40):  # rows of the table of fades are used again
        mixer.fade(5, 3.0, fade(1.0, {3: 1.0}))
    assert sampled(mixer, [6.0, 7.0]) == [[0, 0, 1], [0, 0, 1]]


def test_in_a_layer_that_others_share() -> None:
    layers = [Layer(name, 5, True, np.arange(3)) for name in "AB"]
    mixer = Mixer(RGB, 1, layers=layers)
    mixer.fade(1, 0.0, replace(fade(0.0, {0: 1.0, 1: 0.0, 2: 0.0}), layer=1))
    mixer.fade(2, 0.0, replace(along("hsv", 6.0, 0.0, 1.0, 1.0), layer=2))
    assert sampled(mixer, [2.0]) == [[1, 1, 0]]
    mixer.release_layer(2, 3, 2.0, 2.0)
    assert sampled(mixer, [4.0]) == [[1, 0, 0]]


@given(
    fades=st.lists(
        st.tuples(
            st.sampled_from([0.25, 0.5, 1.5]),
            st.sampled_from(["direct", *PATHS, "freeze", "hold", "release"]),
            st.sampled_from([0.0, 1.0, 2.0]),
            st.dictionaries(st.integers(0, 3), st.sampled_from([0.0, 0.3, 0.5, 1.0]), min_size=1),
            st.integers(1, 2),
        ),
        max_size=8,
    ),
    glances=st.lists(st.floats(0, 10), max_size=12),
    shared=st.booleans(),
)
def test_how_often_one_looks_changes_nothing(
    fades: list[tuple[float, str, float, dict[int, float], int]], glances: list[float], shared: bool
) -> None:
    layers = [Layer(name, 5, True, np.arange(4)) for name in "AB"] if shared else []
    watched, alone = Mixer(RGBW, 1, layers=layers), Mixer(RGBW, 1, layers=layers)
    due, before = 0.0, np.zeros(4)
    for run, (gap, what, time, targets, layer) in enumerate(fades, 1):
        for glance in sorted(g for g in glances if due <= g < due + gap):
            watched.levels(glance)
        due += gap
        watched.levels(due)
        before = watched.values.copy()
        for mixer in (watched, alone):
            if what == "freeze":
                mixer.freeze({run - 1}, due)
            elif what == "hold":
                mixer.hold({run - 1}, due)
            elif what == "release":
                mixer.release({run - 2}, due)
            else:
                mixer.fade(run, due, replace(fade(time, targets), path=what, layer=layer))
        watched.levels(due)
        if time or what in ("freeze", "hold", "release"):
            assert watched.values == pytest.approx(before, abs=1e-9)  # nothing leaps
    for now in np.linspace(due, due + 3, 7):
        assert (watched.levels(float(now)) == alone.levels(float(now))).all()
        assert watched.values == pytest.approx(alone.values, abs=1e-9)
