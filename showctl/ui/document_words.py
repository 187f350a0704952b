"""What is to be asked about the open show, in words: the weightiest first."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from showctl.program.destination import Destination
from showctl.session.notice import Notice
from showctl.session.on_disk import Seen
from showctl.session.recovery import Recovery
from showctl.showfile.migrate import Migration
from showctl.ui.tongue import tr

Question = Literal[
    "recovery", "not saved", "changed", "gone", "unreadable", "older format", "read only", "left", "saved elsewhere"
]
MOST_NAMED = 3
"""Destinations that the banner names; where there are more, the list of them is to be seen before anybody agrees."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the open show stands with the disk and with others."""

    path: Path
    recovery: Recovery | None = None
    """Edits of an earlier session that nobody has decided on."""
    not_saved: Notice | None = None
    """Why the last save failed, while nothing has been saved since."""
    copied: Path | None = None
    """Where a copy has gone since that failed."""
    on_disk: Seen | None = None
    migration: Migration | None = None
    """While nobody has agreed to write over the older file."""
    read_only: str = ""
    free: bool = False
    """Read-only, and whoever had it open has left."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, as the banner puts it."""

    question: Question
    fact: str
    text: str


def asked(standing: Standing) -> Asked | None:
    """The weightiest question; None if there is nothing to ask."""
    name = standing.path.name
    if standing.not_saved is not None:
        text = standing.not_saved.text
        if standing.copied is not None:
            text = tr("A copy is saved as {copied}. {text}").format(copied=standing.copied, text=text)
        return Asked("not saved", tr("NOT SAVED"), text)
    if standing.recovery is not None:
        return Asked("recovery", tr("NOT SAVED LAST TIME"), _recovery(standing.recovery))
    seen = standing.on_disk
    if seen is not None and seen.kind == "changed" and standing.read_only:
        text = tr("{name} was saved by whoever has it open. It is shown here as it was before.").format(name=name)
        return Asked("saved elsewhere", tr("SAVED ELSEWHERE"), text)
    if seen is not None and seen.kind == "changed":
        return Asked(
            "changed",
            tr("CHANGED ON DISK"),
            tr("Another program has changed {name}. Look at what is different.").format(name=name),
        )
    if seen is not None and seen.kind == "gone":
        return Asked(
            "gone",
            tr("FILE GONE"),
            tr("{name} was moved or deleted. The show is still open here; save it anew.").format(name=name),
        )
    if seen is not None and seen.kind == "unreadable":
        return Asked("unreadable", tr("FILE OUT OF REACH"), seen.text)
    if standing.migration is not None:
        old, new = standing.migration.old, standing.migration.new
        text = tr(
            "{name} stays as it is: save under another name (Ctrl+Shift+S), or write it over in format {new}."
        ).format(name=name, new=new)
        return Asked("older format", tr("OLDER FORMAT {old}").format(old=old), text)
    if standing.read_only and standing.free:
        return Asked(
            "left", tr(tr("READ-ONLY")), tr("Whoever had {name} open to edit it has closed it.").format(name=name)
        )
    if standing.read_only:
        return Asked(
            "read only", tr(tr("READ-ONLY")), tr("{why}. GO works all the same.").format(why=_read_only(standing))
        )
    return None


def _recovery(recovery: Recovery) -> str:
    since = tr(" The file was changed by somebody else since.") if recovery.changed_since else ""
    return f"{str(recovery)[0].upper()}{str(recovery)[1:]}.{since}"


def _read_only(standing: Standing) -> str:
    text = standing.read_only.removeprefix(f"{standing.path} is ").rstrip(".")
    return text[0].upper() + text[1:]


def destinations_text(new: list[Destination]) -> str:
    """Where nothing is sent yet: all of them, or how many more there are."""
    named = [str(each) for each in new[:MOST_NAMED]]
    more = tr(" and {count} more").format(count=len(new) - MOST_NAMED) if len(new) > MOST_NAMED else ""
    return tr("{named}{more}: this show has not sent there from this machine. Cues run, nothing goes there.").format(
        named=", ".join(named), more=more
    )
