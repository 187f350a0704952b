"""The MIDI process: sends to MIDI ports for the engine, and listens to some, so that no driver can hold up the show.

    python -m showctl.outputs.midi_process

It reads requests from its standard input, writes answers to its standard output, and ends when its input does, also
because the engine was killed: notes that are held are released then. When a driver lets no thread run for STUCK
seconds, the process ends itself and the engine starts another.
"""

import contextlib
import faulthandler
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, BinaryIO

from showctl.outputs import midi_ports
from showctl.outputs.midi_ear import MidiEar
from showctl.outputs.midi_port import MidiPort
from showctl.outputs.midi_wire import Answer, Close, Forget, Listen, Open, Play, requests, write

EVERY = 0.5
"""Seconds between looks at the ports: no back end tells of a port that comes or goes, nor do sends to one that has gone
fail. A look takes 0.2 ms."""
RETRY = 2.0
"""Seconds between attempts to reach MIDI at all."""
RENEW = 30.0
"""Seconds after which a client of JACK is made anew: an old one goes on listing the ports of a server that has ended,
and sends to them without an error (measured with jackd2 1.9.21). Most often WORDS tell earlier."""
WORDS = (b"read fail", b"not running", b"shutdown", b"zombified")
"""What libjack prints when its server ends; it tells in no other way."""
STUCK = 10.0
FAREWELL = 1.0
"""Seconds for closing one port."""


class _Watch:
    """Looks at the ports, by one client that lives as long as it can."""

    def __init__(self, ports: dict[str, MidiPort]) -> None:
        self._ports = ports
        self._probe: Any = None
        self._made_at = 0.0
        self._lost = False
        self._look_now = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="ports", daemon=True)
        self._thread.start()

    def look_now(self) -> None:
        self._look_now.set()

    def lose(self) -> None:
        """The server has ended, it is said."""
        if self._probe is not None:
            self._lost = True
            self._look_now.set()

    def close(self) -> None:
        """Leave the server properly: one that runs in step with its clients waits 5 s for one that just ends."""
        self._closing = True
        self._look_now.set()
        self._thread.join(FAREWELL)

    def _run(self) -> None:
        while not self._closing:
            faulthandler.dump_traceback_later(STUCK, exit=True, file=sys.stderr)
            found = self._look()
            for port in list(self._ports.values()):
                port.see(found)
            self._look_now.wait(RETRY if self._probe is None else EVERY)
            self._look_now.clear()
        if self._probe is not None:
            self._forget()

    def _look(self) -> tuple[str, ...] | midi_ports.NoMidi:
        if self._lost:
            self._forget()
            return midi_ports.NoMidi("the JACK server has ended; start it again")
        try:
            if (
                self._probe is not None
                and midi_ports.is_jack(self._probe)
                and time.perf_counter() > self._made_at + RENEW
            ):
                self._forget()
            if self._probe is None:
                self._probe, self._made_at = midi_ports.new_output(f"{midi_ports.NAME} ports"), time.perf_counter()
            names = tuple(self._probe.get_ports())
        except midi_ports.NoMidi as reason:
            return reason
        except OSError as error:
            self._forget()
            return midi_ports.NoMidi(f"MIDI has ended ({error}); start it again")
        return names

    def _forget(self) -> None:
        probe, self._probe = self._probe, None
        probe.delete()
        self._lost = False


def serve(requests_in: BinaryIO, answers_out: BinaryIO, complaints: int) -> None:
    """Serve until the requests end. `complaints` is a file descriptor from which what C libraries print is read."""
    writing = threading.Lock()

    def answer(message: Answer) -> None:
        # Where the engine has gone, the requests end too.
        with writing, contextlib.suppress(OSError, ValueError):
            write(answers_out, message)

    ports: dict[str, MidiPort] = {}
    watch = _Watch(ports)
    ears: dict[str, MidiEar] = {}

    def lose() -> None:
        watch.lose()
        for ear in list(ears.values()):
            ear.lose()

    threading.Thread(target=_read, args=(complaints, lose), name="complaints", daemon=True).start()
    for request in requests(requests_in):
        port = ports.get(request.device)
        match request:
            case Open(device=device, port=name):
                ports[device] = MidiPort(device, name, answer)
                watch.look_now()
            case Listen(device=device, port=name):
                ears[device] = MidiEar(device, name, answer)
            case Play() if port is not None:
                port.play(request)
            case Forget(serial=serial) if port is not None:
                port.forget(serial)
            case Close(device=device) if port is not None:
                ports.pop(device).close(FAREWELL)
            case Close(device=device) if device in ears:
                ears.pop(device).close(FAREWELL)
    for port in ports.values():
        port.close(FAREWELL)
    for ear in ears.values():
        ear.close(FAREWELL)
    watch.close()


def _read(complaints: int, lose: Callable[[], None]) -> None:
    while text := os.read(complaints, 4096):
        if any(word in text for word in WORDS):
            lose()


def main() -> None:
    """Run as a process. What C libraries print is for us alone: they complain each time they are asked for ports."""
    for number in (signal.SIGINT, signal.SIGTERM):  # these are for the engine, which ends us by closing our input
        signal.signal(number, signal.SIG_IGN)
    answers_out, sys.stderr = os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(2), "w", buffering=1)
    complaints, theirs = os.pipe()
    for descriptor in (1, 2):
        os.dup2(theirs, descriptor)
    serve(sys.stdin.buffer, answers_out, complaints)
    os._exit(0)  # a driver that hangs keeps nobody waiting


if __name__ == "__main__":
    main()
