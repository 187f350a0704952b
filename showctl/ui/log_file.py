"""The console's log on the disk: what went wrong, for who looks into it afterwards."""

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path

BYTES, FILES = 1_000_000, 3
"""Of one file, and how many older ones stay."""


def log_path() -> Path:
    """Where it is."""
    return user_log_path("showctl", appauthor=False) / "console.log"


def keep_log() -> logging.Handler | None:
    """Write warnings and errors of this process there; None where nothing can be written, and the console works on."""
    path = log_path()
    handler: logging.Handler | None = None
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=BYTES, backupCount=FILES, encoding="utf-8")
        handler.setLevel(logging.WARNING)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger("showctl").addHandler(handler)
    return handler
