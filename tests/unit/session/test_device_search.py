"""Devices are found by asking single addresses; nothing is sent to anybody else."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from showctl.model.message import OscArgument, OscMessage
from showctl.outputs.osc_codec import decode, encode
from showctl.session.device_search import HERE, NowhereToLook, Question, hosts_of, look


@contextmanager
def desk(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A socket that answers each datagram to its sender."""
    asked: list[bytes] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as own:
        own.bind((HERE, 0))

        def serve() -> None:
            while True:
                packet, sender = own.recvfrom(2000)
                if packet == b"end":
                    return
                asked.append(packet)
                own.sendto(b"no osc", sender)
                own.sendto(answer, sender)

        thread = threading.Thread(target=serve)
        thread.start()
        port = own.getsockname()[1]
        yield port, asked
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.sendto(b"end", (HERE, port))
        thread.join()


def test_a_desk_and_qlab_are_found_by_their_answers() -> None:
    texts = (HERE, "FOH", "X32RACK", "4.06")
    info = encode(OscMessage("/xinfo", tuple(OscArgument("s", text) for text in texts)))
    reply = json.dumps({"address": "/version", "data": "5.3.1"})
    version = encode(OscMessage("/reply/version", (OscArgument("s", reply),)))
    told: list[int] = []
    with desk(info) as (at, asked), desk(version) as (qlab, _):
        questions = (
            Question("desk", at, "/xinfo", "/xinfo"),
            Question("sound", qlab, "/version", "/reply/version"),
        )
        found = look([HERE], threading.Event(), lambda step, _: told.append(step), questions=questions, patience=0.4)
        assert set(found) == {
            ("desk", f"{HERE}:{at}", "FOH X32RACK 4.06"),
            ("sound", f"{HERE}:{qlab}", "QLab 5.3.1"),
        }
        assert [decode(packet)[0].address for packet in asked] == ["/xinfo"]
        assert told
        assert told == sorted(told)


def test_looking_ends_when_it_is_cancelled() -> None:
    cancelled = threading.Event()
    assert look([HERE], cancelled, lambda *_: cancelled.set(), questions=(), patience=60) == []


def test_hosts_are_read_as_they_are_typed() -> None:
    assert hosts_of("10.0.0.5:10023, foh-desk") == ["10.0.0.5", "foh-desk", HERE]
    assert hosts_of("") == [HERE]
    with pytest.raises(NowhereToLook, match="more than"):
        hosts_of(" ".join(f"10.0.0.{n}" for n in range(40)))
    with pytest.raises(NowhereToLook, match=r"no machine is called no-such\.invalid"):
        look(["no-such.invalid"], threading.Event(), lambda *_: None, patience=0.1)
