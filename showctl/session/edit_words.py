"""Edits in words, as people type them: `set cue 12 label "House open"`, `renumber 10..20 from 100`.

The same words in the console, on the command line, and in a file of edits.
"""

import shlex
from collections.abc import Sequence

from showctl.model.profile_argument import NO_PASSCODES, says_passcode
from showctl.session.change import EditRefused, value_of
from showctl.session.edit import (
    Delete,
    Duplicate,
    Insert,
    Move,
    Place,
    Remove,
    Rename,
    Renumber,
    RenumberEach,
    Set,
    Single,
)
from showctl.session.edit_place import KINDS as COMING
from showctl.session.written import worded
from showctl.showfile.field_words import key_above, named_field
from showctl.showfile.item import KINDS, ONE, Item
from showctl.showfile.report import plain
from showctl.showfile.suggest import closest, listed, suggestion
from showctl.showfile.tree import Mapping

VERBS = ("set", "remove", "insert", "delete", "move", "renumber", "rename", "duplicate")
_EXAMPLES = {
    "set": 'set cue 12 label "House open"',
    "remove": "remove cue 12 label",
    "insert": 'insert cue after 12 "cue: 12.5, wait: 3s"',
    "delete": "delete cue 12 13",
    "move": "move cue 5 6 after 12",
    "renumber": "renumber 10..20 from 100 step 1",
    "rename": "rename device desk to foh",
    "duplicate": "duplicate cue 12 as 12.5",
}
_BESIDE = ("after", "before")
LARGEST = 1_000_000
"""Characters of one edit in words."""


def parse(text: str) -> Single:
    """An edit from a line of words; what has spaces in it stands in quotes, as in a shell. Raises EditRefused."""
    if len(text) > LARGEST:
        raise EditRefused(f"this edit has {len(text)} characters; write at most {LARGEST}")
    return parsed(_split(text))


def parsed(words: Sequence[str]) -> Single:
    """An edit from words, of which each may have spaces in it. Raises EditRefused."""
    if not words:
        raise EditRefused(f"no edit is named; write {listed(VERBS)}")
    verb, rest = words[0], list(words[1:])
    match verb:
        case "set":
            return _set(rest)
        case "remove":
            item, rest = _item(rest, verb)
            field, left, _ = _field(item, rest, leave=0)
            return Remove(item, field, left if _is_own(field) else ())
        case "insert":
            return _insert(rest)
        case "delete":
            return Delete(_items(rest, verb))
        case "move":
            return _move(rest)
        case "renumber":
            return _renumber(rest)
        case "rename":
            item, rest = _item(rest, verb)
            return Rename(item, _last([word for word in rest if word != "to"], verb))
        case "duplicate":
            item, rest = _item(rest, verb)
            return Duplicate(item, _last([word for word in rest if word != "as"], verb) if rest else "")
    raise EditRefused(plain(f"'{verb}' is no edit; {suggestion(verb, VERBS, f'write {listed(VERBS)}')}"))


def as_item(text: str) -> Item:
    """`cue 12`, `palette colour gold`, `show`. Raises EditRefused."""
    item, rest = _item(_split(text), "rename")
    if rest:
        raise EditRefused(plain(f"'{text}' is no item; write for example cue 12, or device desk"))
    return item


def items_of(text: str) -> tuple[Item, ...]:
    """`cue 12`, `cue 10..20`, `device desk`. Raises EditRefused."""
    return _items(_split(text), "delete")


def field_of(words: list[str]) -> tuple[Item, tuple[str | int, ...]]:
    """`cue 12 light time`. Raises EditRefused."""
    item, rest = _item(words, "remove")
    return item, _field(item, rest, leave=0)[0]


def as_place(words: list[str], kind: str, verb: str = "move") -> Place:
    """`after cue 12`, `before doors`, `in list foyer`, `at start`, of a thing of this kind. Raises EditRefused."""
    return _place(words, kind, verb)


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text, comments=False)
    except ValueError:
        raise EditRefused('a quotation is not closed; write for example label "House open"') from None


def _set(words: list[str]) -> Set:
    item, rest = _item(words, "set")
    field, left, is_text = _field(item, rest, leave=1)
    if left and not field and " ".join(left) in named_field(item.kind, (), leave=0).choices:
        field, left = (" ".join(left),), ()
    if not left:
        what = f"{' '.join(map(str, field))} of {item}" if field else str(item)
        raise EditRefused(plain(f"what is {what} to be? Write for example {_EXAMPLES['set']}"))
    return Set(item, field, worded(" ".join(left), is_text), left if _is_own(field) and left[1:] else ())


def _is_own(field: tuple[str | int, ...]) -> bool:
    return bool(field) and str(field[-1]).startswith("x-")


def _insert(words: list[str]) -> Insert:
    if len(words) < 2:
        raise _incomplete("insert")
    kind, *rest = words
    if kind not in COMING:
        raise EditRefused(plain(f"'{kind}' cannot be inserted; {suggestion(kind, COMING, f'write {listed(COMING)}')}"))
    opening = next((n for n, word in enumerate(rest) if word[:1] in ("{", "[")), len(rest) - 1)
    rest, value = rest[:opening], " ".join(rest[opening:])
    name, place = "", Place()
    if kind == "palette" and len(rest) > 1 and rest[0] not in (*_BESIDE, "in", "at"):
        name, rest = f"{rest[0]} {rest[1]}", rest[2:]
    elif rest and rest[0] not in (*_BESIDE, "in", "at"):
        name, *rest = rest
    if rest:
        place = _place(rest, kind, "insert")
    return Insert(kind, _newworded(value), place, name)


def _newworded(text: str) -> str:
    """`cue: 12.5, label: Doors` without its braces counts as if it had them."""
    line = text.strip()
    if line and "\n" not in line and line[0] not in "{[\"'":
        try:
            if isinstance(value_of(f"{{{line}}}"), Mapping) and ": " in line:
                return f"{{{line}}}"
        except EditRefused:
            pass
    return worded(text, is_text=False) if ": " not in line else text


def _move(words: list[str]) -> Move:
    at = next((n for n, word in enumerate(words) if word in (*_BESIDE, "in", "to", "at")), None)
    if at is None:
        raise _incomplete("move")
    items = _items(words[:at], "move")
    return Move(items, _place(words[at:], items[0].kind, "move"))


def _place(words: list[str], kind: str, verb: str) -> Place:
    """`after 12`, `before segment doors`, `in list foyer`, `at start`, `to start of list foyer`."""
    how, *rest = words
    if how in _BESIDE:
        item, left = _item(rest if rest[:1] and rest[0] in KINDS and len(rest) > 1 else [kind, *rest], verb)
        if left:
            raise _incomplete(verb)
        return Place("after" if how == "after" else "before", item)
    end = [word for word in rest if word not in ("the", "of")]
    where = "start" if end[:1] == ["start"] else "end"
    if end[:1] in (["start"], ["end"]):
        end = end[1:]
        if not end:
            return Place("start" if where == "start" else "end")
    if not end:
        raise _incomplete(verb)
    item, left = _item(end if end[0] in KINDS else ["cue" if how == "in" and len(end) == 1 else "list", *end], verb)
    if left:
        raise _incomplete(verb)
    return Place("start" if where == "start" else "end", item)


def _renumber(words: list[str]) -> Renumber | RenumberEach:
    words = [word for word in words if word != "cue"]
    options: dict[str, str] = {}
    while len(words) >= 3 and words[-2].removeprefix("--") in ("from", "step", "to"):
        *words, name, value = words
        options[name.removeprefix("--")] = value
    if len(words) != 1 or not ({"from", "to"} & options.keys()):
        raise _incomplete("renumber")
    first, dots, last = words[0].partition("..")
    if "to" in options and not dots:
        return RenumberEach({_main(first): options["to"]})
    start = options.get("from") or options["to"]
    return Renumber(_main(first), _main(last) if dots else _main(first), start, options.get("step", "1"))


def _main(cue: str) -> str:
    return cue.removeprefix("main/")


def _items(words: list[str], verb: str) -> tuple[Item, ...]:
    """`cue 12 13`, `cue 12 device desk`: a kind counts until the next."""
    items: list[Item] = []
    kind = ""
    while words:
        if words[0] in KINDS and not (kind == "palette" and len(words) == 1):
            kind, words = words[0], words[1:]
            if not words and kind not in ONE:
                raise _incomplete(verb)
        if not kind:
            raise EditRefused(plain(f"'{words[0]}' is no kind of item; {suggestion(words[0], KINDS)}"))
        item, words = _item([kind, *words], verb)
        items.append(item)
    if not items:
        raise _incomplete(verb)
    return tuple(items)


def _item(words: list[str], verb: str) -> tuple[Item, list[str]]:
    """The item that words begin with, and the rest of them."""
    if not words:
        raise _incomplete(verb)
    kind, *rest = words
    if kind not in KINDS and " " in kind and kind.split(" ")[0] in KINDS:
        kind, *name = kind.split(" ", 1)
        rest = [*name, *rest]
    if kind not in KINDS:
        raise EditRefused(plain(f"'{kind}' is no kind of item; {suggestion(kind, KINDS, f'write {listed(KINDS)}')}"))
    if kind in ONE:
        return Item(kind), rest
    if not rest:
        raise _incomplete(verb)
    if kind == "palette" and " " not in rest[0]:
        if len(rest) < 2:
            raise EditRefused("a palette is named by its kind and name; write for example palette colour gold")
        return Item(kind, f"{rest[0]} {rest[1]}"), rest[2:]
    return Item(kind, _main(rest[0]) if kind == "cue" else rest[0]), rest[1:]


def _field(item: Item, words: list[str], *, leave: int) -> tuple[tuple[str | int, ...], tuple[str, ...], bool]:
    """The field that words name, the words after it, and whether free text belongs there."""
    named = named_field(item.kind, words, leave=leave)
    unknown = named.rest[: len(named.rest) - leave] if not named.path or not leave else ()
    if leave and named.path and len(named.rest) > leave and named.rest[0][:1] not in ("{", "["):
        near = closest(named.rest[0], named.choices)
        unknown = named.rest[:1] if near is not None else unknown  # misspelt, and no value of two words
    if unknown and named.choices:
        if says_passcode(unknown[0]):
            raise EditRefused(NO_PASSCODES)
        whose = f"{' '.join(map(str, named.path))} of {item}" if named.path else str(item)
        above = key_above(item.kind, unknown[0]) if not named.path else None
        remedy = suggestion(unknown[0], named.choices, f"write for example {listed(named.choices[:8])}")
        remedy = f"write {above} {unknown[0]}" if above is not None else remedy
        raise EditRefused(plain(f"{whose} has no {unknown[0]}; {remedy}"))
    return named.path, named.rest, named.is_text


def _last(words: list[str], verb: str) -> str:
    if len(words) != 1:
        raise _incomplete(verb)
    return words[0]


def _incomplete(verb: str) -> EditRefused:
    return EditRefused(f"this is no whole edit; write for example {_EXAMPLES[verb]}")
