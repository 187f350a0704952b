"""What the tests of faults share: a show, consoles in processes of their own, and a plain socket on the wire."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from showctl.link.meeting import Meeting, find
from tests.receivers import leftover
from tests.receivers.wait import wait_until

SHOWCTL = [sys.executable, "-m", "showctl"]
CONSOLE = Path(__file__).with_name("console.py")
SACN_PORT, DESK_PORT = 5568, 10023

SHOW = """\
showctl: 1
show: {title: Faults}
devices:
  rig: {type: sacn, universes: 1-2, to: 127.0.0.1}
  desk: {type: osc, to: "127.0.0.1:10023"}
patch:
  - {id: lamp1..lamp4, fixture: generic/dimmer, at: 1.1}
  - {id: other, fixture: generic/dimmer, at: 2.1}
cues:
  - {cue: 1, label: Up, starts segment: opening, light: {time: 3s, look: {lamp1..lamp4: full}}}
  - {cue: 2, label: Say, osc: {device: desk, address: /two}, continue: auto-continue, post-wait: 30s}
  - {cue: 3, label: Say more, osc: {device: desk, address: /three}}
  - {cue: 4, label: Down, light: {time: 1s, look: {lamp1: 50%}}}
run of show:
  - {segment: opening, start: 19:30, duration: 10m}
"""


class Frame(NamedTuple):
    """One E1.31 data packet, and when it came (time.monotonic)."""

    time: float
    universe: int
    sequence: int
    terminated: bool
    cid: bytes
    levels: bytes


class Wire:
    """All packets that came to a UDP port of 127.0.0.1 so far, with the instant of each."""

    def __init__(self, port: int) -> None:
        self.packets: list[tuple[float, bytes]] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        self._socket.bind(("127.0.0.1", port))
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while packet := self._socket.recv(2048):
            self.packets.append((time.monotonic(), packet))

    def frames(self, universe: int = 1, since: float = 0.0) -> list[Frame]:
        """Those of a universe, from an instant on."""
        read = (
            Frame(at, p[113] << 8 | p[114], p[111], bool(p[112] & 0x40), p[22:38], p[126:638])
            for at, p in list(self.packets)
            if at >= since
        )
        return [frame for frame in read if frame.universe == universe]

    def level(self, address: int = 1) -> int:
        """The newest level at an address of universe 1; -1 before the first frame."""
        frames = self.frames()
        return frames[-1].levels[address - 1] if frames else -1

    def close(self) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as waker:
            waker.sendto(b"", self._socket.getsockname())
        self._thread.join()
        self._socket.close()


@contextmanager
def listening(port: int = SACN_PORT) -> Iterator[Wire]:
    wire = Wire(port)
    try:
        yield wire
    finally:
        wire.close()


class Console:
    """console.py in a process, and a process group, of its own."""

    def __init__(self, show: Path, osc_port: int = -1) -> None:
        """`osc_port`: where its engine hears OSC; -1: nowhere."""
        self.said: list[dict[str, Any]] = []
        self._process = subprocess.Popen(
            [sys.executable, str(CONSOLE), str(show), str(osc_port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def now(self) -> dict[str, Any]:
        """All that it has said, the latest of each."""
        return {key: value for said in list(self.said) for key, value in said.items()}

    def wait_for(self, condition: Callable[[dict[str, Any]], bool], what: str, timeout: float = 10.0) -> dict[str, Any]:
        """Until what it last said of everything makes the condition true."""
        wait_until(lambda: self.said and condition(self.now), what, timeout)
        return self.now

    def attached(self) -> dict[str, Any]:
        return self.wait_for(lambda now: now["kind"] == "attached" and "standby" in now, "attached with a snapshot")

    def tell(self, words: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()

    def kill(self, number: int = signal.SIGKILL) -> None:
        """The signal to its whole process group, as a terminal does; and wait for its end."""
        os.killpg(self.pid, number)
        self._end()

    def leave(self, words: str = "leave") -> None:
        self.tell(words)
        self._end()

    def _end(self) -> None:
        self._process.wait(10)
        self._reader.join(5)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert stream
            stream.close()

    def close(self) -> None:
        if self._process.poll() is None:
            self.kill()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self.said.append(json.loads(line))


def engine_of(show: Path) -> Meeting:
    """The engine that plays the show, once there is one."""
    found: list[Meeting] = []

    def is_there() -> bool:
        if meeting := find(show):
            found.append(meeting)
        return bool(found)

    wait_until(is_there, f"an engine of {show}")
    return found[-1]


def is_alive(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def end_engines() -> None:
    """All that this test started, whether they can be reached yet or not, and however they are."""

    def are_gone() -> bool:
        pids = [pid for pid, command in leftover.living().items() if " engine " in command]
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
                os.kill(pid, signal.SIGTERM)
        return not pids

    wait_until(are_gone, "the end of all engines", interval=0.05)


def showctl(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a subcommand to its end."""
    return subprocess.run([*SHOWCTL, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)
