"""OSC of ours as liblo's oscdump reads it, each type exactly, and encoded packets against its strictness."""

import time

import pytest

from showctl.engine.event import Sent
from showctl.model.message import Message, OscArgument, OscMessage
from showctl.outputs.osc import OscOutput
from showctl.program.program import OscTarget
from showctl.shipped import shipped
from showctl.showfile.device_profile import Profiles
from tests.receivers import need
from tests.receivers.oscdump import running_oscdump

pytestmark = pytest.mark.usefixtures("netns")
PORT = 9000


def play(messages: list[Message], reports: list[Sent]) -> OscOutput:
    output = OscOutput(OscTarget("desk", ("127.0.0.1", PORT)), reports.append)
    output.prepare(messages[::2])
    for message in messages:
        output.send("1", message, time.monotonic())
    return output


def test_every_type_arrives_exactly() -> None:
    need("oscdump")
    arguments: list[tuple[str, object]] = [
        *(
            ("i", 0),
            ("i", -(2**31)),
            ("i", 2**31 - 1),
            ("f", 0.75),
            ("f", -0.5),
            ("s", ""),
            ("s", "abc"),
            ("s", "abcd"),
        ),
        *(
            ("s", "Grüße, 日本"),
            ("h", -(2**63)),
            ("h", 2**63 - 1),
            ("d", 0.125),
            ("S", "symbol"),
            ("m", b"\x00\x90\x3c\x64"),
        ),
        *(("b", bytes(range(n))) for n in range(1, 6)),
    ]
    constants = [("T", True), ("F", False), ("N", None), ("I", float("inf"))]
    one_each: list[Message] = [OscMessage(f"/one/{tag}", (OscArgument(tag, value),)) for tag, value in arguments]
    all_at_once = OscMessage(
        "/all", tuple(OscArgument(tag, value) for tag, value in arguments) + tuple(OscArgument(t) for t, _ in constants)
    )
    reports: list[Sent] = []
    with running_oscdump(PORT) as receiver:
        play([*one_each, all_at_once, OscMessage("/none")], reports).close()
        *ones, everything, nothing = receiver.wait_for(len(arguments) + 2)
        assert receiver.complaints == []

    assert [(m.address, m.types, m.args) for m in ones] == [(f"/one/{tag}", tag, (value,)) for tag, value in arguments]
    assert everything.types == "".join(tag for tag, _ in arguments) + "TFNI"
    assert everything.args == tuple(value for _, value in arguments) + tuple(value for _, value in constants)
    assert (nothing.address, nothing.types, nothing.args) == ("/none", "", ())
    assert all(report.error == "" and report.sent is not None for report in reports)


def test_an_empty_blob_is_no_error_to_liblo() -> None:
    """python-osc refuses it; the standard does not."""
    need("oscdump")
    with running_oscdump(PORT) as receiver:
        play([OscMessage("/empty", (OscArgument("b", b""), OscArgument("i", 7)))], []).close()
        (message,) = receiver.wait_for(1)
    assert (message.address, message.types) == ("/empty", "bi")


def test_the_mixers_profile_arrives_in_order() -> None:
    need("oscdump")
    desk = Profiles(shipped("resources") / "profiles").get("behringer/x32")
    cues = [("fader", {"channel": str(n), "level": "-6 dB"}) for n in range(1, 33)] + [("mute", {"channel": "1"})]
    messages: list[Message] = [message for do, written in cues for _, message in desk.messages(do, written)]
    with running_oscdump(PORT) as receiver:
        play(messages, []).close()
        heard = receiver.wait_for(33)
    assert [m.address for m in heard] == [f"/ch/{n:02d}/mix/fader" for n in range(1, 33)] + ["/ch/01/mix/on"]
    assert [m.types for m in heard] == ["f"] * 32 + ["i"]
    assert heard[0].args == (pytest.approx(0.6),)
    assert heard[-1].args == (0,)


def test_a_target_that_comes_late_and_goes(expected_warnings: list[object]) -> None:
    """While it is away nothing waits for it, and what is sent once it is there arrives."""
    need("oscdump")
    reports: list[Sent] = []
    output = OscOutput(OscTarget("desk", ("127.0.0.1", PORT)), reports.append)
    before = time.perf_counter()
    for number in range(1000):
        output.send("1", OscMessage("/away", (OscArgument("i", number),)), 0.0)
    # About 15 µs each, with the refusals that come back; a second would be a wait for something.
    assert time.perf_counter() - before < 1.0
    assert output.status().state == "error"
    with running_oscdump(PORT) as receiver:
        output.send("2", OscMessage("/here"), 0.0)
        (message,) = receiver.wait_for(1)
    assert message.address == "/here"
    output.close()
    assert len(expected_warnings) == 1
