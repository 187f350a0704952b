"""Marks: which cue moves what in black, from when on, and what check asks where there is no moment for it."""

import numpy as np

from showctl.model.effect import Fade
from showctl.program.program import Program
from tests.unit.program.test_compile import program
from tests.unit.program.test_tracking import RIG, cues, questions

PAN, TILT, INTENSITY, GOBO = 4, 5, 6, 12
LIT = "spot: {intensity: full, pan: 0, tilt: 0}"
OUT = "look: {spot: out}"


def marks(show: Program) -> dict[str, list[tuple[float, float, list[int]]]]:
    """By cue: from when on, how long, which parameters."""
    found: dict[str, list[tuple[float, float, list[int]]]] = {}
    for cue in show.cues.values():
        for fade in cue.effects:
            if isinstance(fade, Fade) and fade.mark:
                which = np.frombuffer(fade.parameters, "<i4").tolist()
                found.setdefault(cue.id, []).append((fade.at, fade.time, which))
    return found


def test_it_moves_when_the_fixture_is_out_and_not_before() -> None:
    show = cues(
        f"look: {{{LIT}}}",
        f"time: {{up: 1s, down: 6s}}, delay: 2s, {OUT}",
        "look: {a1: full}",
        "time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30, gobo: 20%}}",
    )
    assert marks(show) == {"2": [(8, 0, [GOBO]), (8, 3, [PAN])]}
    assert show.cues["2"].duration == 8


def test_what_is_there_already_needs_no_mark() -> None:
    show = cues(f"look: {{{LIT}}}", OUT, f"mark: yes, look: {{{LIT}}}")
    assert marks(show) == {}


def test_a_fixture_that_was_never_lit_moves_in_the_first_cue() -> None:
    show = cues(
        "time: 4s, look: {a1: full}", "look: {a2: full}", "time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30}}"
    )
    assert marks(show) == {"1": [(0, 3, [PAN])]}


def test_a_cue_in_between_that_moves_it_marks_from_there() -> None:
    show = cues(
        f"look: {{{LIT}}}",
        f"time: 2s, {OUT}",
        "time: 5s, look: {spot: {pan: 60}}",
        "time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30, tilt: 10}}",
    )
    assert marks(show) == {"2": [(2, 3, [TILT])], "3": [(5, 3, [PAN])]}


def test_what_moves_in_the_cue_that_takes_it_out_is_over_first() -> None:
    show = cues(
        f"look: {{{LIT}}}",
        "time: {up: 2s, position: 7s}, look: {spot: {intensity: out, pan: 60}}",
        "time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30, tilt: 10}}",
    )
    assert marks(show) == {"2": [(2, 3, [TILT]), (7, 3, [PAN])]}
    assert show.cues["2"].duration == 7


def test_falling_and_rising_with_delays_of_their_own() -> None:
    show = cues(
        f"look: {{{LIT}}}",
        f"time: {{up: 9s, down: 4s}}, delay: {{up: 8s, down: 1s}}, {OUT}",
        "time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30}}",
    )
    assert marks(show) == {"2": [(5, 3, [PAN])]}


def test_what_goes_back_after_cue_only_is_marked_from_there() -> None:
    show = cues(
        f"look: {{{LIT}}}",
        f"time: 2s, {OUT}",
        "cue only: yes, look: {spot: {intensity: 30%, pan: 60}}",
        "time: 4s, look: {a1: full}",
        "time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30}}",
    )
    assert marks(show) == {"4": [(4, 3, [PAN])]}


def test_the_whole_show_marks_but_for_cues_that_say_no() -> None:
    lights = [
        "look: {a1: full}",
        "look: {spot: {intensity: 1, pan: 9}}",
        OUT,
        "mark: no, look: {spot: {intensity: 1, pan: 0}}",
    ]
    text = "".join(f"  - {{cue: {n}, light: {{time: 2s, {light}}}}}\n" for n, light in enumerate(lights, 1))
    whole = "showctl: 1\nshow: {title: Test, mark: yes}\ndevices: {rig: {type: sacn, universes: 1-2, to: 127.0.0.1}}\n"
    assert marks(program(f"{RIG}cues:\n{text}", whole)) == {"1": [(0, 2, [PAN])]}
    assert marks(program(f"{RIG}cues:\n{text}")) == {}


def test_what_follows_by_itself_leaves_as_much_time_as_there_is() -> None:
    def after(wait: str) -> Program:
        return program(
            f"{RIG}cues:\n  - {{cue: 1, light: {{look: {{{LIT}}}}}}}\n"
            f"  - {{cue: 2, post-wait: {wait}, continue: auto-continue, light: {{time: 2s, {OUT}}}}}\n"
            "  - {cue: 3, light: {time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30}}}}\n"
        )

    assert marks(after("9s")) == {"2": [(2, 3, [PAN])]}
    assert marks(after("3.5s")) == {"2": [(2, 1.5, [PAN])]}
    assert marks(after("2.5s")) == {}


def test_what_waits_for_go_inside_a_sequence_has_time() -> None:
    show = program(
        f"{RIG}cues:\n  - cue: 1\n    group: sequence\n    cues:\n      - {{cue: 1.1, light: {{look: {{{LIT}}}}}}}\n"
        f"      - {{cue: 1.2, light: {{time: 2s, {OUT}}}}}\n"
        "      - {cue: 1.3, light: {time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30}}}}\n"
    )
    assert marks(show) == {"1.2": [(2, 3, [PAN])]}


def test_questions_where_there_is_no_moment() -> None:
    up = "{cue: 9, light: {time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30}}}}"
    first = f"cues: [{up}]\n"
    assert questions(first) == [
        "mark: spot cannot move into place in black: no light cue comes before this one; write one, or mark: no"
    ]
    late = (
        f"cues: [{{cue: 1, light: {{look: {{{LIT}}}}}}}, "
        f"{{cue: 2, continue: auto-follow, light: {{time: 2s, {OUT}}}}}, {up}]\n"
    )
    assert questions(late) == [
        "mark: spot cannot move into place in black: cue 2 is not over in time before this one; "
        "let this cue come later after cue 2, or write mark: no"
    ]
    lit = f"cues: [{{cue: 1, light: {{look: {{{LIT}}}}}}}, {up}]\n"
    assert questions(lit) == [
        "mark: it marks nothing: no fixture that it moves comes up from dark here; "
        "take them out in a cue before, or remove mark"
    ]


def test_after_a_release_of_the_list_the_next_light_cue_marks() -> None:
    show = program(
        f"{RIG}cues:\n  - {{cue: 1, light: {{look: {{{LIT}}}}}}}\n  - {{cue: 2, release: {{lists: main, time: 3s}}}}\n"
        "  - {cue: 3, light: {look: {a1: full}}}\n"
        "  - {cue: 4, light: {time: 3s, mark: yes, look: {spot: {intensity: 50%, pan: 30}}}}\n"
    )
    assert marks(show) == {"3": [(0, 3, [PAN])]}
