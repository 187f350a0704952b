"""Tracked light is what replaying from the top gives."""

import numpy as np
import pytest

from showctl.model.effect import Fade
from showctl.program.program import Child, CompiledCue, Parameters
from showctl.program.tracked import TrackedLight
from tests.unit.engine.programs import cue, program


def fade(*pairs: tuple[int, float], at: float = 0.0) -> Fade:
    which, levels = zip(*pairs, strict=True)
    return Fade(at, 1.0, np.array(which, "<i4").tobytes(), np.array(levels, "<f4").tobytes())


def tracked(cues: list[CompiledCue], index: int, but: tuple[Fade, ...] = ()) -> dict[int, float] | None:
    whole = program(*cues, parameters=Parameters(default=bytes(4 * 8)))
    found = TrackedLight(whole).before("main", index, 2.0, but)
    if found is None:
        return None
    assert found.time == 2.0
    levels = np.frombuffer(found.targets, "<f4").tolist()
    return dict(zip(np.frombuffer(found.parameters, "<i4").tolist(), levels, strict=True))


def test_each_parameter_has_its_latest_level() -> None:
    cues = [
        cue("1", effects=(fade((0, 1.0), (1, 0.5)),)),
        cue("2", effects=(fade((1, 0.25)),), armed=False),
        cue("3", effects=(fade((2, 0.75)),)),
        cue("4", effects=(fade((0, 0.0)),)),
    ]
    assert tracked(cues, 0) is None
    assert tracked(cues, 1) == {0: 1.0, 1: 0.5}
    assert tracked(cues, 3) == {0: 1.0, 1: 0.5, 2: 0.75}
    assert tracked(cues, 4) == {0: 0.0, 1: 0.5, 2: 0.75}
    assert tracked(cues, 4, (fade((1, 0.0), (2, 0.0)),)) == {0: 0.0}


@pytest.mark.parametrize("armed", [True, False])
def test_in_a_group_the_later_cue_counts_whatever_the_order_in_the_file(armed: bool) -> None:
    cues = [
        cue("1", children=(Child("1.1", 5.0), Child("1.2", 0.0)), armed=armed),
        cue("1.1", parent="1", effects=(fade((0, 1.0)),)),
        cue("1.2", parent="1", effects=(fade((0, 0.5)),), pre_wait=1.0),
    ]
    assert tracked(cues, 1) == ({0: 1.0} if armed else None)


def test_what_is_released_is_not_tracked() -> None:
    cues = [cue("1", effects=(fade((0, 1.0), (1, 0.5)),)), cue("2", effects=(fade((1, np.nan)),)), cue("3")]
    assert tracked(cues, 1) == {0: 1.0, 1: 0.5}
    assert tracked(cues, 2) == {0: 1.0}


def test_with_releases_all_that_the_list_ever_moves_is_in_it_in_the_layer_of_the_list() -> None:
    moves = Fade(0.0, 1.0, np.array([5], "<i4").tobytes(), np.array([1.0], "<f4").tobytes(), layer=2)
    cues = [
        cue("1", effects=(fade((0, 1.0)),)),
        cue("b/1", "b", effects=(moves,)),
        cue("b/2", "b", effects=(fade((6, 0.5), (2, 0.25)),), armed=False),
        cue("b/3", "b", effects=(fade((7, 0.5)),)),
    ]
    light = TrackedLight(program(*cues, parameters=Parameters(default=bytes(4 * 8))))
    found = light.before("b", 2, 3.0, (fade((7, 0.0)),), releases=True)
    assert found is not None
    assert (found.time, found.layer) == (3.0, 2)
    assert np.frombuffer(found.parameters, "<i4").tolist() == [2, 5, 6]
    levels = np.frombuffer(found.targets, "<f4")
    assert levels[1] == 1.0
    assert np.isnan(levels[[0, 2]]).all()
    assert light.before("b", 0, 3.0) is None, "without releases nothing"
    assert (light.moves("b"), light.moves("c")) == (True, False)


def test_long_lists() -> None:
    cues = [cue(str(n), effects=(fade((n % 7, n / 1024)),)) for n in range(300)]
    for index in (1, 63, 64, 65, 128, 299, 300):
        assert tracked(cues, index) == {n % 7: n / 1024 for n in range(index)}


def test_what_was_armed_since_is_folded_anew_wherever_it_stands() -> None:
    cues = [cue(str(n), effects=(fade((n % 8, n / 1024)),), armed=n % 3 > 0) for n in range(300)]
    whole = program(*cues, parameters=Parameters(default=bytes(4 * 8)))
    said = {"3": True, "17": False, "150": True, "298": False, "299": True}
    now = [cue(c.id, effects=c.effects, armed=said.get(c.id, c.armed)) for c in cues]
    light = TrackedLight(whole)
    for index in (1, 4, 18, 150, 151, 299, 300):
        found = light.before("main", index, 2.0, armed=lambda c: said.get(c.id, c.armed), changed=said)
        as_if_written = TrackedLight(program(*now, parameters=whole.parameters)).before("main", index, 2.0)
        assert found == as_if_written
