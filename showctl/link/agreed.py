"""To which destinations a show may send from this machine: somebody has seen the list of them and agreed, once.

By the show's path: a show that lies elsewhere, and one that somebody else has made, asks anew. So does a destination
that is new in a show, or has more universes than before. What goes to this machine's loopback is not asked about, nor
what the shows that come with showctl have of their own: of one that was changed where it lies the rest is asked about.
"""

import os
import shlex
from collections.abc import Iterable
from pathlib import Path

import msgspec

from showctl.link.file_lock import lock_patiently
from showctl.link.place import data_folder
from showctl.program.destination import Destination, all_destinations, destinations_of
from showctl.program.program import Program, Target
from showctl.shipped import is_shipped

FILE = "destinations.json"
MOST_NAMED = 4
"""Destinations that one sentence names."""
AS_SHIPPED = (Destination("midi", "Switcher"),)
"""Where the shows that come with showctl send beyond loopback. Of one that was changed where it lies nothing else is
free; a test looks that they have no more."""
_Kept = dict[str, tuple[Destination, ...]]


class Agreed:
    """What has been agreed to of one show: as it is kept, and, where that cannot be written, since the start."""

    def __init__(self, show: Path) -> None:
        self._show = Path(os.path.realpath(show))
        self._known: tuple[Destination, ...] = AS_SHIPPED if is_shipped(self._show) else ()
        self.look_again()

    def look_again(self) -> None:
        """Take in what is kept by now."""
        self._add(_kept().get(str(self._show), ()))

    def add(self, destinations: Iterable[Destination]) -> None:
        """Agree from now on, as long as this object is there."""
        self._add(destinations)

    def allows(self, target: Target) -> bool:
        """Whether a device may be sent to: all that it sends to has been agreed to."""
        return not self.new(destinations_of(target))

    def new(self, destinations: Iterable[Destination]) -> list[Destination]:
        """Those that nobody has agreed to yet."""
        return [each for each in destinations if not any(known.covers(each) for known in self._known)]

    def _add(self, destinations: Iterable[Destination]) -> None:
        self._known = _joined([*self._known, *destinations])


def new_destinations(show: Path, program: Program) -> list[Destination]:
    """Where a show would send to, and nobody has agreed to on this machine. In the order of the show."""
    return Agreed(show).new(all_destinations(program))


def waiting_words(new: Iterable[Destination], show: Path) -> str:
    """That nothing is sent there yet, and what to do."""
    named = [str(each) for each in new]
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return (
        f"this show has not sent to {', '.join(named[:MOST_NAMED])}{more} from this machine yet. Nothing is sent there "
        f"until you agree: showctl agree {shlex.quote(str(show))}"
    )


def agree(show: Path, destinations: Iterable[Destination]) -> None:
    """Keep that a show may send there, for good. Raises OSError where that cannot be written; then an engine can still
    be told."""
    path = data_folder() / FILE
    with lock_patiently(path.with_suffix(".lock")):
        kept = _kept()
        name = os.path.realpath(show)
        kept[name] = _joined([*kept.get(name, ()), *destinations])
        draft = path.with_suffix(f".{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with open(descriptor, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(kept), indent=1))
        os.replace(draft, path)


def _kept() -> _Kept:
    """What cannot be read is not there: then it is asked anew."""
    try:
        return msgspec.json.decode((data_folder() / FILE).read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return {}


def _joined(destinations: Iterable[Destination]) -> tuple[Destination, ...]:
    found: dict[tuple[str, str], Destination] = {}
    for each in destinations:
        known = found.get((each.protocol, each.to))
        found[each.protocol, each.to] = known.joined(each) if known is not None else each
    return tuple(found.values())
