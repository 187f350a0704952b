"""When a cue acts, when it is done, and when the next one starts: checkable on paper."""

from typing import NamedTuple, Protocol

from showctl.model.cue import Continue

NO_TIME = 0.001
"""Seconds. What begins again for ever takes at least this long, or it takes no time and would spin."""


class Timed(Protocol):
    """What the times of a cue depend on: a written cue and a compiled one both have it."""

    @property
    def pre_wait(self) -> float: ...
    @property
    def post_wait(self) -> float: ...
    @property
    def continue_(self) -> Continue: ...
    @property
    def duration(self) -> float: ...
    @property
    def repeat(self) -> int: ...


class CueTimes(NamedTuple):
    """Instants on the clock that `go_at` was read from."""

    action_at: float
    done_at: float
    next_at: float | None
    """When the next cue starts by itself; None when it waits for GO."""


def cue_times(cue: Timed, go_at: float) -> CueTimes:
    """All times of a cue started at `go_at`, from planned instants only, so that a chain never drifts.

    The post-wait counts from the action; an auto-follow has no part in it. What repeats forever is planned once.
    """
    action_at = go_at + cue.pre_wait
    done_at = action_at + cue.duration * max(cue.repeat, 1)
    match cue.continue_:
        case Continue.AUTO_CONTINUE:
            return CueTimes(action_at, done_at, action_at + cue.post_wait)
        case Continue.AUTO_FOLLOW:
            return CueTimes(action_at, done_at, done_at)
        case _:
            return CueTimes(action_at, done_at, None)
