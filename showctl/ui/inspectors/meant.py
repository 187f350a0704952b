"""The selected cues as they are written, and the rows that all of them have."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from showctl.model.cue import CueId
from showctl.session.change import EditRefused
from showctl.session.edit import Edit
from showctl.showfile.graft import NoSuchPlace, at
from showctl.showfile.item import cue_paths
from showctl.showfile.tree import Mapping
from showctl.ui.cue_edits.later import Later
from showctl.ui.fields.names import Names
from showctl.ui.inspectors.facts import short_key
from showctl.ui.inspectors.registry import rows_of
from showctl.ui.inspectors.row import Path, Row
from showctl.ui.inspectors.step import edit_of, kind_of, long_form, text_of
from showctl.ui.tongue import tr

MANY = 200
"""Cues from which the edit is made beside the window, and no range is worked out."""


@dataclass(frozen=True)
class Meant:
    """Id and what is written, in the order of the list."""

    cues: tuple[tuple[CueId, Mapping], ...] = ()

    @cached_property
    def ids(self) -> tuple[CueId, ...]:
        return tuple(cue_id for cue_id, _ in self.cues)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Their types, each once."""
        return tuple(dict.fromkeys(kind_of(cue) for _, cue in self.cues))

    def rows(self, names: Names) -> tuple[Row, ...]:
        """What one has; of several what all have, and what makes sense for several."""
        if not self.cues:
            return ()
        kind = self.kinds[0] if len(self.kinds) == 1 else ""
        alike = {_signature(kind, cue): cue for _, cue in reversed(self.cues)} if kind else {}
        rows = rows_of(kind, self.cues[0][1], names)
        paths = [{row.path for row in rows_of(kind, cue, names)} for cue in alike.values()]
        single = len(self.cues) == 1
        return tuple(row for row in rows if all(row.path in each for each in paths) and (single or not row.single))

    def value(self, row: Row) -> tuple[str, bool, str]:
        """What stands in a row's field; whether it is several, and the words for their range."""
        if not self.cues:
            return "", False, ""
        first = text_of(self.cues[0][1], row)
        if len(self.cues) <= MANY:
            texts = [text_of(cue, row) for _, cue in self.cues]
            return (first, False, "") if len(set(texts)) == 1 else ("", True, row.kind.range(texts))
        one, *others = self._standing(row.path)
        return (first, False, "") if all(node == one for node in others) else ("", True, "")

    def _standing(self, path: Path) -> list[Any]:
        """What is written at a path, for each: what it stands in is looked up once for all fields in it."""
        if path not in self._known:
            key = path[-1]
            if len(path) == 1:
                self._known[path] = [cue.get(key) for _, cue in self.cues]
            else:
                short = short_key(self.kinds[0], path[:-1])
                self._known[path] = [
                    node.get(key) if isinstance(node, Mapping) else long_form(node, short).get(key)
                    for node in self._standing(path[:-1])
                ]
        return self._known[path]

    @cached_property
    def _known(self) -> dict[Path, list[Any]]:
        return {}


def _signature(kind: str, cue: Mapping) -> tuple[Any, ...]:
    """What the rows of a cue of this type depend on."""
    own = cue.get(kind)
    if isinstance(own, Mapping):
        return (*own, own.get("device"), own.get("do"))
    return (own,) if kind == "group" else ()


class Finder:
    """Finds cues in one state of the show after another; the paths of a state are worked out once."""

    def __init__(self) -> None:
        self._root: Any = None
        self._paths: dict[CueId, tuple[str | int, ...]] = {}

    def find(self, root: Mapping, cues: Sequence[CueId]) -> Meant:
        """Those of them that there are."""
        if root is not self._root and not all(self._stands(root, cue) for cue in cues):
            self._root, self._paths = root, cue_paths(root)
        found = ((cue, at(root, self._paths[cue])) for cue in cues if cue in self._paths)
        return Meant(tuple((cue, node) for cue, node in found if isinstance(node, Mapping)))

    def _stands(self, root: Mapping, cue: CueId) -> bool:
        """Whether a cue is where it was in the state before: an edit moves few."""
        path = self._paths.get(cue, ())
        try:
            node = at(root, path) if path else None
        except (KeyError, IndexError, NoSuchPlace):
            return False
        number = cue.removeprefix(f"{path[1]}/") if path and path[0] == "lists" else cue
        return isinstance(node, Mapping) and str(node.get("cue")).strip() == number


def edit_for(meant: Meant, row: Row, text: str, *, beside: bool) -> Edit | Later | None:
    """The edit of all of them, made at once or, of many and where it may be made `beside` the window, when its turn
    comes (a rehearsal wants to know first what it is). None: they are so already. Raises EditRefused."""
    if len(meant.cues) <= MANY or not beside:
        return edit_of(meant.cues, row, text)
    ids = meant.ids

    def make(root: Mapping) -> Edit:
        made = edit_of(Finder().find(root, ids).cues, row, text)
        if made is None:
            raise EditRefused(tr("they are all so already"))
        return made

    return Later(tr("{field} of %n cue(s)", "", len(ids)).format(field=tr(row.caption).lower()), make)
