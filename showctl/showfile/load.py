"""A show file as a Show: everything that is wrong with it is found in one go, each problem with its line."""

import codecs
import os
from collections.abc import Sequence as Steps
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from showctl.model.budget import BudgetLine
from showctl.model.contact import Contact
from showctl.model.device import Device
from showctl.model.guest import Guest
from showctl.model.logistics import LogisticsItem
from showctl.model.patch import PatchEntry
from showctl.model.problem import Path as Place
from showctl.model.profile_argument import NO_PASSCODES
from showctl.model.segment import Segment
from showctl.model.show import Show
from showctl.showfile.cues import built, lists_of
from showctl.showfile.fields import key_of, keys_of
from showctl.showfile.item import NAMED
from showctl.showfile.known import Known
from showctl.showfile.migrate import STEPS, Migration, Step, migrated
from showctl.showfile.own_passcode import own_passcodes
from showctl.showfile.people_file import KEYS as PEOPLE
from showctl.showfile.people_file import PeopleFile, people_beside
from showctl.showfile.reader import read
from showctl.showfile.reference import check_references
from showctl.showfile.report import LocatedProblem, Refused, Report, Unreadable
from showctl.showfile.source import Source
from showctl.showfile.splice import Unwritable, bytes_of
from showctl.showfile.suggest import closest
from showctl.showfile.text import LARGEST, decode, digest, read_bytes
from showctl.showfile.tree import START, Mapping, Sequence
from showctl.showfile.version import check_version
from showctl.showfile.wording import validated

__all__ = ["Loaded", "LocatedProblem", "Refused", "Source", "Unreadable", "load", "load_text", "of_root"]

MOST_DEVICES = 500
_MOST_MISSPELT = 100
"""Top-level keys that are compared with those there are: a file with more of them is no show."""

_SHOW = TypeAdapter(Show)
# Checked item by item, so that a wrong one hides nothing of the others.
_KINDS: dict[str, Any] = {
    "devices": Device,
    "patch": PatchEntry,
    "run of show": Segment,
    "people": Contact,
    "suppliers": Contact,
    "guests": Guest,
    "logistics": LogisticsItem,
    "budget": BudgetLine,
}
FIELDS = {key_of(name, info): name for name, info in Show.model_fields.items()}
"""By key of the file the attribute of a Show."""
_ITEMS: dict[str, TypeAdapter[Any]] = {key: TypeAdapter(kind) for key, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A show, where its parts stand in the file, and the SHA-256 of the file's bytes in hexadecimal."""

    show: Show
    source: Source
    digest: str
    patch: tuple[int, ...]
    """For each entry of the show's patch its index in the file, where some may be wrong and left out."""
    known: Known = field(default_factory=Known, repr=False, compare=False)
    wrong: frozenset[str] = frozenset()
    """The keys at the top of the file in which something is wrong."""
    migration: Migration | None = None
    """What was done to bring a file of an older format to that of today: the file itself is still as it was, and is
    not to be written over unless somebody agrees."""
    people: PeopleFile | None = None
    """The people, suppliers and guests who stand in a file beside that of the show; `show` has them as well."""

    @property
    def root(self) -> Mapping:
        """The show as it is written."""
        return self.source.root

    @property
    def root_with_people(self) -> Mapping:
        """The same with those who stand in a file beside it."""
        return self.people.tree(self.root) if self.people is not None else self.root


def load(path: str | os.PathLike[str], steps: Steps[Step] = STEPS) -> Loaded:
    """Read a show file, of an older format by the steps that carry it forward, with the people beside it. Raises
    Unreadable if it cannot be read, Refused with all problems if it is wrong."""
    report = Report(str(path))
    data = read_bytes(Path(path), report)
    bom = data.startswith(codecs.BOM_UTF8)
    return _loaded(decode(data, report), digest(data), report, bom=bom, steps=steps, path=Path(path))


def load_text(text: str, file: str = "show.yaml") -> Loaded:
    """A show from text, called `file` in problems. Raises Refused with all problems if it is wrong."""
    data = text.encode("utf-8", "surrogatepass")
    report = Report(file)
    return _loaded(decode(data, report), digest(data), report)


def of_root(root: Mapping, before: Loaded) -> Loaded:
    """The state of a show after an edit: what is the same object as before is not looked at again, save for what it
    refers to. Raises Refused with all problems if it is wrong.
    """
    report = Report(before.source.file, root)
    for path in own_passcodes(root, before.root):
        report.add(path, NO_PASSCODES, key=True)
    report.refuse()
    try:
        data = bytes_of(root)
    except Unwritable as unwritable:
        report.at(START, str(unwritable))
        raise Refused(report.problems) from None
    if len(data) > LARGEST:
        report.at(
            START, f"the show has {len(data) / 1e6:.1f} MB then, at most {LARGEST / 1e6:g} MB are read; shorten it"
        )
        report.refuse()
    return _checked(root, digest(data), report, before, before.migration)


def _loaded(
    text: str,
    digest_: str,
    report: Report,
    *,
    bom: bool = False,
    steps: Steps[Step] = STEPS,
    path: Path | None = None,
) -> Loaded:
    root = read(text, report)
    if not isinstance(root, Mapping):
        what = "the file is empty" if root is None else "the file is no mapping of keys such as show: and cues:"
        report.at((1, 1), f"{what}; start it with showctl: 1")
        raise Refused(report.problems)
    if root.origin is not None:
        root.origin.bom = bom
    report.root = root
    root, migration = migrated(root, report, steps)
    people = people_beside(path, root) if path is not None else None
    return _checked(root, digest_, report, None, migration, people)


def _checked(
    root: Mapping,
    digest_: str,
    report: Report,
    before: Loaded | None,
    migration: Migration | None = None,
    people: PeopleFile | None = None,
) -> Loaded:
    report.root = root
    known = before.known if before is not None else Known()
    check_version(root, report)
    _correct_spelling(root, report)
    values, patch = _with_instances(root, report, known)
    show = _show(values, root, report, before)
    check_references(root, report, known)
    if not isinstance(show, Show):
        raise Refused(report.problems)
    wrong = frozenset(str(problem.path[0]) for problem in report.problems if problem.path)
    problems = [*report.problems, *(people.problems if people is not None else ())]
    people = before.people if before is not None else people
    if people is not None:
        show = people.joined(show)
    loaded = Loaded(show, Source(report.file, root), digest_, patch, known, wrong, migration, people)
    if problems:
        raise Refused(problems, loaded)
    return loaded


def _show(values: dict[str, Any], root: Mapping, report: Report, before: Loaded | None) -> Show | None:
    """The show; parts that are written as before are the same objects as before."""
    same = [key for key in FIELDS if before is not None and _same(key, root, before)]
    for key in same:
        if key != "show":  # without which there is no show
            values.pop(key, None)
    found = report.count
    show: Show | None = validated(values, Show, _SHOW, (), report)
    if show is None and report.count > found:  # it lacks a title: with one, other things may be found
        info = root.get("show")
        values["show"] = {**(info if isinstance(info, Mapping) else {}), "title": "?"}
        show = validated(values, Show, _SHOW, (), Report(report.file, root))
    if show is None or before is None:
        return show
    return show.model_copy(update={FIELDS[key]: getattr(before.show, FIELDS[key]) for key in same})


def _same(key: str, root: Mapping, before: Loaded) -> bool:
    """Whether the same stands under a key as before, or nothing does, as before."""
    there = key in root
    if key in PEOPLE and before.people is not None:  # it has those from the file beside it
        return False
    return there == (key in before.root) and root.get(key) is before.root.get(key) and key not in before.wrong


def _correct_spelling(root: Mapping, report: Report) -> None:
    """Report top-level keys that are misspelt, and take them as they were meant: much refers to what is in them."""
    known = keys_of(Show)
    for key in [key for key in root if key not in known][:_MOST_MISSPELT]:
        near = closest(key, known)
        if near is not None and near not in root:
            report.add((key,), f"unknown key '{key}'; did you mean '{near}'?", key=True)
            root.rename(key, near)


def _with_instances(root: Mapping, report: Report, known: Known) -> tuple[dict[str, Any], tuple[int, ...]]:
    """The file's values with items and cues as instances of their models, and which entries of the patch are there.

    What is wrong is left out.
    """
    values: dict[str, Any] = dict(root)
    patch: tuple[int, ...] = ()
    for key in _KINDS:
        items = root.get(key)
        if key in NAMED and isinstance(items, Mapping):
            if key == "devices" and len(items) > MOST_DEVICES:
                report.add((key,), f"there are {len(items)} devices; write at most {MOST_DEVICES}")
                report.refuse()
            pairs = [(name, _item(item, key, (key, name), report, known)) for name, item in items.items()]
            values[key] = {name: item for name, item in pairs if item is not None}
        elif key not in NAMED and isinstance(items, Sequence):
            found = [_item(item, key, (key, index), report, known) for index, item in enumerate(items)]
            values[key] = [item for item in found if item is not None]
            if key == "patch":
                patch = tuple(index for index, item in enumerate(found) if item is not None)
    if isinstance(root.get("lists"), Mapping):
        values["lists"] = dict(root["lists"])
    for _, path, cues in lists_of(root):
        instances = built(cues, path, report, known)
        if len(path) == 1:
            values["cues"] = instances
        else:
            values["lists"][path[1]] = {**root["lists"][path[1]], "cues": instances}
    return values, patch


def _item(item: Any, key: str, path: Place, report: Report, known: Known) -> Any:
    instance = known.get(item)
    if instance is None:
        found = report.count
        instance = validated(item, _KINDS[key], _ITEMS[key], path, report)
        if instance is not None and report.count == found and isinstance(item, Mapping):
            known.keep(item, instance)
    return instance
