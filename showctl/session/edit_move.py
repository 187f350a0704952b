"""Edits that move items to another place."""

from msgspec import Struct

from showctl.model.cue import MAIN, CueId, cue_id
from showctl.session.change import Change, EditRefused, counted, find
from showctl.session.edit_number import expanded
from showctl.session.edit_place import NAME_KEYS, Place, container, cue_place, index_for, order, with_listed, with_named
from showctl.session.retarget import Numbers, retargeted
from showctl.showfile.cues import walk
from showctl.showfile.graft import at, removed
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping, Sequence


class Move(Struct, frozen=True, tag="move"):
    """Items go to another place, in the order in which they are named; cues may go to another list or group."""

    items: tuple[Item, ...]
    place: Place

    @property
    def name(self) -> str:
        return f"{counted(self.items)} moved"

    def apply(self, root: Mapping) -> Change:
        kinds = {item.kind for item in self.items}
        if len(kinds) != 1:
            raise EditRefused("items of one kind are moved at a time; name some, all cues or all fixtures and so on")
        if self.place.of in self.items:
            raise EditRefused(f"{self.place.of} cannot be moved beside itself; name another place")
        (kind,) = kinds
        items = tuple(dict.fromkeys(expanded(root, self.items)))
        return _moved_cues(root, items, self.place) if kind == "cue" else _moved(root, items, self.place)


def _moved_cues(root: Mapping, items: tuple[Item, ...], place: Place) -> Change:
    before = Numbers(root)
    paths = [find(root, item) for item in items]
    inner = next(
        (i for i, path in zip(items, paths, strict=True) for p in paths if path != p and path[: len(p)] == p), None
    )
    if inner is not None:
        raise EditRefused(f"{inner} is inside another that is to be moved; name only the outer one")
    target = find(root, place.of) if place.of is not None else ()
    if any(target[: len(path)] == path for path in paths):
        raise EditRefused(f"{place.of} is inside what is to be moved; name another place")
    nodes = [at(root, path) for path in paths]
    anchored = root
    for path in sorted(paths, key=order, reverse=True):
        anchored = removed(anchored, path)
    *above, index = cue_place(anchored, place)
    after = anchored
    for offset, node in enumerate(nodes):
        after = with_listed(after, (*above, int(index) + offset), node)
    to = str(above[1]) if above[0] == "lists" else MAIN
    renamed: dict[CueId, CueId] = {}
    for item, node in zip(items, nodes, strict=True):
        was = before.cues[item.name.removeprefix(f"{MAIN}/")][0]
        for _, cue, _ in walk(_alone(node), ()):
            number = str(cue["cue"]).strip()
            if was != to:
                if cue_id(to, number) in before.cues:
                    raise EditRefused(f"there is a cue {number} in list {to} already; renumber one of them first")
                renamed[cue_id(was, number)] = cue_id(to, number)
    return Change(retargeted(root, after, renamed), renamed)


def _moved(root: Mapping, items: tuple[Item, ...], place: Place) -> Change:
    holder = container(root, items[0].kind, items[0].name)
    paths = [find(root, item) for item in items]
    if any(path[:-1] != holder for path in paths):
        raise EditRefused("these do not stand together; move those of one kind at a time")
    nodes = [at(root, path) for path in paths]
    for path in sorted(paths, key=order, reverse=True):
        root = removed(root, path)
    for path, node in [*zip(paths, nodes, strict=True)][:: -1 if place.where in ("after", "start") else 1]:
        if items[0].kind in NAME_KEYS:
            root = with_listed(root, (*holder, index_for(root, holder, place)), node)
        else:
            root = with_named(root, holder, str(path[-1]), node, place)
    return Change(root)


def _alone(node: Mapping) -> Sequence:
    cues = Sequence()
    cues.append(node)
    return cues
