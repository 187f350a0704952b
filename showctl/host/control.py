"""The control inputs of whatever show is playing: OSC, and MIDI faders and buttons."""

from collections.abc import Callable

from showctl.engine.command import AnyCommand
from showctl.inputs.heard import Heard
from showctl.inputs.midi import MidiControl
from showctl.inputs.osc import OscControl
from showctl.model.show import OscInput
from showctl.program.program import MidiListener, OscListener

OFF = -1
"""As a port: commands by OSC are not taken."""


class Control:
    """Listens where the show says; to OSC on `port` if one is given (0 any, -1 none)."""

    def __init__(
        self,
        port: int | None,
        post: Callable[[AnyCommand], None],
        warn: Callable[[str], None],
        heard: Heard = lambda _: None,
    ) -> None:
        self._port, self._heard = port, heard
        self._post = post
        self._warn = warn
        self._wanted: OscListener | None = None
        self._input: OscControl | None = None
        self._bad_before = 0
        self._listener: MidiListener | None = None
        self._midi: MidiControl | None = None

    @property
    def port(self) -> int:
        """The UDP port that is listened on; 0 for none."""
        return self._input.port if self._input is not None else 0

    @property
    def bad_packets(self) -> int:
        """Packets that nobody understood, since the start."""
        return self._bad_before + (self._input.bad_packets if self._input is not None else 0)

    def listen(self, wanted: OscListener | None) -> None:
        """Listen as this state of the show says. A port that is taken is told, and stops nothing."""
        if self._port == OFF or wanted == self._wanted:
            return
        self._close_osc()
        self._wanted = wanted
        if wanted is None:
            return
        port = wanted.port if self._port is None else self._port
        config = OscInput(port=port, interface=wanted.interface, senders=wanted.senders)
        self._input = OscControl(config, self._post, self._warn, self._heard)
        if self._input.problem:
            self._warn(self._input.problem)

    def listen_to_midi(self, wanted: MidiListener | None) -> None:
        """Take faders and buttons as this state of the show says; a port stays open while that says the same."""
        if wanted == self._listener:
            return
        if self._midi is not None:
            self._midi.close()
        self._listener = wanted
        self._midi = MidiControl(wanted, self._post, self._warn, self._heard) if wanted is not None else None

    def close(self) -> None:
        """Take no more commands."""
        self.listen_to_midi(None)
        self._close_osc()

    def _close_osc(self) -> None:
        if self._input is not None:
            self._bad_before += self._input.bad_packets
            self._input.close()
        self._input = self._wanted = None
