"""Light of some runs goes out, or all light stands still."""

from showctl.engine.mixer import Mixer
from tests.unit.engine.test_mixer import FOUR, P, fade, patch, slots


def test_light_of_a_run_goes_out_moving_or_not() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0}))  # at rest
    mixer.fade(1, 0.0, fade(4.0, {1: 1.0}))  # halfway
    mixer.fade(2, 0.0, fade(0.0, {2: 1.0}))  # another run's
    mixer.fade_out({1}, 2.0, 2.0)
    assert slots(mixer, 2.0, range(4)) == [255, 128, 255, 0]
    assert slots(mixer, 3.0, range(4)) == [128, 64, 255, 0]
    assert slots(mixer, 4.0, range(4)) == [0, 0, 255, 0]
    assert not mixer.moving(4.0)


def test_what_another_run_has_taken_is_left_alone() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 1.0}))
    mixer.fade(2, 0.0, fade(0.0, {1: 0.5}))
    mixer.fade_out({1}, 1.0, 0.0)
    assert slots(mixer, 1.0, (0, 1)) == [0, 128]


def test_only_intensity_goes_out() -> None:
    mixer = Mixer(patch(P(slots=(0,)), P(slots=(1,), intensity=False)), 1)
    mixer.fade(1, 0.0, fade(0.0, {0: 1.0, 1: 1.0}))
    mixer.fade_out({1}, 0.0, 1.0)
    assert slots(mixer, 1.0, (0, 1)) == [0, 255]


def test_runs_that_go_out_together_freeze_and_hold_alone() -> None:
    mixer = Mixer(FOUR, 1)
    for run in (1, 2, 3):
        mixer.fade(run, 0.0, fade(0.0, {run: 1.0}))
    mixer.fade_out({1, 2, 3}, 0.0, 2.0)
    mixer.freeze({1}, 1.0)
    mixer.hold({2}, 1.0)
    assert slots(mixer, 2.0, (1, 2, 3)) == [128, 128, 0]
    mixer.release({2}, 3.0)
    assert slots(mixer, 4.0, (1, 2, 3)) == [128, 0, 0]


def test_many_runs_at_once() -> None:
    many = 400
    mixer = Mixer(patch(*(P(slots=(i,)) for i in range(many))), 1)
    for run in range(many):
        mixer.fade(run + 1, 0.0, fade(0.0, {run: 1.0}))
    mixer.fade_out(range(1, many + 1), 0.0, 2.0)
    assert slots(mixer, 1.0, range(many)) == [128] * many
    assert slots(mixer, 2.0, range(many)) == [0] * many


def test_all_light_freezes_that_of_a_panic_too() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade(1, 0.0, fade(4.0, {0: 1.0}))
    mixer.fade(0, 0.0, fade(0.0, {1: 1.0}))
    mixer.light_out(2.0, 2.0)
    mixer.freeze_all(3.0)
    assert slots(mixer, 9.0, (0, 1)) == [64, 128]
    assert not mixer.moving(9.0)


def test_no_run_is_no_fade() -> None:
    mixer = Mixer(FOUR, 1)
    mixer.fade_out((), 0.0, 1.0)
    mixer.fade_out({7}, 0.0, 1.0)
    assert not mixer.moving(0.5)
