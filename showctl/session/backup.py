"""Backups: what stood in a show file before a save replaced it.

In the user's data folder, a folder a show: beside the show they would go along into version control and onto the stick,
and be gone with the share that it lies on.
"""

import contextlib
import glob
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from showctl.link.place import data_folder, key_of
from showctl.showfile.text import digest
from showctl.showfile.whole_file import make_folder, write_whole

LAST = 10
"""Backups that are kept whatever came between them."""
STEPS = (
    (timedelta(hours=6), timedelta(minutes=10)),
    (timedelta(days=2), timedelta(hours=1)),
    (timedelta(days=60), timedelta(days=1)),
)
"""And, however many saves followed it, the first of every ten minutes for six hours, every hour for two days, every day
(of UTC) for sixty: in each pair the age up to which it counts, and the step. The first, for that is what stood there
before the work of these ten minutes, this hour or this day began."""
MOST_BYTES = 200_000_000
"""Of all backups of one show, half for the last ten and half for the others, so that no burst of saves pushes them out;
5,000 cues take three million."""

_NAME = re.compile(r"(\d{8}T\d{6}\.\d{6})Z-([0-9a-f]{16})(-unsaved)?\.yaml")
_TIME = "%Y%m%dT%H%M%S.%f"
_WHERE = "show.txt"
"""Beside the backups: the path of the show, for people who look into the folder."""


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    when: datetime
    """When it was replaced, or thrown away; UTC."""
    size: int
    """Bytes."""
    unsaved: bool
    """It never stood in the file: recovered edits that were thrown away."""

    def read(self) -> bytes:
        """Raises OSError."""
        return self.path.read_bytes()

    @property
    def digest(self) -> str:
        """The first 16 digits of the SHA-256 of its bytes."""
        found = _NAME.fullmatch(self.path.name)
        return found[2] if found else ""


class Backups:
    """Of one show."""

    def __init__(self, show: Path) -> None:
        self._show = Path(os.path.realpath(show))

    def all(self) -> list[Backup]:
        """The newest first. Raises OSError."""
        found = []
        folder = self._folder()
        for path in folder.iterdir() if folder.exists() else ():
            if named := _NAME.fullmatch(path.name):
                when = datetime.strptime(named[1], _TIME).replace(tzinfo=UTC)
                with contextlib.suppress(FileNotFoundError):  # another save has thinned them out meanwhile
                    found.append(Backup(path, when, path.stat().st_size, named[3] is not None))
        return sorted(found, key=lambda backup: backup.path.name, reverse=True)

    def keep(self, data: bytes, *, unsaved: bool = False) -> str:
        """Put it aside and thin the others out. A sentence if that could not be done; it stops nobody from saving."""
        try:
            self._keep(data, unsaved)
        except OSError as error:
            return f"What stood in {self._show.name} before was not backed up: {error.strerror or error}."
        return ""

    def _keep(self, data: bytes, unsaved: bool) -> None:
        mark = digest(data)[:16]
        folder = self._made_folder()
        before = self.all()
        if before and before[0].digest == mark and before[0].unsaved == unsaved:
            return
        now = datetime.now(UTC)
        name = f"{now.strftime(_TIME)}Z-{mark}{'-unsaved' if unsaved else ''}.yaml"
        write_whole(folder / name, data, mode=0o600)
        for backup in surplus(self.all(), now):
            backup.path.unlink(missing_ok=True)

    def _folder(self) -> Path:
        return data_folder() / "backups" / f"{_short(self._show)}-{key_of(self._show)}"

    def _made_folder(self) -> Path:
        folder = self._folder()
        if not folder.is_dir():
            make_folder(folder)
            write_whole(folder / _WHERE, os.fsencode(self._show) + b"\n", mode=0o600)
        return folder


def moved(show: Path) -> list[Path]:
    """Paths of shows of the same name that have backups and are not there any more: this one may have been one."""
    found = []
    for where in (data_folder() / "backups").glob(f"{glob.escape(_short(show))}-*/{_WHERE}"):
        path = Path(os.fsdecode(where.read_bytes().removesuffix(b"\n")))
        if not path.exists() and Backups(path).all():
            found.append(path)
    return sorted(found)


def _short(show: Path) -> str:
    return show.stem[:60]


def surplus(backups: Sequence[Backup], now: datetime) -> Iterable[Backup]:
    """Which of them to remove; they come the newest first. The newest is never among them."""
    firsts = {span: backup for backup in backups if (span := _span(backup, now))}  # the oldest of a span comes last
    steps = {backup.path for backup in firsts.values()}
    newest = backups[0].size if backups else 0
    room_last, room_steps = MOST_BYTES // 2, min(MOST_BYTES // 2, MOST_BYTES - newest)
    for number, backup in enumerate(backups):
        if number and backup.path in steps:
            room_steps -= backup.size
            kept = room_steps >= 0
        elif number < LAST:
            room_last -= backup.size
            kept = number == 0 or room_last >= 0
        else:
            kept = False
        if not kept:
            yield backup


def _span(backup: Backup, now: datetime) -> tuple[timedelta, int] | None:
    """Of which only the first is kept: the length of the step, and which one. None: it is too old for any."""
    age = now - backup.when
    for most, step in STEPS:
        if age <= most:
            return step, int(backup.when.timestamp() // step.total_seconds())
    return None
