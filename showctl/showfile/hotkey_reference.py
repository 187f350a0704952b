"""Hotkeys: each starts one cue of the whole show."""

from collections.abc import Iterator

from showctl.model.hotkey import SHARED_KEYS, canonical
from showctl.model.problem import Path, Question
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, mark_at


def check_hotkeys(root: Mapping, report: Report) -> None:
    """Report keys that would start two cues."""
    first: dict[str, Path] = {}
    for here, hotkey in _hotkeys(root):
        if first.setdefault(hotkey, here) != here:
            line = mark_at(root, (*first[hotkey], "hotkey"))[0]
            report.add((*here, "hotkey"), f"{hotkey} is there twice, first in line {line}; give this cue another key")


def hotkey_questions(root: Mapping) -> list[Question]:
    """What is to be asked of keys that do something else in the console: the cue takes them away from it."""
    return [
        Question(
            (*path, "hotkey"),
            f"{hotkey} also {SHARED_KEYS[hotkey]} in the console; in this show it starts the cue",
            "give the cue another key, or the command in the console's settings",
        )
        for path, hotkey in _hotkeys(root)
        if hotkey in SHARED_KEYS
    ]


def _hotkeys(root: Mapping) -> Iterator[tuple[Path, str]]:
    """Each cue that has a key, by its path."""
    for _, path, cues in lists_of(root):
        for here, cue, _ in walk(cues, path):
            written = cue.get("hotkey")
            try:
                hotkey = canonical(written) if isinstance(written, str) else ""
            except ValueError:
                continue  # said where the cue itself is read
            if hotkey:
                yield here, hotkey
