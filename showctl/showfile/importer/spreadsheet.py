"""Spreadsheets of cues, patch, run of show and all other parts of a show: CSV, TSV and Excel workbooks.

All of a table comes over or nothing, unless it is asked for partly: its author can mend a cell sooner than find out
later what is missing.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from showctl.model.cue import MAIN
from showctl.model.selection import expand
from showctl.model.unit import Quoted, twelve_hours
from showctl.showfile.importer.column_map import ColumnMap, column_map
from showctl.showfile.importer.columns import AS_WRITTEN, COLUMNS, INSIDE, NAMES, Column, Subject
from showctl.showfile.importer.cue_row import cue_of
from showctl.showfile.importer.delimited import read_delimited
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.flow import flow_value
from showctl.showfile.importer.headings import Headings, headings
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.named_row import take_named
from showctl.showfile.importer.report import ImportReport, NotImported
from showctl.showfile.importer.rig import complete
from showctl.showfile.importer.table import Row, Table
from showctl.showfile.importer.unread import say_unread
from showctl.showfile.importer.workbook import read_workbook

_WORDS: dict[Subject, str] = {
    "cues": "cues", "patch": "fixtures", "segments": "segments", "logistics": "logistics items", "people": "people",
    "guests": "guests", "budget": "budget lines",
    "suppliers": "suppliers", "groups": "groups", "palettes": "palettes", "masters": "masters", "devices": "devices",
}  # fmt: skip


def read(data: bytes, file: str, asked: Asked) -> ImportedShow:
    """Import a spreadsheet. Raises NotImported, and Refused for what is wrong in the mapping."""
    mapped = column_map(asked.mapping, asked.mapping_file)
    report = ImportReport(file)
    draft = Draft()
    packed = data.startswith(b"PK")
    tables = read_workbook(data) if packed else [read_delimited(data)]
    if mapped.sheet:
        chosen = [table for table in tables if table.name == mapped.sheet]
        if not chosen:
            there = ", ".join(table.name for table in tables) or "none with anything in it"
            raise NotImported(f"there is no sheet '{mapped.sheet}'; there are: {there}")
        tables = chosen
    found = [(table, told) for table in tables if (told := _told(table, mapped, report, len(tables))) is not None]
    if not found and not report.mistakes:
        raise NotImported("there is no table in it; write headings above the columns, such as cue and label")
    for table, told in found:
        _take(table, told, draft, report, asked.list or mapped.list)
    if asked.partly:
        report.left_out += report.mistakes
        report.mistakes = []
    if not report.mistakes and not report.carried.total():
        raise NotImported("no row of it can be imported; write headings above the columns, such as cue and label")
    complete(draft, report)
    own = any(AS_WRITTEN in told.columns for _, told in found)
    return ImportedShow(draft, report, whole=not asked.partly, own=own)


def _told(table: Table, mapped: ColumnMap, report: ImportReport, tables: int) -> Headings | None:
    """What the columns of a table are. A sheet among others that is about something else is left out."""
    own = ImportReport(report.file)
    told = headings(table, mapped, own)
    if told is None and tables > 1 and not mapped.sheet:
        report.leave_out(table.name, "sheet", "it has no headings that are known")
        return None
    report.mistakes += own.mistakes
    report.left_out += own.left_out
    return told


def _take(table: Table, told: Headings, draft: Draft, report: ImportReport, list_name: str) -> None:
    entries: list[tuple[dict[str, str], Entry]] = []
    say_unread(table, told, report)
    if told.subject in NAMES:
        for row in table.rows[told.row + 1 :]:
            places = {key: table.place(row, columns[0]) for key, columns in told.columns.items()}
            if take_named(told.subject, _cells(row, told), table.place(row), places, draft, report):
                report.carry(_WORDS[told.subject])
        return
    for row in table.rows[told.row + 1 :]:
        cells = _cells(row, told)
        make = _MAKE[told.subject]
        entry = make(cells, table.place(row), report)
        entry.places = {key: table.place(row, columns[0]) for key, columns in told.columns.items()}
        if told.subject == "cues" and not cells.get("cue"):
            what = f"cue number of '{cells.get('label', '')}'"
            report.mistake(table.place(row, told.columns["cue"][0]), what, "the cell is empty", "write a number")
            continue
        entries.append((cells, entry))
    report.carry(_WORDS[told.subject], sum(_count(entry) for _, entry in entries))
    match told.subject:
        case "cues":
            _cues(entries, draft, report, list_name)
        case "patch":
            draft.patch.extend(entry for _, entry in entries)
        case "segments":
            draft.segments.extend(entry for _, entry in entries)
        case "logistics":
            draft.logistics.extend(entry for _, entry in entries)
        case "guests":
            draft.guests.extend(entry for _, entry in entries)
        case "budget":
            draft.budget.extend(entry for _, entry in entries)


def _count(entry: Entry) -> int:
    """How many fixtures a range is; of all else one."""
    try:
        return len(expand(str(entry.get("id", "")))) if "fixture" in entry else 1
    except ValueError:
        return 1


def _cells(row: Row, told: Headings) -> dict[str, str]:
    """By key what the row says; where several columns make one, their texts with a line between them."""
    cells = dict(told.constants)
    for column in COLUMNS[told.subject]:
        if column.key in told.columns and column.sort != "told":
            said = [row.cell(number) for number in told.columns[column.key]]
            text = "\n".join(filter(None, said)) if len(said) > 1 else said[0]
            if text.strip() or (text and column.sort == "text"):
                cells[column.key] = _text(text, column)
    return cells


def _text(text: str, column: Column) -> str:
    if column.sort == "text":
        return text if text == text.strip() else Quoted(text)
    text = text.strip()
    if column.sort == "duration" and re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return f"{text}s"
    if column.sort == "amount":
        return _amount(text)
    if column.sort == "flag":
        return _flag(text, column.key)
    if column.sort == "names" and not text.startswith("["):
        names = [name.strip() for name in re.split(r"[,;\n]", text) if name.strip()]
        return f"[{', '.join(names)}]" if len(names) > 1 else text
    return _clock(text) if column.sort == "clock" else text


def _amount(text: str) -> str:
    """An amount of money of a cell as a show file has it: `€ 1,250.00` as 1250.00; what is none stays."""
    found = re.fullmatch(r"[€£$¥]? ?([0-9]{1,3}(?:,[0-9]{3})*|[0-9]+)(\.[0-9]+)?", text)
    return found[1].replace(",", "") + (found[2] or "") if found is not None else text


def _flag(text: str, key: str) -> str:
    """Yes or no of a cell: a cross, a tick, or what the column is about says yes; a dash says no."""
    said = text.casefold()
    if said in ("x", "✓", "✔", "1", "y", key):
        return "yes"
    return "no" if said in ("-", "–", "0", "n") else text


def _clock(text: str) -> str:
    """A time of day of a cell: without its date and seconds of nought; `7:30 pm` as 19:30, `hard` behind it stays."""
    text = re.sub(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[ T](?=[0-9])", "", text)
    time, kind = (text[: -len(" hard")], " hard") if text.endswith(" hard") else (text, "")
    return re.sub(r"\A([0-9]{1,2}:[0-9]{2}):00\b", r"\1", f"{twelve_hours(time) or time}{kind}")


def _cues(entries: list[tuple[dict[str, str], Entry]], draft: Draft, report: ImportReport, list_name: str) -> None:
    """Put cues into their lists, and inside the group above them by their depth."""
    inside: dict[str, list[list[Any]]] = {}
    for cells, cue in entries:
        name = cells.get("list") or list_name or MAIN
        if name not in inside:
            top: list[Any] = draft.cues if name == MAIN else draft.lists.setdefault(name, {"cues": []})["cues"]
            inside[name] = [top]
        levels = inside[name]
        said = cells.get("depth", "0")
        depth = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else -1
        if not 0 <= depth < len(levels):
            report.mistake(
                cue.places.get("depth", cue.place), f"depth '{said}' of cue {cue['cue']}", "no group stands above it",
                f"write 0 to {len(levels) - 1}",
            )  # fmt: skip
            depth = 0
        del levels[depth + 1 :]
        levels[depth].append(cue)
        if "group" in cue:
            levels.append(cue.setdefault("cues", []))


def _simple(subject: Subject) -> Callable[[dict[str, str], str, ImportReport], Entry]:
    def make(cells: dict[str, str], place: str, report: ImportReport) -> Entry:
        sorts = {column.key: column.sort for column in COLUMNS[subject]}
        entry = Entry(place=place)
        for key, text in _completed(subject, cells):
            bracketed = sorts[key] in ("value", "names") or (key == "notes" and text.startswith("{"))
            if key in INSIDE:
                above, below = INSIDE[key]
                entry.setdefault(above, {})[below] = text
            else:
                entry[key] = flow_value(text) if bracketed else text
        return entry

    return make


def _completed(subject: Subject, cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    """With what has to be there and can be made of the rest."""
    if subject == "segments" and "segment" not in cells and "title" in cells:
        yield "segment", _short(cells["title"])
    if subject == "patch" and "fixture" not in cells:
        yield "fixture", "generic/dimmer"
    if subject == "segments" and cells.get("duration") and "end" in cells:  # tables say both, a segment one
        cells = {key: text for key, text in cells.items() if key != "end"}
    yield from cells.items()


def _short(title: str) -> str:
    return " ".join(re.sub(r"[^\w .+-]+", " ", title.casefold()).split()).strip(" .+-") or "segment"


_MAKE: dict[Subject, Callable[[dict[str, str], str, ImportReport], Entry]] = {
    "cues": cue_of,
    "patch": _simple("patch"),
    "segments": _simple("segments"),
    "logistics": _simple("logistics"),
    "guests": _simple("guests"),
    "budget": _simple("budget"),
}
