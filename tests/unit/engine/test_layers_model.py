"""The mixer against the rules written down plainly: one parameter at a time, in dictionaries."""

from dataclasses import dataclass, field

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.layer import Layer
from showctl.engine.mixer import Mixer
from tests.unit.engine.test_mixer import P, fade, patch

PARAMETERS = (
    P(slots=(0, 1)),
    P(slots=(2, 3), intensity=False, default=0.5),
    P(row=1, slots=(0,)),
    P(row=-1, intensity=False, default=0.25),
    P(row=1, slots=(1,)),
)
NOBODY = 0
PANIC = -2
NAN = float("nan")


@dataclass
class Move:
    """A level that may be on its way."""

    start: float
    target: float
    begun: float = 0.0
    time: float = 0.0
    run: int = 0
    held: float = float("inf")

    def at(self, now: float) -> float:
        """The level."""
        part = 1.0 if self.time == 0.0 else max(0.0, min(now, self.held) - self.begun) / self.time
        return self.target if part >= 1.0 else self.start + (self.target - self.start) * part

    def rest(self, now: float) -> None:
        """Stay."""
        self.start = self.target = self.at(now)
        self.time, self.held = 0.0, float("inf")


@dataclass
class One:
    """A parameter: what each of its owners makes of it, and what it comes from."""

    default: float
    intensity: bool
    layers: list[Layer]
    own: dict[int, Move] = field(default_factory=dict)
    """By layer, the latest last."""
    nobodys: Move = field(init=False)
    origin: float = 0.0
    weight: Move = field(default_factory=lambda: Move(0.0, 0.0))

    def __post_init__(self) -> None:
        self.nobodys = Move(self.default, self.default)

    def by_level(self, layer: int) -> bool:
        return self.intensity and self.layers[layer - 1].highest

    def counting(self) -> list[int]:
        top = max((self.layers[layer - 1].priority for layer in self.own), default=0)
        equals = [layer for layer in self.own if self.layers[layer - 1].priority == top]
        latest = [layer for layer in equals if not self.by_level(layer)][-1:]
        return [layer for layer in equals if self.by_level(layer)] + latest

    def made(self, now: float) -> float:
        return max((self.own[layer].at(now) for layer in self.counting()), default=self.nobodys.at(now))

    def at(self, now: float) -> float:
        made = self.made(now)
        return made + (self.origin - made) * self.weight.at(now)

    def move(self, layer: int, run: int, now: float, time: float, target: float) -> None:
        before = self.at(now)
        start = self.own[layer].at(now) if layer in self.own and self.by_level(layer) else before
        move = Move(target if time == 0.0 else start, target, now, time, run)
        if layer == NOBODY:
            self.own.clear()
            self.nobodys, self.weight = move, Move(0.0, 0.0)
            return
        self.own.pop(layer, None)
        self.own[layer] = move
        self.nobodys = Move(self.default, self.default)
        if self.made(now) == move.at(now) and (move.at(now) == before or time == 0.0):
            self.weight = Move(0.0, 0.0)
        if self.weight.time == 0.0 and self.weight.target > 0.0:  # what was stopped on its way goes on
            self.weight = Move(self.weight.target if time else 0.0, 0.0, now, time, run)

    def give_back(self, layer: int, run: int, now: float, time: float) -> None:
        before = self.at(now)
        mine = self.own.get(layer)
        decides = not self.own or (mine is not None and layer in self.counting() and mine.at(now) == self.made(now))
        self.own.pop(layer, None)
        self.nobodys = Move(self.default, self.default)
        if decides:
            self.origin = before
            self.weight = Move(1.0 if time else 0.0, 0.0, now, time, run)

    @property
    def astray(self) -> bool:
        """Whether it is nobody's, and neither at rest nor on its way there."""
        stopped = self.weight.time == 0.0 and self.weight.target > 0.0 and self.origin != self.default
        return not self.own and (self.nobodys.target != self.default or stopped)

    def fall(self, moves: list[Move], run: int | None, now: float, time: float) -> None:
        for move in moves:
            move.start, move.target = move.at(now), 0.0
            move.begun, move.time, move.held = now, time, float("inf")
            move.run = move.run if run is None else run

    def levels(self) -> list[Move]:
        return [*self.own.values(), self.nobodys]

    def moves(self) -> list[Move]:
        return [*self.levels(), self.weight]


@dataclass(frozen=True)
class Step:
    after: float
    what: str
    layer: int
    time: float
    targets: dict[int, float]
    which: int


EIGHTHS = st.integers(0, 8).map(lambda n: n / 8)
STEP = st.builds(
    Step,
    after=st.sampled_from([0.0, 0.125, 0.5, 1.0, 3.0]),
    what=st.sampled_from(
        ["fade"] * 10
        + ["release layer", "release nobody's", "freeze", "freeze all", "hold", "release", "fade out", "light out"]
    ),
    layer=st.integers(0, 3),
    time=st.sampled_from([0.0, 0.25, 1.0, 2.0]),
    targets=st.dictionaries(st.integers(0, len(PARAMETERS) - 1), EIGHTHS | st.just(NAN), min_size=1),
    which=st.integers(0, 6),
)


@given(
    priorities=st.tuples(*[st.sampled_from([4, 5])] * 3),
    htp=st.tuples(*[st.booleans()] * 3),
    steps=st.lists(STEP, max_size=12),
    glances=st.lists(st.floats(0, 12), max_size=8),
)
@settings(max_examples=400, deadline=None)
def test_as_the_rules_say(
    priorities: tuple[int, ...], htp: tuple[bool, ...], steps: list[Step], glances: list[float]
) -> None:
    reach = ((0, 1, 2, 3, 4), (0, 1, 3), (0, 1, 2))
    layers = [Layer(str(n), p, h, np.array(r)) for n, (p, h, r) in enumerate(zip(priorities, htp, reach, strict=True))]
    watched, alone = (Mixer(patch(*PARAMETERS), 2, layers=layers) for _ in range(2))
    rules = [One(p.default, p.intensity, layers) for p in PARAMETERS]
    now = 0.0
    runs: list[int] = []

    def compare(instant: float, *mixers: Mixer) -> None:
        expected = [one.at(instant) for one in rules]
        for mixer in mixers:
            mixer.levels(instant)
            assert np.allclose(mixer.values, expected, rtol=0, atol=1e-9), (instant, mixer.values, expected)

    for number, step in enumerate(steps, 1):
        for glance in sorted(g for g in glances if now <= g < now + step.after):
            compare(glance, watched)
        now += step.after
        targets = {p: t for p, t in step.targets.items() if step.layer == NOBODY or p in reach[step.layer - 1]}
        if step.layer == NOBODY:
            targets = {p: t for p, t in targets.items() if t == t}
        run = runs[step.which % len(runs)] if runs else 0
        for mixer in (watched, alone):
            if step.what == "fade":
                mixer.fade(number, now, replace(fade(step.time, targets), layer=step.layer))
            elif step.what == "release layer" and step.layer:
                mixer.release_layer(step.layer, number, now, step.time)
            elif step.what == "release nobody's":
                among = np.array(list(step.targets), "<i4").tobytes() if step.layer else None
                expected = sum(one.astray for p, one in enumerate(rules) if among is None or p in step.targets)
                assert mixer.release_nobodys(number, now, step.time, among) == expected
            elif step.what == "freeze":
                mixer.freeze({run}, now)
            elif step.what == "freeze all":
                mixer.freeze_all(now)
            elif step.what == "hold":
                mixer.hold({run}, now)
            elif step.what == "release":
                mixer.release({run}, now)
            elif step.what == "fade out":
                mixer.fade_out({run}, now, step.time)
            elif step.what == "light out":
                mixer.light_out(now, step.time)
        runs.append(number)
        if step.what == "fade":
            for parameter, target in targets.items():
                if target == target:
                    rules[parameter].move(step.layer, number, now, step.time, target)
                else:
                    rules[parameter].give_back(step.layer, number, now, step.time)
        if step.what == "release layer" and step.layer:
            for one in rules:
                if step.layer in one.own:
                    one.give_back(step.layer, number, now, step.time)
        if step.what == "release nobody's":
            for parameter, one in enumerate(rules):
                if one.astray and (not step.layer or parameter in step.targets):
                    one.give_back(NOBODY, number, now, step.time)
        for one in rules:
            if one.intensity and step.what == "fade out":
                one.fall([move for move in one.levels() if move.run == run], None, now, step.time)
            elif one.intensity and step.what == "light out":
                one.fall(one.moves(), PANIC, now, step.time)
            for move in one.moves():
                if step.what == "freeze all" or (step.what == "freeze" and move.run == run):
                    move.rest(now)
                elif step.what == "hold" and move.run == run and move.begun + move.time > now:
                    move.held = min(move.held, now)
                elif step.what == "release" and move.run == run and move.held <= now:
                    move.begun += now - move.held
                    move.held = float("inf")
    for later in (0.0, 0.1, 0.6, 1.9, 9.0):
        compare(now + later, watched, alone)
    assert np.array_equal(watched.levels(now + 9.0), alone.levels(now + 9.0))
