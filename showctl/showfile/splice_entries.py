"""The entries of a mapping or list that is spliced, as they were and as they are to be."""

from showctl.model.problem import Path
from showctl.showfile.lines import column
from showctl.showfile.matching import Entry, matched_items
from showctl.showfile.pieces import Edit
from showctl.showfile.quote import scalar
from showctl.showfile.slot import Slot, Slots, anchor_end, is_alias, key_end, origin_of
from showctl.showfile.splice_job import Job, Node, Place
from showctl.showfile.splice_keys import KEPT, matched_keys
from showctl.showfile.tree import Mapping, Sequence


class Entries:
    """What splicing in lines and splicing in braces have in common."""

    flow: bool
    """In braces or brackets."""

    def __init__(self, job: Job, new: Node, old: Node, path: Path, shift: int) -> None:
        self.job, self.new, self.old, self.path, self.shift = job, new, old, path, shift
        self.origin = origin_of(old)
        self.slots = Slots(old)
        self.names = list(old.spans) if isinstance(old, Mapping) else []
        """The keys in the order of the text; empty for a list."""
        self.entries: list[Entry]
        if isinstance(new, Mapping):
            assert isinstance(old, Mapping)
            self.entries = matched_keys(new, old, path, job.defined)
        else:
            assert isinstance(old, Sequence)
            self.entries = matched_items(new, old)

    def column_of(self, slot: Slot) -> int:
        return column(self.origin, slot.at)

    def entry_edits(self, entry: Entry) -> list[Edit]:
        """Edits of the key and the value of an entry that was there before."""
        if entry.value is KEPT:
            return []
        slot = self.slots[entry.old]
        edits: list[Edit] = []
        key = self.names[entry.old] if self.names else ""
        if isinstance(self.old, Mapping):
            old = self.old.own[key] if key[:2] == "x-" else self.old[key]
            if key != entry.key:
                edits += self._key_edits(entry, slot, key)
        else:
            old = self.old[entry.old]
        if entry.value is old:
            return edits
        place = Place(self.old, slot, key, self.column_of(slot), (*self.path, entry.key or entry.old), self.shift)
        return [*edits, *self.job.value_edits(self.job, entry.value, old, place)]

    def _key_edits(self, entry: Entry, slot: Slot, key: str) -> list[Edit]:
        """Another key in the place of one; its name (&a) stays where it says the same as all that repeat it."""
        if self.origin is self.job.origin and self.job.alike.get(slot.at) == entry.key:
            if is_alias(self.origin, slot.at):
                return []
            slot = slot._replace(at=anchor_end(self.origin, slot.at))
        return [Edit(slot.at, key_end(self.origin, slot, key), (scalar(entry.key, flow=self.flow),))]
