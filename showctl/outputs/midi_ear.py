"""One MIDI input port in the MIDI process: opened by name, looked after, and let go of at the end."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from showctl.outputs import midi_ports
from showctl.outputs.midi_wire import Answer, Closed, Heard, PortState

EVERY = 0.5
"""Seconds between looks at the port: no back end tells of one that goes."""
RENEW = 30.0
"""Seconds after which a client of JACK that has found no port is made anew: an old one goes on listing the ports of a
server that has ended (measured with jackd2 1.9.21)."""


class MidiEar:
    """A thread that keeps a port open; what comes is answered from the driver's own thread."""

    def __init__(self, device: str, wanted: str, answer: Callable[[Answer], None]) -> None:
        self._device, self._wanted, self._answer = device, wanted, answer
        self._input: Any = None
        self._made_at = 0.0
        self._name = ""
        """Of the port that is open."""
        self._state: PortState | None = None
        self._look_now = threading.Event()
        self._lost = self._closing = False
        self._thread = threading.Thread(target=self._run, name=f"MIDI from {wanted}", daemon=True)
        self._thread.start()

    def lose(self) -> None:
        """The server has ended, it is said."""
        self._lost = True
        self._look_now.set()

    def close(self, timeout: float) -> None:
        """Let go of the port."""
        self._closing = True
        self._look_now.set()
        self._thread.join(timeout)

    def _run(self) -> None:
        while not self._closing:
            self._look()
            self._look_now.wait(EVERY)
            self._look_now.clear()
        self._drop()
        self._answer(Closed(self._device))

    def _look(self) -> None:
        try:
            if self._lost or (not self._name and time.perf_counter() > self._made_at + RENEW):
                self._drop()
            if self._input is None:
                self._input = midi_ports.new_input(f"{midi_ports.NAME} {self._device}")
                self._made_at = time.perf_counter()
            names = tuple(self._input.get_ports())
            if self._name and self._name in names:
                return
            if self._name:
                self._tell("missing", f"the port '{self._name}' has gone; connect it again")
                self._drop()  # a client that was connected to it is not connected to another
                return
            self._open(names)
        except midi_ports.NoMidi as reason:
            self._drop()
            self._tell("missing", str(reason))
        except (OSError, ValueError) as error:
            self._drop()
            self._tell("error", f"the port cannot be opened ({error}); close the program that uses it")

    def _open(self, names: Sequence[str]) -> None:
        name, problem = midi_ports.match(self._wanted, names)
        if name is None:
            self._tell("missing", problem)
            return
        self._input.set_callback(self._note)
        self._input.open_port(list(names).index(name), "in")
        self._name = name
        self._tell("open", name)

    def _note(self, event: tuple[Sequence[int], float], _data: object = None) -> None:
        self._answer(Heard(self._device, bytes(event[0])))

    def _drop(self) -> None:
        self._name, self._lost = "", False
        if self._input is not None:
            gone, self._input = self._input, None
            gone.cancel_callback()
            gone.close_port()
            gone.delete()

    def _tell(self, state: Any, detail: str) -> None:
        new = PortState(self._device, state, detail)
        if new != self._state:
            self._state = new
            self._answer(new)
