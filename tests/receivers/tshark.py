"""tshark: what was on the wire, byte for byte, with the kernel's time stamps, and its own reading of E1.31."""

import itertools
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.receivers.wait import wait_until

# UDP port 9, discard: a datagram of ours to it is in the file once all that came before is.
DISCARD = 9
SEPARATOR, AGGREGATOR = "\x1e", "\x1f"
COMMON = ("frame.time_epoch", "ip.src", "udp.srcport", "ip.dst", "udp.dstport", "udp.payload")


@dataclass(frozen=True, slots=True)
class Packet:
    """A UDP datagram. The properties are the ACN dissector's reading of a data packet; KeyError in any other."""

    time: float  # of capture, seconds since 1970
    source: tuple[str, int]
    destination: tuple[str, int]
    payload: bytes
    acn: dict[str, tuple[str, ...]]  # by field name without `acn.`, every occurrence; see `tshark -G fields`

    @property
    def monotonic(self) -> float:
        """`time` on the scale of time.monotonic(), good to some microseconds unless the wall clock was set."""
        return self.time - (time.time() - time.monotonic())

    @property
    def is_e131_data(self) -> bool:
        return "dmx.start_code2" in self.acn

    @property
    def universe(self) -> int:
        return int(self.acn["dmx.universe"][0])

    @property
    def sequence(self) -> int:
        return int(self.acn["dmx.seq_number"][0])

    @property
    def priority(self) -> int:
        return int(self.acn["dmx.priority"][0])

    @property
    def cid(self) -> str:
        return self.acn["cid"][0]

    @property
    def source_name(self) -> str:
        return self.acn["dmx.source_name"][0]

    @property
    def start_code(self) -> int:
        return int(self.acn["dmx.start_code2"][0], 0)

    @property
    def is_terminated(self) -> bool:
        return self.acn["dmx.option_s"] == ("1",)

    @property
    def is_preview(self) -> bool:
        return self.acn["dmx.option_p"] == ("1",)

    @property
    def levels(self) -> tuple[int, ...]:
        """As many as the packet has, from address 1 on."""
        lines = (line.partition(":")[2] for line in self.acn["dmx.data"] if re.match(r"\d+-\d+:", line))
        return tuple(int(value, 16) for line in lines for value in line.replace("|", " ").split())


class Capture:
    """Runs until the block ends; `packets` may be asked for while it runs."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def sync(self) -> None:
        """Returns once everything sent on `lo` before this call is in the file."""
        token = f"sync {time.monotonic_ns()}".encode()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:

            def has_come() -> bool:
                sender.sendto(token, ("127.0.0.1", DISCARD))
                time.sleep(0.05)
                return self._file.exists() and token in self._file.read_bytes()

            wait_until(has_come, "a datagram in the capture file")

    @property
    def packets(self) -> list[Packet]:
        self.sync()
        return decode(self._file)


@contextmanager
def capturing(filter: str = "udp", interface: str = "lo") -> Iterator[Capture]:
    """Captures what the pcap filter lets through, for as long as the block runs and all of it.

    `packets` can be read inside the block only. `interface` other than `lo`: `any`.
    """
    folder = Path(tempfile.mkdtemp(prefix="showctl-capture-"))
    file = folder / "capture.pcapng"
    command = ["dumpcap", "-q", "-i", interface, "-f", f"({filter}) or udp dst port {DISCARD}", "-w", str(file)]
    with (folder / "log").open("w") as log:
        dumpcap = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        capture = Capture(file)
        capture.sync()
        yield capture
    finally:
        dumpcap.send_signal(signal.SIGINT)
        dumpcap.wait(10.0)
        shutil.rmtree(folder)


def decode(file: Path) -> list[Packet]:
    """All datagrams of a capture file in the order of capture, ours to the discard port apart."""
    names = _acn_fields()
    options = [
        *("-d", f"udp.port=={DISCARD},data", "--enable-heuristic", "acn"),
        *("-o", "acn.dmx_enable:TRUE", "-o", "acn.dmx_display_zeros:TRUE", "-o", "acn.dmx_display_leading_zeros:TRUE"),
        *("-E", f"separator={SEPARATOR}", "-E", "occurrence=a", "-E", f"aggregator={AGGREGATOR}"),
        *itertools.chain.from_iterable(("-e", name) for name in (*COMMON, *names)),
    ]
    command = ["tshark", "-n", "-r", str(file), "-Y", f"udp and not udp.dstport=={DISCARD} and not icmp"]
    output = subprocess.run([*command, "-T", "fields", *options], check=True, capture_output=True, text=True).stdout
    return [_packet(line.split(SEPARATOR), names) for line in output.split("\n") if line]


def _packet(values: list[str], names: tuple[str, ...]) -> Packet:
    epoch, source, source_port, destination, port, payload, *rest = values
    return Packet(
        float(epoch),
        (source, int(source_port)),
        (destination, int(port)),
        bytes.fromhex(payload.replace(":", "")),
        {
            name.removeprefix("acn."): tuple(value.split(AGGREGATOR))
            for name, value in zip(names, rest, strict=True)
            if value
        },
    )


@cache
def _acn_fields() -> tuple[str, ...]:
    listing = subprocess.run(["tshark", "-G", "fields"], check=True, capture_output=True, text=True).stdout
    rows = (row.split("\t") for row in listing.splitlines())
    return tuple(dict.fromkeys(row[2] for row in rows if row[0] == "F" and row[2].startswith("acn.")))
