"""Masters and blackout: what goes out, by hand, and what goes on underneath."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from showctl.engine.mixer import Mixer
from showctl.model.curve import Curve
from showctl.model.effect import MasterFade
from showctl.program.program import EXEMPT_FROM_BLACKOUT, EXEMPT_FROM_GRAND, CompiledMaster, Parameters
from tests.unit.engine.test_mixer import P, fade, patch, slots


def sub(name: str, parameters: Iterable[int], level: float = 1.0) -> CompiledMaster:
    return CompiledMaster(name, "", level, np.array(list(parameters), "<i4").tobytes())


def to(
    level: float, time: float = 0.0, master: str = "grand", start: float | None = None, curve: Curve = "linear"
) -> MasterFade:
    return MasterFade(0.0, time, master, start, level, curve)


# Intensity in 8 bits, intensity in 16 bits, pan; house light that nothing dims; a virtual dimmer over red and green.
RIG = patch(
    P(slots=(0,)),
    P(slots=(1, 2)),
    P(slots=(3,), intensity=False, default=0.5),
    P(slots=(4,), exempt=EXEMPT_FROM_GRAND | EXEMPT_FROM_BLACKOUT),
    P(slots=(5,), intensity=False, dimmer=6, default=1.0),
    P(slots=(6,), intensity=False, dimmer=6, default=0.5),
    P(),
)
EVERY = range(7)


def rig(*masters: CompiledMaster, parameters: Parameters = RIG) -> Mixer:
    """All intensity at full."""
    mixer = Mixer(parameters, 1, masters)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 1.0, 3: 1.0, 6: 1.0}))
    return mixer


FULL = [255, 255, 255, 128, 255, 255, 128]


def test_the_grand_master_scales_intensity_and_nothing_else() -> None:
    mixer = rig()
    assert slots(mixer, 0.0, EVERY) == FULL
    mixer.masters.fade(2, 1.0, to(0.5))
    # floor(255 · 0.5 + 0.5); floor(65535 · 0.5 + 0.5) is 0x8000; green is half of half
    assert slots(mixer, 1.0, EVERY) == [128, 0x80, 0x00, 128, 255, 128, 64]
    mixer.masters.fade(2, 2.0, to(1.0))
    assert slots(mixer, 2.0, EVERY) == FULL


def test_16_bits_are_scaled_before_they_are_split() -> None:
    mixer = rig()
    mixer.masters.fade(2, 0.0, to(0.25))
    coarse, fine = slots(mixer, 0.0, (1, 2))
    assert coarse * 256 + fine == 16384  # 16383.75


def test_blackout_spares_what_is_exempt_and_ends_at_once() -> None:
    mixer = rig()
    mixer.masters.set_blackout(True)
    assert slots(mixer, 1.0, EVERY) == [0, 0, 0, 128, 255, 0, 0]
    mixer.masters.set_blackout(False)
    assert slots(mixer, 1.0, EVERY) == FULL


def test_playback_goes_on_underneath() -> None:
    mixer = rig()
    mixer.masters.set_blackout(True)
    mixer.fade(2, 1.0, fade(2.0, {0: 0.0}))
    assert slots(mixer, 2.0, (0,)) == [0]
    mixer.masters.set_blackout(False)
    assert slots(mixer, 2.0, (0,)) == [128]
    assert slots(mixer, 3.0, (0,)) == [0]


def test_submasters_multiply_with_the_grand_master() -> None:
    mixer = rig(sub("band", (0, 6)), sub("both", (0, 1), 0.5))
    assert slots(mixer, 0.0, EVERY) == [128, 0x80, 0x00, 128, 255, 255, 128]
    mixer.masters.fade(2, 1.0, to(0.5, master="band"))
    mixer.masters.fade(2, 1.0, to(0.5))
    assert slots(mixer, 1.0, EVERY) == [32, 0x40, 0x00, 128, 255, 64, 32]  # 31.875; 16383.75; 63.75; 32.125


def test_a_submaster_scales_what_the_grand_master_spares() -> None:
    mixer = rig(sub("house", (3,)))
    mixer.masters.fade(2, 1.0, to(0.2, master="house"))
    assert slots(mixer, 1.0, (4,)) == [51]


def test_a_fade_is_a_function_of_the_instant() -> None:
    mixer = rig()
    assert mixer.masters.fade(2, 10.0, to(0.0, 4.0, curve="square")) == 1.0
    table = {10.0: 255, 11.0: 239, 12.0: 191, 13.0: 112, 14.0: 0}  # 255 · (1 - (x / 4)²)
    assert {now: slots(mixer, now, (0,))[0] for now in table} == table


def test_a_fade_can_say_where_it_begins() -> None:
    mixer = rig()
    mixer.masters.fade(2, 10.0, to(1.0, 2.0, start=0.0))
    assert slots(mixer, 11.0, (0,)) == [128]


def test_the_last_to_move_a_master_has_it_from_where_it_is() -> None:
    mixer = rig()
    mixer.masters.fade(2, 0.0, to(0.0, 4.0))
    assert mixer.masters.fade(3, 2.0, to(1.0, 2.0)) == 0.5
    mixer.freeze([2], 2.5)  # it has lost the master
    assert slots(mixer, 3.0, (0,)) == [191]
    mixer.freeze([3], 3.0)
    assert slots(mixer, 9.0, (0,)) == [191]


def test_it_stands_still_while_held() -> None:
    mixer = rig()
    mixer.masters.fade(2, 0.0, to(0.0, 4.0))
    mixer.hold([2], 1.0)
    assert slots(mixer, 7.0, (0,)) == [191]
    assert not mixer.moving(7.0)
    mixer.release([2], 7.0)
    assert slots(mixer, 8.0, (0,)) == [128]
    assert slots(mixer, 10.0, (0,)) == [0]


def test_a_frozen_master_that_was_held_stays() -> None:
    mixer = rig()
    mixer.masters.fade(2, 0.0, to(0.0, 4.0))
    mixer.hold([2], 1.0)
    mixer.freeze([2], 5.0)
    mixer.release([2], 6.0)
    assert slots(mixer, 9.0, (0,)) == [191]


def test_a_stop_that_fades_light_out_leaves_the_master_at_once() -> None:
    mixer = rig()
    mixer.masters.fade(2, 0.0, to(0.0, 4.0))
    mixer.fade_out([2], 1.0, 3.0)
    assert slots(mixer, 4.0, (0,)) == [191]


def test_all_are_frozen() -> None:
    mixer = rig(sub("band", (0,)))
    mixer.masters.fade(0, 0.0, to(0.0, 4.0, "band"))
    mixer.freeze_all(2.0)
    assert slots(mixer, 4.0, (0,)) == [128]


def test_a_moving_master_is_moving_light() -> None:
    mixer = Mixer(patch(P(slots=(0,)), P(row=1, slots=(0,)), P(row=2, slots=(0,), intensity=False)), 3)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 2: 1.0}))
    mixer.levels(0.0)
    assert mixer.take_changed().tolist() == [True, False, True]
    mixer.masters.fade(2, 1.0, to(0.0, 4.0))
    assert mixer.stale
    mixer.levels(1.0)
    mixer.take_changed()
    assert not mixer.stale
    assert mixer.moving(1.0)
    assert mixer.moving_rows.tolist() == [
        True,
        False,
        False,
    ]  # untouched; no intensity
    mixer.levels(2.0)
    assert mixer.take_changed().tolist() == [True, False, False]
    mixer.fade(3, 2.0, fade(0.0, {1: 1.0}))  # light comes to another while the master moves
    mixer.levels(2.5)
    assert mixer.moving_rows.tolist() == [True, True, False]
    mixer.levels(5.0)
    assert not mixer.moving(5.1)
    assert not mixer.moving_rows.any()
    mixer.take_changed()
    mixer.masters.fade(2, 6.0, to(1.0))
    mixer.levels(6.0)
    assert mixer.take_changed().tolist() == [True, True, False]


def test_a_master_touches_nothing() -> None:
    mixer = Mixer(RIG, 1)
    mixer.masters.fade(2, 0.0, to(0.0, 4.0))
    mixer.levels(2.0)
    assert not mixer.touched.any()
    assert not mixer.moving_rows.any()
    assert not mixer.take_changed().any()


def test_a_jump_while_nothing_else_moves_is_seen() -> None:
    mixer = rig()
    mixer.levels(0.0)
    mixer.take_changed()
    mixer.masters.set_blackout(True)
    assert mixer.stale
    mixer.levels(1.0)
    assert mixer.take_changed().all()


def test_they_end_by_themselves_where_nobody_looks() -> None:
    masters = Mixer(RIG, 1).masters
    masters.fade(2, 0.0, to(0.3, 4.0))
    assert masters.next_end == 4.0
    masters.arrive(4.0)
    assert masters.next_end == float("inf")
    assert masters.levels(4.0) == (0.3,)


def test_what_is_seen_of_them() -> None:
    masters = Mixer(RIG, 1, (sub("band", (0,)),)).masters
    masters.fade(2, 0.0, to(0.0, 4.0))
    grand, band = masters.seen(1.0)
    assert (grand.name, grand.level, grand.to, grand.arrives_at) == ("grand", 0.75, 0.0, 4.0)
    assert (band.name, band.level, band.to, band.arrives_at) == ("band", 1.0, 1.0, None)


@pytest.mark.parametrize("known", [True, False])
def test_a_new_mixer_goes_on_from_levels_that_were_scaled(known: bool) -> None:
    there, here = rig(sub("band", (0,))), Mixer(RIG, 1, (sub("band", (0,)),))
    there.masters.fade(2, 0.0, to(0.5, 4.0, "band"))
    there.masters.fade(2, 0.0, to(0.4))
    out = there.levels(2.0).copy()
    here.masters.restore(there.masters.stored(2.0))
    here.restore(out, there.touched, there.values if known else None)
    assert (here.levels(3.0) == out).all()
    for master in ("grand", "band"):
        here.masters.fade(3, 4.0, to(1.0, master=master))
    assert slots(here, 4.0, EVERY) == FULL


LEVELS = st.floats(0.0, 1.0)
MOVES = st.lists(
    st.tuples(
        st.floats(0.0, 10.0),
        st.one_of(
            st.tuples(st.just("fade"), st.floats(0.0, 5.0), st.dictionaries(st.integers(0, 5), LEVELS, min_size=1)),
            st.tuples(st.sampled_from(["grand", "band", "other"]), st.floats(0.0, 5.0), LEVELS),
            st.tuples(st.just("blackout"), st.booleans(), st.just(None)),
        ),
    ),
    max_size=12,
)


def numbers(slots: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Two 8-bit parameters in each of two universes, and one of 16 bits."""
    wide = slots.astype(np.int64)
    return np.array([wide[0, 0], wide[0, 1], wide[1, 0], wide[1, 1], 256 * wide[1, 2] + wide[1, 3]])


@given(MOVES)
def test_what_goes_out_is_what_would_go_out_times_the_masters(moves: list[tuple[float, tuple]]) -> None:
    parameters = patch(
        P(slots=(0,)),
        P(slots=(1,), exempt=EXEMPT_FROM_GRAND),
        P(row=1, slots=(0,)),
        P(row=1, slots=(1,), intensity=False, default=0.3),
        P(row=1, slots=(2, 3), exempt=EXEMPT_FROM_BLACKOUT),
        P(),
    )
    masters = (sub("band", (0, 4)), sub("other", (2, 4)))
    mixer, plain = Mixer(parameters, 2, masters), Mixer(parameters, 2)
    full = np.array([255, 255, 255, 255, 65535])
    for at, (what, first, second) in sorted(moves, key=lambda move: move[0]):
        if what == "fade":
            mixer.fade(1, at, fade(first, second))
            plain.fade(1, at, fade(first, second))
        elif what == "blackout":
            mixer.masters.set_blackout(first)
        else:
            mixer.masters.fade(1, at, to(second, first, what))
        now = at + 0.3
        grand, band, other = mixer.masters.levels(now)
        light = 0.0 if mixer.masters.blackout else 1.0
        factors = np.array([grand * band * light, light, grand * other * light, 1.0, grand * band * other])
        plain.levels(now)
        expected = plain.values[:5] * factors * full
        assert (np.abs(numbers(mixer.levels(now)) - expected) <= 0.5 + 1e-6).all()
