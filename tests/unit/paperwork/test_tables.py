"""What is written as a table is read back the same, and nothing in it is a formula."""

import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from showctl.paperwork.delimited import csv_bytes, guarded
from showctl.paperwork.sheet import SUBJECTS, Sheet
from showctl.paperwork.tables import sheet
from showctl.paperwork.workbook import workbook_bytes
from showctl.showfile.house_style import text_of_new
from showctl.showfile.importer.delimited import read_delimited
from showctl.showfile.importer.draft import Draft
from showctl.showfile.importer.files import import_bytes
from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.sift import sifted
from showctl.showfile.importer.workbook import read_workbook
from showctl.showfile.load import Loaded, load, load_text
from tests.strategies import acting_shows, dumped, shows

_SHOWS = Path(__file__).parents[3] / "shows"
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_IN_WORKBOOKS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n\t"), max_size=20)
_FIRST = ["=", "+", "-", "@", "\t", "'", "'=", ""]
_RISKY = st.builds(str.__add__, st.sampled_from([*_FIRST, "\r"]), _ANY)


def _tables(cells: st.SearchStrategy[str]) -> st.SearchStrategy[Sheet]:
    rows = st.lists(st.tuples(st.just("x"), cells, cells), max_size=5)
    return rows.map(lambda rows: Sheet("Cues", ("cue", "label", "notes"), rows))


@given(_tables(_RISKY))
def test_csv_reads_back(table: Sheet) -> None:
    assert [row.cells for row in read_delimited(csv_bytes(table)).rows] == [table.headings, *table.rows]


def test_text_full_of_tabs_and_ends_of_lines_reads_back() -> None:
    """Cut at its tabs, more of the lines have two cells than have three at the commas."""
    rows = [("x", f"\t{n} {n * 'a'}\r{n}", "\tb") for n in range(4)]
    table = Sheet("Cues", ("cue", "label", "notes"), rows)
    assert [row.cells for row in read_delimited(csv_bytes(table)).rows] == [table.headings, *rows]


@settings(max_examples=30, deadline=None)
@given(_tables(st.builds(str.__add__, st.sampled_from(_FIRST), _IN_WORKBOOKS)))
def test_workbooks_read_back_and_have_no_formula(table: Sheet) -> None:
    from openpyxl import load_workbook

    data, lost = workbook_bytes([table])
    assert not lost
    found = [tuple(row.cell(column) for column in range(3)) for row in read_workbook(data)[0].rows]
    assert found == [table.headings, *table.rows]
    cells = [cell for row in load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}  # n: empty


@pytest.mark.parametrize("cell", ["-5 dB", "-18", "+3.5", "-1:30", "12", "", "−5 dB"])
def test_numbers_stay_readable(cell: str) -> None:
    assert guarded(cell) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-", "'=1"])
def test_what_may_be_a_formula_is_text(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


def _again(data: bytes, name: str, draft: Draft) -> None:
    imported = import_bytes(data, name, "csv")
    assert not imported.report.mistakes, imported.report.lines()
    for part in dataclasses.fields(Draft):
        read, there = getattr(imported.draft, part.name), getattr(draft, part.name)
        setattr(draft, part.name, there | read if isinstance(there, dict) else there + read)


def _same(loaded: Loaded, draft: Draft) -> None:
    """The show with these parts read back from tables is the show."""
    root: dict[str, Any] = {**loaded.source.root, **draft.tree()}
    root["show"] = loaded.source.root["show"]
    for name, cue_list in (loaded.source.root.get("lists") or {}).items():
        cues = root.get("lists", {}).get(name, {}).get("cues", [])
        root["lists"] = {**root.get("lists", {}), name: {**cue_list, "cues": cues}}
    again = load_text(text_of_new(root)).show
    shown = loaded.show
    for part in type(shown).model_fields:
        assert getattr(again, part) == getattr(shown, part)


@settings(max_examples=40, deadline=None)
@given(st.one_of(shows(), acting_shows()).map(dumped))
def test_a_show_reads_back_from_its_csv(text: str) -> None:
    loaded = load_text(text)
    draft = Draft()
    for subject in SUBJECTS:
        table = sheet(subject, loaded.source.root, loaded.show)
        if table.rows:
            _again(csv_bytes(table), "x.csv", draft)
    _same(loaded, draft)


@settings(max_examples=15, deadline=None)
@given(shows().map(dumped))
def test_a_show_reads_back_from_its_workbook(text: str) -> None:
    loaded = load_text(text)
    data, lost = workbook_bytes([sheet(subject, loaded.source.root, loaded.show) for subject in SUBJECTS])
    assume(not lost and any(sheet(subject, loaded.source.root, loaded.show).rows for subject in SUBJECTS))
    draft = Draft()
    _again(data, "x.xlsx", draft)
    _same(loaded, draft)


@pytest.mark.parametrize("path", sorted(_SHOWS.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_shows_read_back_from_their_workbooks(path: Path) -> None:
    loaded = load(path)
    data, lost = workbook_bytes([sheet(subject, loaded.source.root, loaded.show) for subject in SUBJECTS])
    assert not lost
    draft = Draft()
    _again(data, "x.xlsx", draft)
    _same(loaded, draft)


_RIG = """\
showctl: 1
show: {title: All of it}
devices:
  rig: {type: sacn, universes: [1, 2], to: [127.0.0.1, 127.0.0.2], priority: {1: 120, 2: 90}, sync: 63999}
  desk: {type: osc, profile: behringer/x32, to: 127.0.0.1, backup: 127.0.0.2}
  switch: {type: midi, profile: generic/msc, port: "12", device id: 3}
patch:
  - {id: f1..f4, fixture: generic/dimmer, at: 1.1}
  - {id: par1..par4, fixture: generic/led-par, mode: rgbw, at: 2.1}
groups:
  front: [f1..f2, f4]
  back: par1..par4
  "12": f3
palettes:
  intensity: {low: 30%}
  colour: {gold: "#ffb43c", by kind: {par1..par2: 5600 K, par3: {colour: "#0000ff"}}}
  mixed: {preset: {front: 50%, par1: {colour: gold}}}
masters:
  band: {label: "[Band]", fixtures: [f1..f4, back]}
  sun: {label: Sunrise, look: {front: 40%, back: {intensity: full, colour: gold}}, priority: 6}
cues:
  - {cue: 1, light: {time: 2s, look: {front: full, back: {colour: gold}}}}
  - {cue: 2, osc: {device: desk, address: /go, args: ["1"]}}
run of show:
  - {segment: doors, start: 18:30, duration: 45m, owner: sm}
people:
  sm: {name: Ines Dahl, phone: channel 3, call: 15:00}
suppliers:
  harper: {name: "{Harper}", phone: "+44 20", role: =1+1}
logistics:
  - {title: Car, supplier: harper, contact: sm}
"""


def test_a_whole_show_comes_back_from_its_workbook_alone() -> None:
    loaded = load_text(_RIG)
    data, lost = workbook_bytes([sheet(subject, loaded.source.root, loaded.show) for subject in SUBJECTS])
    assert not lost
    imported = import_bytes(data, "All of it.xlsx")
    _, again = sifted(imported.draft, imported.report, whole=True)
    assert not imported.report.left_out
    assert not imported.report.chosen
    assert imported.report.carried["people"] == imported.report.carried["suppliers"] == 1
    for part in type(again.show).model_fields:
        assert getattr(again.show, part) == getattr(loaded.show, part), part


def test_rows_of_names_are_told_with_their_place() -> None:
    imported = import_bytes(b"Group,Fixtures\nfront,f1..f4\n,f2\nfront,f3\nback,f1..\n", "groups.csv")
    with pytest.raises(NotImported, match="mistakes"):
        sifted(imported.draft, imported.report, whole=True)
    said = [str(note) for note in imported.report.mistakes]
    assert [line.partition(":")[0] for line in said[:2]] == ["line 3, column A", "line 4, column A"]
    assert any(line.startswith(("line 2", "line 5")) for line in said[2:])
