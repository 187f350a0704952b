"""Two states of a show compared: cue by cue, fixture by fixture, field by field, in the field's words.

What only is written otherwise (`5s` and `5.0s`, the order of keys, comments, ranges cut another way) is no change.
"""

from collections.abc import Callable, Iterator
from typing import Any

from showctl.showfile.change import Change, Comparison
from showctl.showfile.compare_cues import cue_changes, moves
from showctl.showfile.compare_item import ItemChanges
from showctl.showfile.entry import listed_entries, same_shape
from showctl.showfile.item import KINDS, LISTED, NAMED, ONE, Item, items
from showctl.showfile.known import Known
from showctl.showfile.load import Loaded
from showctl.showfile.look_difference import Groups, LookDifference
from showctl.showfile.patch_difference import Places, patch_changes
from showctl.showfile.renames import renames, with_name
from showctl.showfile.tree import Mapping, node_at
from showctl.showfile.uses import uses
from showctl.showfile.who_is_who import Matched, alike

PlacesOf = Callable[[Mapping], Places]
"""Where the fixtures of a show are patched, worked out; it is asked only if the patches differ."""
_KNOWN = {"showctl", *ONE, *NAMED, *LISTED, "palettes", "cues"}


def compare(
    a: Loaded | Mapping, b: Loaded | Mapping, *, places: tuple[PlacesOf, PlacesOf] | None = None, spelling: bool = False
) -> Comparison:
    """What has to be done to `a` to come to `b`.

    `places`: for each of them how to work out where its fixtures are; else the patch is compared as it is written.
    `spelling`: also what is written otherwise and means the same. Works on trees with mistakes in them, too: these are
    compared as they are written.
    """
    before, after = (each.root if isinstance(each, Loaded) else each for each in (a, b))
    if before is after or (before.origin and after.origin and before.origin.text == after.origin.text):
        return Comparison(())
    known = (a.known if isinstance(a, Loaded) else Known()), (b.known if isinstance(b, Loaded) else Known())
    called, renamed = _called_alike(before, after)
    changes = ItemChanges(LookDifference(Groups(called), Groups(after)), known, spelling)
    found = [*_top(called, after, changes), *_named(called, after, changes, renamed)]
    for key in LISTED:
        if key == "patch" and not _same(called.get(key), after.get(key)):
            found += _patch(called, after, changes, places)
        elif key != "patch" and not _same(called.get(key), after.get(key)):
            found += _listed(called, after, key, changes)
    found += cue_changes(called, after, changes)
    order = {kind: at for at, kind in enumerate(KINDS)}
    return Comparison(tuple(sorted(found, key=lambda change: order.get(change.item.kind, len(order)))))


def _same(a: Any, b: Any) -> bool:
    return same_shape(a, b)


def _top(a: Mapping, b: Mapping, changes: ItemChanges) -> Iterator[Change]:
    """What there is one of, the author's own keys at the top, and keys that no version of showctl knows yet."""
    for kind in dict.fromkeys(("show", *ONE, *a, *b)):
        if (kind not in _KNOWN or kind in ONE) and not _same(a.get(kind), b.get(kind)):
            yield from changes.of(Item(kind), a.get(kind), b.get(kind))
    if a.own or b.own:
        yield from changes.of(Item("show"), _own(a), _own(b))
    if str(a.get("showctl")).strip() != str(b.get("showctl")).strip():
        yield Change("changed", Item("show"), ("showctl",), str(a.get("showctl") or ""), str(b.get("showctl") or ""))


def _own(root: Mapping) -> Mapping:
    found = Mapping()
    found.update(root.own)
    return found


def _called_alike(a: Mapping, b: Mapping) -> tuple[Mapping, dict[Item, Item]]:
    """The first show with the names that things have in the second, so that who names them says the same; and by new
    item what it was called.
    """
    done: dict[Item, Item] = {}
    for old, new in renames(a, b).items():
        if (root := with_name(a, old, new)) is not None:
            a, done[new] = root, old
    return a, done


def _named(a: Mapping, b: Mapping, changes: ItemChanges, called: dict[Item, Item]) -> Iterator[Change]:
    """Devices, groups, palettes, masters, lists. `called`: what was brought to its new name already, by that."""
    for item, was in called.items():
        yield Change("renamed", item, (), was.name, item.name, was, uses(b, item))
    wanted = {*NAMED.values(), "palette"}
    keys = [key for key in (*NAMED, "palettes") if not _same(a.get(key), b.get(key))]
    before, after = (_items(root, keys, wanted) for root in (a, b))
    gone, come = [item for item in before if item not in after], [item for item in after if item not in before]
    renamed: dict[Item, Item] = {}
    for item in come:
        same = [old for old in gone if old.kind == item.kind and _same(before[old], after[item])]
        if len(same) == 1 and same[0] not in renamed.values() and item.kind != "list":
            renamed[item] = same[0]
    for item in dict.fromkeys((*before, *after)):
        about = uses(b if item in after else a, item)
        if item in renamed:
            yield Change("renamed", item, (), renamed[item].name, item.name, renamed[item], about)
        elif item not in after and item not in renamed.values():
            yield Change("removed", item, (), about=about)
        elif item in after and item not in before:
            yield Change("added", item, (), about=about)
        elif item in after:
            yield from changes.of(item, before[item], after[item], about)


def _items(root: Mapping, keys: list[str], wanted: set[str]) -> dict[Item, Any]:
    part = Mapping()
    part.update({key: root[key] for key in keys if key in root})
    return {item: node_at(part, path) for item, path in items(part).items() if item.kind in wanted}


def _listed(a: Mapping, b: Mapping, key: str, changes: ItemChanges) -> Iterator[Change]:
    """Segments and logistics items."""
    matched = Matched(listed_entries(a, key), listed_entries(b, key))
    for old in matched.removed:
        yield Change("removed", old.item)
    moved = dict(moves(matched))
    for new in matched.b:
        partner = matched.in_a.get(new)
        if partner is None:
            yield Change("added", new.item)
            continue
        if partner.item != new.item:
            yield Change("renamed", new.item, (), partner.item.name, new.item.name, partner.item)
        if new in moved:
            yield moved[new]
        if not alike(partner, new):
            yield from changes.of(new.item, partner.node, new.node, name_key=LISTED[key][1])


def _patch(a: Mapping, b: Mapping, changes: ItemChanges, places: tuple[PlacesOf, PlacesOf] | None) -> Iterator[Change]:
    matched = Matched(listed_entries(a, "patch"), listed_entries(b, "patch"))
    before, after = (places[0](a), places[1](b)) if places is not None else ({}, {})
    yield from patch_changes(matched, before, after)
    for _, change in moves(matched):
        yield change
    if changes.spelling:
        for new, old in matched.in_a.items():
            if not alike(old, new):
                yield from changes.spelt(new.item, old.node, new.node)
