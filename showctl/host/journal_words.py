"""A journal in people's words, for `showctl journal`."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from showctl.host.journal_file import Kept, lines
from showctl.host.report import Json, text_line


def words(kept: Kept) -> Iterator[str]:
    """The whole journal: whose it is, a line for each thing that happened at its time of day, and how it ended."""
    head, last = kept.head, kept.head
    yield f"{kept.path}"
    yield f"{head.get('show')}, state {str(head.get('digest'))[:12]}"
    off = "; outputs off: nothing was sent" if head.get("outputs_off") else ""
    yield f"showctl {head.get('version')}, pid {head.get('pid')}, {head.get('realtime')}{off}"
    yield f"began {_date(head)}{_past(head)}"
    for last in lines(kept.path):
        if last.get("event") not in ("journal", "end"):
            yield _line(last)
    yield _ended(kept, last)


def summary(kept: Kept) -> str:
    """One line: when it began, whose it is, how it ended, where it is."""
    return f"{_date(kept.head)}  {kept.head.get('show')}: {_ended(kept, kept.last or kept.head)}  {kept.path}"


def as_dict(kept: Kept) -> Json:
    """For `--list --json`: the head with `file`, and `end`, the line that says how it ended, null if none does."""
    return {**kept.head, "file": str(kept.path), "end": kept.end, "running": kept.is_being_written}


def _line(line: Json) -> str:
    when = _time(line)
    match line.get("event"):
        case "left out":
            return f"{when:>10}  {line.get('count')} lines are missing here: they could not be written in time"
        case "playing":
            return f"{when:>10}  another state of the show was handed over: {str(line.get('digest'))[:12]}"
        case "continued":
            return f"{when:>10}  it goes on in the next file"
    try:
        return text_line(line, when)
    except (KeyError, TypeError, ValueError):  # of another version
        return f"{when:>10}  {line}"


def _ended(kept: Kept, last: Json) -> str:
    match last.get("event"):
        case "end" if last.get("lost"):
            return f"ended {_date(last)}: the engine could not go on: {last.get('reason')}"
        case "end":
            return f"ended {_date(last)}: {last.get('reason')}"
        case "continued":
            return f"went on {_date(last)} in the next file"
    if kept.is_being_written:
        return f"still running; last line {_date(last)}"
    return f"ended without saying so at {_date(last)}: the engine was lost"


def _past(head: Json) -> str:
    if "continues" in head:
        return f"; goes on from {head['continues']}"
    return f"; the run before was lost: {head['after']}" if "after" in head else ""


def _date(line: Json) -> str:
    return _formatted(line, "%Y-%m-%d %H:%M:%S")


def _time(line: Json) -> str:
    at = _formatted(line, "%H:%M:%S.%f")
    return at if at == "?" else at[:-3]


def _formatted(line: dict[str, Any], form: str) -> str:
    """As the clock on the wall of that machine showed it."""
    try:
        return datetime.fromisoformat(line["at"]).strftime(form)
    except (KeyError, TypeError, ValueError):
        return "?"
