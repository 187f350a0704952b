"""`did you mean`: the nearest of the words that would have been right."""

import difflib
from collections.abc import Iterable
from functools import lru_cache

_FEW = 8
"""So many allowed words are all named."""


@lru_cache(maxsize=4096)
def _closest(word: str, choices: tuple[str, ...]) -> str | None:
    if len(word) > 100:
        return None
    plain = {c.casefold().replace("_", " ").replace("-", " "): c for c in reversed(choices)}
    near = difflib.get_close_matches(word.casefold().replace("_", " ").replace("-", " "), plain, n=1, cutoff=0.65)
    return plain[near[0]] if near else None


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like the word, if any is like it at all."""
    return _closest(word, tuple(choices))


def listed(choices: Iterable[str], last: str = "or") -> str:
    """`a, b or c`."""
    words = list(choices)
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def suggestion(word: str, choices: Iterable[str], otherwise: str = "") -> str:
    """A remedy: the nearest choice, else all of them if they are few, else `otherwise`."""
    choices = tuple(choices)
    if near := closest(word, choices):
        return f"did you mean '{near}'?"
    if choices and len(choices) <= _FEW:
        return f"write {listed(choices)}"
    return otherwise
