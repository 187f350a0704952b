"""What is changed in a look as edits of the show: a line gets other values, or gives them back to tracking."""

from collections.abc import Iterable, Mapping
from collections.abc import Sequence as Sequence_
from typing import Any

from showctl.session.edit import Edit, Remove, Set, Several
from showctl.session.written import written
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping as Tree
from showctl.showfile.tree import Sequence
from showctl.ui.look.said import keys_of, kind_of_key
from showctl.ui.look.sheet import Line

MIXED = "mixed"
"""The kind of palettes that say something of all kinds: a line that takes one says nothing else."""
Values = Mapping[str, str]
"""By key of a line, as people write it: `50%`, `#ff8800`, the name of a palette."""


def standing(cue: Tree, line: Line) -> Any:
    """What the cue says there as it is written; None: nothing."""
    node: Any = cue
    for key in line:
        if isinstance(node, Tree):
            node = node.get(str(key))
        elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node):
            node = node[key]
        else:
            return None
    return node


def given(item: Item, cue: Tree, line: Line, values: Values, instead_of: str = "") -> list[Set | Remove]:
    """A line gets these values; whatever else it says of the kind `instead_of` goes."""
    node = standing(cue, line)
    if not isinstance(node, Tree):
        gone = "intensity" in values or instead_of == MIXED
        scalar = None if node is None or str(node) == "release" or gone else node
        if set(values) == {"intensity"}:
            return [Set(item, line, written(values["intensity"]))]
        kept = {} if scalar is None else {"intensity": scalar}
        return [Set(item, line, written({**kept, **values}))]
    edits: list[Set | Remove] = [Set(item, (*line, key), written(text)) for key, text in values.items()]
    other = tuple(key for key in node if kind_of_key(key)) if instead_of == MIXED else keys_of(node, instead_of)
    return edits + [Remove(item, (*line, key)) for key in other if key not in values]


def given_back(item: Item, cue: Tree, line: Line, kind: str) -> list[Remove]:
    """A line says no more of a kind, which then tracks; a line that has nothing more to say goes."""
    node = standing(cue, line)
    if kind == MIXED:
        if not isinstance(node, Tree) or "palette" not in node:
            return []
        return [Remove(item, (*line, "palette")) if any(map(kind_of_key, node)) else Remove(item, line)]
    if node is None or (not isinstance(node, Tree) and kind != "intensity"):
        return []
    if not isinstance(node, Tree):
        return [Remove(item, line)]
    own = keys_of(node, kind)
    rest = [key for key in node if key not in own and (kind_of_key(key) or key == "palette")]
    if not own:
        return []
    return [Remove(item, (*line, key)) for key in own] if rest else [Remove(item, line)]


def apart(item: Item, cue: Tree, lines: Sequence_[Line], values: Mapping[str, Values], kind: str) -> list[Set | Remove]:
    """Each of the fixtures of a row gets its own values, in a line of its own below; the row says no more of the kind
    then. A line that stands for one of them alone keeps it."""
    alone = {line for line in lines if line[-1] in values}
    back = [each for line in lines if line not in alone for each in given_back(item, cue, line, kind)]
    own = [given(item, cue, (*lines[0][:-1], name), each, kind) for name, each in values.items()]
    return [*back, *(each for edits in own for each in edits)]


def together(edits: Iterable[Set | Remove], called: str) -> Edit | None:
    """As one step of undo; None: nothing changes."""
    every = tuple(edits)
    return Several(every, called) if every else None


def percent(level: float) -> str:
    """A level 0 to 1 as it is written."""
    return f"{round(level * 100, 1):g}%"


def degrees(value: float) -> str:
    return f"{round(value, 1) + 0.0:g}"  # no minus before 0
