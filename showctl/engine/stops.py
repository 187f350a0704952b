"""Stop, hard stop, pause, resume and panic: what they mean to all that goes on."""

from collections.abc import Callable

from showctl.engine.active_cues import ActiveCues
from showctl.engine.command import AnyCommand, HardStop, Pause, Resume, Stop
from showctl.engine.event import CommandTaken
from showctl.engine.halt import hard_stop, stop
from showctl.engine.load import Loads
from showctl.engine.outcome import FreezeMasters
from showctl.engine.panic import PanicPlan
from showctl.engine.pause import pause, resume
from showctl.engine.take import Take
from showctl.model.cue import CueId


class Stops:
    """The active cues, the take and what is loaded stop together. `taken` tells of a command and the cue that it
    concerned.
    """

    def __init__(
        self,
        active: ActiveCues,
        take: Take,
        loads: Loads,
        plan: PanicPlan,
        taken: Callable[[AnyCommand, float, CueId | None], None],
    ) -> None:
        self._active, self._take, self._loads, self._plan, self._taken = active, take, loads, plan, taken

    def carry_out(self, command: Stop | HardStop | Pause | Resume, now: float) -> None:
        """Of one cue with all inside it, or of everything."""
        cue = None if isinstance(command, HardStop) else command.cue
        self._taken(command, now, cue)
        match command:
            case Stop():
                state = self._take.state
                if cue is None or (state is not None and state.cue == cue):
                    self._take.cut_off(now)
                self._loads.unload(now, None if cue is None else (cue,))
                stop(self._active, self._active.runs.of(cue), now)
            case HardStop():
                self._take.cut_off(now)
                self._loads.unload(now)
                hard_stop(self._active, now)
            case Pause():
                if cue is None:
                    self._take.pause(now)
                pause(self._active, self._active.runs.of(cue), now)
            case Resume():
                if cue is None:
                    self._take.resume(now)
                resume(self._active, self._active.runs.of(cue), now)

    def panic(self, now: float, source: str) -> None:
        """Stop everything, and bring devices and light to what the show says."""
        self._active.tell(CommandTaken(due=now, name="panic", source=source))
        self._take.cut_off(now)
        self._loads.unload(now)
        stop(self._active, self._active.runs.of(None), now, said_anyway=self._plan.messages)
        self._active.tell(FreezeMasters(now))
        self._active.send(self._plan.sends, now)
        for outcome in self._plan.light(now):
            self._active.tell(outcome)
