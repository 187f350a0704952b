"""What one side changed in a thing that the other removed, in the words of a comparison."""

from showctl.showfile.change import Change
from showctl.showfile.compare_item import ItemChanges
from showctl.showfile.item import LISTED, Item
from showctl.showfile.known import Known
from showctl.showfile.look_difference import Groups, LookDifference
from showctl.showfile.merge_trio import Side
from showctl.showfile.tree import Mapping

_MOST_SAID = 3
_NAME_KEYS = dict(LISTED.values())


class Edited:
    """`roots`: the three shows; groups mean in each what they mean there."""

    def __init__(self, roots: dict[Side, Mapping]) -> None:
        groups = {side: Groups(root) for side, root in roots.items()}
        self._changes: dict[Side, ItemChanges] = {
            side: ItemChanges(LookDifference(groups["base"], groups[side]), (Known(), Known())) for side in roots
        }

    def words(self, side: Side, item: Item, base: object, now: object) -> str:
        """`removed (mine) and changed (theirs): light > time: 2s → 4s`; empty where what it says is the same, and only
        what is inside it was changed.
        """
        changes = self._changes[side]
        found: list[Change] = []
        if item.kind == "cue" and isinstance(base, Mapping) and isinstance(now, Mapping):
            found = list(changes.of_cue(item, base, now, ""))
        elif item.kind != "list":
            found = list(changes.of(item, base, now, name_key=_NAME_KEYS.get(item.kind, "")))
        if not found:
            return ""
        more = [f"and {len(found) - _MOST_SAID} more"] if len(found) > _MOST_SAID else []
        said = "; ".join([*(change.words for change in found[:_MOST_SAID]), *more])
        other = "mine" if side == "theirs" else "theirs"
        return f"removed ({other}) and changed ({side}): {said}"
