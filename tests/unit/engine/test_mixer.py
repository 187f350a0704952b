"""Levels by hand: what each slot is at sampled instants."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.layer import Layer
from showctl.engine.mixer import Mixer
from showctl.model.curve import CURVE_NAMES, Curve
from showctl.model.effect import Fade
from showctl.program.program import Parameters

PANIC_EXEMPT = 4


@dataclass(frozen=True)
class P:
    """One parameter of a patch."""

    row: int = 0
    slots: tuple[int, ...] = ()
    dimmer: int = -1
    default: float = 0.0
    intensity: bool = True
    exempt: int = 0


def patch(*parameters: P) -> Parameters:
    slots = [(*p.slots, -1, -1, -1)[:3] for p in parameters]
    return Parameters(
        np.array([p.row for p in parameters], "<i4").tobytes(),
        np.array(slots, "<i4").tobytes(),
        np.array([p.dimmer for p in parameters], "<i4").tobytes(),
        np.array([p.default for p in parameters], "<f4").tobytes(),
        np.array([p.intensity for p in parameters], "u1").tobytes(),
        np.array([p.exempt for p in parameters], "u1").tobytes(),
    )


def fade(time: float, targets: dict[int, float]) -> Fade:
    return Fade(0.0, time, np.array(list(targets), "<i4").tobytes(), np.array(list(targets.values()), "<f4").tobytes())


def slots(mixer: Mixer, now: float, at: Iterable[int], row: int = 0) -> list[int]:
    return [int(mixer.levels(now)[row, slot]) for slot in at]


FOUR = patch(*(P(slots=(i,)) for i in range(4)))


def test_linear_fade_at_sampled_instants() -> None:
    mixer = Mixer(FOUR, 1)
    assert mixer.fade(1, 100.0, fade(2.0, {0: 1.0, 1: 0.5})).tolist() == [0]
    # floor(255 · level + 0.5)
    table = {99.0: [0, 0], 100.0: [0, 0], 100.5: [64, 32], 101.0: [128, 64], 101.5: [191, 96], 102.0: [255, 128]}
    assert {at: slots(mixer, at, (0, 1)) for at in table} == table
    assert slots(mixer, 500.0, (0, 1, 2, 3)) == [255, 128, 0, 0]


def test_time_zero_is_a_jump_at_its_instant() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 5.0, fade(0.0, {2: 0.2}))
    assert slots(mixer, 5.0, range(4)) == [0, 0, 51, 0]
    assert not mixer.moving(5.0)


def test_a_new_fade_takes_over_from_the_live_level_at_its_due_instant() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(10.0, {0: 1.0, 1: 1.0}))
    slots(mixer, 1.0, (0,))
    mixer.fade(2, 5.0, fade(5.0, {0: 0.0}))  # told late, at 7 s: the level at 5 s counts
    assert slots(mixer, 7.0, (0, 1)) == [77, 179]  # 76.5 and 178.5
    assert slots(mixer, 10.0, (0, 1)) == [0, 255]


def test_takeover_after_a_fade_that_nobody_looked_at_starts_exactly_at_its_target() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(1.0, {0: 1.0}))
    mixer.fade(2, 2.0, fade(1.0, {0: 0.0}))
    assert slots(mixer, 2.0, (0,)) == [255]
    assert mixer.values[0] == 1.0


def test_jump_while_fading_takes_over() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(10.0, {0: 1.0, 1: 1.0}))
    mixer.levels(1.0)
    mixer.fade(2, 2.0, fade(0.0, {0: 0.0}))
    assert slots(mixer, 9.0, (0, 1)) == [0, 230]


@pytest.mark.parametrize(
    ("level", "expected"),
    [(0.0, [0, 0, 0]), (1.0, [255, 255, 255]), (0.5, [0x80, 0, 0])],
)
def test_24_bit(level: float, expected: list[int]) -> None:
    mixer = Mixer(patch(P(slots=(4, 2, 9))), 1)  # coarse, fine, ultra, anywhere
    mixer.fade(1, 0.0, fade(0.0, {0: level}))
    assert slots(mixer, 0.0, (4, 2, 9)) == expected


def test_coarse_and_fine_come_from_one_number() -> None:
    mixer = Mixer(patch(P(slots=(0, 1)), P(slots=(2,))), 1)
    mixer.fade(1, 0.0, fade(1.0, {0: 1.0, 1: 1.0}))
    for now in np.linspace(0.0, 1.0, 997):
        coarse, fine, eight = slots(mixer, float(now), (0, 1, 2))
        assert coarse * 256 + fine == int(65535 * now + 0.5)
        assert eight == int(255 * now + 0.5)


def test_a_16_bit_fade_of_an_hour_has_no_steps_but_the_smallest() -> None:
    mixer = Mixer(patch(P(slots=(0, 1))), 1)
    mixer.fade(1, 1e6, fade(3600.0, {0: 1.0}))
    numbers = []
    for now in np.arange(1e6 + 1800.0, 1e6 + 1801.0, 1 / 44):
        coarse, fine = slots(mixer, float(now), (0, 1))
        numbers.append(coarse * 256 + fine)
    steps = np.diff(numbers)
    assert set(steps.tolist()) <= {0, 1}
    assert sum(steps) in (17, 18)  # 65535 / 3600 s, over 43 frames


@pytest.mark.parametrize("layers", [(), (Layer("A", 5, True, np.array([0])), Layer("B", 5, True, np.array([0])))])
def test_ten_minutes_of_16_bits_one_frame_after_another(layers: tuple[Layer, ...]) -> None:
    mixer = Mixer(patch(P(slots=(0, 1))), 1, layers=layers)
    mixer.fade(1, 1e5, replace(fade(600.0, {0: 1.0}), layer=min(2, len(layers))))
    frames = 600 * 44
    numbers = []
    for frame in range(frames + 1):
        coarse, fine = mixer.levels(1e5 + frame / 44)[0, :2].tolist()
        numbers.append(coarse * 256 + fine)
    steps = np.diff(numbers)
    assert (numbers[0], numbers[-1]) == (0, 65535)
    assert set(steps.tolist()) == {2, 3}  # 65535 steps in 26400 frames are 2.48 for each: never back, never one more


def test_the_dimmer_multiplies_at_the_output() -> None:
    mixer = Mixer(patch(P(slots=(0,), dimmer=2, intensity=False, default=1.0), P(slots=(1,)), P(row=-1)), 1)
    assert mixer.fade(1, 0.0, fade(1.0, {2: 1.0})).tolist() == [0]  # no slot of its own: the universe of what it dims
    assert slots(mixer, 0.5, (0, 1)) == [128, 0]
    assert mixer.moving_rows.tolist() == [True]
    mixer.fade(1, 1.0, fade(0.0, {0: 0.4}))
    assert slots(mixer, 1.0, (0, 1)) == [102, 0]
    mixer.fade(1, 2.0, fade(0.0, {2: 0.5}))
    assert slots(mixer, 2.0, (0, 1)) == [51, 0]


def test_unpatched_parameters_compute_but_do_not_output() -> None:
    mixer = Mixer(patch(P(row=-1), P(slots=(0,))), 1)
    assert mixer.fade(1, 0.0, fade(1.0, {0: 1.0})).size == 0
    assert not mixer.levels(1.0).any()
    assert mixer.values.tolist() == [1.0, 0.0]
    assert not mixer.touched.any()


def test_freeze_stays_where_it_is() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(10.0, {0: 1.0}))
    mixer.fade(2, 0.0, fade(10.0, {1: 1.0}))
    mixer.freeze({1}, 4.0)
    assert slots(mixer, 8.0, (0, 1)) == [102, 204]
    assert mixer.moving(8.0)
    mixer.freeze(frozenset({2, 77}), 8.0)
    assert slots(mixer, 20.0, (0, 1)) == [102, 204]
    assert not mixer.moving(20.0)


def test_hold_then_release_shifts_the_fade() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(10.0, {0: 1.0}))
    mixer.hold({1}, 4.0)
    assert slots(mixer, 50.0, (0,)) == [102]
    assert not mixer.moving(50.0)
    mixer.hold({1}, 60.0)  # again: nothing
    mixer.release({1}, 104.0)
    assert slots(mixer, 106.0, (0,)) == [153]
    assert mixer.moving(106.0)
    mixer.release({1}, 107.0)  # again: nothing
    assert slots(mixer, 110.0, (0,)) == [255]


def test_another_run_takes_over_a_held_parameter() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(10.0, {0: 1.0, 1: 1.0}))
    mixer.hold({1}, 5.0)
    mixer.fade(2, 6.0, fade(1.0, {0: 0.0}))
    assert slots(mixer, 7.0, (0, 1)) == [0, 128]
    mixer.release({1}, 10.0)
    assert slots(mixer, 12.5, (0, 1)) == [0, 191]


def test_light_out_spares_what_is_exempt_and_what_is_no_intensity() -> None:
    mixer = Mixer(
        patch(
            P(slots=(0,)), P(slots=(1,), exempt=PANIC_EXEMPT), P(slots=(2,), intensity=False), P(slots=(3,), exempt=3)
        ),
        1,
    )
    mixer.fade(1, 0.0, fade(0.0, dict.fromkeys(range(4), 1.0)))
    mixer.light_out(10.0, 2.0)
    assert slots(mixer, 11.0, range(4)) == [128, 255, 255, 128]
    mixer.light_out(11.0, 0.0)
    assert slots(mixer, 11.0, range(4)) == [0, 255, 255, 0]


def test_dark_start() -> None:
    mixer = Mixer(patch(P(slots=(0,)), P(row=1, slots=(0,)), P(row=1, slots=(5,), default=0.5, intensity=False)), 2)
    assert mixer.levels(0.0)[1, 5] == 128  # ready for the first frame, though silent
    assert not mixer.touched.any()
    assert not mixer.take_changed().any()
    mixer.light_out(0.0, 0.0)
    assert not mixer.touched.any()
    mixer.fade(1, 1.0, fade(0.0, {1: 0.0}))  # touched, though nothing changes
    mixer.levels(1.0)
    assert mixer.touched.tolist() == [False, True]
    assert mixer.take_changed().tolist() == [False, True]


def test_changed_and_moving_rows() -> None:
    mixer = Mixer(patch(P(slots=(0,)), P(row=1, slots=(0,))), 2)
    mixer.fade(1, 0.0, fade(1.0, {0: 1.0, 1: 0.0}))  # the second does not move
    mixer.levels(0.5)
    assert mixer.take_changed().tolist() == [True, True]  # both touched for the first time
    mixer.levels(0.6)
    assert mixer.moving_rows.tolist() == [True, False]
    assert mixer.take_changed().tolist() == [True, False]
    mixer.levels(1.0)
    assert mixer.take_changed().tolist() == [True, False]
    mixer.levels(1.1)
    assert mixer.moving_rows.tolist() == [False, False]
    assert not mixer.take_changed().any()


def test_many_fades_at_once_reuse_their_rows() -> None:
    mixer = Mixer(FOUR, 1)
    for run in range(1000):
        mixer.fade(run, float(run), fade(0.5, {run % 4: (run % 7) / 7}))
        mixer.levels(run + 0.25)
    mixer.levels(2000.0)
    assert slots(mixer, 2000.0, range(4)) == [int(255 * (run % 7) / 7 + 0.5) for run in range(996, 1000)]


def test_restore_by_slots() -> None:
    there = Mixer(FOUR, 2)
    there.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 0.3, 2: 0.6}))
    levels = there.levels(0.0).copy()
    here = Mixer(patch(*(P(slots=(i,)) for i in range(4)), P(row=1, slots=(0,), default=0.2)), 2)
    here.restore(levels, np.array([True, False]))
    assert (here.levels(9.0)[0] == levels[0]).all()
    assert here.levels(9.0)[1, 0] == 51
    assert here.touched.tolist() == [True, False]
    assert here.take_changed().tolist() == [True, False]


def rgb(dimmer_default: float = 0.0) -> Parameters:
    return patch(
        *(P(slots=(i,), dimmer=3, intensity=False, default=1.0) for i in range(3)), P(row=-1, default=dimmer_default)
    )


def test_restore_under_a_dimmer_takes_the_strongest_to_be_full() -> None:
    levels = np.zeros((1, 512), np.uint8)
    levels[0, :3] = 51, 102, 0
    mixer = Mixer(rgb(), 1)
    mixer.restore(levels, np.array([True]))
    assert slots(mixer, 0.0, range(3)) == [51, 102, 0]
    assert mixer.values[3] == pytest.approx(0.4)
    mixer.fade(1, 0.0, fade(0.0, {3: 1.0}))
    assert slots(mixer, 0.0, range(3)) == [128, 255, 0]


def test_restore_of_dark_leaves_the_colour_at_rest() -> None:
    mixer = Mixer(rgb(), 1)
    mixer.restore(np.zeros((1, 512), np.uint8), np.array([True]))
    assert slots(mixer, 0.0, range(3)) == [0, 0, 0]
    assert mixer.values.tolist() == [1.0, 1.0, 1.0, 0.0]


def test_restore_by_values_is_exact() -> None:
    there = Mixer(rgb(), 1)
    there.fade(1, 0.0, fade(10.0, {0: 0.5, 1: 0.25, 3: 0.5}))
    levels = there.levels(7.0).copy()
    here = Mixer(rgb(), 1)
    here.restore(levels, there.touched, there.values.astype(np.float32))
    assert (here.levels(0.0) == levels).all()
    assert here.values == pytest.approx(there.values, abs=1e-6)


LEVEL = st.floats(0.0, 1.0, width=32)


@given(start=LEVEL, target=LEVEL, time=st.floats(1e-3, 1e5), begun=st.floats(0, 1e6), at=st.lists(st.floats(0.0, 1.5)))
def test_a_fade_stays_between_its_ends_and_arrives_exactly(
    start: float, target: float, time: float, begun: float, at: Sequence[float]
) -> None:
    mixer = Mixer(patch(P(slots=(0, 1, 2), default=start)), 1)
    mixer.fade(1, begun, fade(time, {0: target}))
    low, high = sorted((int(start * 16777215 + 0.5), int(target * 16777215 + 0.5)))
    for x in sorted(at):
        coarse, fine, ultra = slots(mixer, begun + x * time, range(3))
        assert low <= coarse << 16 | fine << 8 | ultra <= high
    mixer.levels(begun + 1.001 * time)
    assert mixer.values[0] == target


@given(
    fades=st.lists(
        st.tuples(st.floats(0, 2), st.floats(0, 3), st.dictionaries(st.integers(0, 3), LEVEL, min_size=1)), max_size=8
    ),
    glances=st.lists(st.floats(0, 10), max_size=20),
)
def test_how_often_one_looks_changes_nothing(
    fades: list[tuple[float, float, dict[int, float]]], glances: list[float]
) -> None:
    watched, alone = Mixer(FOUR, 1), Mixer(FOUR, 1)
    due = 0.0
    for run, (gap, time, targets) in enumerate(fades):
        for glance in sorted(g for g in glances if due <= g < due + gap):
            watched.levels(glance)
        due += gap
        watched.fade(run, due, fade(time, targets))
        alone.fade(run, due, fade(time, targets))
    for now in np.linspace(due, due + 4, 9):
        assert (watched.levels(float(now)) == alone.levels(float(now))).all()


@st.composite
def patches(draw: st.DrawFn) -> tuple[P, ...]:
    """Parameters of 1 to 3 bytes in any order over three universes, some without slots, some dimmed by another one."""
    free = {row: draw(st.permutations(range(24))) for row in range(3)}
    taken = dict.fromkeys(range(3), 0)
    parameters = []
    for number in range(draw(st.integers(1, 16))):
        row = draw(st.integers(-1, 2))
        depth = draw(st.integers(1, 3)) if row >= 0 else 0
        slots = ()
        if row >= 0 and taken[row] + depth <= 24:
            slots = tuple(free[row][taken[row] : taken[row] + depth])
            taken[row] += depth
        masters = [i for i, p in enumerate(parameters) if p.dimmer < 0]
        dimmer = draw(st.sampled_from([-1, *masters])) if slots and masters and number % 2 else -1
        parameters.append(P(row if slots else -1, slots, dimmer, draw(st.sampled_from((0.0, 0.5, 1.0)))))
    return tuple(parameters)


@given(
    parameters=patches(),
    cues=st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from((0.0, 0.5, 2.0)), st.dictionaries(st.integers(0, 15), LEVEL)),
        max_size=6,
    ),
)
def test_as_a_plain_computation_does(
    parameters: tuple[P, ...], cues: list[tuple[float, float, dict[int, float]]]
) -> None:
    mixer = Mixer(patch(*parameters), 3)
    owner: dict[int, tuple[float, float, float, float]] = {}  # due, time, from, to

    def level(parameter: int, now: float) -> float:
        due, time, start, target = owner.get(parameter, (0.0, 0.0, *[parameters[parameter].default] * 2))
        return target if now >= due + time else start + (target - start) * max(0.0, now - due) / time

    now = 0.0
    for run, (gap, time, targets) in enumerate(cues):
        known = {p: target for p, target in targets.items() if p < len(parameters)}
        for at in (now + gap / 2, now + gap):
            seen = mixer.levels(at).astype(int)
            expected = np.zeros((3, 512), int)
            for number, p in enumerate(parameters):
                output = level(number, at) * (level(p.dimmer, at) if p.dimmer >= 0 else 1.0)
                whole = int(output * (256 ** len(p.slots) - 1) + 0.5)
                for place, slot in enumerate(reversed(p.slots)):
                    expected[p.row, slot] = whole >> 8 * place & 255
            # The last bit of a number of 24 bits may round the other way.
            weights = [(p.row, [(s, 256**i) for i, s in enumerate(reversed(p.slots))]) for p in parameters]
            for row, bytes_ in weights:
                assert abs(sum((seen[row, s] - expected[row, s]) * w for s, w in bytes_)) <= 1
            used = {(p.row, s) for p in parameters for s in p.slots}
            assert not any(seen[row, s] for row in range(3) for s in range(512) if (row, s) not in used)
        now += gap
        mixer.fade(run, now, fade(time, known))
        owner |= {p: (now, time, level(p, now), target) for p, target in known.items()}
    mixer.levels(now + 1.0)
    assert mixer.values == pytest.approx([level(p, now + 1.0) for p in range(len(parameters))])


def curved(time: float, targets: dict[int, float], up: Curve, down: Curve) -> Fade:
    return replace(fade(time, targets), curve=up, curve_down=down)


def test_curves_by_hand() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, curved(4.0, {0: 1.0}, "s", "s"))
    mixer.fade(2, 0.0, curved(4.0, {1: 1.0}, "square", "s"))
    mixer.fade(3, 0.0, fade(4.0, {2: 1.0}))
    mixer.fade(4, 0.0, curved(4.0, {3: 1.0}, ((0.0, 0.0), (0.5, 0.2), (1.0, 1.0)), "s"))
    # at a quarter: 3/16 - 2/64 = 0.15625, 0.0625, 0.25, 0.1
    assert slots(mixer, 1.0, range(4)) == [40, 16, 64, 26]
    assert slots(mixer, 3.0, range(4)) == [215, 143, 191, 153]
    assert slots(mixer, 4.0, range(4)) == [255] * 4
    assert not mixer.moving(4.0)


def test_what_falls_has_a_curve_of_its_own() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(0.0, {1: 1.0, 2: 0.5}))
    mixer.fade(2, 10.0, curved(2.0, {0: 1.0, 1: 0.0, 2: 0.5}, "linear", "square"))
    assert slots(mixer, 11.0, range(3)) == [128, 191, 128]  # 0.5; 1 - 0.25; as it is
    assert slots(mixer, 12.0, range(3)) == [255, 0, 128]


def test_up_or_down_is_decided_by_the_live_level() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(10.0, {0: 1.0}))
    mixer.fade(2, 8.0, curved(2.0, {0: 0.4}, "linear", "square"))  # falls from 0.8, though the cue before went to full
    assert slots(mixer, 9.0, (0,)) == [179]  # 0.8 - 0.4 / 4 = 0.7


def test_a_curve_that_is_at_its_end_before_its_time_goes_on() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, curved(4.0, {0: 1.0}, ((0.0, 0.0), (0.25, 1.0), (0.5, 0.0), (1.0, 1.0)), "linear"))
    mixer.fade(2, 0.0, fade(1.0, {1: 1.0}))
    assert [slots(mixer, now, (0,)) for now in (1.0, 2.0, 3.0, 4.0)] == [[255], [0], [128], [255]]


def test_curves_are_held_released_and_frozen() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, curved(4.0, {0: 1.0}, "square", "square"))
    mixer.hold({1}, 2.0)
    assert slots(mixer, 7.0, (0,)) == [64]
    mixer.release({1}, 10.0)
    assert slots(mixer, 11.0, (0,)) == [143]  # three quarters: 0.5625
    mixer.freeze({1}, 11.0)
    assert slots(mixer, 20.0, (0,)) == [143]


def test_rows_of_curves_are_used_again_for_linear_fades() -> None:
    mixer = Mixer(FOUR, 1)
    for turn in range(100):
        mixer.fade(turn, turn * 2.0, curved(1.0, {0: turn % 2}, "s", "square"))
        mixer.levels(turn * 2.0 + 1.5)
    mixer.fade(200, 300.0, fade(1.0, {0: 1.0, 1: 1.0}))
    assert slots(mixer, 300.25, (1,)) == [64]


@given(st.sampled_from(CURVE_NAMES), st.sampled_from(CURVE_NAMES), st.floats(0, 1), st.floats(0, 1))
@example("square", "s", 1.0, 0.9)  # 229.5 but for the rounding of 0.9 to 32 bits: 229, by every way to it
def test_curved_levels_stay_between_their_ends_and_arrive(up: Curve, down: Curve, start: float, end: float) -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: start}))
    first = mixer.levels(0.0)[0, 0].item()
    mixer.fade(2, 1.0, curved(1.0, {0: end}, up, down))
    seen = [slots(mixer, 1.0 + k / 44, (0,))[0] for k in range(46)]
    last = int(float(np.float32(end)) * 255.0 + 0.5)
    assert seen[-1] == last
    assert seen == sorted(seen, reverse=last < first)
    assert {*seen} <= {*range(min(first, last), max(first, last) + 1)}


def test_who_looks_at_levels_takes_no_frame_from_those_who_send_them() -> None:
    mixer = Mixer(FOUR, 1)
    assert not mixer.stale
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0}))
    mixer.levels(0.0)
    assert mixer.stale
    assert mixer.take_changed().tolist() == [True]
    assert not mixer.stale
