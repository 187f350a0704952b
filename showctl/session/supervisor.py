"""Finds the engine of a show or starts one, keeps in touch with it, and puts another in the place of a lost one."""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from showctl.engine.clock import SystemClock
from showctl.engine.command import AnyCommand, Panic, Shutdown
from showctl.engine.event import AnyEvent, Warned
from showctl.engine.snapshot import Snapshot
from showctl.link.client import Client, Received, Unreachable, hand_over
from showctl.link.framing import VERSION
from showctl.link.meeting import Meeting, find, is_starting
from showctl.link.message import Agree, HandOverRefused, Ping, Request
from showctl.link.place import UnsafeFolder
from showctl.model.cue import CueId
from showctl.program.part import parts
from showctl.program.program import Program
from showctl.session.edits import NOBODY, Edits
from showctl.session.held import held_words
from showctl.session.losses import LOSSES_WITHIN, MOST_LOSSES, Losses
from showctl.session.lost import lost_text, recover_from
from showctl.session.patience import LOOK_EVERY, PING_EVERY, SILENT_AFTER, START_WITHIN, STOP_WITHIN
from showctl.session.spawn import Engine, end_silent
from showctl.session.state import EngineKind, EngineState


class NoEngine(Exception):
    """There is no engine, and why."""


class Supervisor:
    """Works in a thread of its own from `start` until `close`; everything else may be called at any time."""

    def __init__(self, path: Path, program: Program, *, outputs_off: bool, osc_port: int | None) -> None:
        self.client: Client | None = None
        """Attached and alive, as far as is known."""
        self._path = path
        self.edits = Edits(program)
        self._outputs_off = outputs_off
        """As asked for: counts for an engine that we start, but for one in the place of a lost one."""
        self._were_off = outputs_off
        """Those of the engine that we were attached to."""
        self._agreed = not outputs_off
        """That an engine may be sending."""
        self._osc_port = osc_port
        self._said_port = osc_port is None
        self._state = EngineState("starting", "Looking for the engine.", SystemClock().now())
        self._last: Snapshot | None = None
        self._left_over: deque[AnyEvent] = deque()
        self._recovering = False
        self._losses = Losses()
        self._wanted = threading.Event()
        self._agree_wanted = False
        """That the engine is to be told, once it plays what was agreed to."""
        self._has_agreed = False
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> EngineState:
        return self._state

    @property
    def newest(self) -> Snapshot | None:
        """The newest snapshot of the engine that is attached."""
        client = self.client
        return client.newest if client is not None else None

    def start(self) -> None:
        """Find or start the engine; after a failure, try again."""
        self._wanted.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="session", daemon=True)
            self._thread.start()

    def send(self, command: AnyCommand) -> bool:
        """False, and nothing is kept for later, when no engine is attached."""
        client = self.client
        if client is None or (self._state.kind == "sending" and not isinstance(command, Panic)):
            return False
        return client.send(command)

    def poll(self) -> Received:
        """What came since the last call."""
        client = self.client
        earlier = tuple(self._left_over.popleft() for _ in range(len(self._left_over)))
        if client is None:
            return Received(None, earlier, 0)
        received = client.poll()
        return replace(received, events=earlier + received.events)

    def attach_anyway(self) -> None:
        """Work with the engine though it sends."""
        self._agreed = True

    def hand_over(self) -> None:
        """Have the engine play our state of the file."""
        self.edits.hand_over()

    def amend(self, program: Program, renamed: Mapping[CueId, CueId] = NOBODY) -> None:
        """Have the engine play this newest state of the show; what runs goes on as it was started. Returns at once; of
        edits that wait the last counts, with the renumbering of all: `renamed` are the ids of cues that have another
        number since the last edit, before → after (undo gives the inverse).
        """
        self.edits.note(program, renamed)

    def agree(self) -> None:
        """Have the engine send to all destinations of our state of the show."""
        self._agree_wanted = self._has_agreed = True

    def close(self, *, stop_engine: bool) -> None:
        """Leave the engine, or end it: waits a moment for it to have ended."""
        self.edits.close(STOP_WITHIN)
        self._closing = True
        self._wanted.set()
        client = self.client
        if client is not None:
            # One that is just being attached, or is not ours to work with, may have the stage: it is left.
            ours = self._state.kind in ("attached", "older")
            if stop_engine and ours and client.send(Shutdown(source="console")):
                client.ended.wait(STOP_WITHIN)
            client.close()
        if self._thread is not None:
            self._thread.join(STOP_WITHIN)
        if self.client is not None:
            self.client.close()

    # The thread ---------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._closing:
            try:
                self._attach_and_stay()
            except (NoEngine, UnsafeFolder, OSError) as reason:
                self._recovering = False
                self._agreed = not self._outputs_off
                self._say("failed", str(reason))
                self._wanted.clear()
                if not self._closing:  # `close` says so before it sets `_wanted`
                    self._wanted.wait()

    def _attach_and_stay(self) -> None:
        """Returns when the engine is to be replaced."""
        try:
            meeting, client = self._attached()
        except Unreachable:  # it went while it was given the show
            self._count_loss()
        else:
            self._stay(meeting, client)

    def _attached(self) -> tuple[Meeting, Client]:
        """Find the engine or start one, and make sure that it has something to play."""
        if not self._recovering:
            self._say("starting", "Looking for the engine.")
        meeting, client = self._found()
        if not self._agreed and not client.welcome.outputs_off:
            self._ask(client)
        given = self.edits.program
        if not client.welcome.digest and not self._closing:
            try:
                given = self._give(meeting)
            except (NoEngine, Unreachable):
                client.close()
                raise
        if self._recovering and self._has_agreed:  # where that could not be kept, its successor does not know
            self._agree_wanted = True
        self._recovering = False
        self._were_off = client.welcome.outputs_off
        self.client = client  # first: whoever reads that it is attached may send at once
        plays = client.welcome.digest or given.digest
        self.edits.attach(meeting, plays, given)
        self._note_digest(plays)
        return meeting, client

    def _ask(self, client: Client) -> None:
        """Look on until the operator agrees that this engine sends. Raises NoEngine when it goes before."""
        self._say("sending", "Outputs off was asked for; it applies only when an engine is started.")
        self.client = client
        while not (self._agreed or self._closing):
            if client.ended.wait(LOOK_EVERY):
                self._left_over.extend(client.poll().events)
                self.client = None
                client.close()
                raise NoEngine(f"The engine that was sending has ended{_why(client.goodbye)}.")

    def _found(self) -> tuple[Meeting, Client]:
        started: Engine | None = None
        deadline = time.monotonic() + START_WITHIN
        reason = ""
        while time.monotonic() < deadline and not self._closing:
            if meeting := find(self._path):
                if meeting.version != VERSION:
                    raise NoEngine(f"Another version of showctl plays this show (pid {meeting.pid}). Stop it first.")
                try:
                    client = Client(meeting, stays=True)
                    if started is None:
                        self._note_port()
                    return meeting, client
                except Unreachable as error:  # not yet, or it is just going
                    reason = str(error)
            elif started is None and not is_starting(self._path):
                recover = self._recovering
                off = self._were_off if recover else self._outputs_off
                started = Engine(self._path, outputs_off=off, osc_port=self._osc_port, recover=recover)
            elif started is not None and started.has_ended and not is_starting(self._path):
                raise NoEngine(f"The engine did not start: {started.last_words}")
            time.sleep(0.005)
        raise NoEngine(f"No engine within {START_WITHIN:.0f} s. {reason}")

    def _give(self, meeting: Meeting) -> Program:
        """Give an engine that has none the newest state of the show: that one."""
        program, renamed = self.edits.start_from_newest()
        requests: list[Request] = [*parts(program)]
        if self._recovering:
            requests.insert(0, recover_from(self._last, renamed))
        answer = hand_over(meeting, requests)
        if isinstance(answer, HandOverRefused):
            raise NoEngine(answer.reason)
        return program

    def _stay(self, meeting: Meeting, client: Client) -> None:
        """Until the engine has gone, whichever way. Raises NoEngine if it is not to be replaced."""
        ping_at, heard_at, silent = 0.0, 0.0, 0
        seen = False
        while not client.ended.wait(LOOK_EVERY) and not self._closing:
            now = time.monotonic()
            if now >= ping_at:
                client.send(Ping())
                ping_at = now + PING_EVERY
            if client.newest:
                self._note_digest(client.newest.digest)
                seen = seen or self._note_held(client.newest)
            if self._agree_wanted and client.newest and client.newest.digest == self.edits.program.digest:
                self._tell_agreed(meeting)
            silent = silent + 1 if client.heard_at == heard_at else 0
            heard_at = client.heard_at
            if silent * LOOK_EVERY > SILENT_AFTER:  # looks, not a clock: we may have been stopped ourselves
                end_silent(self._path, meeting)
                client.close()
        self.edits.detach()
        if self._closing:
            return  # `close` has still to use the client
        self._last = client.newest or self._last
        self._left_over.extend(client.poll().events)
        self.client = None
        client.close()
        if client.goodbye:
            raise NoEngine(f"The engine has ended{_why(client.goodbye)}.")
        self._count_loss()
        self._recovering = True
        self._say("lost", lost_text(self._last, self.edits.program.cues, time.time()))

    def _tell_agreed(self, meeting: Meeting) -> None:
        self._agree_wanted = False
        with contextlib.suppress(Unreachable):  # found out by `_stay`
            answer = hand_over(meeting, [Agree(self.edits.program.digest)])
            if isinstance(answer, HandOverRefused):
                self._left_over.append(Warned(due=SystemClock().now(), text=f"outputs stay off: {answer.reason}"))

    def _count_loss(self) -> None:
        if self._losses.is_one_too_many():
            raise NoEngine(f"The engine was lost {MOST_LOSSES + 1} times in {LOSSES_WITHIN:.0f} s; see its log.")

    def _note_port(self) -> None:
        """Of an engine that somebody else has started, once."""
        if not self._said_port and not self._recovering:
            port = "off" if self._osc_port == -1 else self._osc_port
            text = (
                f"--osc-port {port} was not applied. The engine was running already, with the port it was started on."
            )
            self._left_over.append(Warned(due=SystemClock().now(), text=text))
        self._said_port = True

    def _note_held(self, snapshot: Snapshot) -> bool:
        """What keeps light from following the show is said when we come to it; once."""
        if words := held_words(snapshot):
            text = f"this engine holds output, whatever is played: {words}"
            self._left_over.append(Warned(due=SystemClock().now(), text=text))
        return True

    def _note_digest(self, digest: str) -> None:
        if self.edits.refused:
            self._say("older", f"The engine keeps to an older state of the show: {self.edits.refused}")
        elif self.edits.knows(digest):
            self._say("attached", "")
        elif self._state.kind != "older":
            self._say("older", "The engine plays another state of this file. Hand over this one when it suits.")

    def _say(self, kind: EngineKind, text: str) -> None:
        if (kind, text) != (self._state.kind, self._state.text):
            self._state = EngineState(kind, text, SystemClock().now())


def _why(goodbye: str) -> str:
    return f": {goodbye}" if goodbye else ""
