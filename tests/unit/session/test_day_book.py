"""The day book: entries are on the disk at once, survive torn lines and others' writing, and say what holds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.session.day_book import DayBook, Entry, day_book, marks_of


def entry(at: float, kind: str, item: str = "", **more: object) -> Entry:
    return Entry(at, kind, item=item, **more)  # type: ignore[arg-type]


def test_two_consoles_write_one_book(tmp_path: Path) -> None:
    here, there = DayBook(tmp_path / "new" / "day.jsonl"), DayBook(tmp_path / "new" / "day.jsonl")
    assert not here.refresh()
    here.add(Entry(1.0, "note", "Łukasz: spot 3 is late", segment="keynote", cue="12.5", author="ana"))
    there.add(Entry(2.0, "done", item="Truck"))
    assert [each.at for each in there.entries] == [1.0, 2.0]
    assert here.refresh()
    assert not here.refresh()
    assert here.entries == there.entries
    assert here.entries[0].text == "Łukasz: spot 3 is late"


@pytest.mark.parametrize("torn", [b'{"at":3.0,"kind":"no', b"\xff\xfe", b'{"at":"x","kind":"note"}', b"[]"])
def test_a_torn_or_foreign_line_is_passed_over_and_nothing_else_is_lost(tmp_path: Path, torn: bytes) -> None:
    book = DayBook(tmp_path / "day.jsonl")
    book.add(Entry(1.0, "note", "one"))
    with book.path.open("ab") as file:
        file.write(torn)
    again = DayBook(book.path)
    again.add(Entry(4.0, "note", "two"))
    assert [each.text for each in again.entries] == ["one", "two"]
    book.refresh()
    assert book.entries == again.entries


@given(st.lists(st.binary(max_size=80), max_size=5))
def test_any_bytes_can_stand_in_it(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]) -> None:
    path = tmp_path_factory.mktemp("book") / "day.jsonl"
    path.write_bytes(b"\n".join(lines))
    book = DayBook(path)
    book.refresh()
    book.add(Entry(4.0, "note", "kept"))
    assert book.entries[-1] == Entry(4.0, "note", "kept")


def test_it_is_kept_per_show_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    one, two = day_book(tmp_path / "a show.yaml").path, day_book(tmp_path / "x" / "a show.yaml").path
    assert one != two
    assert one.name.startswith("a-show-")
    assert day_book(tmp_path / "x" / ".." / "a show.yaml").path == one
    assert len(day_book(tmp_path / ("ø" * 120 + ".yaml")).path.name.encode()) <= 255


def test_what_holds_of_an_item_is_what_was_marked_since_it_was_open() -> None:
    entries = [
        entry(5.0, "done", "truck"),
        entry(10.0, "acknowledged", "bar"),
        entry(11.0, "called", "bar"),
        entry(12.0, "note", text="x"),
        entry(13.0, "problem", "car"),
        entry(14.0, "open", "car"),
        entry(15.0, "done", "stage", rehearsal=True),
    ]
    assert {item: [each.kind for each in marks] for item, marks in marks_of(entries, 10.0).items()} == {
        "bar": ["acknowledged", "called"]
    }
    assert list(marks_of(entries, 0.0)) == ["truck", "bar"]
    assert list(marks_of(entries, 0.0, rehearsal=True)) == ["stage"]
