"""Multicast out of an interface that comes and goes; each test in a network namespace of its own."""

import logging
import socket
import struct
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from showctl.engine.clock import ManualClock, SystemClock
from showctl.outputs import burst, route
from showctl.outputs.destination import OPEN_AGAIN, REBUILD_AFTER
from showctl.outputs.discovery import GROUP, Discovery
from showctl.outputs.interface import interface_name, known_interfaces, takes_multicast, trouble_with
from showctl.outputs.sacn import SacnOutput
from showctl.program.program import SacnTarget
from tests.receivers import namespace
from tests.receivers.wait import wait_until

CID = uuid.UUID("12345678-1234-5678-1234-567812345678")
LEVELS = np.arange(2 * 512).reshape(2, 512).astype(np.uint8)
ROWS = np.arange(2)

_IP_RECVTTL = 12
"""<linux/in.h>"""

pytestmark = pytest.mark.usefixtures("netns")


@pytest.fixture(autouse=True)
def _watched_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route, "WATCH", 0.01)


def ip(command: str) -> None:
    subprocess.run(["ip", *command.split()], check=True)


def output(clock: ManualClock, interface: str, *to: tuple[str, int], ttl: int = 8, sync: int = 0) -> SacnOutput:
    target = SacnTarget("rig", (1, 300), to, 100, "Test", multicast=True, interface=interface, ttl=ttl, sync=sync)
    return SacnOutput(target, (1, 300), CID, clock)


@contextmanager
def listening(interface: str, *groups: str) -> Iterator[socket.socket]:
    """A socket that has joined the groups on the interface, and says the TTL of what comes."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setsockopt(socket.IPPROTO_IP, _IP_RECVTTL, 1)
        sock.bind(("", 5568))
        sock.settimeout(2.0)
        index = socket.if_nametoindex(interface)
        for group in groups:
            request = struct.pack("4s4si", socket.inet_aton(group), bytes(4), index)
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, request)
        yield sock


def wait_for_word(rig: SacnOutput, word: str) -> None:
    wait_until(lambda: word in rig.status().detail, word)


@pytest.mark.parametrize("way", ["sendmmsg", "sendto"])
def test_each_universe_to_its_group_out_of_the_interface(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "sendto":
        monkeypatch.setattr(burst, "_sendmmsg", None)
    namespace.add_veth()
    with (
        listening("peer0", "239.255.0.1", "239.255.1.44") as peer,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one,
    ):
        one.bind(("127.0.0.1", 0))
        one.settimeout(2.0)
        rig = output(ManualClock(), "10.77.0.1", one.getsockname(), ttl=3)
        rig.send(ROWS, LEVELS)
        for universe in (1, 300):
            packet, ancillary, _, (host, _) = peer.recvmsg(700, 64)
            assert int.from_bytes(packet[113:115], "big") == universe
            assert (host, struct.unpack("=i", ancillary[0][2])[0]) == ("10.77.0.1", 3)
            assert one.recv(700) == packet  # the same, with the same number
        status = rig.status()
        port = one.getsockname()[1]
        assert (status.state, status.sent) == ("sent", 4)
        assert status.to == f"127.0.0.1:{port}, multicast on 10.77.0.1, 44 frames/s"
        rig.close()


def test_synchronisation_goes_to_the_group_of_its_number() -> None:
    with listening("lo", "239.255.31.63") as peer:
        clock = ManualClock()
        rig = output(clock, "lo", sync=7999)
        rig.send(ROWS, LEVELS)
        clock.advance(0.01)
        rig.follow(clock.now())
        packet = peer.recv(700)
        assert (len(packet), packet[45:47]) == (49, (7999).to_bytes(2, "big"))
        rig.close()


@pytest.mark.parametrize("interface", ["peer0", "10.77.0.1"])
def test_down_and_up_again(interface: str, expected_warnings: list[logging.LogRecord]) -> None:
    namespace.add_veth()
    clock = ManualClock()
    rig = output(clock, interface, ("127.0.0.1", 5568))
    rig.send(ROWS, LEVELS)
    assert rig.status().state == "sent"
    ip("link set peer0 down")
    wait_for_word(rig, f"the network interface {interface} is switched off; switch it on")
    rig.send(ROWS, LEVELS)
    status = rig.status()
    assert (status.state, status.sent, status.failed) == ("error", 6, 2)  # who is sent to alone has it
    ip("link set peer0 up")
    clock.advance(1.0)
    rig.send(ROWS, LEVELS)
    wait_until(lambda: rig.status().state == "sent", "the interface is found")
    assert rig.status().sent == 10
    assert rig.status().detail == ""
    assert expected_warnings
    rig.close()


def test_unplugged_is_said_though_nothing_fails(expected_warnings: list[logging.LogRecord]) -> None:
    namespace.add_veth()
    rig = output(ManualClock(), "peer0")
    ip("link set peer0-end down")
    wait_for_word(rig, "nothing answers on the network interface peer0; check its cable and the switch")
    rig.send(ROWS, LEVELS)
    assert rig.status().state == "error"
    ip("link set peer0-end up")
    wait_until(lambda: rig.status().state == "sent", "the cable is in")
    assert len(expected_warnings) == 1
    rig.close()


def test_the_address_goes_and_comes_back(expected_warnings: list[logging.LogRecord]) -> None:
    namespace.add_veth()
    clock = ManualClock()
    rig = output(clock, "10.77.0.1")
    rig.send(ROWS, LEVELS)
    ip("addr del 10.77.0.1/24 dev peer0")
    rig.send(ROWS, LEVELS)
    assert rig.status().failed == 2
    wait_for_word(rig, "this machine has no network interface 10.77.0.1 now; plug it in, or write another: lo, peer0")
    ip("addr add 10.77.0.2/24 dev peer0")
    clock.advance(REBUILD_AFTER)
    rig.send(ROWS, LEVELS)
    assert rig.status().failed == 4
    ip("addr add 10.77.0.1/24 dev peer0")
    clock.advance(OPEN_AGAIN)
    rig.send(ROWS, LEVELS)
    assert rig.status().failed == 4
    wait_until(lambda: rig.status().state == "sent", "the address is back")
    assert expected_warnings
    rig.close()


@pytest.mark.allow_log_warnings  # who looks just between the two addresses finds none
def test_a_name_follows_its_interface_to_another_address() -> None:
    namespace.add_veth()
    rig = output(ManualClock(), "peer0")
    with listening("peer0", "239.255.0.1") as peer:
        rig.send(ROWS, LEVELS)
        assert peer.recvfrom(700)[1][0] == "10.77.0.1"
        ip("addr del 10.77.0.1/24 dev peer0")
        ip("addr add 10.77.0.9/24 dev peer0")
        rig.send(ROWS, LEVELS)
        assert peer.recvfrom(700)[1][0] == "10.77.0.9"
    rig.close()


def test_an_interface_that_is_taken_out_and_put_in_again(expected_warnings: list[logging.LogRecord]) -> None:
    clock = ManualClock()
    rig = output(clock, "peer0", ("127.0.0.1", 5568))
    assert "this machine has no network interface peer0 now" in rig.status().detail
    rig.send(ROWS, LEVELS)
    assert (rig.status().sent, rig.status().failed) == (2, 2)
    for sent in (6, 12):
        namespace.add_veth()
        clock.advance(OPEN_AGAIN)
        rig.send(ROWS, LEVELS)
        assert rig.status().sent == sent
        ip("link del peer0")
        rig.send(ROWS, LEVELS)
        clock.advance(OPEN_AGAIN / 10)
    assert rig.status().failed == 2 + 4
    assert expected_warnings
    rig.close()


def test_what_is_known_of_interfaces() -> None:
    namespace.add_veth()
    assert known_interfaces() == {"lo": ["127.0.0.1"], "peer0-end": [], "peer0": ["10.77.0.1"]}
    assert [interface_name(each) for each in ("lo", "10.77.0.1", "10.9.9.9", "eth9", "")] == ["lo", "peer0", "", "", ""]
    assert takes_multicast("peer0")
    assert takes_multicast("lo")
    assert not takes_multicast("eth9")
    assert trouble_with("peer0") == trouble_with("127.0.0.1") == ""
    assert trouble_with("peer0-end").startswith("the network interface peer0-end has no IPv4 address; give it one")


class Sent:
    discovery_trouble = ""

    def __init__(self, *universes: int) -> None:
        self.active = list(universes)


def test_discovery_announces_what_is_sent_and_recovers(expected_warnings: list[logging.LogRecord]) -> None:
    namespace.add_veth()
    one, other = Sent(), Sent()
    with listening("peer0", GROUP) as peer:
        peer.settimeout(5.0)
        discovery = Discovery((one, other), CID, "Gala", "peer0", 8, SystemClock(), every=0.02)
        one.active, other.active = [3, 1], list(range(2, 700))
        pages = [peer.recv(1200), peer.recv(1200)]
        assert [packet[118:120] for packet in pages] == [b"\0\1", b"\1\1"]
        listed = np.frombuffer(pages[0][120:] + pages[1][120:], ">u2")
        assert listed.tolist() == list(range(1, 700))
        one.active = other.active = [5]
        while len(peer.recv(1200)) > 122:
            pass
        ip("link set peer0 down")
        wait_until(lambda: one.discovery_trouble, "trouble")
        assert one.discovery_trouble == other.discovery_trouble
        assert "not announced: the network interface peer0 is switched off" in one.discovery_trouble
        ip("link set peer0 up")
        wait_until(lambda: not one.discovery_trouble, "the interface is found", timeout=5.0)
        discovery.close()
    assert len(expected_warnings) == 1


def test_nothing_is_announced_before_anything_is_sent() -> None:
    with listening("lo", GROUP) as peer:
        discovery = Discovery((Sent(),), CID, "Gala", "lo", 8, SystemClock(), every=0.01)
        discovery.close()
        peer.setblocking(False)
        with pytest.raises(BlockingIOError):
            peer.recv(1200)


def test_a_receiver_whose_name_moves_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"node": "127.0.0.1"}

    def found(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_DGRAM, 17, "", (answers[host], port))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(route, "ASK_AGAIN", 0.01)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as new:
        new.bind(("127.0.0.2", 0))
        new.settimeout(0.05)
        target = SacnTarget("rig", (1,), (("node", new.getsockname()[1]),), 100, "Test")
        rig = SacnOutput(target, (1,), CID, ManualClock())
        rig.send(np.array([0]), LEVELS)
        answers["node"] = "127.0.0.2"

        def arrives() -> bool:
            rig.send(np.array([0]), LEVELS)
            try:
                return bool(new.recv(700))
            except TimeoutError:
                return False

        wait_until(arrives, "the receiver at its new address")
        rig.close()
