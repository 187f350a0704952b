"""Edits of names. Whoever refers to something by its name refers to it by the new one."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Map
from typing import Any

from msgspec import Struct

from showctl.model.cue import MAIN, CueId, cue_id
from showctl.model.problem import Path
from showctl.model.selection import expand, is_name
from showctl.program.renaming import Kind, worded
from showctl.session.change import Change, EditRefused, find
from showctl.session.edit_number import renumbered
from showctl.session.edit_place import NAME_KEYS
from showctl.session.retarget import Numbers, retargeted
from showctl.showfile import mention
from showctl.showfile.graft import at, renamed, reworded
from showctl.showfile.item import LISTED, NAMED, Item
from showctl.showfile.mention import Mention
from showctl.showfile.renaming import NoRange, NotMeant, called, in_selection, mentions
from showctl.showfile.report import plain
from showctl.showfile.reword import KeyTaken, Rewording, reworded_at
from showctl.showfile.tree import Mapping


class Rename(Struct, frozen=True, tag="rename"):
    """Something gets another name: a cue another number, a line of the patch other ids (as many), a logistics item or
    budget line another title, a guest another name."""

    item: Item
    to: str

    @property
    def name(self) -> str:
        return f"{self.item} renamed {self.to}"

    def apply(self, root: Mapping) -> Change:
        return renamed_item(root, self.item, self.to.strip())


def renamed_item(root: Mapping, item: Item, to: str) -> Change:
    """The tree in which an item is called something else, by all. Raises EditRefused."""
    path = find(root, item)
    if not to:
        raise EditRefused(f"{item} needs a name; write one")
    match item.kind:
        case "cue":
            return renumbered(
                root, {item.name.removeprefix(f"{MAIN}/"): to.removeprefix(f"{MAIN}/").rpartition("/")[2]}
            )
        case "fixture":
            return _fixture(root, path, item, to)
        case "logistics" | "guest" | "budget":
            return Change(reworded(root, (*path, NAME_KEYS[item.kind]), to))
        case "segment":
            _refuse_taken(root, item, to)
            new = reworded(root, (*path, "segment"), to)
            try:
                new = _rewritten(new, mention.segments(new), lambda text: called(text, item, to))
            except NotMeant as due:
                raise EditRefused(plain(f"'{due}' would not mean segment {to}; take another name")) from None
            return Change(new, worded("segment", {item.name.strip(): to}))
        case "list":
            return _list(root, path, item, to)
        case "palette":
            return Change(_palette(root, path, item, to))
        case "person" | "supplier":
            _refuse_taken(root, item, to)
            _refuse_no_name(item, to)
            new = _rewritten(root, mentions(root, item), lambda text: called(text, item, to))
            return Change(renamed(new, path, to))
        case "device" | "group" | "master":
            _refuse_taken(root, item, to)
            _refuse_no_name(item, to)
            named = {"device": mention.devices, "group": mention.selections, "master": mention.masters}[item.kind]
            old = item.name.strip()
            new = _rewritten(root, named(root), lambda text: _in_selection(text, {old: to}, item))
            kind: Kind = item.kind
            return Change(renamed(new, path, to), worded(kind, {old: to}))
    raise EditRefused(f"{item.kind} has no name; set one of its fields, for example {item.kind} title")


def _list(root: Mapping, path: Path, item: Item, to: str) -> Change:
    if item.name == MAIN or to == MAIN:
        raise EditRefused(f"'{MAIN}' is the list under cues: at the top, and stays so; name another")
    _refuse_taken(root, item, to)
    _refuse_no_name(item, to)
    numbers = Numbers(root)
    ids: dict[CueId, CueId] = {
        own: cue_id(to, own.rpartition("/")[2]) for own, (name, _, _) in numbers.cues.items() if name == item.name
    }
    new = renamed(root, path, to)
    new = _rewritten(new, mention.lists(new), lambda text: to if text.strip() == item.name.strip() else text)
    return Change(retargeted(root, new, ids), ids | worded("list", {item.name.strip(): to}))


def _palette(root: Mapping, path: Path, item: Item, to: str) -> Mapping:
    kind = item.name.partition(" ")[0]
    to = to.removeprefix(f"{kind} ")
    _refuse_no_name(item, to)
    if any(to == key.strip() for key in at(root, path[:-1])):
        raise EditRefused(plain(f"there is a {kind} palette '{to}' already; take another name"))

    new = _rewritten(root, mention.palettes(root, kind), lambda text: called(text, item, to))
    return renamed(new, path, to)


def _fixture(root: Mapping, path: Path, item: Item, to: str) -> Change:
    try:
        old, new = expand(item.name), expand(to)
    except ValueError as error:
        raise EditRefused(plain(str(error))) from None
    if len(old) != len(new):
        raise EditRefused(plain(f"{item.name} is {len(old)} fixtures and {to} is {len(new)}; write as many names"))
    names = dict(zip(old, new, strict=True))
    root = _rewritten(root, mention.selections(root), lambda text: _in_selection(text, names, item))
    return Change(reworded(root, (*path, "id"), to), worded("fixture", names))


def _in_selection(text: str, names: Map[str, str], item: Item) -> str:
    try:
        return in_selection(text, names)
    except NoRange as error:
        what = f"'{error}' cannot be written as one range after that"
        raise EditRefused(plain(f"{item} keeps its name: {what}; write it as ranges of its parts first")) from None


def _rewritten(root: Mapping, mentions: Iterable[Mention], anew: Callable[[str], str]) -> Mapping:
    """The tree in which each of these says what `anew` makes of it; keys stay in their place. Raises EditRefused where
    two keys would be the same."""
    found = [(path, text, anew(text), key) for path, text, key in list(mentions)]
    try:
        return reworded_at(root, [Rewording(path, new, key) for path, text, new, key in found if new != text])
    except KeyTaken as taken:
        raise EditRefused(
            plain(f"{taken.old} and {taken.new} stand beside each other in one look; join the two first")
        ) from None


def _refuse_taken(root: Mapping, item: Item, to: str) -> None:
    if any(each.strip() == to for each in _names(root, item.kind)):
        raise EditRefused(plain(f"there is a {item.kind} {to} already; take another name"))


def _refuse_no_name(item: Item, to: str) -> None:
    if not is_name(to):
        raise EditRefused(
            plain(f"'{to}' cannot be the name of a {item.kind}; write letters, digits, spaces, '-', '_' or '.'")
        )


def _names(root: Mapping, kind: str) -> Iterator[str]:
    for key, named in NAMED.items():
        section: Any = root.get(key)
        if named == kind and isinstance(section, Mapping):
            yield from section
    for key, (listed, name) in LISTED.items():
        section = root.get(key)
        for each in section if listed == kind and section else ():
            if isinstance(each, Mapping) and isinstance(each.get(name), str):
                yield each[name]
