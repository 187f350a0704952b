"""Commands that name what is not there: refused with what was meant."""

import pytest

from showctl.engine.command import (
    AnyCommand,
    Flash,
    Go,
    Highlight,
    KeyReleased,
    Load,
    MoveFader,
    Park,
    ReleaseList,
    Reset,
    SetMaster,
    StartCue,
    StepStandby,
    TakeFrom,
)
from showctl.engine.fixture_names import FixtureNames
from showctl.host.unknown import cue_meant, list_meant, unknown_by_hand, unknown_cue, unknown_list
from showctl.program.opening import opened
from showctl.showfile.load import load_text

SHOW = opened(
    lambda: load_text("""
showctl: 1
show: {title: Test}
patch: [{id: spot1..spot2, fixture: generic/dimmer}]
groups: {spots: spot1..spot2}
masters: {band: {fixtures: spots}}
cues: [{cue: 1, wait: 1s}, {cue: 2.5, wait: 1s}, {cue: LX3, wait: 1s}]
lists:
  stings: {cart: yes, cues: [{cue: S1, wait: 1s}]}
""")
).program


def test_what_is_there_is_nothing_to_talk_of() -> None:
    for command in (StartCue(cue="1"), Load(cue="stings/S1", at=1.0), Reset(cue=None), KeyReleased(cue="9")):
        assert unknown_cue(SHOW, command) is None
        assert unknown_list(SHOW, command) is None
    assert unknown_list(SHOW, Go(list="stings")) is None


def test_a_list_in_other_letters() -> None:
    assert unknown_list(SHOW, Go(list="Stings")) == "Stings"
    assert unknown_list(SHOW, ReleaseList(list="Stings")) == "Stings"
    assert unknown_list(SHOW, StepStandby(step=1, list="sting")) == "sting"
    assert list_meant(SHOW, "Stings") == "; did you mean 'stings'?"
    assert list_meant(SHOW, "foyer") == "; write main or stings"


@pytest.mark.parametrize(
    ("cue", "meant"), [("S1", "stings/S1"), ("Stings/s1", "stings/S1"), ("lx3", "LX3"), ("foyer/2.5", "2.5")]
)
def test_a_cue_of_another_list_or_in_other_letters(cue: str, meant: str) -> None:
    assert unknown_cue(SHOW, TakeFrom(cue=cue)) == cue
    assert cue_meant(SHOW, cue) == f"; did you mean '{meant}'?"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (Park(what="spots"), None),
        (Park(what="spot1/intensity"), None),
        (Park(what="sopt1"), "there is no fixture or group 'sopt1', and nothing was done; did you mean 'spot1'?"),
        (Park(what="spot1 thru spot2"), "there is no fixture or group 'spot1 thru spot2'; write spot1..spot2, and"),
        (Park(what="spot1/pan"), "'spot1' has no parameter 'pan'; it has intensity, and nothing was done"),
        (Park(what="1.1"), "there is no address 1.1; fixtures are patched in universes none"),
        (Highlight(fixtures=("spots", "spot9"), on=True), "there is no fixture or group 'spot9', and nothing was done"),
        (Flash(master="grand", on=True), None),
        (Flash(master="bnad", on=True), "there is no master 'bnad', and nothing was done; did you mean 'band'?"),
        (MoveFader(master="x", level=1.0, fader="f"), "there is no master 'x', and nothing was done; write grand or"),
        (SetMaster(master="Band", level=1.0), "there is no master 'Band', and nothing was done; did you mean 'band'?"),
        (Go(), None),
    ],
)
def test_what_hands_name(command: AnyCommand, says: str | None) -> None:
    said = unknown_by_hand(SHOW, FixtureNames(SHOW), command)
    assert said is says if says is None else said is not None and said.startswith(says)
