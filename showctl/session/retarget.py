"""Cues named by others, kept named right while cues get other numbers and lists."""

from collections.abc import Iterator
from collections.abc import Mapping as Map

from showctl.cues.targets import resolve
from showctl.model.cue import MAIN, CueId, cue_id
from showctl.model.problem import Path
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.due_cue import due_cues, with_cue
from showctl.showfile.reword import Rewording, reworded_at
from showctl.showfile.target_reference import named_cues
from showctl.showfile.tree import Mapping, node_at


class Numbers:
    """The numbers and ids of a tree, and which cue a reference means."""

    def __init__(self, root: Mapping) -> None:
        self.cues: dict[CueId, tuple[str, Path, Mapping]] = {}
        """By id the list, the path and the cue itself; of several with the same number the first."""
        self.named: dict[str, CueId] = {}
        for name, where, cues in lists_of(root):
            for path, cue, _ in walk(cues, where):
                own = cue_id(name, str(cue.get("cue")).strip())
                self.cues.setdefault(own, (name, path, cue))
                if isinstance(cue.get("id"), str):
                    self.named.setdefault(cue["id"].strip(), own)

    def meant(self, reference: str, list_name: str) -> CueId | None:
        """The cue that one of this list means."""
        return resolve(reference, list_name, self.cues, self.named)

    def mentions(self) -> Iterator[tuple[CueId, Path, str]]:
        """Every reference to a cue: who makes it, where below that one, and as what it is written."""
        for own, (_, _, cue) in self.cues.items():
            for below, reference in named_cues(cue):
                yield own, below, reference

    def who_names(self, cues: frozenset[CueId]) -> dict[CueId, list[tuple[CueId, str]]]:
        """By cue of these the others that name it, each with the key that does."""
        found: dict[CueId, list[tuple[CueId, str]]] = {}
        for own, below, reference in self.mentions():
            meant = self.meant(reference, self.cues[own][0])
            if meant in cues and own not in cues:
                found.setdefault(meant, []).append((own, str(below[0])))
        return found

    def reference(self, cue: CueId, list_name: str, *, with_list: bool) -> str:
        """The text by which a cue of a list names another: the shortest, or `with_list` that with the other's list."""
        bare = cue.rpartition("/")[2]
        whole = (cue, f"{MAIN}/{bare}") if "/" in cue else (f"{MAIN}/{bare}", cue)
        for text in (*whole, bare) if with_list else (bare, *whole):
            if self.meant(text, list_name) == cue:
                return text
        return cue


def retargeted(before: Mapping, after: Mapping, renamed: Map[CueId, CueId]) -> Mapping:
    """The tree `after` an edit in which cues and due times name those that they named before: what does not do so by
    what is written is written anew.

    `renamed`: ids before → after. Who named nothing that was there before is left alone. A list of targets that an
    alias repeats stays one, with its definition under an `x-` key, where all that have it name the same cues.
    """
    old, new = Numbers(before), Numbers(after)
    earlier = {now: was for was, now in renamed.items()}
    found = []
    for own, below, reference in new.mentions():
        was = earlier.get(own, own)
        if was not in old.cues:
            continue
        meant = old.meant(reference, old.cues[was][0])
        now = renamed.get(meant, meant) if meant is not None else None
        if now is None or now not in new.cues or new.meant(reference, new.cues[own][0]) == now:
            continue
        text = new.reference(now, new.cues[own][0], with_list="/" in reference)
        found.append(Rewording((*new.cues[own][1], *below), text))
    for path, reference in due_cues(after):
        meant = old.meant(reference, MAIN)
        now = renamed.get(meant, meant) if meant is not None else None
        if now is not None and now in new.cues and new.meant(reference, MAIN) != now:
            text = new.reference(now, MAIN, with_list="/" in reference)
            found.append(Rewording(path, with_cue(node_at(after, path), text)))
    return reworded_at(after, found)
