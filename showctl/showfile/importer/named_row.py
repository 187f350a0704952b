"""A row of a table whose things stand under names: people, suppliers, groups, palettes, masters and devices."""

from collections.abc import Mapping
from typing import Any

from showctl.showfile.importer.columns import AS_WRITTEN, COLUMNS, NAMES, Subject
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.flow import flow_value
from showctl.showfile.importer.report import ImportReport


def take_named(
    subject: Subject, cells: dict[str, str], place: str, places: Mapping[str, str], draft: Draft, report: ImportReport
) -> bool:
    """Put the thing of a row into the draft under its name; whether it has one of its own. `places`: of its cells."""
    key = NAMES[subject]
    name = cells.pop(key, "")
    if not name:
        report.mistake(places.get(key, place), key, "the cell is empty", f"write the name of the {key}")
        return False
    part: dict[str, Any] = getattr(draft, subject)
    kind = cells.pop("kind", "") if subject == "palettes" else ""
    if subject == "palettes":
        part = part.setdefault(kind, {})
    if name in part:
        report.mistake(places.get(key, place), f"{key} '{name}'", "a row above has that name", "rename one of them")
        return False
    sorts = {column.key: column.sort for column in COLUMNS[subject]}
    found = Entry({k: flow_value(text) if sorts[k] == "value" else text for k, text in cells.items()}, place)
    found.places = dict(places)
    draft.places[(subject, kind, name) if subject == "palettes" else (subject, name)] = place
    one = {"groups": "fixtures", "palettes": AS_WRITTEN}.get(subject)
    part[name] = found.get(one, "") if one is not None else found
    return True
