"""MIDI control: faders and buttons of a controller, through a MIDI process of its own, so that no driver can hold up
the engine."""

from collections.abc import Callable
from functools import partial

from showctl.engine.command import AnyCommand
from showctl.inputs.heard import Heard as Hear
from showctl.inputs.heard import midi_came
from showctl.inputs.midi_buttons import MidiButtons
from showctl.inputs.midi_faders import MidiFaders
from showctl.outputs.midi_client import MidiClient
from showctl.outputs.midi_wire import Answer, Close, Closed, Heard, Listen, PortState
from showctl.program.program import MidiListener


class MidiControl:
    """Listens until `close`. Commands go to `post`, and how the port is to `warn`, from a thread of its own; neither
    may block. A port that is missing is waited for; what was held there is let go of.
    """

    device = "MIDI control"
    """Its name in the MIDI process."""

    def __init__(
        self,
        wanted: MidiListener,
        post: Callable[[AnyCommand], None],
        warn: Callable[[str], None],
        heard: Hear = lambda _: None,
    ) -> None:
        self._port = wanted.port
        source = self._source = f"MIDI {wanted.port}"
        self._faders, self._buttons = MidiFaders(wanted.faders, source), MidiButtons(wanted.buttons, source)
        self._post, self._warn, self._heard = post, warn, heard
        self.state = ""
        """open, missing or error; empty until it is known."""
        self._client = MidiClient()
        self._client.add(self)

    @property
    def opening(self) -> Listen:
        """What the process is asked; asked again after each restart of it."""
        return Listen(self.device, self._port)

    def close(self) -> None:
        """Take no more commands, and let go of what is held."""
        self._client.ask(Close(self.device))
        self._client.close()
        self._let_go()

    def hear(self, answer: Answer) -> None:
        """What the process says; on the client's thread."""
        match answer:
            case Heard(data=data):
                command = self._faders.command(data) or self._buttons.command(data)
                if command is not None:
                    self._post(command)
                self._heard(partial(midi_came, data, self._source, command))
            case PortState(state=state, detail=detail):
                self._let_go()  # what was pressed before this is no longer heard of
                self._tell(state, detail)
            case Closed():
                self.state = ""

    def lose(self, why: str) -> None:
        """The process has ended; it is started again, unless we are closing."""
        self._let_go()
        if self.state:
            self._tell("missing", why)

    def _let_go(self) -> None:
        for command in self._buttons.let_go():
            self._post(command)

    def _tell(self, state: str, detail: str) -> None:
        before, self.state = self.state, state
        if state != "open":
            self._warn(f"MIDI control ({self._port}) does nothing: {detail}; it is tried again")
        elif before:
            self._warn(f"MIDI control ({self._port}) works again: {detail}")
