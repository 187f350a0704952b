"""Recovery files that are torn: a disk gave up in the midst of one. They are never read as a show, nor thrown away."""

import os
import time
from pathlib import Path

from msgspec import Struct

from showctl.session.recovery_file import Head, beginning, places, whole
from showctl.session.whoami import Person, day_and_time
from showctl.showfile.report import plain
from showctl.showfile.whole_file import sync_folder

_ASIDE = "-torn-"


class Torn(Struct, frozen=True):
    """A recovery file of which not all is there."""

    place: Path
    when: float
    """Unix time: of its last edit, or, where that is torn as well, of the file."""
    head: Head | None
    """What it says of itself; None where that is torn, too."""
    text: bytes
    """What is there of the show, from its beginning."""

    def __str__(self) -> str:
        """In words: where, from when, whose and how much of it."""
        said = f"{self.place} is torn: it has edits that were never saved, of {day_and_time(self.when)}"
        if self.head is None:
            return f"{said}, and what it says of them cannot be read"
        who, edits = Person(self.head.user, self.head.host, self.head.pid), self.head.edits
        last = f" (the last: {plain(edits[-1])})" if edits else ""
        much = f"{len(self.text):,} of {self.head.size:,} bytes of the show are there"
        if len(self.text) >= self.head.size:
            much = f"the {len(self.text):,} bytes of the show are other than they were"
        return f"{said} by {who}{last}; {much}"


def torn_of(show: Path) -> tuple[Torn, ...]:
    """Those where a recovery file stands, and those that were put aside; the newest first. Looks, and changes nothing.
    What a living session writes is never torn: it is put in its place whole."""
    found = []
    for place in places(show):
        aside = sorted(place.parent.glob(_pattern(place))) if place.parent.is_dir() else []
        found += [torn for each in (place, *aside) if (torn := _torn(each)) is not None]
    return tuple(sorted(found, key=lambda torn: torn.when, reverse=True))


def put_aside(place: Path) -> Path | None:
    """Rename a torn recovery file, so that nothing is written over it: its new place. None where there is none.
    Raises OSError."""
    if (torn := _torn(place)) is None:
        return None
    stem = f"{place.name}{_ASIDE}{time.strftime('%Y%m%dT%H%M%S', time.localtime(os.stat(place).st_mtime))}"
    aside, number = place.with_name(stem), 1
    while os.path.lexists(aside):
        number += 1
        aside = place.with_name(f"{stem}-{number}")
    torn.place.rename(aside)
    sync_folder(place.parent)
    return aside


def _pattern(place: Path) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in place.name) + f"{_ASIDE}*"


def _torn(place: Path) -> Torn | None:
    try:
        if not place.is_file() or whole(place) is not None:
            return None
        with place.open("rb") as file:
            head, text = beginning(file)
        return Torn(place, head.when if head is not None else place.stat().st_mtime, head, text)
    except OSError:  # it cannot be read: nobody knows what it is, and nobody writes over it either
        return None
