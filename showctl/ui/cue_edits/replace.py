"""Find and replace in what cues say: where it would, and the edit that does it."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from showctl.model.cue import CueId, cue_id
from showctl.model.problem import Path
from showctl.model.unit import Quoted
from showctl.session.change import EditRefused
from showctl.session.edit import Set, Several
from showctl.session.written import written
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping, Sequence
from showctl.ui.tongue import marked, tr

FIELDS = {"label": marked("Label"), "notes": marked("Notes"), "address": marked("Addresses")}
"""By key what can be looked through, in words. Addresses stand at any depth of a cue."""


class Replacement(NamedTuple):
    """One text that becomes another."""

    cue: CueId
    field: Path
    before: str
    after: str


def replacements(
    root: Mapping,
    find: str,
    replace: str,
    fields: Collection[str],
    *,
    cues: Collection[CueId] | None = None,
    match_case: bool = False,
) -> list[Replacement]:
    """All that would change, in file order. `cues`: in these only; None: in all."""
    if not find:
        return []
    pattern = re.compile(re.escape(find), 0 if match_case else re.IGNORECASE)
    found: list[Replacement] = []
    for name, where, rows in lists_of(root):
        for _, cue, _ in walk(rows, where):
            own = cue_id(name, str(cue.get("cue")).strip())
            if cues is not None and own not in cues:
                continue
            for field, text in _texts(cue, fields, ()):
                after = pattern.sub(lambda _: replace, text)
                if after != text:
                    found.append(Replacement(own, field, text, after))
    return found


def edit_of(found: Iterable[Replacement], find: str, replace: str) -> Several:
    """One step of undo. Raises EditRefused where there is nothing to replace."""
    edits = tuple(Set(Item("cue", each.cue), each.field, _as_before(each)) for each in found)
    if not edits:
        raise EditRefused(tr("'{words}' is nowhere in what is looked through").format(words=find))
    count = len({edit.item for edit in edits})
    name = tr("'{before}' replaced by '{after}' in %n cue(s)", "", count).format(before=find, after=replace)
    return Several(edits, name)


def _texts(node: Any, fields: Collection[str], path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, Sequence):
        for index, each in enumerate(node):
            yield from _texts(each, fields, (*path, index))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            if key == "cues" and not path:
                continue  # those inside are cues themselves
            here = (*path, key)
            if isinstance(value, str) and key in fields and (not path or key == "address"):
                yield here, value
            elif "address" in fields and isinstance(value, Mapping | Sequence):
                yield from _texts(value, fields, here)


def _as_before(each: Replacement) -> str:
    """In quotes if it was."""
    return written(Quoted(each.after) if isinstance(each.before, Quoted) else each.after)
