"""An output that only says what it would have sent: for simulation, and while outputs are off."""

from collections.abc import Iterable

from showctl.engine.event import Sent
from showctl.engine.port import Report
from showctl.engine.snapshot import DeviceStatus
from showctl.model.address import Endpoint
from showctl.model.cue import CueId
from showctl.model.message import Message
from showctl.program.program import MidiTarget, OscTarget


class Recording:
    """A device whose messages are reported as not sent (`sent` None)."""

    def __init__(self, target: OscTarget | MidiTarget, report: Report) -> None:
        self.device = target.device
        self._protocol = "osc" if isinstance(target, OscTarget) else "midi"
        self._to = str(Endpoint(*target.to)) if isinstance(target, OscTarget) else target.port
        self._report = report

    def prepare(self, messages: Iterable[Message]) -> None:
        """Nothing to prepare."""

    def send(self, cue: CueId, message: Message, due: float, *, ramp: bool = False) -> None:
        """Report the message."""
        self._report(Sent(due=due, cue=cue, device=self.device, to=self._to, message=message))

    def status(self) -> DeviceStatus:
        """Off, whatever was asked of it."""
        return DeviceStatus(self.device, self._protocol, self._to, "off", "outputs are off")

    def close(self) -> None:
        """Nothing to close."""
