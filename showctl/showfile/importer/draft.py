"""A piece of a show as an importer gives it: plain values, written as a show file would have them.

Values are those of `showfile/tree.py`: a mapping, a list, a text as it is to be written (`5s`, `40%`, `1.001`), or a
`Quoted`, which stays text where a plain one would be a number (an OSC argument `"12"`, say).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from showctl.model.problem import Path

FORMAT = "1"
"""The version of the show file that drafts are written in."""


class Entry(dict[str, Any]):
    """A cue, patch entry, segment or other item as a show file has it. `place`: where the source has it, `line 12`.
    `places`: where it has the values of single keys, `Sheet1!C14`.
    """

    __slots__ = ("place", "places")

    def __init__(self, values: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), place: str = "") -> None:
        super().__init__(values)
        self.place = place
        self.places: dict[str, str] = {}


@dataclass(slots=True)
class Draft:
    """What one file gave of a show, by the keys of a show file; a part that is empty is not written."""

    show: dict[str, Any] = field(default_factory=dict)
    """`title` (the file's name unless written) and the other keys of `show`."""
    devices: dict[str, Any] = field(default_factory=dict)
    inputs: dict[str, Any] = field(default_factory=dict)
    patch: list[Entry] = field(default_factory=list)
    groups: dict[str, Any] = field(default_factory=dict)
    palettes: dict[str, dict[str, Any]] = field(default_factory=dict)
    masters: dict[str, Any] = field(default_factory=dict)
    cues: list[Entry] = field(default_factory=list)
    """The main list."""
    lists: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Further lists, with `cues` in each."""
    segments: list[Entry] = field(default_factory=list)
    guests: list[Entry] = field(default_factory=list)
    logistics: list[Entry] = field(default_factory=list)
    budget: list[Entry] = field(default_factory=list)
    people: dict[str, Any] = field(default_factory=dict)
    suppliers: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, str] = field(default_factory=dict)
    """Where the source has what is no Entry, by its path in the tree: groups and palettes, which may be one text."""

    def tree(self) -> dict[str, Any]:
        """The whole show file, in the order of docs/show-file.md."""
        parts: dict[str, Any] = {
            "showctl": FORMAT,
            "show": self.show,
            "devices": self.devices,
            "inputs": self.inputs,
            "patch": self.patch,
            "groups": self.groups,
            "palettes": {kind: named for kind, named in self.palettes.items() if named},
            "masters": self.masters,
            "cues": self.cues,
            "lists": self.lists,
            "run of show": self.segments,
            "people": self.people,
            "suppliers": self.suppliers,
            "guests": self.guests,
            "logistics": self.logistics,
            "budget": self.budget,
        }
        return {key: part for key, part in parts.items() if part}

    def walk(self) -> Iterator[Entry]:
        """Every cue of every list, groups before what is in them."""
        yield from _walk(self.cues)
        for cue_list in self.lists.values():
            yield from _walk(cue_list.get("cues", ()))


def _walk(cues: Iterable[Entry]) -> Iterator[Entry]:
    for cue in cues:
        yield cue
        yield from _walk(cue.get("cues", ()))
