"""The active cues: they start, act, follow one another, stop, pause and go on, all at planned instants."""

from collections.abc import Callable, Collection, Iterable
from functools import partial

from showctl.engine.agenda import Agenda
from showctl.engine.event import CueActed, CueEnded, CueStarted, Warned
from showctl.engine.outcome import Do, Freeze, Hold, Outcome, Release
from showctl.engine.run import Run
from showctl.model.cue import Continue, CueId
from showctl.model.effect import Effect, Fade, Send
from showctl.model.message import Message
from showctl.program.program import CompiledCue
from showctl.timing.cue_times import cue_times

MOST_AT_ONCE = 1_000
"""A chain that starts more cues than this at one instant is a slip of the pen, and is ended."""
NO_RUN = 0
"""Stands in the place of a run for what no cue's stop may call back: what stops and panics send."""


class ActiveCues:
    """All runs. `tell` takes every outcome, in due order; `segment` hears of each segment that a cue starts."""

    def __init__(
        self,
        cues: dict[CueId, CompiledCue],
        following: dict[CueId, CueId],
        tell: Callable[[Outcome], None],
        segment: Callable[[str, CueId, float], None],
        first_run: int = 1,
    ) -> None:
        self._cues = cues
        self._following = following
        self._tell = tell
        self._segment = segment
        self.next_run = first_run
        self.agenda = Agenda()
        self.runs: dict[int, Run] = {}
        """By number, in the order of their starts."""

    def start(
        self, cue_id: CueId, due: float, parent: Run | None = None, hops: int = 0, restores: Fade | None = None
    ) -> None:
        """Start a run of a cue. `due` is its planned GO; from it follow all other instants."""
        cue = self._cues[cue_id]
        times = cue_times(cue, due)
        follower = self._following.get(cue_id) if parent is None else None
        next_at = times.next_at if follower is not None else None
        run = Run(self.next_run, cue, due, times.action_at, times.done_at, next_at, follower, hops, parent, restores)
        if restores is not None:
            run.done_at = max(run.done_at, run.action_at + restores.time)
        self.next_run += 1
        self.runs[run.number] = run
        if parent is not None:
            parent.inside[run.number] = run
        self._tell(CueStarted(due=due, cue=cue_id, run=run.number, armed=cue.armed))
        self.agenda.add(times.action_at, run.number, partial(self._act, run))

    def of(self, cue_id: CueId | None) -> list[Run]:
        """All runs of a cue with all inside them, or simply all."""
        if cue_id is None:
            return list(self.runs.values())
        found = {r.number: r for run in self.runs.values() if run.cue.id == cue_id for r in run.walk()}
        return [found[number] for number in sorted(found)]

    def stop(self, runs: Iterable[Run], now: float, said_anyway: Collection[tuple[str, Message]] = ()) -> None:
        """End waits, sends, continues and fades; nothing follows. What acts still is told to stop.

        A stop whose messages (device, message) are all said anyway, or were said for another run just now, is left out.
        """
        runs = list(runs)
        if not runs:
            return
        numbers = frozenset(run.number for run in runs)
        self.agenda.withdraw(numbers)
        self._tell(Freeze(now, numbers))
        said: set[tuple[Send, ...]] = set()
        for run in runs:
            stop = run.cue.stop
            if run.acted and not run.ended and run.cue.armed and stop and stop not in said:
                said.add(stop)
                if not all((send.device, send.message) in said_anyway for send in stop):
                    self.send(stop, now, run.number, run.cue.id)
        for run in runs:
            if not run.ended:
                run.ended = True
                self._tell(CueEnded(due=now, cue=run.cue.id, run=run.number, stopped=True))
            run.next_at = None
            del self.runs[run.number]
        for run in runs:
            if run.parent is not None and run.parent.number not in numbers:
                self._leave(run, run.parent, now)

    def pause(self, runs: Iterable[Run], now: float) -> None:
        """Let the clock of these runs stand still."""
        paused = {run.number: run for run in runs if run.paused_at is None}
        if not paused:
            return
        for run in paused.values():
            run.paused_at = now
        for entry in self.agenda.withdraw(paused):
            paused[entry.run].withheld.append(entry)
        self._tell(Hold(now, frozenset(paused)))

    def resume(self, runs: Iterable[Run], now: float) -> None:
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
        for entry in sorted(entries):
            self.agenda.add(entry.due, entry.run, entry.do)
        self._tell(Release(now, frozenset(run.number for run in resumed)))
        for run in resumed:
            if run.all_inside_done:
                self._end(run, now)

    def send(self, sends: Iterable[Send], now: float, run: int = NO_RUN, cue: CueId = "") -> None:
        """Send what a stop or a panic says; nothing calls it back."""
        for send in sends:
            self._carry_out(send, now, NO_RUN, run, cue)

    def _act(self, run: Run, due: float) -> None:
        run.acted = True
        cue = run.cue
        self._tell(CueActed(due=due, cue=cue.id, run=run.number))
        if run.restores is not None:
            self._tell(Do(due, run.number, cue.id, run.restores))
            if cue.armed and cue.children:
                run.to_start += 1
                self.agenda.add(due + run.restores.time, run.number, partial(self._restored, run))
        if cue.armed:
            if cue.starts_segment is not None:
                self._segment(cue.starts_segment, cue.id, due)
            for effect in cue.effects:
                self._carry_out(effect, due, run.number, run.number, cue.id)
            run.to_start += len(cue.children)
            for child in cue.children:
                self.agenda.add(due + child.at, run.number, partial(self._start_inside, run, child.cue))
        if not run.to_start:
            self.agenda.add(run.done_at, run.number, partial(self._end, run))
        if run.next_at is not None and cue.continue_ is Continue.AUTO_CONTINUE:
            self.agenda.add(run.next_at, run.number, partial(self._continue, run))

    def _carry_out(self, effect: Effect, action_at: float, owner: int, run: int, cue: CueId) -> None:
        due = action_at + effect.at
        if effect.at:
            self.agenda.add(due, owner, lambda due: self._tell(Do(due, run, cue, effect)))
        else:
            self._tell(Do(due, run, cue, effect))

    def _restored(self, group: Run, due: float) -> None:
        group.to_start -= 1
        if group.all_inside_done:
            self._end(group, due)

    def _start_inside(self, group: Run, cue: CueId, due: float) -> None:
        group.to_start -= 1
        self.start(cue, due, group)

    def _end(self, run: Run, due: float) -> None:
        run.ended = True
        run.done_at = due
        self._tell(CueEnded(due=due, cue=run.cue.id, run=run.number))
        if run.next_at is not None and run.cue.continue_ is Continue.AUTO_FOLLOW:
            self._continue(run, due)
        elif run.over:
            del self.runs[run.number]
        if run.parent is not None:
            self._leave(run, run.parent, due)

    def _leave(self, run: Run, group: Run, due: float) -> None:
        del group.inside[run.number]
        if group.all_inside_done and group.paused_at is None:
            self._end(group, due)

    def _continue(self, run: Run, due: float) -> None:
        run.next_at = None
        if run.over:
            del self.runs[run.number]
        assert run.follower is not None
        hops = run.hops + 1 if due == run.go_at else 0
        if hops < MOST_AT_ONCE:
            self.start(run.follower, due, hops=hops)
        else:
            text = f"{MOST_AT_ONCE} cues started at one instant; cue {run.follower} was not, start it with GO"
            self._tell(Warned(due=due, text=text))
