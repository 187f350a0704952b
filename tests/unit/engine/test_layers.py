"""Who wins where several lists move the same parameter: levels by hand."""

import numpy as np
import pytest
from msgspec.structs import replace

from showctl.engine.amending import Amending
from showctl.engine.carry_over import CarryOver, Way
from showctl.engine.layer import Layer
from showctl.engine.mixer import Mixer
from showctl.model.effect import Fade
from showctl.program.program import Parameters
from tests.unit.engine.programs import program
from tests.unit.engine.test_mixer import P, fade, patch

RIG = patch(P(slots=(0,)), P(slots=(1,), intensity=False, default=0.5), P(slots=(2,)), P(slots=(3,)))
"""A dimmer, a pan that rests in the middle, a dimmer that only A moves, and one that nobody else does."""
NAN = float("nan")


def layer(name: str, *parameters: int, priority: int = 5, htp: bool = True) -> Layer:
    return Layer(name, priority, htp, np.array(parameters, np.intp))


def mixer(*layers: Layer, parameters: Parameters = RIG) -> Mixer:
    return Mixer(parameters, 1, layers=layers)


def of(number: int, one: Fade) -> Fade:
    return replace(one, layer=number)


PLAIN = (layer("A", 0, 1, 2), layer("B", 0, 1))


def played(text: str, *layers: Layer) -> None:
    """Play a table: lines `at  layer: parameter=target… in seconds`, or `at  = level level …` of parameters 0 on.

    A target of `-` gives the parameter back. Levels are in percent.
    """
    here = mixer(*(layers or PLAIN))
    for number, line in enumerate(text.strip().splitlines(), 1):
        at, what = line.split(maxsplit=1)
        now = float(at)
        if what.startswith("="):
            expected = [float(each) for each in what[1:].split()]
            here.levels(now)
            found = (here.values[: len(expected)] * 100).tolist()
            assert found == pytest.approx(expected, abs=1e-4), f"line {number}: {line.strip()}"
        else:
            whose, rest = what.split(":")
            moves, _, time = rest.partition(" in ")
            words = moves.split()
            targets = {int(p): NAN if t == "-" else float(t) / 100 for p, t in (word.split("=") for word in words)}
            here.fade(number, now, of("0AB".index(whose), fade(float(time or 0), targets)))


def test_intensity_by_the_highest() -> None:
    played(
        """
        0   = 0
        0   A: 0=60
        0   = 60
        1   B: 0=40 in 2
        1   = 60
        2   = 60
        3   = 60
        3   A: 0=0 in 4
        4   = 45
        5   = 40
        7   = 40
        7   B: 0=80 in 2
        8   = 60
        9   = 80
        """
    )


def test_the_rest_by_the_latest() -> None:
    played(
        """
        0   A: 1=100 in 2
        1   = 0 75
        1   B: 1=0 in 1
        1.5 = 0 37.5
        2   = 0 0
        9   = 0 0
        9   A: 1=100 in 2
        10  = 0 50
        """
    )


def test_intensity_by_the_latest_where_the_list_says_so() -> None:
    both = layer("A", 0, 1, htp=False), layer("B", 0, 1, htp=False)
    played(
        """
        0   A: 0=80
        1   B: 0=20 in 2
        1   = 80
        2   = 50
        3   = 20
        4   A: 0=40 in 2
        5   = 30
        6   = 40
        """,
        *both,
    )


def test_the_highest_against_the_latest() -> None:
    mixed = layer("A", 0, 1), layer("B", 0, 1, htp=False)
    played(
        """
        0   A: 0=50
        1   B: 0=20 in 2
        2   = 50
        3   B: 0=90 in 2
        4   = 70
        5   = 90
        6   B: 0=- in 2
        7   = 70
        8   = 50
        """,
        *mixed,
    )


def test_only_the_highest_priority_counts() -> None:
    ranked = layer("A", 0, 1, priority=5), layer("B", 0, 1, priority=7)
    played(
        """
        0   A: 0=80 1=10
        1   B: 0=30 1=90 in 1
        1   = 80 10
        1.5 = 55 50
        2   = 30 90
        3   A: 0=100 1=0
        3   = 30 90
        4   B: 0=- 1=- in 2
        5   = 65 45
        6   = 100 0
        """,
        *ranked,
    )


def test_give_back_to_a_level_that_moves_is_there_exactly() -> None:
    played(
        """
        0   A: 1=0
        0   A: 1=100 in 10
        0   B: 1=50
        2   = 0 50
        5   B: 1=- in 2
        5   = 0 50
        6   = 0 55
        7   = 0 70
        8   = 0 80
        """
    )


def test_give_back_to_nobody_is_rest() -> None:
    played(
        """
        0   A: 0=80 1=100 2=60
        0   B: 0=60
        1   A: 0=- 1=- 2=- in 2
        2   = 70 75 30
        3   = 60 50 0
        4   B: 0=- in 2
        5   = 30 50 0
        6   = 0 50 0
        """
    )


def test_a_move_takes_over_what_is_on_its_way_between_layers() -> None:
    played(
        """
        0   A: 1=0
        0   B: 1=100
        1   B: 1=- in 2
        2   = 0 50
        2   A: 1=100 in 2
        3   = 0 75
        4   = 0 100
        """
    )


def test_what_is_given_back_by_one_that_does_not_count_changes_nothing() -> None:
    played(
        """
        0   A: 0=80
        0   B: 0=40
        1   B: 0=- in 2
        2   = 80
        3   B: 0=30 in 1
        3.5 = 80
        4   A: 0=0
        4   = 30
        """
    )


def test_nobodys_light_gives_way_to_any_move_of_a_list() -> None:
    played(
        """
        0   A: 0=80 1=0 2=70
        0   B: 0=40
        1   0: 0=20 1=100 2=50 in 2
        2   = 50 50 60
        3   = 20 100 50
        4   B: 0=60 1=0 in 2
        5   = 40 50 50
        6   = 60 0 50
        7   A: 0=- 2=- in 2
        8   = 60 0 25
        9   = 60 0 0
        """
    )


def test_what_is_nobodys_goes_to_rest_where_a_list_says_that_it_has_no_move_of_it() -> None:
    played(
        """
        0   0: 0=80 1=100
        1   A: 0=- 1=- in 2
        2   = 40 75
        3   = 0 50
        """
    )


def test_a_whole_layer_is_given_back() -> None:
    here = mixer(*PLAIN)
    here.fade(1, 0.0, of(1, fade(0.0, {0: 0.8, 1: 0.0, 2: 0.6})))
    here.fade(2, 0.0, of(2, fade(0.0, {0: 0.4})))
    here.fade(3, 0.0, fade(0.0, {3: 1.0}))
    here.release_layer(1, 7, 1.0, 2.0)
    here.levels(2.0)
    assert here.values.tolist() == pytest.approx([0.6, 0.25, 0.3, 1.0])
    here.hold({7}, 2.0)
    here.levels(3.0)
    assert here.values.tolist() == pytest.approx([0.6, 0.25, 0.3, 1.0])
    here.release({7}, 3.0)
    here.levels(4.0)
    assert here.values.tolist() == pytest.approx([0.4, 0.5, 0.0, 1.0])
    here.release_layer(1, 8, 5.0, 2.0)  # nothing is left to be given back
    here.levels(6.0)
    assert here.values.tolist() == pytest.approx([0.4, 0.5, 0.0, 1.0])
    assert not here.moving(6.0)


def test_stopped_on_its_way_back_it_stays_there_until_somebody_moves_it() -> None:
    here = mixer(*PLAIN)
    here.fade(1, 0.0, of(1, fade(0.0, {1: 0.0})))
    here.fade(2, 0.0, of(2, fade(0.0, {1: 1.0})))
    here.release_layer(2, 7, 0.0, 4.0)
    here.freeze({7}, 1.0)
    here.levels(9.0)
    assert here.values[1] == pytest.approx(0.75)
    here.fade(3, 10.0, of(1, fade(1.0, {1: 0.0})))
    here.levels(11.0)
    assert here.values[1] == 0.0


def test_panic_takes_out_what_all_layers_light() -> None:
    here = mixer(*PLAIN)
    here.fade(1, 0.0, of(1, fade(0.0, {0: 0.8, 1: 1.0})))
    here.fade(2, 0.0, of(2, fade(0.0, {0: 0.6})))
    here.release_layer(1, 7, 0.0, 4.0)
    here.freeze_all(1.0)
    here.light_out(1.0, 1.0)
    for now in (2.0, 9.0):
        here.levels(now)
        assert here.values[0] == 0.0
    here.release_layer(2, 8, 10.0, 0.0)
    here.levels(10.0)
    assert here.values[0] == 0.0


def test_a_universe_that_something_was_given_back_in_goes_on_and_a_silent_one_stays_silent() -> None:
    there = patch(P(slots=(0,)), P(row=1, slots=(0,), default=0.5))
    here = Mixer(there, 2)
    one = of(1, fade(1.0, {0: 1.0, 1: NAN}))
    assert here.universes_of(one).tolist() == [0]
    assert here.fade(1, 0.0, one).tolist() == [0]
    assert here.touched.tolist() == [True, False]
    here.fade(2, 2.0, of(1, fade(1.0, {0: NAN})))
    assert not here.levels(3.0)[0].any()
    assert here.touched.tolist() == [True, False]


def test_what_jumps_never_fades() -> None:
    table = replace(RIG, jumps=bytes((0, 1, 0, 0)))
    here = mixer(*PLAIN, parameters=table)
    here.fade(1, 0.0, of(1, fade(4.0, {0: 1.0, 1: 1.0})))
    here.levels(1.0)
    assert here.values[:2].tolist() == [0.25, 1.0]
    here.fade(2, 4.0, of(2, fade(4.0, {0: 0.0, 1: 0.0})))
    here.release_layer(2, 3, 5.0, 4.0)
    here.levels(5.0)
    assert here.values[:2].tolist() == [1.0, 1.0]


def test_times_for_what_rises_and_what_falls() -> None:
    here = mixer()
    here.fade(1, 0.0, fade(0.0, {1: 1.0}))
    here.fade(2, 0.0, replace(fade(4.0, {0: 1.0, 1: 0.0}), time_down=2.0))
    here.levels(1.0)
    assert here.values[:2].tolist() == [0.25, 0.5]
    here.levels(2.0)
    assert here.values[:2].tolist() == [0.5, 0.0]
    here.fade(3, 4.0, replace(fade(2.0, {0: 0.0, 1: 1.0}), time_down=0.0))
    here.levels(5.0)
    assert here.values[:2].tolist() == [0.0, 0.5]


@pytest.mark.parametrize("first", ["falling", "rising"])
def test_two_parts_of_a_fade_each_in_its_own_time(first: str) -> None:
    here = mixer()
    here.fade(1, 0.0, fade(0.0, {1: 1.0, 2: 0.5}))
    one = fade(2.0, {0: 1.0, 1: 0.0, 2: 0.5})
    here.fade(2, 10.0, replace(one, only=first))
    here.fade(9, 11.0, fade(0.0, {1 if first == "falling" else 0: 0.75}))  # in between somebody else takes it
    here.fade(2, 12.0, replace(one, only="others"))
    here.levels(13.0)
    expected = [0.5, 0.75, 0.5] if first == "falling" else [0.75, 0.5, 0.5]
    assert here.values[:3].tolist() == expected
    here.levels(14.0)
    assert here.values[:3].tolist() == ([1.0, 0.75, 0.5] if first == "falling" else [0.75, 0.0, 0.5])


def test_a_move_in_black_leaves_alone_what_is_lit() -> None:
    heads = (P(slots=(0,)), P(slots=(1,), intensity=False), P(slots=(2,)), P(slots=(3,), intensity=False))
    table = replace(patch(*heads), fixture=np.array([0, 0, 1, 1], "<i4").tobytes())
    here = mixer(layer("A", 0, 1, 2, 3), layer("B", 2), parameters=table)
    here.fade(1, 0.0, of(1, fade(4.0, {0: 1.0})))
    here.fade(1, 4.0, of(1, fade(4.0, {0: 0.0})))
    here.fade(2, 0.0, of(2, fade(0.0, {2: 0.01})))
    here.fade(3, 8.0, replace(of(1, fade(2.0, {1: 1.0, 3: 1.0})), mark=True))
    assert [(run, fixtures.tolist()) for run, fixtures in here.missed] == [(3, [1])]
    here.levels(9.0)
    assert here.values[[1, 3]].tolist() == [0.5, 0.0]


def handed_over(there: Mixer, here: Mixer, now: float) -> None:
    names = here.parts.cells.names
    layers = {n: names.index(name) + 1 if name in names else 0 for n, name in enumerate(there.parts.cells.names, 1)}
    every, rows = np.arange(there.parts.patch.count), np.arange(there.touched.size)
    show = program()
    carrying = CarryOver(there.parts, here.parts, Way(every, rows, layers))
    there.levels(now)
    carrying.carry(Amending(show, show, layers=layers), now)
    here.go_on(now)


def test_a_hand_over_keeps_what_each_list_owns() -> None:
    there = mixer(layer("A", 0, 1, 2), layer("B", 0, 1), layer("C", 0))
    there.fade(1, 0.0, of(1, fade(0.0, {0: 0.8, 1: 0.0, 2: 0.6})))
    there.fade(2, 0.0, of(2, fade(0.0, {0: 0.4, 1: 1.0})))
    there.fade(3, 0.0, of(3, fade(0.0, {0: 0.5})))
    here = mixer(layer("C", 0), layer("B", 0, 1), layer("new", 2), layer("A", 0, 1, 2))  # in another order
    handed_over(there, here, 1.0)
    here.levels(1.0)
    assert here.values[:3].tolist() == pytest.approx([0.8, 1.0, 0.6])
    here.release_layer(4, 1, 2.0, 0.0)
    here.levels(2.0)
    assert here.values[:3].tolist() == pytest.approx([0.5, 1.0, 0.0])
    here.release_layer(1, 2, 3.0, 0.0)
    here.release_layer(2, 3, 4.0, 0.0)
    here.levels(4.0)
    assert here.values[:3].tolist() == [0.0, 0.5, 0.0]


def test_a_hand_over_changes_no_level_though_a_list_is_gone() -> None:
    there = mixer(*PLAIN)
    there.fade(1, 0.0, of(1, fade(0.0, {0: 0.3, 1: 0.0})))
    there.fade(2, 0.0, of(2, fade(0.0, {0: 0.8, 1: 1.0})))
    for rest in (PLAIN[:1], (PLAIN[0], layer("C", 0, 1))):
        here = mixer(*rest)
        handed_over(there, here, 1.0)
        here.levels(9.0)
        assert here.values[:2].tolist() == pytest.approx([0.8, 1.0])
        here.fade(3, 10.0, of(1, fade(2.0, {0: 0.0, 1: 0.0})))
        here.levels(12.0)
        assert here.values[:2].tolist() == pytest.approx([0.0, 0.0])


def test_a_hand_over_in_the_middle_of_giving_back_stays_where_it_is() -> None:
    there = mixer(*PLAIN)
    there.fade(1, 0.0, of(1, fade(0.0, {1: 0.0})))
    there.fade(2, 0.0, of(2, fade(0.0, {1: 1.0})))
    there.release_layer(2, 3, 0.0, 4.0)
    there.freeze_all(1.0)
    here = mixer(*PLAIN)
    handed_over(there, here, 1.0)
    here.levels(9.0)
    assert here.values[1] == pytest.approx(0.75)
    here.fade(4, 10.0, of(1, fade(1.0, {1: 0.0})))
    here.levels(11.0)
    assert here.values[1] == 0.0


def test_a_loaded_cue_takes_over_from_another_list_where_that_is_now() -> None:
    here = mixer(*PLAIN)
    here.fade(1, 0.0, of(1, fade(0.0, {0: 0.2, 1: 0.0})))
    here.fade(1, 9.0, of(1, fade(2.0, {0: 0.4})))
    here.take_up(10.0, [(2, 8.0, of(2, fade(4.0, {0: 1.0, 1: 1.0})))])
    here.levels(10.0)
    assert here.values[:2].tolist() == pytest.approx([0.65, 0.5])  # halfway from 0.3 and 0
    here.levels(12.0)
    assert here.values[:2].tolist() == [1.0, 1.0]
    here.release_layer(2, 3, 12.0, 0.0)
    here.levels(12.0)
    assert here.values[:2].tolist() == pytest.approx([0.4, 0.0])


def test_home_is_nobodys_and_silent_universes_stay_silent() -> None:
    there = patch(P(slots=(0,)), P(row=1, slots=(0,)))
    here = Mixer(there, 2, layers=(layer("A", 0, 1), layer("B", 0, 1)))
    here.fade(1, 0.0, of(1, fade(0.0, {0: 1.0})))
    assert here.go_home(2, 1.0, fade(2.0, {0: 0.0, 1: 0.0})).tolist() == [0]
    assert here.levels(2.0)[0, 0] == 128
    assert here.touched.tolist() == [True, False]
    assert not here.parts.layers.claims.any()
    assert not here.parts.arrays.holder.any()


def test_what_is_stopped_on_its_way_from_rest_to_rest_has_nowhere_to_go() -> None:
    here = mixer(*PLAIN)
    here.fade(1, 0.0, of(1, fade(2.0, {0: NAN, 2: NAN})))
    here.freeze({1}, 0.0)
    assert here.release_nobodys(2, 3.0, 0.0) == 0, "all is dark already"
    here.fade(3, 4.0, of(1, fade(0.0, {0: 1.0, 2: 1.0})))
    here.fade(4, 5.0, of(1, fade(2.0, {0: NAN, 2: NAN})))
    here.freeze({4}, 6.0)
    assert here.release_nobodys(5, 7.0, 0.0) == 2, "half of it was still there"
