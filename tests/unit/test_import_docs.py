"""docs/import-shows.md is right: its tables import, its mapping is one, its columns are all that there are."""

import re
from pathlib import Path

import pytest

from showctl.cli.imports import _KINDS
from showctl.showfile.importer.column_map import column_map
from showctl.showfile.importer.columns import COLUMNS, NEEDED, SUBJECTS
from showctl.showfile.importer.files import import_bytes, import_file
from showctl.showfile.importer.kind import KINDS
from showctl.showfile.importer.report import Mistaken
from showctl.showfile.importer.sift import sifted

_ROOT = Path(__file__).parents[2]
PAGE = (_ROOT / "docs" / "import-shows.md").read_text(encoding="utf-8")


def test_the_table_becomes_a_show() -> None:
    (table,) = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    imported = import_bytes(table.encode(), "cues.csv")
    _, loaded = sifted(imported.draft, imported.report, whole=True)
    assert [cue.label for cue in loaded.show.cues] == ["House to half", "Walk-in music", "Snow"]
    assert not imported.report.left_out


def test_the_mapping_is_one() -> None:
    (mapping,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert column_map(mapping, "map.yaml").columns["label"] == ("Scene", "Description")


def test_every_column_and_kind_is_there() -> None:
    for subject in SUBJECTS:
        (row,) = re.findall(rf"^\| {subject} \|(.*?)\|(.*?)\|$", PAGE, re.MULTILINE)
        assert re.findall(r"`([^`]+)`", row[0]) == [c.key for c in COLUMNS[subject] if c.sort != "told"]
        assert re.findall(r"`([^`]+)`", row[1]) == [key for needed in NEEDED[subject] for key in needed]
    assert set(re.findall(r"^\| \[.*\| `([a-z-]+)` \|$", PAGE, re.MULTILINE)) | {"csv"} == set(KINDS) == set(_KINDS)


def test_the_report_as_printed() -> None:
    (block,) = re.findall(r"```text\n(\$ showctl import winter.*?)```", PAGE, re.DOTALL)
    imported = import_file(_ROOT / "tests" / "data" / "winter-tale.asc")
    sifted(imported.draft, imported.report)
    said = imported.report.lines()
    for line in block.splitlines()[2:-1]:
        start = line.removeprefix("  ").partition("…")[0]
        assert any(each.startswith(start) for each in said), (line, said)


def test_the_mistakes_as_printed() -> None:
    imported = import_bytes(b"Cue,Label,Colour\n1,House,redd\n2,Snow,\n,Blackout,\n", "cues.csv")
    with pytest.raises(Mistaken) as reason:
        sifted(imported.draft, imported.report, whole=imported.whole)
    for line in [*imported.report.lines(), f"showctl: cues.csv is not imported: {reason.value} with --partly"]:
        assert line in PAGE
