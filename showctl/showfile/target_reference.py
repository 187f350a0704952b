"""Whom acting cues mean: every cue and every list that they name must be there."""

import collections.abc
from collections.abc import Collection, Iterator
from typing import Any

from showctl.cues.acting import ActingCue
from showctl.cues.registry import CUE_TYPES
from showctl.cues.targets import parse_reference, resolve
from showctl.model.cue import MAIN, CueId, cue_id
from showctl.model.problem import Path
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, Sequence

_ACTS = tuple(name for name, kind in CUE_TYPES.items() if issubclass(kind, ActingCue))
_ONLY_NAMED = {"start", "load", "go to"}
"""Acts that cannot be asked of all cues at once."""


def check_targets(root: Mapping, report: Report) -> None:
    """Report cues and lists that do not exist."""
    found = [(name, here, cue) for name, path, cues in lists_of(root) for here, cue, _ in walk(cues, path)]
    numbers = [(name, cue["cue"]) for name, _, cue in found if isinstance(cue.get("cue"), str)]
    ids = dict.fromkeys(cue_id(name, number.strip()) for name, number in numbers)
    named = {
        cue["id"].strip(): cue_id(name, str(cue.get("cue")).strip())
        for name, _, cue in found
        if isinstance(cue.get("id"), str)
    }
    written = root.get("lists")
    lists = [MAIN, *(written if isinstance(written, Mapping) else ())]
    for name, here, cue in found:
        for act in _ACTS:
            if act in cue and not (cue[act] == "all" and act not in _ONLY_NAMED):
                own = cue_id(name, str(cue.get("cue")).strip())
                _cues(cue[act], (*here, act), name, ids, named, own, report)
                _lists(cue[act], (*here, act), lists, own, report)
        if "release" in cue:
            _released(cue["release"], (*here, "release"), lists, cue_id(name, str(cue.get("cue")).strip()), report)


def _cues(
    value: Any,
    path: Path,
    list_name: str,
    ids: Collection[CueId],
    named: collections.abc.Mapping[str, CueId],
    own: CueId,
    report: Report,
) -> None:
    keys = [key for key in ("cue", "if armed", "if flagged") if key in value] if isinstance(value, Mapping) else [None]
    for key in keys:
        below, at = (value, path) if key is None else (value[key], (*path, key))
        for reference, here in _texts(below, at):
            try:
                meant = parse_reference(reference)
            except ValueError:
                continue
            if resolve(meant, list_name, ids, named) is None:
                remedy = report.suggestion(
                    meant, (*ids, *named), "write its number, or list/number for a cue of another list"
                )
                report.add(here, f"there is no cue '{meant}'; {remedy}", cue=own)


def _lists(value: Any, path: Path, lists: list[str], own: CueId, report: Report) -> None:
    if isinstance(value, Mapping):
        _named(value.get("list"), (*path, "list"), lists, own, report)


def _released(value: Any, path: Path, lists: list[str], own: CueId, report: Report) -> None:
    if isinstance(value, Mapping):
        _named(value.get("lists"), (*path, "lists"), lists, own, report)
    elif value != "all":
        _named(value, path, lists, own, report)


def _named(value: Any, path: Path, lists: list[str], own: CueId, report: Report) -> None:
    for name, here in _texts(value, path):
        if name.strip() not in lists:
            remedy = report.suggestion(name.strip(), lists, "name it under lists:")
            report.add(here, f"there is no list '{name.strip()}'; {remedy}", cue=own)


def _texts(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """One text, or the texts of a list, each with its place."""
    if isinstance(value, str):
        yield value, path
    for index, item in enumerate(value if isinstance(value, Sequence) else ()):
        if isinstance(item, str):
            yield item, (*path, index)
