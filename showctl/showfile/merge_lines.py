"""Three versions of the comments at one place made one."""

from difflib import SequenceMatcher

Lines = tuple[str, ...]


def merged_lines(base: Lines, mine: Lines, theirs: Lines, *, one: bool) -> Lines | None:
    """What whoever changed it has; what both put in, mine first. None where they do not go together. `one`: there is
    room for one comment only."""
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    if one:
        return None
    kept_mine, put_mine = _steps(base, mine)
    kept_theirs, put_theirs = _steps(base, theirs)
    found: list[str] = []
    for at in range(len(base) + 1):
        both = [*put_mine[at], *(line for line in put_theirs[at] if line not in put_mine[at])]
        if put_mine[at] and put_theirs[at] and put_mine[at] != put_theirs[at]:
            beside = {at - 1, at} & set(range(len(base)))
            if any(each not in kept_mine or each not in kept_theirs for each in beside):
                return None
        found += both
        if at in kept_mine and at in kept_theirs:
            found.append(base[at])
    return tuple(found)


def _steps(base: Lines, other: Lines) -> tuple[set[int], list[list[str]]]:
    """Which lines of the base are still there, and what was put in before each of them, and at the end."""
    kept: set[int] = set()
    put: list[list[str]] = [[] for _ in range(len(base) + 1)]
    for _, a, b, start, end in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        if base[a:b] == other[start:end]:
            kept.update(range(a, b))
        else:
            put[a] += other[start:end]
    return kept, put
