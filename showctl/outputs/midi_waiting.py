"""The messages on their way to one MIDI port: not too many, and of too many the oldest values of ramps go first."""

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from showctl.model.cue import CueId
from showctl.model.message import MidiMessage

MOST_WAITING = 1024
"""Messages on their way to one port, so that a hanging driver costs no memory."""


class OnItsWay(NamedTuple):
    """What the MIDI process has not answered yet."""

    cue: CueId
    message: MidiMessage
    due: float


class Waiting:
    """By serial number, which rise. `add` and `has_room` are for the thread that sends, `take` is for any.

    `leave_out` asks the process to leave one out. It has the last word: until it answers, the message may be on the
    wire, and stays here.
    """

    def __init__(self, leave_out: Callable[[int], object]) -> None:
        self._leave_out = leave_out
        self._messages: dict[int, OnItsWay] = {}
        self._ramps: deque[int] = deque()
        """Values of ramps among them, and some that were among them."""
        self._leaving: set[int] = set()
        """Those of them that are to be left out."""

    def add(self, serial: int, message: OnItsWay, ramp: bool) -> None:
        """Note that a message is on its way."""
        self._messages[serial] = message
        if ramp:
            while self._ramps and self._ramps[0] not in self._messages:
                self._ramps.popleft()
            self._ramps.append(serial)

    def take(self, serial: int) -> OnItsWay | None:
        """A message that was answered; None if it was taken before."""
        message = self._messages.pop(serial, None)
        self._leaving.discard(serial)
        return message

    def serials(self) -> list[int]:
        """Of all that wait."""
        return list(self._messages)

    def has_room(self, ramp: bool) -> bool:
        """Whether one more may go. Where too many wait, the oldest value of a ramp, if any, is left out."""
        if len(self._messages) - len(self._leaving) < MOST_WAITING:
            return True
        if ramp and len(self._leaving) >= MOST_WAITING:
            return False  # nobody answers any more
        return self._make_room()

    def _make_room(self) -> bool:
        """A value of a 14-bit controller is two messages of one cue and instant: both go."""
        value: tuple[CueId, float] | None = None
        while self._ramps:
            serial = self._ramps[0]
            if (message := self._messages.get(serial)) is not None:
                if value not in {None, (message.cue, message.due)}:
                    break
                value = message.cue, message.due
                self._leaving.add(serial)
                self._leave_out(serial)
                if serial not in self._messages:  # answered meanwhile
                    self._leaving.discard(serial)
            self._ramps.popleft()
        return value is not None
