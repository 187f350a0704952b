"""Show files of older formats, carried forward a format at a time; a newer one is refused with the reason.

A step is a function of one tree to the next, written down here when a format changes and never touched again. What it
leaves alone keeps its text, so that what is saved afterwards has its comments.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from showctl import __version__
from showctl.showfile.graft import put
from showctl.showfile.reader import read
from showctl.showfile.report import Report
from showctl.showfile.text import decode, read_bytes
from showctl.showfile.tree import Mapping
from showctl.showfile.version import KEY, VERSION


@dataclass(frozen=True, slots=True)
class Step:
    """From the format before `to` to that one."""

    to: int
    note: str
    """What the new format does in another way, in words for who wrote the show."""
    change: Callable[[Mapping], tuple[Mapping, Sequence[str]]]
    """The new tree (the old one is not touched), and what was changed in this show, item by item: `cue 12: …`."""


STEPS: tuple[Step, ...] = ()
"""In order, without a gap, the last to VERSION. Format 1 is the first that there was."""


@dataclass(frozen=True, slots=True)
class Migration:
    """What was done to bring a show to the format of today."""

    old: int
    new: int
    notes: tuple[str, ...]
    """A line for each step, and under it, indented, for each change."""


def migrated(
    root: Mapping, report: Report, steps: Sequence[Step] = STEPS, newest: int = VERSION
) -> tuple[Mapping, Migration | None]:
    """The tree in the newest format, and what was done; the tree itself and None for one that is in it.

    Raises Refused for a newer format, since what else is wrong cannot be judged then, and for an older one that nobody
    carries forward. What is no format at all is left to the check of the show.
    """
    written = root.get(KEY)
    found = str(written).strip() if isinstance(written, str) else ""
    if not re.fullmatch(r"[0-9]{1,9}", found) or int(found) == newest:
        return root, None
    old = int(found)
    if old > newest:
        report.add(
            (KEY,),
            f"the file is in format {old}, which a newer showctl has written; this one ({__version__}) knows formats "
            f"up to {newest}; install a newer showctl, or have it saved in format {newest}",
        )
        report.refuse()
    wanted = [step for step in steps if step.to > old]
    if [step.to for step in wanted] != list(range(old + 1, newest + 1)):
        report.add((KEY,), f"there is no format {old} that can be carried forward; write {KEY}: {newest}")
        report.refuse()
    notes: list[str] = []
    for step in wanted:
        root, changes = step.change(root)
        root = put(root, (KEY,), str(step.to))
        notes += [f"format {step.to}: {step.note}", *(f"  {change}" for change in changes)]
    return root, Migration(old, newest, tuple(notes))


def read_old(path: Path, steps: Sequence[Step] = STEPS, newest: int = VERSION) -> tuple[Mapping, Migration | None]:
    """The tree of a file in the newest format, whatever else is wrong with it, and what was done. Raises Unreadable,
    and Refused for what is no YAML or as `migrated`."""
    report = Report(str(path))
    data = read_bytes(path, report)
    root = read(decode(data, report), report)
    report.root = root
    if not isinstance(root, Mapping):
        report.at((1, 1), f"the file is no mapping of keys such as show: and cues:; start it with {KEY}: {newest}")
    report.refuse()
    assert isinstance(root, Mapping)
    if root.origin is not None:
        root.origin.bom = data.startswith(codecs.BOM_UTF8)
    return migrated(root, report, steps, newest)
