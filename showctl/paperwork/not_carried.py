"""What stands in the file of a show and in none of what is exported of it, told item by item."""

from collections.abc import Collection, Iterator
from typing import Any

from showctl.model.cue import MAIN
from showctl.paperwork.sheet import SUBJECTS, Subject
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.importer.columns import COLUMNS
from showctl.showfile.item import NAMED
from showctl.showfile.tree import Mapping

_SECTIONS: dict[Subject, tuple[str, str, str]] = {
    "patch": ("patch", "id", "fixture"),
    "segments": ("run of show", "segment", "segment"),
    "logistics": ("logistics", "title", "logistics"),
    "guests": ("guests", "name", "guest"),
    "budget": ("budget", "title", "budget line"),
}
"""By subject its section, the key that names an item, and the word for one."""
_FIXTURE = {"id", "fixture", "mode", "at", "proportional"}
_CUE = {"cue", "label", "light", "continue", "pre-wait", "post-wait", "notes"}
"""What goes into USITT ASCII, or is told as lost where that is made."""


def not_in_tables(root: Mapping, subjects: Collection[Subject], list_name: str | None) -> Iterator[str]:
    """What tables of these subjects do not have of them: settings of lists, and keys of the author's own; of all
    subjects what no table has: the settings of the show, its inputs and venue sheet.
    """
    if set(subjects) == set(SUBJECTS):
        info: Any = root.get("show")
        yield from (f"{key} of show" for key in (*info, *info.own))
        yield from (key for key in (*root, *root.own) if key in ("inputs", "venue") or key in root.own)
    if "cues" in subjects:
        lists = root.get("lists")
        for name, each in lists.items() if isinstance(lists, Mapping) else ():
            if list_name in (None, name) and isinstance(each, Mapping):
                yield from (f"{key} of list {name}" for key in (*each, *each.own) if key != "cues")
                yield from () if each.get("cues") else (f"list {name}, which has no cues",)
        for who, cue in _cues(root, list_name):
            yield from (f"{key} of {who}" for key in cue.own)
    for subject, (section, key, word) in _SECTIONS.items():
        if subject in subjects:
            for who, item in _items(root, section, key, word):
                yield from (f"{own} of {who}" for own in item.own)
                cost = item.get("cost")
                yield from (f"{own} in cost of {who}" for own in (cost.own if isinstance(cost, Mapping) else ()))
    for subject in subjects:
        if subject in NAMED:
            yield from _named(root, subject)


def not_in_ascii(root: Mapping, list_name: str) -> Iterator[str]:
    """What USITT ASCII has no place for, besides what its levels and times do not hold."""
    for who, item in _items(root, *_SECTIONS["patch"]):
        yield from (f"{key} of {who}" for key in (*item, *item.own) if key not in _FIXTURE)
    for who, cue in _cues(root, list_name):
        if "light" in cue:
            yield from (f"{key} of {who}" for key in (*cue, *cue.own) if key not in _CUE)
    for subject in ("segments", "logistics", "guests", "budget"):
        yield from (who for who, _ in _items(root, *_SECTIONS[subject]))


def _named(root: Mapping, subject: Subject) -> Iterator[str]:
    part: Any = root.get(subject)
    columns = {column.key for column in COLUMNS[subject]}
    for name, item in part.items() if isinstance(part, Mapping) else ():
        if isinstance(item, Mapping):
            yield from (f"{key} of {NAMED[subject]} {name}" for key in (*item, *item.own) if key not in columns)


def _cues(root: Mapping, list_name: str | None) -> Iterator[tuple[str, Mapping]]:
    for name, path, cues in lists_of(root):
        if list_name in (None, name):
            for _, cue, _ in walk(cues, path):
                number = cue.get("cue")
                yield f"cue {number}" if name == MAIN else f"cue {name}/{number}", cue


def _items(root: Mapping, section: str, key: str, word: str) -> Iterator[tuple[str, Mapping]]:
    found: Any = root.get(section)
    for item in found if isinstance(found, list) else ():
        if isinstance(item, Mapping):
            yield f"{word} {item.get(key)}", item
