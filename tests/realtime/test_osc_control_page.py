"""docs/osc-control.md is right: oscsend sends each of its examples, and its table names every command."""

import queue
import re
import shlex
import subprocess
from pathlib import Path

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
    Override,
    Panic,
    Park,
    Pause,
    Rehearsal,
    ReleaseList,
    Reset,
    Resume,
    SendNow,
    SetBlackout,
    SetMaster,
    SetStandby,
    SkipWait,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
    Unpark,
)
from showctl.inputs.osc import OscControl
from showctl.inputs.osc_command import NotUnderstood, command_of
from showctl.model.message import OscMessage
from showctl.model.show import OscInput
from showctl.showfile.load import load_text
from tests.receivers.need import need

PAGE = (Path(__file__).parents[2] / "docs" / "osc-control.md").read_text(encoding="utf-8")
LINES = re.findall(r"^oscsend 127\.0\.0\.1 53000 (.*)$", PAGE, re.MULTILINE)
ROWS = [row.split("|")[1:4] for row in re.findall(r"^\| `/.*$", PAGE, re.MULTILINE)]
FROM = "OSC 127.0.0.1"
WITH_ARGUMENTS = {
    "/take",
    "/release",
    "/standby",
    "/arm",
    "/disarm",
    "/flag",
    "/unflag",
    "/master",
    "/blackout",
    "/fader/foyer",
    "/flash",
    "/flash/foyer",
    "/highlight",
    "/park",
    "/load",
    "/cue/12/load",
    "/override",
    "/override/KIND",
    "/rehearsal",
}
MEANT: dict[str, AnyCommand] = {
    "/go": Go(source=FROM),
    "/go f 1.0": Go(source=FROM),
    "/go s foyer": Go(list="foyer", source=FROM),
    "/list/foyer/go": Go(list="foyer", source=FROM),
    "/list/foyer/release": ReleaseList(list="foyer", source=FROM),
    "/release sf foyer 3.0": ReleaseList(list="foyer", time=3.0, source=FROM),
    "/standby s 12.5": SetStandby(cue="12.5", source=FROM),
    "/standby i 12": SetStandby(cue="12", source=FROM),
    "/take s 42": TakeFrom(cue="42", source=FROM),
    "/take ss 42 go": TakeFrom(cue="42", go=True, source=FROM),
    "/release sf band 3.0": ReleaseList(list="band", time=3.0, source=FROM),
    "/list/band/release": ReleaseList(list="band", source=FROM),
    "/standby/next": StepStandby(step=1, source=FROM),
    "/standby/previous s foyer": StepStandby(step=-1, list="foyer", source=FROM),
    "/cue/12.5/start": StartCue(cue="12.5", source=FROM),
    "/cue/foyer/F2/stop": Stop(cue="foyer/F2", source=FROM),
    "/cue/12/pause": Pause(cue="12", source=FROM),
    "/cue/12/resume i 1": Resume(cue="12", source=FROM),
    "/cue/12/load f -10": Load(cue="12", at=-10.0, source=FROM),
    "/load ss 12.5 1m30s": Load(cue="12.5", at=90.0, source=FROM),
    "/disarm i 12": Arm(cue="12", armed=False, source=FROM),
    "/cue/12/arm": Arm(cue="12", source=FROM),
    "/flag s foyer/F2": Flag(cue="foyer/F2", source=FROM),
    "/cue/foyer/F2/unflag": Flag(cue="foyer/F2", flagged=False, source=FROM),
    "/reset s 12": Reset(cue="12", source=FROM),
    "/reset": Reset(source=FROM),
    "/cue/12/start i 0": KeyReleased(cue="12", source=FROM),
    "/pause": Pause(source=FROM),
    "/resume": Resume(source=FROM),
    "/stop": Stop(source=FROM),
    "/hardstop": HardStop(source=FROM),
    "/master sf grand 0.5": SetMaster(master="grand", level=0.5, source=FROM),
    "/master sff band 1.0 3.0": SetMaster(master="band", level=1.0, time=3.0, source=FROM),
    "/fader/grand f 0.5": MoveFader(master="grand", level=0.5, fader=FROM, source=FROM),
    "/flash si band 1": Flash(master="band", on=True, source=FROM),
    "/flash/band f 0": Flash(master="band", on=False, source=FROM),
    "/highlight ssi spot1 wash 1": Highlight(fixtures=("spot1", "wash"), on=True, source=FROM),
    "/highlight i 0": Highlight(fixtures=(), on=False, source=FROM),
    "/park sf spot1/pan 0.25": Park(what="spot1/pan", level=0.25, source=FROM),
    "/park s 1.7": Park(what="1.7", source=FROM),
    "/unpark s 1.7": Unpark(what="1.7", source=FROM),
    "/unpark": Unpark(source=FROM),
    "/blackout i 1": SetBlackout(on=True, source=FROM),
    "/blackout F": SetBlackout(on=False, source=FROM),
    "/cue/12/skip": SkipWait(cue="12", source=FROM),
    "/cue/12/sendnow": SendNow(cue="12", source=FROM),
    "/override si midi 1": Override(kind="midi", on=True, source=FROM),
    "/override/midi i 0": Override(kind="midi", on=False, source=FROM),
    "/rehearsal T": Rehearsal(on=True, source=FROM),
    "/panic T": Panic(source=FROM),
}


@pytest.mark.usefixtures("netns")
def test_each_example_does_what_it_says() -> None:
    need("oscsend")
    assert set(LINES) == set(MEANT)
    commands: queue.Queue[AnyCommand] = queue.Queue()
    control = OscControl(OscInput(port=0), commands.put)
    try:
        for line in LINES:
            command = ["oscsend", "127.0.0.1", str(control.port), *shlex.split(line)]
            subprocess.run(command, check=True, capture_output=True, timeout=10)
            assert commands.get(timeout=5) == MEANT[line], line
    finally:
        control.close()
    assert control.bad_packets == 0


def test_the_table_is_the_truth() -> None:
    """Every kind of command is in it, and each message in it is one."""
    messages = [message for row in ROWS for message in re.findall(r"`(/\S+)`", row[0])]
    kinds = set()
    for message in messages:
        address = message.replace("NUMBER", "12").replace("NAME", "foyer")
        if address not in WITH_ARGUMENTS:
            kinds.add(type(command_of(OscMessage(address), FROM)))
    with_arguments = {Load, SetStandby, TakeFrom, SetMaster, SetBlackout, KeyReleased}
    with_arguments |= {MoveFader, Flash, Highlight, Park, Override, Rehearsal}
    assert kinds | with_arguments == {type(command) for command in MEANT.values()}
    assert len(messages) == 42
    with pytest.raises(NotUnderstood):
        command_of(OscMessage("/*"), FROM)


def test_its_piece_of_a_show_loads() -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    rest = "show: {title: A}\ncues:\n  - {cue: 1, memo: A}"
    load_text(f"showctl: 1\n{rest}\n{block}")
