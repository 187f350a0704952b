"""What happens to somebody who may not write: run as root, it becomes the user `nobody` once all is imported.

python -m tests.faults.as_nobody FOLDER    prints a JSON object: what was refused, noted, or found, by what was tried
"""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

import platformdirs

from showctl.session.recovery import RecoveryWriter, found
from showctl.session.saving import save_show
from showctl.session.show_lock import Held, ShowLock
from showctl.showfile.save import NotSaved
from showctl.showfile.text import digest

NOBODY = 65_534
OLD, NEW = b"showctl: 1\nshow: {title: Old}\n", b"showctl: 1\nshow: {title: New}\n"


def saved(show: Path) -> list[str]:
    """What was noted, or why it was refused."""
    try:
        return list(save_show(show, NEW).notes)
    except NotSaved as reason:
        return [reason.text]


def kept(show: Path) -> str:
    """Where an edit was kept."""
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    writer.wait(writer.put(NEW, ("an edit",)), 10)
    writer.close(discard=False)
    recovery = found(show)
    return str(recovery.place) if recovery is not None else writer.trouble


def locked(show: Path) -> str:
    try:
        with ShowLock.take(show) as lock:
            return "seen by others" if lock.seen_by_others else "seen by this user"
    except Held as held:
        return str(held)


def main() -> None:
    folder = Path(sys.argv[1])
    platformdirs.user_documents_path()  # which imports what this system needs
    datetime.strptime("1", "%d")  # noqa: DTZ007 - as does this
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    said = {}
    for show in sorted(folder.glob("*/gala.yaml")):
        said[show.parent.name] = {"locked": locked(show), "kept": kept(show), "saved": saved(show)}
    print(json.dumps(said))


if __name__ == "__main__":
    main()
