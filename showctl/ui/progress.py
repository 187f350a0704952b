"""How far an active cue is, computed from its instants and now: nothing is sent while nothing changes."""

from dataclasses import dataclass

from showctl.engine.snapshot import ActiveCue


@dataclass(frozen=True, slots=True)
class Progress:
    """The phase that an active cue is in, in seconds. `fraction` is 0..1."""

    phase: str
    """pre-wait, running or post-wait, also while paused."""
    elapsed: float
    total: float
    paused: bool
    lap: int = 0
    """Which time round, of what goes round for ever: then the others are of this lap, or of the track that plays."""

    @property
    def fraction(self) -> float:
        return min(max(self.elapsed / self.total, 0.0), 1.0) if self.total > 0 else 1.0

    @property
    def remaining(self) -> float:
        return max(self.total - self.elapsed, 0.0)

    @property
    def state(self) -> str:
        """The word for the shape: the phase, unless paused."""
        return "paused" if self.paused else self.phase


def progress(cue: ActiveCue, now: float) -> Progress:
    """`now` on the engine's clock. A post-wait counts from the action, so its bar goes on where the action's was."""
    paused = cue.paused_at is not None
    at = cue.paused_at if cue.paused_at is not None else now
    if at < cue.action_at:
        return Progress("pre-wait", max(at - cue.go_at, 0.0), cue.action_at - cue.go_at, paused)
    if cue.lap:
        return Progress("running", at - cue.lap_at, cue.lap_done_at - cue.lap_at, paused, cue.lap)
    if at < cue.done_at or cue.next_at is None or cue.next_at <= cue.done_at:
        return Progress("running", at - cue.action_at, cue.done_at - cue.action_at, paused)
    return Progress("post-wait", at - cue.action_at, cue.next_at - cue.action_at, paused)
