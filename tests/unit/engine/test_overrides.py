"""Overrides: cues run and keep their time, and what they send is kept back."""

import numpy as np
import pytest

from showctl.engine.command import Go, Kind, Override, Panic, Rehearsal, SendNow, SetStandby, StartCue, Stop
from showctl.engine.event import TEST, CommandTaken, CueStarted, Sent, Warned
from showctl.engine.snapshot import Overridden
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from tests.unit.engine.full_stage import Bench

SHOW = """
showctl: 1
show: {title: Test, panic: {time: 2s, light: out}}
devices:
  rig: {type: sacn, universes: 7, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
  keys: {type: midi, port: Keys}
patch:
  - {id: a, fixture: generic/dimmer, at: 7.1}
cues:
  - {cue: 1, light: {time: 2s, look: {a: full}}}
  - {cue: 2, osc: {device: desk, address: /two}}
  - {cue: 3, midi: {device: keys, channel: 1, note: 60, velocity: 100, duration: 2s}}
  - {cue: 4, midi: {device: keys, channel: 1, program: 5}}
"""


def bench_of() -> Bench:
    return Bench(SHOW)


def on(kind: Kind, on: bool = True) -> Override:
    return Override(kind=kind, on=on)


def test_messages_are_kept_back_counted_and_not_sent_later() -> None:
    bench = bench_of()
    (taken,) = bench.do(1.0, on("osc"), on("osc"))
    assert taken == CommandTaken(due=1.0, name="override on", source="console", what="OSC")
    assert bench.sent(2.0, StartCue(cue="2"), StartCue(cue="4")) == [("2", "OSC is overridden"), ("4", "")]
    assert bench.play.overrides.seen() == (Overridden("osc", 1.0, 1),)
    (taken,) = bench.do(3.0, on("osc", False))
    assert isinstance(taken, CommandTaken)
    assert (taken.name, taken.what) == ("override off", "OSC, 1 message not sent")
    assert bench.play.overrides.seen() == ()
    assert bench.sent(4.0, StartCue(cue="2")) == [("2", "")]


def test_a_note_that_sounds_ends_and_one_that_was_kept_back_never_begins() -> None:
    bench = bench_of()
    assert bench.sent(0.0, StartCue(cue="3")) == [("3", "")]
    bench.do(1.0, on("midi"))
    assert bench.sent(2.0) == [("3", "")]
    assert bench.sent(3.0, StartCue(cue="3")) == [("3", "MIDI is overridden")]
    assert bench.sent(3.5, Stop()) == [("3", "MIDI is overridden")]


def test_a_panic_and_a_test_by_hand_leave_all_the_same() -> None:
    bench = bench_of()
    bench.do(0.0, on("osc"), on("midi"))
    message = OscMessage("/test", (OscArgument("i", 1),))
    events = bench.do(
        1.0, SendNow(device="desk", message=message), SendNow(device="keys", message=MidiMessage(b"\xfe"))
    )
    sent = [e for e in events if isinstance(e, Sent)]
    assert [(e.cue, e.device, e.message, e.error) for e in sent] == [
        (TEST, "desk", message, ""),
        (TEST, "keys", MidiMessage(b"\xfe"), ""),
    ]
    assert [e.what for e in events if isinstance(e, CommandTaken)] == ["/test to desk", "FE to keys"]
    (warned,) = bench.do(2.0, SendNow(device="gone", message=message))
    assert isinstance(warned, Warned)


def test_light_that_is_overridden_holds_what_went_out_and_then_goes_to_where_it_is() -> None:
    bench = bench_of()
    bench.do(0.0, Go())
    bench.do(1.0)
    before = bench.frames.levels[-1]
    assert before == 128
    bench.do(1.1, on("sacn"))
    for step in range(1, 40):
        bench.do(1.1 + step / 10)
    assert set(bench.frames.levels[2:]) == {before}
    assert bench.play.mixer.slots[0, 0] == 255
    assert len(bench.frames.levels) >= 6  # receivers get it on and on
    bench.do(6.0, on("sacn", False))
    assert bench.frames.levels[-1] == 255


def test_a_panic_takes_the_light_that_receivers_show() -> None:
    bench = bench_of()
    bench.do(0.0, Go())
    bench.do(1.0)
    bench.do(1.0, on("sacn"))
    bench.do(3.0)
    bench.do(4.0, Panic())
    assert bench.play.overrides.seen() == ()
    bench.do(5.0)
    assert bench.frames.levels[-1] == pytest.approx(64, abs=1)
    bench.do(6.5)
    assert bench.frames.levels[-1] == 0


def test_what_is_not_there_cannot_be_overridden_and_what_is_survives_an_engine() -> None:
    bench = bench_of()
    bench.do(1.0, Go(), on("sacn"), on("midi"), Rehearsal(on=True))
    bench.do(5.0)
    stored = bench.play.overrides.stored()
    other = bench_of()
    levels = np.zeros((1, 512), np.uint8)
    other.play.overrides.restore(stored, levels, np.array([True]))
    assert other.play.overrides.rehearsal
    assert [each.kind for each in other.play.overrides.seen()] == ["sacn", "midi"]
    other.do(6.0, Go())
    other.do(9.0)
    assert set(other.frames.levels) <= {0}


def test_in_a_rehearsal_all_that_starts_is_marked() -> None:
    bench = bench_of()
    assert [e.name for e in bench.do(0.0, Rehearsal(on=True)) if isinstance(e, CommandTaken)] == ["rehearsal on"]
    bench.do(0.5, SetStandby(cue="2"))
    assert [e.rehearsal for e in bench.do(1.0, Go()) if isinstance(e, CueStarted)] == [True]
    bench.do(2.0, Rehearsal(on=False))
    assert [e.rehearsal for e in bench.do(3.0, StartCue(cue="2")) if isinstance(e, CueStarted)] == [False]
