"""An edit by which a piece of another show comes in: patch, groups, lists and so on, all at once."""

from typing import Any

from msgspec import Struct

from showctl.session.change import Change, EditRefused, value_of
from showctl.showfile.graft import fresh, put
from showctl.showfile.item import LISTED, NAMED
from showctl.showfile.suggest import listed
from showctl.showfile.tree import Mapping, Sequence

_LISTED = ("cues", *LISTED)


class Import(Struct, frozen=True, tag="import"):
    """What has a name comes in beside what is there, what stands in lists at their end. A list that is there gets the
    cues of one of its name. Names that are there are refused.
    """

    piece: str
    """As written in a show file, without `showctl` and `show`."""
    called: str = ""

    @property
    def name(self) -> str:
        return f"import of {self.called}" if self.called else "import"

    def apply(self, root: Mapping) -> Change:
        piece = value_of(self.piece)
        if not isinstance(piece, Mapping):
            raise EditRefused("there is nothing to import")
        for key, value in piece.items():
            root = _with(root, key, fresh(value))
        return Change(root)


def _with(root: Mapping, key: str, value: Any) -> Mapping:
    if key in _LISTED and isinstance(value, Sequence):
        return _longer(root, (key,), value)
    if key == "palettes" and isinstance(value, Mapping):
        for kind, named in value.items():
            root = _named(root, (key, kind), named)
        return root
    if key in NAMED and isinstance(value, Mapping):
        return _named(root, (key,), value)
    raise EditRefused(f"{key} cannot be imported; write {listed((*_LISTED, *NAMED, 'palettes'))}")


def _named(root: Mapping, path: tuple[str, ...], named: Any) -> Mapping:
    if not isinstance(named, Mapping):
        raise EditRefused(f"{' > '.join(path)} has no names below it")
    for name, value in named.items():
        there: Any = root
        for element in (*path, name):
            there = there.get(element) if isinstance(there, Mapping) else None
        if there is None:
            root = put(root, (*path, name), value)
        elif path == ("lists",) and isinstance(value, Mapping) and isinstance(value.get("cues"), Sequence):
            root = _longer(root, (*path, name, "cues"), value["cues"])
        else:
            raise EditRefused(f"there is {name} under {' > '.join(path)} already; rename one of them")
    return root


def _longer(root: Mapping, path: tuple[str, ...], items: Sequence) -> Mapping:
    there: Any = root
    for element in path:
        there = there.get(element) if isinstance(there, Mapping) else None
    longer = there.changed() if isinstance(there, Sequence) else Sequence()
    longer.extend(items)
    return put(root, path, longer)
