"""Tracking equals replay from the top, for any list of light cues and any jump in it."""

from typing import Any

import numpy as np
from hypothesis import given, note, settings
from hypothesis import strategies as st

from showctl.engine.command import Go, SetStandby
from showctl.engine.event import AnyEvent
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.model.cue import MAIN
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.program.tracked import TrackedLight
from showctl.showfile.load import load_text
from tests.strategies import Tree, dumped, numbered

PATCH = [
    {"id": "a1..a3", "fixture": "generic/dimmer", "at": "1.1"},
    {"id": "spot1..spot2", "fixture": "generic/moving-spot", "mode": "8bit", "at": "1.101"},
]
LONG = 1000.0
"""Seconds: everything has arrived by then."""

some_time = st.sampled_from(["0s", "1s", "2s", "5s"])
levels = st.sampled_from(["out", "out", "25%", "full"])
times = st.one_of(
    some_time,
    st.fixed_dictionaries({}, optional={"up": some_time, "down": some_time, "position": some_time, "beam": some_time}),
)
spots = st.fixed_dictionaries(
    {}, optional={"intensity": levels, "pan": st.sampled_from(["-90", "0", "90"]), "gobo": levels, "time": some_time}
)


def looks(fixtures: tuple[str, ...]) -> st.SearchStrategy[Tree]:
    of = {name: levels if name.startswith("a") else spots for name in fixtures}
    return st.fixed_dictionaries({}, optional=of)


@st.composite
def lights(draw: st.DrawFn) -> Tree:
    """A light cue of any kind, that says something."""
    light: Tree = {"look": draw(looks(("a1", "a2", "spot1")))}
    if draw(st.booleans()):
        light["parts"] = [{"time": draw(times), "delay": draw(times), "look": draw(looks(("a3", "spot2")))}]
    light |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "time": times,
                "delay": times,
                "cue only": st.just("yes"),
                "mark": st.sampled_from(["yes", "no"]),
            },
        )
    )
    words = draw(st.sampled_from([{}, {}, {"block": "yes"}, {"block": "intensity"}, {"assert": "yes"}]))
    return {"light": light | words}


@st.composite
def cues(draw: st.DrawFn) -> Tree:
    common = st.fixed_dictionaries({}, optional={"armed": st.sampled_from(["yes", "yes", "no"]), "pre-wait": some_time})
    follow = st.sampled_from(
        [
            {},
            {},
            {"continue": "auto-follow"},
            {"continue": "auto-continue"},
            {"continue": "auto-continue", "post-wait": "3s"},
        ]
    )
    if draw(st.integers(0, 4)):
        return {**draw(common), **draw(lights()), **draw(follow)}
    mode = draw(st.sampled_from(["timeline", "sequence"]))
    inside: list[Tree] = []
    for _ in range(draw(st.integers(1, 3))):
        more: dict[str, Any] = {"at": draw(some_time)} if mode == "timeline" else draw(follow)
        inside.append({**draw(common), **draw(lights()), **more})
    inside[-1].pop("continue", None)
    inside[-1].pop("post-wait", None)
    return {**draw(common), "group": mode, "cues": inside}


@st.composite
def programs(draw: st.DrawFn, *, plain: bool = False) -> Program:
    """`plain`: light cues only, that act at their GO."""
    found = draw(st.lists(lights() if plain else cues(), min_size=2, max_size=6))
    found[-1].pop("continue", None)
    found[-1].pop("post-wait", None)
    show = {
        "showctl": "1",
        "show": {"title": "A", "mark": draw(st.sampled_from(["yes", "no"]))},
        "devices": {"rig": {"type": "sacn", "universes": "1", "to": "127.0.0.1"}},
        "patch": PATCH,
        "cues": numbered(found),
    }
    text = dumped(show)
    note(text)
    return opened(lambda: load_text(text)).program


class Stage:
    """A program that is played on a clock that is only a number."""

    def __init__(self, program: Program) -> None:
        events: list[AnyEvent] = []
        self._program, self._mixer = program, mixer_for(program)
        self._playback = Playback(program, Player(program), self._mixer, {}, events.append)
        self._tracked = TrackedLight(program)
        self._now = 0.0

    @property
    def standby(self) -> str | None:
        return self._playback.player.lists()[0].standby

    def go(self, after: float = LONG) -> None:
        """Press GO, and let so much time pass."""
        self._playback.handle(Go(source="test"), self._now)
        self._now += after
        while (due := self._playback.next_deadline()) is not None and due <= self._now:
            self._playback.advance(due)

    def set(self, cue: str) -> None:
        self._playback.handle(SetStandby(source="test", cue=cue), self._now)

    def check(self) -> None:
        """Light is where the cues before standby leave it, where that is no place inside a group."""
        top = self._program.lists[0].cues
        if self.standby is not None and self.standby not in top:
            return
        index = top.index(self.standby) if self.standby is not None else len(top)
        self._mixer.levels(self._now)
        default = np.frombuffer(self._program.parameters.default, "<f4")
        fold = self._tracked.before(MAIN, index, 0.0)
        expected = default.copy()
        if fold is not None:
            expected[np.frombuffer(fold.parameters, "<i4")] = np.frombuffer(fold.targets, "<f4")
        assert np.allclose(self._mixer.values, expected, atol=1e-6), (self.standby, self._mixer.values - expected)


@given(programs(), st.lists(st.integers(-1, 5), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_jump(program: Program, jumps: list[int]) -> None:
    """GO in order from the top, in which every state on the way is looked at, or in any order."""
    stage = Stage(program)
    top = program.lists[0].cues
    for place in jumps:
        if 0 <= place < len(top):
            stage.set(top[place])
        stage.go()
        stage.check()
    while stage.standby is not None:
        stage.go()
        stage.check()


@given(programs(plain=True), st.lists(st.tuples(st.integers(-1, 5), st.sampled_from([0.0, 0.5, 1.5, 4.0])), max_size=8))
@settings(max_examples=60, deadline=None)
def test_however_soon_the_next_go_comes(program: Program, jumps: list[tuple[int, float]]) -> None:
    """What a cue would still move after its delay is not for it any more where a later one has moved it."""
    stage = Stage(program)
    for place, after in jumps:
        if 0 <= place < len(program.lists[0].cues):
            stage.set(program.lists[0].cues[place])
        stage.go(after)
    stage.go()
    stage.check()
