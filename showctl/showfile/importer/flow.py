"""A piece of a show file inside a cell: `[1.500, 2.500]`, `{all: Film first}`; anything else is text."""

from typing import Any

from showctl.model.profile_argument import NO_PASSCODES
from showctl.model.unit import Quoted
from showctl.showfile.reader import read
from showctl.showfile.report import Refused, Report


def flow_value(text: str) -> Any:
    """A list or mapping that is written in one line, as plain values; else the text itself."""
    if text[:1] not in ("[", "{") or text[-1:] not in ("]", "}"):
        return text
    report = Report("cell")
    try:
        found = read(text, report)
    except Refused:
        return text
    return text if report.problems else _plain(found)


def has_passcode(text: str) -> bool:
    """Whether a piece has a passcode below a key of somebody's own, for which `flow_value` leaves it text."""
    report = Report("cell")
    try:
        read(text, report)
    except Refused:
        return False
    return any(problem.words == NO_PASSCODES for problem in report.problems)


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        own = getattr(node, "own", {})
        return {key: _plain(value) for key, value in [*node.items(), *own.items()]}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    return Quoted(node) if isinstance(node, Quoted) else node
