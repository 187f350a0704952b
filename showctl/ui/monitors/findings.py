"""Everything that is wrong, or may be, with the show and the evening: one list, the worst first."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from showctl.model.cue import CueId
from showctl.model.problem import Path
from showctl.showfile.item import Item, items
from showctl.showfile.report import LocatedProblem
from showctl.showfile.tree import Mapping as Tree
from showctl.ui.tongue import tr

Level = Literal["error", "warning", "question"]
LEVELS: tuple[Level, ...] = ("error", "warning", "question")
"""Something will not play; something may go otherwise than meant; nothing is wrong, and perhaps not meant."""


class Finding(NamedTuple):
    """`what` says what is wrong, `remedy` what to do; `item`: the thing of the show to go to."""

    level: Level
    where: str
    what: str
    remedy: str = ""
    item: Item | None = None


def of_problems(problems: Iterable[LocatedProblem], root: Tree) -> list[Finding]:
    """What reading and checking the file found, with what stands there."""
    told = tuple(problems)
    known = {path: item for item, path in items(root).items()} if told else {}
    found = []
    for problem in told:
        item = Item("cue", problem.cue) if problem.cue else _at(problem.path, known)
        level: Level = "question" if problem.question else "error"
        where = str(item) if item is not None else problem.where
        found.append(
            Finding(
                level,
                where,
                problem.what,
                tr("{remedy} (line {line})").format(remedy=problem.remedy, line=problem.line).strip(),
                item,
            )
        )
    return found


def of_cues(broken: Mapping[CueId, str], said: Iterable[Finding]) -> list[Finding]:
    """Cues that would not play, but for those of which the file's problems say so already."""
    known = {finding.item for finding in said}
    cues = ((Item("cue", cue), why) for cue, why in broken.items())
    return [
        Finding("error", str(item), tr("will not play: {why}").format(why=why), "", item)
        for item, why in cues
        if item not in known
    ]


def of_devices(states: Iterable[tuple[str, str, str]]) -> list[Finding]:
    """Of devices that fail: name, how they fail, and what is known of it."""
    return [
        Finding("error", tr("device {name}").format(name=name), how, detail, Item("device", name))
        for name, how, detail in states
    ]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each once, the worst first, else as they came."""
    return sorted(dict.fromkeys(findings), key=lambda finding: LEVELS.index(finding.level))


def counted(findings: Iterable[Finding]) -> int:
    """How many there are to be seen to: questions are none."""
    return sum(finding.level != "question" for finding in findings)


def _at(path: Path, known: Mapping[Path, Item]) -> Item | None:
    """The innermost thing that a path of the file leads through."""
    for end in range(len(path), 0, -1):
        if path[:end] in known:
            return known[path[:end]]
    return None
