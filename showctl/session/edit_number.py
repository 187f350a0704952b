"""Edits of cue numbers. Whoever names a cue by its number names it by the new one."""

import re
from collections.abc import Mapping as Map
from decimal import Decimal

from msgspec import Struct

from showctl.model.cue import CueId, cue_id, natural_order
from showctl.model.problem import Path
from showctl.session.change import Change, EditRefused
from showctl.session.retarget import Numbers, retargeted
from showctl.showfile.graft import reworded
from showctl.showfile.item import Item
from showctl.showfile.report import plain
from showctl.showfile.suggest import suggestion
from showctl.showfile.tree import Mapping

_NUMBER = re.compile(r"(?P<stem>.*?)(?P<digits>[0-9]{1,9}(?:\.[0-9]{1,9})?)")
_STEP = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


class Renumber(Struct, frozen=True, tag="renumber"):
    """Cues of one list get numbers one after another, in the order of the list: `first` to `last` and all between.

    Cues inside a group whose numbers begin with that of the group (3.1 in group 3) keep what follows it.
    """

    first: CueId
    last: CueId
    start: str
    """The number of the first: `100`, `12.5`, `LX3`."""
    step: str = "1"

    @property
    def name(self) -> str:
        if self.first == self.last:
            return f"cue {self.first} renumbered {self.start}"
        return f"cues {self.first} to {self.last} renumbered from {self.start}"

    def apply(self, root: Mapping) -> Change:
        numbers = Numbers(root)
        run = _run(numbers, self.first, self.last)
        given = iter(numbers_from(self.start, self.step, len(run)))
        found: dict[CueId, str] = {}
        at = {path: own for own, path in run}
        for own, path in run:
            number = own.rpartition("/")[2]
            around = at.get(path[:-2])
            group = around.rpartition("/")[2] if around is not None else ""
            if around is not None and number.startswith(f"{group}."):
                found[own] = found[around] + number[len(group) :]
            else:
                found[own] = next(given)
        return renumbered(root, _with_those_inside(numbers, found))


def numbers_from(start: str, step: str, count: int) -> list[str]:
    """So many numbers one after the other: `LX3`, `LX4`. Raises EditRefused."""
    first = _NUMBER.fullmatch(start)
    if first is None and count > 1:
        raise EditRefused(plain(f"'{start}' does not end with a number to count from; write for example 100 or LX3"))
    if not _STEP.fullmatch(step) or not Decimal(step):
        raise EditRefused(plain(f"'{step}' is no step between numbers; write for example 1, 10 or 0.5"))
    if first is None:
        return [start][:count]
    return [first["stem"] + _plus(first["digits"], step, times) for times in range(count)]


class RenumberEach(Struct, frozen=True, tag="renumber each"):
    """Cues get the numbers that are given for each."""

    numbers: dict[CueId, str]

    @property
    def name(self) -> str:
        if len(self.numbers) == 1:
            ((cue, number),) = self.numbers.items()
            return f"cue {cue} renumbered {number}"
        return f"{len(self.numbers)} cues renumbered"

    def apply(self, root: Mapping) -> Change:
        return renumbered(root, _with_those_inside(Numbers(root), self.numbers))


def _with_those_inside(numbers: Numbers, found: Map[CueId, str]) -> dict[CueId, str]:
    """And the cues in groups that get another number, where theirs begins with that of the group: 3.1 in group 3."""
    every = dict(found)
    at = {path: own for own, (_, path, _) in numbers.cues.items()}
    for own, (_, path, _) in numbers.cues.items():
        around = at.get(path[:-2])
        if own in every or around is None or around not in every:
            continue
        group, number = around.rpartition("/")[2], own.rpartition("/")[2]
        if number.startswith(f"{group}."):
            every[own] = every[around] + number[len(group) :]
    return every


def renumbered(root: Mapping, numbers: Map[CueId, str]) -> Change:
    """With other numbers. Raises EditRefused for cues that are not there, and for numbers that others have."""
    old = Numbers(root)
    renamed: dict[CueId, CueId] = {}
    new_root = root
    for cue, number in numbers.items():
        if cue not in old.cues:
            raise EditRefused(_no_cue(old, cue))
        list_name, path, node = old.cues[cue]
        if number != str(node["cue"]).strip():
            renamed[cue] = cue_id(list_name, number)
            new_root = reworded(new_root, (*path, "cue"), number)
    stay = old.cues.keys() - renamed.keys()
    taken = [now for now in renamed.values() if now in stay]
    if taken or len({*renamed.values()}) < len(renamed):
        twice = taken[0] if taken else next(n for n in renamed.values() if [*renamed.values()].count(n) > 1)
        raise EditRefused(plain(f"there would be two cues {twice}; begin with another number, or take another step"))
    return Change(retargeted(root, new_root, renamed), renamed)


def expanded(root: Mapping, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The same with the cues that ranges such as `10..20` stand for. Raises EditRefused for one that makes no sense."""
    if not any(item.kind == "cue" and ".." in item.name for item in items):
        return items
    numbers = Numbers(root)
    found: list[Item] = []
    for item in items:
        first, dots, last = item.name.partition("..")
        if item.kind != "cue" or not dots or item.name in numbers.cues:
            found.append(item)
            continue
        run = _run(numbers, first, last)
        paths = {path for _, path in run}  # those inside groups go along with them
        found += [Item("cue", own) for own, path in run if not any(path[:n] in paths for n in range(1, len(path)))]
    return tuple(found)


def run_of(root: Mapping, item: Item) -> list[tuple[Item, Path]]:
    """All cues that a range such as `10..20` stands for, those inside groups too; nothing for what is no range,
    with their paths. Raises EditRefused for one that makes no sense."""
    first, dots, last = item.name.partition("..")
    if item.kind != "cue" or not dots:
        return []
    numbers = Numbers(root)
    return [] if item.name in numbers.cues else [(Item("cue", own), path) for own, path in _run(numbers, first, last)]


def free_number(after: str | None, before: str | None, taken: frozenset[str]) -> str:
    """A number for a cue between two others of its list: 13 after 12, 12.5 where there is a 13 already."""
    if after is None:
        return next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
    match = re.fullmatch(r"(.*?)([0-9]{1,9})", after)
    next_one = f"{match[1]}{int(match[2]) + 1}" if match else f"{after}2"
    if next_one not in taken and next_one != before and _is_between(next_one, before):
        return next_one
    tails = (f"{after}.{tail}" for tail in (5, 1, 2, 3, 4, 6, 7, 8, 9, *range(10, len(taken) + 11)))
    return next(tail for tail in tails if tail not in taken)


def _is_between(number: str, before: str | None) -> bool:
    return before is None or natural_order(number) < natural_order(before)


def _run(numbers: Numbers, first: CueId, last: CueId) -> list[tuple[CueId, Path]]:
    for cue in (first, last):
        if cue not in numbers.cues:
            raise EditRefused(_no_cue(numbers, cue))
    list_name = numbers.cues[first][0]
    if numbers.cues[last][0] != list_name:
        raise EditRefused(f"cue {first} and cue {last} are in two lists; renumber each list by itself")
    cues = [(own, path) for own, (name, path, _) in numbers.cues.items() if name == list_name]
    ids = [own for own, _ in cues]
    start, end = ids.index(first), ids.index(last)
    if end < start:
        raise EditRefused(f"cue {last} comes before cue {first}; write {last}..{first}")
    return cues[start : end + 1]


def _no_cue(numbers: Numbers, cue: CueId) -> str:
    return plain(f"there is no cue {cue}; {suggestion(cue, numbers.cues, 'name a cue that is there')}")


def _plus(first: str, step: str, times: int) -> str:
    """`first` + `times` × `step` with as many digits behind the point as it needs."""
    number = Decimal(first) + Decimal(step) * times
    text = f"{number:f}"
    if "." in text and "." not in first:
        text = text.rstrip("0").rstrip(".")
    whole, point, rest = text.partition(".")
    return f"{int(whole):0{len(first.partition('.')[0])}d}{point}{rest}"
