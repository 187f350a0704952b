"""OSC control on a real socket: commands in order, rubbish counted, a taken port told with the remedy."""

import queue
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from showctl.engine.command import AnyCommand, Go, SetStandby, Stop
from showctl.inputs import complaints as complaints_module
from showctl.inputs.osc import OscControl
from showctl.model.show import OscInput

FROM = "OSC 127.0.0.1"


class Desk:
    """Takes what the control posts, and sends to it."""

    def __init__(self, config: OscInput) -> None:
        self.commands: queue.Queue[AnyCommand] = queue.Queue()
        self.warnings: queue.Queue[str] = queue.Queue()
        self.control = OscControl(config, self.commands.put, self.warnings.put)

    def send(self, *packets: bytes) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
            for packet in packets:
                link.sendto(packet, ("127.0.0.1", self.control.port))

    def next(self) -> AnyCommand:
        return self.commands.get(timeout=5)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(OscInput(port=0))
    yield desk
    desk.control.close()


def packet(address: str, *args: tuple[str, object]) -> bytes:
    builder = OscMessageBuilder(address)
    for tag, value in args:
        builder.add_arg(value, tag)  # type: ignore[arg-type]
    return bytes(builder.build().dgram)


def test_commands_in_order(desk: Desk) -> None:
    desk.send(packet("/go"), packet("/standby", ("s", "12")), packet("/stop"))
    assert [desk.next() for _ in range(3)] == [Go(source=FROM), SetStandby(cue="12", source=FROM), Stop(source=FROM)]
    assert desk.control.problem == ""
    assert desk.control.bad_packets == 0


def test_a_press_and_its_release_are_one_go(desk: Desk) -> None:
    desk.send(packet("/go", ("f", 1.0)), packet("/go", ("f", 0.0)), packet("/stop", ("f", 1.0)))
    assert [desk.next(), desk.next()] == [Go(source=FROM), Stop(source=FROM)]
    assert desk.control.bad_packets == 0


def test_a_bundle(desk: Desk) -> None:
    builder = OscBundleBuilder(IMMEDIATELY)
    for address in ("/go", "/stop"):
        builder.add_content(OscMessageBuilder(address).build())
    desk.send(bytes(builder.build().dgram))
    assert [desk.next(), desk.next()] == [Go(source=FROM), Stop(source=FROM)]


def test_rubbish_is_counted_and_stops_nothing(desk: Desk) -> None:
    desk.send(b"", b"\0" * 60_000, b"GET / HTTP/1.1\r\n", packet("/unknown"), b"/go\0,i\0\0", packet("/go"))
    assert desk.next() == Go(source=FROM)
    assert desk.control.bad_packets == 5


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (packet("/goo"), "/goo is no command of showctl; did you mean /go?"),
        (packet("/stop", ("s", "12")), "/stop: this command takes no text"),
        (packet("/standby"), '/standby wants a cue number: /standby "12"'),
        (packet("/\x1b[2J"), "/?[2J is a pattern, and a pattern presses no button here"),
        (packet("/" + "x" * 1000), "/" + "x" * 159 + " …"),
    ],
)
def test_what_is_not_understood_is_said(desk: Desk, sent: bytes, told: str) -> None:
    desk.send(sent)
    assert desk.warnings.get(timeout=5) == f"OSC from 127.0.0.1 ignored: {told}"


def test_what_is_not_understood_is_said_seldom(desk: Desk) -> None:
    desk.send(*[packet(f"/accxyz/{n}") for n in range(100)], packet("/go"))
    assert desk.next() == Go(source=FROM)
    assert desk.control.bad_packets == 100
    assert desk.warnings.qsize() == 1


def test_what_was_kept_is_said_when_nothing_follows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(complaints_module, "FIRST", 0.05)
    desk.send(packet("/Foo"), packet("/Bar"))
    told = [desk.warnings.get(timeout=5) for _ in range(2)]
    assert [text.split()[4] for text in told] == ["/Foo", "/Bar"]


def test_what_was_kept_is_said_at_the_end(desk: Desk) -> None:
    desk.send(packet("/Foo"), packet("/Bar"), packet("/go"))
    assert desk.next() == Go(source=FROM)
    desk.control.close()
    told = [desk.warnings.get_nowait() for _ in range(2)]
    assert [text.split()[4] for text in told] == ["/Foo", "/Bar"]


def test_a_taken_port_is_told(desk: Desk) -> None:
    second = Desk(OscInput(port=desk.control.port))
    assert second.control.port == 0
    assert second.control.problem.startswith(f"OSC port {desk.control.port} is taken, perhaps by QLab")
    assert "--osc-port" in second.control.problem
    second.control.close()
    desk.send(packet("/go"))
    assert desk.next() == Go(source=FROM)


def test_an_address_that_is_not_ours() -> None:
    control = Desk(OscInput(port=0, interface="192.0.2.1", senders=("192.0.2.2",))).control
    assert "this machine has no address 192.0.2.1" in control.problem


def test_senders_that_make_no_sense() -> None:
    control = Desk(OscInput(port=0, interface="0.0.0.0", senders=("the desk",))).control
    assert "write addresses such as" in control.problem


def test_switched_off() -> None:
    control = Desk(OscInput(enabled=False)).control
    assert (control.port, control.problem) == (0, "")
    control.close()


@pytest.mark.parametrize("interface", ["0.0.0.0", "::", "::1", "localhost"])
def test_other_interfaces_open_and_close(interface: str) -> None:
    desk = Desk(OscInput(port=0, interface=interface, senders=("192.0.2.2",)))
    assert desk.control.problem == ""
    desk.control.close()
    desk.control.close()


def test_only_allowed_senders() -> None:
    """127.0.0.1 always may; others by address or by network."""
    desk = Desk(OscInput(port=0, interface="0.0.0.0", senders=("192.0.2.7", "198.51.100.0/24")))
    allowed: Callable[[str], bool] = desk.control.allows
    assert [allowed(h) for h in ("127.0.0.1", "192.0.2.7", "198.51.100.99", "::ffff:192.0.2.7")] == [True] * 4
    assert [allowed(h) for h in ("192.0.2.8", "8.8.8.8", "fe80::1%eth0", "rubbish", "")] == [False] * 5
    desk.control.close()


def test_closing_ends_the_thread() -> None:
    before = threading.active_count()
    desk = Desk(OscInput(port=0))
    assert threading.active_count() == before + 1
    desk.control.close()
    assert threading.active_count() == before
