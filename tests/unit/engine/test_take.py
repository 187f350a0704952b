"""Taking the show from a cue leaves everything as the cues before would have left it, and then starts that cue."""

import math
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from showctl.engine.command import (
    AnyCommand,
    Go,
    HardStop,
    Panic,
    Pause,
    Resume,
    SetMaster,
    SetStandby,
    StartCue,
    Stop,
    TakeFrom,
)
from showctl.engine.event import CommandTaken, CueStarted, GoRefused, TakeEnded, Taken, Warned
from showctl.engine.outcome import Do, Freeze, GoHome, Outcome
from showctl.engine.player import Player
from showctl.engine.snapshot import Evening as Told
from showctl.engine.taking import AT_A_TIME, GAP, taking_of
from showctl.host.report import Json, Timeline, text_line
from showctl.host.simulate import Rehearsal
from showctl.model.cue import Continue
from showctl.model.effect import Ask, Fade, MasterFade, Send
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.program.program import (
    Child,
    CompiledCue,
    CompiledList,
    CompiledMaster,
    MidiTarget,
    OscTarget,
    Program,
    SacnTarget,
)
from tests.unit.engine.programs import cue, program
from tests.unit.program.chased_shows import chased_shows, dimmers, fade

DESK = OscTarget("desk", ("127.0.0.1", 9000))
KEYS = MidiTarget("keys", "Keys")
RIG = SacnTarget("rig", (1, 2, 3, 4), (("127.0.0.1", 5568),), 100, "Test")


def value(place: int, number: float = 0.5, device: str = "desk") -> Send:
    message = OscMessage(f"/{place}", (OscArgument("f", number),))
    return Send(0.0, device, message, chase=True)


def show(*cues: CompiledCue, **more: object) -> Program:
    return program(*cues, **{"targets": (DESK, KEYS, RIG), "universes": (1, 2, 3, 4), "parameters": dimmers(4), **more})


class Evening:
    """A player, and all that came of what it was told."""

    def __init__(self, played: Program) -> None:
        self.show, self.player = played, Player(played)
        self.outcomes: list[Outcome] = []

    def tell(self, now: float, command: AnyCommand) -> None:
        self.player.handle(taking_of(self.show, command) if isinstance(command, TakeFrom) else command, now)
        self.until(now)

    def until(self, now: float) -> None:
        self.outcomes += self.player.advance(now)

    def sent(self) -> list[tuple[float, str, str]]:
        """When, from which cue, where to."""
        found = []
        for outcome in self.outcomes:
            if isinstance(outcome, Do) and isinstance(outcome.effect, Send):
                message = outcome.effect.message
                assert isinstance(message, OscMessage)
                found.append((outcome.due, outcome.cue, message.address))
        return found

    def of(self, kind: type[Outcome]) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if isinstance(outcome, kind)]

    def standby(self) -> str | None:
        return self.player.lists()[0].standby


MANY = 2 * AT_A_TIME + 5


def many(**more: object) -> Program:
    """Cues 0, 1, … that each set a place of their own, then `last`, then `after`."""
    cues = [cue(str(n), effects=(value(n),)) for n in range(MANY)]
    return show(*cues, cue("last", effects=(value(999),)), cue("after"), **more)


def test_messages_go_out_in_cue_order_at_the_limited_rate_and_then_the_cue_starts() -> None:
    evening = Evening(many())
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    assert evening.standby() == "last"
    assert evening.player.taking is not None
    assert evening.player.taking.done_at == 1.0 + 2 * GAP
    evening.until(9.0)
    sent = evening.sent()
    assert [where for _, _, where in sent] == [f"/{n}" for n in range(MANY)] + ["/999"]
    assert [cue for _, cue, _ in sent] == [*map(str, range(MANY)), "last"]
    assert [due for due, _, _ in sent[:-1]] == [1.0 + n // AT_A_TIME * GAP for n in range(MANY)]
    assert sent[-1][0] == 1.0 + 2 * GAP
    assert evening.standby() == "after"
    assert (evening.player.taking, evening.player.last_go) == (None, "last")
    taken = evening.of(Taken)[0]
    assert (taken.messages, taken.parameters, taken.seconds, taken.go) == (MANY, 0, 2 * GAP, True)
    commands = [(c.name, c.cue) for c in evening.of(CommandTaken)]
    assert commands == [("take", "last"), ("go", "last")]


def test_without_go_the_cue_waits_in_standby() -> None:
    evening = Evening(many())
    evening.tell(1.0, TakeFrom(cue="last"))
    evening.until(9.0)
    assert evening.of(CueStarted) == []
    assert evening.of(TakeEnded) == [TakeEnded(due=1.0 + 2 * GAP, cue="last")]
    assert evening.standby() == "last"


def test_devices_have_each_their_own_rate_and_some_are_left_alone() -> None:
    keys = [
        cue(f"k{n}", effects=(Send(0.0, "keys", MidiMessage(bytes((0xB0, n, 1))), chase=True),)) for n in range(MANY)
    ]
    desk = [cue(f"d{n}", effects=(value(n),)) for n in range(MANY)]
    whole = show(*(each for pair in zip(keys, desk, strict=True) for each in pair), cue("last"))
    both, one = taking_of(whole, TakeFrom(cue="last")), taking_of(whole, TakeFrom(cue="last", without=("keys",)))
    assert [[len(batch) for batch in batches] for batches in both.batches] == [[20, 20, 5], [20, 20, 5]]
    assert [batches[0][0][1].device for batches in one.batches] == ["desk"]


@pytest.mark.parametrize("command", [Stop(), Panic(), HardStop(), Stop(cue="last"), TakeFrom(cue="0")])
def test_what_has_not_gone_is_called_back(command: AnyCommand) -> None:
    evening = Evening(many(targets=(DESK, RIG)))
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    evening.tell(1.0 + GAP / 2, command)
    evening.until(9.0)
    assert len(evening.sent()) == AT_A_TIME
    assert evening.of(CueStarted) == []
    stopped = evening.of(TakeEnded)[0]
    assert stopped == TakeEnded(due=1.0 + GAP / 2, cue="last", stopped=True, unsent=MANY - AT_A_TIME)
    assert evening.player.taking is None


@pytest.mark.parametrize(
    ("ask", "ends"),
    [
        (Ask(0.0, "stop", lists=("main",)), True),
        (Ask(0.0, "hard stop", lists=("main", "b")), True),
        (Ask(0.0, "stop others", scope="all"), True),
        (Ask(0.0, "stop others", scope="list"), False),
        (Ask(0.0, "stop", lists=("b",)), False),
        (Ask(0.0, "panic"), True),
    ],
)
def test_a_cue_that_stops_the_list_ends_the_take(ask: Ask, ends: bool) -> None:
    cues = [cue("1", effects=(fade(1.0, {0: 1.0}),)), cue("last"), cue("b/1", "b", effects=(ask,))]
    evening = Evening(show(*cues))
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    evening.tell(1.5, StartCue(cue="b/1"))
    evening.until(9.0)
    assert ("last" in [started.cue for started in evening.of(CueStarted)]) is not ends
    assert [e.stopped for e in evening.of(TakeEnded)] == [ends]


def test_a_go_meanwhile_starts_the_cue_at_once_after_what_is_left() -> None:
    evening = Evening(many())
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    evening.tell(1.01, Go())
    evening.until(9.0)
    assert [where for _, _, where in evening.sent()] == [f"/{n}" for n in range(MANY)] + ["/999"]
    assert [due for due, _, _ in evening.sent()][AT_A_TIME:] == [1.01] * (MANY - AT_A_TIME + 1)
    assert [started.cue for started in evening.of(CueStarted)] == ["last"]
    assert evening.standby() == "after"


def test_a_cue_started_by_hand_comes_after_what_is_left_and_the_take_goes_on() -> None:
    cues = [cue(str(n), effects=(value(n),)) for n in range(MANY)]
    light = cue("light", effects=(fade(0.0, {0: 1.0}),))
    evening = Evening(show(*cues, light, cue("last"), cue("hot", effects=(value(0, 0.75),))))
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    evening.tell(1.01, StartCue(cue="hot"))
    evening.until(9.0)
    assert [where for _, _, where in evening.sent()] == [f"/{n}" for n in range(MANY)] + ["/0"]
    assert [(s.cue, s.due) for s in evening.of(CueStarted)] == [("hot", 1.01), ("last", 2.0)]


def test_a_pause_moves_all_that_is_still_to_come() -> None:
    evening = Evening(many())
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    evening.tell(1.0 + GAP / 2, Pause())
    evening.until(5.0)
    assert len(evening.sent()) == AT_A_TIME
    assert evening.player.taking is not None
    assert evening.player.taking.paused_at == 1.0 + GAP / 2
    evening.tell(5.0 + GAP / 2, Resume())
    evening.until(9.0)
    assert [due for due, _, _ in evening.sent()] == pytest.approx(
        [1.0] * AT_A_TIME + [5.0 + GAP] * AT_A_TIME + [5.0 + 2 * GAP] * 6
    )
    evening = Evening(many())
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    evening.tell(1.01, Pause())
    evening.tell(2.0, Go())
    assert len(evening.sent()) == MANY + 1
    evening.tell(3.0, Pause())
    evening.tell(3.0, TakeFrom(cue="0"))
    evening.tell(3.0, Pause())
    evening.tell(3.5, Stop())
    evening.tell(4.0, Resume())
    assert evening.player.next_deadline() is None


def test_the_guard_holds_nothing_back_and_is_set() -> None:
    evening = Evening(many(go_guard=5.0))
    evening.tell(1.0, Go())
    evening.tell(1.5, TakeFrom(cue="last", go=True))
    evening.tell(1.51, Go())
    evening.until(3.0)
    assert [s.cue for s in evening.of(CueStarted)] == ["0", "last"]
    assert [r.reason for r in evening.of(GoRefused)] == ["too soon"]
    evening.tell(3.0, Go())
    assert len(evening.of(GoRefused)) == 2


def test_where_standby_was_moved_away_nothing_starts() -> None:
    evening = Evening(many())
    evening.tell(1.0, TakeFrom(cue="last", go=True))
    evening.tell(1.01, SetStandby(cue="3"))
    evening.until(9.0)
    assert evening.of(CueStarted) == []
    assert "not in standby any more" in evening.of(Warned)[0].text


def test_all_that_is_active_is_stopped_but_devices_left_out_hear_nothing() -> None:
    off, note_off = OscMessage("/off"), MidiMessage(bytes((0x80, 60, 0)))
    stop = (Send(0.0, "desk", off), Send(0.0, "keys", note_off))
    whole = show(cue("1", duration=60.0, stop=stop, effects=(fade(60.0, {0: 1.0}),)), cue("last"))
    for without, words in (((), [off, note_off]), (("desk", "keys"), [note_off])):
        evening = Evening(whole)
        evening.tell(0.0, Go())
        evening.tell(1.0, TakeFrom(cue="last", without=without))
        sends = [o.effect for o in evening.of(Do) if isinstance(o.effect, Send)]
        assert [send.message for send in sends] == words
        assert evening.of(Freeze)
        assert evening.player.active(1.0) == ()


def test_only_light_that_was_moved_by_the_list_moves() -> None:
    cues = [
        cue("1", effects=(fade(0.0, {0: 1.0}),)),
        cue("last"),
        cue("after", effects=(fade(0.0, {0: 0.0, 1: 1.0}),), armed=False),
        cue("b/1", "b", effects=(fade(0.0, {2: 1.0}),)),
    ]
    light = taking_of(show(*cues), TakeFrom(cue="last")).light
    assert light.tracked == replace(fade(1.0, {0: 1.0}), layer=1)
    assert light.home == replace(fade(1.0, {1: math.nan}), layer=1)
    assert taking_of(show(*cues), TakeFrom(cue="last", light=False)).light.tracked is None


def test_masters_that_the_list_moves_stand_where_they_belong() -> None:
    def move(number: str, master: str, level: float) -> CompiledCue:
        return cue(number, effects=(MasterFade(0.0, 2.0, master, None, level),), duration=2.0)

    cues = [
        move("1", "grand", 0.25),
        move("2", "grand", 0.5),
        cue("last"),
        move("4", "grand", 0.0),
        move("5", "band", 0.0),
    ]
    masters = (CompiledMaster("band", "Band", 0.75), CompiledMaster("hand", "Hand", 1.0))
    rehearsal = Rehearsal(show(*cues, masters=masters))
    list(
        rehearsal.play([(0.0, StartCue(cue="4")), (0.0, StartCue(cue="5")), (5.0, SetMaster(master="hand", level=0.1))])
    )
    list(rehearsal.play([(6.0, TakeFrom(cue="last", light=False))]))
    standing = rehearsal.playback.mixer.masters
    assert dict(zip(standing.names, standing.levels(9.0), strict=True)) == {"grand": 0.0, "band": 0.0, "hand": 0.1}
    list(rehearsal.play([(10.0, TakeFrom(cue="last"))]))
    assert dict(zip(standing.names, standing.levels(12.0), strict=True)) == {"grand": 0.5, "band": 0.75, "hand": 0.1}


def test_dark_start_is_kept_where_nothing_was_ever_moved() -> None:
    cues = [
        cue("1", effects=(fade(0.0, {0: 1.0}),)),
        cue("last"),
        cue("after", effects=(fade(0.0, {1: 1.0}),)),
    ]
    rehearsal = Rehearsal(show(*cues))
    list(rehearsal.play([(0.0, TakeFrom(cue="last"))]))
    assert rehearsal.playback.mixer.touched.tolist() == [True, False, False, False]
    list(rehearsal.play([(5.0, SetStandby(cue="after")), (5.0, Go()), (6.0, TakeFrom(cue="last"))]))
    assert rehearsal.playback.mixer.touched.tolist() == [True, True, False, False]
    assert rehearsal.playback.mixer.levels(9.0)[:, 0].tolist() == [255, 0, 0, 0]


def test_after_a_panic_light_is_back_and_not_due_again() -> None:
    cues = [cue("1", effects=(fade(0.0, {0: 1.0}),)), cue("2"), cue("3")]
    for light in (True, False):
        evening = Evening(show(*cues, panic_light="out"))
        evening.tell(0.0, Panic())
        evening.tell(2.0, TakeFrom(cue="2", light=light))
        evening.until(4.0)
        before = len(evening.of(Do))
        evening.tell(5.0, Go())
        restored = [o for o in evening.of(Do)[before:] if isinstance(o.effect, Fade)]
        assert len(restored) == (0 if light else 1)


def test_from_inside_a_sequence() -> None:
    inside = [cue(f"1.{n}", parent="1", effects=(value(n),)) for n in (1, 2, 3)]
    group = cue("1", mode="sequence", children=tuple(Child(each.id, 0.0) for each in inside), pre_wait=5.0)
    evening = Evening(show(group, *inside, cue("2")))
    evening.tell(0.0, TakeFrom(cue="1.2", go=True))
    evening.until(1.0)
    assert evening.sent() == [(0.0, "1.1", "/1"), (0.0, "1.2", "/2")]
    assert evening.standby() == "1.3"


def test_the_chain_follows() -> None:
    cues = [cue("1"), cue("2", continue_=Continue.AUTO_FOLLOW), cue("3"), cue("4")]
    evening = Evening(show(*cues))
    evening.tell(0.0, TakeFrom(cue="2", go=True))
    assert [s.cue for s in evening.of(CueStarted)] == ["2", "3"]
    assert evening.standby() == "4"


REFUSED = [
    (TakeFrom(cue="99"), "there is no cue 99"),
    (TakeFrom(cue="1.1"), "from its group, cue 1"),
    (TakeFrom(cue="b/1"), "cart"),
    (TakeFrom(cue="last", without=("dsk",)), "there is no device 'dsk' to leave out; write one of desk, keys"),
    (TakeFrom(cue="last", without=("rig",)), "rig sends light"),
]


@pytest.mark.parametrize(("command", "why"), REFUSED)
def test_what_makes_no_sense_is_refused_in_words(command: TakeFrom, why: str) -> None:
    group = cue("1", children=(Child("1.1", 0.0),))
    whole = show(group, cue("1.1", parent="1"), cue("last"), cue("b/1", "b"))
    lists = (whole.lists[0], CompiledList("b", "", ("b/1",), cart=True))
    evening = Evening(show(*whole.cues.values(), lists=lists))
    evening.tell(0.0, StartCue(cue="last"))
    evening.tell(1.0, command)
    assert [why in warned.text for warned in evening.of(Warned)] == [True]
    assert evening.of(Taken) == []


def test_prepared_for_another_state_of_the_show() -> None:
    evening, other = Evening(many()), many(digest="another")
    evening.player.handle(taking_of(other, TakeFrom(cue="last")), 0.0)
    evening.until(0.0)
    assert "take it once more" in evening.of(Warned)[0].text
    assert evening.of(Taken) == []
    with pytest.raises(TypeError):
        evening.player.handle(TakeFrom(cue="last"), 0.0)


def test_what_is_armed_this_evening_counts() -> None:
    whole = show(cue("1", effects=(value(1),)), cue("2", effects=(value(2),), armed=False), cue("last"))
    taking = taking_of(whole, TakeFrom(cue="last"), evening=Told(armed=("2", "gone"), disarmed=("1",)))
    assert [by for by, _ in taking.batches[0][0]] == ["2"]


def test_places_that_only_later_cues_set_are_noted_if_anything_was_sent_there() -> None:
    cues = [cue("1", effects=(value(1),)), cue("last"), cue("after", effects=(value(1), value(2), value(3)))]
    evening = Evening(show(*cues))
    assert taking_of(evening.show, TakeFrom(cue="last"), sent=evening.player.last_sent.knows).notes == ()
    evening.tell(0.0, StartCue(cue="after"))
    notes = taking_of(evening.show, TakeFrom(cue="last"), sent=evening.player.last_sent.knows).notes
    assert notes == ("not known before last, and left as they are: desk /2, desk /3",)


@given(st.lists(st.floats(0.0, 3.0), max_size=20), st.sampled_from([Stop(), Go(), StartCue(cue="3"), Panic()]))
def test_how_often_anybody_wakes_changes_nothing(wakes: list[float], then: AnyCommand) -> None:
    def outcomes(instants: Iterable[float]) -> list[Outcome]:
        evening = Evening(many())
        evening.tell(0.0, TakeFrom(cue="last", go=True))
        for now in sorted(each for each in instants if each < 0.07):
            evening.until(now)
        evening.tell(0.07, then)
        for now in sorted(each for each in instants if each > 0.07):
            evening.until(now)
        evening.until(9.0)
        return evening.outcomes

    assert outcomes(wakes) == outcomes(())


def _goes(rehearsal: Rehearsal, until: set[str]) -> list[Json]:
    events: list[Json] = []
    while rehearsal.standby in until:
        events += [*rehearsal.command(Go(source="test"), rehearsal.now + 1.0), *rehearsal.finish()]
    return events


def _last(events: Iterable[Json]) -> dict[str, tuple[object, ...]]:
    return {e["address"]: tuple(e["args"]) for e in events if e["event"] == "sent" and e["address"] != "/other"}


@given(show=chased_shows(), goes=st.integers(0, 6), pause=st.sampled_from([0.0, 0.3, 1.0, 7.0]))
@settings(max_examples=200)
def test_a_take_leaves_all_as_playing_what_comes_before(show: Program, goes: int, pause: float) -> None:
    """Wherever the evening is: in the middle of cues, or after them."""
    cues = show.lists[0].cues
    tops = set(cues[: cues.index("last")])
    straight = Rehearsal(show)
    expected = _last(_goes(straight, {each for each in show.cues if each.split(".")[0] in tops}))
    evening = Rehearsal(show)
    events: list[Json] = []
    for n in range(goes):
        events += evening.command(Go(source="test"), n * pause)
    events += evening.command(TakeFrom(cue="last"), goes * pause)
    events += evening.finish()
    levels = evening.playback.mixer.levels(1e6)
    assert np.array_equal(levels, straight.playback.mixer.levels(1e6))
    assert {place: args for place, args in _last(events).items() if place in expected} == expected
    assert not evening.playback.player.active(1e6)


@st.composite
def evenings(draw: st.DrawFn) -> tuple[Program, list[tuple[float, AnyCommand]]]:
    """Takes among other commands, at any moment."""
    played, found, now = draw(chased_shows()), [], 0.0
    ids = st.sampled_from(list(played.cues))
    take = st.builds(TakeFrom, cue=ids, go=st.booleans(), light=st.booleans())
    maybe = st.none() | ids
    other = st.one_of(
        st.builds(Go),
        st.builds(StartCue, cue=ids),
        st.builds(SetStandby, cue=ids),
        st.builds(Stop, cue=maybe),
        st.builds(Pause, cue=maybe),
        st.builds(Resume, cue=maybe),
        st.sampled_from([Panic(), HardStop()]),
    )
    for command in draw(st.lists(take | other, min_size=1, max_size=10)):
        now += draw(st.sampled_from([0.0, 0.01, 0.125, 0.5, 1.0, 3.0]))
        found.append((now, command))
    return played, found


@given(evenings(), st.lists(st.floats(0.0, 30.0), max_size=30))
@settings(max_examples=200)
def test_among_other_commands_nothing_is_early_or_depends_on_wakes(
    performance: tuple[Program, list[tuple[float, AnyCommand]]], wakes: list[float]
) -> None:
    played, said = performance
    plain, woken = Evening(played), Evening(played)
    for now, command in said:
        plain.tell(now, command)
    plain.until(1e6)
    moments = sorted([(at, 0, c) for at, c in said] + [(at, 1, None) for at in wakes], key=lambda m: m[:2])
    for now, _, command in moments:
        if command is not None:
            woken.tell(now, command)
        else:
            woken.until(now)
        assert all(outcome.due <= now for outcome in woken.outcomes)
    woken.until(1e6)
    assert woken.outcomes == plain.outcomes
    dues = [outcome.due for outcome in plain.outcomes]
    assert dues == sorted(dues)
    taken, ended = plain.of(Taken), plain.of(TakeEnded)
    held = plain.player.taking
    assert len(taken) == len(ended) + (held is not None)
    assert held is None or held.paused_at is not None


@given(evenings())
@settings(max_examples=100)
def test_after_a_hard_stop_of_all_nothing_more_comes(
    performance: tuple[Program, list[tuple[float, AnyCommand]]],
) -> None:
    played, said = performance
    evening = Evening(played)
    for now, command in said:
        evening.tell(now, command)
    evening.tell(said[-1][0], HardStop())
    before = len(evening.outcomes)
    evening.until(1e6)
    assert evening.outcomes[before:] == []
    assert evening.player.next_deadline() is None


def test_home_is_only_told_where_there_is_something() -> None:
    evening = Evening(show(cue("1", effects=(fade(0.0, {0: 1.0}),)), cue("last")))
    evening.tell(0.0, TakeFrom(cue="last"))
    assert evening.of(GoHome) == []


def test_what_is_left_alone_is_told() -> None:
    """With the messages that it does not get; what would have got none as well."""
    evening = Evening(show(cue("1", effects=(value(1), value(2))), cue("last")))
    evening.tell(0.0, TakeFrom(cue="last", without=("desk", "keys"), light=False))
    (taken,) = [each for each in evening.outcomes if isinstance(each, Taken)]
    assert (taken.messages, taken.left_alone, taken.light_left_alone) == (0, (("desk", 2), ("keys", 0)), True)
    described = Timeline().described(taken)
    assert described["left_alone"] == {"desk": 2, "keys": 0}
    said = text_line(described)
    assert said.endswith(
        "desk left alone (2 messages not sent); keys left alone (0 messages not sent); light left alone"
    )


def test_the_words_for_people_have_a_line_for_each_note() -> None:
    taken = Taken(due=0.0, cue="5", messages=1, parameters=0, seconds=0.0, notes=("one", "two"))
    assert [line.split(maxsplit=1) for line in text_line(Timeline().described(taken)).splitlines()[1:]] == [
        ["note", "one"],
        ["note", "two"],
    ]
    ended = text_line(Timeline().described(TakeEnded(due=0.0, cue="5")))
    assert ended.split(maxsplit=1)[1] == "take ended 5      all is out"
