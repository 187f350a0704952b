"""Another state of the show in place of the one that plays."""

import threading
from collections.abc import Callable, Mapping

import numpy as np

from showctl.engine.command import Stop
from showctl.engine.event import AnyEvent, Warned
from showctl.engine.frame_rates import FrameRates
from showctl.engine.level_store import LevelStore
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.port import FrameOutput, MessageOutput
from showctl.engine.stage import Stage, mixer_for
from showctl.engine.succession import Succession
from showctl.program.program import Program


class Install:
    """Put it into the dispatcher's inbox and wait for `done`; what takes time is done here, in the caller's thread.

    Active cues stop and their light freezes; what stopping them, or a panic, is still to send is sent when it is due.
    Levels, and what lists own, go on by the names of fixtures and parameters (`Succession`), masters and what is parked
    or highlighted by name; standby, the numbers of runs and actual times are kept. Afterwards `before` is what played
    until then: its outputs are the caller's to close. It stays None when the swap failed.
    """

    def __init__(
        self,
        program: Program,
        outputs: Mapping[str, MessageOutput],
        frame_outputs: tuple[FrameOutput, ...],
        store: LevelStore | None,
        report: Callable[[AnyEvent], None],
        wall_at: Callable[[float], float],
        before: Program,
    ) -> None:
        """`before`: what plays now, so that all that can be is worked out here."""
        self.program = program
        self.done = threading.Event()
        self.before: Stage | None = None
        self._report = report
        self._succession = Succession(before, program)
        mixer, left = mixer_for(program, self._succession.left), self._succession.left_by_lists
        self._playback = Playback(program, Player(program, wall_at=wall_at, left=left), mixer, outputs, report)
        self._stage = Stage(
            self._playback, FrameRates(len(program.universes), frame_outputs), outputs, frame_outputs, store
        )

    def swap(self, old: Stage, now: float) -> Stage:
        """The new stage, going on from the old one at `now`. For the dispatcher's thread."""
        old.playback.handle(Stop(source="a new state of the show"), now)
        old.playback.advance(now)
        succession = self._succession
        if succession.before is not old.playback.program:  # it was slow, and another one came before it
            succession = Succession(old.playback.program, self.program)
        self._carry_levels(old, succession, now)
        self._playback.player.go_on_from(old.playback.player, now, succession.of)
        old.playback.advance(now)  # what has no device any more that it could go to later
        self._terminate_dropped(old)
        self._stage.store_at = now  # the store of before stays until there is something in ours
        self.before = old
        return self._stage

    def _carry_levels(self, old: Stage, succession: Succession, now: float) -> None:
        mixer, here = old.playback.mixer, self._playback.mixer
        mixer.levels(now)
        row = {universe: index for index, universe in enumerate(old.playback.program.universes)}
        rows = np.array([row.get(universe, -1) for universe in self.program.universes], np.intp)
        hands, theirs = self._playback.hands, old.playback.hands
        owned = succession.owned(mixer.owned(now))
        levels, touched = succession.levels(mixer, owned.values(), here, rows)
        here.masters.go_on_from(mixer.masters, now)
        here.restore(here.slots, touched, levels)
        here.own(owned, now)
        here.submasters.take_up(here, now)
        hands.take_faders(theirs)
        for text in hands.go_on_from(theirs.kept(), now):
            self._report(Warned(due=now, text=text))
        if text := succession.gone(mixer.values):
            self._report(Warned(due=now, text=text))

    def _terminate_dropped(self, old: Stage) -> None:
        """What goes on being sent to the same place is left alone; other receivers are told that it ends."""
        going_on = {stream for output in self._stage.frame_outputs for stream in output.streams()}
        for output in old.frame_outputs:
            dropped = output.streams() - going_on
            for place in {place for place, _ in dropped}:
                rows = [row for row, u in enumerate(old.playback.program.universes) if (place, u) in dropped]
                touched = np.array([row for row in rows if old.playback.mixer.touched[row]], np.intp)
                if touched.size:
                    output.terminate(touched, place)
