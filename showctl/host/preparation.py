"""Commands on their way to the dispatcher: what has to be worked out first is, in a thread that nobody waits for."""

import threading
from collections.abc import Callable
from queue import SimpleQueue

from showctl.engine.command import (
    AnyCommand,
    Go,
    HardStop,
    Panic,
    Reset,
    SetStandby,
    Shutdown,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
    name_of,
)
from showctl.engine.taking import Taking

_OVERTAKES = Go | StartCue | Stop | HardStop | Panic | Reset | SetStandby | StepStandby | Shutdown
"""Whoever says one of these after a TakeFrom means it to count, whichever of the two is ready first."""


class Preparation:
    """Passes commands on at once; only a TakeFrom comes later, when it is worked out, unless it is overtaken meanwhile.

    `take` works one out; `post` hands over to the dispatcher; `warn` tells people. All may be called from any thread.
    """

    def __init__(
        self,
        take: Callable[[TakeFrom], Taking],
        post: Callable[[AnyCommand | Taking], None],
        warn: Callable[[str], None],
    ) -> None:
        self._take, self._post, self._warn = take, post, warn
        self._lock = threading.Lock()  # never held while anything is worked out
        self.undisturbed = threading.Lock()
        """Held while one is worked out and posted, and by who brings another state of the show: none is worked out on
        one state and comes to the next, which would refuse it."""
        self._wanted: TakeFrom | None = None
        """The newest that is not ready; one that is ready and not the newest is dropped."""
        self._asked: SimpleQueue[TakeFrom | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="preparation", daemon=True)
        self._thread.start()

    def post(self, command: AnyCommand) -> None:
        """Returns at once."""
        with self._lock:
            if isinstance(command, TakeFrom):
                self._wanted = command
                self._asked.put(command)
                return
            overtaken = None
            if isinstance(command, _OVERTAKES):
                overtaken, self._wanted = self._wanted, None
            self._post(command)
        if overtaken is not None:
            name = name_of(command)
            self._warn(f"the show was not taken from cue {overtaken.cue}: '{name}' came first; take it once more")

    def close(self) -> None:
        """Prepare nothing more."""
        self._asked.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (command := self._asked.get()) is not None:
            if command is not self._wanted:
                continue
            with self.undisturbed:
                taking = self._take(command)
                with self._lock:
                    if command is self._wanted:
                        self._wanted = None
                        self._post(taking)
