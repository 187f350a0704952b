"""What every edit has in common: it makes a tree from a tree, or says why it cannot."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Any, Protocol

from showctl.model.cue import MAIN, CueId
from showctl.model.problem import Path
from showctl.model.profile_argument import NO_PASSCODES
from showctl.showfile.change import plural
from showctl.showfile.graft import fresh
from showctl.showfile.item import Item, items, path_of
from showctl.showfile.reader import read
from showctl.showfile.report import LocatedProblem, Refused, Report, plain
from showctl.showfile.suggest import suggestion
from showctl.showfile.tree import Mapping, Sequence

DEEPEST = 30
"""Levels of a value that an edit brings; with those of a hundred groups around it a file can still be read."""
LARGEST = 4_000_000
"""Characters of a value that an edit brings."""
_MOST_SAID = 3


class EditRefused(Exception):
    """The edit makes no sense, and nothing has changed. Its text says why, and what to do.

    `problems`: what would be wrong with the show, if that is why. `number`: which of several edits, from 1; 0: the
    only one, or all of them together.
    """

    def __init__(self, text: str, problems: tuple[LocatedProblem, ...] = (), number: int = 0) -> None:
        super().__init__(text)
        self.problems = problems
        self.number = number


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit makes of a tree."""

    root: Mapping
    renamed: Map[CueId, CueId] = field(default_factory=dict)
    """Cues whose ids are others now, before → after: those that have another number, or stand in another list. And what
    else has another name that an engine knows it by: `device desk` → `device foh` (`program/renaming.py`)."""
    name: str = ""
    """What was done, where that says more than the edit could before: `cue 2.5 inserted`."""


class Changing(Protocol):
    """An edit: a value that crosses a link and stands in a file, and a function of one state of a show to the next."""

    @property
    def name(self) -> str:
        """For the undo list, in people's words: `label of cue 12`."""
        ...

    def apply(self, root: Mapping) -> Change:
        """Pure. Raises EditRefused. Whether the show that comes out is right is for `of_root` to say."""
        ...


def find(root: Mapping, item: Item) -> Path:
    """Where an item stands. Raises EditRefused."""
    if item == Item("list", MAIN):
        return ("cues",)
    try:
        return path_of(root, item)
    except KeyError:
        near = [each.name for each in items(root) if each.kind == item.kind]
        what = f"there is no {item.kind} {item.name}" if item.name else f"the show says nothing about {item.kind}"
        remedy = suggestion(
            item.name, near, f"name a {item.kind} that is there" if near else f"the show has no {item.kind}"
        )
        raise EditRefused(plain(f"{what}; {remedy}" if item.name else what)) from None


def value_of(written: str) -> Any:
    """What a value stands for that is written as in a show file: `3s`, `"12"`, `{up: 3s}`. Raises EditRefused."""
    if len(written) > LARGEST:
        raise EditRefused(f"the value has {len(written)} characters; write at most {LARGEST}")
    report = Report("value")
    try:
        value = read(written, report) if written.strip() else None
        report.refuse()
    except Refused as refused:
        problem = refused.problems[0]
        if problem.words == NO_PASSCODES:  # and not what it was
            raise EditRefused(said((problem,))) from None
        shown = plain(written)
        raise EditRefused(plain(f"'{shown}' cannot be a value: {problem.words}")) from None
    if depth_of(value) > DEEPEST:
        raise EditRefused(f"the value has more than {DEEPEST} levels inside each other; use fewer")
    return fresh(value)


def said(problems: tuple[LocatedProblem, ...]) -> str:
    """Why an edit is refused, in one line."""
    words = [f"{p.where}: {p.words}" if p.where else p.words for p in problems[:_MOST_SAID]]
    more = len(problems) - _MOST_SAID
    return "; ".join(words) + (f" (and {more} more)" if more > 0 else "")


def counted(things: tuple[Item, ...] | list[Item]) -> str:
    """`cue 12`, `3 cues`, `4 items`."""
    if len(things) == 1:
        return str(things[0])
    kinds = {each.kind for each in things}
    kind = kinds.pop() if len(kinds) == 1 else "item"
    return f"{len(things)} {plural(kind, len(things))}"


def depth_of(node: Any) -> int:
    """Levels of mappings and lists inside each other."""
    deepest, level = 0, [node]
    while level:
        level = [inside for each in level for inside in _inside(each)]
        deepest += 1
    return deepest


def _inside(node: Any) -> list[Any]:
    if isinstance(node, Mapping):
        return [*node.values(), *node.own.values()]
    return list(node) if isinstance(node, Sequence) else []
