"""MIDI: handed to a process of its own, which says when each message left. No driver can hold up the dispatcher."""

import itertools
import threading
from collections.abc import Iterable

from showctl.engine.event import Sent
from showctl.engine.port import Report
from showctl.engine.snapshot import DeviceState, DeviceStatus
from showctl.model.cue import CueId
from showctl.model.message import Message, MidiMessage
from showctl.outputs.midi_client import MidiClient
from showctl.outputs.midi_waiting import MOST_WAITING, OnItsWay, Waiting
from showctl.outputs.midi_wire import Answer, Close, Closed, Forget, Open, Play, Played, PortState
from showctl.program.program import MidiTarget

OPENING = 5.0
"""Seconds to wait for news of the port; about 0.2 are usual, 2 on a machine that is busy elsewhere."""
CLOSING = 2.0
"""Seconds that closing waits for what is still to be sent, and for the release of held notes."""


class MidiOutput:
    """A MIDI port, by the name that the show gives it. All methods but `close` return at once and raise nothing."""

    def __init__(self, target: MidiTarget, client: MidiClient, report: Report) -> None:
        self.device = target.device
        self._port = target.port
        self._client = client
        self._report = report
        self._serials = itertools.count()
        self._waiting = Waiting(lambda serial: client.ask(Forget(target.device, serial)))
        self._state: DeviceState = "unused"
        """Until it is known how the port is: what is not known yet is no reason to warn anybody."""
        self._detail = "the port is being opened"
        self._sent = self._failed = self._refused = 0
        """Counted by two threads: what has left and failed by the client's, the rest by the dispatcher's."""
        self._trouble: tuple[str, float | None] = "", None
        """The last error, and when what it was about was due."""
        self._told = threading.Event()
        self._closed = threading.Event()
        client.add(self)

    @property
    def opening(self) -> Open:
        """What the process is asked to look after; asked again after each restart of it."""
        return Open(self.device, self._port)

    def wait_for_port(self) -> None:
        """Until it is known how the port is: at most OPENING seconds. For a start that plays at once."""
        self._told.wait(OPENING)

    def prepare(self, messages: Iterable[Message]) -> None:
        """There is nothing to prepare: messages are the bytes that are sent."""

    def send(self, cue: CueId, message: Message, due: float, *, ramp: bool = False) -> None:
        """Hand over. Reported with the instant at which it left; at once, as failed, if the port is not open."""
        if not isinstance(message, MidiMessage):
            self._refuse(cue, message, due, f"{self.device} is a MIDI device and cannot send OSC; name an OSC device")
        elif self._state != "open":
            self._refuse(cue, message, due, self._detail)
        elif not self._waiting.has_room(ramp):
            self._refuse(cue, message, due, f"{MOST_WAITING} messages wait already; the driver of {self._port} hangs")
        else:
            serial = next(self._serials)
            self._waiting.add(serial, OnItsWay(cue, message, due), ramp)
            self._client.ask(Play(self.device, serial, message.data))
            if self._state != "open":  # lost meanwhile, perhaps after all that waited were told
                self._settle(serial, 0.0, self._detail)

    def status(self) -> DeviceStatus:
        failed = self._failed + self._refused
        return DeviceStatus(
            self.device, "midi", self._port, self._state, self._detail, self._sent, failed, None, *self._trouble,
            len(self._waiting.serials()),
        )  # fmt: skip

    def close(self) -> None:
        """Send what waits, release held notes, close the port."""
        if not self._client.ask(Close(self.device)):
            return
        self._closed.wait(CLOSING)
        self._client.remove(self)

    def hear(self, answer: Answer) -> None:
        """What the process says; on the client's thread."""
        match answer:
            case Played():
                self._settle(answer.serial, answer.at, answer.error)
            case PortState():
                self._state, self._detail = answer.state, answer.detail
                self._told.set()
            case Closed():
                self._closed.set()

    def lose(self, why: str) -> None:
        """The process has ended: nothing that waits will be answered. On the client's thread."""
        self._state, self._detail = "missing", why
        for serial in self._waiting.serials():
            self._settle(serial, 0.0, why)
        self._told.set()
        self._closed.set()

    def _settle(self, serial: int, at: float, error: str) -> None:
        waiting = self._waiting.take(serial)
        if waiting is None:
            return
        cue, message, due = waiting
        if error:
            self._failed += 1
        else:
            self._sent += 1
        self._tell(cue, message, due, None if error else at, error)

    def _refuse(self, cue: CueId, message: Message, due: float, why: str) -> None:
        self._refused += 1
        self._tell(cue, message, due, None, why)

    def _tell(self, cue: CueId, message: Message, due: float, sent: float | None, error: str) -> None:
        if error:
            self._trouble = error, due
        self._report(Sent(due=due, cue=cue, device=self.device, to=self._port, message=message, sent=sent, error=error))
