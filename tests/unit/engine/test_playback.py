"""Effects reach the mixer and the outputs, events those who watch."""

from itertools import pairwise

from showctl.engine.command import Go, HardStop, Panic, Pause, Resume, SetBlackout, SetMaster, SetStandby, Stop
from showctl.engine.event import AnyEvent, CommandTaken, FadeStarted, MasterMoved, Sent, Warned
from showctl.engine.mixer import Mixer
from showctl.engine.playback import PART, Playback
from showctl.engine.player import Player
from showctl.outputs.recording import Recording
from showctl.program.opening import opened
from showctl.program.program import SacnTarget
from showctl.showfile.load import load_text

SHOW = """
showctl: 1
show: {title: Test, panic: {time: 1s, light: out}}
devices:
  rig: {type: sacn, universes: 7, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
patch:
  - {id: a, fixture: generic/dimmer, at: 7.1}
  - {id: par, fixture: generic/led-par, mode: rgb, at: 7.2}
  - {id: house, fixture: generic/dimmer, at: 7.9, exempt: panic}
cues:
  - {cue: 1, light: {time: 2s, look: {a: full, par: full, house: full}}, continue: auto-continue, post-wait: 500ms}
  - {cue: 2, osc: {device: desk, address: /two}}
"""


def playback(show: str = SHOW) -> tuple[Playback, list[AnyEvent]]:
    program = opened(lambda: load_text(show)).program
    events: list[AnyEvent] = []
    outputs = {t.device: Recording(t, events.append) for t in program.targets if not isinstance(t, SacnTarget)}
    mixer = Mixer(program.parameters, len(program.universes))
    return Playback(program, Player(program), mixer, outputs, events.append), events


def levels(play: Playback, now: float) -> list[int]:
    return [int(play.mixer.levels(now)[0, slot]) for slot in (0, 1, 8)]


def test_effects_arrive() -> None:
    play, events = playback()
    play.handle(Go(), 10.0)
    play.advance(10.5)
    fades = [e for e in events if isinstance(e, FadeStarted)]
    assert fades == [FadeStarted(due=10.0, cue="1", run=1, time=2.0, parameters=3, universes=(7,))]
    (sent,) = [e for e in events if isinstance(e, Sent)]
    assert (sent.due, sent.cue, sent.device, sent.to, sent.sent) == (10.5, "2", "desk", "127.0.0.1:9000", None)
    assert play.next_deadline() == 12.0
    assert levels(play, 11.0) == [128, 128, 128]


def test_thousands_of_cues_at_one_instant_are_worked_through_in_parts_in_the_same_order() -> None:
    kinds = "light: {time: 2s, look: {a: 50%}}", "osc: {device: desk, address: /x}"
    inside = "".join(f"\n      - {{cue: 3.{n}, {kinds[n % 2]}}}" for n in range(600))
    show = SHOW + "  - cue: 3\n    group: timeline\n    cues:" + inside + "\n"
    whole, expected = playback(show)
    parted, events = playback(show)
    for play in (whole, parted):
        play.handle(SetStandby(cue="3"), 0.0)
        play.handle(Go(), 1.0)
    whole.advance(1.5)
    begun = [len(events)]
    for _ in parted.parts(1.5):
        parted.mixer.levels(1.5)  # a frame
        begun.append(len(events))
    assert max(after - before for before, after in pairwise(begun)) <= PART
    assert events == expected
    assert sum(isinstance(event, Sent) for event in events) == 300
    assert levels(parted, 2.0) == levels(whole, 2.0)


def test_light_is_held_released_and_frozen() -> None:
    play, _ = playback()
    play.handle(Go(), 0.0)
    play.handle(Pause(), 1.0)
    play.advance(1.0)
    assert levels(play, 5.0) == [128, 128, 128]
    play.handle(Resume(), 5.0)
    play.handle(Stop(), 5.5)
    play.advance(6.0)
    assert levels(play, 6.0) == [191, 191, 191]


def test_panic_takes_the_light_out_and_says_so() -> None:
    play, events = playback()
    play.handle(Go(), 0.0)
    play.advance(2.0)
    play.handle(Panic(), 3.0)
    play.advance(3.0)
    assert events[-1] == FadeStarted(due=3.0, cue="", run=0, time=1.0, parameters=2, universes=(7,))
    assert levels(play, 3.5) == [128, 128, 255]
    assert levels(play, 4.0) == [0, 0, 255]


def masters(play: Playback, now: float) -> tuple[float, ...]:
    play.advance(now)
    return play.mixer.masters.levels(now)


def test_commands_move_masters_and_say_so() -> None:
    play, events = playback()
    play.handle(SetMaster(master="grand", level=0.5, time=2.0, source="a hand"), 1.0)
    play.handle(SetBlackout(on=True, source="a hand"), 2.0)
    assert masters(play, 2.0) == (0.75,)
    assert play.mixer.masters.blackout
    assert events == [
        CommandTaken(due=1.0, name="master", source="a hand", what="grand"),
        MasterMoved(due=1.0, cue="", run=0, master="grand", start=1.0, to=0.5, time=2.0),
        CommandTaken(due=2.0, name="blackout on", source="a hand"),
    ]


def test_a_master_that_is_not_there_and_levels_out_of_range_are_warned_of() -> None:
    play, events = playback()
    for name, level, time in (
        ("gand", 0.5, 0.0),
        ("grand", 1.5, 0.0),
        ("grand", float("nan"), 0.0),
        ("grand", 0.0, -1.0),
    ):
        play.handle(SetMaster(master=name, level=level, time=time), 1.0)
    assert masters(play, 1.0) == (1.0,)
    assert [type(event) for event in events] == [Warned] * 4


def test_panic_and_hard_stop_leave_masters_where_they_are_a_stop_leaves_those_of_hands() -> None:
    for command, level in ((Panic(), 0.5), (HardStop(), 0.5), (Stop(), 0.0)):
        play, _ = playback()
        play.handle(SetMaster(master="grand", level=0.0, time=2.0), 0.0)
        play.handle(command, 1.0)
        assert masters(play, 5.0) == (level,)
