"""How long a group takes, as far as that can be known before it plays."""

from collections.abc import Sequence

from showctl.model.cue import Continue, GroupMode
from showctl.timing.cue_times import Timed, cue_times


def inside_duration(mode: GroupMode, children: Sequence[tuple[float, Timed]], crossfade: float = 0.0) -> float:
    """Seconds from a group's action until what starts by itself inside is done. Children come with their `at`.

    Of a random group the longest cue counts; of a playlist that loops, one time round.
    """
    if mode in {"timeline", "random"}:
        return max(cue_times(cue, at if mode == "timeline" else 0.0).done_at for at, cue in children)
    start = done = 0.0
    for _, cue in children:
        times = cue_times(cue, start)
        done = max(done, times.done_at)
        if mode == "playlist":
            start = hand_over_at(cue, start, crossfade)
        elif times.next_at is None:
            break
        else:
            start = times.next_at
    return done


def hand_over_at(cue: Timed, go_at: float, crossfade: float) -> float:
    """When a cue of a playlist that started at `go_at` lets the next one start.

    With auto-continue when its post-wait is over; else when it is done, or `crossfade` seconds before, but not
    before it acts.
    """
    times = cue_times(cue, go_at)
    if cue.continue_ is Continue.AUTO_CONTINUE:
        return times.action_at + cue.post_wait
    return max(times.action_at, times.done_at - crossfade)
