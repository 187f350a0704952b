"""An output that only says what it would have sent: for simulation, and while outputs are off."""

from collections.abc import Iterable

from showctl.engine.event import Sent
from showctl.engine.port import Report
from showctl.engine.snapshot import DeviceStatus
from showctl.model.address import Endpoint
from showctl.model.cue import CueId
from showctl.model.message import Message
from showctl.program.program import MidiTarget, OscTarget

OUTPUTS_OFF = "outputs are off"
"""What the status of all devices says then."""


class Recording:
    """A device whose messages are reported as not sent (`sent` None)."""

    def __init__(self, target: OscTarget | MidiTarget, report: Report, why: str = OUTPUTS_OFF) -> None:
        """`why` nothing is sent; unless outputs are off as a whole, each message says so."""
        self.device = target.device
        self._protocol = "osc" if isinstance(target, OscTarget) else "midi"
        self._to = str(Endpoint(*target.to)) if isinstance(target, OscTarget) else target.port
        self._report, self._why = report, why
        self._error = "" if why == OUTPUTS_OFF else why

    def prepare(self, messages: Iterable[Message]) -> None:
        """Nothing to prepare."""

    def send(self, cue: CueId, message: Message, due: float, *, ramp: bool = False) -> None:
        """Report the message."""
        to, error = self._to, self._error
        self._report(Sent(due=due, cue=cue, device=self.device, to=to, message=message, error=error))

    def status(self) -> DeviceStatus:
        """Off, whatever was asked of it."""
        return DeviceStatus(self.device, self._protocol, self._to, "off", self._why)

    def close(self) -> None:
        """Nothing to close."""
