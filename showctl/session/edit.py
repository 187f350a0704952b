"""Edits: values that cross a link and stand in files, each a function of the show as it is written to the next."""

import codecs
from typing import Any

from msgspec import Struct

from showctl.session.change import Change, Changing, EditRefused, said
from showctl.session.edit_copy import Duplicate
from showctl.session.edit_field import Remove, Set
from showctl.session.edit_import import Import
from showctl.session.edit_items import Delete, Insert
from showctl.session.edit_move import Move
from showctl.session.edit_name import Rename
from showctl.session.edit_number import Renumber, RenumberEach
from showctl.session.edit_paste import Paste
from showctl.session.edit_place import Place
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report, Unreadable
from showctl.showfile.text import decode
from showctl.showfile.tree import Mapping

__all__ = [
    "Change", "Changing", "Delete", "Duplicate", "Edit", "EditRefused", "Import", "Insert", "Move", "Paste", "Place",
    "Remove", "Rename", "Renumber", "RenumberEach", "Set", "Several", "Take",
]  # fmt: skip

MOST = 10_000
"""Edits in one."""
Single = Set | Remove | Insert | Delete | Move | Duplicate | Renumber | RenumberEach | Rename | Import | Paste


class Several(Struct, frozen=True, tag="several"):
    """Edits one after the other, all or none, that are undone as one."""

    edits: tuple[Single, ...]
    called: str = ""

    @property
    def name(self) -> str:
        return self.called or (self.edits[0].name if len(self.edits) == 1 else f"{len(self.edits)} edits")

    def apply(self, root: Mapping) -> Change:
        if len(self.edits) > MOST:
            raise EditRefused(f"{len(self.edits)} edits are too many for one; write at most {MOST}")
        renamed: dict[str, str] = {}
        name = ""
        for number, edit in enumerate(self.edits, 1):
            try:
                change = edit.apply(root)
            except EditRefused as refused:
                which = f"edit {number} ({edit.name}): " if len(self.edits) > 1 else ""
                raise EditRefused(f"{which}{refused}", refused.problems, number) from None
            root, renamed, name = change.root, followed(renamed, change.renamed), change.name
        return Change(root, renamed, name if len(self.edits) == 1 and not self.called else "")


Edit = Single | Several
"""What people and programs ask for, here or across a link."""


class Take(Struct, frozen=True, tag="take"):
    """The whole show as it stands in another file: that on the disk, one that was recovered, a merge of two."""

    data: bytes
    called: str

    @property
    def name(self) -> str:
        return self.called

    def apply(self, root: Mapping) -> Change:
        report = Report("show")
        try:
            taken: Any = read(decode(self.data, report), report)
            report.refuse()
        except Unreadable as unreadable:
            raise EditRefused(str(unreadable)) from None
        except Refused as refused:
            problems = tuple(refused.problems)
            raise EditRefused(said(problems), problems) from None
        if not isinstance(taken, Mapping):
            raise EditRefused("the file is no show; start it with showctl: 1")
        if taken.origin is not None:
            taken.origin.bom = self.data.startswith(codecs.BOM_UTF8)
        return Change(taken)


def followed(first: dict[str, str], then: Any) -> dict[str, str]:
    """Cues renamed once and again: from the ids before both to those after."""
    both = {was: then.get(now, now) for was, now in first.items()}
    middle = set(first.values())
    # Who had its id before the first, and was not renamed by it.
    both |= {was: now for was, now in then.items() if was not in middle and was not in first}
    return {was: now for was, now in both.items() if was != now}
