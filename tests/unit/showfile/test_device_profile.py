"""Device profiles as files: every one that ships, the page that explains them, and problems with their lines."""

import re
from pathlib import Path

import pytest

from showctl.model.fader import x32_position
from showctl.model.message import PASSCODE, MidiMessage, OscMessage
from showctl.model.problem import Problems
from showctl.model.profile import DeviceProfile, Heartbeat, ProfileCommand
from showctl.model.profile_argument import Argument
from showctl.outputs.osc_codec import encode
from showctl.shipped import shipped
from showctl.showfile.device_profile import Profiles, load_profile, profile_of
from showctl.showfile.fields import keys_of
from showctl.showfile.report import Refused, Report

FOLDER = shipped("resources") / "profiles"
SHIPPED = Profiles(FOLDER)
PAGE = (Path(__file__).parents[3] / "docs" / "device-profiles.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [(name, command) for name in SHIPPED.names for command in SHIPPED.get(name).commands]


def test_what_ships() -> None:
    assert set(SHIPPED.names) >= {
        "behringer/x32", "figure53/qlab", "resolume", "etc/eos", "xjadeo", "generic/msc",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=lambda part: part.replace(" ", "-"))
def test_every_command_can_be_sent(name: str, command: str) -> None:
    profile = SHIPPED.get(name)
    arguments = profile.commands[command].arguments
    written = {key: argument.example for key, argument in arguments.items() if not argument.secret}
    messages = profile.messages(command, written, 3)
    assert messages
    assert [at for at, _ in messages] == sorted(at for at, _ in messages)
    for _, message in (*messages, *profile.stop_messages(command, written, 3), *profile.panic_messages(3)):
        if isinstance(message, OscMessage) and PASSCODE in message.args:
            assert any(argument.secret for argument in arguments.values())
        else:
            assert encode(message) if isinstance(message, OscMessage) else message.data[0] >= 0x80


def test_one_and_the_same() -> None:
    assert SHIPPED.get("resolume") is SHIPPED.get("resolume")


def sent(name: str, command: str, /, **written: str) -> list[tuple[float, str]]:
    """Offset and `/address tag value …`, or the bytes."""
    found = SHIPPED.get(name).messages(command, written, 3)
    return [
        (at, message.data.hex(" ") if isinstance(message, MidiMessage) else osc_words(message)) for at, message in found
    ]


def osc_words(message: OscMessage) -> str:
    return " ".join([message.address, *(f"{a.tag} {a.value}" for a in message.args)])


def test_x32() -> None:
    """Addresses and types of the unofficial X32/M32 OSC protocol document."""
    assert sent("behringer/x32", "fader", channel="17", level="0 dB") == [(0, "/ch/17/mix/fader f 0.75")]
    assert sent("behringer/x32", "fader", channel="1", level="-6") == [(0, f"/ch/01/mix/fader f {x32_position(-6)}")]
    assert sent("behringer/x32", "mute", channel="1") == [(0, "/ch/01/mix/on i 0")], "on is not mute"
    assert sent("behringer/x32", "mute", channel="1", muted="no") == [(0, "/ch/01/mix/on i 1")]
    assert sent("behringer/x32", "dca fader", dca="3", level="-oo") == [(0, "/dca/3/fader f 0.0")], "one digit"
    assert sent("behringer/x32", "mute group", group="2") == [(0, "/config/mute/2 i 1")]
    assert sent("behringer/x32", "recall scene", scene="0") == [(0, "/-action/goscene i 0")]
    assert SHIPPED.get("behringer/x32").port == 10023
    assert SHIPPED.get("behringer/x32").heartbeat == (OscMessage("/info"), 5.0, 12.0)


def test_resolume() -> None:
    clip = "/composition/layers/1/clips/4/connect"
    assert sent("resolume", "connect clip", layer="1", clip="4") == [(0, f"{clip} i 1"), (0.05, f"{clip} i 0")]
    assert sent("resolume", "layer opacity", layer="2", opacity="50%") == [
        (0, "/composition/layers/2/video/opacity f 0.5")
    ]
    stop = SHIPPED.get("resolume").stop_messages("connect clip", {"layer": "1", "clip": "4"})
    assert [osc_words(m) for _, m in stop if isinstance(m, OscMessage)] == [
        "/composition/layers/1/clear i 1", "/composition/layers/1/clear i 0",
    ]  # fmt: skip


def test_qlab_eos_and_msc() -> None:
    assert sent("figure53/qlab", "start cue", cue="12.5") == [(0, "/cue/12.5/start")]
    assert sent("figure53/qlab", "go") == [(0, "/go")]
    assert sent("figure53/qlab", "panic in time", time="2s") == [(0, "/panicInTime f 2.0")]
    assert sent("etc/eos", "fire cue", cue="12.5") == [(0, "/eos/cue/1/12.5/fire")]
    assert sent("etc/eos", "command line", command="Chan 1 At 50") == [(0, "/eos/newcmd s Chan 1 At 50#")]
    assert sent("generic/msc", "go", cue="12.5", list="1") == [(0, "f0 7f 03 02 01 01 31 32 2e 35 00 31 f7")]


def test_a_profile_that_is_not_there() -> None:
    with pytest.raises(Problems) as error:
        SHIPPED.get("behringer/x23")
    (problem,) = error.value.problems
    assert (problem.path, problem.what) == ((), "there is no device profile 'behringer/x23'")
    assert problem.remedy == "did you mean 'behringer/x32'?"


def test_every_problem_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "desk.yaml"
    file.write_text(
        "showctl profile: 1\nname: Desk\nprotocl: osc\nprotocol: osc\ncommands:\n"
        "  fader:\n    does: x\n    arguments: {level: {hole: 1..2}}\n    send: /a\n"
        "  mute:\n    does: x\n    send: /a ,x 1\n"
    )
    with pytest.raises(Refused) as error:
        load_profile(file)
    assert {(p.line, p.what) for p in error.value.problems} >= {
        (3, "unknown key 'protocl'"),
        (8, "unknown key 'hole'"),
    }
    assert any("'x' is no OSC type" in p.what for p in error.value.problems)


@pytest.mark.parametrize("text", ["", "- a\n", "showctl profile: 2\nname: x\nprotocol: osc\ncommands: {}\n", "a: [\n"])
def test_what_is_no_profile(text: str) -> None:
    with pytest.raises(Refused):
        profile_of(text, Report("desk.yaml"))


def test_the_first_folder_counts(tmp_path: Path) -> None:
    (tmp_path / "resolume.yaml").write_text(
        "showctl profile: 1\nname: Ours\nprotocol: osc\ncommands: {go: {does: x, send: /go}}\n"
    )
    assert Profiles(tmp_path, FOLDER).get("resolume").name == "Ours"
    assert set(Profiles(tmp_path, FOLDER).names) == set(SHIPPED.names)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[1])
def test_examples_of_the_page(block: str) -> None:
    """A whole profile, or commands of one."""
    if not block.startswith("showctl profile"):
        protocol = "midi" if "msc:" in block or "control:" in block else "osc"
        block = f"showctl profile: 1\nname: Desk\nprotocol: {protocol}\n{block}"
    assert profile_of(block, Report("device-profiles.md")).commands


def test_the_page_explains_every_key() -> None:
    explained = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)))
    models = (DeviceProfile, ProfileCommand, Argument, Heartbeat)
    assert not {key for model in models for key in keys_of(model)} - explained


def test_the_page_lists_what_ships() -> None:
    assert {name for name in SHIPPED.names if f"| `{name}` |" not in PAGE} == set()
