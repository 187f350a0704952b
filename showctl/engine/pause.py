"""Pause and resume: the clock of runs stands still, and goes on."""

from collections.abc import Iterable

from showctl.engine.active_cues import ActiveCues
from showctl.engine.outcome import Hold, Release
from showctl.engine.run import Run


def pause(active: ActiveCues, runs: Iterable[Run], now: float) -> None:
    """Let the clock of these runs stand still."""
    paused = {run.number: run for run in runs if run.paused_at is None}
    if not paused:
        return
    for run in paused.values():
        run.paused_at = now
    for entry in active.agenda.withdraw(paused):
        paused[entry.run].withheld.append(entry)
    active.tell(Hold(now, frozenset(paused)))


def resume(active: ActiveCues, runs: Iterable[Run], now: float) -> None:
    """Let the clock of these runs go on: everything comes later by as long as it stood still."""
    entries = []
    resumed = []
    for run in runs:
        if run.paused_at is not None:
            shift, run.paused_at = now - run.paused_at, None
            run.shift(shift)
            entries += [entry._replace(due=entry.due + shift) for entry in run.withheld]
            run.withheld = []
            resumed.append(run)
    if not resumed:
        return
    for entry in sorted(entries, key=lambda entry: entry.place):
        active.agenda.add(entry.due, entry.run, entry.do)
    active.tell(Release(now, frozenset(run.number for run in resumed)))
    for run in resumed:
        active.close_if_done(run, now)
