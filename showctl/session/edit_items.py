"""Edits by which items come and go."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from showctl.model.cue import CueId, cue_id
from showctl.model.problem import Path
from showctl.session.change import Change, EditRefused, counted, find, value_of
from showctl.session.edit_number import expanded
from showctl.session.edit_place import (
    NAME_KEYS,
    Place,
    container,
    cue_place,
    free_at,
    index_for,
    list_at,
    order,
    with_listed,
    with_named,
)
from showctl.session.retarget import Numbers, retargeted
from showctl.session.still_named import still_named
from showctl.showfile.graft import removed
from showctl.showfile.item import Item
from showctl.showfile.report import plain
from showctl.showfile.suggest import listed
from showctl.showfile.tree import Mapping

_MOST_NAMED = 6
_LET_GO = "; let them name another first, or delete them too"
_OWN_NAMES = {"cue": "cue", **NAME_KEYS}


class Insert(Struct, frozen=True, tag="insert"):
    """Something new. A cue, fixture, segment, guest, logistics item or budget line says its name itself, unless it is
    `called`; a device, group, palette (`colour gold`), master or list has it from there."""

    kind: str
    value: str
    """As written in a show file: `{cue: 12.5, wait: 3s}`. A cue without a number gets a free one."""
    place: Place = Place()
    called: str = ""

    @property
    def name(self) -> str:
        return " ".join(each for each in (self.kind, self.called or self._own_name(), "inserted") if each)

    def _own_name(self) -> str:
        """What the value calls itself; empty where it does not."""
        try:
            value = value_of(self.value)
        except EditRefused:
            return ""
        own = value.get(_OWN_NAMES.get(self.kind, "")) if isinstance(value, Mapping) else None
        return plain(own) if isinstance(own, str) else ""

    def apply(self, root: Mapping) -> Change:
        value = value_of(self.value)
        if self.kind == "cue":
            return _with_cue(root, value, self.called, self.place)
        holder = container(root, self.kind, self.called)
        if self.kind in NAME_KEYS:
            if not isinstance(value, Mapping):
                raise EditRefused(f"a {self.kind} is a mapping; write for example {{{NAME_KEYS[self.kind]}: …}}")
            key = NAME_KEYS[self.kind]
            if self.called:
                value = _called(value, key, self.called)
            return Change(with_listed(root, (*holder, index_for(root, holder, self.place)), value))
        name = self.called.partition(" ")[2] if self.kind == "palette" else self.called
        if not name:
            raise EditRefused(f"a {self.kind} needs a name; write for example insert {self.kind} NAME VALUE")
        return Change(with_named(root, holder, name, value, self.place))


class Delete(Struct, frozen=True, tag="delete"):
    """Items go, groups with all that is inside; `10..20` is a run of cues."""

    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        return f"{counted(self.items)} deleted"

    def apply(self, root: Mapping) -> Change:
        numbers = Numbers(root)
        going = {find(root, item): item for item in expanded(root, self.items)}
        if not going:
            raise EditRefused("nothing is named that is to be deleted")
        cues = [path for path, item in going.items() if item.kind in ("cue", "list")]
        gone = frozenset(cue for cue, (_, path, _) in numbers.cues.items() if any(path[: len(p)] == p for p in cues))
        if named := numbers.who_names(gone):
            raise EditRefused(_still_named(named))
        for path, _ in _deepest_first(going.items()):
            root = removed(root, path)
        for item in going.values():
            if who := [*still_named(root, item)]:
                raise EditRefused(plain(f"{item} is named by {_several(who)}{_LET_GO}"))
        return Change(root)


def _with_cue(root: Mapping, value: Any, called: str, place: Place) -> Change:
    if not isinstance(value, Mapping):
        raise EditRefused("a cue is a mapping; write for example {cue: 12.5, wait: 3s}")
    list_name, _, number = called.rpartition("/")
    path = cue_place(root, Place("end", Item("list", list_name)) if list_name and place == Place() else place)
    if list_name not in ("", list_at(path)):
        raise EditRefused(plain(f"cue {called} is to stand in list {list_at(path)}; write cue {number}"))
    if number:
        value = _called(value, "cue", number)
    elif value.get("cue") is None:
        value = _first(value, "cue", free_at(root, path))
    root = retargeted(root, with_listed(root, path, value), {})
    own = value["cue"]
    name = f"cue {cue_id(list_at(path), own.strip())} inserted" if isinstance(own, str) else ""
    return Change(root, name=plain(name))


def _called(value: Mapping, key: str, name: str) -> Mapping:
    """With its name. Raises EditRefused if it calls itself something else."""
    own = value.get(key)
    if own is not None and own != name:
        raise EditRefused(plain(f"it is called {name}, and {own} in the value; write one of them"))
    return value if own is not None else _first(value, key, name)


def _first(value: Mapping, key: str, text: str) -> Mapping:
    """The mapping with a key in front."""
    new = value.changed()
    new.clear()
    new[key] = text
    new.update({k: v for k, v in value.items() if k != key})
    return new


def _deepest_first(going: Iterable[tuple[Path, Item]]) -> Iterator[tuple[Path, Item]]:
    """From the end, so that no path moves; without what is inside another that goes."""
    pairs = sorted(going, key=lambda pair: order(pair[0]), reverse=True)
    paths = {path for path, _ in pairs}
    return ((path, item) for path, item in pairs if not any(path[:n] in paths for n in range(1, len(path))))


def _still_named(named: dict[CueId, list[tuple[CueId, str]]]) -> str:
    said = []
    for cue, who in [*named.items()][:_MOST_NAMED]:
        said.append(f"cue {cue} is named by {_several([f'cue {own} ({key})' for own, key in who])}")
    return plain(f"{'; '.join(said)}{_LET_GO}")


def _several(who: list[str]) -> str:
    more = [f"{len(who) - _MOST_NAMED} more"] if len(who) > _MOST_NAMED else []
    return listed([*who[:_MOST_NAMED], *more], "and")
