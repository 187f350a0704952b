"""Cue lists in CSV as Eos exports them: sections of rows, `START_TARGETS` to `END_TARGETS`, each under its headings.

Of targets, cues and cue lists come over; of levels the intensities, as what their cue moves; of channels their
addresses, as dimmers. A cue without levels is a light cue that moves nothing yet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from showctl.showfile.importer.ascii_cue import AsciiCue, Piece
from showctl.showfile.importer.ascii_patch import INTENSITY, MOST_UNIVERSES, SLOTS, Channel, entries, universes
from showctl.showfile.importer.ascii_value import percent, seconds
from showctl.showfile.importer.channel import channel_of
from showctl.showfile.importer.delimited import read_delimited
from showctl.showfile.importer.draft import Draft
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.light_list import light_list
from showctl.showfile.importer.report import ImportReport, NotImported
from showctl.showfile.importer.rig import add_rig
from showctl.showfile.importer.table import Row, Table

MOST_ROWS = 2_000_000
"""500 cues of 500 channels with 8 parameters each."""
_WITHOUT_HEADINGS = (
    "TARGET_TYPE", "TARGET_TYPE_AS_TEXT", "TARGET_LIST_NUMBER", "TARGET_ID", "PART_NUMBER", "LABEL", "UP_TIME",
    "UP_DELAY", "DOWN_TIME", "DOWN_DELAY", "FOCUS_TIME", "FOCUS_DELAY", "COLOR_TIME", "COLOR_DELAY", "BEAM_TIME",
    "BEAM_DELAY", "DURATION", "MARK", "BLOCK", "ASSERT", "ALL_FADE", "PREHEAT", "FOLLOW", "LINK", "LOOP", "CURVE",
    "RATE",
)  # fmt: skip
"""The columns of files of older versions, which have no headings."""
_TIMES = {
    "up": ("UP_TIME", "TIME_DATA", "UP_DELAY"), "down": ("DOWN_TIME", "DOWN_DELAY"),
    "position": ("FOCUS_TIME", "FOCUS_DELAY"), "colour": ("COLOR_TIME", "COLOR_DELAY"),
    "beam": ("BEAM_TIME", "BEAM_DELAY"),
}  # fmt: skip
_LESS = ("ALL_FADE", "PREHEAT", "LOOP", "CURVE", "RATE", "EXTERNAL_LINKS", "EFFECTS", "MARK")


@dataclass(slots=True)
class _Book:
    report: ImportReport
    lists: dict[str, list[AsciiCue]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    pieces: dict[tuple[str, str, str], Piece] = field(default_factory=dict)
    """By list, cue and part."""


def read(data: bytes, file: str, asked: Asked) -> ImportedShow:
    """Import a CSV export of Eos. Raises NotImported."""
    table = read_delimited(data, MOST_ROWS)
    book = _Book(ImportReport(file))
    sections = list(_sections(table))
    for name, rows in sections:
        if name == "TARGETS":
            for row, cells in rows:
                _target(table.place(row), cells, book)
    for name, rows in sections:
        match name:
            case "LEVELS":
                for row, cells in rows:
                    _level(table.place(row), cells, book)
            case "CHANNELS" | "PATCH":
                for row, cells in rows:
                    _channel(table.place(row), cells, book)
            case "TARGETS":
                pass
            case _:
                for row, cells in rows:
                    what = " ".join(filter(None, cells.values()))
                    book.report.leave_out(table.place(row), f"{name.lower()} {what}", "has no place in a show file")
    if not book.lists and not book.channels:
        raise NotImported("there is no cue in it; export it from Eos again, with cues")
    return ImportedShow(_draft(book, asked), book.report)


def _sections(table: Table) -> Iterator[tuple[str, list[tuple[Row, dict[str, str]]]]]:
    """The sections of a file, each row by its headings."""
    name, headings = "TARGETS", tuple[str, ...]()
    rows: list[tuple[Row, dict[str, str]]] = []
    for row in table.rows:
        first = row.cell(0).strip()
        if found := re.fullmatch(r"(START|END)_([A-Z_]{1,40})", first):
            if rows:
                yield name, rows
            name, headings, rows = found[2] if found[1] == "START" else "REST", (), []
        elif not headings and not first.isdigit():
            headings = tuple(cell.strip().upper() for cell in row.cells)
        else:
            named = headings or _WITHOUT_HEADINGS
            rows.append((row, {key: cell.strip() for key, cell in zip(named, row.cells, strict=False) if key}))
    if rows:
        yield name, rows


def _target(place: str, cells: dict[str, str], book: _Book) -> None:
    kind = cells.get("TARGET_TYPE_AS_TEXT", "")
    number = cells.get("TARGET_ID", "")
    if kind.casefold().replace("_", " ") == "cue list":
        book.labels[number] = cells.get("LABEL", "")
    elif kind.casefold() != "cue":
        label = cells.get("LABEL", "")
        book.report.leave_out(place, f"{kind or 'row'} {number} {label}".strip(), "only cues are in this kind of file")
    elif not number:
        book.report.leave_out(place, f"a cue {cells.get('LABEL', '')}".strip(), "it has no number")
    else:
        _cue(place, cells, number, book)


def _cue(place: str, cells: dict[str, str], number: str, book: _Book) -> None:
    list_ = cells.get("TARGET_LIST_NUMBER", "") or "1"
    cues = book.lists.setdefault(list_, [])
    part = cells.get("PART_NUMBER", "") or cells.get("TARGET_PART_NUMBER", "")
    known = cues[-1] if cues and cues[-1].number == number else None
    if known is not None and part:
        piece = Piece(label=cells.get("LABEL", ""))
        known.parts.append(piece)
        cue = known
    else:
        cue = AsciiCue(number, list_, place)
        piece = cue.whole
        piece.label = cells.get("LABEL", "")
        cues.append(cue)
    book.pieces[list_, number, part] = piece
    _times(place, cells, cue, piece, book)
    if notes := cells.get("CUE_NOTES"):
        cue.notes.append(notes)
    if scene := cells.get("SCENE_TEXT"):
        cue.notes.append(f"Scene: {scene}")
    block = cells.get("BLOCK", "").upper()
    if block and block not in ("0", "N", "NO"):
        cue.block = "intensity" if block.startswith("I") else "yes"
    cue.asserts = cells.get("ASSERT", "").upper() not in ("", "0", "N", "NO")
    _on(place, cells, cue, book)
    for key in _LESS:
        said = cells.get(key, "")
        if said and said not in ("0", "100"):
            what = f"{key.lower().replace('_', ' ')} {said} of cue {number}"
            book.report.leave_out(place, what, "has no place here")


def _times(place: str, cells: dict[str, str], cue: AsciiCue, piece: Piece, book: _Book) -> None:
    for kind, keys in _TIMES.items():
        for key in keys:
            said = cells.get(key, "")
            if not said:
                continue
            time = seconds(said)
            if time is None:
                what = f"{key.lower().replace('_', ' ')} {said} of cue {cue.number}"
                book.report.leave_out(place, what, "is no time", "write a time; it jumps now")
            elif key.endswith("DELAY"):
                if time:
                    piece.delays[kind] = time
            else:
                piece.times.setdefault(kind, time)


def _on(place: str, cells: dict[str, str], cue: AsciiCue, book: _Book) -> None:
    """How it goes on: `F3` follows 3 s after its start, `H2` hangs 2 s after its end; a link."""
    if said := cells.get("FOLLOW", ""):
        hang, time = said[:1].upper() == "H", seconds(said.lstrip("FHfh -"))
        if time is None:
            book.report.leave_out(place, f"follow {said} of cue {cue.number}", "is no time")
        elif hang:
            cue.hang = -time if "-" in said else time
        else:
            cue.follow = time
    if said := cells.get("LINK", ""):
        cue.link, cue.link_place = said.lstrip("Ll ").replace(" ", ""), place


def _level(place: str, cells: dict[str, str], book: _Book) -> None:
    kind = cells.get("TARGET_TYPE_AS_TEXT", "").casefold()
    number, parameter = channel_of(cells.get("CHANNEL", "")), cells.get("PARAMETER_TYPE_AS_TEXT", "")
    cue = cells.get("TARGET_ID", "")
    if kind and kind != "cue":
        book.report.leave_out(place, f"level of {kind} {cue}", "only cues are in this kind of file")
        return
    part = cells.get("TARGET_PART_NUMBER", "") or cells.get("PART_NUMBER", "")
    list_ = cells.get("TARGET_LIST_NUMBER", "") or "1"
    piece = book.pieces.get((list_, cue, part)) or book.pieces.get((list_, cue, ""))
    said = f"{parameter} {cells.get('LEVEL', '')} of channel {cells.get('CHANNEL', '')} in cue {cue}"
    if piece is None or number is None:
        book.report.leave_out(place, said, "there is no such cue" if number else "it is no channel")
    elif parameter.casefold() not in ("intens", "intensity"):
        book.report.leave_out(place, said, "the file does not say what kind of fixture it is")
    elif not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,6})?", cells.get("LEVEL", "")):
        book.report.leave_out(place, said, "it is no level from 0 to 100")
    else:
        piece.levels[number] = {INTENSITY: percent(round(float(cells["LEVEL"]), 2))}
        book.channels.setdefault(number, Channel(number, place))


def _channel(place: str, cells: dict[str, str], book: _Book) -> None:
    number = channel_of(cells.get("CHANNEL", "") or cells.get("TARGET_ID", ""))
    found = re.fullmatch(r"(?:([0-9]{1,5})/)?([0-9]{1,8})", cells.get("ADDRESS", ""))
    kind = cells.get("FIXTURE_TYPE", "") or cells.get("FIXTURE_MODEL", "")
    if number is None:
        book.report.leave_out(place, " ".join(filter(None, cells.values())), "it is no channel")
        return
    channel = book.channels.setdefault(number, Channel(number, place))
    channel.label = cells.get("LABEL", channel.label)
    address = (int(found[1]) - 1 if found[1] else 0) * SLOTS + int(found[2]) if found else 0
    if 0 < address <= MOST_UNIVERSES * SLOTS:
        channel.dimmers.append(address)
    if kind and kind.casefold() not in ("dimmer", "generic dimmer"):
        do = "import its profile (showctl fixtures import) and name it in the patch"
        book.report.leave_out(place, f"fixture type {kind} of channel {number}", "it is patched as a dimmer", do)


def _draft(book: _Book, asked: Asked) -> Draft:
    draft = Draft()
    for index, (number, cues) in enumerate(book.lists.items()):
        made = light_list(cues, False, book.report)
        book.report.carry("cues", len(cues))
        book.report.carry("cue parts", sum(len(cue.parts) for cue in cues))
        label = book.labels.get(number, "")
        if index == 0 and not asked.list:
            draft.cues.extend(made)
            if label:
                book.report.choose("", f"cue list {number} ({label}) is the main list")
        else:
            name = asked.list if index == 0 else f"list {number}"
            draft.lists[name] = {**({"label": label} if label else {}), "cues": made}
    if not any(piece.levels for piece in book.pieces.values()):
        book.report.choose("", "the cues move no light yet", "there are no levels in the file", "export with levels")
    draft.patch = list(entries(book.channels))
    book.report.carry("fixtures", len(book.channels))
    add_rig(draft, universes(book.channels), book.report)
    return draft
