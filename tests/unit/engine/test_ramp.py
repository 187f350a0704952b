"""Ramps: never early, never back on their way, exactly at the end; late wake-ups skip values but never the last."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.command import AnyCommand, Go, Panic, Pause, Resume, Stop
from showctl.engine.event import AnyEvent, CueEnded, Sent
from showctl.engine.mixer import Mixer
from showctl.engine.outcome import Do
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.stale import without_stale
from showctl.model.cue import Continue
from showctl.model.curve import CURVE_NAMES, Curve
from showctl.model.effect import Ramp, Send
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.outputs.recording import Recording
from showctl.program.program import MidiTarget
from tests.unit.engine.programs import cue, going_on, program

CONTROL = MidiMessage(bytes((0xB0, 7, 0)))
FADER = OscMessage("/fader", (OscArgument("f", 0.0),))


def ramp(
    time: float, start: float | None, end: float, rate: float = 30.0, curve: Curve = "linear", *, osc: bool = False
) -> Ramp:
    return Ramp(0.0, time, "keys", FADER if osc else CONTROL, 0, start, end, rate, curve)


def player(*ramps: Ramp) -> Player:
    cues = [cue(str(number), duration=one.time, effects=(one,)) for number, one in enumerate(ramps, 1)]
    return Player(program(*cues))


def value(do: Do) -> float:
    assert isinstance(do.effect, Send)
    message = do.effect.message
    return message.data[2] if isinstance(message, MidiMessage) else message.args[0].value


def sent(played: Player, now: float) -> list[Do]:
    return [outcome for outcome in without_stale(played.advance(now)) if isinstance(outcome, Do)]


def said(played: Player, command: AnyCommand, now: float) -> list[Do]:
    played.handle(command, now)
    return sent(played, now)


def to_the_end(played: Player) -> list[Do]:
    dos = []
    while (due := played.next_deadline()) is not None:
        dos += sent(played, due)
    return dos


RAMPS = st.builds(
    ramp,
    st.floats(0, 20),
    st.integers(0, 127),
    st.integers(0, 127),
    st.floats(1, 100),
    st.sampled_from(CURVE_NAMES),
    osc=st.booleans(),
)


@given(RAMPS, st.floats(0, 1e6))
def test_values_are_on_their_way_at_planned_instants_and_arrive(one: Ramp, start: float) -> None:
    played = player(one)
    dos = said(played, Go(), start) + to_the_end(played)
    assert (dos[-1].due, value(dos[-1])) == (start + one.time, one.end)
    assert one.start is not None
    way = [one.start, *map(value, dos)]
    assert all((b - a) * (one.end - one.start) >= 0 for a, b in pairwise(way))
    assert all(a != b for a, b in pairwise([value(do) for do in dos[:-1]]))
    for do in dos[:-1]:
        step = round((do.due - start) * one.rate)
        assert do.due == start + step / one.rate
        assert do.due < start + one.time


@given(RAMPS, st.lists(st.floats(0, 25), max_size=20))
def test_late_wake_ups_skip_values_and_send_the_newest_and_the_last(one: Ramp, wakes: list[float]) -> None:
    whole, played = player(one), player(one)
    every = said(whole, Go(), 0.0) + to_the_end(whole)
    got = said(played, Go(), 0.0)
    last = 0.0
    for now in [*sorted(wakes), 30.0]:
        new = sent(played, now)
        assert new == [do for do in every if last < do.due <= now][-1:]
        got += new
        last = now
    assert value(got[-1]) == one.end
    assert played.next_deadline() is None


@given(st.floats(0.001, 1.999), st.floats(0.001, 1e4))
def test_a_pause_moves_the_rest_by_exactly_its_length(at: float, length: float) -> None:
    one = ramp(2.0, 0.0, 1.0, rate=8, osc=True)
    whole = player(one)
    plain = said(whole, Go(), 0.0) + to_the_end(whole)
    played = player(one)
    dos = said(played, Go(), 0.0)
    while (due := played.next_deadline()) is not None and due <= at:
        dos += sent(played, due)
    assert said(played, Pause(), at) == []
    assert played.next_deadline() is None
    dos += said(played, Resume(), at + length) + to_the_end(played)
    assert [value(do) for do in dos] == [value(do) for do in plain]
    for before, after in zip(plain, dos, strict=True):
        moved = (at + length) - at if before.due > at else 0.0
        assert after.due == pytest.approx(before.due + moved, abs=1e-9)


@pytest.mark.parametrize("command", [Stop(), Panic()])
def test_nothing_follows_a_stop(command: AnyCommand) -> None:
    played = player(ramp(2.0, 0, 100, rate=4))
    said(played, Go(), 0.0)
    assert [value(do) for do in sent(played, 0.5)] == [25]
    ends = [do for do in said(played, command, 0.7) if do.effect.ramp]  # type: ignore[union-attr]
    assert ends == []
    assert to_the_end(played) == []


def test_the_value_at_the_instant_of_a_stop_is_still_sent() -> None:
    played = player(ramp(2.0, 0, 100, rate=4))
    said(played, Go(), 0.0)
    assert [(do.due, value(do)) for do in said(played, Stop(), 0.75)] == [(0.75, 38)]


def test_the_last_value_comes_before_the_end_of_the_cue() -> None:
    played = player(ramp(1.0, 0, 100, rate=4))
    played.handle(Go(), 0.0)
    outcomes = list(played.advance(1.0))
    assert isinstance(outcomes[-2], Do)
    assert value(outcomes[-2]) == 100
    assert isinstance(outcomes[-1], CueEnded)


@pytest.mark.parametrize("number", [0, 1, 127, 128, 8191, 16383])
def test_14_bit_says_both_bytes(number: int) -> None:
    one = Ramp(0.0, 0.0, "keys", CONTROL, 1, 5.0, float(number), 30.0)
    messages = [do.effect.message.data for do in said(player(one), Go(), 0.0)]  # type: ignore[union-attr]
    assert messages == [bytes((0xB0, 7, number >> 7)), bytes((0xB0, 39, number & 127))]


def test_it_begins_where_the_last_value_was_sent() -> None:
    played = player(ramp(4.0, 20, 100, rate=1), ramp(2.0, None, 0, rate=1))
    said(played, Go(), 0.0)
    assert [value(do) for do in sent(played, 2.0)] == [60]
    said(played, Stop(), 2.5)
    dos = said(played, Go(), 3.0) + to_the_end(played)
    assert [(do.due, value(do)) for do in dos] == [(3.0, 60), (4.0, 30), (5.0, 0)]


def test_where_it_was_is_known_after_another_state_of_the_show() -> None:
    played = player(ramp(1.0, 20, 100, rate=1), ramp(2.0, None, 0, rate=1))
    said(played, Go(), 0.0)
    sent(played, 1.0)
    played.handle(Stop(), 2.0)
    after = going_on(played.program, played)
    assert [value(do) for do in said(after, Go(), 3.0)] == [100]


def test_a_late_playback_sends_the_newest_value_of_each_ramp_with_its_own_due() -> None:
    sweep, fader = ramp(2.0, 0, 100, rate=4), ramp(0.75, 0.0, 3.0, rate=4, osc=True)
    note = Send(0.0, "keys", MidiMessage(b"\x90\x3c\x64"))
    show = program(
        cue("1", duration=2.0, effects=(sweep,), continue_=Continue.AUTO_CONTINUE),
        cue("2", duration=0.75, effects=(note, fader)),
    )
    events: list[AnyEvent] = []
    (target,) = show.targets
    assert isinstance(target, MidiTarget)
    play = Playback(
        show, Player(show), Mixer(show.parameters, 0), {"keys": Recording(target, events.append)}, events.append
    )
    play.handle(Go(), 0.0)
    play.advance(0.9)  # nobody woke up before
    sent = [(e.due, e.message) for e in events if isinstance(e, Sent)]
    assert sent == [
        (0.0, note.message),
        (0.75, OscMessage("/fader", (OscArgument("f", 3.0),))),
        (0.75, MidiMessage(bytes((0xB0, 7, 38)))),
    ]
