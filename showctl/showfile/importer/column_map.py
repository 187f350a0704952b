"""The file after `--map`: which column of a spreadsheet means what.

import: cues
sheet: Cue sheet
header: 3
list: sound
columns: {cue: Q No., label: [Page, Description]}
constants: {type: memo}
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, cast

from showctl.model.unit import parse_whole
from showctl.showfile.importer.columns import COLUMNS, NEEDED, SUBJECTS, Subject
from showctl.showfile.reader import read
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping

_KEYS = ("import", "sheet", "header", "list", "columns", "constants")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What the file says; what it does not is guessed."""

    subject: Subject | None = None
    sheet: str = ""
    header: int = 0
    """The row of the headings, 0 if not said."""
    list: str = ""
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By key the headings whose cells it is made of."""
    constants: dict[str, str] = field(default_factory=dict)


def column_map(text: str, file: str) -> ColumnMap:
    """Read a mapping. Raises Refused with all that is wrong in it."""
    if not text.strip():
        return ColumnMap()
    report = Report(file)
    root = read(text, report)
    if not isinstance(root, Mapping):
        report.at((1, 1), "a mapping of columns begins with a key; write import: cues, and columns: {cue: Q No.}")
        report.refuse()
        raise AssertionError
    report.root = root
    for key in root:
        if key not in _KEYS:
            report.add((key,), f"unknown key '{key}'; {report.suggestion(key, _KEYS, 'write columns')}", key=True)
    subject = root.get("import")
    if subject is not None and subject not in SUBJECTS:
        report.add(("import",), f"'{subject}' cannot be imported; write {', '.join(SUBJECTS)}")
        subject = None
    if subject is None and "import" not in root:
        subject = _meant(root)
    known = [column.key for column in COLUMNS[cast(Subject, subject)]] if subject is not None else []
    columns = {key: _headings(root, key, report) for key in _named(root, "columns", known, report)}
    constants = {key: _constant(root, key, report) for key in _named(root, "constants", known, report)}
    header = 0
    if "header" in root:
        try:
            header = parse_whole(root["header"])
        except ValueError as error:
            report.add(("header",), str(error))
    if (columns or constants) and subject is None:
        report.at((1, 1), f"nothing says what is imported; write import: and one of {', '.join(SUBJECTS)}")
    report.refuse()
    return ColumnMap(subject, _text(root, "sheet"), max(0, header), _text(root, "list"), columns, constants)


def _meant(root: Mapping) -> Subject | None:
    """What is imported where it is not said: the one subject that has all these columns, and those that must be there;
    None if several have.
    """
    parts = (root.get("columns"), root.get("constants"))
    said = {str(key) for part in parts if isinstance(part, Mapping) for key in part}
    able = [subject for subject in SUBJECTS if said and said <= {column.key for column in COLUMNS[subject]}]
    whole = [subject for subject in able if all(said & set(needed) for needed in NEEDED[subject])]
    found = able if len(able) == 1 else whole
    return found[0] if len(found) == 1 else None


def _text(root: Mapping, key: str) -> str:
    return str(root[key]) if isinstance(root.get(key), str) else ""


def _named(root: Mapping, part: str, known: Collection[str], report: Report) -> list[str]:
    """The keys of a part that are columns."""
    found = root.get(part)
    if found is None:
        return []
    if not isinstance(found, Mapping):
        report.add((part,), f"{part} has keys below it; write for example {part}: {{cue: Q No.}}")
        return []
    for key in found:
        if known and key not in known:
            report.add(
                (part, key), f"there is no column '{key}'; {report.suggestion(key, known, 'see the docs')}", True
            )
    return list(found)


def _headings(root: Mapping, key: str, report: Report) -> tuple[str, ...]:
    said: Any = root["columns"][key]
    found = [said] if isinstance(said, str) else list(said) if isinstance(said, list) else []
    if not found or not all(isinstance(each, str) for each in found):
        report.add(("columns", key), "this is no heading; write the text above the column, or a list of such")
        return ()
    return tuple(map(str, found))


def _constant(root: Mapping, key: str, report: Report) -> str:
    said = root["constants"][key]
    if not isinstance(said, str):
        report.add(("constants", key), "this is no text; write what every row gets, for example memo")
        return ""
    return str(said)
