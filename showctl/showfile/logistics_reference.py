"""What logistics items refer to: segments and cues that are there, and due times that can be met."""

from showctl.model.cue import MAIN, cue_id
from showctl.model.logistics import Due, parse_due
from showctl.model.problem import Path
from showctl.model.unit import parse_seconds
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.report import Report
from showctl.showfile.run_reference import check_segment
from showctl.showfile.tree import Mapping, Sequence, node_at


def check_logistics(root: Mapping, segments: dict[str, Path], report: Report) -> None:
    """Report segments and cues that do not exist, and what is due only after it had to be done."""
    items = root.get("logistics")
    cues: _Cues | None = None
    for index, item in enumerate(items if isinstance(items, Sequence) else ()):
        if not isinstance(item, Mapping):
            continue
        path: Path = ("logistics", index)
        blocks = item.get("blocks")
        if isinstance(blocks, str):
            check_segment(blocks, (*path, "blocks"), segments, report)
        try:
            due = parse_due(item.get("due"))
        except ValueError:
            continue
        if due.segment is not None:
            check_segment(due.segment, (*path, "due"), segments, report)
        if due.cue is not None:
            cues = cues or _Cues(root)
            _check_cue(due.cue, (*path, "due"), cues, report)
        if isinstance(blocks, str):
            _check_order(root, due, blocks.strip(), (*path, "due"), segments, cues, report)


class _Cues:
    """Every cue by id, and the segment that it starts."""

    def __init__(self, root: Mapping) -> None:
        self.starts: dict[str, str] = {}
        self.named: dict[str, str] = {}
        for name, path, cues in lists_of(root):
            for _, cue, _ in walk(cues, path):
                own, starts = cue_id(name, str(cue.get("cue")).strip()), cue.get("starts segment")
                self.starts.setdefault(own, starts.strip() if isinstance(starts, str) else "")
                if isinstance(cue.get("id"), str):
                    self.named.setdefault(cue["id"].strip(), own)

    def meant(self, reference: str) -> str | None:
        own = reference.removeprefix(f"{MAIN}/")
        return own if own in self.starts else self.named.get(reference)


def _check_cue(cue: str, path: Path, cues: _Cues, report: Report) -> None:
    if cues.meant(cue) is None:
        otherwise = "write its number, or list/number for a cue of another list"
        report.add(path, f"there is no cue '{cue}'; {report.suggestion(cue, cues.starts, otherwise, cues.named)}")


def _check_order(
    root: Mapping,
    due: Due,
    blocks: str,
    path: Path,
    segments: dict[str, Path],
    cues: _Cues | None,
    report: Report,
) -> None:
    """Report an item that is due when, or after, the segment that waits for it has started: neither could be first."""
    meant = cues.meant(due.cue) if cues is not None and due.cue is not None else None
    by = due.segment if due.segment is not None else cues.starts[meant] if cues is not None and meant else ""
    if blocks not in segments or by not in segments:
        return
    first, then = node_at(root, segments[blocks]), node_at(root, segments[by])
    if by == blocks:
        late = due.offset > 0 if due.edge == "starts" else -due.offset < _length(first)
    else:
        later = int(segments[by][1]) > int(segments[blocks][1])
        late = later and due.offset >= 0 and first.get("room") == then.get("room")
    if late:
        where = f"after {blocks} starts, and {blocks} waits until it is done"
        report.add(path, f"it goes round in a circle: it is due {where}; write for example 30m before {blocks}")


def _length(segment: Mapping) -> float:
    """Seconds that a segment lasts; for ever where it does not say so."""
    try:
        return parse_seconds(segment["duration"])
    except (KeyError, ValueError):
        return float("inf")
