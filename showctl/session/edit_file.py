"""A file of edits: a list, in YAML or JSON, of edits in words or with their parts under keys."""

from collections.abc import Callable
from typing import Any, NamedTuple

from showctl.session.change import EditRefused
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
    Several,
    Single,
)
from showctl.session.edit_words import as_item, as_place, field_of, items_of, parse
from showctl.session.written import written
from showctl.showfile.reader import read
from showctl.showfile.report import Report, plain
from showctl.showfile.suggest import listed, suggestion
from showctl.showfile.text import decode
from showctl.showfile.tree import Mapping, Sequence

MOST_EDITS = 10_000


class Listed(NamedTuple):
    """What a file of edits says."""

    edits: tuple[Single, ...]
    places: tuple[tuple[int, int], ...]
    """Line and column of each."""


def read_edits(data: bytes, file: str) -> Listed:
    """The edits of a file. Raises Refused with every problem, or Unreadable."""
    report = Report(file)
    text = decode(data, report)
    root = read(text, report)
    if isinstance(root, Mapping) and isinstance(root.get("edits"), Sequence):
        root = root["edits"]
    if not isinstance(root, Sequence):
        report.at((1, 1), 'a file of edits is a list; write for example - set cue 12 label "House open"')
        report.refuse()
        raise AssertionError
    found: list[Single] = []
    places: list[tuple[int, int]] = []
    lines = text.split("\n")
    if len(root) > MOST_EDITS:
        report.at((1, 1), f"there are {len(root)} edits; write at most {MOST_EDITS} into one file")
        report.refuse()
    for index, each in enumerate(root):
        place = root.item_mark(index)
        try:
            found.append(_edit(_sentence(each, lines, place)))
            places.append(place)
        except EditRefused as refused:
            report.at(place, f"edit {index + 1}: {refused}")
    report.refuse()
    if not found:
        report.at((1, 1), "there is no edit in this file; write for example - delete cue 12")
        report.refuse()
    return Listed(tuple(found), tuple(places))


def _sentence(node: Any, lines: list[str], place: tuple[int, int]) -> Any:
    """A sentence with a colon in it, which YAML takes for a mapping, as it is written; anything else as it is. Raises
    EditRefused for one of which YAML has left something out."""
    first = next(iter(node), "") if isinstance(node, Mapping) else ""
    if first.split(" ", 1)[0] not in _MAKERS or " " not in first:
        return node
    line, column = place
    written_ = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    read_ = f"{first}: {node[first]}" if isinstance(node[first], str) else f"{first}:"
    if len(node) > 1 or written_.split() != read_.split():
        verb = first.split(" ", 1)[0]
        how = '{set: cue 1 label, to: "Doors: now"}' if verb == "set" else f"{{{verb}: …}} with its parts under keys"
        raise EditRefused(f"YAML ends this at the colon; put the whole line in single quotes, or write {how}")
    return written_


def _edit(node: Any) -> Single:
    if isinstance(node, str):
        edit = parse(node)
        assert not isinstance(edit, Several)
        return edit
    if not isinstance(node, Mapping) or not node:
        raise EditRefused('an edit is a text or a mapping; write for example set cue 12 label "House open"')
    verb = next(iter(node))
    if verb not in _MAKERS:
        raise EditRefused(plain(f"'{verb}' is no edit; {suggestion(verb, _MAKERS, f'write {listed(_MAKERS)}')}"))
    allowed, make = _MAKERS[verb]
    unknown = [key for key in node if key != verb and key not in allowed]
    if unknown or node.own:
        key = (unknown or [*node.own])[0]
        raise EditRefused(plain(f"{verb} has no {key}; {suggestion(key, allowed, f'write {listed(allowed)}')}"))
    return make(node)


def _set(node: Mapping) -> Set:
    named = _text(node, "set").split()
    item, field = field_of(named)
    if "to" not in node:
        raise EditRefused("what it is to be is missing; write to: and the value")
    return Set(item, field, written(node["to"]))


def _remove(node: Mapping) -> Remove:
    return Remove(*field_of(_text(node, "remove").split()))


def _insert(node: Mapping) -> Insert:
    kind, _, name = _text(node, "insert").strip().partition(" ")
    if name and "called" in node:
        raise EditRefused(plain(f"it is called {name}, and {_text(node, 'called')} by called; write one of them"))
    called = _text(node, "called") if "called" in node else name.strip()
    if "value" not in node:
        as_called = f", called: {called}" if called else ""
        raise EditRefused(
            plain(f"it says no value; write for example {{insert: {kind}{as_called}, value: {{…}}}} with what it is")
        )
    return Insert(kind, written(node["value"]), _place(node, kind, "insert"), called)


def _delete(node: Mapping) -> Delete:
    return Delete(_items(node["delete"]))


def _move(node: Mapping) -> Move:
    items = _items(node["move"])
    return Move(items, _place(node, items[0].kind, "move"))


def _renumber(node: Mapping) -> Single:
    which = node["renumber"]
    if isinstance(which, Mapping):
        return RenumberEach({cue: _scalar(number) for cue, number in which.items()})
    words = ["renumber", _text(node, "renumber")]
    for key in ("from", "to", "step"):
        words += [key, _text(node, key)] if key in node else []
    edit = parse(" ".join(words))
    assert isinstance(edit, Renumber | RenumberEach)
    return edit


def _rename(node: Mapping) -> Rename:
    return Rename(as_item(_text(node, "rename")), _text(node, "to"))


def _duplicate(node: Mapping) -> Duplicate:
    return Duplicate(as_item(_text(node, "duplicate")), _text(node, "as") if "as" in node else "")


def _place(node: Mapping, kind: str, verb: str) -> Place:
    given = [key for key in ("after", "before", "in", "at") if key in node]
    if len(given) > 1:
        raise EditRefused(f"{given[0]} and {given[1]} are two places; write one of them")
    return as_place([given[0], *_text(node, given[0]).split(" ", 1)], kind, verb) if given else Place()


def _items(value: Any) -> Any:
    texts = value if isinstance(value, Sequence) else [value]
    return tuple(item for text in texts for item in items_of(_scalar(text)))


def _text(node: Mapping, key: str) -> str:
    if key not in node:
        raise EditRefused(f"{key} is missing; write {key}: and what it is")
    return _scalar(node[key])


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        raise EditRefused("a text is wanted here; write for example cue 12")
    return str(value)


_MAKERS: dict[str, tuple[tuple[str, ...], Callable[[Mapping], Single]]] = {
    "set": (("to",), _set),
    "remove": ((), _remove),
    "insert": (("value", "called", "after", "before", "in", "at"), _insert),
    "delete": ((), _delete),
    "move": (("after", "before", "in", "at"), _move),
    "renumber": (("from", "to", "step"), _renumber),
    "rename": (("to",), _rename),
    "duplicate": (("as",), _duplicate),
}
"""By edit the keys that may stand beside it, and what makes it."""
