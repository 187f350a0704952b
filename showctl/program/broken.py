"""Broken cues, in words: how many there are, and what is wrong with each."""

from collections.abc import Iterator

from showctl.program.opening import Opened
from showctl.program.program import Program


def broken_fact(program: Program) -> str:
    """`2 cues are broken`, or what else is wrong; empty where nothing is."""
    count = sum(1 for cue in program.cues.values() if cue.broken)
    if count:
        return "1 cue is broken" if count == 1 else f"{count} cues are broken"
    rest = len(program.left_out)
    if rest:
        return "1 thing is left out of the show" if rest == 1 else f"{rest} things are left out of the show"
    return ""


def first_broken(program: Program) -> str:
    """What is wrong with the first of them, and what to do about it; empty where nothing is wrong."""
    for cue in program.cues.values():
        if cue.broken:
            return f"Cue {cue.id}: {cue.broken}"
    return program.left_out[0][:1].upper() + program.left_out[0][1:] if program.left_out else ""


def complaints(opened: Opened) -> Iterator[str]:
    """A line for each problem, with its place in the file, and one that says what becomes of the show."""
    yield from map(str, opened.problems)
    fact = broken_fact(opened.program)
    if fact:
        count = sum(1 for cue in opened.program.cues.values() if cue.broken)
        what = "it does nothing and keeps its" if count == 1 else "they do nothing and keep their"
        then = f"{what} times; all else plays" if count else "all else plays"
        yield f"{opened.source.file}: {fact}: {then}"
