"""One MIDI port in the MIDI process: opened by name, looked after, and released at the end."""

import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from showctl.outputs import midi_ports
from showctl.outputs.midi_pace import Pace
from showctl.outputs.midi_wire import LEFT_OUT, Answer, Closed, Play, Played, PortState

JACK_LONGEST = 16_000
"""Bytes; JACK's buffer in RtMidi holds 16,384, and a longer message vanishes in it (measured)."""
CONNECTING = 0.2
"""Seconds from a connection in JACK until it carries, at most. JACK makes it with its next period, and what is sent
sooner is lost without a word: on a busy machine that happened to 2 of 15 ports (measured)."""
LEAVING = 0.1
"""Seconds that JACK is left to carry what was sent, before its port closes. A period takes 1 to 20 ms."""
_ALL_NOTES_OFF = (120, 123)
"""Controllers: all sound off, all notes off (MIDI 1.0)."""


class MidiPort:
    """A thread that sends to one port in order. Messages for a port that is not there are answered at once."""

    def __init__(self, device: str, wanted: str, answer: Callable[[Answer], None]) -> None:
        self.device = device
        self._wanted = wanted
        self._answer = answer
        self._queue: queue.SimpleQueue[Play | tuple[str, ...] | midi_ports.NoMidi | None] = queue.SimpleQueue()
        self._output: Any = None
        self._name = ""
        self._state: PortState | None = None
        self._held: set[tuple[int, int]] = set()
        """Channel 0..15 and note of what sounds."""
        self._forgotten: set[int] = set()
        self._pace = Pace()
        self._sent_at = float("-inf")
        """When the last message was given to the driver."""
        self._thread = threading.Thread(target=self._run, name=f"MIDI {device}", daemon=True)
        self._thread.start()

    def play(self, message: Play) -> None:
        self._queue.put(message)

    def forget(self, serial: int) -> None:
        """Leave a message out if it still waits."""
        self._forgotten.add(serial)

    def see(self, names: tuple[str, ...] | midi_ports.NoMidi) -> None:
        """The ports that there are now, or why there are none."""
        self._queue.put(names)

    def close(self, timeout: float) -> None:
        """Send what waits, release held notes, close the port."""
        self._queue.put(None)
        self._thread.join(timeout)

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            if isinstance(item, Play):
                error = LEFT_OUT if self._is_forgotten(item.serial) else self._send(item.data)
                self._answer(Played(self.device, item.serial, time.perf_counter(), error))
            elif isinstance(item, midi_ports.NoMidi):
                self._lose(str(item))
            else:
                self._follow(item)
        if self._output is not None:
            for channel, note in sorted(self._held):
                self._output.send_message((0x80 | channel, note, 0))
                self._sent_at = time.perf_counter()
            if midi_ports.is_jack(self._output):
                time.sleep(max(0.0, self._sent_at + LEAVING - time.perf_counter()))
            self._drop()
        self._answer(Closed(self.device))

    def _is_forgotten(self, serial: int) -> bool:
        """Whether a message is to be left out. Serial numbers rise: those of messages before it may go."""
        if not self._forgotten:
            return False
        forgotten = serial in self._forgotten
        for earlier in [known for known in tuple(self._forgotten) if known <= serial]:
            self._forgotten.discard(earlier)
        return forgotten

    def _send(self, data: bytes) -> str:
        if self._output is None:
            return self._state.detail if self._state else "the port is not open yet"
        if midi_ports.is_jack(self._output) and len(data) > JACK_LONGEST:
            return f"the message has {len(data)} bytes, JACK carries {JACK_LONGEST}; send it in parts"
        if wait := self._pace.wait(len(data), time.perf_counter()):
            time.sleep(wait)
        try:
            self._output.send_message(data)
        except (OSError, ValueError, OverflowError) as error:
            return f"sending failed ({error}); check the device"
        self._sent_at = time.perf_counter()
        self._note(data)
        return ""

    def _note(self, data: bytes) -> None:
        """Keep account of what sounds."""
        if len(data) != 3:
            return
        kind, channel = data[0] & 0xF0, data[0] & 0x0F
        if kind == 0x90 and data[2]:
            self._held.add((channel, data[1]))
        elif kind in {0x80, 0x90}:
            self._held.discard((channel, data[1]))
        elif kind == 0xB0 and data[1] in _ALL_NOTES_OFF:
            self._held = {(held, note) for held, note in self._held if held != channel}

    def _follow(self, names: tuple[str, ...]) -> None:
        """Open the port when it comes, let it go when it leaves."""
        if self._output is not None and self._name in names:
            return
        name, problem = midi_ports.match(self._wanted, names)
        if name is None:
            self._lose(problem)
            return
        self._drop()
        try:
            output = midi_ports.new_output(f"{midi_ports.NAME} {self.device}")
        except midi_ports.NoMidi as error:
            self._lose(str(error))
            return
        try:
            output.open_port(output.get_ports().index(name), "out")
        except (OSError, ValueError) as error:  # another program has it, or it has just gone
            output.delete()
            self._tell("error", f"the port '{name}' cannot be opened ({error}); close the program that uses it")
            return
        if midi_ports.is_jack(output):
            time.sleep(CONNECTING)
        self._output, self._name = output, name
        self._tell("open", name)

    def _lose(self, why: str) -> None:
        self._drop()
        self._tell("missing", why)

    def _drop(self) -> None:
        self._held.clear()
        if self._output is not None:
            output, self._output = self._output, None
            output.close_port()
            output.delete()

    def _tell(self, state: Any, detail: str) -> None:
        new = PortState(self.device, state, detail)
        if new != self._state:
            self._state = new
            self._answer(new)
