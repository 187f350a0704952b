"""What the dispatcher plays: one program with its player, mixer, outputs and schedule of frames."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showctl.engine.frame_rates import FrameRates
from showctl.engine.level_store import LevelStore
from showctl.engine.playback import Playback
from showctl.engine.port import FrameOutput, MessageOutput
from showctl.engine.snapshot import DeviceStatus

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
    _holds: bool = False
    """Whether the last frames were of a look that is held."""

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
        held = self.playback.overrides.held
        freed, self._holds = self._holds and held is None, held is not None
        unsaved = self._unsaved()
        if not (freed or unsaved or mixer.stale) and min(frames.next_due, mixer.masters.next_end) > now:
            return now, 0
        levels = mixer.levels(now)
        changed = mixer.take_changed()
        if self.store_at == np.inf and (unsaved or changed.any()):
            self.store_at = max(now, self._stored_at + STORE_EVERY)
        if held is not None:
            return frames.send(held.levels, still := np.zeros_like(changed), still, now)
        return frames.send(levels, mixer.touched.copy() if freed else changed, mixer.moving_rows, now)

    def going_out(self, now: float) -> tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.bool_]]:
        """What receivers get at `now`: slots (U × 512), universes (U,) that are sent at all, and those that move."""
        mixer = self.playback.mixer
        if (held := self.playback.overrides.held) is not None:
            return held.levels, held.touched.copy(), np.zeros_like(held.touched)
        return mixer.levels(now), mixer.touched.copy(), mixer.moving_rows

    def write_store(self, now: float) -> None:
        """Write the level store, if it is due."""
        if now < self.store_at:
            return
        self.store_at, self._stored_at = np.inf, now
        if self.store is not None:
            mixer, overrides = self.playback.mixer, self.playback.overrides
            levels, touched = (mixer.slots, mixer.touched) if overrides.held is None else overrides.held[1:]
            named = mixer.masters.stored(now) | overrides.stored()
            self.store.write(levels, touched, mixer.values, named, self.playback.hands.note())
        playback = self.playback
        playback.mixer.masters.unsaved = playback.hands.unsaved = playback.overrides.unsaved = False

    def _unsaved(self) -> bool:
        playback = self.playback
        return playback.mixer.masters.unsaved or playback.hands.unsaved or playback.overrides.unsaved

    def statuses(self) -> tuple[DeviceStatus, ...]:
        """How all devices are, in the order of the program."""
        outputs: list[MessageOutput | FrameOutput] = [*self.outputs.values(), *self.frame_outputs]
        status = {output.device: output.status() for output in outputs}
        known = [status.pop(target.device) for target in self.playback.program.targets if target.device in status]
        return (*known, *status.values())

    def terminate(self) -> None:
        """Tell the receivers of all universes that were sent that no more will come."""
        held = self.playback.overrides.held
        rows = np.flatnonzero(self.playback.mixer.touched if held is None else held.touched)
        if rows.size:
            for output in self.frame_outputs:
                output.terminate(rows)
