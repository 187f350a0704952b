"""The edit that makes the same again."""

from msgspec import Struct

from showctl.model.cue import cue_id
from showctl.model.problem import Path
from showctl.session.change import Change, EditRefused, find
from showctl.session.edit_number import free_number
from showctl.session.edit_place import NAME_KEYS, Place, container, free_at, index_for, with_listed, with_named
from showctl.session.retarget import Numbers
from showctl.showfile.cues import walk
from showctl.showfile.graft import at, put
from showctl.showfile.item import Item
from showctl.showfile.report import plain
from showctl.showfile.target_reference import named_cues
from showctl.showfile.tree import Mapping, Sequence

_ONCE = ("id", "hotkey")
"""What two cues cannot both have."""
_OF_ONE_FIXTURE = ("at", "uuid", "position", "rotation")
"""What is not true of a second fixture."""


class Duplicate(Struct, frozen=True, tag="duplicate"):
    """The same again, right after it: a cue gets a free number unless `called`, all else has to be called something.

    Of a cue, id and hotkey stay with the first; a second fixture is not patched yet.
    """

    item: Item
    called: str = ""

    @property
    def name(self) -> str:
        return f"{self.item} duplicated"

    def apply(self, root: Mapping) -> Change:
        path = find(root, self.item)
        after = Place("after", self.item)
        node = at(root, path)
        if self.item.kind == "cue":
            return _with_copy(root, path, node, self.called)
        holder = container(root, self.item.kind, self.item.name)
        if not self.called:
            raise EditRefused(f"the second {self.item.kind} needs a name; write duplicate {self.item} as NAME")
        if self.item.kind in NAME_KEYS:
            copy = node.changed()
            copy[NAME_KEYS[self.item.kind]] = self.called
            for key in _OF_ONE_FIXTURE if self.item.kind == "fixture" else ():
                copy.pop(key, None)
            return Change(with_listed(root, (*holder, index_for(root, holder, after)), copy))
        name = self.called.removeprefix(f"{holder[-1]} ") if self.item.kind == "palette" else self.called
        return Change(with_named(root, holder, name, node, after))


def _with_copy(root: Mapping, path: Path, node: Mapping, called: str) -> Change:
    """A cue again, and what is inside it: who in it named something in it names the copy of that."""
    *above, index = path
    behind = (*above, int(index) + 1)
    numbers = Numbers(root)
    list_name = next(name for name, here, _ in numbers.cues.values() if here == path)
    taken = {own.rpartition("/")[2] for own, (name, _, _) in numbers.cues.items() if name == list_name}
    first = str(node["cue"]).strip()
    number = called.removeprefix(f"{list_name}/") or free_at(root, behind)
    copies: dict[str, str] = {first: number}
    taken.add(number)
    for _, inside, _ in walk(node.get("cues") or Sequence(), ()):
        old = str(inside["cue"]).strip()
        new = number + old[len(first) :] if old.startswith(f"{first}.") else ""
        if not new or new in taken:
            new = free_number(old, None, frozenset(taken))
        copies[old] = new
        taken.add(new)
    root = with_listed(root, behind, _copied(node, copies, numbers, list_name))
    first, number = cue_id(list_name, first), cue_id(list_name, number)
    return Change(root, name=plain(f"cue {first} duplicated as cue {number}"))


def _copied(node: Mapping, copies: dict[str, str], numbers: Numbers, list_name: str) -> Mapping:
    copy = node.changed()
    copy["cue"] = copies[str(node["cue"]).strip()]
    for key in _ONCE:
        copy.pop(key, None)
    of_copies = {cue_id(list_name, old): new for old, new in copies.items()}
    for below, reference in named_cues(node):
        meant = numbers.meant(reference, list_name)
        if meant in of_copies:
            prefix = reference[: -len(reference.rpartition("/")[2])]
            kept = prefix if reference.rpartition("/")[1] else ""
            copy = put(copy, below, kept + of_copies[meant])
    if isinstance(inside := node.get("cues"), Sequence):
        cues = inside.changed()
        cues[:] = [_copied(each, copies, numbers, list_name) if isinstance(each, Mapping) else each for each in inside]
        copy["cues"] = cues
    return copy
