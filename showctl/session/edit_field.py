"""Edits of one field: a value is set or taken away."""

from msgspec import Struct

from showctl.model.problem import Path
from showctl.session.change import Change, EditRefused, find, value_of
from showctl.session.edit_name import renamed_item
from showctl.session.edit_number import run_of
from showctl.session.own_field import below, standing
from showctl.session.written import worded
from showctl.showfile.graft import NoSuchPlace, at, put, removed
from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.item import LISTED, ONE, Item
from showctl.showfile.report import plain
from showctl.showfile.suggest import suggestion
from showctl.showfile.tree import Mapping, Sequence

Field = tuple[str | int, ...]
"""Keys and indices below an item, as written: `("light", "time")`; empty: all that the item is."""
_MAPPINGS = {"cue", *(kind for kind, _ in LISTED.values())}
_NAMES = {"cue": "cue", "segment": "segment"}
"""Kinds that others refer to by what stands under this key."""


class Set(Struct, frozen=True, tag="set"):
    """A field gets a value. What is on the way to it and not there is made."""

    item: Item
    field: Field
    value: str
    """As written in a show file: `3s`, `"12"`, `{up: 3s}`. `written.written` makes it of any text or tree."""
    below: tuple[str, ...] = ()
    """Of a key of the author's own: the words after it. What is there says which of them name a field below."""

    @property
    def name(self) -> str:
        return f"{_words(self.field)} of {self.item}" if self.field else str(self.item)

    def apply(self, root: Mapping) -> Change:
        if several := run_of(root, self.item):
            if self.field == (_NAMES.get(self.item.kind),):
                raise EditRefused(f"several cues cannot have one number; write renumber {self.item.name} from N")
            for item, path in several:
                root = Set(item, self.field, self.value, self.below)._put(root, path)
            return Change(root)
        path = ONE[self.item.kind] if self.item.kind in ONE and self.field else find(root, self.item)
        value = value_of(self.value)
        if self.field == (_NAMES.get(self.item.kind),):
            if not isinstance(value, str):
                raise EditRefused(f"{self.value} cannot name a {self.item.kind}; write a number or a short name")
            return renamed_item(root, self.item, value.strip())
        return Change(self._put(root, path))

    def _put(self, root: Mapping, path: Path) -> Mapping:
        if not self.field and self.item.kind in _MAPPINGS:
            raise EditRefused(f"what of {self.item} is to be set? Name one of its fields, for example label")
        deeper, rest = below(standing(root, (*path, *self.field)), self.below, leave=1)
        value = worded(" ".join(rest), is_text=False) if deeper else self.value
        try:
            return put(root, (*path, *self.field, *deeper), value_of(value))
        except NoSuchPlace as nowhere:
            raise EditRefused(_no_place(root, self.item, path, self.field, nowhere.path)) from None


class Remove(Struct, frozen=True, tag="remove"):
    """A field is taken away: then it counts as not written, and has the value that `<<` gives it, if it does."""

    item: Item
    field: Field
    below: tuple[str, ...] = ()
    """As of `Set`."""

    @property
    def name(self) -> str:
        return f"{_words(self.field)} of {self.item} removed"

    def apply(self, root: Mapping) -> Change:
        if several := run_of(root, self.item):
            for item, path in several:
                root = Remove(item, self.field, self.below)._removed(root, path)
            return Change(root)
        return Change(self._removed(root, find(root, self.item)))

    def _removed(self, root: Mapping, path: Path) -> Mapping:
        if not self.field:
            raise EditRefused(f"what of {self.item} is to be removed? Name one of its fields, or delete {self.item}")
        if self.below:
            deeper, rest = below(standing(root, (*path, *self.field)), self.below, leave=0)
            return Remove(self.item, (*self.field, *deeper, *rest))._removed(root, path)
        node = at(root, path)
        for depth, element in enumerate(self.field):
            _refuse_missing(node, element, self.item, self.field[:depth])
            _refuse_merged(node, element, self.item, self.field[: depth + 1])
            node = at(node, (element,))
        whole = (*path, *self.field)
        parent, key = at(root, whole[:-1]), str(whole[-1])
        there, given = parent.given(key) if isinstance(parent, Mapping) else (False, None)
        return put(root, whole, given) if there else removed(root, whole)


def _refuse_missing(node: object, element: str | int, item: Item, above: Field) -> None:
    whose = f"{_words(above)} of {item}" if above else str(item)
    if isinstance(node, Mapping) and (element in node or element in node.own):
        return
    if isinstance(node, Sequence) and isinstance(element, int) and 0 <= element < len(node):
        return
    keys = [*node, *node.own] if isinstance(node, Mapping) else []
    remedy = suggestion(str(element), keys, "nothing has to be removed") if keys else "nothing has to be removed"
    raise EditRefused(plain(f"{whose} has no {_words((element,))}; {remedy}"))


def _refuse_merged(node: object, element: str | int, item: Item, field: Field) -> None:
    """A key that `<<` gives would be back as soon as the file is read again."""
    read = node.read if isinstance(node, Mapping) else None
    key = str(element)
    if not isinstance(node, Mapping) or read is None:
        return
    there, given = node.given(key)
    if there and node[key] is given and (key in read.merged or read.get(key) is not given):
        line = next(source for source in read.sources if key in source).mark[0]
        what = f"{_words(field)} of {item} comes through << from line {line}"
        raise EditRefused(plain(f"{what}; remove it there, or set another value here"))


def _no_place(root: Mapping, item: Item, path: Path, field: Field, as_far: Path) -> str:
    found = at(root, as_far)
    there = field[: len(as_far) - len(path)]
    whose = f"{_words(there)} of {item}" if there else str(item)
    if isinstance(found, Sequence):
        return plain(f"{whose} is a list of {len(found)}; name an entry of it, 1 to {len(found) + 1}, or set all of it")
    shown = scalar_or_flow(found) if found is not None else "empty"
    return plain(f"{whose} is {shown}, which has no {_words(field[len(there) :][:1])}; set all of it anew")


def _words(field: Field) -> str:
    return " ".join(str(each + 1) if isinstance(each, int) else each for each in field)
