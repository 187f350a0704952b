"""Another state of the show takes the place of one that plays: what was to be sent still is, and all is as it was."""

import pytest
from msgspec.structs import replace

from showctl.engine.command import (
    Flash,
    Go,
    Highlight,
    MoveFader,
    Panic,
    Park,
    SetBlackout,
    SetMaster,
    Stop,
    Unpark,
)
from showctl.engine.event import CueActed, GoRefused, Warned
from showctl.model.effect import Send
from showctl.model.message import MidiMessage
from showctl.program.opening import opened
from showctl.program.program import MidiTarget, Program
from showctl.showfile.load import load_text
from tests.unit.engine.evening import Evening
from tests.unit.engine.programs import cue, program, send

NOTE_ON, NOTE_OFF = Send(0.0, "keys", MidiMessage(b"\x90\x3c\x64")), Send(2.0, "keys", MidiMessage(b"\x80\x3c\x00"))


def show(digest: str = "1", panic: tuple[Send, ...] = (), **more: object) -> Program:
    """Cue 1 is told to stop in two parts, half a second apart; cue 2 is a note of 2 s."""
    stop = (send(1), send(2, at=0.5))
    note = (replace(NOTE_OFF, at=0.0),)
    cues = (
        cue("1", duration=9.0, stop=stop),
        cue("2", duration=2.0, effects=(NOTE_ON, NOTE_OFF), stop=note),
    )
    return program(*cues, digest=digest, **({"targets": (MidiTarget("keys", "Keys", panic),)} | more))


def data(number: int) -> bytes:
    return number.to_bytes(4, "big")


def test_the_late_half_of_a_stop_is_sent_when_it_is_due() -> None:
    evening = Evening(show())
    evening.play(Go(), 10.0)
    evening.play(Stop(), 11.0)
    evening.hand_over(show("2"), 11.25)
    assert evening.sent == [("1", 11.0, data(1))]
    assert evening.stage.next_due() == 11.5
    evening.stage.playback.advance(12.0)
    assert evening.sent == [("1", 11.0, data(1)), ("1", 11.5, data(2))]
    assert evening.stage.next_due() == float("inf")


def test_nothing_is_stopped_and_a_held_note_gets_its_note_off_once() -> None:
    evening = Evening(show())
    evening.play(Go(), 10.0)
    evening.play(Go(), 11.0)
    evening.hand_over(show("2"), 12.0)
    evening.stage.playback.advance(20.0)
    assert evening.sent == [("1", 11.0, b"\x90\x3c\x64"), ("1", 13.0, b"\x80\x3c\x00")]


def test_a_panic_is_said_to_its_end_after_two_edits_too() -> None:
    panic = (send(7), send(8, at=1.0))
    evening = Evening(show(panic=panic))
    evening.play(Panic(), 10.0)
    evening.hand_over(show("2", panic=(send(9),)), 10.25)
    evening.hand_over(show("3"), 10.5)
    evening.stage.playback.advance(20.0)
    assert evening.sent == [("1", 10.0, data(7)), ("1", 11.0, data(8))]


def test_a_device_that_is_elsewhere_afterwards_is_told_the_rest_at_once() -> None:
    for targets in ((), (MidiTarget("keys", "Other port"),)):
        evening = Evening(show())
        evening.play(Go(), 10.0)
        evening.play(Stop(), 11.0)
        after = program(cue("5"), digest="2", targets=targets)
        evening.hand_over(after, 11.25)
        evening.stage.playback.advance(20.0)
        assert evening.sent == [("1", 11.0, data(1)), ("1", 11.25, data(2))]


def test_what_runs_speaks_to_a_device_where_it_is_now() -> None:
    evening = Evening(show())
    evening.play(Go(), 10.0)
    evening.play(Go(), 11.0)
    evening.hand_over(show("2", targets=(MidiTarget("keys", "Other port"),)), 12.0)
    evening.stage.playback.advance(20.0)
    assert evening.sent == [("1", 11.0, b"\x90\x3c\x64"), ("2", 13.0, b"\x80\x3c\x00")]


def test_go_is_refused_as_long_as_before() -> None:
    evening = Evening(show(go_guard=2.0))
    evening.play(Go(), 10.0)
    evening.hand_over(show("2", go_guard=2.0), 11.0)
    evening.play(Go(), 11.5)
    assert [each.remaining for each in evening.events if isinstance(each, GoRefused)] == [0.5]
    evening.play(Go(), 12.0)
    assert [each.cue for each in evening.events if isinstance(each, CueActed)] == ["1", "2"]


PATCH = """
showctl: 1
show: {title: Hand over}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: a, fixture: generic/dimmer, at: 1.1}
  - {id: b, fixture: generic/dimmer, at: 1.2}
masters: {band: {fixtures: a}}
cues:
  - {cue: 1, light: {time: 0s, look: {a: full, b: 60%}}}
"""


@pytest.mark.parametrize("patch", ["", "  - {id: c, fixture: generic/dimmer, at: 1.9}\n"])
def test_masters_stay_by_name_and_light_comes_back_from_under_them(patch: str) -> None:
    text = PATCH.replace("masters:", f"{patch}masters:").replace(
        "{band: {fixtures: a}}", "{new: {fixtures: b}, band: {fixtures: a}}"
    )
    first, after = (opened(lambda text=text: load_text(text)).program for text in (PATCH, text))
    evening = Evening(first)
    for command in (Go(), SetMaster(master="band", level=0.5), SetMaster(master="grand", level=0.0, time=4.0)):
        evening.play(command, 0.0)
    evening.play(SetBlackout(on=True), 0.0)
    evening.hand_over(after, 2.0)
    mixer = evening.stage.playback.mixer
    assert mixer.masters.levels(2.0) == (0.5, 1.0, 0.5)
    assert mixer.masters.levels(3.0) == (0.25, 1.0, 0.5)  # it goes on
    assert mixer.levels(3.0)[0, :2].tolist() == [0, 0]
    for again in (SetBlackout(on=False), SetMaster(master="grand", level=1.0)):
        evening.play(again, 9.0)
    assert mixer.levels(9.0)[0, :2].tolist() == [128, 153]


def test_park_highlight_flash_and_faders_go_on_by_name() -> None:
    before, after = opened(lambda: load_text(RIG)).program, opened(lambda: load_text(RIG_MOVED)).program
    evening = Evening(before)
    for command in (
        Park(what="lamp1", level=0.25),
        Park(what="lamp2"),
        Park(what="gone", level=1.0),
        Park(what="1.9", level=1.0),
        Highlight(fixtures=("lamp3", "gone"), on=True),
        Flash(master="band", on=True, source="a"),
        MoveFader(master="grand", level=1.0, fader="f"),
    ):
        evening.play(command, 1.0)
    evening.hand_over(after, 2.0)
    hands, mixer = evening.stage.playback.hands, evening.stage.playback.mixer
    assert [each.what for each in hands.parked] == ["lamp1", "lamp2", "1.9"]
    assert mixer.levels(2.0)[0, [10, 11, 12, 8]].tolist() == [64, 0, 255, 255]
    warned = [event.text for event in evening.events if isinstance(event, Warned)]
    assert warned == [
        "'gone' is not there any more, and is no longer parked",
        "'gone' is not there any more, and is no longer highlighted",
    ]
    assert [each.flash for each in mixer.masters.seen(2.0)] == [False, True]
    evening.play(MoveFader(master="grand", level=0.2, fader="f"), 3.0)
    assert mixer.masters.seen(3.0)[0].level == 0.2
    evening.play(Unpark(), 4.0)
    assert mixer.levels(4.0)[0, [10, 11, 12, 8]].tolist() == [0, 0, 255, 0]


RIG = """\
showctl: 1
show: {title: Rig}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
patch:
  - {id: lamp1..lamp3, fixture: generic/dimmer, at: 1.1}
  - {id: gone, fixture: generic/dimmer, at: 1.4}
masters:
  band: {fixtures: lamp1, level: 50%}
cues:
  - {cue: 1, light: {look: {lamp1: full}}}
"""
RIG_MOVED = RIG.replace("at: 1.1}", "at: 1.11}").replace("  - {id: gone, fixture: generic/dimmer, at: 1.4}\n", "")


SUN = RIG.replace("  band: {fixtures: lamp1, level: 50%}", "  sun: {look: {lamp1: full, lamp2: 50%}}")


def test_what_a_master_brings_goes_on_and_goes_with_it() -> None:
    before = opened(lambda: load_text(SUN)).program
    after = opened(lambda: load_text(SUN.replace("title: Rig", "title: Other"))).program
    assert before.digest != after.digest
    evening = Evening(before)
    evening.play(Go(), 1.0)  # lamp1 to full
    evening.play(SetMaster(master="sun", level=0.5), 2.0)
    assert evening.stage.playback.mixer.levels(2.0)[0, :2].tolist() == [255, 64]
    evening.hand_over(after, 3.0)
    mixer = evening.stage.playback.mixer
    assert mixer.levels(3.0)[0, :2].tolist() == [255, 64]
    evening.play(SetMaster(master="sun", level=1.0), 4.0)
    assert mixer.levels(4.0)[0, :2].tolist() == [255, 128]
    evening.play(SetMaster(master="sun", level=0.0), 5.0)
    assert mixer.levels(5.0)[0, 1] == 0


def test_light_and_masters_come_into_a_show_that_had_none_while_it_plays() -> None:
    before = "showctl: 1\nshow: {title: Bare}\ncues: [{cue: 1, label: Doors, wait: 9s}]\n"
    light = (
        "devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}\n"
        "patch: [{id: front1..front4, fixture: generic/dimmer, at: 1.1}]\n"
        "masters: {house: {look: {front1..front2: full}}, stage: {look: {front1..front4: full}}}\n"
    )
    evening = Evening(opened(lambda: load_text(before)).program)
    evening.play(Go(), 10.0)
    evening.hand_over(opened(lambda: load_text(before + light)).program, 11.0)
    evening.play(SetMaster(master="house", level=0.5), 12.0)
    assert evening.stage.next_due() > 12.0
