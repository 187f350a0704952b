"""Stop, stop with a fade, hard stop, break out: whatever is told to stop, nothing follows from it."""

from collections.abc import Collection, Iterable
from functools import partial

from showctl.engine.active_cues import ActiveCues
from showctl.engine.event import CueEnded
from showctl.engine.outcome import NO_RUN, FadeOut, Freeze, FreezeAll
from showctl.engine.run import Run
from showctl.model.effect import Send
from showctl.model.message import Message, MidiMessage


def stop(
    active: ActiveCues,
    runs: Iterable[Run],
    now: float,
    said_anyway: Collection[tuple[str, Message]] = (),
    hard: bool = False,
    spared: Collection[str] = (),
) -> None:
    """End waits, sends, continues and fades; nothing follows. What acts still is told to stop.

    A stop whose messages (device, message) are all said anyway, or were said for another run just now, is left out.
    `hard`: devices are told nothing but the ends of held notes; `spared`: these devices are.
    """
    runs = [run for run in runs if run.number in active.runs]
    if not runs:
        return
    numbers = frozenset(run.number for run in runs)
    active.agenda.withdraw(numbers)
    active.tell(Freeze(now, numbers.union(*(run.lit.values() for run in runs))))
    said: set[tuple[Send, ...]] = set()
    for run in runs:
        words = tuple(send for send in run.cue.stop if _ends_note(send) or not (hard or send.device in spared))
        if run.acted and not run.ended and run.armed and words and words not in said:
            said.add(words)
            if not all((send.device, send.message) in said_anyway for send in words):
                active.send(words, now, run.number, run.cue.id)
    for run in runs:
        if not run.ended:
            run.ended = True
            active.tell(CueEnded(due=now, cue=run.cue.id, run=run.number, stopped=True))
        del active.runs[run.number]
    for run in runs:
        if run.parent is not None and run.parent.number not in numbers:
            active.leave_stopped(run, run.parent, now)
        run.next_at = None


def hard_stop(active: ActiveCues, now: float) -> None:
    """Stop everything; light freezes as it is, that of a panic too, and nothing that was said is said to its end."""
    active.agenda.withdraw({NO_RUN})
    stop(active, active.runs.of(None), now, hard=True)
    active.tell(FreezeAll(now))


def fade_and_stop(active: ActiveCues, runs: Iterable[Run], now: float, time: float) -> None:
    """Fade the light of these runs out, then stop them. Nothing more starts or continues meanwhile."""
    runs = [run for run in runs if run.number in active.runs]
    waiting = [run for run in runs if not run.acted or run.ended]
    fading = [run for run in runs if run.acted and not run.ended]
    if time <= 0 or not fading:
        stop(active, runs, now)
        return
    meant = {run.number for run in runs}
    # Only a playlist that plays on has a next cue, when what fades has stopped.
    last = [run for run in runs if not run.in_playlist or run.parent is None or run.parent.number in meant]
    for run in runs:
        run.times_left = 0
    for run in last:
        run.next_at = None
    # Before anything stops: a group in which all has stopped is done, and nobody is left then to continue.
    active.agenda.withdraw({run.number for run in last})
    stop(active, waiting, now)
    fading = [run for run in fading if run.number in active.runs]
    numbers = frozenset(run.number for run in fading)
    active.agenda.withdraw(numbers)
    lit = numbers.union(*(run.lit.values() for run in fading))
    active.tell(FadeOut(now, lit, time))
    for run in fading:
        # What stood still fades as well, and what it kept back for later is gone.
        run.paused_at, run.withheld, run.fading_out = None, [], True
        run.done_at = now + time
        if run.next_at is not None:
            run.next_at = run.done_at
        active.agenda.add(run.done_at, run.number, partial(_faded, active, fading, run))


def skip(active: ActiveCues, runs: Iterable[Run], now: float) -> None:
    """Stop what plays in these playlists, so that they go on to the next; not in those that are fading out."""
    for playlist in [run for run in runs if run.cue.mode == "playlist" and not run.fading_out]:
        stop(active, active.runs.with_inside(list(playlist.inside.values())), now)


def break_out(runs: Iterable[Run]) -> None:
    """What repeats or loops ends after this time round."""
    for run in runs:
        run.loops = False
        if run.times_left:
            run.times_left = 0
            run.plan_end(run.time_done_at if run.acted else run.action_at + run.cue.duration)


def _faded(active: ActiveCues, together: list[Run], run: Run, due: float) -> None:
    """All that faded together, and was not paused meanwhile, stops at once."""
    stop(active, [each for each in together if each is run or (each.done_at == due and each.paused_at is None)], due)


def _ends_note(send: Send) -> bool:
    return isinstance(send.message, MidiMessage) and send.message.data[0] & 0xF0 == 0x80
