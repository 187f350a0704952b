"""Asks the OSC devices whose profile has a heartbeat whether they are alive: one thread for all of them."""

import contextlib
import select
import socket
import threading
import time
from collections.abc import Callable, Iterable

from showctl.model.message import OscMessage
from showctl.outputs.osc import OscOutput
from showctl.outputs.osc_codec import encode


class Heartbeats:
    """Asks a device from its first message on, never before. Each device's lamp is in its output's status."""

    def __init__(self, outputs: Iterable[OscOutput], clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._questions: dict[OscOutput, tuple[bytes, float]] = {}
        self._next: dict[OscOutput, float] = {}
        """When to ask next, by device; none before its first message."""
        self._closing = False
        self._wake_in, self._wake_out = socket.socketpair()
        for end in (self._wake_in, self._wake_out):
            end.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="heartbeats", daemon=True)
        self.follow(outputs)

    def follow(self, outputs: Iterable[OscOutput]) -> None:
        """From now on these, and no others; those that were asked before are asked on."""
        outputs = [*outputs]
        for output in [known for known in self._questions if known not in outputs]:
            output.first_sent = lambda: None
            self._next.pop(output, None)
            del self._questions[output]
        for output in outputs:
            beat = output.heartbeat
            if output not in self._questions and beat is not None and isinstance(beat.message, OscMessage):
                self._questions[output] = encode(beat.message), beat.every
                output.first_sent = lambda output=output: self._start(output)  # type: ignore[misc]
        if self._questions and self._thread.ident is None:
            self._thread.start()
        self._wake()

    def close(self) -> None:
        """End the thread. The outputs stay open; close them after this."""
        self._closing = True
        self._wake()
        if self._thread.ident is not None:
            self._thread.join()
        self._wake_in.close()
        self._wake_out.close()

    def _start(self, output: OscOutput) -> None:
        """On the dispatcher's path, once a device: note the time and wake the thread."""
        self._next[output] = self._clock()
        self._wake()

    def _wake(self) -> None:
        with contextlib.suppress(OSError):  # it is awake already, or closed
            self._wake_out.send(b"!")

    def _run(self) -> None:
        while not self._closing:
            self._wait()
            now = self._clock()
            for output, due in list(self._next.items()):
                output.hear()
                asked = self._questions.get(output)
                if asked is None:  # it was let go of meanwhile
                    self._next.pop(output, None)
                elif now >= due:
                    question, every = asked
                    output.ask(question)
                    # Not from `due`: after a laptop's sleep one question is enough.
                    self._next[output] = now + every

    def _wait(self) -> None:
        """Until a question is due, an answer has come, or somebody wakes us."""
        due = min(self._next.copy().values(), default=None)
        patience = None if due is None else max(0.0, due - self._clock())
        sockets = [output.peers[0].socket for output in self._next.copy()]
        open_sockets = [s for s in sockets if s is not None and s.fileno() >= 0]
        # Nothing to read, or a socket was replaced meanwhile: look again.
        with contextlib.suppress(OSError, ValueError):
            select.select([self._wake_in, *open_sockets], [], [], patience)
            self._wake_in.recv(64)
