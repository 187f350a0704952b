"""Something called by another name wherever it is named: whatever has a name, but cues and logistics items."""

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map

from showctl.model.logistics import DUE_AT, parse_due
from showctl.model.selection import expand
from showctl.showfile import mention
from showctl.showfile.due_cue import cue_in, with_cue
from showctl.showfile.graft import renamed, reworded
from showctl.showfile.item import LISTED, Item, path_of
from showctl.showfile.mention import Mention
from showctl.showfile.reword import Rewording, reworded_at
from showctl.showfile.tree import Mapping

_LIKE_A_RANGE = re.compile(r"(.*?)([0-9]{1,9})")
_MENTIONS: dict[str, Callable[[Mapping], Iterator[Mention]]] = {
    "device": mention.devices,
    "fixture": mention.selections,
    "group": mention.selections,
    "master": mention.masters,
    "list": mention.of_list,
    "segment": mention.segments,
    "person": mention.people,
    "supplier": mention.contacts,
}
RENAMED = (*(kind for kind in _MENTIONS if kind != "list"), "palette")
"""The kinds of parts of a show that can come into another by another name."""


class NoRange(ValueError):
    """A selection of which only some get other names, or no names in a row. Its text is the argument."""


class NotMeant(ValueError):
    """A due time that would not mean the segment by its new name. Its text is the argument."""


def mentions(root: Mapping, item: Item) -> Iterator[Mention]:
    """Where things of this kind are called by their names."""
    if item.kind == "palette":
        return mention.palettes(root, item.name.partition(" ")[0])
    return _MENTIONS[item.kind](root)


def called(text: str, item: Item, to: str) -> str:
    """What names things, where one is called something else. Raises NoRange; ValueError where there are
    not as many names of fixtures as before."""
    if item.kind == "palette":
        kind, _, old = item.name.partition(" ")
        return _palettes(text, kind, old, to)
    if item.kind == "segment":
        return _segment(text, item.name.strip(), to)
    if item.kind == "list":
        due = cue_in(text) if " " in text else None
        name, slash, cue = (due or text).partition("/")
        if name.strip() != item.name.strip():
            return text
        return with_cue(text, f"{to}/{cue}") if due else f"{to}{slash}{cue}"
    if item.kind in ("person", "supplier"):  # in a text, which may be anything
        return to if text.strip() == item.name.strip() else text
    if item.kind == "fixture":
        return in_selection(text, dict(zip(expand(item.name), expand(to), strict=True)))
    return in_selection(text, {item.name.strip(): to})


def called_in(text: str, kind: str) -> tuple[str, ...]:
    """The names of things of a kind in a text where such are named."""
    if kind == "palette":
        return tuple(dict.fromkeys(end.strip() for end in (text, *text.split(".."))))
    if kind == "segment":
        return tuple(dict.fromkeys(name for name in (text.strip(), _due_at(text)) if name is not None))
    if kind == "list":
        return ((cue_in(text) or text).partition("/")[0].strip(),)
    if kind in ("person", "supplier"):
        return (text.strip(),)
    try:
        return expand(text.partition("/")[0])
    except ValueError:
        return ()


def renamed_everywhere(root: Mapping, item: Item, to: str) -> Mapping:
    """The tree in which it has another name, all others left out of account. Raises NoRange, KeyTaken, ValueError."""
    now: dict[str, str] = {}
    found = []
    for path, text, key in list(mentions(root, item)):
        if text not in now:
            now[text] = called(text, item, to)
        found.append((path, text, now[text], key))
    new = reworded_at(root, [Rewording(path, new, key) for path, text, new, key in found if new != text])
    path = path_of(new, item)
    name_key = next((key for kind, key in LISTED.values() if kind == item.kind), None)
    return reworded(new, (*path, name_key), to) if name_key is not None else renamed(new, path, to)


def _palettes(text: str, kind: str, old: str, to: str) -> str:
    if text.strip() == old.strip():
        return to
    ends = [end.strip() for end in text.split("..")]
    fan = kind == "colour" and len(ends) == 2 and old.strip() in ends
    return "..".join(to if end == old.strip() else end for end in ends) if fan else text


def _segment(text: str, old: str, to: str) -> str:
    """What names a segment: its name, or a due time that has it inside. Raises NotMeant."""
    if text.strip() == old:
        return to
    due = " ".join(text.split())
    match = DUE_AT.fullmatch(due)
    if match is None or _due_at(due) != old:
        return text
    changed = due[: match.start("segment")] + to + due[match.end("segment") :]
    if _due_at(changed) != to:
        raise NotMeant(changed)
    return changed


def _due_at(text: str) -> str | None:
    """The segment in a due time."""
    try:
        return parse_due(text).segment
    except ValueError:
        return None


def in_selection(text: str, names: Map[str, str]) -> str:
    """A selection, perhaps with a parameter behind a slash, by other names. Raises NoRange for a range of which some
    get other names and others do not, or no names in a row."""
    selected, slash, parameter = text.partition("/")
    try:
        members = expand(selected)
    except ValueError:
        return text
    if not any(member in names for member in members):
        return text
    found = _as_range([names.get(member, member) for member in members])
    if found is None:
        raise NoRange(selected.strip())
    return f"{found}{slash}{parameter}"


def _as_range(names: list[str]) -> str | None:
    if len(names) == 1:
        return names[0]
    first, last = _LIKE_A_RANGE.fullmatch(names[0]), _LIKE_A_RANGE.fullmatch(names[-1])
    if first is None or last is None:
        return None
    text = f"{names[0]}..{names[-1]}"
    try:
        return text if list(expand(text)) == names else None
    except ValueError:
        return None
