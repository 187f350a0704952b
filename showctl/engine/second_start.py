"""What a start by hand, or by another cue, means to a cue that may be active already, and a key that is let go."""

from collections.abc import Callable

from showctl.engine.active_cues import ActiveCues
from showctl.engine.amending import Amending
from showctl.engine.event import CommandTaken, Warned
from showctl.engine.halt import break_out, fade_and_stop, skip, stop
from showctl.engine.load import Loads
from showctl.engine.restoring import Restoring
from showctl.engine.run import Run
from showctl.engine.standby import ListOrder
from showctl.model.cue import CueId


class Starts:
    """Starts cues as they say themselves, and where they are loaded. `panic_time`: in which one that is to panic fades
    out, in seconds.
    """

    def __init__(self, active: ActiveCues, loads: Loads, panic_time: float) -> None:
        self._active, self._loads, self._panic_time = active, loads, panic_time
        self._held: dict[CueId, Run] = {}
        """By cue: the run that its key began, until that is let go."""

    def press(self, cue: CueId, due: float, *, within: CueId | None = None, restores: Restoring | None = None) -> bool:
        """Start a cue by hand, as `start`: when the key is let go, it may have something to say."""
        again = bool(self._active.runs.of(cue))
        begun = self.start(cue, due, within=within, restores=restores)
        if again or not self._active.cue(cue).on_release:
            self._held.pop(cue, None)  # what this key did, it did when it was pressed
        elif (run := self._active.runs.last(cue)) is not None:
            self._held[cue] = run
        return begun

    def amend(self, amending: Amending, panic_time: float) -> None:
        """Keys that are held stay so in the next state of the show."""
        self._panic_time = panic_time
        held = ((amending.cue(cue), run) for cue, run in self._held.items())
        self._held = {cue: run for cue, run in held if cue is not None}

    def let_go(self, cue: CueId) -> list[Run]:
        """The key was let go: the runs that `again` is about now; none if the cue says nothing of it, or is over."""
        run = self._held.pop(cue, None)
        if run is None or run.number not in self._active.runs or run.cue.if_running == "nothing":
            return []
        return self._active.runs.of(cue)

    def start(self, cue: CueId, due: float, *, within: CueId | None = None, restores: Restoring | None = None) -> bool:
        """Start a cue, or do to it what it says of a second start. `within`: the group that GO has entered.

        Returns whether a run of it began.
        """
        active = self._active
        running = active.runs.of(cue)
        if running and active.cue(cue).if_running != "restart":
            self.again(cue, running, due)
            return False
        stop(active, running, due)
        parent = active.run_of(within, due) if within is not None else None
        if cue in self._loads:
            return self._loads.start(cue, due, parent, restores)
        active.start(cue, due, parent, restores)
        return True

    def start_standby(self, order: ListOrder, cue: CueId, due: float, start: Callable[..., bool]) -> None:
        """Start the standby cue of a list, by `start` or `press`, and move standby past the chain that it starts: the
        next GO there is in order. It is not if this one was out of order and began nothing.
        """
        in_order = order.in_order
        passes_first = cue in self._loads  # what a sequence has gone through already depends on where standby is
        if passes_first:
            order.pass_chain()
        begun = start(cue, due, within=self._active.cue(cue).parent)
        if not passes_first:
            order.pass_chain()
        if begun or in_order:
            order.keep_order()

    def again(self, cue: CueId, running: list[Run], due: float) -> None:
        """What the cue says of a second start, but for starting it anew."""
        active = self._active
        match active.cue(cue).if_running:
            case "nothing":
                text = f"cue {cue} is active, and by its 'if running: nothing' it was not started again"
                active.tell(Warned(due=due, text=text))
            case "stop":
                self._tell_of("stop", cue, due)
                stop(active, running, due)
            case "panic":
                self._tell_of("stop", cue, due)
                fade_and_stop(active, running, due, self._panic_time)
            case "break out":
                self._tell_of("break out", cue, due)
                break_out(running)
            case "next":
                self._tell_of("next", cue, due)
                skip(active, running, due)

    def _tell_of(self, what: str, cue: CueId, due: float) -> None:
        """Say what a second start, or a key let go, comes to; of a single cue a panic is a stop with a fade."""
        self._active.tell(CommandTaken(due=due, name=what, source=f"cue {cue}, by its 'if running'", cue=cue))
