"""Names that would come to mean something else by a merge: a palette that one took away or called otherwise, and
another newly names. What stands there then may be a value of its own, as the colour `gold` is, so nothing else tells.
"""

from collections.abc import Iterator

from showctl.model.problem import Path
from showctl.showfile.mention import PALETTE_KEYS, palettes
from showctl.showfile.report import LocatedProblem
from showctl.showfile.tree import Mapping, child


def strange_names(base: Mapping, root: Mapping, mine: Mapping, theirs: Mapping) -> Iterator[LocatedProblem]:
    """Where `root`, in which the two are brought together, names a palette that was there in `base` and is no more, and
    the one who took it away does not name it.
    """
    for kind in PALETTE_KEYS:
        for name in _palettes(base, kind).keys() - _palettes(root, kind).keys():
            known = {
                who
                for side in (mine, theirs)
                if name not in _palettes(side, kind)
                for _, who in _named(side, kind, name)
            }
            for path, who in _named(root, kind, name):
                if who not in known:
                    what = f"there is no palette '{name}' any more, and {who} names it"
                    yield LocatedProblem("", 1, 1, path, "", what)


def _palettes(root: Mapping, kind: str) -> Mapping:
    kinds = root.get("palettes")
    found = kinds.get(kind) if isinstance(kinds, Mapping) else None
    return found if isinstance(found, Mapping) else Mapping()


def _named(root: Mapping, kind: str, name: str) -> Iterator[tuple[Path, str]]:
    for mention in palettes(root, kind):
        if name in (word.strip() for word in mention.text.split("..")):
            yield mention.path, _who(root, mention.path)


def _who(root: Mapping, path: Path) -> str:
    """What the look belongs to: `cue 2`, `masters stage`."""
    said, node = f"{path[0]} {path[1]}" if len(path) > 1 else "", root
    for element in path:
        there, node = child(node, element)
        if not there:
            break
        if isinstance(node, Mapping) and isinstance(node.get("cue"), str):
            said = f"cue {node['cue']}"
    return said
