"""How many cues a palette, group, master or device is used by."""

from collections.abc import Iterator
from typing import Any

from showctl.model.selection import expand
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping

_USED = {"palette", "group", "master", "device"}


def uses(root: Mapping, item: Item) -> str:
    """`used by 12 cues`, `used by no cue`; empty for what no cue can use."""
    if item.kind not in _USED:
        return ""
    name = item.name.partition(" ")[2] if item.kind == "palette" else item.name
    count = sum(_uses(cue, item.kind, name) for _, path, cues in lists_of(root) for _, cue, _ in walk(cues, path))
    return f"used by {count or 'no'} cue{'' if count in (0, 1) else 's'}"


def _uses(cue: Mapping, kind: str, name: str) -> bool:
    if kind in {"master", "device"}:
        return any(isinstance(value, dict) and _text(value.get(kind)) == name for value in cue.values())
    return any(name in named for look in looks(cue) for named in _named(look, kind))


def looks(cue: Mapping) -> Iterator[dict[str, Any]]:
    """The looks of a light cue, those of its parts too."""
    light = cue.get("light")
    parts = light.get("parts") if isinstance(light, dict) else None
    for holder in (light, *(parts if isinstance(parts, list) else ())):
        look = holder.get("look") if isinstance(holder, dict) else None
        if isinstance(look, dict):
            yield look


def _named(look: dict[str, Any], kind: str) -> Iterator[tuple[str, ...]]:
    """The names in each line of a look: of fixtures and groups, or what may be palettes."""
    for selection, entry in look.items():
        if kind == "group":
            yield _expanded(selection)
        else:
            values = entry.values() if isinstance(entry, dict) else [entry]
            yield tuple(word.strip() for value in values if isinstance(value, str) for word in value.split(".."))


def _expanded(selection: str) -> tuple[str, ...]:
    try:
        return expand(selection) if ".." in selection else (selection.strip(),)
    except ValueError:
        return (selection,)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
