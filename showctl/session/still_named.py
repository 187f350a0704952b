"""Who still names a thing that goes."""

from collections.abc import Iterator

from showctl.model.problem import Path
from showctl.showfile import mention
from showctl.showfile.item import Item, items
from showctl.showfile.tree import Mapping

_MENTIONS = {
    "device": mention.devices,
    "group": mention.selections,
    "master": mention.masters,
    "list": mention.lists,
    "segment": mention.segments,
}
"""By kind all places where one is named; palettes and fixtures have other names for the same, which loading finds."""


def still_named(root: Mapping, item: Item) -> Iterator[str]:
    """Everybody in a tree, which does not have the item any more, who names it: `cue 5 (osc device)`."""
    if item.kind not in _MENTIONS:
        return
    whose = {path: str(each) for each, path in items(root).items()}
    for each in _MENTIONS[item.kind](root):
        if each.text.strip() == item.name.strip():
            yield _who(each.path[:-1] if each.key else each.path, whose)


def _who(path: Path, whose: dict[Path, str]) -> str:
    inside = next((n for n in range(len(path), 0, -1) if path[:n] in whose), 0)
    words = " ".join(str(each + 1) if isinstance(each, int) else each for each in path[inside:])
    who = whose.get(path[:inside], "")
    return f"{who} ({words})" if who and words else who or words
