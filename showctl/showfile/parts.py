"""Parts of another show put into this one: cues with all that they need, lists, patch, palettes, plans.

What both have alike is shared. The rig is this show's: a fixture of the same kind, a device of the same type, is the
same, wherever it is patched or sends to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from showctl.cues.targets import resolve
from showctl.model.cue import MAIN, CueId, cue_id
from showctl.showfile.cue_numbers import renumbered
from showctl.showfile.entry import Entry, cue_entries, same_shape
from showctl.showfile.graft import put
from showctl.showfile.item import LISTED, NAMED, Item, items
from showctl.showfile.load import Loaded, of_root
from showctl.showfile.meaning import Meaning
from showctl.showfile.needs import all_needed, fixture_lines, names
from showctl.showfile.parts_renamed import CannotRename, Renaming, new_numbers, renamed_parts
from showctl.showfile.suggest import suggestion
from showctl.showfile.target_reference import named_cues
from showctl.showfile.tree import Mapping, node_at
from showctl.showfile.tree import Sequence as Listed

KINDS = {**NAMED, "palettes": "palette"}
KINDS |= {key: kind for key, (kind, _) in LISTED.items()}
"""By key at the top of a file what stands under it, where it has names."""
_RIG = {"fixture": ("fixture", "mode"), "device": ("type", "profile")}
"""What has to be the same of a fixture or device for it to be taken for the same."""


class NoSuchPart(Exception):
    """What was asked for is not in the other show: says what, and what to write."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the other show. `cues`: numbers and ranges (`12`, `10..20`, `foyer/F1`), from the first to the
    last in the order of its list. `keys`: all under these keys of the file. `number_from`: the cues get numbers from
    this one on. `after`: the cue of this show that they come after; else they stand at the end of the list `to_list`.
    `keep`: of what is here and there, and not the same, this show's stays. `renamed`: what gets another name here.
    """

    cues: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    number_from: int | None = None
    after: str = ""
    to_list: str = MAIN
    keep: bool = False
    renamed: tuple[Renaming, ...] = ()


@dataclass(slots=True)
class Taken:
    """What came of it. `clashes`: what is here and there and not the same; with any, `loaded` is this show as it was.

    `kept`: what this show has its own of. `notes`: what else is to be known.
    """

    loaded: Loaded
    added: list[Item] = field(default_factory=list)
    shared: list[Item] = field(default_factory=list)
    clashes: list[str] = field(default_factory=list)
    kept: list[Item] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def take(other: Loaded, into: Loaded, wanted: Wanted) -> Taken:
    """Put parts of a show into another. Raises NoSuchPart; Refused if what comes out would be wrong."""
    taken = Taken(into)
    there = _renamed(other.root, wanted)
    paths = items(there)
    cues = _chosen(there, wanted)
    chosen = [item for item in paths if _asked(item, wanted)]
    _check_asked(there, wanted)
    things = [("cue", entry.node) for entry in cues]
    things += [(item.kind, node_at(there, paths[item])) for item in chosen if item.kind != "fixture"]
    lines = fixture_lines(there)
    needed = [item for item in all_needed(there, things, paths) if item not in chosen]
    fixtures = [Item("fixture", name) for item in chosen if item.kind == "fixture" for name in names(item.name)]
    root = into.root
    for index in dict.fromkeys(lines[i.name] for i in (*fixtures, *needed) if i.kind == "fixture"):
        root = _line(root, there, index, taken, wanted)
    for item in (*[i for i in needed if i.kind != "fixture"], *(i for i in chosen if i.kind != "fixture")):
        root = _item(root, item, node_at(there, paths[item]), taken, wanted)
    root = _with_cues(root, there, cues, taken, wanted)
    if not taken.clashes:
        taken.loaded = of_root(root, into) if root is not into.root else into
    return taken


def _renamed(root: Mapping, wanted: Wanted) -> Mapping:
    try:
        return renamed_parts(root, wanted.renamed)
    except CannotRename as reason:
        raise NoSuchPart(str(reason)) from None


def _asked(item: Item, wanted: Wanted) -> bool:
    if item.kind == "list":
        return item.name in wanted.lists or "lists" in wanted.keys
    return any(KINDS.get(key) == item.kind for key in wanted.keys)


def _check_asked(root: Mapping, wanted: Wanted) -> None:
    lists = root.get("lists")
    there = list(lists) if isinstance(lists, Mapping) else []
    for name in wanted.lists:
        if name not in there:
            raise NoSuchPart(f"it has no list '{name}'; {suggestion(name, there, 'it has none under that name')}")


def _chosen(root: Mapping, wanted: Wanted) -> list[Entry]:
    """The cues that are asked for, those inside groups only where they are named themselves."""
    entries = cue_entries(root)
    by_id = {entry.item.name: entry for entry in entries}
    found: dict[Entry, None] = {}
    for asked in wanted.cues:
        first, dots, last = asked.removeprefix(f"{MAIN}/").partition("..")
        last = cue_id(first.rpartition("/")[0] or MAIN, last) if dots and "/" not in last else last
        for each in (first, last) if dots else (first,):
            if each not in by_id:
                otherwise = "write the number of a cue, or list/number"
                raise NoSuchPart(f"it has no cue '{each}'; {suggestion(each, by_id, otherwise)}")
        ends = by_id[first], by_id[last] if dots else by_id[first]
        if ends[0].place != ends[1].place or ends[0].holder is not ends[1].holder:
            raise NoSuchPart(f"'{asked}': the two stand in different lists or groups; name the cues one by one")
        row = [entry for entry in entries if entry.place == ends[0].place and entry.holder is ends[0].holder]
        start, end = row.index(ends[0]), row.index(ends[1])
        if start > end:
            raise NoSuchPart(f"'{asked}' runs backwards: cue {last} stands first; write them the other way round")
        found.update(dict.fromkeys(row[start : end + 1]))
    return [entry for entry in entries if entry in found]


def _line(root: Mapping, other: Mapping, index: int, taken: Taken, wanted: Wanted) -> Mapping:
    """A line of the patch."""
    line = other["patch"][index]
    item = Item("fixture", str(line["id"]).strip())
    here = fixture_lines(root)
    there = [name for name in names(item.name) if name in here]
    if not there:
        taken.added.append(item)
        return _appended(root, "patch", line)
    same = all(_same_kind("fixture", root["patch"][here[name]], line) for name in there)
    if same and len(there) == len(names(item.name)):
        taken.shared.append(item)
    elif wanted.keep and len(there) == len(names(item.name)):
        taken.kept.append(item)
    else:
        missing = "" if len(there) == len(names(item.name)) else "only some of them are here, "
        what = "of another kind" if not same else "in part"
        taken.clashes.append(f'{item}: {missing}this show has {there[0]} {what}; write --rename "{item} to …"')
    return root


def _item(root: Mapping, item: Item, node: Any, taken: Taken, wanted: Wanted) -> Mapping:
    """Anything else that has a name."""
    here = items(root)
    if item in here:
        own = node_at(root, here[item])
        if _same(item, own, node):
            taken.shared.append(item)
        elif wanted.keep:
            taken.kept.append(item)
        else:
            taken.clashes.append(
                f'{item}: this show has another one; write --keep to use it, or --rename "{item} to …"'
            )
        return root
    taken.added.append(item)
    key = next(key for key, kind in KINDS.items() if kind == item.kind)
    if key in LISTED:
        return _appended(root, key, node)
    path = (key, *item.name.split(" ", 1)) if key == "palettes" else (key, item.name)
    return put(root, path, node)


def _same(item: Item, own: Any, node: Any) -> bool:
    if item.kind in _RIG:
        return _same_kind(item.kind, own, node)
    if item.kind == "list":
        return same_shape(own, node)
    return bool(Meaning(*item, own).exact == Meaning(*item, node).exact)


def _same_kind(kind: str, own: Any, node: Any) -> bool:
    return all(str(own.get(key)).strip() == str(node.get(key)).strip() for key in _RIG[kind])


def _appended(root: Mapping, key: str, node: Any) -> Mapping:
    rows = root.get(key)
    new = rows.changed() if isinstance(rows, Listed) else Listed()
    new.append(node)
    return put(root, (key,), new)


def _with_cues(root: Mapping, other: Mapping, cues: list[Entry], taken: Taken, wanted: Wanted) -> Mapping:
    """The show with the cues in their place, under numbers that nobody has."""
    if not cues:
        return root
    ids = _numbers(cues, wanted)
    excerpt = renumbered(other, ids) if any(old != new for old, new in ids.items()) else other
    rows = cue_entries(root)
    at = next((entry for entry in rows if entry.item.name == wanted.after.removeprefix(f"{MAIN}/")), None)
    if wanted.after and at is None:
        near = suggestion(wanted.after, [entry.item.name for entry in rows], "write the number of a cue")
        raise NoSuchPart(f"this show has no cue '{wanted.after}'; {near}")
    place = at.place if at is not None else wanted.to_list
    used = {entry.item.name for entry in rows}
    for entry in _inside(cues):
        new = cue_id(place, ids[entry.item.name].rpartition("/")[2])
        if new in used:
            taken.clashes.append(
                f"cue {new}: this show has one with that number; write --renumber 100, or "
                f'--rename "cue {entry.item.name} to 100"'
            )
        taken.added.append(Item("cue", new))
    taken.notes += _left_behind(other, cues, ids)
    nodes = [_fit(node_at(excerpt, entry.path), items(root), taken) for entry in cues]
    path = at.path[:-1] if at is not None else ("cues",) if place == MAIN else ("lists", place, "cues")
    old = node_at(root, path) if at is not None or Item("list", place) in items(root) or place == MAIN else None
    row = old.changed() if isinstance(old, Listed) else Listed()
    index = int(at.path[-1]) + 1 if at is not None else len(row)
    row[index:index] = nodes
    return put(root, path, row)


def _inside(cues: Sequence[Entry]) -> list[Entry]:
    """Cues, and those inside them."""
    found: list[Entry] = []
    for entry in cues:
        root = Mapping()
        root["cues"] = Listed()
        root["cues"].append(entry.node)
        for each in cue_entries(root):
            each.item = Item("cue", cue_id(entry.place, each.item.name))
            each.place = entry.place
            found.append(each)
    return found


def _numbers(cues: Sequence[Entry], wanted: Wanted) -> dict[CueId, CueId]:
    """New ids by old ones; of cues inside groups what stands after the number of the group is kept."""
    found: dict[CueId, CueId] = {}
    place = wanted.after.rpartition("/")[0] or wanted.to_list
    given = new_numbers(wanted.renamed)
    for at, entry in enumerate(cues):
        own_number = given.get(entry.item.name)
        number = own_number or (_bare(entry) if wanted.number_from is None else str(wanted.number_from + at))
        for count, each in enumerate(_inside([entry])):
            own = _bare(each)
            if wanted.number_from is not None or own_number:
                rest = own.removeprefix(_bare(entry))
                own = number if count == 0 else number + (rest if rest != own and rest[:1] == "." else f".{count}")
            found[each.item.name] = cue_id(place, own)
    return found


def _fit(cue: Any, here: dict[Item, Any], taken: Taken) -> Any:
    """A cue without what only the other show can mean: the segment that it starts."""
    segment = cue.get("starts segment")
    new = cue
    if isinstance(segment, str) and Item("segment", segment.strip()) not in here:
        taken.notes.append(f"cue {cue.get('cue')} no longer starts segment {segment.strip()}, which this show has not")
        new = cue.changed()
        del new["starts segment"]
    if isinstance(inside := cue.get("cues"), Listed):
        fitted = [_fit(each, here, taken) for each in inside]
        if any(a is not b for a, b in zip(fitted, inside, strict=True)):
            row = inside.changed()
            row[:] = fitted
            new = new.changed()
            new["cues"] = row
    return new


def _left_behind(other: Mapping, cues: Sequence[Entry], ids: dict[CueId, CueId]) -> list[str]:
    """What acts on cues that are not taken along: there it means whatever has that number here."""
    there = {entry.item.name for entry in cue_entries(other)}
    found = []
    for entry in _inside(cues):
        for _, reference in named_cues(entry.node):
            meant = resolve(reference, entry.place, there)
            if meant is not None and meant not in ids:
                found.append(f"cue {entry.item.name} acts on cue {meant}, which is not taken along: look at it")
    return found


def _bare(entry: Entry) -> str:
    return entry.item.name.rpartition("/")[2]
