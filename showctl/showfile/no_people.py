"""A show without personal data, for whoever is not to have it: roles instead of names, no numbers, no guests.

Comments are left out as well: they are free text of which nobody knows whom it names.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from showctl.model.selection import is_name
from showctl.model.unit import Quoted
from showctl.showfile.house_style import text_of_new
from showctl.showfile.item import Item
from showctl.showfile.mention import CONTACT_KEYS
from showctl.showfile.renaming import renamed_everywhere
from showctl.showfile.tree import Mapping, Sequence

_KEPT = ("company", "department", "call", "location", "confirmed")
"""What a person or supplier keeps besides the role."""
_NUMBER = re.compile(r"\+[0-9][0-9 ()/.-]{5,}[0-9]|\b0[0-9]{1,4}[ /-][0-9][0-9 -]{4,}[0-9]\b")
_EMAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[a-z]{2,}", re.IGNORECASE)
_FREE = {
    *("label", "notes", "memo", "title", "owner", "contact", "contacts", "location", "company", "role", "department"),
    *("address", "power", "rigging", "access", "parking", "rooms", "block"),
}
"""Keys under which free text stands, which nothing is called by."""
_MOST_TOLD = 20


def without_people(root: Mapping) -> tuple[str, list[str]]:
    """The text of the show without them, and what is to be looked at by a person: texts that may name somebody.

    People and suppliers keep what they do (`role`, `company`, `department`, `call`, `location`), under short names that
    are not theirs. What says their names, numbers or addresses elsewhere says the role instead.
    """
    words = dict(_words(root))
    names = _pattern({part for name in _names(root) for part in re.findall(r"\w{4,}", name)})
    root = _short_names(root)
    new: dict[str, Any] = {}
    for key, value in root.items():
        if key in ("people", "suppliers") and isinstance(value, Mapping):
            new[key] = {name: _contact(each, key) for name, each in value.items()}
        elif key != "guests":
            new[key] = _without_contact(key, value, root)
    found = _Replacing(words, _short_names_of(root)).tree(new)
    told = list(_told(found, names))
    more = [f"and {len(told) - _MOST_TOLD} more texts"] if len(told) > _MOST_TOLD else []
    return text_of_new(found), [*told[:_MOST_TOLD], *more]


def _role(contact: Mapping, key: str) -> str:
    found = (contact.get(each) for each in ("role", "department", "company"))
    return next((text for text in found if isinstance(text, str) and text.strip()), key.removesuffix("s").capitalize())


def _contact(contact: Any, key: str) -> Any:
    key = "Person" if key == "people" else key
    if not isinstance(contact, Mapping):
        return contact
    role = _role(contact, key)
    kept = {each: contact[each] for each in _KEPT if each in contact}
    return {"name": role, **({"role": contact["role"]} if "role" in contact else {}), **kept}


def _words(root: Mapping) -> Iterator[tuple[str, str]]:
    """What is not to be said any more, in small letters, and what is said instead."""
    for key in ("people", "suppliers"):
        named = root.get(key)
        for contact in named.values() if isinstance(named, Mapping) else ():
            if isinstance(contact, Mapping):
                role = _role(contact, "Person" if key == "people" else key)
                yield from ((text, role) for each in ("name", "phone", "email") if (text := _text(contact.get(each))))
    guests = root.get("guests")
    for guest in guests if isinstance(guests, Sequence) else ():
        if isinstance(guest, Mapping) and (name := _text(guest.get("name"))):
            yield name, "a guest"


def _names(root: Mapping) -> Iterator[str]:
    """The whole names of people and guests; those of suppliers are mostly firms."""
    people, guests = root.get("people"), root.get("guests")
    found = [
        *(people.values() if isinstance(people, Mapping) else ()),
        *(guests if isinstance(guests, Sequence) else ()),
    ]
    yield from (str(each.get("name") or "") for each in found if isinstance(each, Mapping))


def _short_names_of(root: Mapping) -> set[str]:
    return {name.strip() for key in ("people", "suppliers") for name in root.get(key) or ()}


def _text(value: Any) -> str:
    """A text that tells somebody apart; empty for one so short that it may stand for anything."""
    found = value.strip().casefold() if isinstance(value, str) else ""
    return found if len(found) > 3 else ""


def _short_names(root: Mapping) -> Mapping:
    """The show in which no short name is part of a name: `claire` is called `host`, wherever that is said."""
    for key, kind in (("people", "person"), ("suppliers", "supplier")):
        named = root.get(key)
        for name, contact in list(named.items()) if isinstance(named, Mapping) else ():
            if isinstance(contact, Mapping) and _part_of(name, contact):
                root = renamed_everywhere(root, Item(kind, name), _free(root, _role(contact, kind), kind))
    return root


def _part_of(name: str, contact: Mapping) -> bool:
    """Whether a short name gives away the whole one, or the address."""
    said = " ".join(str(contact.get(key) or "") for key in ("name", "email")).casefold()
    known = set(re.findall(r"\w{2,}", said))
    return any(word in known for word in re.findall(r"\w{2,}", name.casefold()))


def _free(root: Mapping, role: str, kind: str) -> str:
    stem = " ".join(re.sub(r"[^\w .+-]+", " ", role).split()) or kind
    stem = stem if is_name(stem) else kind
    taken = _short_names_of(root)
    return next(each for n in range(1, 100_000) if (each := stem if n == 1 else f"{stem} {n}") not in taken)


def _without_contact(key: str, value: Any, root: Mapping) -> Any:
    """The plan without those whom nobody under people or suppliers stands for: name and number, written by hand."""
    known = _short_names_of(root)
    if key == "logistics" and isinstance(value, Sequence):
        return [_stripped(item, "contact", known) for item in value]
    if key == "venue" and isinstance(value, Mapping) and "contacts" in value:
        contacts = value["contacts"]
        row = contacts if isinstance(contacts, Sequence) else [contacts]
        left = [each for each in row if isinstance(each, str) and each.strip() in known]
        rest = _plain(value)
        return {**rest, "contacts": left} if left else {k: v for k, v in rest.items() if k != "contacts"}
    return value


def _stripped(item: Any, key: str, known: set[str]) -> Any:
    if not isinstance(item, Mapping) or key not in item or str(item[key]).strip() in known:
        return item
    return {k: v for k, v in _plain(item).items() if k != key}


def _plain(node: Mapping) -> dict[str, Any]:
    return {**node, **node.own}


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


class _Replacing:
    """Free text in other words; what something is called by stays."""

    def __init__(self, words: dict[str, str], short_names: set[str]) -> None:
        self._words, self._short_names = words, short_names
        self._pattern = _pattern(words)

    def tree(self, node: Any, key: str = "") -> Any:
        """The tree without these words in any free text. `key`: the one under which it stands."""
        if isinstance(node, dict):
            whole = _plain(node) if isinstance(node, Mapping) else node
            free = key in _FREE or key[:2] == "x-"
            return {each: self.tree(value, key if free else each) for each, value in whole.items()}
        if isinstance(node, list):
            return [self.tree(value, key) for value in node]
        if not isinstance(node, str) or not (key in _FREE or key[:2] == "x-") or self._pattern is None:
            return node
        if key in (*CONTACT_KEYS, "contacts") and node.strip() in self._short_names:
            return node
        new = self._pattern.sub(lambda found: self._words.get(found[0].casefold(), ""), node)
        return node if new == node else Quoted(new) if isinstance(node, Quoted) else new


def _told(node: Any, names: re.Pattern[str] | None, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Texts that look as if they name somebody, or as if somebody could be reached by them."""
    if isinstance(node, dict):
        for key, value in node.items():
            if (*path, key) != ("devices",):
                yield from _told(value, names, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node, 1):
            called = (
                str(value[key]) for key in ("cue", "segment", "title") if isinstance(value, dict) and key in value
            )
            yield from _told(value, names, (*path, next(called, str(number))))
    elif isinstance(node, str):
        if found := _EMAIL.search(node) or _NUMBER.search(node):
            yield f"{' > '.join(path)}: '{found[0].strip()}' may be somebody's number or address"
        elif names is not None and path[-1:] != ("name",) and (found := names.search(node)):
            yield f"{' > '.join(path)}: '{found[0]}' may be somebody's name"
