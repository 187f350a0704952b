"""The dispatcher: the one thread that waits for what is due, and sees to it that it leaves."""

import logging
from collections.abc import Callable
from queue import Empty, SimpleQueue

from showctl.engine.amend import Amend
from showctl.engine.clock import Clock
from showctl.engine.command import AnyCommand, ResetLateness, Shutdown, Stop
from showctl.engine.event import Warned
from showctl.engine.lateness import Lateness
from showctl.engine.outbox import Ended, Outbox
from showctl.engine.provenance import Look
from showctl.engine.publisher import Publisher
from showctl.engine.quiet import Quiet
from showctl.engine.stage import Stage
from showctl.engine.switch_on import SwitchOn
from showctl.engine.taking import Taking

log = logging.getLogger(__name__)

Item = AnyCommand | Taking | Amend | SwitchOn | Look
Inbox = SimpleQueue[Item]
AT_ONCE = 32
"""Commands taken before what is due gets its turn: a flood of them must not stop frames."""
_LONGEST_WAIT = 3600.0
"""Seconds; the longest wait that every platform takes."""
_FORGIVEN, _WITHIN = 20, 10.0
"""Errors of our own, and in how many seconds: after more the engine ends, to be started anew from the level store."""
FAREWELL = 1.0
"""Seconds after a Shutdown for what stopping has planned: the second half of a stop command may be due a moment later
than the first. The shipped profiles need 0.05."""


class Dispatcher:
    """Owns the stage while `run` runs. Others talk to it through `inbox` and the outbox only."""

    def __init__(
        self,
        stage: Stage,
        inbox: Inbox,
        outbox: Outbox,
        publisher: Publisher,
        lateness: Lateness,
        clock: Clock,
        prepare_thread: Callable[[], str] = lambda: "",
    ) -> None:
        """`prepare_thread` is called in the thread, asks for real-time scheduling, and says in words what it got."""
        self._stage, self._inbox, self._outbox = stage, inbox, outbox
        self._publisher, self._lateness, self._clock = publisher, lateness, clock
        self._prepare_thread = prepare_thread
        self._quiet = Quiet()
        self._errors: list[float] = []
        self._ended = False
        self._ends_by: float | None = None
        """Since a Shutdown: when it ends at the latest."""
        self._error = ""
        """Why it could not go on."""

    def run(self) -> None:
        """The body of the thread: until Shutdown, or until it cannot go on. `Ended` is the last thing in the outbox."""
        self._outbox.belongs_here()
        ended = "it broke off"  # unless the end is reached
        self._publisher.realtime = self._prepare_thread()
        self._quiet.begin()
        try:
            while not (self._ended or self._has_said_all()):
                try:
                    self._turn(self._wait())
                except Exception as error:  # noqa: BLE001 - one broken cue or command must not stop the others
                    self._note_error(error)
            if not self._error:
                self._stage.terminate()  # else receivers hold their levels until a new engine is there
            self._publisher.publish(self._stage, self._clock.now())
            ended = self._error
        finally:
            self._quiet.end()
            self._outbox.put(Ended(ended))

    def _wait(self) -> Item | None:
        """Until something is due or a command comes; None when it is no command."""
        now, next_due = self._clock.now(), self._next_due()
        if self._publisher.wants(now, next_due):
            self._publisher.publish(self._stage, now)
        self._quiet.rest(next_due - now)
        wake_at = self._publisher.wake_at(now, next_due)
        try:
            return self._inbox.get(timeout=max(0.0, min(wake_at - self._clock.now(), _LONGEST_WAIT)))
        except Empty:
            return None

    def _next_due(self) -> float:
        return min(self._stage.next_due(), self._stage.store_at)

    def _has_said_all(self) -> bool:
        """Whether a Shutdown was taken, and nothing that stopping has planned is still to come in time."""
        if self._ends_by is None:
            return False
        due = self._stage.playback.next_deadline()
        return due is None or due > self._ends_by or self._clock.now() > self._ends_by

    def _turn(self, item: Item | None) -> None:
        """One wake-up: commands, messages, frames; then what can wait."""
        now = self._clock.now()
        for _ in range(AT_ONCE):
            if item is not None:
                self._take(item, now)
            if self._inbox.empty():
                break
            self._play(now)
            item = self._inbox.get_nowait()
        self._send_frames(self._play(now))
        self._outbox.flush()
        self._publisher.note(self._stage.playback.mixer.masters.moves)
        self._stage.write_store(now)

    def _play(self, now: float) -> float:
        """All that is due at `now`; frames are not held up by it, however much it is. The instant of the last part."""
        part_at = now
        for _ in self._stage.playback.parts(now):
            part_at = self._clock.now()
            self._send_frames(part_at)
        return part_at

    def _send_frames(self, now: float) -> None:
        due, frames = self._stage.send_frames(now)
        if frames:
            left = self._clock.now()
            self._lateness.add(left - due, left, frames)

    def _take(self, item: Item, now: float) -> None:
        match item:
            case Amend():
                try:
                    if self._ends_by is None:
                        self._play(now)
                        item.swap(self._stage, now)
                        self._publisher.rename(item.amending)
                        if item.is_large:  # of less, what is left over is collected when there is time
                            self._quiet.spare()
                finally:
                    item.done.set()
            case ResetLateness():
                self._lateness.reset(now)
            case Look():
                item.carry_out(self._stage, now)
            case SwitchOn():
                try:
                    item.swap(self._stage, now)
                finally:
                    item.done.set()
            case _ if self._ends_by is not None:
                pass  # nothing begins any more
            case Shutdown():
                self._ends_by = now + FAREWELL
                self._stage.playback.handle(Stop(source=item.source), now)  # held notes get their note-off
                self._stage.playback.handle(item, now)
            case _:
                self._stage.playback.handle(item, now)

    def _note_error(self, error: Exception) -> None:
        """Say it once and go on; end when there were too many."""
        log.error("an error inside the engine", exc_info=error)
        now = self._clock.now()
        self._errors = [at for at in self._errors if now - at < _WITHIN] + [now]
        if len(self._errors) > _FORGIVEN:
            self._ended, self._error = True, repr(error)
        if len(self._errors) == 1:
            text = f"an error inside showctl ({error!r}); playback goes on, please report it with the log"
            self._outbox.report(Warned(due=now, text=text))
            self._outbox.flush()
