"""Fades that begin at one instant together are the same as one after the other."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.fade_batch import MANY
from showctl.engine.layer import Layer
from showctl.engine.mixer import Mixer
from showctl.model.effect import Fade
from tests.unit.engine.test_mixer import P, fade, patch

WIDE = 24
PATCH = patch(*(P(row=n % 3, slots=(n,), dimmer=n + 1 if n % 5 == 4 else -1) for n in range(WIDE - 1)), P())
Begun = list[tuple[int, Fade]]


@st.composite
def fades(draw: st.DrawFn, apart: bool = True) -> Begun:
    """Fades of some parameters each; `apart`: no two of the same."""
    many = draw(st.integers(1, WIDE // 2))
    order = draw(st.permutations(range(WIDE)))
    found: Begun = []
    for run in range(many):
        mine = order[2 * run : 2 * run + 2] if apart else order[: draw(st.integers(1, 3))]
        targets = {place: draw(st.sampled_from([0.0, 0.25, 0.5, 1.0])) for place in mine}
        one = fade(draw(st.sampled_from([0.0, 0.0, 0.5, 1.0, 4.0])), targets)
        curves = st.sampled_from(["linear", "linear", "sine", "square"])
        found.append((run + 1, replace(one, curve=draw(curves), curve_down=draw(curves))))
        found[-1] = (run + 1, replace(found[-1][1], time_down=draw(st.sampled_from([None, None, 0.0, 2.0]))))
    return found


@given(fades(), fades(), fades(apart=False), st.booleans())
@settings(max_examples=200)
def test_together_is_as_one_after_the_other(before: Begun, some: Begun, crossing: Begun, shared: bool) -> None:
    layers = [Layer(name, 5, name == "A", np.arange(0, WIDE, step)) for name, step in (("A", 1), ("B", 2))]
    together, in_turn = (Mixer(PATCH, 3, layers=layers if shared else ()) for _ in range(2))
    for layer, (due, begun) in enumerate(((0.0, before), (0.25, some), (1.0, crossing)), 1):
        begun = [(run, replace(one, layer=layer % 2 + 1)) for run, one in begun]
        together.fade_all(due, begun)
        for run, one in begun:
            in_turn.fade(run, due, one)
        for now in (due, due + 0.125, due + 0.5):
            assert np.array_equal(together.levels(now), in_turn.levels(now))
            assert np.array_equal(together.values, in_turn.values)
            assert np.array_equal(together.touched, in_turn.touched)
            assert np.array_equal(together.take_changed(), in_turn.take_changed())
        together.release_layer(1, 99, due + 0.5, due % 1.0)
        in_turn.release_layer(1, 99, due + 0.5, due % 1.0)
    for mixer in (together, in_turn):
        mixer.fade_out([1, 3, 5], 2.0, 1.0)
        mixer.freeze([2, 4, 6], 2.25)
    for now in (2.5, 3.0, 9.0):
        assert np.array_equal(together.levels(now), in_turn.levels(now))
        assert together.moving(now) == in_turn.moving(now)
        assert np.array_equal(together.moving_rows, in_turn.moving_rows)


def test_far_more_than_there_was_room_for() -> None:
    mixer = Mixer(patch(*(P(slots=(n,)) for n in range(200))), 1)
    mixer.fade_all(0.0, [(n + 1, fade(2.0, {n: 1.0})) for n in range(200)])
    assert set(mixer.levels(1.0)[0, :200].tolist()) == {128}
    assert set(mixer.levels(2.0)[0, :200].tolist()) == {255}
    assert not mixer.moving(2.0)


def test_jumps_together_do_not_move() -> None:
    mixer = Mixer(patch(*(P(slots=(n,)) for n in range(MANY))), 1)
    mixer.fade_all(0.0, [(n + 1, fade(0.0, {n: 1.0})) for n in range(MANY)])
    assert set(mixer.levels(0.0)[0, :MANY].tolist()) == {255}
    assert not mixer.moving_rows.any()
