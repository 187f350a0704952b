"""When another state of the show is shown: with the engine, so that what it says of cues is said of those in sight."""

from showctl.engine.snapshot import Snapshot
from showctl.program.opening import Opened

WITH_ENGINE = 0.5
"""Seconds for which another state of the show waits for the engine to play it, before it is shown all the same."""


class Newer:
    """Watches for a state that is not shown yet."""

    def __init__(self) -> None:
        self._since: float | None = None

    def is_due(self, opened: Opened, shown: Opened, attached: Snapshot | None, now: float) -> bool:
        """Whether to show `opened` now. `attached`: what the engine said last, if one takes commands."""
        if opened.program is shown.program and opened.show is shown.show:
            self._since = None
            return False
        self._since = now if self._since is None else self._since
        behind = attached is not None and attached.digest == shown.program.digest != opened.program.digest
        if behind and now - self._since < WITH_ENGINE:
            return False
        self._since = None
        return True
