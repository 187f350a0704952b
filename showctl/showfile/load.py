"""A show file as a Show: everything that is wrong with it is found in one go, each problem with its line."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from showctl.model.device import Device
from showctl.model.logistics import LogisticsItem
from showctl.model.patch import PatchEntry
from showctl.model.segment import Segment
from showctl.model.show import Show
from showctl.showfile.cues import built, lists_of
from showctl.showfile.fields import keys_of
from showctl.showfile.reader import read
from showctl.showfile.reference import check_references
from showctl.showfile.report import LocatedProblem, Refused, Report, Unreadable
from showctl.showfile.source import Source
from showctl.showfile.suggest import closest
from showctl.showfile.text import decode, digest, read_bytes
from showctl.showfile.tree import Mapping, Sequence
from showctl.showfile.version import check_version
from showctl.showfile.wording import validated

__all__ = ["Loaded", "LocatedProblem", "Refused", "Source", "Unreadable", "load", "load_text"]

MOST_DEVICES = 500

_SHOW = TypeAdapter(Show)
# Checked item by item, so that a wrong one hides nothing of the others.
_KINDS: dict[str, Any] = {
    "devices": Device,
    "patch": PatchEntry,
    "run of show": Segment,
    "logistics": LogisticsItem,
}
_ITEMS: dict[str, TypeAdapter[Any]] = {key: TypeAdapter(kind) for key, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A show, where its parts stand in the file, and the SHA-256 of the file's bytes in hexadecimal."""

    show: Show
    source: Source
    digest: str
    patch: tuple[int, ...]
    """For each entry of the show's patch its index in the file, where some may be wrong and left out."""


def load(path: str | os.PathLike[str]) -> Loaded:
    """Read a show file. Raises Unreadable if it cannot be read, Refused with all problems if it is wrong."""
    report = Report(str(path))
    data = read_bytes(Path(path), report)
    return _loaded(decode(data, report), digest(data), report)


def load_text(text: str, file: str = "show.yaml") -> Loaded:
    """A show from text, called `file` in problems. Raises Refused with all problems if it is wrong."""
    data = text.encode("utf-8", "surrogatepass")
    report = Report(file)
    return _loaded(decode(data, report), digest(data), report)


def _loaded(text: str, digest_: str, report: Report) -> Loaded:
    root = read(text, report)
    if not isinstance(root, Mapping):
        what = "the file is empty" if root is None else "the file is no mapping of keys such as show: and cues:"
        report.at((1, 1), f"{what}; start it with showctl: 1")
        raise Refused(report.problems)
    report.root = root
    check_version(root, report)
    _correct_spelling(root, report)
    values, patch = _with_instances(root, report)
    show = validated(values, Show, _SHOW, (), report)
    if show is None:  # it lacks a title: with one, other things may be found
        info = root.get("show")
        values["show"] = {**(info if isinstance(info, Mapping) else {}), "title": "?"}
        show = validated(values, Show, _SHOW, (), Report(report.file, root))
    check_references(root, report)
    if not isinstance(show, Show):
        raise Refused(report.problems)
    loaded = Loaded(show, Source(report.file, root), digest_, patch)
    if report.problems:
        raise Refused(report.problems, loaded)
    return loaded


def _correct_spelling(root: Mapping, report: Report) -> None:
    """Report top-level keys that are misspelt, and take them as they were meant: much refers to what is in them."""
    known = keys_of(Show)
    for key in [key for key in root if key not in known]:
        near = closest(key, known)
        if near is not None and near not in root:
            report.add((key,), f"unknown key '{key}'; did you mean '{near}'?", key=True)
            root.rename(key, near)


def _with_instances(root: Mapping, report: Report) -> tuple[dict[str, Any], tuple[int, ...]]:
    """The file's values with items and cues as instances of their models, and which entries of the patch are there.

    What is wrong is left out.
    """
    values: dict[str, Any] = dict(root)
    patch: tuple[int, ...] = ()
    for key, adapter in _ITEMS.items():
        kind = _KINDS[key]
        items = root.get(key)
        if key == "devices" and isinstance(items, Mapping):
            if len(items) > MOST_DEVICES:
                report.add((key,), f"there are {len(items)} devices; write at most {MOST_DEVICES}")
                report.refuse()
            pairs = [(name, validated(item, kind, adapter, (key, name), report)) for name, item in items.items()]
            values[key] = {name: item for name, item in pairs if item is not None}
        elif key != "devices" and isinstance(items, Sequence):
            found = [validated(item, kind, adapter, (key, index), report) for index, item in enumerate(items)]
            values[key] = [item for item in found if item is not None]
            if key == "patch":
                patch = tuple(index for index, item in enumerate(found) if item is not None)
    for _, path, cues in lists_of(root):
        instances = built(cues, path, report)
        if len(path) == 1:
            values["cues"] = instances
        else:
            values["lists"] = {**values["lists"], path[1]: {**root["lists"][path[1]], "cues": instances}}
    return values, patch
