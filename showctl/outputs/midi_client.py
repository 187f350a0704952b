"""The engine's side of the MIDI process: starts it, speaks with it, and starts another when it is lost."""

import contextlib
import logging
import queue
import subprocess
import sys
import threading
from typing import Protocol

from showctl.outputs.midi_wire import Answer, Listen, Open, Request, answers, write

log = logging.getLogger(__name__)

FIRST_RESTART, LAST_RESTART = 0.5, 30.0
"""Seconds before a lost process is started again; doubled each time, from the first again once it has answered."""
FAREWELL = 3.0
"""Seconds that the process gets to end by itself."""


class Listener(Protocol):
    """Who is told what the process says of its port."""

    device: str

    @property
    def opening(self) -> Open | Listen: ...
    def hear(self, answer: Answer) -> None: ...
    def lose(self, why: str) -> None: ...


class MidiClient:
    """One MIDI process for all ports, started with the first of them."""

    def __init__(self) -> None:
        self._listeners: dict[str, Listener] = {}
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = threading.Event()
        self._answered = False
        self._thread: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """Of the process, while there is one."""
        return self._process.pid if self._process is not None else None

    def add(self, listener: Listener) -> None:
        """Have a port looked after."""
        self._listeners[listener.device] = listener
        if self._thread is None:
            self._thread = threading.Thread(target=self._supervise, name="MIDI process", daemon=True)
            self._thread.start()
        else:
            self.ask(listener.opening)

    def remove(self, listener: Listener) -> None:
        """Forget a port that is closed."""
        self._listeners.pop(listener.device, None)

    def ask(self, request: Request) -> bool:
        """Hand a request over; never blocks. Returns whether there is a process to take it."""
        self._requests.put(request)
        return self._process is not None

    def close(self) -> None:
        """End the process. Close the outputs first."""
        self._closing.set()
        self._requests.put(None)
        if self._thread is not None:
            self._thread.join(FAREWELL)
            if self._thread.is_alive() and self._process is not None:
                self._process.kill()
                self._thread.join(FAREWELL)

    def _supervise(self) -> None:
        wait = FIRST_RESTART
        while not self._closing.is_set():
            why = self._live_once()
            for listener in list(self._listeners.values()):
                listener.lose(why)
            if self._closing.is_set():
                return
            log.warning("%s", why)
            wait = FIRST_RESTART if self._answered else min(2 * wait, LAST_RESTART)
            self._closing.wait(wait)

    def _live_once(self) -> str:
        """From the start of a process to its end; why it ended, in words."""
        self._answered = False
        try:
            process = subprocess.Popen(
                [sys.executable, "-m", "showctl.outputs.midi_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # a signal to all of the engine's group is the engine's to answer
            )
        except OSError as error:
            return f"the MIDI process cannot be started ({error.strerror}); it is tried again"
        assert process.stdout is not None
        self._process = process
        self._requests = queue.SimpleQueue()
        for listener in list(self._listeners.values()):
            self._requests.put(listener.opening)
        if self._closing.is_set():
            self._requests.put(None)
        writer = threading.Thread(target=self._write, args=(process, self._requests), name="to MIDI", daemon=True)
        writer.start()
        for answer in answers(process.stdout):
            self._answered = True
            if (told := self._listeners.get(answer.device)) is not None:
                told.hear(answer)
        self._process = None
        self._requests.put(None)
        code = process.wait()
        writer.join()
        process.stdout.close()
        return f"the MIDI process has ended ({code}); another is started"

    def _write(self, process: subprocess.Popen[bytes], requests: "queue.SimpleQueue[Request | None]") -> None:
        assert process.stdin is not None
        with contextlib.suppress(OSError):  # it has ended; its answers end too, and that is where it is noticed
            while (request := requests.get()) is not None:
                write(process.stdin, request)
        with contextlib.suppress(OSError):
            process.stdin.close()
