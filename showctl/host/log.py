"""The log of an engine: written by a thread of its own, so that nobody waits for a disk."""

import logging
import logging.handlers
import queue
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from showctl.link.place import log_path

LARGEST = 2_000_000
"""Bytes of one log file; one older is kept beside it."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@contextmanager
def logging_of(show: Path, *, aloud: bool = False) -> Iterator[None]:
    """Log to the show's log file, and (`aloud`) warnings to standard error too, from a thread of its own, until the
    end. A disk that takes nothing costs the log, and nothing else."""
    file = _file(show)
    file.setFormatter(logging.Formatter(_FORMAT))
    terminal = logging.StreamHandler(sys.stderr)
    terminal.setLevel(logging.WARNING)
    terminal.setFormatter(logging.Formatter("showctl: %(message)s"))
    targets: tuple[logging.Handler, ...] = (file, terminal) if aloud else (file,)
    logging.raiseExceptions = False  # else each line that a full disk does not take is a traceback in the terminal
    records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    into = logging.handlers.QueueHandler(records)
    listener = logging.handlers.QueueListener(records, *targets, respect_handler_level=True)
    root = logging.getLogger()
    root.addHandler(into)
    root.setLevel(logging.INFO)
    listener.start()
    try:
        yield
    finally:
        root.removeHandler(into)
        listener.stop()
        file.close()


def _file(show: Path) -> logging.Handler:
    try:
        path = log_path(show)
    except OSError:  # a home that cannot be written
        return logging.NullHandler()
    return logging.handlers.RotatingFileHandler(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
