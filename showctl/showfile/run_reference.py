"""The run of show: segments once each and in order, and what logistics items say of them."""

import datetime as dt

from showctl.model.cue import CueId
from showctl.model.logistics import parse_due
from showctl.model.problem import Path
from showctl.model.segment import parse_start
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, Sequence, mark_at

_HALF_DAY = 12 * 3600


def segment_names(root: Mapping, report: Report) -> dict[str, Path]:
    """The path of each segment by name; names that come twice and starts that go back go to the report."""
    names: dict[str, Path] = {}
    segments = root.get("run of show")
    latest: tuple[int, dt.time] | None = None
    for index, segment in enumerate(segments if isinstance(segments, Sequence) else ()):
        if not isinstance(segment, Mapping):
            continue
        path: Path = ("run of show", index)
        name = segment.get("segment")
        if isinstance(name, str):
            if name.strip() in names:
                line = mark_at(root, (*names[name.strip()], "segment"))[0]
                report.add(
                    (*path, "segment"), f"segment '{name}' is there twice, first in line {line}; give it another name"
                )
            names.setdefault(name.strip(), path)
        start = _start(segment)
        if start is None:
            continue
        if latest is not None and 0 < _seconds(latest[1]) - _seconds(start) <= _HALF_DAY:
            line = mark_at(root, ("run of show", latest[0], "start"))[0]
            report.add(
                (*path, "start"),
                f"{start:%H:%M} is before {latest[1]:%H:%M}, when an earlier segment starts (line {line}); "
                "put the segments in order",
            )
        latest = (index, start)
    return names


def _start(segment: Mapping) -> dt.time | None:
    if "start" not in segment:
        return None
    try:
        return parse_start(segment["start"]).time
    except ValueError:
        return None


def _seconds(time: dt.time) -> int:
    return time.hour * 3600 + time.minute * 60 + time.second


def check_segment(name: str, path: Path, segments: dict[str, Path], report: Report, cue: CueId | None = None) -> None:
    """Report a segment that does not exist. `cue`: the one that names it."""
    if name.strip() not in segments:
        remedy = report.suggestion(name.strip(), segments, "write the short name of a segment of the run of show")
        report.add(path, f"there is no segment '{name.strip()}'; {remedy}", cue=cue)


def check_run(root: Mapping, segments: dict[str, Path], report: Report) -> None:
    """Report logistics items that name segments which do not exist."""
    items = root.get("logistics")
    for index, item in enumerate(items if isinstance(items, Sequence) else ()):
        if not isinstance(item, Mapping):
            continue
        path: Path = ("logistics", index)
        if isinstance(blocks := item.get("blocks"), str):
            check_segment(blocks, (*path, "blocks"), segments, report)
        try:
            due = parse_due(item.get("due"))
        except ValueError:
            continue
        if due.segment is not None:
            check_segment(due.segment, (*path, "due"), segments, report)
