"""Hotkeys: each starts one cue of the whole show."""

from showctl.model.hotkey import canonical
from showctl.model.problem import Path
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, mark_at


def check_hotkeys(root: Mapping, report: Report) -> None:
    """Report keys that would start two cues."""
    first: dict[str, Path] = {}
    for _, path, cues in lists_of(root):
        for here, cue, _ in walk(cues, path):
            written = cue.get("hotkey")
            try:
                hotkey = canonical(written) if isinstance(written, str) else ""
            except ValueError:
                continue  # said where the cue itself is read
            if hotkey and first.setdefault(hotkey, here) != here:
                line = mark_at(root, (*first[hotkey], "hotkey"))[0]
                report.add(
                    (*here, "hotkey"), f"{hotkey} is there twice, first in line {line}; give this cue another key"
                )
