"""The meeting file: how a console finds the engine of a show, and one engine another's universes.

An engine holds a file lock for as long as it lives, and beside it writes how to reach it. What is written without the
lock being held was left by a dead engine: it is removed by whoever finds it. A process id proves nothing.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from showctl.link.file_lock import FileLock, lock_patiently
from showctl.link.place import Place, place_of, runtime_folder


class Claim(Struct, frozen=True, array_like=True):
    """A universe that an engine sends to a place: nobody else may."""

    universe: int
    host: str
    port: int


class Meeting(Struct, frozen=True):
    """How to reach a running engine, and what it has taken for itself."""

    version: int
    """Of the link's protocol."""
    pid: int
    port: int
    """TCP, on 127.0.0.1."""
    token: str
    show: str
    """Resolved path of the show file."""
    started: float
    """Unix time."""
    digest: str = ""
    """State of the show file that is playing; empty before the first."""
    title: str = ""
    outputs_off: bool = False
    claims: tuple[Claim, ...] = ()


class Taken(Exception):
    """Another engine has what was asked for. Says which one, and what to do."""


class Reservation:
    """This process plays this show, until it closes or dies."""

    def __init__(self, show: Path) -> None:
        """Raises Taken while another engine plays the show, and UnsafeFolder."""
        self.show = Path(os.path.realpath(show))
        self.place = place_of(show)
        try:
            self._lock = lock_patiently(self.place.lock)
        except BlockingIOError:
            other = _read(self.place)
            who = f" (pid {other.pid})" if other else ""
            raise Taken(
                f"{show} is already played by another engine{who}; end it with: showctl stop '{show}'"
            ) from None
        self.place.meeting.unlink(missing_ok=True)

    def publish(self, meeting: Meeting) -> None:
        """Write how to reach us and what we claim. Raises Taken, and leaves what was written, if another engine claims
        part of it."""
        with lock_patiently(runtime_folder() / "claims.lock"):
            _refuse_claimed(meeting, _living(except_for=self.place))
            _write(self.place.meeting, msgspec.json.encode(meeting))

    def close(self) -> None:
        """Remove the files."""
        self.place.meeting.unlink(missing_ok=True)
        self._lock.release(remove=True)


def find(show: Path) -> Meeting | None:
    """The running engine of a show, once it can be reached. Raises UnsafeFolder."""
    place = place_of(show)
    return _read(place) if _is_held(place) else None


def is_starting(show: Path) -> bool:
    """Whether an engine of the show lives that cannot be reached yet."""
    place = place_of(show)
    return _is_held(place) and _read(place) is None


def running() -> list[Meeting]:
    """All running engines of this user, in the order of their start. Raises UnsafeFolder."""
    return sorted(_living(), key=lambda meeting: meeting.started)


def _living(except_for: Place | None = None) -> Iterable[Meeting]:
    for lock in runtime_folder().glob("*.lock"):
        place = Place(lock, lock.with_suffix(".json"), lock.with_suffix(".levels"))
        if place != except_for and lock.stem != "claims" and _is_held(place) and (meeting := _read(place)):
            yield meeting


def _is_held(place: Place) -> bool:
    if not place.lock.exists():
        return False
    try:
        stale = FileLock(place.lock)
    except BlockingIOError:
        return True
    place.meeting.unlink(missing_ok=True)
    stale.release(remove=True)
    return False


def _read(place: Place) -> Meeting | None:
    """None if there is none, or none of this program's making."""
    try:
        return msgspec.json.decode(place.meeting.read_bytes(), type=Meeting)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _write(path: Path, text: bytes) -> None:
    """All or nothing, and for our eyes only."""
    draft = path.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with open(descriptor, "wb") as file:
        file.write(text)
    os.replace(draft, path)


def _refuse_claimed(meeting: Meeting, others: Iterable[Meeting]) -> None:
    mine = set(meeting.claims)
    for other in others:
        if both := mine & set(other.claims):
            claim = min(both, key=lambda claim: (claim.universe, claim.host, claim.port))
            raise Taken(
                f"universe {claim.universe} to {claim.host}:{claim.port} is already sent by the engine of "
                f"{other.title or other.show} ({other.show}, pid {other.pid}); "
                f"end it with: showctl stop '{other.show}', or run with --outputs-off"
            )
