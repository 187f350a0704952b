"""Whom acting cues mean: every cue and every list that they name must be there."""

from collections.abc import Iterator
from typing import Any

from showctl.cues.acting import ActingCue
from showctl.cues.registry import CUE_TYPES
from showctl.cues.targets import parse_reference, resolve
from showctl.model.cue import MAIN, cue_id
from showctl.model.problem import Path
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.known import Known
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, Sequence

_ACTS = tuple(name for name, kind in CUE_TYPES.items() if issubclass(kind, ActingCue))
_ONLY_NAMED = {"start", "load", "go to"}
"""Acts that cannot be asked of all cues at once."""


def check_targets(root: Mapping, report: Report, known: Known) -> None:
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
    lists = dict.fromkeys([MAIN, *(written if isinstance(written, Mapping) else ())])
    for name, here, cue in found:
        if not known.names_others(cue, _names_others):
            continue
        own = cue_id(name, str(cue.get("cue")).strip())
        for below, meant in named_cues(cue):
            if resolve(meant, name, ids, named) is None:
                otherwise = "write its number, or list/number for a cue of another list"
                remedy = report.suggestion(meant, ids, otherwise, named)
                report.add((*here, *below), f"there is no cue '{meant}'; {remedy}", cue=own)
        for below, meant in named_lists(cue):
            if meant not in lists:
                remedy = report.suggestion(meant, lists, "name it under lists:")
                report.add((*here, *below), f"there is no list '{meant}'; {remedy}", cue=own)


def _names_others(cue: Mapping) -> bool:
    return any(named_cues(cue)) or any(named_lists(cue))


def named_cues(cue: Mapping) -> Iterator[tuple[Path, str]]:
    """What a cue names other cues by, each with its path below the cue."""
    for act in _ACTS:
        if act not in cue or (cue[act] == "all" and act not in _ONLY_NAMED):
            continue
        value = cue[act]
        for key in ("cue", "if armed", "if flagged") if isinstance(value, Mapping) else (None,):
            below, at = (value, (act,)) if key is None else (value.get(key), (act, key))
            for reference, here in _texts(below, at):
                try:
                    yield here, parse_reference(reference)
                except ValueError:
                    continue  # said where the cue itself is read


def named_lists(cue: Mapping) -> Iterator[tuple[Path, str]]:
    """The lists that a cue names, each with its path below the cue."""
    for act in _ACTS:
        if isinstance(value := cue.get(act), Mapping):
            yield from _stripped(value.get("list"), (act, "list"))
    released = cue.get("release")
    if isinstance(released, Mapping):
        yield from _stripped(released.get("lists"), ("release", "lists"))
    elif released != "all":
        yield from _stripped(released, ("release",))


def _stripped(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    return ((here, name.strip()) for name, here in _texts(value, path))


def _texts(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """One text, or the texts of a list, each with its place."""
    if isinstance(value, str):
        yield value, path
    for index, item in enumerate(value if isinstance(value, Sequence) else ()):
        if isinstance(item, str):
            yield item, (*path, index)
