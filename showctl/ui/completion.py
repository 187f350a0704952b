"""What the word that is being typed on the command line may become: verbs, kinds, names of items, fields."""

import shlex
from collections.abc import Iterable

from showctl.session.edit_words import VERBS
from showctl.showfile.field_words import named_field
from showctl.showfile.item import KINDS, ONE, items
from showctl.showfile.tree import Mapping

OWN = ("undo", "redo", "save", "save as")
"""Words of the command line that are no edits."""
_NAMED = ("cue", "list", "segment", "device")
"""Kinds that places are named by."""


def completions(text: str, root: Mapping) -> list[str]:
    """All that the last word may become; all that may come next, after a space."""
    words, last = _words(text)
    if not words:
        return _beginning((*VERBS, *OWN), last)
    verb, rest = words[0], words[1:]
    if verb not in VERBS:
        return []
    if verb == "renumber":
        return _beginning(_names(root, "cue"), last) if not rest else _beginning(("from", "step", "to"), last)
    if not rest:
        return _beginning(KINDS, last)
    kind = rest[-1] if rest[-1] in KINDS else rest[0]
    if kind in ONE:
        named, rest = True, rest[1:]
    else:
        named = len(rest) > (2 if kind == "palette" else 1)
        rest = rest[3 if kind == "palette" else 2 :]
    if not named or (verb in ("delete", "move") and rest[-1:] != ["after"]) or verb == "insert":
        return _beginning(_names(root, kind) or _NAMED, last)
    return _beginning(named_field(kind, rest, leave=0).choices, last) if verb in ("set", "remove") else []


def completed(text: str, root: Mapping) -> str:
    """The text with its last word carried on as far as there is one way to go on."""
    found = completions(text, root)
    _, last = _words(text)
    further = _common(found)
    if len(further) < len(last) or not found:
        return text
    return text[: len(text) - len(last)] + further + (" " if len(found) == 1 else "")


def _words(text: str) -> tuple[list[str], str]:
    """The words that are whole, and the one that is being typed."""
    head, space, last = text.rpartition(" ")
    try:
        return (shlex.split(head) if space else []), last
    except ValueError:
        return ["?"], last  # within quotes nothing is known


def _names(root: Mapping, kind: str) -> list[str]:
    return [shlex.quote(each.name) if kind != "palette" else each.name for each in items(root) if each.kind == kind]


def _common(words: list[str]) -> str:
    """What all begin with: that of the first and the last of them in order is that of all."""
    first, last = min(words, default=""), max(words, default="")
    return next((first[:n] for n in range(len(first), 0, -1) if last.startswith(first[:n])), "")


def _beginning(words: Iterable[str], with_: str) -> list[str]:
    return [word for word in words if word.startswith(with_)]
