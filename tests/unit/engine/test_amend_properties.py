"""An edit while the show plays changes nothing but what was edited, whenever it comes."""

from collections.abc import Iterable, Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from numpy.typing import NDArray

from showctl.engine.amending import Amending
from showctl.engine.command import (
    AnyCommand,
    Go,
    Highlight,
    Pause,
    ReleaseList,
    Resume,
    SetMaster,
    SetStandby,
    StartCue,
    Stop,
)
from showctl.engine.event import CueEnded, CueStarted
from showctl.engine.outcome import Outcome, TakeUp
from showctl.engine.player import Player
from showctl.engine.player_change import PlayerChange
from showctl.model.cue import CueId
from showctl.program.opening import opened
from showctl.program.program import CompiledCue, CompiledList, Parameters, Program
from showctl.showfile.load import load_text
from tests.unit.engine.evening import Evening
from tests.unit.engine.programs import commands, cue, programs, send

END = 1_000.0
Timed = list[tuple[float, AnyCommand]]
INSTANTS = st.integers(0, 160).map(lambda n: 100 + n / 16)


def played(
    show: Program, said: Timed, edits: Iterable[tuple[float, Program, Mapping[CueId, CueId]]] = ()
) -> list[Outcome]:
    """Everything that comes of the commands, edited at these instants; commands name cues as they are called then."""
    player = Player(show)
    outcomes: list[Outcome] = []
    # An edit comes after all that is due at its instant, as it does in the dispatcher.
    moments = [(at, 0, command) for at, command in said] + [(at, 1, edit) for at, *edit in edits] + [(END, 2, None)]
    names = {each: each for each in show.cues}
    for now, kind, what in sorted(moments, key=lambda moment: moment[:2]):
        if kind == 0:
            named = getattr(what, "cue", None)
            player.handle(replace(what, cue=names[named]) if named is not None else what, now)
        outcomes += player.advance(now)
        if kind == 1:
            after, renamed = what
            names = {first: renamed.get(each, each) for first, each in names.items()}
            amending = Amending(player.program, after, renamed)
            player.amend(PlayerChange(amending, player.restores.moved_by_lists()), now)
    return outcomes


@st.composite
def performances(draw: st.DrawFn) -> tuple[Program, Timed]:
    show = draw(programs())
    return show, draw(commands(show))


def with_another(show: Program, number: int) -> Program:
    """Other labels and times of cues that have begun do not matter; a list is new."""
    cues = {each.id: replace(each, label=f"edited {number}") for each in show.cues.values()}
    cues[f"z/{number}"] = cue(f"z/{number}", "z", effects=(send(77),))
    lists = tuple(each for each in show.lists if each.name != "z")
    return replace(show, digest=f"{number}", cues=cues, lists=(*lists, CompiledList("z", "", (f"z/{number}",))))


@given(performances(), st.lists(INSTANTS, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_an_edit_of_something_else_changes_nothing_that_comes(
    performance: tuple[Program, Timed], instants: list[float]
) -> None:
    show, said = performance
    edits = [(at, with_another(show, number), {}) for number, at in enumerate(sorted(instants), 1)]
    found = [outcome for outcome in played(show, said, edits) if getattr(outcome, "list", "") != "z"]
    assert found == played(show, said)


def renamed(show: Program, ids: Mapping[CueId, CueId]) -> Program:
    def one(each: CompiledCue) -> CompiledCue:
        children = tuple(replace(child, cue=ids[child.cue]) for child in each.children)
        return replace(each, id=ids[each.id], parent=each.parent and ids[each.parent], children=children)

    cues = {ids[each.id]: one(each) for each in show.cues.values()}
    lists = tuple(replace(each, cues=tuple(ids[inside] for inside in each.cues)) for each in show.lists)
    return replace(show, digest="renamed", cues=cues, lists=lists)


def draws(each: CompiledCue) -> bool:
    """Groups draw by their id."""
    return each.mode == "random" or each.shuffle


@given(performances(), INSTANTS, st.data())
@settings(max_examples=200, deadline=None)
def test_renumbered_cues_go_on_as_they_would_have(
    performance: tuple[Program, Timed], at: float, data: st.DataObject
) -> None:
    show, said = performance
    free = [each.id for each in show.cues.values() if not draws(each)]
    fresh = data.draw(st.booleans())
    others = [f"n{each}" for each in free] if fresh else data.draw(st.permutations(free))
    ids = {each: each for each in show.cues} | dict(zip(free, others, strict=True))
    back = {now: was for was, now in ids.items()}
    changed = {was: now for was, now in ids.items() if was != now}
    found, plain = played(show, said, [(at, renamed(show, ids), changed)]), played(show, said)
    assert len(found) == len(plain)
    for one, other in zip(found, plain, strict=True):
        assert as_before(one, back, other) == other


def as_before(one: Outcome, back: Mapping[CueId, CueId], other: Outcome) -> Outcome:
    """With the names of before, where it has those of after; texts aside."""
    if one == other:
        return one
    changes = {}
    if getattr(one, "cue", None) in back and getattr(one, "cue", None) != getattr(other, "cue", None):
        changes["cue"] = back[one.cue]  # type: ignore[union-attr, index]
    if isinstance(one, TakeUp) and isinstance(other, TakeUp):
        named = zip(one.fades, other.fades, strict=True)
        changes["fades"] = tuple(a if a.cue == b.cue else replace(a, cue=back[a.cue]) for a, b in named)
    for name in ("text", "source"):
        if hasattr(one, name):
            changes[name] = getattr(other, name)
    return replace(one, **changes)


NONE = np.full(300, -1, "<i4").tobytes()
MANY = Parameters(NONE, NONE * 3, NONE, bytes(4 * 300), bytes(300), bytes(300))


@given(performances(), st.lists(st.tuples(INSTANTS, programs()), min_size=1, max_size=3), st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_is_edited_all_that_was_started_ends_once(
    performance: tuple[Program, Timed], others: list[tuple[float, Program]], data: st.DataObject
) -> None:
    show, said = performance
    show = replace(show, parameters=MANY)
    edits, before = [], show
    for at, after in sorted(others, key=lambda each: each[0]):
        free = sorted({*before.cues} & {*after.cues})
        ids = data.draw(st.lists(st.sampled_from(free), unique=True, max_size=3)) if free else []
        edits.append(
            (at, replace(after, digest=f"{at}", parameters=MANY), dict(zip(ids, [*ids[1:], *ids[:1]], strict=True)))
        )
        before = after
    # What is paused, and a sequence that standby is in, waits for somebody.
    outcomes = played(show, [*said, (END - 100, Stop())], edits)
    begun = [each.run for each in outcomes if isinstance(each, CueStarted)]
    ended = [each.run for each in outcomes if isinstance(each, CueEnded)]
    assert sorted(begun) == sorted(ended)
    assert begun == sorted(set(begun))
    assert [each.due for each in outcomes] == sorted(each.due for each in outcomes)


# Light ----------------------------------------------------------------------------------------------------------------

RIG = """\
showctl: 1
show: {title: Edited}
devices: {rig: {type: sacn, universes: 1-3, to: 127.0.0.1}}
patch:
  - {id: d1..d4, fixture: generic/dimmer, at: 1.1}
  - {id: w1..w2, fixture: generic/led-par, mode: rgb, at: 2.1}
PATCH
palettes: {intensity: {warm: {d1: 40%}}}
masters:
  band: {fixtures: "d1..d2", level: 80%}
  sun: {look: {d3: 60%}}
MASTERS
lists:
  side: {cues: [{cue: 1, light: {time: 3s, look: {d1: 80, d2: 20}}}, {cue: 2, light: {time: 2s, look: {d4: 30}}}]}
  idle: {cues: [{cue: 1, light: {look: {d4: 5, SIDE}}}]}
LISTS
cues:
  - {cue: 1, light: {time: 4s, look: {d1: 60, d2: 40, w1: {intensity: full, colour: red}}},
     continue: auto-continue, post-wait: 1s}
  - {cue: 2, light: {time: 3s, delay: 1s, look: {d2: 70, w1: {colour: blue}}}}
  - {cue: 3, light: {time: 2s, look: {d1: out, d3: full, w2: {intensity: 50, colour: green}}}}
CUES
"""
PLACES = {"PATCH": "", "MASTERS": "", "LISTS": "", "CUES": "", "SIDE": "d2: 20"}
EDITS = [
    {},
    {"PATCH": "  - {id: new, fixture: generic/dimmer, at: 1.100}"},
    {"PATCH": "  - {id: new, fixture: generic/dimmer, at: 3.1}"},
    {"PATCH": "  - {id: a-new, fixture: generic/led-par, mode: rgb, at: 1.50}"},
    {"CUES": "  - {cue: 9, label: New, light: {look: {d4: full}}}"},
    {"CUES": "  - {cue: 9, light: {look: {w2: {colour: red}, d3: full}}}"},
    {"LISTS": "  third: {cues: [{cue: 1, light: {look: {d1: 50, w1: {colour: green}, d3: 10}}}]}"},
    {"MASTERS": "  rain: {look: {d4: full}}"},
    {"MASTERS": "  all: {fixtures: d4}"},
    {"SIDE": "d2: 20, d3: 30, w1: {colour: red}"},
]


def rig(changes: Mapping[str, str]) -> Program:
    text = RIG
    for place, written in {**PLACES, **changes}.items():
        text = text.replace(place, written)
    return opened(lambda: load_text("\n".join(line for line in text.splitlines() if line))).program


STATES = [rig(changes) for changes in EDITS]
SAID = st.sampled_from(
    [
        StartCue(cue="1"),
        StartCue(cue="2"),
        StartCue(cue="3"),
        Go(list="side"),
        Go(list="side"),
        SetMaster(master="band", level=0.3, time=2.0),
        SetMaster(master="sun", level=0.5),
        SetMaster(master="sun", level=0.0, time=1.0),
        SetMaster(master="grand", level=0.5, time=1.0),
        Pause(),
        Resume(),
        Stop(cue="1"),
        SetStandby(cue="1"),
        ReleaseList(list="side", time=1.0),
        Highlight(fixtures=("d2",), on=True),
    ]
)
EIGHTHS = st.integers(0, 16).map(lambda n: n / 8)


def light(said: list[tuple[float, AnyCommand]], edits: list[tuple[float, int]]) -> NDArray[np.uint8]:
    """Universes 1 and 2, without what edits add, at every tenth of a second."""
    evening = Evening(STATES[0])
    moments = [(at, 0, command) for at, command in said] + [(at, 1, number) for at, number in edits]
    moments += [(k / 10, 2, None) for k in range(250)]
    found = []
    for now, kind, what in sorted(moments, key=lambda moment: moment[:2]):
        if kind == 0:
            evening.play(what, now)
        elif kind == 1:
            evening.stage.playback.advance(now)
            evening.hand_over(STATES[what], now)
        else:
            evening.stage.playback.advance(now)
            levels = evening.stage.playback.mixer.levels(now)
            rows = [evening.stage.playback.program.universes.index(universe) for universe in (1, 2)]
            found.append(levels[rows].copy())
    seen = np.array(found)
    seen[:, 0, 40:] = 0
    return seen


@given(
    st.lists(st.tuples(EIGHTHS, SAID), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 200).map(lambda n: n / 16 + 0.01), st.integers(0, len(EDITS) - 1)), max_size=4),
)
@settings(max_examples=150, deadline=None)
def test_light_that_was_not_edited_goes_on_bit_for_bit(
    steps: list[tuple[float, AnyCommand]], edits: list[tuple[float, int]]
) -> None:
    now, said = 0.0, []
    for step, command in steps:
        now += step
        said.append((now, command))
    found, plain = light(said, edits), light(said, [])
    assert np.array_equal(found, plain), np.argwhere(found != plain)[:8].tolist()
