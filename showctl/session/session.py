"""The open show, and the engine that plays it."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from showctl.engine.command import AnyCommand
from showctl.engine.event import Warned
from showctl.engine.level_store import LevelReader
from showctl.link.place import place_of
from showctl.model.cue import CueId
from showctl.program.chase import Chase, armed_as_now, chase
from showctl.program.opening import open_to_play
from showctl.session.state import Update
from showctl.session.supervisor import Supervisor


class Session:
    """All methods return at once, but for `close`, which may wait for an engine that it stops."""

    def __init__(self, path: Path, *, outputs_off: bool = False, osc_port: int | None = None) -> None:
        """Load and compile the show. Raises Unreadable, Refused with every problem, or UnsafeFolder. Single cues that
        cannot play are broken in the program, see CompiledCue.

        `osc_port`: the OSC control input's, instead of the show's; 0 any free one, -1 off.
        """
        opened = open_to_play(path)
        self.path = path
        self.show = opened.show
        self.program = opened.program
        self._levels = LevelReader(place_of(path).levels)
        self._supervisor = Supervisor(path, opened.program, outputs_off=outputs_off, osc_port=osc_port)

    def start(self) -> None:
        """Find or start the engine, in a background thread; after a failure, try again."""
        self._supervisor.start()

    def send(self, command: AnyCommand) -> bool:
        """Straight to the engine. False when none is attached: the command is gone, not kept for later.

        An engine that is `sending` takes a Panic and nothing else.
        """
        return self._supervisor.send(command)

    def chase(self, cue: CueId) -> Chase:
        """What a TakeFrom of this cue would send, with cues armed as the engine says that they are; for a dialog.

        Takes up to a tenth of a second for a show of 5,000 cues. What this evening has sent is for the engine to know:
        its own notes may say more. Raises KeyError if there is no such cue.
        """
        seen = self._supervisor.newest
        return chase(armed_as_now(self.program, seen.armed, seen.disarmed) if seen else self.program, cue)

    def poll(self) -> Update:
        """What is new since the last poll."""
        received = self._supervisor.poll()
        events = received.events
        if received.missed:
            now = self._supervisor.state.since
            events = (
                Warned(due=now, text=f"{received.missed} messages are not listed here: there were too many at once"),
                *events,
            )
        return Update(received.snapshot, events, self._supervisor.state, received.recent)

    def attach_anyway(self) -> None:
        """Work with an engine that sends, though outputs off was asked for."""
        self._supervisor.attach_anyway()

    def hand_over(self) -> None:
        """Have the engine play the file's present state, where it plays an older one."""
        self._supervisor.hand_over()

    def close(self, *, stop_engine: bool) -> None:
        """Leave the engine playing, or end it cleanly. An engine that has sent nothing ends in either case; one that
        is `sending` is left in either case."""
        self._supervisor.close(stop_engine=stop_engine)

    def levels(self) -> tuple[tuple[int, ...], NDArray[np.uint8]] | None:
        """Universes, and the levels (universe × 512) that the engine has now; None while there are none."""
        read = self._levels.read()
        return (read[0], read[1]) if read else None
