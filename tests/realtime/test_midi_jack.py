"""MIDI of ours through JACK: byte for byte and in order, and a port that goes delays nothing else."""

import os
import signal
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from showctl.engine.event import Sent
from showctl.model.message import MidiMessage, OscMessage
from showctl.model.midi import MidiWords
from showctl.outputs.midi import MidiOutput
from showctl.outputs.midi_client import MidiClient
from showctl.outputs.midi_waiting import MOST_WAITING
from showctl.outputs.midi_wire import LEFT_OUT
from showctl.outputs.osc import OscOutput
from showctl.program.program import MidiTarget, OscTarget
from tests.receivers import need
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")

LATE = 0.045
"""Seconds. A machine that runs tests may stop us for some 10 ms, a busy one for 20 now and then; closing and opening in
our own process stopped us for 50 to 1000 ms (measured)."""


@pytest.fixture
def client() -> Iterator[MidiClient]:
    client = MidiClient()
    yield client
    client.close()
    assert client.pid is None


def words(**written: str) -> MidiMessage:
    return MidiWords.model_validate(written).messages(3)[0][1]


def open_port(client: MidiClient, reports: list[Sent], name: str = "Switcher") -> MidiOutput:
    output = MidiOutput(MidiTarget("switch", name), client, reports.append)
    output.wait_for_port()
    wait_until(lambda: output.status().state == "open", f"port {name}: {output.status()}")
    return output


@pytest.mark.usefixtures("jack_server")
def test_every_kind_of_message_byte_for_byte(client: MidiClient) -> None:
    from tests.receivers import jack

    messages = [
        words(note="C4"), words(control="7", value="64", channel="16"), words(program="127"),
        words(sysex="F0 7D 01 02 F7"), words(msc="go", cue="12.5", list="1"), words(msc="all off"),
        MidiMessage(b"\xf0" + bytes(n % 128 for n in range(5000)) + b"\xf7"), MidiMessage(b"\x80\x3c\x00"),
    ]  # fmt: skip
    reports: list[Sent] = []
    with jack.midi_probe("Switcher") as probe:
        output = open_port(client, reports, "switcher")
        dues = []
        for message in messages:
            dues.append(time.monotonic())
            output.send("12", message, dues[-1])
        assert probe.wait_for(len(messages)) == [message.data for message in messages]
        wait_until(lambda: len(reports) == len(messages), "reports")
        assert [report.message for report in reports] == messages
        assert [report.due for report in reports] == dues
        assert all(report.sent is not None and report.sent >= report.due for report in reports)
        status = output.status()
        assert (status.state, status.detail, status.sent, status.failed) == ("open", "Switcher:in", 8, 0)
        output.close()


@pytest.mark.usefixtures("jack_server")
def test_a_thousand_at_once_arrive_in_order(client: MidiClient) -> None:
    from tests.receivers import jack

    messages = [MidiMessage(bytes((0x90 | n % 16, n % 128, 1 + n % 127))) for n in range(1000)]
    reports: list[Sent] = []
    with jack.midi_probe("Switcher") as probe:
        output = open_port(client, reports)
        start = time.perf_counter()
        for message in messages:
            output.send("1", message, 0.0)
        # About 2 µs each: they are handed over, the pace is kept elsewhere.
        assert time.perf_counter() - start < 0.2
        assert probe.wait_for(1000) == [message.data for message in messages]
        output.close()


@pytest.mark.usefixtures("jack_server")
def test_when_too_many_wait_the_oldest_values_of_ramps_are_left_out(client: MidiClient) -> None:
    from tests.receivers import jack

    # At the pace of the port these take 0.5 s, long enough that what comes after them waits.
    long = [MidiMessage(b"\xf0" + bytes(12_000) + b"\xf7")] * 5
    ramp = [MidiMessage(bytes((0xB0 | n >> 7, 7, n % 128))) for n in range(MOST_WAITING - len(long))]
    commands = [MidiMessage(bytes((0xC0, n))) for n in range(30)]
    reports: list[Sent] = []
    with jack.midi_probe("Switcher") as probe:
        output = open_port(client, reports)
        for message in long:
            output.send("1", message, 0.0)
        for number, message in enumerate(ramp):
            output.send("2", message, float(number), ramp=True)
        for message in commands:
            output.send("3", message, 0.0)
        wait_until(lambda: len(reports) == MOST_WAITING + 30, "reports", timeout=10)
        left_out = [report.message for report in reports if report.error]
        # As many as there were commands, less what had left by then: the pace of a busy machine decides.
        count = len(left_out)
        assert len(commands) - len(long) <= count <= len(commands)
        assert left_out == ramp[:count]
        arrived = [message.data for message in (*long, *ramp[count:], *commands)]
        assert probe.wait_for(len(arrived)) == arrived
        assert {report.error for report in reports} == {"", LEFT_OUT}
        output.close()


@pytest.mark.usefixtures("jack_server")
def test_what_sounds_is_released_at_the_end(client: MidiClient) -> None:
    from tests.receivers import jack

    with jack.midi_probe("Switcher") as probe:
        output = open_port(client, [])
        for data in (
            b"\x90\x3c\x64",
            b"\x91\x40\x64",
            b"\x92\x41\x64",
            b"\x92\x41\x00",
            b"\x93\x42\x64",
            b"\xb3\x7b\x00",
        ):
            output.send("1", MidiMessage(data), 0.0)
        output.close()
        assert probe.wait_for(8)[6:] == [b"\x80\x3c\x00", b"\x81\x40\x00"]


@pytest.mark.usefixtures("jack_server")
def test_what_sounds_is_released_when_the_engine_is_killed() -> None:
    """The MIDI process sees its input end, releases, and ends."""
    from tests.receivers import jack

    engine = """
import sys, time
from showctl.model.message import MidiMessage
from showctl.outputs.midi import MidiOutput
from showctl.outputs.midi_client import MidiClient
from showctl.program.program import MidiTarget
client = MidiClient()
output = MidiOutput(MidiTarget("switch", "Switcher"), client, lambda sent: print("sent", client.pid, flush=True))
while output.status().state != "open":
    time.sleep(0.01)
output.send("1", MidiMessage(b"\\x90\\x3c\\x64"), 0.0)
time.sleep(60)
"""
    with jack.midi_probe("Switcher") as probe, running(Program([sys.executable, "-c", engine])) as program:
        pid = int(program.wait_for(r"sent (\d+)")[1])
        os.kill(program.pid, signal.SIGKILL)
        assert probe.wait_for(2) == [b"\x90\x3c\x64", b"\x80\x3c\x00"]
        wait_until(lambda: not os.path.exists(f"/proc/{pid}") or _is_zombie(pid), "the MIDI process to end")


def _is_zombie(pid: int) -> bool:
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rpartition(")")[2].split()[0] == "Z"


class Neighbour:
    """An OSC device beside the MIDI port, to which a message is due every 2 ms: how late it leaves."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._output = OscOutput(OscTarget("desk", ("127.0.0.1", 9)), self._note)

    def _note(self, sent: Sent) -> None:
        assert sent.sent is not None
        self.late.append(sent.sent - sent.due)

    def play(self, seconds: float) -> None:
        due = end = time.monotonic()
        end += seconds
        while due < end:
            due += 0.002
            time.sleep(max(0.0, due - time.monotonic()))
            self._output.send("1", OscMessage("/tick"), due)

    def close(self) -> None:
        self._output.close()


@pytest.mark.allow_log_warnings
@pytest.mark.usefixtures("jack_server")
def test_a_port_that_goes_and_comes_delays_nothing(client: MidiClient) -> None:
    from tests.receivers import jack

    reports: list[Sent] = []
    neighbour = Neighbour()
    with jack.midi_probe("Switcher"):
        output = open_port(client, reports)
    for _ in range(20):
        output.send("1", MidiMessage(b"\x90\x3c\x64"), 0.0)
        neighbour.play(0.05)
    wait_until(lambda: output.status().state == "missing", "a missing port")
    assert "there is no MIDI port 'Switcher'" in output.status().detail
    before = len(reports)
    output.send("2", MidiMessage(b"\x90\x3c\x64"), 0.0)
    assert len(reports) == before + 1, "reported at once"
    assert reports[-1].sent is None
    assert "there is no MIDI port" in reports[-1].error
    with jack.midi_probe("Switcher") as probe:
        neighbour.play(3.0)
        wait_until(lambda: output.status().state == "open", "the port again")
        output.send("3", MidiMessage(b"\xc0\x05"), 0.0)
        assert probe.wait_for(1) == [b"\xc0\x05"]
        output.close()
    neighbour.close()
    assert statistics.quantiles(neighbour.late, n=100)[98] < LATE


@contextmanager
def another_jack(monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A server of the test's own, beside the session's, to be stopped and ended."""
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "showother")
    command = "jackd -r -S -n showother -d dummy -r 48000 -p 512 -C 0 -P 0"
    with running(Program(command.split())) as server:
        yield server


@pytest.mark.allow_log_warnings
def test_a_server_that_hangs_and_ends_delays_nothing(client: MidiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    need("jackd", "rtmidi")
    neighbour = Neighbour()
    reports: list[Sent] = []
    with another_jack(monkeypatch) as server, running(Program([sys.executable, "-c", PROBE])) as probe:
        probe.wait_for("ready", timeout=20)
        output = open_port(client, reports)
        output.send("1", MidiMessage(b"\x90\x3c\x64"), 0.0)
        os.kill(server.pid, signal.SIGSTOP)  # it hangs
        for _ in range(200):
            output.send("1", MidiMessage(b"\x90\x3c\x64"), 0.0)
            neighbour.play(0.005)
        os.kill(server.pid, signal.SIGCONT)
        neighbour.play(0.2)
        server.stop()
        neighbour.play(3.0)
        wait_until(lambda: "is not running" in output.status().detail, "a missing server")
    output.close()
    neighbour.close()
    assert statistics.quantiles(neighbour.late, n=100)[98] < LATE
    assert len(reports) == 201, "each message is reported, sent or not"


PROBE = """
import time, rtmidi
for attempt in range(100):
    try:
        port = rtmidi.MidiIn(rtmidi.API_UNIX_JACK, name="Switcher")
        break
    except OSError:
        time.sleep(0.1)
port.open_virtual_port("in")
print("ready", flush=True)
time.sleep(120)
"""
"""A destination in a process of its own: this one has clients of the session's server."""


@pytest.mark.allow_log_warnings
def test_without_midi_each_message_is_reported(client: MidiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    need("rtmidi")
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "nobody")
    reports: list[Sent] = []
    output = MidiOutput(MidiTarget("switch", "Switcher"), client, reports.append)
    output.wait_for_port()
    assert output.status().state == "missing"
    assert "the JACK server nobody is not running" in output.status().detail
    output.send("1", MidiMessage(b"\x90\x3c\x64"), 0.0)
    output.send("1", OscMessage("/go"), 0.0)
    assert "not running" in reports[0].error
    assert "name an OSC device" in reports[1].error
    assert output.status().failed == 2
    output.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_signals_for_the_engine_do_not_end_it(client: MidiClient) -> None:
    """A SIGTERM to all processes of the engine, or Ctrl-C, once ended it, and another was started in the shutdown."""
    first = MidiOutput(MidiTarget("switch", "Switcher"), client, lambda sent: None)
    assert first.status().state == "unused"  # nothing to warn of, as long as nothing is known
    first.wait_for_port()
    pid = client.pid
    assert pid is not None
    assert os.getpgid(pid) != os.getpgrp()
    for number in (signal.SIGTERM, signal.SIGINT):
        os.kill(pid, number)
    second = MidiOutput(MidiTarget("keys", "Keys"), client, lambda sent: None)
    second.wait_for_port()
    assert second.status().state in {"missing", "open"}
    assert client.pid == pid
    for output in (first, second):
        output.close()


@pytest.mark.allow_log_warnings
@pytest.mark.usefixtures("jack_server")
def test_a_process_that_hangs_and_dies(client: MidiClient) -> None:
    """What it was given is reported, never more than MOST_WAITING are kept, and another is started."""
    from tests.receivers import jack

    reports: list[Sent] = []
    with jack.midi_probe("Switcher"):
        output = open_port(client, reports)
        pid = client.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        for _ in range(MOST_WAITING + 10):
            output.send("1", MidiMessage(b"\x90\x3c\x64"), 0.0)
        assert [report.error.partition(";")[0] for report in reports] == [f"{MOST_WAITING} messages wait already"] * 10
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: len(reports) == MOST_WAITING + 10, "reports of all")
        assert "the MIDI process has ended (-9)" in reports[-1].error
        wait_until(lambda: client.pid not in (None, pid), "another process")
        output.close()
