"""Spreadsheets: encodings and separators are seen, headings guessed or mapped, mistakes told with their cell."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from showctl.showfile.importer.files import import_bytes, import_file
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.kind import kind_of
from showctl.showfile.importer.report import Mistaken, NotImported
from showctl.showfile.importer.sift import sifted
from showctl.showfile.importer.workbook import read_workbook
from showctl.showfile.report import Refused

_DATA = Path(__file__).parents[3] / "data"


def _of(text: str, mapping: str = "", partly: bool = False) -> ImportedShow:
    return import_bytes(
        text.encode(), "cues.csv", "csv", Asked(mapping=mapping, mapping_file="map.yaml", partly=partly)
    )


def _book(*rows: list[Any], title: str = "Sheet1") -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["cue-sheet.csv", "plan.csv"])
def test_samples_become_shows(name: str) -> None:
    imported = import_file(_DATA / name)
    sifted(imported.draft, imported.report, whole=imported.whole)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators(encoding: str, separator: str) -> None:
    rows = [["Cue", "Label", "Notes"], ["1", "Café, später", "a"], ["2", "x", "y"], ["3", "Größe; naïve", ""]]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    draft = import_bytes(text.encode(encoding), "x.csv", "csv").draft
    assert [cue.get("label") for cue in draft.cues] == ["Café, später", "x", "Größe; naïve"]


def test_types_of_cues_by_the_words_of_departments() -> None:
    draft = _of(
        "Q,Type,What,Time,Device,Command\n"
        "1,LX,Snow,5,,\n2,Snd,Wind,,,\n3,wait,Breathe,3s,,\n"
        '4,,Scene,,desk,/-action/goscene 12 "a b"\n5,midi,Haze,,haze,"note C4, velocity 90"\n'
        '6,video,Film,,media,"connect clip, layer: 1, clip: 4"\n'
    ).draft
    actions = [{key: value for key, value in cue.items() if key not in ("cue", "label")} for cue in draft.cues]
    assert actions == [
        {"light": {"time": "5s", "look": {}}},
        {"memo": "Wind"},
        {"wait": "3s"},
        {"osc": {"device": "desk", "address": "/-action/goscene", "args": ["12", "a b"]}},
        {"midi": {"device": "haze", "note": "C4", "velocity": "90"}},
        {"video": {"device": "media", "do": "connect clip", "layer": "1", "clip": "4"}},
    ]


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Cue,Description,Type,Time", "LX"),
        ("Cue,What,Type,Time", "scenery"),
        ("Q,Item,Dept,When", "Sound"),
        ("No.,Description,Type,Time", "SND"),
        ("Number,What,Type,Time", "vid"),
        ("LX,Description,Type,Time", "LX"),
    ],
)
def test_a_column_of_cue_numbers_says_that_these_are_cues(headings: str, kind: str) -> None:
    draft = _of(f"{headings}\n1,House to half,{kind},3\n2,House out,{kind},5\n").draft
    assert [cue["cue"] for cue in draft.cues] == ["1", "2"]
    assert not draft.logistics


def test_numbered_tasks_and_a_run_of_show_with_cue_numbers_are_what_they_are() -> None:
    assert _of("No.,Task,Type,Due\n1,Load in,transport,18:00\n").draft.logistics
    assert _of("Cue,Segment,Start,Duration\n1,doors,18:30,30m\n").draft.segments


@pytest.mark.parametrize("name", ["cues.tsv", "cues.txt", "cues.tab"])
def test_a_table_that_begins_with_cue_is_no_ascii_of_a_desk(name: str) -> None:
    assert kind_of(b"Cue\tLabel\n1\tHi\n2\tYo\n", name) == "csv"
    assert kind_of(b"Manufacturer\tModel\tId\tAddress\nx\ty\tz\t1\n", name) == "csv"
    assert kind_of(b"Cue 1\nText Hi\n", "old.asc") == kind_of(b"CLEAR ALL\nCue 1\n", "old.txt") == "ascii"
    assert kind_of(b"Ident 3:0\nCue 1\n", name) == "ascii"


def test_how_long_a_row_lasts_is_kept_or_told() -> None:
    imported = _of(
        "Cue;What;Type;Time;Duration;Follow;Target\n1;x;LX;;7;;\n2;Film;Video;1:42;;auto-follow;\n3;Go;;;2:30;;\n"
        "4;Note;memo;5;;;\n5;Both;LX;5;6;;\n6;Odd;Sound;long;;;\n7;On;LX;1;;;3\n8;Plain;;4;;;\n"
    )
    actions = [{k: v for k, v in cue.items() if k not in ("cue", "label")} for cue in imported.draft.cues]
    assert actions == [
        {"light": {"time": "7s", "look": {}}},
        {"wait": "1:42", "continue": "auto-follow"},
        {"wait": "2:30"},
        {"memo": "Note"},
        {"light": {"time": "5s", "look": {}}},
        {"memo": "Odd"},
        {"light": {"time": "1s", "look": {}}},
        {"wait": "4s"},
    ]
    told = [(note.where, note.what) for note in (*imported.report.chosen, *imported.report.left_out)]
    assert told == [
        ("line 3", "cue 2 (video) is a wait of 1:42"),
        ("line 4", "cue 3 is a wait of 2:30"),
        ("line 7", "cue 6 (sound) is a memo"),
        ("line 9", "cue 8 is a wait of 4s"),
        ("line 5", "time '5s' of cue 4"),
        ("line 6", "duration '6s' of cue 5"),
        ("line 7", "time 'long' of cue 6"),
        ("line 8", "target '3' of cue 7"),
    ]
    _, loaded = sifted(imported.draft, imported.report, whole=imported.whole)
    assert loaded.show.cues[1].duration == 102


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ('Cue,Label\n1,"a\nb"\n\n\n\n4,x\n\n4,y\n', "line 9, column A", "twice, first in line 7, column A"),
        ("Cue,Hotkey,Label\n1,F1,a\n\n2,F1,b\n", "line 4, column B", "F1 is there twice, first in line 2, column B"),
        ("Segment,Start,Duration\na,20:00,5m\n\nb,19:00,5m\n", "line 4, column B", "starts (line 2, column B)"),
        ("Id,Fixture\nf1,generic/dimmer\n\nf1,generic/dimmer\n", "line 4, column A", "first in line 2, column A"),
    ],
)
def test_other_places_are_those_of_the_table_too(text: str, where: str, what: str) -> None:
    imported = _of(text)
    with pytest.raises(NotImported):
        sifted(imported.draft, imported.report, whole=imported.whole)
    assert any(note.where == where and what in str(note) for note in imported.report.mistakes), imported.report.lines()


def test_times_of_day_in_cells_lose_their_date_and_may_have_twelve_hours() -> None:
    book = _book(
        ["Segment", "Start", "Duration"],
        ["doors", dt.datetime(2026, 5, 1, 18, 30), "5m"],  # noqa: DTZ001 - a cell has no time zone
        ["opening", "7:30 pm hard", "5m"],
        ["late", "11.15 p.m.", "5m"],
    )
    assert [segment["start"] for segment in import_bytes(book, "x.xlsx").draft.segments] == [
        "18:30",
        "19:30 hard",
        "23:15",
    ]


_MAP = """
import: cues
header: 2
list: stage
columns: {cue: Nr, label: [Was, Wer], notes: Bemerkung}
constants: {type: memo, colour: "#ff8800"}
"""


def test_a_mapping_says_what_headings_do_not() -> None:
    imported = _of("Plan,,,\nNr,Was,Wer,Bemerkung\n1,Vorhang,Inspizienz,langsam\n", _MAP)
    assert imported.draft.lists == {
        "stage": {
            "cues": [
                {"cue": "1", "label": "Vorhang\nInspizienz", "notes": "langsam", "colour": "#ff8800",
                 "memo": "Vorhang\nInspizienz"}
            ]
        }
    }  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "headings", "part"),
    [
        ("{cue: Nr, label: Was}", "Nr,Was", "cues"),
        ("{label: Was}\nconstants: {cue: 1}", "Was", "cues"),
        ("{id: Nr, fixture: Was}", "Nr,Was", "patch"),
        ("{title: Was, duration: Min}", "Was,Min", "segments"),
        ("{title: Was, due: Wann}", "Was,Wann", "logistics"),
    ],
)
def test_a_mapping_need_not_say_what_its_columns_say(columns: str, headings: str, part: str) -> None:
    rows = {"Nr": "1", "Was": "generic/dimmer", "Min": "3m", "Wann": "18:00"}
    draft = _of(f"{headings}\n{','.join(rows[each] for each in headings.split(','))}\n", f"columns: {columns}").draft
    assert len(getattr(draft, part)) == 1


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("import: cue", "map.yaml:1:9: import: 'cue' cannot be imported"),
        ("import: cues\ncolums: {}", "did you mean 'columns'?"),
        (
            "import: cues\ncolumns: {lable: Was}",
            "map.yaml:2:11: columns > lable: there is no column 'lable'; did you mean",
        ),
        ("import: cues\ncolumns: {label: {a: b}}", "write the text above the column"),
        ("columns: {notes: Nr}", "nothing says what is imported; write import: and one of cues, patch"),
        ("- a", "begins with a key"),
        ("import: cues\nheader: two", "whole number"),
    ],
)
def test_a_wrong_mapping_is_told_with_its_line(mapping: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        _of("cue\n1\n", mapping)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("Label,Notes\nx,y\n", "line 1", "no row of headings that is known"),
        ("Cue,Label\n1,a\n,b\n", "line 3, column A", "the cell is empty"),
        ("Cue,Colour\n1,redd\n", "line 2, column B", "'redd' is not a colour"),
        ("Cue,Continue\n1,sometimes\n", "line 2, column B", "sometimes"),
        ("Cue,Label\n1,a\n1,b\n", "line 3, column A", "1"),
        ("Cue,Depth\n1,1\n", "line 2, column B", "no group stands above it"),
        ("Segment,Duration\ndoors,long\n", "line 2, column B", "'long' is not a time"),
        ("Title,Due,Category\nCar,noonish,transport\n", "line 2, column B", "'noonish' is not a due time"),
        ("Id,Fixture,At\nfront1,generic/dimmer,1.900\n", "line 2, column C", "address 900 does"),
    ],
)
def test_mistakes_are_told_with_their_cell_and_nothing_comes_over(text: str, place: str, said: str) -> None:
    imported = _of(text)
    with pytest.raises(Mistaken, match="import the rest"):
        sifted(imported.draft, imported.report, whole=imported.whole)
    assert any(note.where == place and said in str(note) for note in imported.report.mistakes), imported.report.lines()


def test_partly_leaves_the_rows_with_mistakes_out() -> None:
    imported = _of("Cue,Label,Colour\n1,a,redd\n2,b,\n,c,\n", partly=True)
    _, loaded = sifted(imported.draft, imported.report, whole=imported.whole)
    assert [cue.number for cue in loaded.show.cues] == ["2"]
    assert {note.where for note in imported.report.left_out} == {"line 2, column C", "line 4, column A"}


def test_headings_that_are_not_known_are_told_with_what_may_be_meant() -> None:
    report = _of("Cue,Lable,Weather\n1,a,b\n").report
    said = {note.where: note.do for note in report.left_out}
    assert said["line 1, column B"] == "did you mean 'label'?"
    assert "--map" in said["line 1, column C"]


def test_cells_of_a_workbook_are_texts() -> None:
    data = _book(
        ["Segment", "Title", "Start", "Duration", "Notes"],
        ["doors", "Doors", dt.time(18, 30), dt.time(0, 45), True],
        ["show", "Show", "19:30 hard", dt.timedelta(minutes=90), 5.0],
        ["end", "End", None, "=1+1", dt.date(2026, 11, 27)],
    )
    table = read_workbook(data)[0]
    assert table.rows[1].cells == ("doors", "Doors", "18:30:00", "00:45:00", "yes")
    assert table.rows[2].cells[3:] == ("1h30m", "5")
    assert table.rows[3].cells[3:] == ("", "2026-11-27")
    imported = import_bytes(_book(*[["Segment", "Duration"], ["doors", dt.time(0, 45)]]), "x.xlsx")
    _, loaded = sifted(imported.draft, imported.report, whole=True)
    assert loaded.show.run_of_show[0].duration == 2700


def test_a_mistake_in_a_workbook_has_its_cell() -> None:
    imported = import_bytes(_book(["Cue", "Label", "Colour"], ["1", "a", "redd"], title="Cue sheet"), "x.xlsx")
    with pytest.raises(NotImported):
        sifted(imported.draft, imported.report, whole=imported.whole)
    assert imported.report.mistakes[0].where == "Cue sheet!C2"


def test_sheets_about_something_else_are_left_out() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Cue", "Label"])
    page.append([1, "a"])
    book.create_sheet("Budget").append(["Sum", "Account"])
    book.create_sheet("Empty")
    out = io.BytesIO()
    book.save(out)
    imported = import_bytes(out.getvalue(), "x.xlsx")
    assert imported.report.carried == {"cues": 1}
    assert [note.where for note in imported.report.left_out] == ["Budget"]


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


_BOMB = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_zip(xl__workbook=_BOMB), "document type"),
        (_zip(xl__workbook=_BOMB.decode().encode("utf-16")), "document type"),
        (_zip(xl__a=b" " * 210_000_000), "unpacks to 200 MB"),
        (_zip(xl__workbook=b"<a/>"), "broken"),
        (b"PK\x03\x04xl/", "broken"),
    ],
    ids=["entity", "entity in UTF-16", "zip bomb", "no workbook", "no zip"],
)
def test_bombs_and_broken_workbooks_are_turned_down(data: bytes, said: str) -> None:
    with pytest.raises(NotImported, match=said):
        import_bytes(data, "x.xlsx", "csv")


def test_a_million_rows_are_turned_down() -> None:
    with pytest.raises(NotImported, match="more than 100000 rows"):
        import_bytes(b"cue,label\n" + b"1,a\n" * 100_001, "x.csv", "csv")


def test_what_openpyxl_warns_of_is_no_cell() -> None:
    """A print area that makes no sense."""
    wrong = b'<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">nowhere</definedName></definedNames>'
    packed = zipfile.ZipFile(io.BytesIO(_book(["cue", "type"], ["1", "memo"])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as again:
        for name in packed.namelist():
            again.writestr(name, re.sub(rb"<definedNames ?/>", wrong, packed.read(name)))
    assert wrong in zipfile.ZipFile(out).read("xl/workbook.xml")
    assert [cue["cue"] for cue in import_bytes(out.getvalue(), "cues.xlsx").draft.cues] == ["1"]


def test_a_percentage_of_a_workbook_is_one() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Fixture", "ID", "Address", "Proportional"])
    page.append(["generic/dimmer", "a", "1.1", 0.5])
    page.append(["generic/dimmer", "b", "1.2", 0.075])
    page.append(["generic/dimmer", "c", "1.3", 1])
    for row, shape in enumerate(("0%", "0.0%", '0" %"'), 2):
        page.cell(row, 4).number_format = shape
    out = io.BytesIO()
    book.save(out)
    assert [row.cell(3) for row in read_workbook(out.getvalue())[0].rows[1:]] == ["50%", "7.5%", "1"]
    assert import_bytes(out.getvalue(), "x.xlsx", "csv").draft.patch[0]["proportional"] == "50%"


def test_a_formula_without_a_value_is_a_mistake() -> None:
    data = _book(["Cue", "Label", "Type"], ["1", "a", "memo"], ["2", '="b"&"c"', "memo"])
    report = import_bytes(data, "x.xlsx", "csv").report
    assert [str(note).partition(";")[0] for note in report.mistakes] == [
        "Sheet1!B3: formula: the file does not have its value"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cue,Label,Type,Notes\n1,a,memo\n2,b,memo,note,extra\n", "line 3, column E: 'extra': it has no heading"),
        ("Cue,Label,Type,,Notes\n1,a,memo,lost here,n\n", "line 2, column D: 'lost here': it has no heading"),
        ("My show,,\nCue,Label,Type\n1,a,memo\n", "line 1: 'My show': it stands above the headings"),
    ],
)
def test_a_cell_that_no_column_has_is_told(text: str, told: str) -> None:
    assert told in "\n".join(_of(text).report.lines())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Cue,Label\n1,"unterminated\n2,b\n3,c\n', 2),
        ('Cue,Label\n1,a\n2,"b', 3),
        ('Cue,Label\n"1\n","two\nthree\n4,d', 3),
    ],
)
def test_a_quote_that_does_not_end_is_told_where_it_begins(text: str, line: int) -> None:
    with pytest.raises(NotImported, match=f"^line {line}: a quote begins here"):
        _of(text)


def test_quotes_that_end_are_read() -> None:
    assert [cue["label"] for cue in _of('Cue,Label\n1,"a\nb"\n2,c "d\n3,"e"\n').draft.cues] == ["a\nb", 'c "d', "e"]
