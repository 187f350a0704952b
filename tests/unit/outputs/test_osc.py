"""The OSC output on real sockets of this machine: what arrives, what is reported, and what the lamp says."""

import logging
import socket
from collections.abc import Iterator

import pytest

from showctl.engine.event import Sent
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.outputs.osc import SETTLED, OscOutput
from showctl.outputs.osc_codec import encode
from showctl.program.program import Heartbeat, OscTarget

FADER = OscMessage("/ch/17/mix/fader", (OscArgument("f", 0.75),))
INFO = OscMessage("/info")


class ByHand:
    """A clock that stands until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> ByHand:
    return ByHand()


@pytest.fixture
def desk() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
        link.bind(("127.0.0.1", 0))
        link.settimeout(5)
        yield link


def output_to(
    link: socket.socket, reports: list[Sent], clock: ByHand, backup: socket.socket | None = None
) -> OscOutput:
    return OscOutput(
        OscTarget(
            "desk",
            link.getsockname()[:2],
            backup=backup.getsockname()[:2] if backup else None,
            heartbeat=Heartbeat(INFO, every=5.0, patience=12.0),
        ),
        reports.append,
        clock,
    )


def nobody() -> int:
    """A port at which nobody listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
        link.bind(("127.0.0.1", 0))
        return int(link.getsockname()[1])


def test_a_message_arrives_and_is_reported(desk: socket.socket, clock: ByHand) -> None:
    reports: list[Sent] = []
    output = output_to(desk, reports, clock)
    assert output.status().state == "unused"
    output.prepare([FADER])
    clock.now = 101.5
    output.send("12", FADER, 101.0)
    assert desk.recv(1500) == encode(FADER)
    to = f"127.0.0.1:{desk.getsockname()[1]}"
    assert reports == [Sent(due=101.0, cue="12", device="desk", to=to, message=FADER, sent=101.5)]
    status = output.status()
    assert (status.state, status.sent, status.failed, status.to) == ("sent", 1, 0, to)
    output.close()


def test_opening_sends_nothing(desk: socket.socket, clock: ByHand) -> None:
    output = output_to(desk, [], clock)
    output.prepare([FADER])
    output.close()
    desk.settimeout(0)
    with pytest.raises(BlockingIOError):
        desk.recv(1500)


def test_the_backup_gets_the_same(desk: socket.socket, clock: ByHand) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as backup:
        backup.bind(("127.0.0.1", 0))
        backup.settimeout(5)
        output = output_to(desk, [], clock, backup)
        output.send("1", FADER, 0.0)
        assert desk.recv(1500) == backup.recv(1500)
        output.close()


def test_ipv6(clock: ByHand) -> None:
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as desk:
        desk.bind(("::1", 0))
        desk.settimeout(5)
        output = output_to(desk, [], clock)
        output.send("1", FADER, 0.0)
        assert desk.recv(1500) == encode(FADER)
        assert output.status().to == f"[::1]:{desk.getsockname()[1]}"
        output.close()


def test_where_nobody_listens(clock: ByHand, expected_warnings: list[logging.LogRecord]) -> None:
    """Flagged and logged once; every message is sent all the same, for somebody may have come."""
    reports: list[Sent] = []
    port = nobody()
    output = OscOutput(OscTarget("desk", ("127.0.0.1", port)), reports.append, clock)
    for _ in range(5):
        output.send("1", FADER, 0.0)
    assert output.status().state == "error"
    assert output.status().detail == f"nothing listens at 127.0.0.1:{port}; start the program there, or check the port"
    assert [report.error for report in reports] == [""] * 5
    assert len(expected_warnings) == 1

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as late:
        late.bind(("127.0.0.1", port))
        late.settimeout(5)
        output.send("2", FADER, 0.0)
        assert late.recv(1500) == encode(FADER)
        clock.now += 2 * SETTLED
        output.send("2", FADER, 0.0)
        clock.now += 2 * SETTLED
        assert output.status().state == "sent"
    output.close()


@pytest.mark.usefixtures("netns")
def test_a_name_that_nobody_knows(clock: ByHand, expected_warnings: list[logging.LogRecord]) -> None:
    reports: list[Sent] = []
    output = OscOutput(OscTarget("desk", ("no-such-desk.invalid", 10023)), reports.append, clock)
    output.send("1", FADER, 0.0)
    assert output.status().state == "error"
    assert "no-such-desk.invalid is not known" in output.status().detail
    assert "write the numeric address" in reports[0].error
    assert reports[0].sent is None
    assert (output.status().sent, output.status().failed) == (0, 1)
    output.close()


def test_a_name_that_is_known(desk: socket.socket, clock: ByHand) -> None:
    output = OscOutput(OscTarget("desk", ("localhost", desk.getsockname()[1])), [].append, clock)
    output.send("1", FADER, 0.0)
    assert output.status().to == f"localhost:{desk.getsockname()[1]}"
    output.close()


@pytest.mark.usefixtures("netns")
def test_no_way_there(clock: ByHand, expected_warnings: list[logging.LogRecord]) -> None:
    output = OscOutput(OscTarget("desk", ("192.0.2.1", 10023)), [].append, clock)
    output.send("1", FADER, 0.0)
    assert output.status().failed == 1
    assert "there is no way to 192.0.2.1:10023" in output.status().detail
    output.close()


def test_what_an_osc_device_cannot_send(
    desk: socket.socket, clock: ByHand, expected_warnings: list[logging.LogRecord]
) -> None:
    reports: list[Sent] = []
    output = output_to(desk, reports, clock)
    unsendable = OscMessage("/a", (OscArgument("f", 1e39),))
    output.prepare([unsendable])
    output.send("1", unsendable, 0.0)
    output.send("2", MidiMessage(b"\x90\x3c\x64"), 0.0)
    output.send("3", OscMessage("/a", (OscArgument("b", bytes(70_000)),)), 0.0)
    assert "cannot be an OSC 'f'" in reports[0].error
    assert "name a MIDI device" in reports[1].error
    assert "a datagram holds" in reports[2].error
    assert output.status().failed == 3
    output.close()


def test_the_lamp_of_a_device_with_a_heartbeat(desk: socket.socket, clock: ByHand) -> None:
    output = output_to(desk, [], clock)
    started: list[bool] = []
    output.first_sent = lambda: started.append(True)
    output.send("1", FADER, clock.now)
    output.send("1", FADER, clock.now)
    assert started == [True]
    desk.recv(1500)
    _, back = desk.recvfrom(1500)

    output.ask(encode(INFO))
    assert output.status().state == "sent", "nothing is known yet"
    assert desk.recv(1500) == encode(INFO)
    clock.now += 12.1
    assert output.status().state == "silent"
    assert "it has never answered" in output.status().detail
    desk.sendto(b"/info\0\0\0,\0\0\0", back)
    output.hear()
    assert output.status().state == "answering"
    clock.now += 12.1
    assert output.status().state == "silent"
    assert "no answer for 12 s" in output.status().detail
    output.close()
