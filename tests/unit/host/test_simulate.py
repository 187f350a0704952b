"""Simulation: when GO comes, what is said of it, and what a line looks like."""

import itertools
import json

import pytest

from showctl.engine.event import CommandTaken, CueStarted, SegmentStarted, Sent
from showctl.host.report import Timeline, text_line
from showctl.host.simulate import simulate
from showctl.model.message import MidiMessage, OscArgument, OscMessage
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.showfile.load import load_text

SHOW = """
showctl: 1
show: {title: Test, go guard: 250ms}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: 127.0.0.1:9000}
  keys: {type: midi, port: Keys}
patch:
  - {id: a, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, light: {time: 2s, look: {a: full}}}
  - {cue: 2, osc: {device: desk, address: /two, args: [1, 0.5, "x", true, {b: 01 ff}]}}
  - {cue: 3, midi: {device: keys, note: C4, duration: 1s}}
"""


def program() -> Program:
    return opened(lambda: load_text(SHOW)).program


def gos(**how: object) -> list[float]:
    return [e["due"] for e in simulate(program(), **how) if e["event"] == "command"]  # type: ignore[arg-type]


def test_go_by_itself_comes_when_nothing_is_active_and_the_guard_is_over() -> None:
    assert gos() == [0.0, 2.0, 2.25]


def test_go_at_given_instants_counts_from_the_first() -> None:
    assert gos(goes=[9.0, 3.0]) == [0.0, 6.0]


def test_go_every_so_often_until_the_end_of_the_list() -> None:
    assert gos(go_every=1.5) == [0.0, 1.5, 3.0]


@pytest.mark.parametrize("how", [{"go_every": 0.0}, {"levels_every": -1.0}])
def test_intervals_are_positive(how: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="write more than 0"):
        list(simulate(program(), **how))  # type: ignore[arg-type]


def test_events_are_json_in_due_order() -> None:
    events = list(simulate(program()))
    assert json.loads(json.dumps(events)) == events
    dues = [event["due"] for event in events]
    assert dues == sorted(dues)
    assert [e for e in events if e["event"] in {"fade", "sent"}] == [
        {"event": "fade", "cue": "1", "time": 2.0, "universes": [1], "parameters": 1, "due": 0.0},
        {
            "event": "sent", "cue": "2", "device": "desk", "protocol": "osc", "to": "127.0.0.1:9000",
            "address": "/two", "args": [1, 0.5, "x", True, "01 ff"], "types": "ifsTb", "due": 2.0,
        },
        {
            "event": "sent", "cue": "3", "device": "keys", "protocol": "midi", "to": "Keys",
            "bytes": "90 3C 64", "due": 2.25,
        },
        {
            "event": "sent", "cue": "3", "device": "keys", "protocol": "midi", "to": "Keys",
            "bytes": "80 3C 00", "due": 3.25,
        },
    ]  # fmt: skip


def test_levels_only_where_they_are_sampled() -> None:
    sampled = [e for e in simulate(program(), goes=[0.0], levels_every=0.5) if e["event"] == "levels"]
    assert [(e["due"], e["levels"][0]) for e in sampled] == [(0.0, 0), (0.5, 64), (1.0, 128), (1.5, 191), (2.0, 255)]
    assert all(len(e["levels"]) == 512 and e["universe"] == 1 for e in sampled)
    assert not any(e["event"] == "levels" for e in simulate(program()))


def test_levels_do_not_change_what_happens() -> None:
    sampled = [e for e in simulate(program(), levels_every=0.03) if e["event"] != "levels"]
    assert sampled == list(simulate(program()))


def test_an_empty_list_is_over_at_once() -> None:
    assert list(simulate(opened(lambda: load_text("showctl: 1\nshow: {title: A}\n")).program)) == []


# Report -----------------------------------------------------------------------------------------------------------


def test_what_really_happened() -> None:
    timeline = Timeline(actual=True)
    early = CommandTaken(due=50.0, name="standby", source="console", cue="1")
    assert timeline.described(early)["due"] is None
    timeline.described(CommandTaken(due=100.0, name="go", source="console", cue="1"))
    message = OscMessage("/x", (OscArgument("f", 0.5), OscArgument("N")))
    sent = Sent(due=100.25, cue="1", device="d", to="h:1", message=message, sent=100.2501234)
    assert timeline.described(sent) == {
        "event": "sent", "cue": "1", "device": "d", "protocol": "osc", "to": "h:1", "address": "/x",
        "args": [0.5, None], "types": "fN", "due": 0.25, "sent": 0.250123, "late_us": 123,
    }  # fmt: skip
    failed = timeline.described(Sent(due=101.0, cue="", device="d", to="h:1", message=message, error="no route"))
    assert (failed["sent"], failed["late_us"], failed["error"]) == (None, None, "no route")
    segment = timeline.described(SegmentStarted(due=101.0, segment="doors", cue="1", wall=5.0))
    assert segment["wall"] == 5.0


def test_a_cue_that_somebody_starts_is_a_beginning_too() -> None:
    timeline = Timeline()
    timeline.described(CueStarted(due=7.0, cue="1", run=1))
    assert timeline.since_go(8.5) == 1.5


def test_lines_for_people() -> None:
    timeline = Timeline(actual=True)
    timeline.described(CommandTaken(due=0.0, name="go", source="console", cue="1"))
    note = Sent(due=1.0, cue="1", device="keys", to="Keys", message=MidiMessage(b"\x90\x3c\x64"), sent=1.0005)
    assert text_line(timeline.described(note)).split() == [
        "1.000", "sent", "1", "keys", "Keys", "90", "3C", "64", "0.500", "ms", "late",
    ]  # fmt: skip
    levels = [0] * 512
    levels[0:4], levels[9] = [255] * 4, 1
    assert text_line(timeline.levels(2.0, 3, levels)).endswith("universe 3: 1-4=255 10=1")
    assert text_line(timeline.levels(2.0, 3, itertools.repeat(0, 512))).endswith("all 0")
