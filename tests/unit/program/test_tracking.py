"""Cue only, block, assert: which fades they add to which cues."""

import math

import numpy as np

from showctl.model.effect import Fade
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.showfile.load import load_text
from tests.unit.program.test_compile import HEAD, program

RIG = """\
patch: [{id: a1..a4, fixture: generic/dimmer, at: 1.1}, {id: spot, fixture: generic/moving-spot, mode: 8bit, at: 1.101}]
"""
# a1..a4 are 0..3, the spot's pan 4, tilt 5, intensity 6, gobo 12


def levels(show: Program, cue: str) -> dict[int, float | None]:
    """Where all that a cue moves goes, in order; None is given back. Marks aside."""
    found: dict[int, float | None] = {}
    for fade in show.cues[cue].effects:
        assert isinstance(fade, Fade)
        if not fade.mark:
            which, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
            pairs = zip(which.tolist(), targets.astype(float).round(4).tolist(), strict=True)
            assert not found.keys() & set(which.tolist()), "moved twice"
            found.update((parameter, None if math.isnan(level) else level) for parameter, level in pairs)
    return dict(sorted(found.items()))


def cues(*lights: str, more: str = "") -> Program:
    lines = "".join(f"  - {{cue: {number}, light: {{{light}}}}}\n" for number, light in enumerate(lights, 1))
    return program(f"{RIG}cues:\n{lines}{more}")


def questions(text: str) -> list[str]:
    asked = opened(lambda: load_text(HEAD + RIG + text)).questions
    return [f"{q.path[-1]}: {q.what}; {q.remedy}" for q in asked]


# Cue only ----------------------------------------------------------------------------------------------------------


def test_what_a_cue_moves_for_itself_goes_back_with_the_next() -> None:
    show = cues(
        "look: {a1: 50%, a2: 40%}", "cue only: yes, look: {a1: full, a3: full}", "look: {a2: 10%}", "look: {a4: full}"
    )
    assert levels(show, "3") == {0: 0.5, 1: 0.1, 2: None}
    assert levels(show, "4") == {3: 1.0}


def test_the_next_cue_may_move_it_itself() -> None:
    show = cues("look: {a1: 50%}", "cue only: yes, look: {a1: full}", "look: {a1: 30%}", "look: {a2: full}")
    assert levels(show, "3") == {0: 0.3}
    assert levels(show, "4") == {1: 1.0}


def test_two_cues_in_a_row_that_move_it_for_themselves() -> None:
    show = cues(
        "look: {a1: 50%}",
        "cue only: yes, look: {a1: full, a2: full}",
        "cue only: yes, look: {a1: 80%}",
        "look: {a3: full}",
    )
    assert levels(show, "3") == {0: 0.8, 1: None}
    assert levels(show, "4") == {0: 0.5, 2: 1.0}


def test_it_goes_back_in_the_time_of_the_next_cue_which_lasts_as_long() -> None:
    show = cues("look: {a1: 50%}", "cue only: yes, look: {a1: full}", "time: {up: 2s, down: 7s}, look: {a2: full}")
    back = show.cues["3"].effects[1]
    assert isinstance(back, Fade)
    assert (back.time, back.time_down) == (2, 7)
    assert show.cues["3"].duration == 7


def test_the_next_light_cue_may_be_inside_a_group_and_what_is_not_armed_is_none() -> None:
    show = program(
        RIG
        + "cues:\n  - {cue: 1, light: {cue only: yes, look: {a1: full}}}\n"
        + "  - {cue: 2, armed: no, light: {look: {a2: full}}}\n  - {cue: 3, wait: 1s}\n"
        + "  - cue: 4\n    group: timeline\n    cues:\n"
        + "      - {cue: 4.1, at: 1s, light: {time: 3s, look: {a3: full}}}\n"
        + "      - {cue: 4.2, light: {time: 8s, look: {a4: full}}}\n"
    )
    assert levels(show, "2") == {1: 1.0}
    assert levels(show, "4.2") == {0: None, 3: 1.0}  # it acts first
    assert levels(show, "4.1") == {2: 1.0}
    assert show.cues["4"].duration == 8


def test_a_group_lasts_as_long_as_what_goes_back_in_it() -> None:
    show = program(
        RIG
        + "cues:\n  - {cue: 1, light: {cue only: yes, look: {spot: {pan: 0}}}}\n"
        + "  - cue: 2\n    group: sequence\n    cues:\n"
        + "      - {cue: 2.1, light: {time: {up: 1s, position: 9s}, look: {a3: full}}}\n"
    )
    assert [show.cues[cue].duration for cue in ("2.1", "2")] == [9, 9]


# Block and assert --------------------------------------------------------------------------------------------------


def test_nothing_tracks_into_a_cue_that_blocks() -> None:
    show = cues("look: {a1: 50%, spot: {pan: 0}}", "look: {a2: 40%}", "block: yes, look: {a3: full, a1: 10%}")
    assert levels(show, "3") == {0: 0.1, 1: None, 2: 1.0, 4: None}


def test_block_of_intensity_lets_the_rest_track() -> None:
    show = cues("look: {a1: 50%, spot: {pan: 0}}", "block: intensity, look: {a2: 40%}", "block: yes")
    assert levels(show, "2") == {0: None, 1: 0.4}
    assert levels(show, "3") == {1: None, 4: None}


def test_what_is_given_back_needs_no_block() -> None:
    assert levels(cues("look: {a1: 50%}", "block: yes", "block: yes, look: {a2: full}"), "3") == {1: 1.0}


def test_a_block_for_itself_goes_back() -> None:
    show = cues("look: {a1: 50%}", "cue only: yes, block: yes, look: {a2: full}", "look: {a3: full}")
    assert levels(show, "2") == {0: None, 1: 1.0}
    assert levels(show, "3") == {0: 0.5, 1: None, 2: 1.0}


def test_a_block_takes_what_would_go_back() -> None:
    show = cues("look: {a1: 50%}", "cue only: yes, look: {a1: full, a2: full}", "block: yes, look: {a3: full}")
    assert levels(show, "3") == {0: None, 1: None, 2: 1.0}


def test_assert_plays_again_what_is_tracked() -> None:
    show = cues(
        "look: {a1: 50%, spot: {pan: 0}}",
        "look: {a1: 20%}",
        "cue only: yes, look: {a2: full}",
        "time: 3s, assert: yes, look: {a3: full}",
    )
    assert levels(show, "4") == {0: 0.2, 1: None, 2: 1.0, 4: 0.5}
    assert {fade.time for fade in show.cues["4"].effects if isinstance(fade, Fade)} == {3.0}


def test_assert_beside_a_block_of_intensity() -> None:
    show = cues("look: {a1: 50%, spot: {pan: 0}}", "block: intensity, assert: yes, look: {a2: full}")
    assert levels(show, "2") == {0: None, 1: 1.0, 4: 0.5}


def test_each_list_tracks_for_itself() -> None:
    more = "lists:\n  band:\n    cues: [{cue: 1, light: {look: {a2: full}}}, {cue: 2, light: {block: yes}}]\n"
    show = cues("look: {a1: 50%}", "block: yes, look: {a3: full}", more=more)
    assert levels(show, "2") == {0: None, 2: 1.0}
    assert levels(show, "band/2") == {1: None}
    assert {fade.layer for fade in show.cues["band/2"].effects if isinstance(fade, Fade)} == {2}


# What check asks ---------------------------------------------------------------------------------------------------


def test_questions() -> None:
    light = "light: {cue only: yes, look: {a1: full}}"
    assert questions(f"cues: [{{cue: 1, {light}}}]\n") == [
        "cue only: no light cue comes after it in its list, so what it moves stays; remove cue only, or add a cue"
    ]
    cart = f"cues: [{{cue: 1, wait: 1}}]\nlists: {{stings: {{cart: yes, cues: [{{cue: 1, {light}}}]}}}}\n"
    assert questions(cart) == [
        "cue only: the cues of a cart come in no order, so nothing tracks and cue only means nothing; "
        "remove it, or put the cue where GO comes to it in order"
    ]
    assert questions(cart.replace("cue only", "mark"))[0].startswith("mark: the cues of a cart come in no order, so")
    assert questions(f"cues: [{{cue: 1, {light}}}, {{cue: 2, light: {{look: {{a2: full}}}}}}]\n") == []


def test_a_cue_that_nothing_leads_to() -> None:
    inside = "[{cue: 1.1, wait: 1s}, {cue: 1.2, light: {block: yes, look: {a1: full}}}]"
    assert questions(f"cues: [{{cue: 1, group: first then next, cues: {inside}}}]\n") == [
        "block: it is not played in order, so nothing tracks and block means nothing; "
        "remove it, or put the cue where GO comes to it in order"
    ]


def test_a_release_of_the_list_leaves_nothing_to_track_on() -> None:
    show = program(
        RIG
        + "cues:\n  - {cue: 1, light: {cue only: yes, look: {a1: full}}}\n  - {cue: 2, release: main}\n"
        + "  - {cue: 3, light: {block: yes, look: {a2: full}}}\n  - {cue: 4, light: {assert: yes, look: {a3: full}}}\n"
    )
    assert levels(show, "3") == {1: 1.0}
    assert levels(show, "4") == {1: 1.0, 2: 1.0}
