"""What panels know of all cues of one state of the show: worked out once, of a long show beside the window."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

from showctl.model.cue import Cue, CueId
from showctl.model.effect import Ask, Send
from showctl.program.opening import Opened
from showctl.program.program import Program
from showctl.ui.next_go import NextGo
from showctl.ui.unforeseen import Unforeseen

MANY = 500
"""Cues from which a state is worked out beside the window: of 5,000 it takes 25 to 50 ms, more than a frame."""


@dataclass(frozen=True, slots=True)
class Sends:
    """What cues do with devices and with each other."""

    uses: dict[str, list[CueId]]
    """The cues that send to each device."""
    starts: dict[CueId, set[CueId]]
    """The cues without any inside that each cue starts which starts others by their numbers."""


@dataclass(frozen=True, slots=True)
class Known:
    """Of one state of the show."""

    opened: Opened
    cues: dict[CueId, Cue]
    """All cues of all lists."""
    next_go: NextGo
    sends: Sends


def known_of(opened: Opened) -> Known:
    return Known(opened, dict(opened.show.walk()), NextGo(opened.program), sends_of(opened.program))


class Knowing:
    """Comes to one state after another. Asked at each tick; nobody waits for it."""

    def __init__(self, opened: Opened) -> None:
        self._known = known_of(opened)
        self._thread: threading.Thread | None = None

    def newest(self, opened: Opened) -> Known:
        """Of this state; of a long show the newest that has been worked out, on the way to it."""
        if opened is self._known.opened:
            return self._known
        if self._thread is not None and self._thread.is_alive():
            return self._known
        if len(opened.program.cues) < MANY:
            self._known = known_of(opened)
        else:
            self._thread = threading.Thread(target=self._work_out, args=(opened,), name="known", daemon=True)
            self._thread.start()
        return self._known

    def _work_out(self, opened: Opened) -> None:
        with Unforeseen() as met:
            self._known = known_of(opened)
        if met.error is not None:
            met.log()


def sends_of(program: Program) -> Sends:
    uses: dict[str, list[CueId]] = {}
    starts: dict[CueId, set[CueId]] = {}
    for cue in program.cues.values():
        for device in {effect.device for effect in cue.effects if isinstance(effect, Send)}:
            uses.setdefault(device, []).append(cue.id)
        asks = [effect for effect in cue.effects if isinstance(effect, Ask)]
        if asks and all(ask.act == "start" and not ask.lists for ask in asks):
            leaves = {leaf for ask in asks for each in ask.cues for leaf in _leaves(program, each)}
            if leaves:
                starts[cue.id] = leaves
    return Sends(uses, starts)


def _leaves(program: Program, cue: CueId) -> Iterator[CueId]:
    inside = program.cues[cue].children
    if not inside:
        yield cue
    for child in inside:
        yield from _leaves(program, child.cue)
