"""What the dispatcher plays: one program with its player, mixer, outputs and schedule of frames."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showctl.engine.frame_rates import FrameRates
from showctl.engine.layer import layers_of
from showctl.engine.level_store import LevelStore
from showctl.engine.mixer import Mixer
from showctl.engine.playback import Playback
from showctl.engine.port import FrameOutput, MessageOutput
from showctl.engine.snapshot import DeviceStatus
from showctl.model.effect import Fade
from showctl.program.program import Program


def mixer_for(program: Program, left: Mapping[str, NDArray[np.intp]] | None = None) -> Mixer:
    """A mixer that has worked out ahead what all fades of the program need; may take a moment. For `left` see
    `layers_of`."""
    mixer = Mixer(program.parameters, len(program.universes), program.masters, program.grand, layers_of(program, left))
    mixer.prepare(effect for cue in program.cues.values() for effect in cue.effects if isinstance(effect, Fade))
    mixer.prepare(program.panic_look)
    return mixer


STORE_EVERY = 0.05
"""Seconds between two writes of the level store: as often as a console looks, and no more lost with an engine."""


@dataclass(slots=True)
class Stage:
    """Belongs to the dispatcher's thread once it is handed over."""

    playback: Playback
    frames: FrameRates
    outputs: Mapping[str, MessageOutput]
    frame_outputs: tuple[FrameOutput, ...]
    store: LevelStore | None = None
    store_at: float = np.inf
    """When the store is written next; infinity when nothing changed since."""
    _stored_at: float = -np.inf

    def next_due(self) -> float:
        """When something has to leave next: infinity for never."""
        deadline = self.playback.next_deadline()
        # A master arrives where nothing is lit, too: then it is stored.
        frames = min(self.frames.next_due, self.playback.mixer.masters.next_end)
        for output in self.frame_outputs:
            frames = min(frames, output.next_due)
        return frames if deadline is None else min(deadline, frames)

    def send_frames(self, now: float) -> tuple[float, int]:
        """Send the frames that are due at `now`, and what follows from frames; returns the instant that the frames were
        due at, and how many."""
        sent = self._send_levels(now)
        for output in self.frame_outputs:
            if output.next_due <= now:
                output.follow(now)
        return sent

    def _send_levels(self, now: float) -> tuple[float, int]:
        mixer, frames = self.playback.mixer, self.frames
        if not mixer.stale and min(frames.next_due, mixer.masters.next_end) > now:
            return now, 0
        levels = mixer.levels(now)
        changed = mixer.take_changed()
        sent = frames.send(levels, changed, mixer.moving_rows, now)
        if self.store_at == np.inf and (self._unsaved() or changed.any()):
            self.store_at = max(now, self._stored_at + STORE_EVERY)
        return sent

    def write_store(self, now: float) -> None:
        """Write the level store, if it is due."""
        if now < self.store_at:
            return
        self.store_at, self._stored_at = np.inf, now
        if self.store is not None:
            mixer = self.playback.mixer
            note = self.playback.hands.note()
            self.store.write(mixer.slots, mixer.touched, mixer.values, mixer.masters.stored(now), note)
        self.playback.mixer.masters.unsaved = self.playback.hands.unsaved = False

    def _unsaved(self) -> bool:
        return self.playback.mixer.masters.unsaved or self.playback.hands.unsaved

    def statuses(self) -> tuple[DeviceStatus, ...]:
        """How all devices are, in the order of the program."""
        outputs: list[MessageOutput | FrameOutput] = [*self.outputs.values(), *self.frame_outputs]
        status = {output.device: output.status() for output in outputs}
        known = [status.pop(target.device) for target in self.playback.program.targets if target.device in status]
        return (*known, *status.values())

    def terminate(self) -> None:
        """Tell the receivers of all universes that were sent that no more will come."""
        rows = np.flatnonzero(self.playback.mixer.touched)
        if rows.size:
            for output in self.frame_outputs:
                output.terminate(rows)
