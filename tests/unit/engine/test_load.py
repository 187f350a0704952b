"""Load to time: what the golden timelines (tests/golden/load*) do not show."""

import numpy as np
import pytest

from showctl.engine.command import Go, Load, StartCue
from showctl.engine.day_facts import DayFacts
from showctl.engine.event import AnyEvent, CueLoaded, CueStarted, SegmentStarted, Warned
from showctl.engine.foresight import MOST_STEPS
from showctl.engine.mixer import Mixer
from showctl.engine.outcome import Do, Outcome
from showctl.engine.player import Player
from showctl.engine.snapshot import Loaded
from showctl.model.cue import Continue
from showctl.model.effect import Ask, Fade, Ramp, Send
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.program.program import Child, Parameters, Program
from tests.unit.engine.programs import cue, program, send


def said(player: Player, command: object, now: float) -> list[Outcome]:
    before = list(player.advance(now))
    player.handle(command, now)  # type: ignore[arg-type]
    return [*before, *player.advance(now)]


def sent(outcomes: list[Outcome]) -> list[tuple[float, object]]:
    return [(o.due, o.effect) for o in outcomes if isinstance(o, Do)]


def warnings(outcomes: list[Outcome]) -> list[str]:
    return [outcome.text for outcome in outcomes if isinstance(outcome, Warned)]


def test_seen_in_the_snapshot_until_it_starts() -> None:
    player = Player(program(cue("1", duration=4.0), cue("2", duration=4.0)))
    said(player, Load(cue="1", at=1.0), 0.0)
    said(player, Load(cue="2", at=-1.0), 0.0)
    said(player, Load(cue="1", at=2.0), 0.0)
    assert player.loaded == (Loaded("2", 3.0), Loaded("1", 2.0))
    said(player, Go(), 10.0)
    assert player.loaded == (Loaded("2", 3.0),)
    (active,) = player.active(10.0)
    assert (active.go_at, active.action_at, active.done_at) == (8.0, 8.0, 12.0)


def test_arming_counts_at_the_start() -> None:
    inside = [cue(f"1.{n}", parent="1", effects=(send(n), send(10 + n, 1.0)), duration=1.0) for n in (1, 2)]
    group = cue("1", children=(Child("1.1", 0.0), Child("1.2", 0.0)), duration=1.0)
    show = program(
        group,
        *inside,
        cue("2", effects=(Ask(0.0, "disarm", ("1.1",)),)),
        cue("3", effects=(Ask(0.0, "arm", ("1.1",)),)),
    )
    for last, expected in (("2", [12]), ("3", [11, 12])):
        player = Player(show)
        said(player, StartCue(cue="3" if last == "2" else "2"), 0.0)
        said(player, Load(cue="1", at=0.5), 0.0)
        said(player, StartCue(cue=last), 1.0)
        said(player, StartCue(cue="1"), 10.0)
        assert sent(list(player.advance(20.0))) == [(10.5, send(n, 1.0)) for n in expected]


def test_no_segment_starts_and_nothing_is_asked_before_the_time() -> None:
    asking = cue("1", effects=(Ask(0.0, "start", ("3",)),), starts_segment="one", continue_=Continue.AUTO_FOLLOW)
    show = program(asking, cue("2", duration=5.0), cue("3", effects=(send(3),)))
    player = Player(show)
    said(player, Load(cue="1", at=2.0), 0.0)
    outcomes = said(player, Go(), 10.0) + list(player.advance(100.0))
    assert not sent(outcomes)
    assert not any(isinstance(outcome, SegmentStarted) for outcome in outcomes)
    assert player.day.facts == DayFacts()
    assert [o.cue for o in outcomes if isinstance(o, CueStarted)] == ["2"]


def test_what_was_not_sent_was_not_sent_last() -> None:
    def message(value: float) -> OscMessage:
        return OscMessage("/fader", (OscArgument("f", value),))

    put = cue("1", effects=(Send(0.0, "desk", message(5.0)),), continue_=Continue.AUTO_FOLLOW)
    ramp = Ramp(0.0, 2.0, "desk", message(0.0), 0, None, 0.0, 1.0)
    player = Player(
        program(cue("0", effects=(Send(0.0, "desk", message(8.0)),)), put, cue("2", effects=(ramp,), duration=2.0))
    )
    said(player, StartCue(cue="0"), 0.0)
    said(player, Load(cue="1", at=1.0), 0.0)
    outcomes = said(player, StartCue(cue="1"), 10.0) + list(player.advance(100.0))
    assert [(due, effect.message.args[0].value) for due, effect in sent(outcomes)] == [(10.0, 4.0), (11.0, 0.0)]


def test_a_note_that_did_not_sound_is_not_ended_by_a_stop_either() -> None:
    on, off = (Send(at, "keys", MidiMessage(bytes((status, 60, 100)))) for at, status in ((0.0, 0x90), (4.0, 0x80)))
    note = cue("1", effects=(on, off), duration=4.0, stop=(Send(0.0, "keys", off.message),), if_running="stop")
    for start_at, expected in ((0.0, 2), (1.0, 0)):
        player = Player(program(note))
        said(player, Load(cue="1", at=start_at), 0.0)
        outcomes = said(player, StartCue(cue="1"), 10.0) + said(player, StartCue(cue="1"), 11.0)
        assert len(sent(outcomes)) == expected


def endless() -> Program:
    return program(cue("1", repeat=0, duration=0.001), cue("2"))


def test_a_load_too_far_into_something_endless_is_refused() -> None:
    player = Player(endless())
    (text,) = warnings(said(player, Load(cue="1", at=10_000.0), 0.0))
    assert text.startswith("cue 1 was not loaded: too much happens in its first 2h46m40s")
    assert not player.loaded
    assert not warnings(said(player, Load(cue="1", at=0.001 * (MOST_STEPS - 10)), 0.0))


def test_a_load_that_became_too_far_starts_nothing() -> None:
    """Its inside was not armed when it was loaded."""
    inside = cue("1.1", parent="1", repeat=0, duration=0.001, effects=(send(1),))
    group = cue("1", armed=False, children=(Child("1.1", 0.0),), duration=60.0)
    player = Player(program(group, inside, cue("2", effects=(Ask(0.0, "arm", ("1",)),))))
    said(player, Load(cue="1", at=50.0), 0.0)
    said(player, StartCue(cue="2"), 1.0)
    outcomes = said(player, StartCue(cue="1"), 10.0)
    assert warnings(outcomes) == ["cue 1 was not started: too much happens in its first 50s; start it anew"]
    assert not player.active(10.0)
    assert not sent(outcomes + list(player.advance(20.0)))
    assert sent(said(player, StartCue(cue="1"), 30.0))


@pytest.mark.parametrize("at", [0.1, 0.3, 0.7, 1.1])
def test_rounding_loses_nothing_that_lies_at_the_time(at: float) -> None:
    """Sums of tenths at a late instant of the clock are not what they are at 0."""
    chain = [cue(str(n), effects=(send(n),), post_wait=0.1, continue_=Continue.AUTO_CONTINUE) for n in range(20)]
    player = Player(program(*chain))
    start = 123_456.789
    said(player, Load(cue="0", at=at), 0.0)
    outcomes = said(player, Go(), start) + list(player.advance(start + 10.0))
    assert [effect for _, effect in sent(outcomes)] == [send(n) for n in range(round(at * 10), 20)]
    assert sent(outcomes)[0][0] == pytest.approx(start, abs=1e-9)


def test_light_that_another_cue_moves_is_taken_from_where_it_is() -> None:
    table = Parameters(
        row=b"\0\0\0\0",
        slots=np.array([0, -1, -1], "<i4").tobytes(),
        dimmer=b"\xff\xff\xff\xff",
        default=b"\0\0\0\0",
        intensity=b"\1",
        exempt=b"\0",
    )
    mixer = Mixer(table, 1)
    up, down = (Fade(0.0, 10.0, b"\0\0\0\0", np.array([to], "<f4").tobytes()) for to in (1.0, 0.0))
    mixer.fade(1, 0.0, up)
    mixer.take_up(5.0, [(2, 3.0, down)])  # two of ten seconds under way, from 50 %, not from 30 %
    assert mixer.levels(5.0)[0, 0] == round(255 * 0.4)
    assert mixer.levels(9.0)[0, 0] == round(255 * 0.2)
    assert mixer.levels(13.0)[0, 0] == 0


def test_events_say_what_is_loaded_and_how_far_it_is() -> None:
    player = Player(program(cue("1", duration=4.0)))
    events: list[AnyEvent] = [o for o in said(player, Load(cue="1", at=1.5), 0.0) if isinstance(o, CueLoaded)]
    events += [o for o in said(player, Go(), 9.0) if isinstance(o, CueStarted)]
    assert events == [CueLoaded(due=0.0, cue="1", to=1.5), CueStarted(due=9.0, cue="1", run=1, into=1.5)]
