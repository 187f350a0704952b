"""The sACN output against plain sockets on loopback."""

import logging
import socket
import uuid
from collections.abc import Iterator

import numpy as np
import pytest

from showctl.engine.clock import ManualClock
from showctl.outputs import burst as burst_module
from showctl.outputs.burst import SendEach, burst
from showctl.outputs.destination import REBUILD_AFTER
from showctl.outputs.sacn import SacnOutput, SilentFrames
from showctl.outputs.sequences import Sequences
from showctl.program.program import SacnTarget

CID = uuid.UUID("12345678-1234-5678-1234-567812345678")


@pytest.fixture(params=["sendmmsg", "sendto"])
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux sends a burst in one call, other systems in one for each."""
    if request.param == "sendto":
        monkeypatch.setattr(burst_module, "_sendmmsg", None)
    elif burst_module._sendmmsg is None:
        pytest.skip("only for Linux")


@pytest.fixture
def receiver() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        sock.settimeout(2.0)
        yield sock


def target(*to: tuple[str, int], universes: tuple[int, ...] = (1, 2)) -> SacnTarget:
    return SacnTarget("rig", universes, to, 120, "Test")


def output(*to: tuple[str, int], universes: tuple[int, ...] = (1, 2), program: tuple[int, ...] = (1, 2)) -> SacnOutput:
    return SacnOutput(target(*to, universes=universes), program, CID, ManualClock())


def address(sock: socket.socket) -> tuple[str, int]:
    return ("127.0.0.1", int(sock.getsockname()[1]))


def rows(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.intp)


LEVELS = np.arange(4 * 512).reshape(4, 512).astype(np.uint8)


@pytest.mark.usefixtures("_both_ways")
def test_rows_of_the_program_become_universes(receiver: socket.socket) -> None:
    rig = output(address(receiver), universes=(3, 9), program=(1, 3, 4, 9))
    rig.send(rows(0, 1, 2, 3), LEVELS)
    first, second = receiver.recv(700), receiver.recv(700)
    assert [int.from_bytes(p[113:115], "big") for p in (first, second)] == [3, 9]
    assert first[126:] == LEVELS[1].tobytes()
    assert second[126:] == LEVELS[3].tobytes()
    assert (first[108], first[22:38], first[44:48]) == (120, CID.bytes, b"Test")
    rig.send(rows(0, 2), LEVELS)  # none of its own
    rig.send(rows(3), LEVELS)
    assert receiver.recv(700)[113:115] == b"\0\x09"
    assert (rig.status().state, rig.status().sent, rig.status().failed) == ("sent", 3, 0)
    rig.close()


@pytest.mark.usefixtures("_both_ways")
def test_sequence_numbers_count_each_packet_of_a_universe_and_wrap(receiver: socket.socket) -> None:
    rig = output(address(receiver))
    numbers = []
    for _ in range(300):
        rig.send(rows(1), LEVELS)
        numbers.append(receiver.recv(700)[111])
    rig.send(rows(0), LEVELS)
    assert receiver.recv(700)[111] == 1  # its own
    assert numbers == [(1 + i) % 256 for i in range(300)]
    rig.close()


@pytest.mark.usefixtures("_both_ways")
def test_stream_terminated_three_times_and_then_as_before(receiver: socket.socket) -> None:
    rig = output(address(receiver))
    rig.send(rows(0), LEVELS)
    rig.terminate(rows(0))
    rig.send(rows(0), LEVELS)
    packets = [receiver.recv(700) for _ in range(5)]
    assert [p[112] for p in packets] == [0, 0x40, 0x40, 0x40, 0]
    assert [p[111] for p in packets] == [1, 2, 3, 4, 5]
    rig.close()


@pytest.mark.usefixtures("_both_ways")
def test_one_packet_to_each_destination(receiver: socket.socket) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        other.settimeout(2.0)
        rig = output(address(receiver), address(other))
        rig.send(rows(0), LEVELS)
        assert receiver.recv(700) == other.recv(700)
        rig.close()


def test_ipv6() -> None:
    try:
        sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
        sock.bind(("::1", 0))
    except OSError:
        pytest.skip("only for systems with IPv6")
    with sock:
        sock.settimeout(2.0)
        rig = output(("::1", int(sock.getsockname()[1])))
        rig.send(rows(0), LEVELS)
        assert sock.recv(700)[126:] == LEVELS[0].tobytes()
        rig.close()


@pytest.mark.usefixtures("_both_ways", "netns")
def test_an_unreachable_destination_costs_only_itself(
    expected_warnings: list[logging.LogRecord],
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as alive:
        alive.bind(("127.0.0.1", 0))
        alive.settimeout(2.0)
        clock = ManualClock()
        rig = SacnOutput(target(("10.255.255.1", 5568), address(alive)), (1, 2), CID, clock)
        for _ in range(10):
            rig.send(rows(0, 1), LEVELS)
            clock.advance(REBUILD_AFTER / 4)
        assert [alive.recv(700)[114] for _ in range(20)] == [1, 2] * 10
        status = rig.status()
        assert (status.state, status.sent, status.failed) == ("error", 20, 20)
        assert "10.255.255.1:5568" in status.detail
        assert len(expected_warnings) == 1  # said once, however often it is tried
        rig.close()


@pytest.mark.usefixtures("_both_ways", "netns")
def test_a_network_that_comes_back_is_found(expected_warnings: list[logging.LogRecord]) -> None:
    from tests.receivers.namespace import add_veth

    rig = output(("10.77.0.9", 5568))
    rig.send(rows(0), LEVELS)
    assert rig.status().state == "error"
    add_veth("10.77.0.1/24")
    rig.send(rows(0), LEVELS)
    assert (rig.status().state, rig.status().detail) == ("sent", "")
    assert expected_warnings
    rig.close()


def test_a_name_that_is_not_known_is_said_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, expected_warnings: list[logging.LogRecord], receiver: socket.socket
) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    rig = output(("node7.invalid", 5568))
    rig.send(rows(0, 1), LEVELS)
    status = rig.status()
    assert status.state == "error"
    assert "node7.invalid" in status.detail
    assert status.failed == 2
    assert expected_warnings
    rig.close()


def test_sequence_numbers_go_on_in_a_new_output(receiver: socket.socket) -> None:
    to, sequences = address(receiver), Sequences()
    old = SacnOutput(target(to), (1, 2), CID, ManualClock(), sequences)
    new = SacnOutput(target(to, universes=(2, 3)), (2, 3), CID, ManualClock(), sequences)
    for _ in range(5):
        old.send(rows(1), LEVELS)
    new.send(rows(0, 1), LEVELS)
    assert [receiver.recv(700)[111] for _ in range(7)] == [1, 2, 3, 4, 5, 6, 1]
    old.close()
    new.close()


def test_outputs_off() -> None:
    silent = SilentFrames(target(("10.255.255.1", 5568)))
    silent.send(rows(0, 1), LEVELS)
    silent.terminate(rows(0))
    assert (silent.status().state, silent.status().sent) == ("off", 0)


@pytest.mark.usefixtures("_both_ways")
def test_a_burst_sends_the_rows_it_is_given_as_they_are_then(receiver: socket.socket) -> None:
    packets = np.zeros((5, 9), np.uint8)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        many = burst(sock, packets, [address(receiver)])
        packets[:] = np.arange(5)[:, None]
        assert many.send(rows(0, 2, 4)) == (3, None)
        assert [receiver.recv(99) for _ in range(3)] == [bytes([n]) * 9 for n in (0, 2, 4)]
        assert many.send(rows(1, 2, 3)) == (3, None)
        assert [receiver.recv(99) for _ in range(3)] == [bytes([n]) * 9 for n in (1, 2, 3)]
        assert many.send(rows()) == (0, None)


def test_both_ways_fail_alike(receiver: socket.socket) -> None:
    packets = np.zeros((3, 9), np.uint8)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        senders = (burst(sock, packets, [address(receiver)]), SendEach(sock, packets, [address(receiver)]))
    for sender in senders:
        sent, error = sender.send(rows(0, 1, 2))
        assert sent == 0
        assert isinstance(error, OSError)
