"""The open show, and the engine that plays it."""

import time
from collections import deque
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from showctl.engine.command import AnyCommand
from showctl.engine.event import Warned
from showctl.engine.level_store import LevelReader
from showctl.engine.source import Provenance
from showctl.link.agreed import Agreed, agree
from showctl.link.client import Client
from showctl.link.message import Listen
from showctl.link.place import place_of
from showctl.model.cue import CueId
from showctl.model.show import Show
from showctl.program.chase import Chase, armed_as_now, chase
from showctl.program.destination import Destination, all_destinations
from showctl.program.opening import Opened
from showctl.program.program import Program
from showctl.session.change import Changing
from showctl.session.document import Document
from showctl.session.edit import Edit
from showctl.session.edit_message import Made
from showctl.session.edit_server import EditServer
from showctl.session.following import Following
from showctl.session.message_log import MessageLog
from showctl.session.notice import Notice
from showctl.session.state import Update
from showctl.session.states import Step
from showctl.session.supervisor import Supervisor
from showctl.session.torn import torn_of
from showctl.showfile.save import NotSaved

KEPT_WITHIN = 5.0
"""Seconds for an edit of somebody else to be kept, before the answer says that it is not."""
CLOSE_WITHIN = 3.0
"""Seconds for a state that is being compiled when the session closes."""


class Session:
    """All methods return at once, but for `close`, which may wait for an engine that it stops, and those that edit,
    which check and compile (see EditedShow) and may be called from another thread. `show` and `program` belong
    together; they are those of the document at the last `poll`, or at an edit, undo or redo of ours since.
    """

    def __init__(self, path: Path, *, outputs_off: bool = False, osc_port: int | None = None) -> None:
        """Load and compile the show. Raises Unreadable, Refused with every problem, or UnsafeFolder. Single cues that
        cannot play are broken in the program, see CompiledCue.

        `osc_port`: the OSC control input's, instead of the show's; 0 any free one, -1 off.
        """
        self.document = Document.open(path)
        try:
            opened = self.document.opened()
        except BaseException:
            self.document.close()
            raise
        self.path = path
        self.opened = opened
        """The state of the document that is `show` and `program`: one value, whatever thread comes to another."""
        self._agreed = Agreed(path)
        self._notices: deque[Notice] = deque()
        self._notices.extend(Notice("torn", f"{torn}. See: showctl recover.") for torn in torn_of(path))
        self._levels = LevelReader(place_of(path).levels)
        self._supervisor = Supervisor(path, opened.program, outputs_off=outputs_off, osc_port=osc_port)
        self._supervisor.edits.looks_on = bool(self.document.read_only)
        self._following = Following(self.document, self._amend)
        self.log = MessageLog()
        """Messages that were sent and came in; the latter while `listen` says so."""
        self._listens = False
        self._listened: Client | None = None
        """Which connection was asked for what comes in."""
        self._edits = EditServer(self._edited_by_others)
        self.document.meet(self._edits.port, self._edits.token)

    @property
    def show(self) -> Show:
        return self.opened.show

    @property
    def program(self) -> Program:
        return self.opened.program

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
        client = self._supervisor.client
        if self._listens and client is not None and client is not self._listened and client.send(Listen(True)):
            self._listened = client
        received = self._supervisor.poll()
        events = received.events
        self.log.take(received.recent, 0)
        self.log.take(events, received.missed)
        if received.missed:
            now = self._supervisor.state.since
            events = (
                Warned(due=now, text=f"{received.missed} messages are not listed here: there were too many at once"),
                *events,
            )
        if self._following.is_behind:  # also what was done to the document in another thread
            self._following.changed()
        notices = [*self.document.poll(), *(self._notices.popleft() for _ in range(len(self._notices)))]
        self._look()
        return Update(
            received.snapshot,
            events,
            self._supervisor.state,
            received.recent,
            self.document.now(),
            tuple(notices),
        )

    def edit(self, edit: Changing) -> str:
        """Make an edit; its name, or empty if it changes nothing. Raises EditRefused: then nothing has changed."""
        step = self.document.edit(edit)
        if step is not None and step.warning:
            self._notices.append(Notice("edited", f"{step.name}: {step.warning}"))
        return self._followed(step)

    def undo(self) -> str:
        """Take the last edit back; its name, empty if there is none."""
        return self._followed(self.document.undo())

    def redo(self) -> str:
        """Make the edit again that was undone last; its name, empty if there is none."""
        return self._followed(self.document.redo())

    def save(self, *, over_others: bool = False) -> None:
        """As Document.save: a notice says what came of it."""
        self.document.save(over_others=over_others)

    def reload(self) -> str:
        """Take what another program has written. Raises Unreadable and EditRefused."""
        return self._followed(self.document.reload())

    def claim(self) -> None:
        """Open to be edited what was read-only. Raises Held, UnsafeFolder, Unreadable and EditRefused."""
        self.document.claim()
        self._supervisor.edits.looks_on = False
        self.document.meet(self._edits.port, self._edits.token)
        self._following.changed()

    def take_recovery(self) -> str:
        """Make the edits again that an earlier session did not save. Raises EditRefused."""
        return self._followed(self.document.take_recovery())

    def attach_anyway(self) -> None:
        """Work with an engine that sends, though outputs off was asked for."""
        self._supervisor.attach_anyway()

    def hand_over(self) -> None:
        """Have the engine play the file's present state, where it plays an older one. Does nothing while somebody else
        has the show open to edit it: what is played is theirs to say."""
        self._supervisor.hand_over()

    @property
    def new_destinations(self) -> list[Destination]:
        """Where the show would send to, and nobody has agreed to on this machine: nothing is sent there. In the order
        of the show."""
        self._agreed.look_again()  # somebody may have agreed on the command line
        return self._agreed.new(all_destinations(self.program))

    def agree(self) -> str:
        """Agree to all of them, for good, and have the engine send there. What is wrong if it cannot be kept, and is
        good for this time only; else empty."""
        destinations = all_destinations(self.program)
        self._agreed.add(destinations)
        self._supervisor.agree()
        try:
            agree(self.path, destinations)
        except OSError as error:
            return f"that you agreed cannot be kept ({error.strerror}), so you will be asked again next time"
        return ""

    def close(self, *, stop_engine: bool, discard_edits: bool = False) -> None:
        """Leave the engine playing, or end it cleanly. An engine that has sent nothing ends in either case; one that
        is `sending` is left in either case. Edits that are not saved are kept for the next time, unless they are to be
        discarded."""
        self._edits.close()
        self._following.close(CLOSE_WITHIN)
        self._supervisor.close(stop_engine=stop_engine)
        self.document.close(discard_edits=discard_edits)

    def listen(self, on: bool) -> None:
        """Whether the log is to have what comes in as well: from this engine, and from those that come after it."""
        self._listens, self._listened = on, None
        if not on and (client := self._supervisor.client) is not None:
            client.send(Listen(False))

    def whose(self, universe: int) -> Provenance | None:
        """What decides the levels of a universe, as was heard last, at most some tenths of a second ago; None while
        nobody knows. Asks anew: call it as long as it matters."""
        client = self._supervisor.client
        return client.whose(universe, time.monotonic()) if client is not None else None

    def levels(self) -> tuple[tuple[int, ...], NDArray[np.uint8]] | None:
        """Universes, and the levels (universe × 512) that the engine has now; None while there are none."""
        read = self._levels.read()
        return (read[0], read[1]) if read else None

    def _followed(self, step: Step | None) -> str:
        if step is None:
            return ""
        self._following.changed()
        self._look()
        return step.name

    def _look(self) -> None:
        """Come to the state of the document, if it has been compiled."""
        opened = self.document.opened_if_known()
        if opened is not None:
            self.opened = opened

    def _amend(self, opened: Opened, renamed: Mapping[CueId, CueId]) -> None:
        self._supervisor.amend(opened.program, renamed)

    def _edited_by_others(self, edit: Edit, who: str, save: bool) -> Made:
        """In the thread of their connection."""
        step = self.document.edit(edit)
        if step is not None:
            self._following.changed()
            self._notices.append(Notice("edited", f"{who} edited the show: {step.name}."))
            if step.warning:
                self._notices.append(Notice("edited", f"{step.name}: {step.warning}"))
        kept = self.document.wait_kept(KEPT_WITHIN)
        try:
            saved = save and self.document.save_now() is not None
        except NotSaved:  # the console says so, and what can be done
            saved = False
        return Made(step.name, kept, saved, step.warning) if step is not None else Made("", kept, saved)
