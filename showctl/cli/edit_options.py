"""The options of `showctl edit`, which may stand before, between and behind the words of the edit."""

import re
from typing import NamedTuple

from showctl.session.change import EditRefused
from showctl.showfile.report import plain
from showctl.showfile.suggest import suggestion

_OPTION = re.compile(r"--[A-Za-z][A-Za-z-]*(=.*)?")
"""What nobody means as text: `--dryrun`; but `-- a dash --` is text."""
_OF_EDITS = ("--from", "--to", "--step")
"""Words of renumber that may be written like options."""


class Given(NamedTuple):
    """What is left when the options are taken out."""

    words: list[str]
    options: frozenset[str]


def taken_out(words: list[str], known: tuple[str, ...]) -> Given:
    """The words of the edit and which of the known options stand among them; behind `--` all is text. Raises
    EditRefused for one that nobody knows."""
    ends = words.index("--") if "--" in words else len(words)
    left: list[str] = []
    options: set[str] = set()
    renumbers = False
    for word in words[:ends]:
        renumbers = renumbers or word == "renumber"
        if word in known:
            options.add(word)
        elif _OPTION.fullmatch(word) and not (renumbers and word in _OF_EDITS):
            remedy = suggestion(word, (*known, *(_OF_EDITS if renumbers else ())), f"write {', '.join(known)}")
            raise EditRefused(plain(f"there is no option {word}; {remedy} Text that begins so stands behind a --"))
        else:
            left.append(word)
    return Given([*left, *words[ends + 1 :]], frozenset(options))
