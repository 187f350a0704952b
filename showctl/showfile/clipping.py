"""Cues as text by themselves: a YAML list, as their author wrote it, comments and all."""

import textwrap

from showctl.showfile.anchors import joined
from showctl.showfile.graft import fresh as without_text
from showctl.showfile.house_style import item_lines
from showctl.showfile.lines import Unclear
from showctl.showfile.origin import Origin
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report
from showctl.showfile.same_tree import same_tree
from showctl.showfile.splice_fresh import fresh
from showctl.showfile.splice_job import Job
from showctl.showfile.splice_value import edits_inside, value_edits
from showctl.showfile.tree import Mapping, Sequence

_KEY = "cues"


def clipping(cues: list[Mapping]) -> str:
    """The text of cues. What a name (&a) repeats is written out, and then in house style: the name stays behind."""
    rows = Sequence()
    rows.extend(cues)
    if not any(_repeats(cue) for cue in cues):
        text = _as_written(rows)
        if text and _reads_as(text, rows):
            return text
    return "".join(f"{line}\n" for cue in cues for line in item_lines(without_text(cue), 0, (_KEY, 0)))


def _as_written(rows: Sequence) -> str:
    """Empty where it is written in a way that cannot be taken out of its file."""
    origin = Origin("")
    job = Job(origin, frozenset(), frozenset(), frozenset(), {}, {}, value_edits, edits_inside, fresh)
    try:
        text = joined(fresh(job, _KEY, rows, 0, (_KEY,), "\n"), origin, "\n")
    except Unclear:
        return ""
    return textwrap.dedent(text.partition("\n")[2])


def _repeats(cue: Mapping) -> bool:
    return cue.read is not None and cue.read.origin is not None and cue.read.origin.repeats


def _reads_as(text: str, rows: Sequence) -> bool:
    report = Report("")
    try:
        found = read(text, report)
    except Refused:
        return False
    return not report.problems and same_tree(found, rows)
