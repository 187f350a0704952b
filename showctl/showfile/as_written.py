"""A show file to compare or merge: read even where something in it is wrong, as long as it is YAML."""

from dataclasses import dataclass
from pathlib import Path

from showctl.showfile.load import Loaded, load_text
from showctl.showfile.reader import read
from showctl.showfile.report import LocatedProblem, Refused, Report
from showctl.showfile.text import decode, read_bytes
from showctl.showfile.tree import Mapping


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A show file. `loaded` is None where too much is wrong with it; `problems`: what is."""

    root: Mapping
    loaded: Loaded | None
    problems: tuple[LocatedProblem, ...] = ()


def as_written(path: Path) -> AsWritten:
    """Read a show file. Raises Unreadable if it cannot be read, Refused with the reason if it is no YAML mapping."""
    return as_written_bytes(read_bytes(path, Report(str(path))), str(path))


def as_written_bytes(data: bytes, file: str) -> AsWritten:
    """The same of the bytes of a show file that is called `file` in problems. Raises Refused."""
    text = decode(data, Report(file))
    try:
        loaded = load_text(text, file)
    except Refused as refused:
        rest = refused.rest if isinstance(refused.rest, Loaded) else None
        root = rest.root if rest is not None else read(text, Report(file))
        if not isinstance(root, Mapping):
            raise
        return AsWritten(root, rest, tuple(refused.problems))
    return AsWritten(loaded.root, loaded)
