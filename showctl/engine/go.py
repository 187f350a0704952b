"""GO, and standby as people move it."""

from collections.abc import Callable
from functools import partial

from showctl.engine.active_cues import ActiveCues
from showctl.engine.amending import Amending
from showctl.engine.command import AnyCommand, Go, SetStandby, StepStandby, TakeFrom
from showctl.engine.event import GoRefused, Warned
from showctl.engine.restore import Restores
from showctl.engine.second_start import Starts
from showctl.engine.standby import ListOrder, Orders
from showctl.engine.take import Take
from showctl.model.cue import CueId
from showctl.program.program import Program


class GoButton:
    """Starts the standby cue of a list, or says why not. `taken` tells of a command and the cue that it concerned; a
    GO that starts something hurries the `take`.
    """

    def __init__(
        self,
        program: Program,
        orders: Orders,
        active: ActiveCues,
        starts: Starts,
        restores: Restores,
        take: Take,
        taken: Callable[[AnyCommand, float, CueId | None], None],
    ) -> None:
        self._program, self._orders, self._active = program, orders, active
        self._starts, self._restores, self._take, self._taken = starts, restores, take, taken
        self.last: CueId | None = None
        """The cue that the last GO started."""
        self.last_at = 0.0

    def go(self, command: Go, now: float) -> None:
        """Start the standby cue, then move standby past what that starts by itself."""
        order = self._orders.lists.get(command.list)
        cue = order.standby if order is not None else None
        if order is None or cue is None:
            reason = f"no list '{command.list}'" if order is None else "cart" if order.cart else "end of list"
            self._active.tell(GoRefused(due=now, reason=reason, source=command.source))
            return
        if now < order.guard_until:
            remaining = order.guard_until - now
            self._active.tell(GoRefused(due=now, reason="too soon", source=command.source, remaining=remaining))
            return
        self._take.hurry(now, command.list)
        self._press(order, cue, command, now)

    def amend(self, amending: Amending) -> None:
        """Go on in the next state of the show."""
        self._program = amending.after
        self.last = amending.cue(self.last) or self.last if self.last is not None else None

    def go_taken(self, command: TakeFrom, now: float) -> None:
        """All is out that brings light and devices to where the cue expects them: start it, whatever the guard says."""
        order = self._orders.list_of[command.cue]
        if order.standby != command.cue:
            self._warn(now, f"cue {command.cue} is not in standby any more and was not started; press GO when it suits")
            return
        self._press(order, command.cue, Go(list=self._program.cues[command.cue].list, source=command.source), now)

    def _press(self, order: ListOrder, cue: CueId, command: Go, now: float) -> None:
        order.guard_until = now + self._program.go_guard
        self.last, self.last_at = cue, now
        self._taken(command, now, cue)
        self.start(order, cue, now, self._starts.press)

    def start(self, order: ListOrder, cue: CueId, due: float, start: Callable[..., bool]) -> None:
        """Start the standby cue of a list by `start`; out of order, with the light that it expects."""
        restores = self._restores.on_go(order, self._active.arming)
        self._starts.start_standby(order, cue, due, partial(start, restores=restores))
        self._active.close_left(due)

    def set(self, command: SetStandby, now: float) -> None:
        """Put a cue in standby; nothing starts."""
        order = self._orders.list_of.get(command.cue)
        if order is None:
            self._warn(now, f"cue {command.cue} cannot be in standby; start it, or put its group in standby")
            return
        order.set(command.cue)
        self._taken(command, now, command.cue)
        self._active.close_left(now)

    def step(self, command: StepStandby, now: float) -> None:
        """Move standby; nothing starts."""
        order = self._orders.lists.get(command.list)
        if order is None:
            self._warn(now, f"there is no list '{command.list}'; nothing was done")
            return
        order.step(command.step)
        self._taken(command, now, order.standby)
        self._active.close_left(now)

    def _warn(self, now: float, text: str) -> None:
        self._active.tell(Warned(due=now, text=text))
