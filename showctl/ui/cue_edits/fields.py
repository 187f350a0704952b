"""Selected properties of a copied cue, pasted into others."""

from collections.abc import Collection
from typing import Any

from showctl.session.change import EditRefused, find
from showctl.session.edit import Remove, Set, Several
from showctl.session.written import written
from showctl.showfile.cues import types_of
from showctl.showfile.graft import at
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping
from showctl.ui.cue_edits.later import Later
from showctl.ui.tongue import marked, tr

Field = tuple[str, ...]
OF_ALL: dict[Field, str] = {
    ("label",): marked("Label"),
    ("notes",): marked("Notes"),
    ("colour",): marked("Colour"),
    ("pre-wait",): marked("Pre-wait"),
    ("post-wait",): marked("Post-wait"),
    ("continue",): marked("Then (continue)"),
    ("armed",): marked("Armed"),
    ("flagged",): marked("Flag"),
    ("repeat",): marked("Repeat"),
    ("if running",): marked("If running"),
    ("on release",): marked("On release"),
    ("at",): marked("Offset in its timeline"),
}
"""What any cue may have, with words."""
OF_LIGHT: dict[Field, str] = {
    ("light", "time"): marked("Light: time"),
    ("light", "delay"): marked("Light: delay"),
    ("light", "curve"): marked("Light: curve"),
    ("light", "mark"): marked("Light: mark"),
    ("light", "look"): marked("Light: look"),
}


def offered(source: Mapping) -> dict[Field, str]:
    """What can be taken of a cue, in words: all that it says itself."""
    found = {field: tr(words) for field, words in OF_ALL.items() if _there(source, field)[0]}
    (kind,) = types_of(source)[:1] or ("",)
    if kind == "light":
        return found | {field: tr(words) for field, words in OF_LIGHT.items() if _there(source, field)[0]}
    return found | ({(kind,): tr("What it does ({kind})").format(kind=kind)} if kind not in ("", "group") else {})


def said(source: Mapping, field: Field) -> str:
    """The value that would be pasted, as it is written."""
    return written(_there(source, field)[1])


def pasting(source: Mapping, fields: Collection[Field], items: tuple[Item, ...]) -> Later:
    """Each of these cues gets the fields of the copied one that it can have: what a light does only lights get."""
    name = tr("properties of {cue}").format(cue=items[0])
    if len(items) > 1:
        name = tr("{count} properties pasted into %n cue(s)", "", len(items)).format(count=len(fields))

    def make(root: Mapping) -> Several:
        edits: list[Set | Remove] = []
        for item in items:
            node = at(root, find(root, item))
            edits += [Set(item, f, written(_there(source, f)[1])) for f in fields if f in OF_ALL or f[0] in node]
        if not edits:
            raise EditRefused(tr("none of the selected cues can have any of that; select cues of the same type"))
        return Several(tuple(edits), name)

    return Later(name, make)


def _there(node: Any, field: Field) -> tuple[bool, Any]:
    for key in field:
        if not isinstance(node, Mapping) or key not in node:
            return False, None
        node = node[key]
    return True, node
