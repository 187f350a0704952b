"""Three trees of shows merged into one, key by key at the top; what each key holds decides how."""

from typing import Any

from showctl.model.cue import MAIN
from showctl.showfile.conflict import Choices
from showctl.showfile.entry import listed_entries
from showctl.showfile.item import LISTED, NAMED, ONE, Item
from showctl.showfile.merge_numbers import numbered
from showctl.showfile.merge_order import merged_order
from showctl.showfile.merge_renames import alike_named
from showctl.showfile.merge_rows import Rows
from showctl.showfile.merge_trio import SIDES, Side, Trios, matched_trios
from showctl.showfile.merge_value import MISSING, Seen, Values
from showctl.showfile.merge_words import Edited
from showctl.showfile.tree import NOTHING, Mapping, Sequence

Roots = dict[Side, Mapping]


def merged_tree(roots: Roots, choices: Choices) -> tuple[Mapping, Values]:
    """The tree that comes out, and what is to be asked. Where mine can be kept it is the same object."""
    values = Values(choices)
    settled = numbered(alike_named(roots), values)
    roots = settled.roots
    values.edited = Edited(roots).words
    lists = _named("lists", roots, values)
    names = frozenset({MAIN, *(lists if isinstance(lists, Mapping) else ())})
    written = {(side, name): row for side in SIDES for name, row in _lists(roots[side])}
    rows = Rows(settled.trios, values, written, names, settled.left_out)
    found: dict[str, Any] = {}
    for key in dict.fromkeys((*roots["mine"], *roots["theirs"], *roots["base"])):
        if key == "cues":
            value: Any = rows.row((MAIN, None))
        elif key == "lists":
            value = _with_cues(lists, rows)
        elif key in LISTED:
            value = _listed(key, roots, values)
        elif key in NAMED or key == "palettes":
            value = _named(key, roots, values)
        else:
            value = values.item(key, Item(key) if key in ONE else Item("show"), *_of(roots, key))
        if value is not None and value is not MISSING and (value or not _removed(roots, key)):
            found[key] = value
    for key in dict.fromkeys((*roots["mine"].own, *roots["theirs"].own, *roots["base"].own)):
        sides = (root.own.get(key, MISSING) for root in roots.values())
        if (value := values.item(key, Item("show"), *sides)) is not MISSING:
            found[key] = value
    return _root(roots, found), values


def _root(roots: Roots, found: dict[str, Any]) -> Mapping:
    base, mine, theirs = ({**roots[side], **roots[side].own} for side in SIDES)
    order = merged_order(list(base), list(mine), list(theirs), found)
    if order == list(mine) and all(found[key] is mine[key] for key in order):
        return roots["mine"]
    root = roots["mine"].changed()
    root.clear()
    root.update({key: found[key] for key in order if key[:2] != "x-"})
    root.own = {key: found[key] for key in order if key[:2] == "x-"} or NOTHING
    return root


def _of(roots: Roots, key: str) -> tuple[Any, Any, Any]:
    base, mine, theirs = (roots[side].get(key, MISSING) for side in SIDES)
    return base, mine, theirs


def _removed(roots: Roots, key: str) -> bool:
    """Whether somebody took out the key that there was."""
    return any(key not in roots[side] for side in SIDES)


def _lists(root: Mapping) -> list[tuple[str, Sequence]]:
    found = [(MAIN, root.get("cues"))]
    lists = root.get("lists")
    if isinstance(lists, Mapping):
        found += [(name, each.get("cues")) for name, each in lists.items() if isinstance(each, Mapping)]
    return [(name, row) for name, row in found if isinstance(row, Sequence)]


def _with_cues(lists: Any, rows: Rows) -> Any:
    """The lists, each with its cues."""
    if not isinstance(lists, Mapping):
        return lists
    found = {}
    for name, each in lists.items():
        row = rows.row((name, None))
        if isinstance(each, Mapping) and row is not None and each.get("cues") is not row:
            each = each.changed()
            each["cues"] = row
        found[name] = each
    if all(lists[name] is each for name, each in found.items()):
        return lists
    new = lists.changed()
    new.update(found)
    return new


def _listed(key: str, roots: Roots, values: Values) -> Any:
    kind, _ = LISTED[key]
    entries = (listed_entries(roots[side], key) for side in SIDES)
    written = {(side, key): row for side in SIDES if isinstance(row := roots[side].get(key), Sequence)}
    return Rows(Trios(matched_trios(kind, *entries)), values, written).row((key, None))


def _named(key: str, roots: Roots, values: Values) -> Any:
    """What has its name as its key; palettes by kind, too."""
    sides = _of(roots, key)
    if all(side is MISSING or side is None for side in sides):
        return sides[1]
    if not all(isinstance(side, Mapping) or side is MISSING or side is None for side in sides):
        return values.item(key, Item("show"), *sides)
    if key != "palettes":
        return _by_name(sides, NAMED[key], "", values)
    base, mine, theirs = (side if isinstance(side, Mapping) else Mapping() for side in sides)
    kinds = {
        kind: _by_name((base.get(kind), mine.get(kind), theirs.get(kind)), "palette", f"{kind} ", values)
        for kind in dict.fromkeys((*mine, *theirs, *base))
    }
    kinds = {kind: each for kind, each in kinds.items() if each or kind in mine}
    return _gathered(base, mine, theirs, kinds)


def _by_name(sides: tuple[Any, Any, Any], kind: str, prefix: str, values: Values) -> Any:
    base, mine, theirs = (side if isinstance(side, Mapping) else Mapping() for side in sides)
    found = {}
    for name in dict.fromkeys((*mine, *theirs, *base)):
        item = Item(kind, f"{prefix}{name}")
        seen = Seen(item, *(side.get(name, MISSING) for side in (base, mine, theirs)))
        values.seen[str(item)] = seen
        value = values.item(str(item), *seen, skip={"cues"} if kind == "list" else ())
        if value is not MISSING:
            found[name] = value
    return _gathered(base, mine, theirs, found)


def _gathered(base: Mapping, mine: Mapping, theirs: Mapping, found: dict[str, Any]) -> Mapping:
    """A mapping of what was found: mine, if it is just that."""
    order = merged_order(list(base), list(mine), list(theirs), found)
    if order == list(mine) and all(found[name] is mine[name] for name in order):
        return mine
    new = mine.changed() if mine.read is not None or mine else theirs.changed()
    new.clear()
    new.update({name: found[name] for name in order})
    new.own = {**theirs.own, **mine.own} or NOTHING
    return new
