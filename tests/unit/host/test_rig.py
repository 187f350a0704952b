"""The outputs of the next state of the show: what goes where it went stays open, the rest is closed and opened."""

import uuid
from collections.abc import Callable

import pytest

from showctl.engine.clock import SystemClock
from showctl.host.rig import Rig, rig_of
from showctl.outputs.osc import OscOutput
from showctl.outputs.recording import Recording
from showctl.outputs.sacn import SacnOutput, SilentFrames
from showctl.outputs.sequences import Sequences
from showctl.program.opening import opened
from showctl.program.program import Program, Target
from showctl.showfile.load import load_text

SHOW = """\
showctl: 1
show: {title: Rig}
devices:
  front: {type: sacn, universes: 1-2, to: 127.0.0.1}
  back: {type: sacn, universes: 3, to: 127.0.0.2}
  desk: {type: osc, to: "127.0.0.1:10023", profile: behringer/x32}
  clips: {type: osc, to: "127.0.0.1:53000"}
patch:
  - {id: a, fixture: generic/dimmer, at: 1.1}
  - {id: b, fixture: generic/dimmer, at: 3.1}
cues:
  - {cue: 1, osc: {device: clips, address: /go}}
"""


def program(text: str = SHOW) -> Program:
    return opened(lambda: load_text(text)).program


def rig(
    program: Program,
    before: Rig | None = None,
    *,
    off: bool = False,
    allows: Callable[[Target], bool] = lambda _: True,
) -> Rig:
    return rig_of(
        program,
        uuid.UUID(int=1),
        SystemClock(),
        lambda _: None,
        Sequences(),
        outputs_off=off,
        allows=allows,
        before=before,
    )


def outputs(rig: Rig) -> dict[str, object]:
    return {**rig.messages, **{each.device: each for each in rig.frames}}


def kept(one: Rig, other: Rig) -> set[str]:
    was, now = outputs(one), outputs(other)
    return {device for device in was if now.get(device) is was[device]}


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("title: Rig", "title: Other", {"front", "back"}),  # it is their source name
        ("cue: 1, osc", "cue: 2, label: Edited, osc", set()),
        ("at: 3.1}", "at: 3.2}\n  - {id: c, fixture: generic/dimmer, at: 3.9}", set()),
        ("to: 127.0.0.2", "to: 127.0.0.3", {"back"}),
        ("53000", "53001", {"clips"}),
        ("{id: b,", "{id: c, fixture: generic/dimmer, at: 2.1}\n  - {id: b,", {"front"}),
        ("universes: 3,", "universes: 3, priority: 50,", {"back"}),
        ('53000"', '53000", backup: "127.0.0.9:53000"', {"clips"}),
    ],
)
def test_only_what_changed_is_opened_anew(old: str, new: str, changed: set[str]) -> None:
    first = rig(program())
    second = rig(program(SHOW.replace(old, new)), first)
    assert kept(first, second) == {"front", "back", "desk", "clips"} - changed
    assert second.heartbeats is first.heartbeats
    closed = set(first.everything) - set(second.everything)
    assert {each.device for each in closed} == changed  # type: ignore[attr-defined]
    first.close(but=second)
    second.close()


def test_a_device_that_is_gone_is_closed_and_one_that_is_new_opened() -> None:
    first = rig(program())
    after = SHOW.replace("  clips: {type", "  other: {type").replace("device: clips", "device: other")
    second = rig(program(after), first)
    assert outputs(second).keys() == {"front", "back", "desk", "other"}
    assert kept(first, second) == {"front", "back", "desk"}
    first.close(but=second)
    second.close()


def test_what_may_be_sent_to_by_now_takes_the_place_of_its_silence() -> None:
    quiet = rig(program(), allows=lambda target: target.device not in {"back", "clips"})
    assert {device for device, each in outputs(quiet).items() if isinstance(each, Recording | SilentFrames)} == {
        "back",
        "clips",
    }
    second = rig(program(), quiet)
    assert kept(quiet, second) == {"front", "desk"}
    assert all(isinstance(each, OscOutput | SacnOutput) for each in outputs(second).values())
    quiet.close(but=second)
    second.close()


def test_outputs_that_are_off_count_on() -> None:
    first = rig(program(), off=True)
    assert kept(first, rig(program(SHOW.replace("title: Rig", "title: Other")), first, off=True)) == {"desk", "clips"}
