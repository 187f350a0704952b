"""Waiting for something that another process does, with a deadline instead of a guess."""

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], object], what: str, timeout: float = 10.0, interval: float = 0.005) -> None:
    """Returns as soon as the condition holds; AssertionError naming `what` if that takes longer than `timeout`."""
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, f"not within {timeout} s: {what}"
        time.sleep(interval)
