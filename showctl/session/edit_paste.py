"""The edit by which cues come in that were copied, here or from another show."""

from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from showctl.cues.registry import CUE_TYPES
from showctl.model.cue import cue_id
from showctl.model.problem import Path
from showctl.session.change import DEEPEST, LARGEST, Change, EditRefused, depth_of
from showctl.session.edit_number import free_number
from showctl.session.edit_place import Place, cue_place, list_at, with_listed
from showctl.session.retarget import Numbers, retargeted
from showctl.showfile.cues import types_of, walk
from showctl.showfile.graft import at, fresh, put
from showctl.showfile.reader import read
from showctl.showfile.report import LocatedProblem, Refused, Report, plain
from showctl.showfile.suggest import closest
from showctl.showfile.target_reference import named_cues
from showctl.showfile.tree import Mapping, Sequence

_EXAMPLE = 'write for example - {cue: 12, label: "House open", wait: 3s}'


class Paste(Struct, frozen=True, tag="paste"):
    """Cues come in as they are written in a text: a list of cues, one cue, or what has them under `cues`. Comments come
    along. A number that is taken makes way for a free one, and who names it within the text names the new one; an id or
    hotkey that is taken stays behind.
    """

    text: str
    place: Place = Place()

    @property
    def name(self) -> str:
        return "paste"

    def apply(self, root: Mapping) -> Change:
        cues = cues_of(self.text)
        *above, index = cue_place(root, self.place)
        arrival = _Arrival(root, cues, (*above, index))
        after = root
        for offset, cue in enumerate(cues):
            after = with_listed(after, (*above, int(index) + offset), arrival.arrived(cue))
        ids = [cue_id(arrival.list, arrival.numbers[id(cue)]) for cue in cues]
        said = f"cue {ids[0]} pasted" if len(ids) == 1 else f"{len(ids)} cues pasted, {ids[0]} to {ids[-1]}"
        return Change(retargeted(root, after, {}), name=plain(said))


def cues_of(text: str) -> list[Mapping]:
    """The cues that a text holds. Raises EditRefused with line and column of what is wrong."""
    if len(text) > LARGEST:
        raise EditRefused(f"the text has {len(text)} characters; paste at most {LARGEST}")
    report = Report("pasted text")
    root: Any = None
    try:
        root = read(text, report) if text.strip() else None
        report.refuse()
    except Refused as refused:
        raise EditRefused(_located(refused.problems[0])) from None
    if isinstance(root, Mapping) and "cues" in root and not (types_of(root) or "cue" in root):
        root = root["cues"]
    if isinstance(root, Mapping):
        rows = Sequence()
        rows.append(root)
        root = rows
    if not isinstance(root, Sequence) or not root:
        raise EditRefused(f"what was copied holds no cues; {_EXAMPLE}")
    for place, each in enumerate(root):
        _check_cue(each, root.item_mark(place) if root.origin is not None else (1, 1))
    if depth_of(root) > DEEPEST:
        raise EditRefused(f"the text has more than {DEEPEST} levels inside each other; use fewer")
    repeats = any(each.origin is not None and each.origin.repeats for each in root)
    return [fresh(each) if repeats else each for each in root]


def _check_cue(cue: Any, mark: tuple[int, int]) -> None:
    where = f"pasted text, line {mark[0]}"
    if not isinstance(cue, Mapping):
        raise EditRefused(plain(f"{where}: this is no cue; {_EXAMPLE}"))
    if not types_of(cue):
        near = next((n for key in cue if (n := closest(key, CUE_TYPES))), "")
        remedy = f"did you mean {near}?" if near else "add what it does, for example wait: 3s"
        raise EditRefused(plain(f"{where}: cue {cue.get('cue', '')} does nothing that is known; {remedy}"))


def _located(problem: LocatedProblem) -> str:
    return plain(f"pasted text, line {problem.line}, column {problem.column}: {problem.words}")


@dataclass(slots=True)
class _Target:
    """Where they go to: what is taken there."""

    numbers: set[str]
    ids: set[str]
    hotkeys: set[str]


class _Arrival:
    """Pasted cues on their way into a list."""

    def __init__(self, root: Mapping, cues: list[Mapping], path: Path) -> None:
        self.list = list_at(path)
        there = Numbers(root)
        every = [cue for _, _, cue in there.cues.values()]
        self._taken = _Target(
            {own.rpartition("/")[2] for own, (name, _, _) in there.cues.items() if name == self.list},
            {str(cue["id"]).strip() for cue in every if "id" in cue},
            {str(cue["hotkey"]).strip().casefold() for cue in every if "hotkey" in cue},
        )
        self.numbers: dict[int, str] = {}
        """By identity of each cue that comes, those inside groups too, its number."""
        self._meant: dict[str, str] = {}
        """By what the text calls a cue, its number here."""
        self._name(root, cues, path)

    def _name(self, root: Mapping, cues: list[Mapping], path: Path) -> None:
        *above, index = path
        before, after = _beside(root, tuple(above), int(index))
        for cue in cues:
            before = self._number(cue, before, after, "", "")
        # Ids and hotkeys only now, in order: the first of the text that has one keeps it.
        for cue in cues:
            for _, each, _ in walk(_alone(cue), ()):
                if "id" in each:
                    self._meant.setdefault(str(each["id"]).strip(), self.numbers[id(each)])

    def _number(self, cue: Mapping, before: str | None, after: str | None, old_group: str, new_group: str) -> str:
        own = str(cue["cue"]).strip() if cue.get("cue") is not None else ""
        wanted = own
        if old_group and own.startswith(f"{old_group}."):
            wanted = new_group + own[len(old_group) :]
        taken = self._taken.numbers
        number = wanted if wanted and wanted not in taken else free_number(before, after, frozenset(taken))
        taken.add(number)
        self.numbers[id(cue)] = number
        if own:
            self._meant.setdefault(own, number)
        inner: str | None = None
        inside = cue.get("cues")
        for each in inside if isinstance(inside, Sequence) else ():
            if isinstance(each, Mapping):
                inner = self._number(each, inner or f"{number}.0", None, own, number)
        return number

    def arrived(self, cue: Mapping) -> Mapping:
        """The cue as it is to stand here; the same object where nothing has to be another."""
        new = cue
        number = self.numbers[id(cue)]
        if str(cue.get("cue") or "").strip() != number:
            new = put(new, ("cue",), number) if "cue" in cue else _first(new, "cue", number)
        for key, taken in (("id", self._taken.ids), ("hotkey", self._taken.hotkeys)):
            value = str(cue.get(key) or "").strip()
            said = value.casefold() if key == "hotkey" else value
            if value and said in taken:
                new = new.changed()
                new.pop(key)
            elif value:
                taken.add(said)
        for below, reference in named_cues(cue):
            lists, slash, bare = reference.rpartition("/")
            now = self._meant.get(bare) if not slash or lists == self.list else None
            if now is not None and now != bare:
                new = put(new, below, type(at(cue, below))(f"{lists}/{now}" if slash else now))
        inside = cue.get("cues")
        if isinstance(inside, Sequence):
            made = [self.arrived(each) if isinstance(each, Mapping) else each for each in inside]
            if any(a is not b for a, b in zip(made, inside, strict=True)):
                rows = inside.changed()
                rows[:] = made
                new = put(new, ("cues",), rows)
        return new


def _beside(root: Mapping, above: Path, index: int) -> tuple[str | None, str | None]:
    """The numbers before and after a place."""
    try:
        cues = at(root, above)
    except KeyError:
        return None, None
    found = [str(each["cue"]).strip() if isinstance(each, Mapping) and "cue" in each else None for each in cues]
    return found[index - 1] if 0 < index <= len(found) else None, found[index] if index < len(found) else None


def _alone(cue: Mapping) -> Sequence:
    rows = Sequence()
    rows.append(cue)
    return rows


def _first(value: Mapping, key: str, text: str) -> Mapping:
    new = value.changed()
    new.clear()
    new[key] = text
    new.update(value)
    return new
