"""Broken cues, in words: how many there are, and what is wrong with each."""

from collections.abc import Iterator

from showctl.program.opening import Opened
from showctl.program.program import Program


def broken_fact(program: Program) -> str:
    """`2 cues are broken, 1 thing is left out of the show`; empty where nothing is."""
    return ", ".join(fact for fact in (_broken(program), _left_out(program)) if fact)


def first_broken(program: Program) -> str:
    """What is wrong with the first of them, and what to do about it; empty where nothing is wrong."""
    for cue in program.cues.values():
        if cue.broken:
            return f"Cue {cue.id}: {cue.broken}"
    return program.left_out[0][:1].upper() + program.left_out[0][1:] if program.left_out else ""


def complaints(opened: Opened) -> Iterator[str]:
    """A line for each problem, with its place in the file, and one that says what becomes of the show."""
    yield from map(str, opened.problems)
    broken, rest = _broken(opened.program), _left_out(opened.program)
    if broken:
        what = "it does nothing and keeps its" if broken.startswith("1 ") else "they do nothing and keep their"
        rest = f"{broken}: {what} times" + (f"; {rest}" if rest else "")
        yield f"{opened.source.file}: {rest}; all else plays"
    elif rest:
        yield f"{opened.source.file}: {rest}: all else plays"


def _broken(program: Program) -> str:
    count = sum(1 for cue in program.cues.values() if cue.broken)
    return "" if not count else "1 cue is broken" if count == 1 else f"{count} cues are broken"


def _left_out(program: Program) -> str:
    rest = len(program.left_out)
    return (
        ""
        if not rest
        else "1 thing is left out of the show"
        if rest == 1
        else f"{rest} things are left out of the show"
    )
