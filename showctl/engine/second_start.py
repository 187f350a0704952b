"""What a start by hand, or by another cue, means to a cue that may be active already."""

from showctl.engine.active_cues import ActiveCues
from showctl.engine.event import Warned
from showctl.engine.halt import break_out, fade_and_stop, skip, stop
from showctl.model.cue import CueId
from showctl.model.effect import Fade


class Starts:
    """Starts cues as they say themselves. `panic_time`: in which one that is to panic fades out, in seconds."""

    def __init__(self, active: ActiveCues, panic_time: float) -> None:
        self._active, self._panic_time = active, panic_time

    def start(self, cue: CueId, due: float, *, within: CueId | None = None, restores: Fade | None = None) -> None:
        """Start a cue, or do to it what it says of a second start. `within`: the group that GO has entered."""
        active = self._active
        running = active.runs.of(cue)
        policy = active.cue(cue).if_running if running else "restart"
        match policy:
            case "restart":
                stop(active, running, due)
                active.start(cue, due, active.run_of(within, due) if within is not None else None, restores)
            case "nothing":
                text = f"cue {cue} is active, and by its 'if running: nothing' it was not started again"
                active.tell(Warned(due=due, text=text))
            case "stop":
                stop(active, running, due)
            case "panic":
                fade_and_stop(active, running, due, self._panic_time)
            case "break out":
                break_out(running)
            case "next":
                skip(active, running, due)
