"""A program that is playing: its outputs, its level store and the dispatcher's thread."""

import logging
import threading
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from queue import SimpleQueue

from showctl.engine.amend import Amend, changed_cues
from showctl.engine.clock import Clock
from showctl.engine.command import AnyCommand, Go, TakeFrom
from showctl.engine.day import Day
from showctl.engine.dispatcher import Dispatcher, Inbox
from showctl.engine.event import GoRefused, Warned
from showctl.engine.fixture_names import FixtureNames
from showctl.engine.frame_rates import FrameRates
from showctl.engine.lateness import Lateness
from showctl.engine.level_store import LevelReader, LevelStore
from showctl.engine.master import BLACKOUT, Masters
from showctl.engine.outbox import Outbox
from showctl.engine.overrides import STORED
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.publisher import Publisher
from showctl.engine.source import Provenance
from showctl.engine.stage import Stage
from showctl.engine.switch_on import SwitchOn
from showctl.engine.taking import Taking, taking_of
from showctl.host.preparation import Preparation
from showctl.host.realtime import ask_for_realtime
from showctl.host.recovery import recovered
from showctl.host.rig import Rig, rig_of
from showctl.host.sources import Sources
from showctl.host.unknown import cue_meant, list_meant, unknown_by_hand, unknown_cue, unknown_list
from showctl.link.message import Recover
from showctl.model.cue import CueId
from showctl.outputs.sequences import Sequences
from showctl.program.program import CompiledCue, Program, Target

SWAP_WITHIN = 10.0
"""Seconds for the dispatcher to take another state of the show; it takes some milliseconds."""

SAY_AGAIN_AFTER = 5.0
"""Seconds."""

log = logging.getLogger(__name__)


class NotSwapped(Exception):
    """The dispatcher did not take another state of the show; what played before plays on."""


class Playing:
    """From its making on, until a Shutdown is posted and `close` is called."""

    def __init__(
        self,
        program: Program,
        store: Path,
        cid: uuid.UUID,
        clock: Clock,
        outbox: Outbox,
        *,
        outputs_off: bool,
        seen: Recover | None = None,
        bad_packets: Callable[[], int] = lambda: 0,
        allows: Callable[[Target], bool] = lambda _: True,
        show: Path | None = None,
    ) -> None:
        """`seen`: take the place of a lost engine, from the levels in the store and what was last seen of it.

        `allows`: whether a device may be sent to; it is asked again by `replace` and `switch_on` only. `show`: its
        file, for what is said.
        """
        self.program = program
        self._names = FixtureNames(program)
        self._warned: dict[str, float] = {}
        """Until when a sentence is not said again."""
        self._store_path = store
        self._cid, self._clock, self._outbox, self._outputs_off = cid, clock, outbox, outputs_off
        self._allows, self._show = allows, show
        self._waiting: frozenset[str] = frozenset()
        """Devices that are silent until they may be sent to."""
        self._inbox: Inbox = SimpleQueue()
        self._sequences = Sequences()
        stored = LevelReader(store).stored() if seen is not None else None
        self._rig = rig = self._rig_of(program)
        mixer = mixer_for(program)
        # Levels of the lost one stay where they are until ours are written: we may be lost as well before that.
        self._store = self._store_of(program, waits=stored is not None)
        known = recovered(stored, program) if stored is not None else None
        if known is not None:
            known.send(rig.frames)
            self._sequences.leap()
        seen = seen or Recover({}, ())
        player = Player(
            program,
            seen.standby,
            wall_at=self._wall_at,
            day=Day(seen.day, seen.rehearsed, rehearsal=seen.rehearsal),
            evening=seen.evening,
            lit=stored is not None,
        )
        playback = Playback(program, player, mixer, rig.messages, outbox.report)
        for text in known.restore(playback, self._store) if known is not None else ():
            self._warn(text)
        self._stage = stage = Stage(
            playback, FrameRates(len(program.universes), rig.frames), rig.messages, rig.frames, self._store
        )
        lateness = Lateness()
        self._evening, self._last_sent = seen.evening, player.last_sent
        self._publisher = publisher = Publisher(
            outbox, lateness, clock, outputs_off=outputs_off, interrupted=seen.interrupted, bad_packets=bad_packets
        )
        dispatcher = Dispatcher(stage, self._inbox, outbox, publisher, lateness, clock, ask_for_realtime)
        self._sources = Sources(self._inbox.put, clock)
        self._preparation = Preparation(self._taking, self._inbox.put, self._warn)
        self._thread = threading.Thread(target=dispatcher.run, name="dispatcher", daemon=True)
        self._thread.start()

    def post(self, command: AnyCommand) -> None:
        """For the dispatcher, from any thread. Returns at once; what names nothing that is there is refused here."""
        if (name := unknown_list(self.program, command)) is not None:
            said = f"no list '{name}'{list_meant(self.program, name)}"
            if isinstance(command, Go):
                self._outbox.report(GoRefused(due=self._clock.now(), reason=said, source=command.source))
            else:
                self._warn(f"there is {said}")
        elif (cue := unknown_cue(self.program, command, self._active)) is not None:
            self._warn(f"there is no cue {cue}, and nothing was done{cue_meant(self.program, cue)}")
        elif (text := unknown_by_hand(self.program, self._names, command)) is not None:
            self._warn_seldom(text)
        else:
            self._preparation.post(command)

    def _taking(self, command: TakeFrom) -> Taking:
        seen = self._publisher.newest
        evening = seen.evening if seen is not None else self._evening
        return taking_of(self.program, command, evening, self._last_sent.knows)

    def _active(self) -> Collection[CueId]:
        """Cues that run, as was seen last: they may be gone from the show."""
        seen = self._publisher.newest
        return {active.cue for active in seen.active} if seen is not None else ()

    def whose(self, universe: int, slot: int, answer: Callable[[Provenance], None]) -> None:
        """What decides the levels of a universe, or of one slot; `answer` is called in another thread."""
        seen = self._publisher.newest
        disarmed = seen.disarmed if seen is not None else ()
        self._sources.ask(universe, slot, frozenset(disarmed), answer)

    def wait_for_ports(self) -> None:
        """Until it is known of each MIDI port whether it is there."""
        self._rig.wait_for_ports()

    def amend(self, program: Program, renamed: Mapping[CueId, CueId]) -> None:
        """Another state of the show in place of this one; nothing stops. `renamed`: cues that go by another id. Raises
        NotSwapped.
        """
        before = self.program
        rig = self._rig_of(program, self._rig, changed_cues(before, program))
        store = self._store if _stored_alike(before, program) else self._store_of(program, waits=True)
        rig.wait_for_ports()  # what is said to them right after it finds them open
        amend = Amend(program, renamed, self._stage, rig.messages, rig.frames, store)
        with self._preparation.undisturbed:
            self._inbox.put(amend)
            if taken := amend.done.wait(SWAP_WITHIN) and amend.carried_out:
                self.program = program
        if not taken:
            rig.close(but=self._rig)
            if store is not None and store is not self._store and amend.done.is_set():
                store.close()
            raise NotSwapped("the engine could not change over to this state of the show; see its log")
        old_rig, old_store = self._rig, self._store
        self._rig, self._store = rig, store
        if program.fixtures is not before.fixtures or program.universes != before.universes:
            self._names = FixtureNames(program)
        old_rig.close(but=rig)
        if old_store is not None and old_store is not store:
            old_store.close()

    def switch_on(self) -> None:
        """Send to devices that waited and may be sent to by now; nothing else is disturbed. Raises NotSwapped."""
        ready = {each.device for each in self.program.targets if each.device in self._waiting and self._allows(each)}
        if not ready or self._outputs_off:
            return
        rig = self._rig_of(self.program, self._rig, ())
        rig.wait_for_ports()
        item = SwitchOn(rig.messages, rig.frames)
        self._inbox.put(item)
        if not item.done.wait(SWAP_WITHIN) or not item.taken:
            rig.close(but=self._rig)
            self._waiting |= ready
            raise NotSwapped("the engine could not switch on these outputs; see its log")
        old_rig, self._rig = self._rig, rig
        old_rig.close(but=rig)

    def close(self) -> None:
        """After a Shutdown, or when the dispatcher has ended: send what still waits, let go of everything."""
        self._thread.join()
        self._preparation.close()
        self._sources.close()
        self._rig.close()
        if self._store is not None:
            self._store.close()

    def _rig_of(self, program: Program, before: Rig | None = None, changed: Iterable[CompiledCue] | None = None) -> Rig:
        report, sequences = self._outbox.report, self._sequences
        self._waiting = frozenset(target.device for target in program.targets if not self._allows(target))
        return rig_of(
            program,
            self._cid,
            self._clock,
            report,
            sequences,
            outputs_off=self._outputs_off,
            allows=lambda target: target.device not in self._waiting,
            before=before,
            changed=changed,
            show=self._show,
        )

    def _store_of(self, program: Program, *, waits: bool) -> LevelStore | None:
        parameters = len(program.parameters.default) // 4
        try:
            names = (*Masters(program.masters).names, BLACKOUT, *STORED)
            return LevelStore.create(
                self._store_path, program.universes, parameters, program.digest, names, waits=waits
            )
        except OSError as error:
            self._warn(f"the levels cannot be kept for a new engine ({error}); all else works")
            return None

    def _warn(self, text: str) -> None:
        log.info("warned: %s", text)
        self._outbox.report(Warned(due=self._clock.now(), text=text))

    def _warn_seldom(self, text: str) -> None:
        """What a fader on its way would say a hundred times a second. From any thread."""
        now = self._clock.now()
        if now >= self._warned.get(text, -1.0):
            self._warned = {each: until for each, until in self._warned.items() if until > now}
            self._warned[text] = now + SAY_AGAIN_AFTER
            self._warn(text)

    def _wall_at(self, instant: float) -> float:
        return self._clock.wall() + instant - self._clock.now()


def _stored_alike(before: Program, after: Program) -> bool:
    """Whether the level store of one serves the other."""
    names = [[each.name for each in program.masters] for program in (before, after)]
    sizes = [(program.universes, len(program.parameters.default)) for program in (before, after)]
    return names[0] == names[1] and sizes[0] == sizes[1] and before.parameters == after.parameters
