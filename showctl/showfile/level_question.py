"""Questions about levels such as `0.5`, which are taken for half a percent and may have been meant as one half."""

import re
from collections.abc import Iterator
from typing import Any

from showctl.model.problem import Path, Question
from showctl.model.quantity import plain_number
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.tree import Mapping, Sequence


def less_than_a_percent(number: float, path: Path) -> Question:
    """What is asked of a level between 0 and 1 without a sign of percent."""
    text = plain_number(number)
    part = "half a percent" if number == 0.5 else f"{text} percent"
    whole = plain_number(round(number * 100, 6))
    return Question(path, f"{text} is {part}", f"write {whole}% if that is meant, or {text}%")


def level_questions(root: Mapping) -> list[Question]:
    """What is to be asked of the levels outside looks: of masters, fades of masters, and the patch."""
    return [less_than_a_percent(float(text), path) for path, text in _levels(root) if _looks_small(text)]


def _looks_small(text: Any) -> bool:
    return isinstance(text, str) and bool(re.fullmatch(r"0*\.[0-9]*[1-9][0-9]*", text.strip()))


def _levels(root: Mapping) -> Iterator[tuple[Path, Any]]:
    masters = root.get("masters")
    for name, master in masters.items() if isinstance(masters, Mapping) else ():
        if isinstance(master, Mapping):
            yield ("masters", name, "level"), master.get("level")
    patch = root.get("patch")
    for index, entry in enumerate(patch if isinstance(patch, Sequence) else ()):
        if isinstance(entry, Mapping):
            yield ("patch", index, "proportional"), entry.get("proportional")
    for _, path, cues in lists_of(root):
        for here, cue, _ in walk(cues, path):
            fade = cue.get("fade")
            if isinstance(fade, Mapping) and "master" in fade:
                for key in ("from", "to"):
                    yield (*here, "fade", key), fade.get(key)
