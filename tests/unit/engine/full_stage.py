"""A player with all that it plays on, and what left, for tests on a manual clock."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from showctl.engine.command import AnyCommand
from showctl.engine.event import AnyEvent, Sent
from showctl.engine.frame_rates import FrameRates
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.snapshot import DeviceStatus
from showctl.engine.stage import Stage
from showctl.outputs.recording import Recording
from showctl.program.opening import open_to_play, opened
from showctl.program.program import SacnTarget
from showctl.showfile.load import load_text


class Bench:
    """A player with all that it plays on, and what left."""

    def __init__(self, show: str | Path) -> None:
        """The text of a show, or a file beside which its fixtures are."""
        program = (open_to_play(show) if isinstance(show, Path) else opened(lambda: load_text(show))).program
        self.events: list[AnyEvent] = []
        outputs = {t.device: Recording(t, self.events.append) for t in program.targets if not isinstance(t, SacnTarget)}
        self.play = Playback(program, Player(program), mixer_for(program), outputs, self.events.append)
        self.frames = Frames()
        self.stage = Stage(self.play, FrameRates(len(program.universes), (self.frames,)), outputs, (self.frames,))

    def do(self, now: float, *commands: AnyCommand) -> list[AnyEvent]:
        """What is told of these commands and of all that is due."""
        self.events.clear()
        for command in commands:
            self.play.handle(command, now)
        self.play.advance(now)
        self.stage.send_frames(now)
        return list(self.events)

    def sent(self, now: float, *commands: AnyCommand) -> list[tuple[str, str]]:
        """Cue and error of each message."""
        return [(e.cue, e.error) for e in self.do(now, *commands) if isinstance(e, Sent)]


class Frames:
    """An output of frames that keeps the level of address 1."""

    device, rate, next_due = "rig", 44.0, float("inf")

    def __init__(self) -> None:
        self.levels: list[int] = []

    def send(self, rows: NDArray[np.intp], levels: NDArray[np.uint8]) -> None:
        self.levels += [int(levels[row, 0]) for row in rows]

    def follow(self, now: float) -> None: ...
    def terminate(self, rows: NDArray[np.intp], at: str | None = None) -> None: ...
    def renumber(self, universes: Sequence[int]) -> None: ...
    def close(self) -> None: ...

    def streams(self) -> set[tuple[str, int]]:
        return {("127.0.0.1", 7)}

    def status(self) -> DeviceStatus:
        return DeviceStatus("rig", "sacn", "127.0.0.1", "sent")
