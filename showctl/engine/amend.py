"""Another state of the show in place of the one that plays: nothing stops, and only what changed is touched."""

import threading
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from showctl.engine.amending import Amending
from showctl.engine.event import Warned
from showctl.engine.frame_rates import FrameRates
from showctl.engine.level_store import LevelStore
from showctl.engine.light_change import LightChange
from showctl.engine.playback import PlaybackChange
from showctl.engine.player_change import PlayerChange
from showctl.engine.port import FrameOutput, MessageOutput
from showctl.engine.stage import Stage
from showctl.engine.succession import Succession
from showctl.model.cue import CueId
from showctl.model.effect import Fade
from showctl.program.program import CompiledCue, Program
from showctl.program.renaming import Renaming

_LARGE = 500
"""Cues."""


def changed_cues(before: Program, after: Program) -> Iterator[CompiledCue]:
    """Those that are new or another object."""
    return (cue for cue in after.cues.values() if before.cues.get(cue.id) is not cue)


class Amend:
    """Put it into the dispatcher's inbox and wait for `done`; what takes time is done here, in the caller's thread.

    What runs goes on as it was started, and what is gone plays out. Light is not touched where patch, masters and lists
    are what they were; else each parameter goes on as it stands or moves, by the names of fixtures. Afterwards `carried
    out` says whether it is so; outputs that are used no more are the caller's to close.
    """

    def __init__(
        self,
        program: Program,
        renamed: Mapping[CueId, CueId],
        stage: Stage,
        outputs: Mapping[str, MessageOutput],
        frame_outputs: tuple[FrameOutput, ...],
        store: LevelStore | None,
    ) -> None:
        """`stage`: what plays now, and is amended in its place. `store`: the one there is, if it serves on."""
        self.done = threading.Event()
        self.carried_out = False
        playback = stage.playback
        before = playback.program
        names = Renaming(renamed)
        succession = Succession(before, program, names)
        self._light = light = LightChange(playback.mixer, before, program, succession, names)
        amending = Amending(before, program, renamed, None if succession.same else succession.now, light.layers)
        moved = playback.player.restores.moved_by_lists().items()
        left = {names.now("list", name) or name: light.now(parameters) for name, parameters in moved}
        self._player = PlayerChange(amending, left, None if succession.same else succession.of)
        changed = [*changed_cues(before, program)]
        self.is_large = len(changed) > _LARGE
        """Whether it is much of a show."""
        fades = [each for cue in changed for each in cue.effects if isinstance(each, Fade)]
        light.get_ready_for([*fades, *program.panic_look])
        self._change = PlaybackChange(self._player, light, outputs)
        row = {universe: index for index, universe in enumerate(before.universes)}
        self._rows = np.array([row.get(universe, -1) for universe in program.universes], np.intp)
        self._frame_outputs, self._store = frame_outputs, store
        same = program.universes == before.universes and _identical(frame_outputs, stage.frame_outputs)
        self._frames = None if same else FrameRates(len(program.universes), frame_outputs)

    @property
    def amending(self) -> Amending:
        """What it makes of what."""
        return self._player.amending

    def swap(self, stage: Stage, now: float) -> None:
        """Carry it out at `now`, all that was due before given. For the dispatcher's thread."""
        playback, program = stage.playback, self._player.amending.after
        playback.player.say_now(program, now, self._player.amending.names)
        playback.advance(now)
        before = playback.program
        touched = playback.mixer.touched.copy()
        for text in playback.amend(self._change, now):
            playback.report(Warned(due=now, text=text))
        self._go_on_sending(stage, before, touched, now)
        if self._store is not stage.store:
            stage.store, stage.store_at = self._store, now  # the store of before stays until there is something in ours
        elif stage.store is not None:
            stage.store.rename(program.digest)
            if self._player.amending.names:
                stage.store_at = now  # an engine that goes on from it has no names but those of now
        self.carried_out = True

    def _go_on_sending(self, stage: Stage, before: Program, touched: NDArray[np.bool_], now: float) -> None:
        program, old = stage.playback.program, stage.frame_outputs
        _terminate_dropped(old, self._frame_outputs, before.universes, touched)
        if program.universes != before.universes:
            for output in self._frame_outputs:
                output.renumber(program.universes)
        stage.outputs, stage.frame_outputs = self._change.outputs, self._frame_outputs
        if self._frames is not None:
            self._frames.go_on_from(stage.frames, self._rows)
            new = [output for output in self._frame_outputs if all(output is not each for each in old)]
            self._frames.wake(new, program.universes, stage.going_out(now)[1], now)
            stage.frames = self._frames


def _identical(some: tuple[FrameOutput, ...], others: tuple[FrameOutput, ...]) -> bool:
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))


def _terminate_dropped(
    old: tuple[FrameOutput, ...],
    new: tuple[FrameOutput, ...],
    universes: tuple[int, ...],
    touched: NDArray[np.bool_],
) -> None:
    """What goes on being sent to the same place is left alone; other receivers are told that it ends."""
    going_on = {stream for output in new for stream in output.streams()}
    for output in old:
        dropped = output.streams() - going_on
        for place in {place for place, _ in dropped}:
            rows = [row for row, u in enumerate(universes) if (place, u) in dropped and touched[row]]
            if rows:
                output.terminate(np.array(rows, np.intp), place)
