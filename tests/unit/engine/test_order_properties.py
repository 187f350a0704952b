"""Whatever way standby came to a place: after GO there, light is as if the list had been played from its top."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.engine.command import AnyCommand, Go, SetStandby, StepStandby
from showctl.engine.player import Player
from showctl.host.simulate import Rehearsal
from showctl.model.cue import Continue, CueId
from showctl.model.effect import Fade
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
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_after_go_anywhere_light_is_as_if_played_from_the_top(walk: tuple[Program, list[AnyCommand]]) -> None:
    show, commands = walk
    evening = Rehearsal(show)
    for number, command in enumerate(commands):
        before, standby = levels(evening, number * LONG), evening.standby
        list(evening.command(command, number * LONG))
        if isinstance(command, Go) and standby is not None:
            for parameter, waits in waiting(show, standby).items():
                instant = number * LONG + waits
                evening.playback.advance(instant)
                assert levels(evening, instant)[parameter] == before[parameter], "until its own fade begins"
        list(evening.finish())
        if not isinstance(command, Go) or evening.playback.player.last_go is None:
            continue
        now = (number + 0.9) * LONG
        assert np.array_equal(levels(evening, now), from_the_top(show, evening.standby)), number
        assert not evening.playback.player.lists()[0].restores


@given(chased_shows(light_only=True), st.lists(st.floats(0.0, 1.0, width=32), min_size=4, max_size=4), st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_in_the_place_of_a_lost_engine_too(show: Program, found: list[float], data: st.DataObject) -> None:
    """Its levels are nobody's: what no cue moves goes to rest, unless no cue moves light."""
    evening = Rehearsal(show)
    reach = [cue for cue in show.cues if cue in Player(show)._orders.list_of]
    player = Player(show, {"main": data.draw(st.sampled_from(reach))}, lit=True)
    evening.playback.player = player
    evening.playback.mixer.restore(np.zeros((4, 512), np.uint8), np.ones(4, np.bool_), np.array(found, np.float32))
    list(evening.command(Go(), 0.0))
    list(evening.finish())
    moved = TrackedLight(show).before("main", 0, 0.0, releases=True)
    own = np.frombuffer(moved.parameters, "<i4") if moved is not None else np.zeros(0, np.intp)
    expected = np.zeros(4) if own.size else np.array(found, np.float32).astype(np.float64)
    expected[own] = from_the_top(show, evening.standby)[own]
    assert np.array_equal(levels(evening, LONG), expected)


def waiting(show: Program, standby: CueId) -> dict[int, float]:
    """What a cue that stands alone moves after a delay, with seconds from its GO just before the first of its fades of
    each, in their order."""
    cue = show.cues[standby]
    if cue.children or not cue.armed or cue.parent is not None or cue.continue_ is not Continue.NONE:
        return {}
    first: dict[int, float] = {}
    for fade in sorted((effect for effect in cue.effects if isinstance(effect, Fade)), key=lambda each: each.at):
        for parameter in np.frombuffer(fade.parameters, "<i4").tolist():
            first.setdefault(parameter, cue.pre_wait + fade.at - 0.001)
    return {parameter: at for parameter, at in first.items() if at > cue.pre_wait}


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
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
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
