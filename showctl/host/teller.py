"""The one reader of the outbox: passes on what is new to those who watch."""

import threading
from collections.abc import Callable, Sequence

from showctl.engine.event import AnyEvent
from showctl.engine.outbox import Ended, Outbox
from showctl.engine.snapshot import Snapshot

Watch = Callable[[Sequence[AnyEvent], Snapshot | None], None]
"""Takes events in their order, and the newest snapshot if there is a new one. Whoever is slow holds up the others who
watch, and never the dispatcher."""
MOST = 2000
"""Items passed on at a time."""
_FINISH = Ended()


class Teller:
    """A thread of its own from `start` to `finish`."""

    def __init__(self, outbox: Outbox, on_end: Callable[[str], None]) -> None:
        """`on_end` is told when the dispatcher has ended: why it could not go on, or nothing."""
        self.watches: list[Watch] = []
        self._outbox = outbox
        self._on_end = on_end
        self._thread = threading.Thread(target=self._run, name="teller", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def finish(self) -> None:
        """Pass on what is there, and end."""
        self._outbox.put(_FINISH)
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            items = self._outbox.take(MOST)
            events = [item for item in items if not isinstance(item, Snapshot | Ended)]
            newest = next((item for item in reversed(items) if isinstance(item, Snapshot)), None)
            if events or newest:
                for watch in self.watches:
                    watch(events, newest)
            for item in items:
                if item is _FINISH:
                    return
                if isinstance(item, Ended):
                    self._on_end(item.error)
