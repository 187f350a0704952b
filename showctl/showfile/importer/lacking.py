"""What the rows of a table that showctl wrote name and no table has: groups, devices, palettes or masters.

Into a new show the rest comes without them: a line of a look goes, a cue that would send to nobody is a memo, so that
its number, its times and what starts it stay.
"""

import re
from typing import Any

from showctl.model.problem import Path
from showctl.model.unit import Quoted
from showctl.showfile.importer.cue_row import GENERAL
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.report import ImportReport, Note
from showctl.showfile.report import LocatedProblem

_LACKING = re.compile(
    r"there is no (fixture or group|device|master|[a-z]+ palette|colour|(?P<segment>segment)) '"
    r"|'.*' has no profile, so it knows no commands"
)
WHOLE = Note(
    "", "devices, groups, palettes or masters", "some are in no table",
    "for all of it import the whole workbook (export --xlsx), or --into a copy of the show without its cues",
)  # fmt: skip


def lacks(problem: LocatedProblem, draft: Draft) -> bool:
    """Whether something is named that no table has, or a segment where the table of these is not here."""
    if problem.path[:1] == ("logistics",) and problem.what.startswith("there is no cue "):
        return not draft.cues and not draft.lists
    found = _LACKING.match(problem.what)
    return found is not None and not (found["segment"] and draft.segments)


def made_memos(
    tree: Any, things: dict[Path, LocatedProblem], notes: dict[Path, Note], draft: Draft, report: ImportReport
) -> None:
    """Make the cues among these things memos whose action is what the problem is about, and tell it; their notes go.
    Of lines of looks the notes are said in short."""
    for path, problem in reversed(things.items()):
        if not lacks(problem, draft):
            continue
        place, does = notes[path].where, str(problem.path[len(path)]) if len(problem.path) > len(path) else ""
        cue = tree
        for element in path:
            cue = cue[element]
        if len(path) > 1 and path[-2] == "look":
            notes[path] = Note(place, f"light of {path[-1]}", problem.what)
        elif isinstance(cue, Entry) and "cue" in cue and does in cue:
            del cue[does], notes[path]
            if does in GENERAL:
                report.leave_out(place, f"{does} of the cue", problem.what)
                continue
            words = str(cue.get("label") or f"Cue {cue['cue']}")
            cue["memo"] = words if words == words.strip() else Quoted(words)
            report.leave_out(place, f"{does} of the cue, which is a memo now", problem.what)
