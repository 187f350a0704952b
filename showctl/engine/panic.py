"""Panic: what it sends, and what it does to light."""

from collections.abc import Iterator

from msgspec.structs import replace

from showctl.engine.outcome import NO_RUN, Do, LightOut, Outcome, PanicLight
from showctl.engine.standby import Orders
from showctl.model.effect import Send
from showctl.program.program import Program, SacnTarget


class PanicPlan:
    """Prepared before the show, so that a panic only has to carry it out."""

    def __init__(self, program: Program, orders: Orders) -> None:
        self._program, self._orders = program, orders
        targets = (target for target in program.targets if not isinstance(target, SacnTarget))
        self.sends: tuple[Send, ...] = tuple(send for target in targets for send in target.panic)
        self.messages = frozenset((send.device, send.message) for send in self.sends)
        self.takes_light = program.panic_light != "hold"
        self.until = 0.0
        """Until this instant the light of a panic fades, and another panic acts at once."""

    def become(self, after: "PanicPlan") -> None:
        """From now on that of the next state of the show. One that is under way goes on."""
        self._program, self.takes_light = after._program, after.takes_light
        self.sends, self.messages = after.sends, after.messages

    def light(self, now: float) -> Iterator[Outcome]:
        """What happens to light: nothing (it was frozen), out, or a look. Taken away, no list's GO is in order."""
        if not self.takes_light:
            return
        time = 0.0 if now < self.until else self._program.panic_time
        self.until = now + time
        for order in self._orders.lists.values():
            order.lose_order()
            order.lit = order.dark = True
            order.given_back = False
        yield PanicLight(now)
        if self._program.panic_light == "out":
            yield LightOut(now, time)
        for fade in self._program.panic_look:
            yield Do(now, NO_RUN, "", replace(fade, time=time))
