"""Snapshots for those who watch: soon after something changed, and never in the way of what is due."""

from collections.abc import Callable

import msgspec

from showctl.engine.amending import Amending
from showctl.engine.clock import Clock
from showctl.engine.lateness import Lateness
from showctl.engine.outbox import Outbox
from showctl.engine.snapshot import Snapshot
from showctl.engine.stage import Stage
from showctl.model.cue import CueId

EVERY = 1 / 30
"""Seconds between snapshots while something happens."""
LOOK = 0.5
"""Seconds between looks at what changes without an event: how devices are, lateness."""
MOVING = 0.1
"""Seconds between looks while a master moves: people read its percents."""
ROOM = 0.002
"""Seconds that must be free before the next thing is due; building one takes a tenth of that."""
CLOCK_SET = 0.02
"""Seconds by which the wall clock must have been moved to count as set; the time between two readings is far less."""
PATIENCE = 0.1
"""Seconds after which one is built however little room there is."""


class Publisher:
    """Builds snapshots in the dispatcher's thread."""

    def __init__(
        self,
        outbox: Outbox,
        lateness: Lateness,
        clock: Clock,
        *,
        outputs_off: bool = False,
        interrupted: tuple[CueId, ...] = (),
        bad_packets: Callable[[], int] = lambda: 0,
    ) -> None:
        self._outbox, self._lateness, self._clock = outbox, lateness, clock
        self._outputs_off, self._interrupted, self._bad_packets = outputs_off, interrupted, bad_packets
        self.realtime = ""
        self._due = -float("inf")
        self._anything_sent = False
        self._serial = 0
        self._published_at = -float("inf")
        self._reported = self._masters_moved = 0
        self._last: Snapshot | None = None

    @property
    def newest(self) -> Snapshot | None:
        """The snapshot that was published last (its serial aside), for any thread."""
        return self._last

    def rename(self, amending: Amending) -> None:
        """What is listed as interrupted goes by the ids of the next state of the show."""
        self._interrupted = tuple(amending.cue(cue) or cue for cue in self._interrupted)

    def note(self, masters_moved: int = 0) -> None:
        """Look whether events were reported, or masters moved more often than before; then a snapshot is wanted."""
        if (self._outbox.reported, masters_moved) != (self._reported, self._masters_moved):
            self._reported, self._masters_moved = self._outbox.reported, masters_moved
            self._due = min(self._due, self._published_at + EVERY)

    def wants(self, now: float, next_due: float) -> bool:
        """Whether it is time to publish, with room until something else is due."""
        return now >= self._due and (next_due - now >= ROOM or now - self._due >= PATIENCE)

    def wake_at(self, now: float, next_due: float) -> float:
        """When to wake up next for something due or for a snapshot; one that found no room waits for what is due."""
        return min(self._due, next_due) if self._due > now else next_due

    def publish(self, stage: Stage, now: float) -> None:
        """Publish a snapshot, if it says anything new."""
        snapshot = self._build(stage, now)
        self._due = now + (MOVING if stage.playback.mixer.masters.moving else LOOK)
        if self._last is not None and _says_the_same(self._last, snapshot):
            return
        self._serial += 1
        self._last = snapshot
        self._published_at = now
        self._outbox.put(msgspec.structs.replace(snapshot, serial=self._serial))

    def _build(self, stage: Stage, now: float) -> Snapshot:
        self._lateness.add_all(self._outbox.take_late())
        masters = stage.playback.mixer.masters
        player, statuses = stage.playback.player, stage.statuses()
        evening = player.evening
        # Once is for good: another state of the show has outputs that begin to count anew.
        self._anything_sent = self._anything_sent or any(status.sent for status in statuses)
        return Snapshot(
            serial=0,
            instant=now,
            wall=self._clock.wall(),
            digest=stage.playback.program.digest,
            outputs_off=self._outputs_off,
            anything_sent=self._anything_sent,
            realtime=self.realtime,
            lists=player.lists(),
            active=player.active(now),
            devices=statuses,
            lateness=self._lateness.figures(now),
            day=player.day.show,
            rehearsed=player.day.rehearsed,
            guard_until=player.guard_until,
            panic_until=player.panic_until,
            last_go=player.last_go,
            last_go_at=player.last_go_at,
            taking=player.taking,
            interrupted=self._interrupted,
            disarmed=evening.disarmed,
            armed=evening.armed,
            flagged=evening.flagged,
            unflagged=evening.unflagged,
            masters=masters.seen(now),
            blackout=masters.blackout,
            parked=stage.playback.hands.parked,
            highlighted=stage.playback.hands.highlighted,
            loaded=player.loaded,
            bad_packets=self._bad_packets(),
            overrides=stage.playback.overrides.seen(),
            rehearsal=stage.playback.overrides.rehearsal,
        )


def _says_the_same(one: Snapshot, other: Snapshot) -> bool:
    """Whether they differ only in when they were taken; a wall clock that was set is a difference."""
    clock_kept = abs((one.wall - one.instant) - (other.wall - other.instant)) < CLOCK_SET
    return clock_kept and msgspec.structs.replace(other, instant=one.instant, wall=one.wall) == one
