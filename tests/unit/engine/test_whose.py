"""Whose a level is: the cue that moved it, or from which it tracks; and what lies over that."""

from pathlib import Path

import pytest

from showctl.engine.command import (
    AnyCommand,
    Go,
    Highlight,
    Override,
    Panic,
    Park,
    SendNow,
    SetMaster,
    SetStandby,
    StartCue,
)
from showctl.engine.provenance import Look, Seen
from showctl.engine.source import Source
from showctl.engine.whose import Origins, whose
from showctl.program.opening import open_to_play
from showctl.ui.monitors.slot_map import SlotMap
from tests.unit.engine.full_stage import Bench

SHOW = """
showctl: 1
show: {title: Test, panic: {time: 1s, light: out}}
devices:
  rig: {type: sacn, universes: 7, to: 127.0.0.1}
patch:
  - {id: a, fixture: generic/dimmer, at: 7.1}
  - {id: b, fixture: generic/dimmer, at: 7.2}
  - {id: par, fixture: generic/led-par, mode: rgb, at: 7.3}
  - {id: c, fixture: generic/dimmer, at: 7.9}
cues:
  - {cue: 1, light: {time: 0s, look: {a: 20%, b: 50%}}}
  - {cue: 2, light: {time: 2s, look: {a: full, par: full}}}
  - {cue: 3, light: {time: 0s, look: {par: 50%}}}
lists:
  band:
    cues:
      - {cue: B1, light: {time: 0s, look: {b: 80%}}}
"""

SWITCHED = """showctl fixture: 1
name: A
manufacturer: B
parameters: {fx: {snap: no, ranges: [{dmx: 0..99, name: Low}, {dmx: 100..255, name: High}]}}
modes: {m: [{switch: a, on: fx, cases: {Low: zoom, High: iris}}, fx]}
"""
SWITCHING = """showctl: 1
show: {title: Test}
devices: {rig: {type: sacn, universes: 7, to: 127.0.0.1}}
patch: [{id: lamp, fixture: a, at: 7.1}]
cues:
  - {cue: 1, light: {time: 0s, look: {lamp: {fx: 0%, zoom: 50%}}}}
  - {cue: 2, light: {time: 0s, look: {lamp: {fx: full, iris: 20%}}}}
"""


@pytest.fixture
def bench() -> Bench:
    return Bench(SHOW)


def sources(bench: Bench, now: float, *commands: AnyCommand) -> dict[int, Source]:
    bench.do(now, *commands)
    found: list[Seen | None] = []
    Look(7, found.append).carry_out(bench.stage, now)
    assert found[0] is not None
    return whose(found[0], (), Origins())


def words(source: Source) -> str:
    return " ".join(filter(None, (source.kind, source.cue, source.by and f"by {source.by}", source.name)))


def chain(source: Source) -> list[str]:
    return [words(each) for each in (source, *source.below)]


def test_the_cue_that_moved_it_long_after_it_is_over(bench: Bench) -> None:
    at = sources(bench, 0.0)
    assert {each.kind for each in at.values()} == {"rest"}
    assert sorted(at) == [1, 2, 3, 4, 5, 9]
    at = sources(bench, 1.0, Go())
    at = sources(bench, 10.0, Go())
    assert (words(at[1]), at[1].moving) == ("cue 2 main", True)
    at = sources(bench, 100.0)
    assert (words(at[1]), at[1].value, at[1].moving) == ("cue 2 main", 1.0, False)
    assert words(at[2]) == "cue 1 main"
    assert chain(at[3]) == ["rest", "cue 2 main"]  # no cue has moved its colour, only its intensity
    assert at[3].below[0].of_intensity


def test_what_a_go_out_of_order_brings_back_tracks_from_where_it_was_set(bench: Bench) -> None:
    at = sources(bench, 1.0, SetStandby(cue="3"), Go())
    assert words(at[1]) == "tracked 2 by 3 main"
    assert words(at[2]) == "tracked 1 by 3 main"
    assert words(at[9]) == "rest"


def test_of_two_lists_the_one_that_counts_is_first(bench: Bench) -> None:
    sources(bench, 1.0, Go())
    at = sources(bench, 2.0, StartCue(cue="band/B1"))
    assert chain(at[2]) == ["cue band/B1 band", "cue 1 main"]


def test_what_lies_over_playback_is_before_it(bench: Bench) -> None:
    at = sources(bench, 1.0, Go(), SetMaster(master="grand", level=0.5), Park(what="a", level=0.3), Park(what="7.100"))
    assert chain(at[1]) == ["park", "master grand", "cue 1 main"]
    assert [each.value for each in (at[2], *at[2].below)] == [0.5, 0.5]
    assert chain(at[2]) == ["master grand", "cue 1 main"]
    assert chain(at[100]) == ["park"]
    at = sources(bench, 2.0, Highlight(fixtures=("b",), on=True), Override(kind="sacn", on=True))
    assert words(at[2]) == "override"
    assert chain(at[2].below[0])[0] == "highlight"


def test_panic_and_hands(bench: Bench) -> None:
    at = sources(bench, 1.0, SendNow(cue="1"))
    assert words(at[1]) == "cue 1 main"
    at = sources(bench, 2.0, Panic())
    assert words(at[1]) == "panic"


def test_a_universe_that_is_not_there() -> None:
    found: list[Seen | None] = []
    Look(8, found.append).carry_out(Bench(SHOW).stage, 0.0)
    assert found == [None]


def test_a_switched_slot_is_whose_the_parameter_is_that_has_it_now(tmp_path: Path) -> None:
    (tmp_path / "fixtures").mkdir()
    (tmp_path / "fixtures" / "a.yaml").write_text(SWITCHED, "utf-8")
    file = tmp_path / "show.yaml"
    file.write_text(SWITCHING, "utf-8")
    bench = Bench(file)
    at = sources(bench, 1.0, Go())
    assert words(at[1]) == "cue 1 main"
    assert words(at[2]) == "cue 1 main"
    at = sources(bench, 2.0, Go())
    assert words(at[1]) == "cue 2 main"
    assert words(at[2]) == "cue 2 main"
    slots = SlotMap(open_to_play(file).program)
    assert [slot.words for slot in slots.of(7).values()] == ["zoom or iris", "fx"]
