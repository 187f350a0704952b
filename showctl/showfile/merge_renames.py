"""The three shows brought to the same names, so that what one renamed and another edited is one thing."""

from showctl.showfile.item import Item, path_of
from showctl.showfile.merge_trio import Side
from showctl.showfile.renames import Renames, named_at, renames, with_name
from showctl.showfile.tree import Mapping


def alike_named(roots: dict[Side, Mapping]) -> dict[Side, Mapping]:
    """What mine or theirs renamed is called so in all of them. What both renamed, each in a way of its own, and what
    cannot be called so everywhere stays as it is.
    """
    by: dict[Side, Renames] = {side: renames(roots["base"], roots[side]) for side in ("mine", "theirs")}
    found = dict(roots)
    for old in dict.fromkeys((*by["mine"], *by["theirs"])):
        ways = {each[old] for each in by.values() if old in each}
        if len(ways) == 1:
            found = _renamed(found, old, ways.pop(), [side for side in found if old not in by.get(side, {})])
    return found


def _renamed(roots: dict[Side, Mapping], old: Item, new: Item, sides: list[Side]) -> dict[Side, Mapping]:
    found = dict(roots)
    for side in sides:
        if not _is_there(roots[side], old) and not named_at(roots[side], old):
            continue  # it was removed there
        root = with_name(roots[side], old, new)
        if root is None:
            return roots
        found[side] = root
    return found


def _is_there(root: Mapping, item: Item) -> bool:
    try:
        path_of(root, item)
    except KeyError:
        return False
    return True
