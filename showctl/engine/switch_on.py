"""Outputs that begin to send while the show plays: devices that somebody has just agreed to."""

import threading
from collections.abc import Mapping

from showctl.engine.frame_rates import FrameRates
from showctl.engine.port import FrameOutput, MessageOutput
from showctl.engine.stage import Stage


class SwitchOn:
    """Put it into the dispatcher's inbox and wait for `done`. Nothing that runs is disturbed.

    Universes that have been touched are sent as they stand, at once; messages that went nowhere until now are not sent
    again.
    """

    def __init__(self, outputs: Mapping[str, MessageOutput], frame_outputs: tuple[FrameOutput, ...]) -> None:
        """Those that are new, each in the place of the silent one of its device."""
        self.done = threading.Event()
        self.taken = False
        self._outputs, self._frame_outputs = outputs, frame_outputs

    def swap(self, stage: Stage, now: float) -> None:
        """For the dispatcher's thread."""
        new = {output.device: output for output in self._frame_outputs}
        stage.outputs = {**stage.outputs, **self._outputs}
        stage.playback.use(stage.outputs)
        stage.frame_outputs = tuple(new.get(output.device, output) for output in stage.frame_outputs)
        levels, touched, moving = stage.going_out(now)
        stage.frames = FrameRates(len(touched), stage.frame_outputs)
        stage.frames.send(levels, touched, moving, now)
        self.taken = True
