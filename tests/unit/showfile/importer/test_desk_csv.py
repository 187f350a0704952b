"""CSV of Eos and of QLab: what we have a cue for comes over, the rest is a memo or a wait and is told."""

from pathlib import Path
from typing import Any

import pytest

from showctl.program.opening import opened
from showctl.showfile.importer.files import import_bytes, import_file
from showctl.showfile.importer.imported import ImportedShow
from showctl.showfile.importer.kind import kind_of
from showctl.showfile.importer.sift import sifted
from showctl.showfile.load import load_text

_DATA = Path(__file__).parents[3] / "data"


def _checks(imported: ImportedShow) -> None:
    before = len(list(imported.draft.walk()))
    sifted(imported.draft, imported.report, lambda text: opened(lambda: load_text(text)))
    assert len(list(imported.draft.walk())) == before


@pytest.mark.parametrize(("name", "kind"), [("eos-cues.csv", "eos-csv"), ("qlab-cues.csv", "qlab-csv")])
def test_a_file_shows_what_it_is_and_becomes_a_show_that_checks(name: str, kind: str) -> None:
    assert kind_of((_DATA / name).read_bytes(), name) == kind
    _checks(import_file(_DATA / name))


def test_eos_follow_hang_parts_blocks_and_levels() -> None:
    cues = {cue["cue"]: cue for cue in import_file(_DATA / "eos-cues.csv").draft.cues}
    assert (cues["1"]["continue"], cues["1"]["post-wait"], cues["2"]["continue"]) == (
        "auto-continue",
        "4s",
        "auto-follow",
    )
    assert cues["1"]["light"]["look"] == {"ch1": "full", "ch2": "55.3%"}
    assert cues["2"]["light"]["block"] == "yes"
    assert cues["3"]["light"]["parts"] == [{"time": "8s", "look": {"ch5": "40%"}}]
    assert cues["4-link"]["go to"] == "1"


def test_older_exports_of_eos_have_no_headings() -> None:
    line = b"1,Cue,1,15,,p52 move upstage,4,0,4,0,4,0,4,0,4,0,4,,,,,,F3,,,,,,\n"
    imported = import_bytes(line, "old.csv", "eos-csv")
    cue = imported.draft.cues[0]
    assert (cue["cue"], cue["label"], cue["post-wait"]) == ("15", "p52 move upstage", "3s")
    assert cue["light"]["time"] == "4s"


def _qlab(headings: str, *rows: str) -> Any:
    text = "\n".join([f"Number,Type,Name,{headings}", *rows])
    imported = import_bytes(text.encode(), "q.csv", "qlab-csv")
    _checks(imported)
    return imported.draft.cues


@pytest.mark.parametrize(
    ("row", "action"),
    [
        ("1,wait,x,,,2:30", {"wait": "2m30s"}),
        ("1,network,x,,/a/b 1,", {"osc": {"device": "network 1", "address": "/a/b", "args": ["1"]}}),
        ("1,network,x,,hello,", {"memo": "x"}),
        ("1,fade,x,,,4", {"wait": "4s"}),
        ("1,stop,x,2,,", {"stop": "2"}),
        ("1,devamp,x,2,,", {"break out": "2"}),
        ("1,load,x,2,,", {"load": {"cue": "2", "at": "0s"}}),
        ("1,goto,x,,,", {"memo": "x"}),
        ("1,group,,,,", {"memo": "group"}),
    ],
)
def test_types_of_qlab(row: str, action: dict[str, object]) -> None:
    cues = _qlab("Target,Custom String,Duration", row, "2,memo,y,,,")
    assert {key: value for key, value in cues[0].items() if key not in ("cue", "label", "notes")} == action


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1,1,60,90,,,", {"note": "60", "velocity": "90"}),
        ("1,3,7,5,,,", {"control": "7", "value": "5"}),
        ("1,4,9,,,,", {"program": "9"}),
        ("2,,,,1,12,", {"msc": "go", "cue": "12"}),
        ("3,,,,,,7D 01 02", {"sysex": "F0 7D 01 02 F7"}),
    ],
)
def test_midi_of_qlab(row: str, message: dict[str, str]) -> None:
    voice = "MIDI Message Type,MIDI Status,MIDI Control Number,MIDI Control Value"
    headings = f"{voice},MIDI Command,MIDI Q Number,MIDI Raw String"
    assert _qlab(headings, f"1,MIDI,x,{row}")[0]["midi"] == {"device": "MIDI 1", **message}


def test_numbers_are_made_so_that_each_is_there_once() -> None:
    cues = _qlab("Notes", "LX 1,memo,a,", "LX1,memo,b,", ",memo,c,", "q1,memo,d,")
    assert [cue["cue"] for cue in cues] == ["LX1", "LX1-2", "q1", "q1-2"]


def test_a_column_that_some_cues_have_in_their_notes_is_told_for_the_others() -> None:
    text = "Number,Type,Name,Continue Mode,Custom String,Fish\n1,Group,A,0,,x\n2,Network,b,0,/x 1,y\n"
    report = import_bytes(text.encode(), "q.csv", "qlab-csv").report
    assert any(
        note.what == "column 'Fish' of cue 2: y" and note.where == "line 3, column F" for note in report.left_out
    )
