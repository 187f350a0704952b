"""Ramps: values that move, each sent at its planned instant, the last one exactly at the end."""

import math
from collections.abc import Callable

from showctl.engine.amending import Amending
from showctl.model.effect import Ramp, Send
from showctl.model.message import OscMessage
from showctl.model.ramp_message import ramp_messages
from showctl.timing.curve import shaped

_LEAST = 1e-9
"""Part of a ramp's time; a value nearer to the end than this is that one's."""
_SAME_STEP = 1e-6
"""Part of a step; where a ramp is loaded nearer to a step than this, it is that one's. A machine that has been up for
months knows instants to 1e-9 s, which is 2.5e-7 of the shortest step."""


def ramp_value(ramp: Ramp, start: float, part: float) -> float:
    """The value when a part (0..1) of the time is over: a whole number for MIDI."""
    if part >= 1.0:
        return ramp.end
    value = start + (ramp.end - start) * float(shaped(ramp.curve, part))
    return value if isinstance(ramp.message, OscMessage) else int(value + 0.5)


def place(ramp: Ramp) -> str:
    """Where a ramp's values go, in words."""
    message = ramp.message
    if isinstance(message, OscMessage):
        return f"{ramp.device} {message.address}"
    return f"{ramp.device}, controller {message.data[1]} of channel {1 + (message.data[0] & 0x0F)}"


class RampPlay:
    """One ramp on its way.

    `found` says where the device is, for a ramp that does not. `plan(due, do)` sees to it that `do` is called at an
    instant, later by as long as the cue is paused meanwhile, and never if it is stopped. `send` and `warn` take what is
    to be sent and said, with its instant. Instants are begin + k / rate, and the end. `since` says before which instant
    nothing is sent (the cue was loaded): a ramp that is under way then begins with its value there.
    """

    def __init__(
        self,
        ramp: Ramp,
        found: Callable[[Ramp], float | None],
        plan: Callable[[float, Callable[[float], None]], None],
        send: Callable[[float, Send], None],
        warn: Callable[[float, str], None],
        since: Callable[[], float] = lambda: -math.inf,
    ) -> None:
        self._ramp = ramp
        self._found, self._plan, self._send, self._warn = found, plan, send, warn
        self._since = since
        self._start = self._begun = self._offset = 0.0
        self._step = 0
        self._last: float | None = None

    def begin(self, due: float) -> None:
        """Plan the first value and the end; the end before the cue's own end, so that it comes first."""
        ramp = self._ramp
        self._plan(due + ramp.time, self._arrive)
        first = max(due, self._since())
        if first > due and first > due + ramp.time * (1.0 - _LEAST):
            return
        start = self._found(ramp) if ramp.start is None else ramp.start
        if start is None:
            self._at(first, due, self._warn_of_jump)
        elif ramp.time:
            self._start, self._begun, self._offset = start, due, first - due
            self._step = int(self._offset * ramp.rate + _SAME_STEP)
            self._at(first, due, self._move)

    def amend(self, amending: Amending) -> None:
        """Go on to the same device, whatever it is called in the next state of the show."""
        self._ramp = amending.said(self._ramp) or self._ramp

    def _at(self, first: float, due: float, do: Callable[[float], None]) -> None:
        if first > due:
            self._plan(first, do)
        else:
            do(due)

    def _warn_of_jump(self, due: float) -> None:
        where = place(self._ramp)
        self._warn(due, f"nothing was sent to {where} before, so it jumps there at the end; write from:")

    def _move(self, due: float) -> None:
        ramp = self._ramp
        self._begun += due - (self._begun + self._offset)  # 0, but for a pause
        value = ramp_value(ramp, self._start, self._offset / ramp.time)
        if value != self._last:  # nobody needs to hear the same again
            self._last = value
            self._say(due, value, ramp=True)
        self._step += 1
        self._offset = self._step / ramp.rate
        if self._offset < ramp.time * (1.0 - _LEAST):
            self._plan(self._begun + self._offset, self._move)

    def _arrive(self, due: float) -> None:
        self._say(due, self._ramp.end, ramp=False)

    def _say(self, due: float, value: float, ramp: bool) -> None:
        for message in ramp_messages(self._ramp, value):
            self._send(due, Send(0.0, self._ramp.device, message, ramp))
