"""Programs under test and what they put on the wire."""

import contextlib
import json
import os
import random
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

SO_TIMESTAMPNS = getattr(socket, "SO_TIMESTAMPNS", 35)
RECORD = struct.Struct("<qHHBBHII")
SHOWCTL = [sys.executable, "-m", "showctl"]
TICKS = os.sysconf("SC_CLK_TCK")


def figures(samples: Sequence[float], digits: int = 3) -> dict[str, Any]:
    """Median, p99 (nearest rank) and maximum."""
    ordered = sorted(samples)
    if not ordered:
        return {"n": 0}
    p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    values = {"median": statistics.median(ordered), "p99": p99, "max": ordered[-1]}
    return {"n": len(ordered)} | {k: round(v, digits) for k, v in values.items()}


def floor_program() -> Path:
    """floor.c, compiled once per run into the temporary directory."""
    source = Path(__file__).with_name("floor.c")
    binary = Path(tempfile.gettempdir()) / f"showctl-bench-{os.getuid()}" / "floor"
    binary.parent.mkdir(mode=0o700, exist_ok=True)
    if not binary.exists() or binary.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("gcc") or shutil.which("cc")
        if not compiler:
            raise SystemExit("no C compiler; install gcc to have the floor to compare with")
        subprocess.run([compiler, "-O2", "-o", binary, source], check=True)
    return binary


def free_port() -> int:
    """A UDP port of 127.0.0.1 that nobody has now."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def process(command: Sequence[str | Path], ready: Callable[[str], bool], **environment: str) -> Iterator[Any]:
    """Run a program until it says that it is ready; end it afterwards by its pid."""
    with subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    ) as running:
        try:
            assert running.stdout is not None
            for line in running.stdout:
                if ready(line):
                    break
            else:
                raise SystemExit(f"{command} ended before it was ready")
            # Nobody wants what it says from now on, but a full pipe would keep it from ending.
            threading.Thread(target=_swallow, args=(running.stdout,), daemon=True).start()
            yield running
        finally:
            running.terminate()
            try:
                running.wait(10)
            except subprocess.TimeoutExpired:
                running.kill()


def _swallow(said: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):  # closed meanwhile
        while os.read(said.fileno(), 1 << 16):
            pass


def engine(show: Path, *arguments: str, port: int | None = None) -> Any:
    """The engine, headless and ready."""
    osc = ["--osc-port", str(port) if port else "off"]
    command = [*SHOWCTL, "run", show, "--headless", "--json", *osc, *arguments]
    return process(command, lambda line: json.loads(line).get("event") == "ready")


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mib(pid: int) -> float:
    """Resident memory now."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


class Listener:
    """floor listen in the background; the records are read when it has ended."""

    def __init__(self, seconds: float, *ports: int) -> None:
        descriptor, self._file = tempfile.mkstemp(prefix="showctl-bench-")
        os.close(descriptor)
        command = [floor_program(), "listen", self._file, str(seconds), *map(str, ports)]
        self._process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def records(self) -> list[dict[str, int]]:
        """Wait for the end; one record a datagram, stamps in ns of CLOCK_REALTIME."""
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        raw = Path(self._file).read_bytes()
        Path(self._file).unlink()
        names = ("stamp", "port", "universe", "sequence", "first", "length", "hash")
        return [dict(zip(names, record, strict=False)) for record in RECORD.iter_unpack(raw)]


class Probe:
    """A receiving socket with kernel stamps."""

    def __init__(self) -> None:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self.port = int(self.socket.getsockname()[1])

    def receive(self, timeout: float) -> tuple[int, bytes] | None:
        """Stamp in ns of CLOCK_REALTIME and the datagram; None when nothing came in time."""
        self.socket.settimeout(max(timeout, 1e-6))
        try:
            data, ancillary, _, _ = self.socket.recvmsg(2048, 128)
        except TimeoutError:
            return None
        seconds, nanoseconds = struct.unpack("qq", ancillary[0][2][:16])
        return seconds * 1_000_000_000 + nanoseconds, data

    def drain(self, seconds: float) -> None:
        """Take in what comes for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.receive(left)


def latencies(
    trigger: bytes, to: int, probe: Probe, changed: Callable[[bytes], bool], count: int, gap: tuple[float, float]
) -> list[float]:
    """Milliseconds from just before sendto to the kernel's stamp of the first datagram that answers."""
    samples = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for _ in range(count):
            probe.drain(random.uniform(*gap))
            sent = time.clock_gettime_ns(time.CLOCK_REALTIME)
            sender.sendto(trigger, ("127.0.0.1", to))
            end = time.monotonic() + 2
            while time.monotonic() < end:
                got = probe.receive(end - time.monotonic())
                if got and got[0] >= sent and changed(got[1]):
                    samples.append((got[0] - sent) / 1e6)
                    break
    return samples


def osc(address: str, text: str = "") -> bytes:
    """An OSC message without arguments, or with a text."""
    arguments = (_padded(",s") + _padded(text)) if text else _padded(",")
    return _padded(address) + arguments


def _padded(text: str) -> bytes:
    return text.encode() + b"\0" * (4 - len(text) % 4)
