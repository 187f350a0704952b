"""OSC messages as commands: every address that is taken, and buttons that are let go."""

import re
import struct

import pytest

from showctl.engine.command import (
    AnyCommand,
    Arm,
    Flag,
    Flash,
    Go,
    HardStop,
    Highlight,
    KeyReleased,
    Load,
    MoveFader,
    Panic,
    Park,
    Pause,
    ReleaseList,
    Reset,
    Resume,
    SetBlackout,
    SetMaster,
    SetStandby,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
    Unpark,
)
from showctl.inputs.osc_command import NotUnderstood, command_of
from showctl.model.message import OscArgument, OscMessage

FROM = "OSC 127.0.0.1"


def message(address: str, *args: tuple[str, object]) -> OscMessage:
    return OscMessage(address, tuple(OscArgument(tag, value) for tag, value in args))


@pytest.mark.parametrize(
    ("said", "command"),
    [
        (message("/go"), Go()),
        (message("/go", ("s", "lx")), Go(list="lx")),
        (message("/list/lx/go"), Go(list="lx")),
        (message("/stop"), Stop()),
        (message("/panic"), Panic()),
        (message("/hardstop"), HardStop()),
        (message("/pause"), Pause()),
        (message("/resume"), Resume()),
        (message("/standby", ("s", "12")), SetStandby(cue="12")),
        (message("/standby", ("s", " LX3 ")), SetStandby(cue="LX3")),
        (message("/standby", ("s", "lx/12")), SetStandby(cue="lx/12")),
        (message("/standby", ("i", 12)), SetStandby(cue="12")),
        (message("/standby", ("f", 12.0)), SetStandby(cue="12")),
        (message("/standby", ("d", 12.5)), SetStandby(cue="12.5")),
        (message("/standby", ("f", struct.unpack("f", struct.pack("f", 12.1))[0])), SetStandby(cue="12.1")),
        (message("/fader/grand", ("f", 0.5)), MoveFader(master="grand", level=0.5, fader=FROM)),
        (message("/flash", ("s", "band"), ("i", 1)), Flash(master="band", on=True)),
        (message("/flash/band", ("f", 0.0)), Flash(master="band", on=False)),
        (message("/highlight", ("s", "a"), ("s", "b"), ("T", True)), Highlight(fixtures=("a", "b"), on=True)),
        (message("/highlight", ("i", 0)), Highlight(fixtures=(), on=False)),
        (message("/park", ("s", "spot1/pan"), ("f", 0.25)), Park(what="spot1/pan", level=0.25)),
        (message("/park", ("s", "1.7")), Park(what="1.7")),
        (message("/unpark", ("s", "1.7")), Unpark(what="1.7")),
        (message("/unpark"), Unpark()),
        (message("/unpark", ("f", 1.0)), Unpark()),
        (message("/take", ("s", "lx/12")), TakeFrom(cue="lx/12")),
        (message("/take", ("i", 12), ("s", "go")), TakeFrom(cue="12", go=True)),
        (message("/standby/next"), StepStandby(step=1)),
        (message("/standby/previous"), StepStandby(step=-1)),
        (message("/standby/next", ("s", "lx")), StepStandby(step=1, list="lx")),
        (message("/load", ("s", "12"), ("f", 90.0)), Load(cue="12", at=90.0)),
        (message("/load", ("i", 12), ("i", -10)), Load(cue="12", at=-10.0)),
        (message("/load", ("s", "lx/12"), ("s", "1m30s")), Load(cue="lx/12", at=90.0)),
        (message("/cue/12.5/load", ("s", "-10s")), Load(cue="12.5", at=-10.0)),
        (message("/cue/lx/3/load", ("d", 0.0)), Load(cue="lx/3", at=0.0)),
        (message("/release", ("s", " band ")), ReleaseList(list="band")),
        (message("/release", ("s", "band"), ("f", 2.5)), ReleaseList(list="band", time=2.5)),
        (message("/release", ("s", "band"), ("i", 3)), ReleaseList(list="band", time=3.0)),
        (message("/list/band/release"), ReleaseList(list="band")),
        (message("/list/band/release", ("f", 1.0)), ReleaseList(list="band")),
        (message("/master", ("s", "grand"), ("f", 0.5)), SetMaster(master="grand", level=0.5)),
        (message("/master", ("s", " band "), ("i", 1)), SetMaster(master="band", level=1.0)),
        (message("/master", ("s", "grand"), ("d", 0.0), ("i", 3)), SetMaster(master="grand", level=0.0, time=3.0)),
        (message("/blackout", ("i", 1)), SetBlackout(on=True)),
        (message("/blackout", ("f", 0.0)), SetBlackout(on=False)),
        (message("/blackout", ("T", None)), SetBlackout(on=True)),
        (message("/blackout", ("F", None)), SetBlackout(on=False)),
        (message("/cue/12/start"), StartCue(cue="12")),
        (message("/cue/12.5/stop"), Stop(cue="12.5")),
        (message("/cue/LX3/pause"), Pause(cue="LX3")),
        (message("/cue/lx/3/resume"), Resume(cue="lx/3")),
        (message("/arm", ("i", 12)), Arm(cue="12")),
        (message("/disarm", ("s", "lx/12")), Arm(cue="lx/12", armed=False)),
        (message("/cue/12/disarm"), Arm(cue="12", armed=False)),
        (message("/flag", ("f", 12.5)), Flag(cue="12.5")),
        (message("/cue/lx/3/unflag", ("i", 1)), Flag(cue="lx/3", flagged=False)),
        (message("/reset"), Reset()),
        (message("/reset", ("f", 1.0)), Reset()),
        (message("/reset", ("s", "12")), Reset(cue="12")),
        (message("/cue/12/reset"), Reset(cue="12")),
        (message("/cue/lx/3/start", ("f", 0.0)), KeyReleased(cue="lx/3")),
    ],
)
def test_commands(said: OscMessage, command: AnyCommand) -> None:
    assert command_of(said, FROM) == type(command)(
        **{name: getattr(command, name) for name in command.__struct_fields__ if name != "source"}, source=FROM
    )


BUTTONS = (
    "/go",
    "/stop",
    "/panic",
    "/hardstop",
    "/pause",
    "/resume",
    "/standby/next",
    "/cue/12/arm",
    "/reset",
    "/list/lx/go",
    "/list/lx/release",
)


@pytest.mark.parametrize("address", BUTTONS)
def test_a_button_acts_when_pressed_and_not_when_let_go(address: str) -> None:
    """TouchOSC sends 1.0 and 0.0; others integers or booleans."""
    for pressed in (("f", 1.0), ("i", 1), ("d", 0.5), ("T", None), ("h", 127), ("I", None), ("N", None)):
        assert command_of(message(address, pressed), FROM) is not None
    for released in (("f", 0.0), ("f", -0.0), ("i", 0), ("d", 0.0), ("h", 0), ("F", None)):
        assert command_of(message(address, released), FROM) is None


@pytest.mark.parametrize(
    "said",
    [
        message("/"),
        message("/goo"),
        message("/take"),
        message("/take", ("i", 12), ("i", 1)),
        message("/take", ("i", 12), ("s", "go"), ("s", "go")),
        message("/GO"),
        message("/go/"),
        message("//go"),
        message("/go", ("i", 1), ("i", 1)),
        message("/go", ("b", b"x")),
        message("/go", ("s", "")),
        message("/stop", ("s", "12")),
        message("/release"),
        message("/release", ("f", 1.0)),
        message("/release", ("s", "band"), ("f", -1.0)),
        message("/release", ("s", "band"), ("s", "fast")),
        message("/release", ("s", "band"), ("f", 1.0), ("f", 1.0)),
        message("/list//release"),
        message("/master"),
        message("/master", ("s", "grand")),
        message("/master", ("f", 0.5)),
        message("/master", ("s", "grand"), ("f", 1.5)),
        message("/master", ("s", "grand"), ("f", -0.1)),
        message("/master", ("s", "grand"), ("f", float("nan"))),
        message("/master", ("s", "grand"), ("f", 0.5), ("f", -1.0)),
        message("/master", ("s", "grand"), ("f", 0.5), ("f", float("inf"))),
        message("/master", ("s", "grand"), ("f", 0.5), ("f", 1.0), ("f", 1.0)),
        message("/master", ("s", "grand"), ("s", "half")),
        message("/blackout"),
        message("/blackout", ("f", 0.5)),
        message("/blackout", ("s", "on")),
        message("/standby"),
        message("/standby", ("s", "")),
        message("/standby", ("T", None)),
        message("/standby", ("f", 1e20)),
        message("/standby", ("s", "1"), ("s", "2")),
        message("/standby/after"),
        message("/cue/12"),
        message("/cue//start"),
        message("/cue/a/b/c/start"),
        message("/cue/12/explode"),
        message("/arm"),
        message("/flag", ("T", None)),
        message("/cue/12/flag", ("s", "12")),
        message("/cue/*/start"),
        message("/cue/{1,2}/start"),
        message("/list//go"),
        message("/list/lx/stop"),
    ],
)
def test_what_is_no_command(said: OscMessage) -> None:
    with pytest.raises(NotUnderstood):
        command_of(said, FROM)


@pytest.mark.parametrize(
    "said",
    [
        message("/fader"),
        message("/fader/"),
        message("/fader/grand", ("f", 1.5)),
        message("/fader/grand", ("s", "full")),
        message("/flash", ("s", "band")),
        message("/flash/band", ("f", 0.5)),
        message("/highlight"),
        message("/highlight", ("i", 1)),
        message("/highlight", ("i", 1), ("i", 1)),
        message("/park"),
        message("/park", ("f", 0.5)),
        message("/park", ("s", "spot1"), ("s", "full")),
        message("/unpark", ("b", b"")),
        message("/blackout/all", ("i", 1)),
    ],
)
def test_what_hands_do_wants_the_right_arguments(said: OscMessage) -> None:
    with pytest.raises(NotUnderstood, match=r"wants|write"):
        command_of(said, FROM)


def test_letting_go_of_an_unpark_button_does_nothing() -> None:
    assert command_of(message("/unpark", ("f", 0.0)), FROM) is None


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("/back", "; send /standby/previous"),
        ("/previous", "; send /standby/previous"),
        ("/playhead/previous", "; send /standby/previous"),
        ("/next", "; send /standby/next"),
        ("/workspace/AB-12/go/to", '; send /standby "NUMBER"'),
        ("/cue/12", "; send /cue/12/start"),
        ("/cue/LX3/go", "; send /cue/LX3/start"),
        ("/start/12", "; send /cue/12/start"),
        ("/start", "; send /go"),
        ("/cue/selected/go", "; send /go"),
        ("/eos/cue/1/12.5/fire", "; send /cue/12.5/start"),
        ("/eos/key/go_0", "; send /go"),
        ("/master/grand", '; write /master "grand" 0.5'),
        ("/sub/sun", "; send /fader/sun 0.5"),
        ("/goo", "; did you mean /go?"),
        ("/panik", "; did you mean /panic?"),
        ("/blackot", "; did you mean /blackout?"),
        ("/stopp", "; did you mean /stop?"),
        ("/nothing/of/the/kind", ""),
    ],
)
def test_what_is_sent_to_others_and_what_is_sent_here(address: str, hint: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        command_of(message(address), FROM)
    assert str(refused.value) == f"{address} is no command of showctl{hint}"


@pytest.mark.parametrize(
    "word", ["back", "black", "step", "top", "shop", "pan", "hard", "hardware", "backup", "out", "panel"]
)
def test_no_hint_leads_to_what_takes_light_away(word: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        command_of(message(f"/{word}"), FROM)
    assert not re.search("/(blackout|panic|hardstop|stop)", str(refused.value).partition(";")[2])
