"""The log of an engine process: written by a thread of its own, so that nobody waits for a disk."""

import logging
import logging.handlers
import queue
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LARGEST = 2_000_000
"""Bytes of one log file; one older is kept beside it."""
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@contextmanager
def logging_to(path: Path | None) -> Iterator[None]:
    """Log to a file of bounded size, or (None) warnings to standard error, from a thread of its own, until the end."""
    target: logging.Handler
    if path is None:
        target = logging.StreamHandler(sys.stderr)
        target.setLevel(logging.WARNING)
        target.setFormatter(logging.Formatter("showctl: %(message)s"))
    else:
        target = logging.handlers.RotatingFileHandler(
            path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
        target.setFormatter(logging.Formatter(_FORMAT))
    records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    into = logging.handlers.QueueHandler(records)
    listener = logging.handlers.QueueListener(records, target, respect_handler_level=True)
    root = logging.getLogger()
    root.addHandler(into)
    root.setLevel(logging.INFO)
    listener.start()
    try:
        yield
    finally:
        root.removeHandler(into)
        listener.stop()
        target.close()
