"""The run of show: segments once each and in order, and guests who are invited to them."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from showctl.model.cue import CueId
from showctl.model.problem import Path, Question
from showctl.model.segment import Start, parse_start
from showctl.model.show import Show
from showctl.showfile.mention import texts
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, Sequence, mark_at
from showctl.timing.day_plan import day_plan

_HALF_DAY = 12 * 3600


def segment_names(root: Mapping, report: Report) -> dict[str, Path]:
    """The path of each segment by name; names that come twice and starts that go back go to the report."""
    names: dict[str, Path] = {}
    segments = root.get("run of show")
    latest: dict[str, tuple[int, Start]] = {}
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
        room = str(segment.get("room") or "").strip()
        before = latest.get(room)
        if before is not None and _goes_back(before[1], start):
            line = mark_at(root, ("run of show", before[0], "start"))[0]
            report.add(
                (*path, "start"),
                f"{start.time:%H:%M} is before {before[1].time:%H:%M}, when an earlier segment starts (line {line}); "
                "put the segments in order",
            )
        latest[room] = (index, start)
    return names


def _start(segment: Mapping) -> Start | None:
    if "start" not in segment:
        return None
    try:
        return parse_start(segment["start"])
    except ValueError:
        return None


def _goes_back(before: Start, start: Start) -> bool:
    """Whether a start is earlier than the one before it in its room; past midnight it may be, of the same day no."""
    if start.day is not None and before.day is not None:
        return (start.day, start.time) < (before.day, before.time)
    return start.day is None and 0 < _seconds(before) - _seconds(start) <= _HALF_DAY


def _seconds(start: Start) -> int:
    time = start.time
    return time.hour * 3600 + time.minute * 60 + time.second


def check_segment(name: str, path: Path, segments: dict[str, Path], report: Report, cue: CueId | None = None) -> None:
    """Report a segment that does not exist. `cue`: the one that names it."""
    if name.strip() not in segments:
        remedy = report.suggestion(name.strip(), segments, "write the short name of a segment of the run of show")
        report.add(path, f"there is no segment '{name.strip()}'; {remedy}", cue=cue)


def check_guests(root: Mapping, segments: dict[str, Path], report: Report) -> None:
    """Report guests who are invited to segments that do not exist."""
    guests = root.get("guests")
    for index, guest in enumerate(guests if isinstance(guests, Sequence) else ()):
        if isinstance(guest, Mapping):
            for path, name, _ in texts(guest.get("segments"), ("guests", index, "segments")):
                check_segment(name, path, segments, report)


def run_questions(show: Show) -> list[Question]:
    """What is to be asked of the run of show: times that no clock shows, and cues that nobody wrote."""
    return [*_skipped(show), *_without_cue(show)]


def _skipped(show: Show) -> Iterator[Question]:
    """Times that no clock shows on the date of the show: when clocks go forward over them."""
    if show.info.date is None:
        return
    zone = ZoneInfo(show.info.timezone)
    plan = day_plan(show.run_of_show, show.info.date, zone)
    for index, row in enumerate(plan.rows):
        for key, written, instant in (("start", row.segment.start, row.start), ("end", row.segment.end, row.end)):
            if written is None:
                continue
            shown = dt.datetime.fromtimestamp(instant, zone)
            if shown.time() != written.time:
                what = f"no clock shows {written.time:%H:%M} then in {zone}: it goes forward over it"
                yield Question(("run of show", index, key), what, f"write {shown:%H:%M}, when it will be")


def _without_cue(show: Show) -> Iterator[Question]:
    """Segments that are to begin by a cue, or to have one fired, and that no cue starts."""
    by_cue = show.segment_cues()
    for index, segment in enumerate(show.run_of_show):
        key = "clock fires" if segment.clock_fires else "begins" if segment.begins == "cue" else ""
        if key and segment.id not in by_cue:
            remedy = f"write starts segment: {segment.id} to the cue"
            yield Question(("run of show", index, key), f"no cue starts segment '{segment.id}'", remedy)
