"""Who we are to receivers: an identity that no other sender has and that a restart keeps."""

import os
import uuid
from pathlib import Path

from showctl.link.place import data_folder


def source_id(show: Path) -> uuid.UUID:
    """The E1.31 component identifier (CID, §5.6) of a show's engine on this installation."""
    return uuid.uuid5(installation_id(), os.fsencode(os.path.realpath(show)).decode("utf-8", "backslashreplace"))


def installation_id() -> uuid.UUID:
    """Made once for a user on a machine, and kept. Where it cannot be kept it changes with each start."""
    try:
        path = data_folder() / "installation"
    except OSError:  # a home that cannot be written
        return uuid.uuid4()
    for _ in range(2):
        try:
            return uuid.UUID(path.read_text("ascii").strip())
        except (OSError, ValueError):  # not there, or torn
            _keep(path, uuid.uuid4())
    return uuid.uuid4()


def _keep(path: Path, made: uuid.UUID) -> None:
    """All or nothing; of two that start at once the last to write wins, and both read it again."""
    draft = path.with_suffix(f".{os.getpid()}")
    try:
        draft.write_text(f"{made}\n", "ascii")
        os.replace(draft, path)
    except OSError:
        draft.unlink(missing_ok=True)
