"""Places of items: after or before another, or at either end of what holds them."""

from typing import Any, Literal

from msgspec import Struct

from showctl.model.cue import MAIN
from showctl.model.problem import Path
from showctl.session.change import EditRefused, find
from showctl.session.edit_number import free_number
from showctl.session.retarget import Numbers
from showctl.showfile.graft import at, inserted, put, with_entry
from showctl.showfile.item import LISTED, NAMED, ONE, Item
from showctl.showfile.report import plain
from showctl.showfile.suggest import listed, suggestion
from showctl.showfile.tree import Mapping, Sequence

SECTIONS = {kind: (key,) for key, kind in NAMED.items()} | {kind: (key,) for key, (kind, _) in LISTED.items()}
"""By kind the path of what holds all its items; palettes have one a kind of palette."""
NAME_KEYS = dict(LISTED.values())
"""By kind of item that says its name itself the key of the name."""
KINDS = ("cue", *SECTIONS, "palette")
"""Kinds of items that come and go."""


class Place(Struct, frozen=True):
    """Where something goes."""

    where: Literal["after", "before", "start", "end"] = "end"
    """Beside `of`; or at the start or end of the list or group that `of` is, or of all of its kind."""
    of: Item | None = None


def container(root: Mapping, kind: str, name: str) -> Path:
    """The path of what holds an item. Raises EditRefused for kinds that do not come and go."""
    if kind == "palette":
        return ("palettes", name.partition(" ")[0])
    if kind not in SECTIONS:
        if kind in ONE:
            raise EditRefused(f"a show has one {kind} and no more; write {listed(KINDS)}")
        raise EditRefused(plain(f"'{kind}' cannot be inserted; {suggestion(kind, KINDS, f'write {listed(KINDS)}')}"))
    return SECTIONS[kind]


def cue_place(root: Mapping, place: Place) -> Path:
    """The path of a list of cues, and the index in it. Raises EditRefused."""
    if place.where in ("after", "before"):
        if place.of is None or place.of.kind != "cue":
            raise EditRefused(f"a cue stands {place.where} another; write for example {place.where} 12")
        *above, index = find(root, place.of)
        return (*above, int(index) + (place.where == "after"))
    cues: Path
    if place.of is None or place.of == Item("list", MAIN):
        cues = ("cues",)
    elif place.of.kind == "list":
        cues = (*find(root, place.of), "cues")
    elif place.of.kind == "cue":
        cues = (*find(root, place.of), "cues")
        if "cues" not in at(root, cues[:-1]):
            raise EditRefused(f"{place.of} is no group; write after {place.of.name}, or name a group or a list")
    else:
        raise EditRefused(f"cues do not stand in a {place.of.kind}; name a list or a group")
    there = at(root, cues[:-1]).get("cues") if len(cues) > 1 else root.get("cues")
    return (*cues, len(there) if isinstance(there, Sequence) and place.where == "end" else 0)


def with_listed(root: Mapping, path: Path, value: Any) -> Mapping:
    """The tree with an item in a list, which is made where it is missing: the path ends with its index."""
    above = path[:-1]
    try:
        there = at(root, above)
    except KeyError:
        there = None
    if not isinstance(there, Sequence):
        only = Sequence()
        only.append(value)
        return put(root, above, only)
    return inserted(root, path, value)


def with_named(root: Mapping, holder: Path, name: str, value: Any, place: Place) -> Mapping:
    """The tree with an entry in a mapping, which is made where it is missing. Raises EditRefused for a name that is
    taken."""
    try:
        there = at(root, holder)
    except KeyError:
        there = None
    if not isinstance(there, Mapping):
        only = Mapping()
        only[name] = value
        return put(root, holder, only)
    if any(name == key.strip() for key in there):
        raise EditRefused(f"there is a {' '.join(map(str, holder))} entry '{name}' already; take another name")
    return with_entry(root, holder, name, value, _before(root, holder, [*there], place))


def index_for(root: Mapping, holder: Path, place: Place) -> int:
    """The index in a list of items of one kind."""
    try:
        there = at(root, holder)
    except KeyError:
        return 0
    if place.where in ("after", "before"):
        path = find(root, _beside(place))
        if path[:-1] != holder:
            raise EditRefused(f"{place.of} stands elsewhere; name one of the same kind")
        return int(path[-1]) + (place.where == "after")
    return len(there) if place.where == "end" and isinstance(there, Sequence) else 0


def _beside(place: Place) -> Item:
    if place.of is None:
        raise EditRefused(f"{place.where} what? Name the item that is there")
    return place.of


def _before(root: Mapping, holder: Path, names: list[str], place: Place) -> str | None:
    """The name in front of which a new one goes."""
    if place.where == "start":
        return names[0] if names else None
    if place.where == "end":
        return None
    path = find(root, _beside(place))
    if path[:-1] != holder:
        raise EditRefused(f"{place.of} stands elsewhere; name one of the same kind")
    index = names.index(str(path[-1])) + (place.where == "after")
    return names[index] if index < len(names) else None


def list_at(path: Path) -> str:
    """The list in which a cue at a path stands."""
    return str(path[1]) if path[0] == "lists" else MAIN


def free_at(root: Mapping, path: Path) -> str:
    """A number for a cue at a path that ends with its index."""
    *above, index = path
    numbers = Numbers(root)
    list_name = list_at(path)
    taken = frozenset(own.rpartition("/")[2] for own, (name, _, _) in numbers.cues.items() if name == list_name)
    try:
        cues = at(root, tuple(above))
    except KeyError:
        cues = Sequence()
    beside = [str(each["cue"]).strip() if isinstance(each, Mapping) and "cue" in each else None for each in cues]
    before = beside[int(index)] if int(index) < len(beside) else None
    after = beside[int(index) - 1] if 0 < int(index) <= len(beside) else None
    return free_number(after, before, taken)


def order(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """A sort key that puts paths into the order of the file, as far as lists go."""
    return tuple((isinstance(each, str), each if isinstance(each, int) else 0, str(each)) for each in path)
