"""Waits that add up to the same instant: of cues that act then, the one that started later is the later, always."""

import numpy as np
import pytest

from showctl.engine.agenda import Agenda
from showctl.engine.command import Go
from showctl.host.simulate import Rehearsal
from showctl.model.effect import Fade
from showctl.program.program import Child, Program
from showctl.program.tracked import TrackedLight
from tests.unit.engine.programs import cue, program
from tests.unit.program.chased_shows import dimmers

SUMS = [(0.8, 0.7, 0.1), (0.3, 0.1, 0.2), (0.5, 0.25, 0.25)]
"""The wait of a cue that starts at once; when another one starts, and its wait. As floats, the first is later by a
rounding error, the second earlier."""


def show(wait: float, start: float, rest: float, delay: float) -> Program:
    """Two cues in one group move the same dimmer: the one that starts at once, after a delay, to full."""

    def to(level: float, at: float) -> Fade:
        return Fade(at, 0.0, np.array([0], "<i4").tobytes(), np.array([level], "<f4").tobytes(), layer=1)

    return program(
        cue("1", children=(Child("1.1", 0.0), Child("1.2", start)), duration=wait + delay),
        cue("1.1", parent="1", pre_wait=wait, duration=delay, effects=(to(1.0, delay),)),
        cue("1.2", parent="1", pre_wait=rest, effects=(to(0.5, 0.0),)),
        universes=(1,),
        parameters=dimmers(1),
    )


@pytest.mark.parametrize("delay", [0.0, 2.0])
@pytest.mark.parametrize("sums", SUMS)
def test_light_is_that_of_the_one_that_started_later_and_so_it_tracks(sums: tuple[float, ...], delay: float) -> None:
    whole = show(*sums, delay)
    tracked = TrackedLight(whole).before("main", 1, 0.0)
    assert tracked is not None
    assert np.frombuffer(tracked.targets, "<f4").tolist() == [0.5]
    for go in (0.0, 0.1, 10.3, 8000.0, 77777.7):
        evening = Rehearsal(whole)
        list(evening.command(Go(), go))
        list(evening.finish())
        evening.playback.mixer.levels(go + 10.0)
        assert evening.playback.mixer.values.tolist() == [0.5], go


def test_what_is_due_at_one_instant_comes_as_it_was_planned() -> None:
    agenda, done = Agenda(), []
    for now in (0.0, 10.3, 8000.0):
        for wait, start, rest in SUMS:
            agenda.add(now + wait, 1, lambda due: done.append("first"))
            agenda.add((now + start) + rest, 1, lambda due: done.append("then"))
    agenda.carry_out(9000.0)
    assert done == ["first", "then"] * 9
