"""Hypothesis strategies for edits of a show: most of them could be meant, some are nonsense."""

from typing import Any

from hypothesis import strategies as st

from showctl.session.edit import (
    Delete,
    Duplicate,
    Edit,
    Insert,
    Move,
    Paste,
    Place,
    Remove,
    Rename,
    Renumber,
    RenumberEach,
    Set,
    Several,
)
from showctl.session.edit_place import KINDS
from showctl.showfile.clipping import clipping
from showctl.showfile.item import Item, items
from showctl.showfile.tree import Mapping, Sequence, node_at

NAMES = st.sampled_from(
    ["1", "2", "12.5", "LX3", "1.1", "front", "wash", "spot3..spot4", "main", "b/1", "doors", "Ö 2", ""]
)
TEXTS = st.one_of(
    st.sampled_from(
        [
            "3s",
            "full",
            "50%",
            "yes",
            "no",
            "x",
            '"12"',
            "Act: two",
            "",
            "none",
            "1",
            "[1, 2]",
            "{cue: 1}",
            "all",
            "front",
        ]
    ),
    st.sampled_from(
        ["{front: 40%}", "{up: 3s, down: 1:30}", "'it''s # no comment'", "|\n  two\n  lines\n", "# nothing"]
    ),
    st.text(max_size=12),
)
VALUES = st.one_of(
    TEXTS,
    st.sampled_from(
        [
            "{wait: 3s}",
            "{cue: 77, label: New, light: {time: 3s, look: {front1: full}}}",
            "{cue: 1.5, group: timeline, cues: [{cue: 1.51, at: 1s, wait: 1s}, {cue: 1.52, wait: 2s}]}",
            "{start: 1, pre-wait: 1s}",
            "{type: midi, port: Keys}",
            "{segment: late, duration: 5m}",
            "{title: Flowers, due: 20m before doors}",
            "{id: new1..new3, fixture: generic/dimmer}",
            "{label: Foyer, cues: [{cue: 1, wait: 1s}]}",
            "cue: 78\nlabel: Block\nwait: 3s  # seconds\n",
        ]
    ),
)
FIELDS = st.sampled_from(
    [
        ("label",), ("notes",), ("colour",), ("pre-wait",), ("continue",), ("armed",), ("id",), ("cue",),
        ("light", "time"),
        ("light", "look", "front1"), ("light", "time", "up"), ("x-mine",), ("x-mine", "deep"), ("wait",), ("title",),
        ("duration",), ("status",), ("stop", "cue"), ("start",), ("at",), ("repeat",), ("panic", "time"), ("to",),
        (0,), (),
    ]
)  # fmt: skip


def edits(root: Mapping) -> st.SearchStrategy[Edit]:
    """Edits of a show as it is now."""
    there = [*items(root), Item("list", "main")]
    strange = st.builds(Item, st.sampled_from([*KINDS, "show", "inputs", "x"]), NAMES)
    item = st.one_of(st.sampled_from(there), st.sampled_from(there), st.sampled_from(there), strange)
    cues = [each.name for each in there if each.kind == "cue"]
    cue = st.one_of(st.sampled_from(cues), NAMES) if cues else NAMES
    several = st.lists(item, min_size=1, max_size=3).map(tuple)
    place = st.builds(Place, st.sampled_from(["after", "before", "start", "end"]), st.one_of(st.none(), item))
    nodes = [node_at(root, path) for item, path in items(root).items() if item.kind == "cue"]
    clips = st.lists(st.sampled_from(nodes), min_size=1, max_size=3).map(clipping) if nodes else VALUES
    single = st.one_of(
        st.builds(Set, item, FIELDS, TEXTS),
        st.builds(Set, item, FIELDS, VALUES),
        removals(root),
        st.builds(Insert, st.sampled_from([*KINDS, "show", ""]), VALUES, place, st.one_of(st.just(""), NAMES)),
        st.builds(Delete, several),
        st.builds(Move, several, place),
        st.builds(Duplicate, item, st.one_of(st.just(""), NAMES)),
        st.builds(Renumber, cue, cue, NAMES, st.sampled_from(["1", "10", "0.5", "0", "x"])),
        st.builds(RenumberEach, st.dictionaries(cue, NAMES, min_size=1, max_size=3)),
        st.builds(Rename, item, NAMES),
        st.builds(Paste, st.one_of(VALUES, clips), place),
    )
    return st.one_of(single, single, single, st.builds(Several, st.lists(single, min_size=1, max_size=3).map(tuple)))


@st.composite
def removals(draw: st.DrawFn, root: Mapping) -> Edit:
    """Of what is there."""
    item, path = draw(st.sampled_from([*items(root).items()]))
    node: Any = node_at(root, path)
    field: list[str | int] = []
    while isinstance(node, Mapping | Sequence) and len(node) and len(field) < 3:
        key = draw(st.sampled_from([*node, *node.own] if isinstance(node, Mapping) else [*range(len(node))]))
        field.append(key)
        node = node.own[key] if isinstance(node, Mapping) and key not in node else node[key]
        if draw(st.booleans()):
            break
    return Remove(item, tuple(field))
