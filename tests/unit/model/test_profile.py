"""Device profiles: what is written for a command, what the device gets, and every kind of mistake."""

from typing import Any

import pytest
from pydantic import ValidationError

from showctl.model.message import PASSCODE, OscArgument, OscMessage
from showctl.model.problem import Problem, Problems
from showctl.model.profile import DeviceProfile
from showctl.model.profile_argument import Argument
from showctl.model.unit import Quoted


def argument(**written: Any) -> Argument:
    return Argument.model_validate(written)


def profile(commands: dict[str, Any], protocol: str = "osc", **rest: Any) -> DeviceProfile:
    return DeviceProfile.model_validate(
        {"showctl profile": "1", "name": "Desk", "protocol": protocol, "commands": commands, **rest}
    )


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ({"whole": "1..32", "digits": "2"}, "7", "07"),
        ({"whole": "0..127", "digits": "3"}, "127", "127"),
        ({"whole": "-5..5"}, "-5", "-5"),
        ({"number": "-1..1"}, "-.5", -0.5),
        ({"decibel": "x32"}, "0 dB", 0.75),
        ({"decibel": "x32"}, "-oo", 0.0),
        ({"decibel": "-60..12"}, "-6 dB", -6.0),
        ({"level": "0..1"}, "50%", 0.5),
        ({"level": "0..100"}, "full", 100.0),
        ({"level": "0..255"}, "dmx 128", 128.0),
        ({"level": "1..0"}, "25%", 0.75),
        ({"seconds": "0..60"}, "2.5s", 2.5),
        ({"flag": "0..1"}, "on", 1),
        ({"flag": "1..0"}, "yes", 0),
        ({"choice": ["scene", "snippet"]}, "scene", "scene"),
        ({"choice": {"stop": "0", "play": "2"}}, "play", "2"),
        ({"text": "12"}, Quoted("Lead Vox"), "Lead Vox"),
    ],
)
def test_values(kind: dict[str, Any], written: str, value: object) -> None:
    assert argument(**kind).value(written) == value


@pytest.mark.parametrize(
    ("kind", "written", "problem"),
    [
        ({"whole": "1..32"}, "33", "33 is out of range; write 1 to 32"),
        ({"whole": "1..32"}, "0", "0 is out of range; write 1 to 32"),
        ({"whole": "1..32"}, "1.5", "'1.5' is not a whole number; write 1 to 32"),
        ({"whole": "0..99999999"}, "x", "'x' is not a whole number; write 0 to 99999999"),
        ({"number": "0..0.5"}, "1", "1 is out of range; write 0 to 0.5"),
        ({"decibel": "x32"}, "11 dB", "11 dB is out of range; write -oo, or -90 dB to 10 dB"),
        ({"decibel": "-60..12"}, "-oo", "-oo is out of range; write -60 dB to 12 dB"),
        ({"level": "0..1"}, "110%", "'110%' is above 100 percent; write 0% to 100%, or dmx 128 for a DMX value"),
        ({"seconds": "0..60"}, "2m", "2m is out of range; write 0s to 1m"),
        ({"flag": "0..1"}, "maybe", "'maybe' is neither yes nor no; write yes or no"),
        ({"choice": ["scene", "snippet"]}, "scenes", "'scenes' is none of the choices; did you mean 'scene'?"),
        ({"choice": ["scene", "snippet"]}, "x", "'x' is none of the choices; write scene, snippet"),
        ({"text": "3"}, "abcd", "'abcd' does not fit; write at most 3 characters"),
    ],
)
def test_wrong_values(kind: dict[str, Any], written: str, problem: str) -> None:
    with pytest.raises(ValueError, match="; ") as error:
        argument(**kind).value(written)
    assert str(error.value) == problem


@pytest.mark.parametrize(
    "kind",
    [
        {},
        {"whole": "1..2", "level": "0..1"},
        {"whole": "2..1"},
        {"whole": "1-2"},
        {"level": "0..1", "digits": "2"},
        {"decibel": "x33"},
        {"choice": []},
        {"text": "0"},
        {"whole": "1..2", "default": "3"},
        {"hole": "1..2"},
    ],
)
def test_wrong_arguments(kind: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        argument(**kind)


CHANNEL = {"whole": "1..32", "digits": "2"}
COMMANDS: dict[str, Any] = {
    "fader": {
        "does": "x",
        "arguments": {"channel": CHANNEL, "level": {"decibel": "x32"}},
        "send": "/ch/{channel}/mix/fader ,f {level}",
    },
    "connect": {
        "does": "x",
        "arguments": {"layer": {"whole": "1..9"}},
        "send": ["/l/{layer} ,i 1", {"after": "50ms", "osc": "/l/{layer} ,i 0"}],
        "stop": "clear",
    },
    "clear": {"does": "x", "arguments": {"layer": {"whole": "1..9"}}, "send": "/clear/{layer}"},
    "note": {
        "does": "x",
        "arguments": {"text": {"text": "20"}, "more": {"text": "20", "optional": "yes"}},
        "send": '/note ,siTs "two words" {text} {more}'.replace(",siTs", ",ssTs"),
        "stop": ["/off ,s {text}"],
    },
    "round": {"does": "x", "arguments": {"level": {"level": "0..127"}}, "send": "/r ,i {level}"},
}


def test_messages() -> None:
    desk = profile(COMMANDS)
    assert desk.messages("fader", {"channel": "7", "level": "0 dB"}) == (
        (0.0, OscMessage("/ch/07/mix/fader", (OscArgument("f", 0.75),))),
    )
    press, release = desk.messages("connect", {"layer": "1"})
    assert press == (0.0, OscMessage("/l/1", (OscArgument("i", 1),)))
    assert release == (0.05, OscMessage("/l/1", (OscArgument("i", 0),)))
    assert desk.messages("round", {"level": "50%"})[0][1] == OscMessage("/r", (OscArgument("i", 64),))


def test_texts_may_hold_anything() -> None:
    text = 'a "b" {c} ,s /x'
    ((_, message),) = profile(COMMANDS).messages("note", {"text": text})
    assert message == OscMessage("/note", (OscArgument("s", "two words"), OscArgument("s", text), OscArgument("T"))), (
        "what is left out is left out of the message"
    )
    ((_, message),) = profile(COMMANDS).messages("note", {"text": "x", "more": "y"})
    assert isinstance(message, OscMessage)
    assert message.args[-1] == OscArgument("s", "y")


def test_stop_is_a_command_or_messages() -> None:
    desk = profile(COMMANDS)
    assert desk.stop_messages("connect", {"layer": "3"}) == ((0.0, OscMessage("/clear/3")),)
    assert desk.stop_messages("note", {"text": "x"}) == ((0.0, OscMessage("/off", (OscArgument("s", "x"),))),)
    assert desk.stop_messages("fader", {"channel": "1", "level": "0"}) == ()


def test_panic_and_heartbeat() -> None:
    quiet = profile(COMMANDS)
    assert quiet.panic_messages() == ()
    assert quiet.heartbeat is None
    loud = profile(COMMANDS, panic=["/all/off"], heartbeat={"send": "/info", "every": "3s", "patience": "8s"})
    assert loud.panic_messages() == ((0.0, OscMessage("/all/off")),)
    assert loud.heartbeat == (OscMessage("/info"), 3.0, 8.0)
    assert profile({**COMMANDS, "stop": {"does": "x", "send": "/stop"}}, panic="stop").panic_messages() == (
        (0.0, OscMessage("/stop")),
    )
    assert hash(loud) == hash(profile(COMMANDS))


def test_midi_messages() -> None:
    switch = profile(
        {
            "go": {
                "does": "x",
                "arguments": {"cue": {"text": "24", "optional": "yes"}},
                "send": {"msc": "go", "cue": "{cue}"},
            },
            "bank": {
                "does": "x",
                "arguments": {"scene": {"whole": "0..127"}, "level": {"level": "0..127"}},
                "send": [{"control": "0", "value": "{level}"}, {"after": "1s", "program": "{scene}", "channel": "2"}],
            },
            "play": {"does": "x", "send": {"after": "1s", "note": "C4", "duration": "2s"}},
        },
        "midi",
    )
    assert [m.data.hex() for _, m in switch.messages("go", {"cue": "12"}, 3)] == ["f07f030201013132f7"]
    assert [m.data.hex() for _, m in switch.messages("go", {}, 3)] == ["f07f03020101f7"]
    assert [(at, m.data.hex()) for at, m in switch.messages("bank", {"scene": "5", "level": "50%"})] == [
        (0.0, "b00040"),
        (1.0, "c105"),
    ]
    assert [at for at, _ in switch.messages("play", {})] == [1.0, 3.0]


@pytest.mark.parametrize(
    ("command", "arguments", "problems"),
    [
        ("fadr", {}, [Problem(("do",), "Desk has no command 'fadr'", "did you mean 'fader'?")]),
        ("x", {}, [Problem(("do",), "Desk has no command 'x'", "write one of fader, connect, clear, note, round")]),
        (
            "fader",
            {"chanel": "1", "level": "x"},
            [
                Problem(("chanel",), "there is no argument 'chanel'", "did you mean 'channel'?"),
                Problem(("do",), "channel is missing", "write channel: 1 (1 to 32)"),
                Problem(("level",), "'x' is not a level in decibels", "write for example 0 dB, -10 dB or -oo"),
            ],
        ),
        (
            "fader",
            {"channel": {"a": "b"}, "level": None},
            [
                Problem(("channel",), "a mapping stands where text belongs", "write for example some words"),
                Problem(("level",), "nothing is written here", "write text, for example some words"),
            ],
        ),
    ],
)
def test_wrong_commands(command: str, arguments: dict[str, Any], problems: list[Problem]) -> None:
    with pytest.raises(Problems) as error:
        profile(COMMANDS).messages(command, arguments)
    assert error.value.problems == problems


@pytest.mark.parametrize("text", ["a b", "a/b", "", "*", "a#", "{x}", "a,b", "a\nb"])
def test_text_that_cannot_be_in_an_address(text: str) -> None:
    player = profile({"go": {"does": "x", "arguments": {"cue": {"text": "9"}}, "send": "/cue/{cue}/start"}})
    with pytest.raises(Problems) as error:
        player.messages("go", {"cue": Quoted(text)})
    assert [p.path for p in error.value.problems] == [("cue",)]


ARGUMENT = {"n": {"whole": "1..2"}}


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ({"send": "/a ,i {n}"}, "{n} is not an argument"),
        ({"send": "/a", "arguments": ARGUMENT}, "argument n is in no message"),
        ({"send": "/a ,x {n}", "arguments": ARGUMENT}, "'x' is no OSC type"),
        ({"send": "/a ,i", "arguments": ARGUMENT}, "want 1 values and 0 are written"),
        ({"send": "/a {n}", "arguments": ARGUMENT}, "is not an OSC message"),
        ({"send": "/a ,i x"}, "'x' is not a whole number"),
        ({"send": "/a b"}, "is not an OSC message"),
        ({"send": []}, "at least 1 item"),
        ({"send": {"osc": "/a", "note": "1"}}, "a message is OSC or MIDI"),
        ({"send": {"control": "1"}}, "protocol midi in a profile for osc"),
        ({"send": {"contrl": "1"}}, "'contrl' is not part of a MIDI message"),
        ({"send": "/a/{n}", "arguments": {"n": {"whole": "1..2", "optional": "yes"}}}, "may be left out"),
        ({"send": "/a", "arguments": {"device": {"whole": "1..2"}}}, "a cue says that already"),
        ({"send": "/a", "stop": "nothing"}, "Desk has no command 'nothing'"),
        ({"send": "/a", "stop": "other"}, "other needs n, which it has not"),
        ({"send": "/a", "stop": ["/b ,i {n}"]}, "{n} is not an argument"),
    ],
)
def test_wrong_profiles(command: dict[str, Any], words: str) -> None:
    commands = {"it": {"does": "x", **command}, "other": {"does": "x", "send": "/o/{n}", "arguments": ARGUMENT}}
    with pytest.raises(ValidationError) as error:
        profile(commands)
    assert words in str(error.value)


@pytest.mark.parametrize(
    "rest",
    [
        {"panic": "fader"},
        {"panic": "nothing"},
        {"panic": ["/a ,i {n}"]},
        {"heartbeat": {"send": "/a ,i {n}"}},
        {"heartbeat": {"send": "/a", "every": "0s"}},
        {"heartbeat": {"send": {"note": "1"}}},
        {"port": "0"},
        {"colour": "red"},
    ],
)
def test_wrong_tops(rest: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        profile(COMMANDS, **rest)


SECRET = {
    "showctl profile": "1",
    "name": "Q",
    "protocol": "osc",
    "commands": {
        "connect": {"does": "C", "arguments": {"code": {"text": "9", "secret": "yes"}}, "send": "/connect ,s {code}"}
    },
}


def test_a_secret_is_no_part_of_a_cue() -> None:
    profile = DeviceProfile.model_validate(SECRET)
    ((_, message),) = profile.messages("connect", {})
    assert message == OscMessage("/connect", (PASSCODE,))
    with pytest.raises(Problems) as problems:
        profile.messages("connect", {"code": "hush"})
    (problem,) = problems.value.problems
    assert "a passcode has no place in a show file" in problem.what
    assert "hush" not in problem.what + problem.remedy


@pytest.mark.parametrize(
    ("send", "argument"),
    [
        ("/connect/{code}", {"text": "9", "secret": "yes"}),
        ('/connect ,s "code {code}"', {"text": "9", "secret": "yes"}),
        ("/connect ,i {code}", {"text": "9", "secret": "yes"}),
        ("/connect ,s {code}", {"whole": "1..9", "secret": "yes"}),
        ("/connect ,s {code}", {"text": "9", "secret": "yes", "default": "x"}),
        ("/connect ,s {code}", {"text": "9", "secret": "yes", "optional": "yes"}),
    ],
)
def test_a_secret_stands_alone(send: str, argument: dict[str, str]) -> None:
    commands = {"connect": {"does": "C", "arguments": {"code": argument}, "send": send}}
    with pytest.raises(ValidationError):
        DeviceProfile.model_validate({**SECRET, "commands": commands})
