"""Cue lists in CSV as they go into and come out of QLab: Number, Type, Name and a column for each property.

What we have a cue for comes over; all else is a memo, or a wait as long as it lasts, so that what continues from it
comes when it did. A line of type Cue List begins another list.
"""

import re
from collections import Counter
from typing import Any

from showctl.model.selection import is_name
from showctl.showfile.importer.ascii_value import seconds, written
from showctl.showfile.importer.delimited import read_delimited
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.qlab_message import midi, network
from showctl.showfile.importer.report import ImportReport, NotImported
from showctl.showfile.importer.rig import complete
from showctl.showfile.importer.table import Row, Table

_COLOURS = {
    "red": "#d9433f", "crimson": "#b01e3c", "orange": "#e58a2e", "peach": "#f2b48c", "yellow": "#e5cf3a",
    "olive": "#8a8a36", "green": "#4fae4a", "forest": "#2f6b3a", "cyan": "#3fbfbf", "sky blue": "#7ab8e8",
    "blue": "#3f6fd9", "midnight": "#26325e", "indigo": "#4f46a8", "purple": "#8a4fb5", "lavender": "#b59fd9",
    "magenta": "#c23fa3", "berry": "#8e2a5c", "plum": "#74406e", "hot pink": "#ee4c9b", "gray": "#8a8a8a",
    "grey": "#8a8a8a",
}  # fmt: skip
"""QLab's names of colours and marks like them."""
_TARGETING = {
    "start": "start", "stop": "stop", "pause": "pause", "reset": "reset", "goto": "go to", "arm": "arm",
    "disarm": "disarm", "devamp": "break out",
}  # fmt: skip
_CONTINUES = {"1": "auto-continue", "autocontinue": "auto-continue", "2": "auto-follow", "autofollow": "auto-follow"}
_TAKEN = {
    "number", "type", "name", "cuename", "notes", "page", "prewait", "postwait", "duration", "continuemode", "continue",
    "follow", "color", "colour", "armed", "flagged", "target", "targetnumber", "cuetarget",
}  # fmt: skip


def read(data: bytes, file: str, asked: Asked) -> ImportedShow:
    """Import a QLab cue list. Raises NotImported."""
    table = read_delimited(data)
    report = ImportReport(file)
    at = next((i for i, row in enumerate(table.rows[:20]) if {"number", "type"} <= set(map(_key, row.cells))), None)
    if at is None:
        raise NotImported("it has no headings Number, Type and Name; write them above the columns")
    headings = [_key(cell) for cell in table.rows[at].cells]
    rows = [(row, {k: cell.strip() for k, cell in zip(headings, row.cells, strict=False) if k and cell.strip()})
            for row in table.rows[at + 1 :]]  # fmt: skip
    numbers = _numbers([(row, cells) for row, cells in rows if not _is_list(cells)], table, report)
    draft = Draft()
    into: list[Any] = draft.cues
    if asked.list:
        into = draft.lists.setdefault(asked.list, {"cues": []})["cues"]
    used: set[str] = set()
    unread: dict[str, list[Row]] = {}
    for row, cells in rows:
        if _is_list(cells):
            into = _begin(cells, draft, into, table.place(row), report)
            continue
        own: set[str] = set()
        into.append(_cue(cells, numbers, row, table, report, own))
        report.carry("cues")
        used |= own
        for key in cells.keys() - _TAKEN - own:
            unread.setdefault(key, []).append(row)
    for number, key in enumerate(headings):
        what = f"column '{table.rows[at].cell(number).strip()}'"
        if key in unread and key not in used:
            report.leave_out(table.place(table.rows[at], number), what, "has no place here")
        elif key in unread:  # other cues have it in their notes
            for row in unread.pop(key):
                said = f"{what} of cue {numbers[row.number]}: {row.cell(number).strip()}"
                report.leave_out(table.place(row, number), said, "has no place here")
    if not report.carried.total():
        raise NotImported("there is no cue under its headings; export it again")
    complete(draft, report)
    return ImportedShow(draft, report)


def _key(heading: str) -> str:
    return re.sub(r"[^a-z0-9#]", "", heading.casefold())


def _is_list(cells: dict[str, str]) -> bool:
    return _key(cells.get("type", "")) in ("list", "cuelist", "cart", "cuecart")


def _begin(cells: dict[str, str], draft: Draft, into: list[Any], place: str, report: ImportReport) -> list[Any]:
    """Cues after a cue list are in it; those of the first one are the main list as long as that is empty."""
    label = cells.get("name") or cells.get("cuename") or f"list {len(draft.lists) + 2}"
    cart = "cart" in _key(cells.get("type", ""))
    if into is draft.cues and not into and not cart:
        report.choose(place, f"cue list {label} is the main list")
        return into
    name = label if is_name(label) and label not in draft.lists else f"list {len(draft.lists) + 2}"
    draft.lists[name] = {
        **({"label": label} if name != label else {}),
        **({"cart": "yes"} if cart else {}),
        "cues": [],
    }
    cues: list[Any] = draft.lists[name]["cues"]
    return cues


def _numbers(rows: list[tuple[Row, dict[str, str]]], table: Table, report: ImportReport) -> dict[int, str]:
    """By row a number that a cue can have and that no other has."""
    numbers: dict[int, str] = {}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    free = 0
    for row, cells in rows:
        said = cells.get("number", "")
        number = re.sub(r"[\s/#*?\[\]{},]+", "", said)[:20]
        base = number
        if not number:
            while not number or number in taken:
                free += 1
                number = base = f"q{free}"
            report.choose(table.place(row), f"the cue without a number is {number}")
        while number in taken:
            counts[base] += 1
            number = f"{base}-{counts[base] + 1}"
        if said and number != said:
            report.choose(table.place(row), f"cue '{said}' is {number}", "a cue number is text without spaces, once")
        taken.add(number)
        numbers[row.number] = number
    return numbers


def _cue(
    cells: dict[str, str], numbers: dict[int, str], row: Row, table: Table, report: ImportReport, used: set[str]
) -> Entry:
    place = table.place(row)
    cue = Entry({"cue": numbers[row.number]}, place)
    label = cells.get("name") or cells.get("cuename") or ""
    if label:
        cue["label"] = label
    notes = [cells["notes"]] if "notes" in cells else []
    notes += [f"Page {cells['page']}"] if "page" in cells else []
    colour = _COLOURS.get((cells.get("color") or cells.get("colour") or "").casefold())
    if colour:
        cue["colour"] = colour
    for key, ours in (("prewait", "pre-wait"), ("postwait", "post-wait")):
        if (time := _time(cells.get(key, ""), ours, place, report)) is not None and time:
            cue[ours] = written(time)
    said = cells.get("continuemode") or cells.get("continue") or cells.get("follow") or ""
    if (continued := _CONTINUES.get(_key(said))) is not None:
        cue["continue"] = continued
    elif _key(said) not in ("", "0", "donotcontinue", "nocontinue", "none"):
        report.leave_out(place, f"continue mode '{said}'", "is not known", "write 0, 1 or 2")
    for key in ("armed", "flagged"):
        if cells.get(key, "").casefold() in (("false", "no", "0") if key == "armed" else ("true", "yes", "1")):
            cue[key] = "no" if key == "armed" else "yes"
    action, told = _action(cells, label, place, report, used)
    if told:
        notes.append(told)
    if notes:
        cue["notes"] = "\n".join(notes)
    cue.update(action)
    return cue


def _time(said: str, what: str, place: str, report: ImportReport) -> float | None:
    if not said:
        return None
    time = seconds(said)
    if time is None:
        report.leave_out(place, f"{what} '{said}'", "is no time", "write for example 1.5")
    return time


def _action(
    cells: dict[str, str], label: str, place: str, report: ImportReport, used: set[str]
) -> tuple[dict[str, Any], str]:
    """What a cue does, and what of it is only said in its notes."""
    kind = _key(cells.get("type", ""))
    target = cells.get("target") or cells.get("targetnumber") or cells.get("cuetarget") or ""
    target = re.sub(r"[\s/#*?\[\]{},]+", "", target)
    duration = _time(cells.get("duration", ""), "duration", place, report) or 0.0
    if kind in _TARGETING and target:
        return {_TARGETING[kind]: target}, ""
    if kind == "load" and target:
        return {"load": {"cue": target, "at": "0s"}}, ""
    if kind == "wait":
        return {"wait": written(duration)}, ""
    if kind == "memo":
        return {"memo": label or "Memo"}, ""
    why = "there is no such cue here"
    if kind in ("midi", "network", "osc"):
        found, why = (midi if kind == "midi" else network)(cells, used)
        if found:
            return found, ""
    if kind in _TARGETING or kind == "load":
        why = "it has no target"
    rest = {key: value for key, value in cells.items() if key not in _TAKEN}
    used.update(rest)
    rest |= {"target": target} if target else {}
    told = f"QLab {cells.get('type', 'cue')}: " + ", ".join(f"{key} {value}" for key, value in rest.items())
    told = told.removesuffix(": ")
    done = f"a wait of {written(duration)}" if duration else "a memo"
    report.leave_out(
        place, f"{cells.get('type', 'cue')} '{label}'", f"{why}; it is {done}",
        "its properties are in the notes" if rest else "",
    )  # fmt: skip
    return ({"wait": written(duration)} if duration else {"memo": label or cells.get("type") or "Cue"}), told
