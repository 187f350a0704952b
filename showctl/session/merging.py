"""The open show and what another program has written over its file meanwhile, brought together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.program.opening import opened, without_collecting
from showctl.session.change import EditRefused
from showctl.session.recovery_base import base_of
from showctl.session.recovery_file import Recovery
from showctl.showfile.as_written import as_written_bytes
from showctl.showfile.conflict import Choice, Conflict
from showctl.showfile.load import Loaded, load, load_text
from showctl.showfile.merge import Merged, choose, merge
from showctl.showfile.report import LocatedProblem, Refused

if TYPE_CHECKING:
    from showctl.session.document import Document


@dataclass(frozen=True, slots=True)
class Merging:
    """A merge of `mine`, the state of the open show, with `theirs`, the file as it is on the disk."""

    mine: Loaded
    theirs: Loaded
    merged: Merged
    recovered: bool = False
    """`theirs` is not the file on the disk, but the edits of an earlier session that were not saved."""

    @property
    def name(self) -> str:
        """For the undo list."""
        return f"merged with {'edits that were not saved' if self.recovered else 'the file as it is on the disk'}"

    def choose(self, conflict: Conflict, which: Choice) -> "Merging":
        """The same with one conflict settled; takes as long as the merge did."""
        with without_collecting():
            return replace(self, merged=choose(self.merged, conflict, which))


def merging(document: "Document") -> Merging:
    """Read the file and merge it; takes up to a few seconds for a show of 5,000 cues, and as long as the disk takes.

    Raises Unreadable, and Refused where not only single cues of the file are wrong. Where it is not known any more what
    both began with, what is in one of them alone is kept, and what differs is a conflict.
    """
    mine, base = document.state, document.in_file
    with without_collecting():
        theirs = _whole(document)
        return Merging(mine, theirs, merge(base if base is not None else _nothing(mine), mine, theirs, examine=_wrong))


def merging_recovered(document: "Document") -> Merging:
    """The same with the edits of an earlier session, where somebody else has changed the file since. Raises EditRefused
    where there are none, they are no show, or it is not known what they were made on."""
    recovery, mine = document.recovery, document.state
    if recovery is None:
        raise EditRefused("there are no edits of an earlier session any more")
    with without_collecting():
        theirs, merged = merged_recovery(recovery, document.path, mine)
    return Merging(mine, theirs, merged, recovered=True)


def merged_recovery(recovery: Recovery, show: Path, mine: Loaded) -> tuple[Loaded, Merged]:
    """The show with the edits that were never saved, and that merged with `mine`, what the show is now. Raises
    EditRefused where they are no show, or it is not known what they were made on."""
    try:
        theirs = as_written_bytes(recovery.text, str(show)).loaded
        text = base_of(show, recovery.head.base)
        base = as_written_bytes(text, str(show)).root if text is not None else None
    except Refused:
        theirs = base = None
    if theirs is None:
        raise EditRefused("the edits cannot be merged: with them the file is no show")
    if base is None:
        raise EditRefused(
            "what the edits were made on is not kept any more, nor among the backups, so they cannot be merged; see "
            f"what taking them changes, or write them to another file: showctl recover '{show}' --to FILE"
        )
    return theirs, merge(base, mine, theirs, examine=_wrong)


def _whole(document: "Document") -> Loaded:
    try:
        return load(document.path)
    except Refused as refused:
        if isinstance(refused.rest, Loaded) and all(problem.cue is not None for problem in refused.problems):
            return refused.rest
        raise


def _nothing(like: Loaded) -> Loaded:
    """A show with nothing in it but what every show has."""
    return load_text("showctl: 1\nshow: {title: empty}\n", like.source.file)


def _wrong(loaded: Loaded) -> Sequence[LocatedProblem]:
    """What is wrong with the patch, and with what cues ask of fixtures and devices."""
    try:
        opened(lambda: loaded)
    except Refused as refused:
        return refused.problems
    return ()
