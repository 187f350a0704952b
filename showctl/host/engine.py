"""The engine of one show: can be reached by clients, and plays what it is given."""

import logging
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from showctl.engine.clock import SystemClock
from showctl.engine.command import AnyCommand, Shutdown
from showctl.engine.event import AnyEvent, Received, Warned
from showctl.engine.outbox import Outbox
from showctl.engine.snapshot import Snapshot
from showctl.engine.source import Provenance
from showctl.host.claim import claims_of
from showctl.host.control import Control
from showctl.host.installation import source_id
from showctl.host.playing import NotSwapped, Playing
from showctl.host.teller import Teller, Watch
from showctl.link.agreed import Agreed, waiting_words
from showctl.link.framing import VERSION
from showctl.link.meeting import Meeting, Reservation, Taken
from showctl.link.message import HandOverRefused, Installed, PlaysAnother, Recover, Welcome
from showctl.link.server import Server
from showctl.model.cue import CueId
from showctl.program.amendment import Amendment
from showctl.program.destination import Destination, all_destinations
from showctl.program.program import Program

log = logging.getLogger(__name__)


class Engine:
    """Has reserved the show from its making on; plays from the first `install` on. `close` ends it in any state."""

    def __init__(
        self,
        show: Path,
        *,
        outputs_off: bool = False,
        osc_port: int | None = None,
        recover: bool = False,
        agreed: Iterable[Destination] = (),
    ) -> None:
        """`recover`: take the place of a lost engine. `agreed`: where it may send, besides what is kept of that.

        Raises Taken when another plays this show, and UnsafeFolder.
        """
        self.show = Path(os.path.realpath(show))
        self.ended = threading.Event()
        """Set when it was told to end and has sent its last, or when it cannot go on."""
        self.error = ""
        """Why it could not go on; empty when it was told to end."""
        self.reason = "it was stopped"
        self.anything_sent = False
        """Whether anything has been sent since the start."""
        self.on_console_left: Callable[[], None] = lambda: None
        self._outputs_off = outputs_off
        self._agreed = Agreed(self.show)
        self._agreed.add(agreed)
        self._waiting: tuple[Destination, ...] = ()
        """What was last said to wait for somebody to agree."""
        self._seen = Recover({}, ()) if recover else None
        self._clock = SystemClock()
        self._outbox = Outbox()
        self._reservation = Reservation(self.show)
        self._server = Server(self)
        self._control = Control(osc_port, self.command, self.warn, self._came)
        self._teller = Teller(self._outbox, self._dispatcher_ended)
        self._teller.watches += [self._note, self._server.tell]
        self._installing = threading.Lock()
        self._playing: Playing | None = None
        self._meeting = Meeting(
            VERSION, os.getpid(), self._server.port, self._server.token, str(self.show), self._clock.wall(),
            outputs_off=outputs_off,
        )  # fmt: skip

    def watch(self, watch: Watch) -> None:
        """Pass on what is new to this one as well, but not what comes in. Before `open`."""

        def played(events: Sequence[AnyEvent], snapshot: Snapshot | None) -> None:
            watch([event for event in events if not isinstance(event, Received)], snapshot)

        self._teller.watches.append(played)

    def open(self) -> None:
        """Let clients find us."""
        self._teller.start()
        self._server.start()
        self._reservation.publish(self._meeting)

    def warn(self, text: str) -> None:
        """Tell those who watch, from any thread: what is wrong and what to do."""
        log.info("warned: %s", text)  # who watches says it; here it is only kept
        self._outbox.report(Warned(due=self._clock.now(), text=text))

    @property
    def consoles(self) -> int:
        """Consoles that are attached."""
        return self._server.consoles

    @property
    def osc_port(self) -> int:
        """The port of the OSC control input; 0 for none."""
        return self._control.port

    def wait_for_ports(self) -> None:
        """Until it is known of each MIDI port whether it is there: before a GO that nobody thinks twice about."""
        if self._playing is not None:
            self._playing.wait_for_ports()

    def stop(self, source: str) -> None:
        """End cleanly; `ended` is set when streams are terminated."""
        self.command(Shutdown(source=source))

    def close(self) -> None:
        """Take everything down; what still waits to be sent is sent, and told, first. Stops what is still playing."""
        self._control.close()
        with self._installing:
            if self._playing is not None:
                self._playing.post(Shutdown(source="its end"))  # the first one counts
                self._playing.close()
        self._teller.finish()
        if not self.error:  # without a goodbye consoles know that it was lost
            self._server.close(self.reason)
            self._reservation.place.levels.unlink(missing_ok=True)
        self._reservation.close()

    # What clients ask, in their threads ---------------------------------------------------------------------------

    def welcome(self) -> Welcome:
        digest = self._playing.program.digest if self._playing else ""
        return Welcome(os.getpid(), str(self.show), digest, self._outputs_off)

    def command(self, command: AnyCommand) -> None:
        """For the player; before there is one only a Shutdown means anything."""
        if isinstance(command, Shutdown):
            self.reason = f"it was stopped by {command.source}"
            if self._playing is None:
                self.ended.set()
        if self._playing is not None:
            self._playing.post(command)

    def recover(self, seen: Recover) -> None:
        if self._seen is not None:
            self._seen = seen

    def whose(self, universe: int, slot: int, answer: Callable[[Provenance], None]) -> None:
        """`answer` is called in another thread."""
        if self._playing is None:
            answer(Provenance(universe, self._clock.now(), refused="nothing is played yet"))
        else:
            self._playing.whose(universe, slot, answer)

    def _came(self, make: Callable[[float], Iterable[Received]]) -> None:
        """From the threads of control inputs."""
        if self._server.listened:
            for event in make(self._clock.now()):
                self._outbox.report(event)

    def left(self) -> None:
        self.on_console_left()

    def install(self, program: Program) -> Installed | HandOverRefused:
        """Play this; what plays already goes on. Returns when it plays, or why not."""
        with self._installing:
            return self._change_to(program, {})

    def amend(self, amendment: Amendment) -> Installed | HandOverRefused | PlaysAnother:
        """Play what this makes of what is playing. Returns when it plays, or why not."""
        with self._installing:
            playing = self._playing.program if self._playing is not None else None
            if playing is None or playing.digest != amendment.start:
                return PlaysAnother(playing.digest if playing is not None else "")
            try:
                program = amendment.carried_out(playing)
            except ValueError as error:
                return HandOverRefused(f"the edit cannot be taken over: {error}")
            return self._change_to(program, amendment.renamed)

    def _change_to(self, program: Program, renamed: Mapping[CueId, CueId]) -> Installed | HandOverRefused:
        if self._playing is not None and self._playing.program.digest == program.digest:
            return Installed(program.digest)
        self._agreed.look_again()
        meeting = self._meeting_for(program)
        try:
            self._reservation.publish(meeting)
            self._play(program, renamed)
        except (Taken, NotSwapped) as reason:
            log.info("refused: %s", reason)  # whoever handed over says so
            self._reservation.publish(self._meeting)  # as it was
            return HandOverRefused(str(reason))
        self._meeting = meeting
        self._control.listen(program.osc_input)
        self._control.listen_to_midi(program.midi_input)
        log.info("playing %s, state %s", program.title, program.digest[:12])
        self._say_waiting(program)
        return Installed(program.digest)

    def _say_waiting(self, program: Program) -> None:
        """Once, and again when there are others: not with each edit."""
        waiting = () if self._outputs_off else tuple(self._agreed.new(all_destinations(program)))
        if waiting and waiting != self._waiting:
            self.warn(waiting_words(waiting, self.show))
        self._waiting = waiting

    def agree(self, digest: str) -> Installed | HandOverRefused:
        """Send to all destinations of this state of the show from now on. Returns when it does, or why not."""
        with self._installing:
            if self._playing is None or self._playing.program.digest != digest:
                return HandOverRefused("the engine plays another state of the show; hand over this one first")
            before = self._meeting
            self._agreed.add(all_destinations(self._playing.program))
            meeting = self._meeting_for(self._playing.program)
            try:
                self._reservation.publish(meeting)
                self._playing.switch_on()
            except (Taken, NotSwapped) as reason:
                self._reservation.publish(before)
                return HandOverRefused(str(reason))
            self._meeting = meeting
            return Installed(digest)

    def _meeting_for(self, program: Program) -> Meeting:
        """With what we claim: only what is sent."""
        sent = replace(program, targets=tuple(filter(self._agreed.allows, program.targets)))
        claims = () if self._outputs_off else claims_of(sent)
        return replace(self._meeting, digest=program.digest, title=program.title, claims=claims)

    def _play(self, program: Program, renamed: Mapping[CueId, CueId]) -> None:
        if self._playing is not None:
            self._playing.amend(program, renamed)
            return
        self._playing = Playing(
            program,
            self._reservation.place.levels,
            source_id(self.show),
            self._clock,
            self._outbox,
            outputs_off=self._outputs_off,
            seen=self._seen,
            bad_packets=lambda: self._control.bad_packets,
            allows=self._agreed.allows,
            show=self.show,
        )

    # What the dispatcher says, in the teller's thread -------------------------------------------------------------

    def _note(self, events: Sequence[AnyEvent], snapshot: Snapshot | None) -> None:
        if snapshot is not None and snapshot.anything_sent:
            self.anything_sent = True

    def _dispatcher_ended(self, error: str) -> None:
        self.error = error
        self.ended.set()
