"""Cues that logistics items name in their due times: `15m before cue 12`. They are named as from the main list."""

from collections.abc import Iterator

from showctl.model.logistics import DUE_AT, parse_due
from showctl.model.problem import Path
from showctl.showfile.tree import Mapping, Sequence


def due_cues(root: Mapping) -> Iterator[tuple[Path, str]]:
    """Every such name, with the path of its due time."""
    items = root.get("logistics")
    for index, item in enumerate(items if isinstance(items, Sequence) else ()):
        text = item.get("due") if isinstance(item, Mapping) else None
        if isinstance(text, str) and "cue" in text and (cue := cue_in(text)) is not None:
            yield ("logistics", index, "due"), cue


def cue_in(text: str) -> str | None:
    """The cue in a due time; None where there is none."""
    try:
        return parse_due(text).cue
    except ValueError:
        return None


def with_cue(text: str, cue: str) -> str:
    """The due time with another cue."""
    due = " ".join(text.split())
    match = DUE_AT.fullmatch(due)
    if match is None or match["cue"] is None:
        return text
    return due[: match.start("cue")] + cue + due[match.end("cue") :]
