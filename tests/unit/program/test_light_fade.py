"""The fades of light cues: times and delays by kind, parts, and how long the cue takes."""

import numpy as np

from showctl.model.effect import Fade
from showctl.program.program import Program
from tests.unit.program.test_compile import problems, program

SPOT = """\
patch:
  - {id: spot, fixture: generic/moving-spot, mode: 8bit, at: 1.1}
  - {id: cyc, fixture: generic/led-par, mode: rgbw, at: 1.101}
cues:
"""
# pan 0, tilt 1, intensity 2, gobo 8


def fades(show: Program, cue: str) -> list[Fade]:
    return [effect for effect in show.cues[cue].effects if isinstance(effect, Fade)]


def rows(show: Program, cue: str = "1") -> list[tuple[object, ...]]:
    """Of each fade: at, time, time down, which it takes, its parameters."""
    return [
        (one.at, one.time, one.time_down, one.only, np.frombuffer(one.parameters, "<i4").tolist())
        for one in fades(show, cue)
    ]


def light(text: str) -> Program:
    return program(f"{SPOT}  - {{cue: 1, light: {text}}}\n")


def test_each_kind_in_its_time() -> None:
    show = light("{time: {up: 3s, down: 6s, position: 4s}, look: {spot: {intensity: full, pan: 0, gobo: 20%}}}")
    assert rows(show) == [(0, 0, None, "all", [8]), (0, 3, 6, "all", [2]), (0, 4, None, "all", [0])]
    assert show.cues["1"].duration == 6


def test_what_is_not_written_is_as_up() -> None:
    show = light(
        "{time: {up: 3s}, delay: {position: 2s}, look: {spot: {intensity: full, pan: 0}, cyc: {colour: '#ff0000'}}}"
    )
    whole = rows(show)
    assert [row[:4] for row in whole] == [(0, 3, None, "all"), (2, 3, None, "all")]
    assert whole[1][4] == [0]
    assert show.cues["1"].duration == 5


def test_rising_and_falling_with_delays_of_their_own_are_two_fades() -> None:
    later = light("{time: {up: 3s, down: 6s}, delay: {down: 1s}, look: {spot: full}}")
    assert rows(later) == [(0, 3, 6, "rising", [2]), (1, 3, 6, "others", [2])]
    assert later.cues["1"].duration == 7
    sooner = light("{time: 3s, delay: {up: 2s, down: 1s}, look: {spot: full}}")
    assert rows(sooner) == [(1, 3, None, "falling", [2]), (2, 3, None, "others", [2])]


def test_what_jumps_does_so_after_its_delay() -> None:
    show = light("{time: 5s, delay: 2s, look: {spot: {gobo: 20%, pan: 0}}}")
    assert rows(show) == [(2, 0, None, "all", [8]), (2, 5, None, "all", [0])]
    assert show.cues["1"].duration == 7


def test_parts_have_times_of_their_own_and_the_rest_from_the_cue() -> None:
    show = light(
        "{time: 4s, curve: s, look: {spot: full}, parts: [{label: Cyc, delay: 2s, look: {cyc: full}}, "
        "{time: 9s, curve: sine, colour path: hsv, look: {cyc: {colour: '#00ff00'}, spot: {pan: 0}}}]}"
    )
    assert [(f.at, f.time, f.curve, f.curve_down, f.path) for f in fades(show, "1")] == [
        (0, 4, "s", "s", "direct"),
        (0, 9, "sine", "sine", "hsv"),
        (2, 4, "s", "s", "direct"),
    ]
    assert show.cues["1"].duration == 9


def test_a_fixture_has_a_time_and_a_delay_of_its_own() -> None:
    show = light("{time: {up: 3s, down: 6s}, look: {spot: {intensity: full, pan: 0, time: 2s, delay: 7s}, cyc: full}}")
    assert [row[:4] for row in rows(show)] == [(0, 3, 6, "all"), (7, 2, None, "all")]
    assert rows(show)[1][4] == [0, 2]
    assert show.cues["1"].duration == 9


def test_a_parameter_is_in_one_part_only() -> None:
    text = "{look: {spot: full}, parts: [{label: A, look: {spot: {pan: 0}}}, {look: {spot: {pan: 10, intensity: 5%}}}]}"
    assert problems(f"{SPOT}  - {{cue: 1, light: {text}}}\n") == [
        "5: intensity of 'spot' is moved by the cue itself already; move each parameter in one part only",
        "5: pan of 'spot' is moved by A already; move each parameter in one part only",
    ]


def test_words_for_light_that_makes_no_sense() -> None:
    for text, what in {
        "{time: 3s}": "this light moves nothing; write a look: {...}, or parts: [...]",
        "{block: yes, assert: yes}": "nothing tracks into a cue that blocks, so there is nothing to assert; "
        "remove one of them",
        "{block: maybe}": "'maybe' does not say what is blocked; write yes, no, or intensity",
        "{time: {up: 3x}, look: {}}": "'3x' is not a time; write for example 3s, 500ms, 2m30s or 1:30",
        "{time: {focus: 3s}, look: {}}": "unknown key 'focus'; write up, down, colour, position or beam",
        "{parts: [{look: {spto: full}}]}": "there is no fixture or group 'spto'; did you mean 'spot'?",
    }.items():
        assert problems(f"{SPOT}  - {{cue: 1, light: {text}}}\n") == [f"5: {what}"]


def test_each_list_has_a_layer_a_priority_and_a_way_to_merge() -> None:
    show = program(
        f"{SPOT}  - {{cue: 1, light: {{look: {{spot: full}}}}}}\nlists:\n  band:\n    priority: 7\n    merge: ltp\n"
        "    cues: [{cue: 1, light: {look: {spot: full}}}]\n"
    )
    assert [(each.name, each.priority, each.merge) for each in show.lists] == [("main", 5, "htp"), ("band", 7, "ltp")]
    assert [fade.layer for cue in ("1", "band/1") for fade in fades(show, cue)] == [1, 2]
    assert show.go_to_time == 2.0
