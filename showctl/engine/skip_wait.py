"""Skipping a wait: what it keeps from happening, happens now."""

from showctl.engine.active_cues import ActiveCues
from showctl.engine.agenda import Entry
from showctl.engine.run import Run


def skip_wait(active: ActiveCues, run: Run, now: float) -> bool:
    """End the pre-wait that a run is in, or else its post-wait. False: it is in none. What is paused goes on from
    there when it is resumed."""
    at = now if run.paused_at is None else run.paused_at
    entries = active.agenda.withdraw({run.number}) if run.paused_at is None else run.withheld
    is_waiting = _before_action(run, entries, at) if not run.acted else _after_action(active, run, entries, at)
    if run.paused_at is not None:
        run.withheld = entries
        return is_waiting
    for entry in entries:
        active.agenda.add(entry.due, entry.run, entry.do)
    return is_waiting


def _before_action(run: Run, entries: list[Entry], at: float) -> bool:
    left = run.action_at - at
    run.shift(-left)
    entries[:] = [entry._replace(due=entry.due - left) for entry in entries]
    return True


def _after_action(active: ActiveCues, run: Run, entries: list[Entry], at: float) -> bool:
    """A crossfade of a playlist is no wait."""
    if run.next_at is None or run.in_playlist:
        return False
    for place, entry in enumerate(entries):
        if active.is_continuing(entry):
            entries[place] = entry._replace(due=at)
            run.next_at = at
            return True
    return False
