"""The look editor without a window: what is written, what is said, and the sheet."""

from functools import cache
from pathlib import Path

import pytest

from showctl.fixtures.folders import fixture_library
from showctl.program.opening import Opened, open_to_play
from showctl.program.patch_table import patch_table
from showctl.session.change import value_of
from showctl.session.edit import Remove, Set
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping
from showctl.ui.look.given import Given, spread
from showctl.ui.look.level import Values
from showctl.ui.look.nearest import gel_said
from showctl.ui.look.said import keys_of, kind_of_key, looks_like, palettes_of, said
from showctl.ui.look.sheet import Sheet, SheetRow, sheet_of
from showctl.ui.look.spread import as_line, fanned, moved
from showctl.ui.look.write import MIXED, apart, degrees, given, given_back, percent, standing, together

DEMO = Path(__file__).resolve().parents[3] / "shows" / "demo.yaml"
ITEM = Item("cue", "1")
FIXTURES = ("spot1", "spot2", "spot3")
SPOTS = ("light", "look", "spots")


def cue(look: str) -> Mapping:
    found = value_of(f"{{cue: 1, light: {{time: 3s, look: {look}}}}}")
    assert isinstance(found, Mapping)
    return found


def said_of(edits: list[Set | Remove]) -> list[tuple[str, ...]]:
    """Each in short: the key and what is written; a key alone goes."""
    return [
        (str(edit.field[-1]), str(edit.value)) if isinstance(edit, Set) else (str(edit.field[-1]),) for edit in edits
    ]


def test_values_move_and_fan_in_their_order() -> None:
    spans = [(-90.0, 90.0)] * 3
    assert moved([0, 10, 20], spans, 5) == [5, 15, 25]
    assert moved([0, 10, 80], spans, 30) == [10, 20, 90], "the shape is kept at the end of the way"
    assert moved([], [], 3) == []
    assert fanned([0, 0, 0], spans, 10) == [-10, 0, 10]
    assert fanned([0, 0, 80], spans, 20) == [-20, 0, 90]
    assert fanned([5], spans[:1], 20) == [25]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ([10.0], "10"), ([10.0, 10.04], "10"), ([-30, 0, 30], "-30..30"), ([-30, 5, 30], None),
        ([0.0, 33.33, 66.67, 100.0], "0..100"),
    ],
)  # fmt: skip
def test_what_one_line_says(values: list[float], line: str | None) -> None:
    assert as_line(values, degrees) == line


def test_a_row_is_given_one_value_a_fan_or_each_its_own() -> None:
    one = SheetRow("spots", FIXTURES, (SPOTS,), (), Values())
    two = SheetRow("a", FIXTURES, (SPOTS, ("light", "look", "b")), (), Values())
    same, fan, other = {"pan": [5.0, 5, 5]}, {"pan": [0.0, 5, 10]}, {"pan": [0.0, 9, 10], "tilt": [1.0, 1, 1]}
    assert spread(0, one, FIXTURES, same, degrees) == [Given(0, {"pan": "5"})]
    assert spread(0, one, FIXTURES, fan, degrees) == [Given(0, {"pan": "0..10"})]
    assert spread(0, one, FIXTURES, other, degrees)[1] == Given(0, {"pan": "9", "tilt": "1"}, "spot2")
    assert spread(0, two, FIXTURES, same, degrees) == [Given(0, {"pan": "5"})]
    assert [each.fixture for each in spread(0, two, FIXTURES, fan, degrees)] == list(FIXTURES), "a fan is of one line"


@pytest.mark.parametrize(
    ("look", "values", "instead", "edits"),
    [
        ("{}", {"intensity": "50%"}, "intensity", [("spots", "50%")]),
        ("{spots: 20%}", {"intensity": "50%"}, "intensity", [("spots", "50%")]),
        ("{spots: 20%}", {"pan": "3"}, "position", [("spots", "{intensity: 20%, pan: 3}")]),
        ("{spots: release}", {"pan": "3"}, "position", [("spots", "{pan: 3}")]),
        ("{spots: {position: a, zoom: 3}}", {"pan": "3", "tilt": "4"}, "position",
         [("pan", "3"), ("tilt", "4"), ("position",)]),
        ("{spots: {colour: gold}}", {"white": "20%"}, "", [("white", "20%")]),
        ("{spots: {colour: gold, red: 3%}}", {"colour": "L201"}, "colour", [("colour", "L201"), ("red",)]),
        ("{spots: {colour: gold, zoom: 3, time: 2s}}", {"palette": "warm"}, MIXED,
         [("palette", "warm"), ("colour",), ("zoom",)]),
        ("{spots: 20%}", {"palette": "warm"}, MIXED, [("spots", "{palette: warm}")]),
    ],
)  # fmt: skip
def test_a_line_is_given_values(look: str, values: dict[str, str], instead: str, edits: list[object]) -> None:
    assert said_of(given(ITEM, cue(look), SPOTS, values, instead)) == edits


@pytest.mark.parametrize(
    ("look", "kind", "edits"),
    [
        ("{}", "colour", []),
        ("{spots: 20%}", "intensity", [("spots",)]),
        ("{spots: 20%}", "colour", []),
        ("{spots: {colour: gold, zoom: 3}}", "colour", [("colour",)]),
        ("{spots: {colour: gold, time: 3s}}", "colour", [("spots",)]),
        ("{spots: {zoom: 3}}", "colour", []),
        ("{spots: {palette: warm}}", MIXED, [("spots",)]),
        ("{spots: {palette: warm, zoom: 3}}", MIXED, [("palette",)]),
        ("{spots: {zoom: 3}}", MIXED, []),
    ],
)
def test_a_line_gives_a_kind_back(look: str, kind: str, edits: list[object]) -> None:
    assert said_of(given_back(ITEM, cue(look), SPOTS, kind)) == edits


def test_fixtures_of_a_row_part_company() -> None:
    found = apart(ITEM, cue("{spots: {pan: 3, zoom: 4}}"), [SPOTS], {n: {"pan": n[-1]} for n in FIXTURES}, "position")
    assert said_of(found) == [("pan",), *((name, f"{{pan: {name[-1]}}}") for name in FIXTURES)]
    assert found[1].field == ("light", "look", "spot1")
    alone = ("light", "look", "spot1")
    assert said_of(apart(ITEM, cue("{spot1: 20%}"), [alone], {"spot1": {"intensity": "4%"}}, "intensity")) == [
        ("spot1", "4%")
    ]
    assert standing(cue("{}"), ("light", "parts", 3, "look", "x")) is None
    assert together([], "nothing") is None
    assert (percent(0.123), percent(1), degrees(-0.04)) == ("12.3%", "100%", "0")


def test_what_a_line_says_in_words() -> None:
    palettes = open_demo().show.palettes
    line = {"colour": "host white", "pan": -3, "tilt": 4, "white": "20%", "time": "3s"}
    assert keys_of(line, "position") == ("pan", "tilt")
    assert [kind_of_key(key) for key in line] == ["colour", "position", "position", "colour", ""]
    assert said(line, "intensity", palettes) is None
    assert said(line, "position", palettes) == ("pan -3, tilt 4", "")
    assert said({"intensity": "50%"}, "intensity", palettes) == ("50", "")
    assert said({"palette": "speech"}, "colour", palettes) == ("speech", "")
    assert said({"palette": "speech"}, "beam", palettes) is None
    assert said({"palette": "release"}, "beam", palettes) == ("release", "")
    assert said({"colour": {"hue": 30}}, "colour", palettes) == ("hue 30", "#ff8000")
    assert palettes_of({"palette": "speech", "colour": "violet", "zoom": 3}) == {
        ("mixed", "speech"), ("colour", "violet"),
    }  # fmt: skip
    assert looks_like("award gold", palettes) == "#ffb43c"
    assert looks_like("#ff0000..#0000ff", palettes) == "#ff0000"
    assert looks_like("no such", palettes) == looks_like("#12", palettes) == ""


def test_the_nearest_gel_is_named() -> None:
    assert gel_said("") == ""
    assert gel_said("#ec2000") == "L19 Fire"
    assert gel_said("#ea2206").endswith("L19 Fire")
    assert gel_said("#00ff00").startswith("nearest ")


@cache
def open_demo() -> Opened:
    return open_to_play(DEMO)


def test_fixtures_apart_have_rows_of_their_own() -> None:
    rows = sheet("15", frozenset({"spot2", "wash3"})).rows
    names = [row.name for row in rows]
    assert names[names.index("spots") + 1] == "spot2"
    spot = rows[names.index("spot2")]
    assert (spot.fixtures, spot.lines[0][-1], spot.cells[0].words) == (("spot2",), "spot2", "80")
    at = names.index("wash3")
    assert names[at - 1 : at + 2] == ["wash1..wash2", "wash3", "wash4..wash12"]


@cache
def sheet(cue: str, apart: frozenset[str] = frozenset()) -> Sheet:
    opened = open_demo()
    table = patch_table(opened.show.patch, fixture_library(DEMO), None, [])
    return sheet_of(opened.show, opened.program, table, cue, apart)


def test_the_sheet_says_where_each_comes_from() -> None:
    rows = {row.name: row for row in sheet("21").rows}
    spot = rows["spot1"]
    assert [cell.how for cell in spot.cells] == ["set", "tracked", "set", "set"]
    assert [cell.source for cell in spot.cells] == ["21", "15", "21", "21"]
    assert spot.from_cue == "21  ← 15"
    assert rows["front"].from_cue == "← 15"
    assert rows["trophy"].from_cue == ""
    assert [cell.how for cell in rows["trophy"].cells] == ["unmoved", "none", "none", "none"]
    assert [dot.fixture for dot in rows["spot2..spot6"].dots] == ["spot2", "spot3", "spot4", "spot5", "spot6"]
    assert {round(level, 3) for _, level in rows["spot2..spot6"].dims} == {0.8}
    gobo = next(part for part in spot.values.beam if part.name == "gobo")
    assert (gobo.now, "Breakup" in gobo.names) == ("Open", True)
    assert [part.name for part in rows["wash"].values.emitters] == ["red", "green", "blue", "white"]
    assert sheet("21").used["position", "podium"] == 2
    assert not sheet("21").left_out
