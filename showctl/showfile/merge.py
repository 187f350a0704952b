"""Three states of a show made one: what two people changed since a state that both had.

What they changed in different places comes together, in the order of the show and with numbers that fit. What does not
go together is a conflict: mine stands until somebody chooses.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from showctl.model.problem import Path
from showctl.model.selection import expand
from showctl.showfile.conflict import Choice, Choices, Conflict, Key
from showctl.showfile.entry import same_shape
from showctl.showfile.item import NAMED, Item
from showctl.showfile.load import Loaded, of_root
from showctl.showfile.merge_comments import with_comments
from showctl.showfile.merge_names import strange_names
from showctl.showfile.merge_tree import Roots, merged_tree
from showctl.showfile.merge_value import MISSING, Seen, Values
from showctl.showfile.report import LocatedProblem, Refused
from showctl.showfile.tree import Mapping, child

Examine = Callable[[Loaded], Sequence[LocatedProblem]]
"""Finds what is wrong with a show beyond what `of_root` does: two fixtures at one address, say."""
_ROUNDS = 30
"""Times that mine is put back where the result is no right show; then all of mine is."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came out. `root` loads, whatever is still to be chosen: there it is as mine. `loaded` is it loaded, its
    comments left out of account."""

    root: Mapping
    loaded: Loaded
    conflicts: tuple[Conflict, ...]
    choices: Choices
    """What was chosen."""
    comments: int
    """So many comments of `root` are not as they are in mine."""
    _sources: tuple[Mapping, Loaded, Loaded, Examine] = field(repr=False)


def merge(base: Loaded | Mapping, mine: Loaded, theirs: Loaded, *, examine: Examine = lambda _: ()) -> Merged:
    """Bring together what `mine` and `theirs` changed since `base`. The result is written as mine is."""
    root = base.root if isinstance(base, Loaded) else base
    return _merge((root, mine, theirs, examine), {})


def choose(merged: Merged, conflict: Conflict, which: Choice) -> Merged:
    """The same with one conflict settled. What does not go together because of it may be a conflict more."""
    if which not in conflict.choices:
        raise ValueError(f"'{which}' is no choice here; write {', '.join(conflict.choices)}")
    return _merge(merged._sources, {**merged.choices, **dict.fromkeys(conflict.keys, which)})


def _merge(sources: tuple[Mapping, Loaded, Loaded, Examine], choices: Choices) -> Merged:
    base, mine, theirs, examine = sources
    roots: Roots = {"base": base, "mine": mine.root, "theirs": theirs.root}
    forced: Choices = {}
    wrong: dict[tuple[Key, ...], Conflict] = {}
    for _ in range(_ROUNDS):
        root, values = _tree(roots, {**choices, **forced})
        loaded, problems = _problems(root, base, mine, theirs, examine)
        found = [each for problem in problems if (each := _conflict(problem, root, values)) is not None]
        fresh = [each for each in found if any(forced.get(key) != "mine" for key in each.keys)]
        if loaded is not None and not problems:
            root, asked, comments = with_comments(base, mine.root, theirs.root, root, choices)
            return Merged(root, loaded, (*values.conflicts, *wrong.values(), *asked), choices, comments, sources)
        if not fresh:
            break
        for each in fresh:
            wrong.setdefault(each.keys, each)
            forced.update(dict.fromkeys(each.keys, "mine"))
    why = "; ".join(problem.words for problem in problems[:3])
    whole = Conflict(Item("show"), (), "", "", "", (), (), f"the two do not go together ({why}); all of mine is kept")
    return Merged(mine.root, mine, (*wrong.values(), whole), choices, 0, sources)


def _tree(roots: Roots, choices: Choices) -> tuple[Mapping, Values]:
    """The merged tree. Where only one has written anything, the file is theirs or mine as it is, comments too."""
    texts = {side: _text(root) for side, root in roots.items()}
    if not choices and texts["base"] is not None and None not in texts.values():
        if texts["theirs"] in (texts["base"], texts["mine"]):
            return roots["mine"], Values({})
        if texts["mine"] == texts["base"]:
            return roots["theirs"], Values({})
    return merged_tree(roots, choices)


def _text(root: Mapping) -> str | None:
    return root.origin.text if root.origin is not None else None


def _problems(
    root: Mapping, base: Mapping, mine: Loaded, theirs: Loaded, examine: Examine
) -> tuple[Loaded | None, list[LocatedProblem]]:
    """The result loaded, and what is wrong with it that is wrong with neither side."""
    loaded, found = _loaded(root, theirs if root is theirs.root else mine, examine)
    strange = list(strange_names(base, root, mine.root, theirs.root))
    if not found:
        return loaded, strange
    known = {problem.what for side in (mine, theirs) for problem in _loaded(side.root, side, examine)[1]}
    return loaded, [*(problem for problem in found if problem.what not in known), *strange]


def _loaded(root: Mapping, before: Loaded, examine: Examine) -> tuple[Loaded | None, list[LocatedProblem]]:
    try:
        loaded = before if root is before.root and not before.wrong else of_root(root, before)
    except Refused as refused:
        return refused.rest if isinstance(refused.rest, Loaded) else None, refused.problems
    return loaded, list(examine(loaded))


def _conflict(problem: LocatedProblem, root: Mapping, values: Values) -> Conflict | None:
    """A problem that came of the merge as a conflict between the things that take part in it."""
    uids: dict[str, None] = {}
    node, at = root, _uid(problem.path)
    for element in problem.path:
        there, below = child(node, element)
        if not there:
            break
        node = below
        at = values.made.get(id(node), at)
    if at:
        uids[at] = None
    uids.update(dict.fromkeys(_named_in(problem.what, values)))
    changed = [uid for uid in uids if uid in values.seen and _differs(values.seen[uid])]
    keys: tuple[Key, ...] = tuple((uid, ()) for uid in changed)
    if not keys:
        return None
    item = values.seen[at].item if at in values.seen else values.seen[changed[0]].item
    return Conflict(item, (), "", "", "", ("mine", "theirs"), keys, f"together it is wrong: {problem.what}")


def _uid(path: Path) -> str:
    """Of what has its name as its key."""
    if path[:1] == ("palettes",):
        return f"palette {path[1]} {path[2]}" if len(path) > 2 else ""
    if len(path) > 1 and path[0] in NAMED:
        return f"{NAMED[str(path[0])]} {path[1]}"
    return ""


def _named_in(text: str, values: Values) -> Iterable[str]:
    """What a problem names in quotes, or as `cue 12`."""
    words = set(text.split("'")[1::2]) | set(text.replace(",", " ").split())
    for uid, seen in values.seen.items():
        names = {seen.item.name, seen.item.name.rpartition("/")[2], seen.item.name.partition(" ")[2]}
        if seen.item.kind == "fixture":
            names = _fixtures(seen)
        if not words.isdisjoint(names - {""}) and _differs(seen):
            yield uid


def _fixtures(seen: Seen) -> set[str]:
    found: set[str] = set()
    for node in seen[1:]:
        written = node.get("id") if isinstance(node, Mapping) else None
        try:
            found.update(expand(written) if isinstance(written, str) else ())
        except ValueError:
            continue
    return found


def _differs(seen: Seen) -> bool:
    """Whether mine and theirs are not the same."""
    if MISSING in (seen.mine, seen.theirs):
        return seen.mine is not seen.theirs
    return seen.mine is not seen.theirs and not same_shape(seen.mine, seen.theirs)
