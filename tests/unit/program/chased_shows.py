"""Random shows whose past is known: nothing at random, no conditions, nothing that acts on other cues."""

import math
from typing import Any, Literal

import numpy as np
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.model.cue import Continue, GroupMode
from showctl.model.effect import Fade, Ramp, Send
from showctl.model.message import OscArgument, OscMessage
from showctl.program.program import Child, CompiledCue, OscTarget, Parameters, Program
from showctl.timing.group_time import inside_duration
from tests.unit.engine.programs import SHORT, cue, program


def dimmers(count: int) -> Parameters:
    """8-bit dimmers on the first addresses of as many universes, one in each."""
    slots = np.full((count, 3), -1, "<i4")
    slots[:, 0] = 0
    none, zero = np.full(count, -1, "<i4").tobytes(), np.zeros(count, "<f4").tobytes()
    return Parameters(np.arange(count, dtype="<i4").tobytes(), slots.tobytes(), none, zero, b"\1" * count, bytes(count))


def fade(time: float, levels: dict[int, float]) -> Fade:
    """Dimmers, by their places, to levels."""
    which, targets = np.array(list(levels), "<i4"), np.array(list(levels.values()), "<f4")
    return Fade(0.0, time, which.tobytes(), targets.tobytes())


class _Maker:
    """Draws cues that send to four addresses and move four dimmers; no two things ever happen at one instant.

    Waits are of at least 2^-18 s, each half of the one before inside the same cue of the list: microseconds, below
    which instants are one.
    """

    def __init__(self, draw: st.DrawFn, light_only: bool) -> None:
        self.draw, self.light_only = draw, light_only
        self.cues: list[CompiledCue] = []
        self.top = 0
        """The place of the cue of the list that is being drawn."""

    def parts(self, levels: dict[int, float]) -> tuple[Fade, ...]:
        """All at once, or after a delay; one of them after another delay, or in two halves: what falls, what rises."""
        draw = self.draw
        kind, whole = draw(st.integers(0, 6)), fade(draw(SHORT), levels)
        if kind < 3:
            return (whole,)
        first = replace(whole, at=draw(SHORT))
        if kind == 3:
            return (first,)
        if kind > 4:
            way: Literal["falling", "rising"] = "falling" if kind == 5 else "rising"
            return replace(first, only=way), replace(first, at=first.at + draw(SHORT), only="others")
        late = {max(levels): levels[max(levels)]}
        rest = {each: level for each, level in levels.items() if each not in late}
        parts = (replace(fade(whole.time, late), at=first.at), fade(whole.time, rest))
        return parts if rest else parts[:1]

    def make(self, number: str, parent: str | None, depth: int, around: str, last: bool = False) -> None:
        draw, place = self.draw, len(self.cues)
        if parent is None:
            self.top = place
        follows = [Continue.NONE, Continue.AUTO_FOLLOW] + ([] if parent is None else [Continue.AUTO_CONTINUE])
        common: dict[str, Any] = {
            "parent": parent,
            "armed": draw(st.integers(0, 5)) > 0,
            "pre_wait": draw(SHORT) + 2.0 ** -(6 + place - self.top),
            "post_wait": draw(SHORT),
            "continue_": Continue.NONE if around == "timeline" or last else draw(st.sampled_from(follows)),
        }
        if depth and draw(st.booleans()):
            modes: list[GroupMode] = ["timeline", "playlist", "first then next", "sequence"]
            mode = draw(st.sampled_from(modes if around == "sequence" else modes[:-1]))
            common |= {
                "mode": mode,
                "continue_": Continue.NONE,
                "crossfade": draw(SHORT) if mode == "playlist" else 0.0,
            }
            self.cues.append(cue(number, **common))
            inside: list[tuple[float, int]] = []
            many = draw(st.integers(1, 3))
            for i in range(many):
                inside.append((draw(SHORT) if mode == "timeline" else 0.0, len(self.cues)))
                # What leads on from the end of a sequence plays beside what still goes on in it; a list has its order.
                self.make(f"{number}.{i}", number, depth - 1, mode, mode == "sequence" and i == many - 1)
            children = tuple(Child(self.cues[at].id, offset) for offset, at in inside)
            timed = [(offset, self.cues[at]) for offset, at in inside]
            duration = inside_duration(mode, timed, common["crossfade"])
            self.cues[place] = cue(number, **common, children=children, duration=duration)
            return
        if self.light_only or draw(st.integers(0, 2)) == 0:
            level = st.integers(0, 255).map(lambda n: n / 255)
            some = st.dictionaries(
                st.integers(0, 3), st.just(math.nan) | level if self.light_only else level, min_size=1
            )
            levels = draw(some)
            fades = self.parts(levels) if self.light_only else (fade(draw(SHORT), levels),)
            lasts = max(each.at + each.time for each in fades)
            self.cues.append(cue(number, **common, effects=fades, duration=lasts))
            return
        message = OscMessage(f"/{draw(st.integers(1, 4))}", (OscArgument("f", float(place)),))
        if draw(st.booleans()):
            time = draw(SHORT)
            ramp = Ramp(0.0, time, "desk", message, 0, 100.0, place + 0.5, 4.0)
            self.cues.append(cue(number, **common, effects=(ramp,), duration=time))
            return
        at, is_value = draw(SHORT), draw(st.booleans())
        other = OscMessage("/other", (OscArgument("f", 0.0),))
        sends = (Send(0.0, "desk", other), Send(at, "desk", message if is_value else other, chase=is_value))
        self.cues.append(cue(number, **common, effects=sends, duration=at))


@st.composite
def chased_shows(draw: st.DrawFn, light_only: bool = False) -> Program:
    """Some cues, then `last`, then some more. `light_only`: nothing is sent, and some light is released."""
    maker = _Maker(draw, light_only)
    before, after = draw(st.integers(1, 5)), draw(st.integers(0, 3))
    for number in range(1, before + 1):
        maker.make(str(number), None, 2, "sequence")
    maker.cues.append(cue("last"))
    for number in range(before + 1, before + after + 1):
        maker.make(str(number), None, 2, "sequence")
    desk = OscTarget("desk", ("127.0.0.1", 9000))
    return program(*maker.cues, targets=(desk,), universes=(1, 2, 3, 4), parameters=dimmers(4))
