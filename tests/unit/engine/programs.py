"""Programs and commands for tests of the player; all times are eighths of a second, which floats add up exactly."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

import numpy as np
from hypothesis import strategies as st

from showctl.engine.amending import Amending
from showctl.engine.command import (
    AnyCommand,
    Arm,
    Flag,
    Go,
    HardStop,
    KeyReleased,
    Load,
    Panic,
    Pause,
    ReleaseList,
    Reset,
    Resume,
    SetStandby,
    StartCue,
    StepStandby,
    Stop,
)
from showctl.engine.player import Player
from showctl.engine.player_change import PlayerChange
from showctl.model.cue import MAIN, Continue, CueId, GroupMode, IfRunning
from showctl.model.effect import Effect, Fade, Ramp, Send
from showctl.model.message import MidiMessage
from showctl.program.program import Child, CompiledCue, CompiledList, MidiTarget, Parameters, Program
from showctl.timing.group_time import inside_duration

EIGHTHS = st.integers(0, 16).map(lambda n: n / 8)
SHORT = st.sampled_from([0.0, 0.0, 0.125, 0.5, 1.0, 2.0])


def message(number: int) -> MidiMessage:
    """A message that can be told from others."""
    return MidiMessage(number.to_bytes(4, "big"))


def send(number: int, at: float = 0.0) -> Send:
    """A send that can be told from others."""
    return Send(at, "keys", message(number))


def cue(number: str, list_name: str = MAIN, **more: object) -> CompiledCue:
    """A compiled cue that does nothing unless told otherwise."""
    fields = {
        "id": number,
        "number": number,
        "label": "",
        "list": list_name,
        "type": "midi",
        "armed": True,
        "pre_wait": 0.0,
        "post_wait": 0.0,
        "continue_": Continue.NONE,
        "duration": 0.0,
        **more,
    }
    return CompiledCue(**fields)  # type: ignore[arg-type]


def program(*cues: CompiledCue, **more: object) -> Program:
    """A program of these cues; those without a parent are in the lists that they name."""
    lists: dict[str, list[CueId]] = {MAIN: []}
    for one in cues:
        if one.parent is None:
            lists.setdefault(one.list, []).append(one.id)
    fields = {
        "title": "Test",
        "digest": "0",
        "go_guard": 0.0,
        "panic_time": 1.0,
        "panic_light": "hold",
        "panic_look": (),
        "lists": tuple(CompiledList(name, "", tuple(ids)) for name, ids in lists.items()),
        "cues": {one.id: one for one in cues},
        "targets": (MidiTarget("keys", "Keys", (Send(0.0, "keys", MidiMessage(b"\xff")),)),),
        "universes": (),
        "parameters": _unpatched(cues),
        **more,
    }
    return Program(**fields)  # type: ignore[arg-type]


def _unpatched(cues: Iterable[CompiledCue]) -> Parameters:
    """As many parameters as the fades of these cues name, none of them in a universe."""
    fades = [effect for one in cues for effect in one.effects if isinstance(effect, Fade)]
    count = max((max(np.frombuffer(fade.parameters, "<i4").tolist(), default=-1) + 1 for fade in fades), default=0)
    none = np.full(count, -1, "<i4").tobytes()
    return Parameters(none, none * 3, none, bytes(4 * count), bytes(count), bytes(count))


def going_on(show: Program, before: Player, now: float = 1_000.0) -> Player:
    """The player, going on in another state of the show."""
    player = before
    player.amend(PlayerChange(Amending(before.program, show), before.restores.moved_by_lists()), now)
    return player


@dataclass
class _Maker:
    """Draws cues; every effect has a number of its own."""

    draw: st.DrawFn
    cues: list[CompiledCue]
    plain: bool
    effects: int = 0

    def make(
        self, number: str, parent: str | None, depth: int, around: str = "sequence", last_of: object = None
    ) -> None:
        """`around`: the mode of the group that it is in, a list being like a sequence; `last_of`: what a group of which
        it is the last does itself.
        """
        draw = self.draw
        kinds = [
            "message",
            "light",
            *(["message", "wait", "group"] if depth else []),
            *([] if self.plain else ["ramp"]),
        ]
        kind = draw(st.sampled_from(kinds))
        leads_on = around not in {"timeline", "random"} and last_of in {None, Continue.NONE}
        continue_ = draw(st.sampled_from(list(Continue))) if leads_on else Continue.NONE
        common = {
            "armed": draw(st.integers(0, 5)) > 0,
            "pre_wait": draw(SHORT),
            "post_wait": draw(SHORT),
            "continue_": continue_,
            "parent": parent,
            "repeat": 1 if self.plain else draw(st.sampled_from([1, 1, 1, 2, 3])),
            "if_running": draw(st.sampled_from(get_args(IfRunning))),
        }
        place = len(self.cues)
        if kind == "group":
            modes = [mode for mode in get_args(GroupMode) if mode != "sequence" or around == "sequence"]
            mode = "timeline" if self.plain else draw(st.sampled_from(modes))
            more = common | {"mode": mode}
            if mode == "playlist":
                more |= {"shuffle": draw(st.booleans()), "crossfade": draw(SHORT)}
            self.cues.append(cue(number, **more))
            many = draw(st.integers(1, 3))
            children = tuple(Child(f"{number}.{i}", draw(EIGHTHS) if mode == "timeline" else 0.0) for i in range(many))
            inside: list[tuple[float, CompiledCue]] = []
            for child in children:
                here = len(self.cues)
                is_last = mode == "sequence" and child is children[-1]
                self.make(child.cue, number, depth - 1, mode, continue_ if is_last else None)
                inside.append((child.at, self.cues[here]))
            duration = inside_duration(mode, inside, more.get("crossfade", 0.0))
            self.cues[place] = cue(number, **more, children=children, duration=duration)
            return
        duration = draw(SHORT)
        effects: tuple[Effect, ...] = ()
        if kind == "light":
            effects = (Fade(0.0, duration, self._number().to_bytes(4, "little"), b"\0\0\0\0"),)
        elif kind == "ramp":
            start, end = draw(st.none() | st.integers(0, 127)), draw(st.integers(0, 127))
            value = MidiMessage(bytes((0xB0, self._number() % 128, start or 0)))
            # Eight values a second, so that all are due at eighths.
            effects = (Ramp(0.0, duration, "keys", value, 0, start, float(end), 8.0),)
        elif kind == "message":
            offsets = sorted(draw(st.lists(st.sampled_from([0.0, duration / 2, duration]), max_size=3)))
            effects = tuple(send(self._number(), at) for at in offsets)
        stop = (send(self._number()),) if kind == "message" and draw(st.booleans()) else ()
        self.cues.append(cue(number, **common, duration=duration, effects=effects, stop=stop))

    def _number(self) -> int:
        self.effects += 1
        return self.effects


@st.composite
def programs(draw: st.DrawFn, plain: bool = False) -> Program:
    """Any program: one or two lists, nested groups, every kind of continue; `plain`: timelines only, no repeats."""
    maker = _Maker(draw, [], plain)
    for number in range(1, draw(st.integers(1, 6)) + 1):
        maker.make(str(number), None, 2)
    second = [cue(f"b/{n}", "b", effects=(send(1000 + n),)) for n in range(draw(st.integers(0, 2)))]
    return program(*maker.cues, *second, go_guard=draw(st.sampled_from([0.0, 0.0, 0.5])))


def commands(program: Program) -> st.SearchStrategy[list[tuple[float, AnyCommand]]]:
    """Commands with their instants, ascending."""
    ids = st.sampled_from(list(program.cues))
    maybe = st.none() | ids
    one = st.one_of(
        st.builds(Go, list=st.sampled_from([MAIN, MAIN, MAIN, "b"])),
        st.builds(StartCue, cue=ids),
        st.builds(SetStandby, cue=ids),
        st.builds(StepStandby, step=st.integers(-2, 2)),
        st.builds(Stop, cue=maybe),
        st.builds(Pause, cue=maybe),
        st.builds(Resume, cue=maybe),
        st.builds(Arm, cue=ids, armed=st.booleans()),
        st.builds(Flag, cue=ids, flagged=st.booleans()),
        st.builds(Reset, cue=maybe),
        st.builds(KeyReleased, cue=ids),
        st.builds(ReleaseList, list=st.sampled_from([MAIN, "b"]), time=EIGHTHS),
        st.builds(Panic),
        st.builds(HardStop),
        st.builds(Load, cue=ids, at=st.integers(-16, 32).map(lambda n: n / 8)),
    )
    steps = st.lists(st.tuples(EIGHTHS, one), max_size=12)

    def timed(pairs: list[tuple[float, AnyCommand]]) -> list[tuple[float, AnyCommand]]:
        now, found = 100.0, []
        for step, command in [(0.0, Go()), *pairs]:
            now += step
            found.append((now, command))
        return found

    return steps.map(timed)
