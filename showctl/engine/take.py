"""The show is being taken from a cue: messages at a limited rate, light on its way, and then perhaps the cue."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from msgspec import structs

from showctl.engine.active_cues import ActiveCues
from showctl.engine.agenda import Entry
from showctl.engine.amending import Amending
from showctl.engine.command import TakeFrom
from showctl.engine.event import TakeEnded, Taken
from showctl.engine.outcome import Do, Freeze, GoHome, Hold, Release, ReleaseNobodys
from showctl.engine.restore import Restores
from showctl.engine.snapshot import TakeState
from showctl.engine.standby import Orders
from showctl.engine.taking import GAP, Batch, Taking
from showctl.program.chase_light import TAKE_TIME


def _amended(batch: Batch, amending: Amending) -> Batch:
    """To the same devices, whatever they are called now."""
    return tuple((cue, amending.said(send) or send) for cue, send in batch)


class Take:
    """At most one at a time. `go` is called when all is out, if the cue is to start then.

    What is pending is in the agenda under a run's number, which no cue has; so a stop calls it back, and the light is
    owned by it. Each wake-up plans only the next: a take costs the same however much there is to send.
    """

    def __init__(
        self, active: ActiveCues, orders: Orders, restores: Restores, go: Callable[[TakeFrom, float], None]
    ) -> None:
        self._active, self._orders, self._restores, self._go = active, orders, restores, go
        self._taking: Taking | None = None
        self._run = 0
        self._begun = 0.0
        self._starts = False
        self._queues: list[deque[Batch]] = []
        self._paused_at: float | None = None
        self._withheld: list[Entry] = []
        """While paused: what is still to come."""
        self._pending = 0
        """Devices that still get messages, and the light while it is on its way."""

    @property
    def state(self) -> TakeState | None:
        """What is being taken, for the snapshot; None when nothing is."""
        taking = self._taking
        if taking is None:
            return None
        done_at = self._begun + taking.seconds
        return TakeState(taking.command.cue, self._begun, done_at, self._starts, taking.messages, self._paused_at)

    def amend(self, amending: Amending) -> None:
        """Go on in the next state of the show. The cue does not start by itself if it is gone, or its list is."""
        if (taking := self._taking) is None:
            return
        cue = amending.cue(taking.command.cue)
        own_list = amending.names.now("list", taking.list)
        if cue is None or all(each.name != own_list for each in amending.after.lists):
            self._starts = False
        if amending.names:
            self._queues = [deque(_amended(batch, amending) for batch in queue) for queue in self._queues]
        command = structs.replace(taking.command, cue=cue or taking.command.cue)
        self._taking = replace(taking, command=command, list=own_list or taking.list)

    def begin(self, taking: Taking, now: float) -> None:
        """Send the first messages of each device and let light move. What was active is stopped already.

        A GO on the cue is then in order: it finds light there, or on its way, or left alone as was asked for; what a
        panic took and this leaves dark, the GO brings back.
        """
        active, cue = self._active, taking.command.cue
        order = self._orders.lists[taking.list]
        order.set(cue)
        order.lose_order()
        if taking.command.light or not order.dark:
            order.keep_order()
        order.lit = order.lit or taking.command.light
        active.close_left(now)
        self._taking, self._begun, self._starts = taking, now, taking.command.go
        self._run = active.next_run
        active.next_run += 1
        light = taking.light
        active.tell(
            Taken(
                due=now,
                cue=cue,
                messages=taking.messages,
                parameters=light.parameters + light.at_home,
                seconds=taking.seconds,
                go=self._starts,
                notes=taking.notes,
                left_alone=taking.left_alone,
                light_left_alone=not taking.command.light,
            )
        )
        self._queues = [deque(batches) for batches in taking.batches]
        self._pending = len(self._queues) + 1
        if light.tracked is not None:
            active.tell(Do(now, self._run, cue, light.tracked))
        if light.home is not None:
            active.tell(GoHome(now, self._run, cue, light.home))
        if taking.command.light and self._restores.nobodys:
            active.tell(ReleaseNobodys(now, self._run, TAKE_TIME, self._restores.nobodys))
        for by, fade in taking.masters:
            active.tell(Do(now, self._run, by, fade))
        self._plan_light(now)
        for queue in self._queues:
            self._send(queue, 1, now)

    def hurry(self, now: float, standby_of: str | None = None) -> None:
        """Somebody starts a cue by hand: what is still to be sent goes out first, at once.

        Later it would undo what that cue does. After a GO of the list (`standby_of`) the cue does not start by itself.
        """
        taking = self._taking
        if taking is None:
            return
        self.resume(now)
        if standby_of == taking.list:
            self._starts = False
        self._active.agenda.withdraw({self._run})
        for queue in self._queues:
            while queue:
                self._say(queue.popleft(), now)
        self._pending = 1
        self._plan_light(now)

    def cut_off(self, now: float, of_list: str | None = None) -> None:
        """Send nothing more and start nothing; light stays where it is, and no GO of the list is in order before one
        has brought it where it belongs. `of_list`: only if it is of that list.
        """
        taking = self._taking
        if taking is None or of_list not in (None, taking.list):
            return
        self._taking = self._paused_at = None
        self._withheld = []
        if taking.command.light and taking.list in self._orders.lists:
            self._orders.lists[taking.list].lose_order()
        self._active.agenda.withdraw({self._run})
        self._active.tell(Freeze(now, frozenset({self._run})))
        unsent = sum(len(batch) for queue in self._queues for batch in queue)
        self._active.tell(TakeEnded(due=now, cue=taking.command.cue, stopped=True, unsent=unsent))

    def pause(self, now: float, of_list: str | None = None) -> None:
        """Let it stand still. `of_list`: only if it is of that list."""
        taking = self._taking
        if taking is None or self._paused_at is not None or of_list not in (None, taking.list):
            return
        self._paused_at = now
        self._withheld = self._active.agenda.withdraw({self._run})
        self._active.tell(Hold(now, frozenset({self._run})))

    def resume(self, now: float, of_list: str | None = None) -> None:
        """Let it go on: everything comes later by as long as it stood still."""
        taking, paused_at = self._taking, self._paused_at
        if taking is None or paused_at is None or of_list not in (None, taking.list):
            return
        self._paused_at = None
        self._begun += now - paused_at
        for entry in self._withheld:
            self._active.agenda.add(entry.due + now - paused_at, self._run, entry.do)
        self._withheld = []
        self._active.tell(Release(now, frozenset({self._run})))

    def _plan_light(self, now: float) -> None:
        """When the light has arrived; now if there is none."""
        moves = self._taking is not None and self._taking.moves_light
        self._active.agenda.add(max(now, self._begun + TAKE_TIME) if moves else now, self._run, self._done_with_one)

    def _send(self, queue: deque[Batch], following: int, due: float) -> None:
        """Send a device's next messages; `following`: the number of the batch after them."""
        self._say(queue.popleft(), due)
        if queue:
            self._active.agenda.add(self._begun + following * GAP, self._run, partial(self._send, queue, following + 1))
        else:
            self._done_with_one(due)

    def _say(self, batch: Batch, due: float) -> None:
        for cue, send in batch:
            self._active.tell(Do(due, self._run, cue, send))

    def _done_with_one(self, due: float) -> None:
        self._pending -= 1
        if self._pending or self._taking is None:
            return
        taking, self._taking = self._taking, None
        self._active.tell(TakeEnded(due=due, cue=taking.command.cue))
        if self._starts:
            self._go(taking.command, due)
