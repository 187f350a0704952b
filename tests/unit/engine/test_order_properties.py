"""Whatever way standby came to a place: after GO there, light is as if the list had been played from its top."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from showctl.engine.command import AnyCommand, Go, SetStandby, StepStandby
from showctl.host.simulate import Rehearsal
from showctl.model.cue import CueId
from showctl.program.program import Program
from showctl.program.tracked import TrackedLight
from tests.unit.program.chased_shows import chased_shows

LONG = 1_000.0
"""Seconds in which everything has arrived."""


@st.composite
def walks(draw: st.DrawFn) -> tuple[Program, list[AnyCommand]]:
    """GO and standby moved about, in a list that moves nothing but light."""
    show = draw(chased_shows(light_only=True))
    move = st.builds(SetStandby, cue=st.sampled_from(list(show.cues))) | st.builds(StepStandby, step=st.integers(-3, 3))
    return show, draw(st.lists(st.builds(Go) | move, min_size=1, max_size=12))


@given(walks())
@settings(max_examples=300)
def test_after_go_anywhere_light_is_as_if_played_from_the_top(walk: tuple[Program, list[AnyCommand]]) -> None:
    show, commands = walk
    evening = Rehearsal(show)
    for number, command in enumerate(commands):
        list(evening.command(command, number * LONG))
        list(evening.finish())
        if not isinstance(command, Go) or evening.playback.player.last_go is None:
            continue
        now = (number + 0.9) * LONG
        assert np.array_equal(levels(evening, now), from_the_top(show, evening.standby)), number
        assert not evening.playback.player.lists()[0].restores


def levels(evening: Rehearsal, now: float) -> np.ndarray:
    evening.playback.mixer.levels(now)
    return evening.playback.mixer.values.copy()


def from_the_top(show: Program, standby: CueId | None) -> np.ndarray:
    """GO after GO, until the same cue is in standby."""
    straight, now = Rehearsal(show), 0.0
    while straight.standby != standby:
        list(straight.command(Go(), now))
        list(straight.finish())
        now += LONG
    return levels(straight, now)


@given(chased_shows(light_only=True))
@settings(max_examples=100)
def test_what_is_tracked_is_what_playing_from_the_top_leaves(show: Program) -> None:
    tracked = TrackedLight(show)
    straight, now = Rehearsal(show), 0.0
    while straight.standby is not None:
        list(straight.command(Go(), now))
        list(straight.finish())
        now += LONG
        if straight.standby in show.lists[0].cues:
            fade = tracked.before("main", show.lists[0].cues.index(straight.standby), 0.0)
            expected = np.zeros(4)
            if fade is not None:
                expected[np.frombuffer(fade.parameters, "<i4")] = np.frombuffer(fade.targets, "<f4")
            assert np.array_equal(levels(straight, now), expected)
