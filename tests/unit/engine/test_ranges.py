"""Fades of parameters with several ranges: within one they fade, into another they jump."""

import numpy as np
import pytest
from msgspec.structs import replace

from showctl.engine.fade_batch import MANY
from showctl.engine.mixer import Mixer
from showctl.engine.program_mixer import mixer_for
from showctl.model.effect import Fade
from showctl.program.program import Program
from tests.unit.program.test_patch import program

SPOT = "patch:\n  - {id: spot, fixture: generic/moving-spot, at: 1.1}\n"
ROTATION, IRIS, FOCUS = 13, 15, 16


def show(*looks: str, lists: str = "") -> Program:
    """The first is there at once, the others take a second each; the spot is in 1.1 to 1.20."""
    cues = (
        f"  - {{cue: {n}, light: {{time: {min(n - 1, 1)}s, look: {{{each}}}}}}}\n" for n, each in enumerate(looks, 1)
    )
    return program(SPOT + lists + "cues:\n" + "".join(cues))


def fades(of: Program) -> dict[str, Fade]:
    return {name: effect for name, cue in of.cues.items() for effect in cue.effects if isinstance(effect, Fade)}


def at(mixer: Mixer, now: float, *slots: int) -> list[int]:
    return [int(mixer.levels(now)[0, slot]) for slot in slots]


FROM = "spot: {iris: 100%, gobo rotation: dmx 63, focus: 0%}"
INTO = "spot: {iris: Pulse, gobo rotation: -10 rpm, focus: full}"
TURNING_BACK = 204
"""10 of 1 to 60 rpm, evenly from 194 to 255: 203.3 at the nearest."""


def test_into_another_range_light_jumps_as_the_fade_begins() -> None:
    played = show(FROM, INTO)
    mixer, begun = mixer_for(played), fades(played)
    mixer.fade(1, 0.0, begun["1"])
    assert at(mixer, 9.0, IRIS, ROTATION, FOCUS) == [0, 63, 0]
    mixer.fade(2, 10.0, begun["2"])
    there = at(mixer, 10.0, IRIS, ROTATION)
    assert there[0] == 207
    assert abs(there[1] - TURNING_BACK) <= 1
    assert at(mixer, 10.5, IRIS, ROTATION, FOCUS) == [*there, 128]
    assert at(mixer, 11.0, IRIS, ROTATION, FOCUS) == [*there, 255]


def test_within_a_range_light_fades() -> None:
    played = show(FROM, "spot: {iris: dmx 100, gobo rotation: dmx 127}")
    mixer, begun = mixer_for(played), fades(played)
    mixer.fade(1, 0.0, begun["1"])
    mixer.fade(2, 10.0, begun["2"])
    assert at(mixer, 10.5, IRIS, ROTATION) == [50, 95]


def test_what_is_given_back_jumps_into_the_range_of_its_rest() -> None:
    played = show(INTO)
    mixer, begun = mixer_for(played), fades(played)
    mixer.fade(1, 0.0, begun["1"])
    mixer.release_layer(1, 2, 10.0, 4.0)
    assert at(mixer, 10.0, IRIS, ROTATION, FOCUS) == [0, 0, 255]
    assert at(mixer, 12.0, IRIS, ROTATION) == [0, 0]
    assert at(mixer, 14.0, FOCUS) == [128]


def test_a_panic_and_a_state_that_is_restored_jump_as_well() -> None:
    played = show(FROM, INTO)
    mixer, begun = mixer_for(played), fades(played)
    mixer.fade(1, 0.0, begun["1"])
    mixer.go_home(-2, 10.0, replace(begun["2"], time=4.0))
    assert at(mixer, 12.0, IRIS, FOCUS) == [207, 128]
    mixer = mixer_for(played)
    mixer.fade(1, 0.0, begun["1"])
    mixer.take_up(12.0, [(2, 11.5, begun["2"])])
    assert at(mixer, 12.0, IRIS) == [207]


@pytest.mark.parametrize("back", [False, True], ids=["the other list moves it", "it is given back"])
def test_between_lists_light_jumps_into_another_range(back: bool) -> None:
    played = show(
        FROM,
        lists="lists:\n  band:\n    cues:\n      - {cue: 7, light: {time: 1s, look: {" + INTO + "}}}\n",
    )
    mixer, begun = mixer_for(played), fades(played)
    assert begun["1"].layer != begun["band/7"].layer
    mixer.fade(1, 0.0, begun["1"])
    mixer.fade(2, 10.0, begun["band/7"])
    assert at(mixer, 10.5, IRIS, FOCUS) == [207, 128]
    if back:
        mixer.levels(12.0)
        mixer.release_layer(begun["band/7"].layer, 3, 20.0, 1.0)
        assert at(mixer, 20.0, IRIS, ROTATION, FOCUS) == [0, 63, 255]
        assert at(mixer, 20.5, IRIS, ROTATION, FOCUS) == [0, 63, 128]


def test_many_fades_together_jump_as_one_by_one() -> None:
    spots = f"patch:\n  - {{id: spot1..spot{2 * MANY}, fixture: generic/moving-spot, at: 1.1}}\n"
    looks = (FROM.replace("spot", f"spot1..spot{2 * MANY}"), *(INTO.replace("spot", f"spot{n}") for n in range(1, 17)))
    cues = (f"  - {{cue: {n}, light: {{time: {min(n, 1)}s, look: {{{look}}}}}}}\n" for n, look in enumerate(looks))
    played = program(spots + "cues:\n" + "".join(cues))
    begun = list(fades(played).values())
    together, in_turn = mixer_for(played), mixer_for(played)
    for mixer in (together, in_turn):
        mixer.fade(1, 0.0, begun[0])
    together.fade_all(10.0, [(2, each) for each in begun[1:]])
    for each in begun[1:]:
        in_turn.fade(2, 10.0, each)
    for now in (10.0, 10.5, 11.0):
        assert np.array_equal(together.levels(now), in_turn.levels(now))
    assert at(together, 10.0, IRIS, 20 + IRIS) == [207, 207]
