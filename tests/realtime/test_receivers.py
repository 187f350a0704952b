"""Each receiver is fed with bytes made by another hand than ours, so that a later failure is ours and not its."""

import math
import socket
import uuid
from pathlib import Path

import pytest
from pythonosc.osc_message_builder import OscMessageBuilder
from sacn.messages.data_packet import DataPacket

from tests.receivers import namespace, need

pytestmark = pytest.mark.usefixtures("netns")

CID = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")
LEVELS = tuple((7 * slot + 3) % 256 for slot in range(512))


def sacn_packet(universe: int, sequence: int = 0, **options: object) -> bytes:
    packet = DataPacket(
        tuple(CID.bytes),
        "Prüfstand",
        universe,
        LEVELS,
        priority=120,
        sequence=sequence,
        **options,
    )
    return bytes(packet.getBytes())


def osc_message(address: str, *args: tuple[str, object]) -> bytes:
    builder = OscMessageBuilder(address)
    for kind, value in args:
        builder.add_arg(value, kind)  # type: ignore[arg-type]
    return builder.build().dgram


def send(datagram: bytes, port: int, host: str = "127.0.0.1") -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(datagram, (host, port))


def test_nothing_beyond_loopback_can_be_reached() -> None:
    # An address for documentation (RFC 5737): even without the namespace nobody would get it.
    with pytest.raises(OSError, match="unreachable"):
        send(b"", 9, "192.0.2.1")


def test_two_namespaces_do_not_share_ports() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, namespace.fresh():
        one.bind(("127.0.0.1", 5568))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            assert not namespace.is_udp_bound(5568)
            other.bind(("127.0.0.1", 5568))
            assert namespace.is_udp_bound(5568)


def test_ola_returns_the_levels_sent_by_unicast() -> None:
    need("olad", "ip")
    from tests.receivers import ola

    with ola.running_ola([1, 7]) as receiver:
        assert receiver.levels(1) == []
        send(sacn_packet(7), 5568)
        assert receiver.wait_for_levels(7, {1: LEVELS[0], 512: LEVELS[511]}) == list(LEVELS)
        assert receiver.levels(1) == []


def test_the_sacn_library_returns_the_levels() -> None:
    from tests.receivers import sacn_receiver

    with sacn_receiver.running_sacn_receiver([2]) as receiver:
        send(sacn_packet(2), 5568)
        receiver.wait_for(2, 512, LEVELS[511])
        assert receiver.levels(2) == LEVELS
        assert receiver.received[2][0].packet.sourceName == "Prüfstand"


def test_multicast_reaches_those_who_joined_on_loopback() -> None:
    need("ip")
    from tests.receivers import sacn_receiver

    namespace.route_multicast_to_loopback()
    with sacn_receiver.running_sacn_receiver([258], bind="0.0.0.0", multicast=True) as receiver:
        send(sacn_packet(258), 5568, "239.255.1.2")  # E1.31 §9.3.1: the universe in the last two bytes
        receiver.wait_for(258, 1, LEVELS[0])


def test_tshark_reads_every_field_of_e131() -> None:
    need("tshark", "dumpcap")
    from tests.receivers import tshark

    last = sacn_packet(63999, 255, streamTerminated=True, previewData=True)
    with tshark.capturing() as capture:
        send(sacn_packet(1, 254), 5568)
        send(last, 5568)
        send(osc_message("/ch/01/mix/on", ("i", 1)), 10023)
        first, second, osc = capture.packets

    assert (first.universe, first.sequence, first.priority, first.start_code) == (1, 254, 120, 0)
    assert (first.cid, first.source_name) == (str(CID), "Prüfstand")
    assert (first.is_terminated, first.is_preview) == (False, False)
    assert first.levels == LEVELS
    assert (second.universe, second.sequence, second.is_terminated, second.is_preview) == (63999, 255, True, True)
    assert second.payload == last
    assert second.destination == ("127.0.0.1", 5568)
    assert second.acn["pdu.length"] == ("622", "600", "523")  # E1.31 table 4-1, of 638 bytes
    assert second.acn["dmx.count"] == ("513",)
    assert 0 <= second.monotonic - first.monotonic < 1
    assert not osc.is_e131_data
    assert osc.payload.startswith(b"/ch/01/mix/on\0")


def test_oscdump_prints_every_type() -> None:
    need("oscdump")
    from tests.receivers import oscdump

    args: list[tuple[str, object]] = [
        *(("i", -5), ("f", 0.25), ("s", 'one "quoted" text'), ("s", ""), ("b", b"\x00\x7f\xff"), ("h", 2**40)),
        *(("d", 0.125), ("T", True), ("F", False), ("N", None), ("s", "zwölf")),
    ]
    with oscdump.running_oscdump(7000) as receiver:
        send(osc_message("/all/types", *args), 7000)
        send(osc_message("/go"), 7000)
        send(b"/broken\0,i\0\0", 7000)
        send(osc_message("/float", ("f", math.inf)), 7000)
        everything, go, infinite = receiver.wait_for(3)

    assert everything.address == "/all/types"
    assert everything.types == "ifssbhdTFNs"
    assert everything.args == tuple(value for _, value in args)
    assert (go.address, go.types, go.args) == ("/go", "", ())
    assert infinite.args == (math.inf,)
    assert everything.time <= go.time
    assert len(receiver.complaints) == 1


@pytest.mark.usefixtures("jack_server")
def test_the_jack_probe_gets_every_byte() -> None:
    from tests.receivers import jack

    sysex = bytes([0xF0, 0x7F, 0x01, 0x02, 0x7F, 0x01, 0x31, 0xF7])
    messages = [b"\x90\x3c\x7f", b"\x80\x3c\x00", b"\xc5\x11", b"\xb0\x07\x40", sysex, b"\xf8"]
    with jack.midi_probe() as probe, jack.midi_sender(probe.port_name) as sender:
        for message in messages:
            sender.send_message(message)
        assert probe.wait_for(len(messages)) == messages
        assert probe.messages[0].time <= probe.messages[-1].time


def test_xjadeo_shows_the_frame_sought(tmp_path: Path) -> None:
    need("xjadeo", "Xvfb", "ffmpeg")
    from tests.receivers import xjadeo

    clip = xjadeo.make_clip(tmp_path / "clip.avi")
    with xjadeo.running_xjadeo(7001) as player:
        send(osc_message("/jadeo/load", ("s", str(clip))), 7001)
        player.wait_for_frame(0)
        for frame in (37, 99, 64):
            send(osc_message("/jadeo/seek", ("i", frame)), 7001)
            player.wait_for_frame(frame)
        assert player.osc[0] == f"/jadeo/load <- s:{clip}"
        assert player.osc[-1] == "/jadeo/seek <- i:64"
