"""The active cues: they start, act, follow one another and end, all at planned instants."""

from collections.abc import Callable, Iterable
from functools import partial

from showctl.engine.agenda import Agenda
from showctl.engine.arming import Arming
from showctl.engine.burst import MOST_AT_ONCE, Burst
from showctl.engine.event import CueActed, CueEnded, CueStarted, Warned
from showctl.engine.last_sent import LastSent
from showctl.engine.outcome import Do, Outcome
from showctl.engine.ramp import RampPlay
from showctl.engine.run import Run
from showctl.model.cue import Continue, CueId
from showctl.model.effect import Ask, Effect, Fade, Ramp, Send
from showctl.program.program import CompiledCue
from showctl.timing.cue_times import cue_times

NO_RUN = 0
"""Stands in the place of a run for what no cue's stop may call back: what stops and panics send."""


class ActiveCues:
    """All runs. `tell` takes every outcome, in due order; `segment` hears of each segment that a cue starts, `ask` of
    what a cue asks of others.
    """

    def __init__(
        self,
        cues: dict[CueId, CompiledCue],
        following: dict[CueId, CueId],
        tell: Callable[[Outcome], None],
        segment: Callable[[str, CueId, float], None],
        ask: Callable[[Ask, Run, float], None],
        before: "ActiveCues | None" = None,
    ) -> None:
        self._cues = cues
        self._following = following
        self.last_sent: LastSent = before.last_sent if before is not None else LastSent()
        self.tell = self.last_sent.noting(tell)
        self._segment = segment
        self._ask = ask
        self._burst = Burst()
        self.next_run: int = before.next_run if before is not None else 1
        self.arming: Arming = Arming(cues, before.arming if before is not None else None)
        self.agenda = Agenda()
        self.runs: dict[int, Run] = {}
        """By number, in the order of their starts."""

    def start(self, cue_id: CueId, due: float, parent: Run | None = None, restores: Fade | None = None) -> None:
        """Start a run of a cue. `due` is its planned GO; from it follow all other instants."""
        cue = self._cues[cue_id]
        times = cue_times(cue, due)
        next_at = times.next_at if parent is None and cue_id in self._following else None
        armed = self._armed(cue_id, parent)
        run = Run(
            self.next_run, cue, due, times.action_at, times.done_at, next_at, cue.continue_, armed, parent, restores
        )
        if restores is not None:
            run.done_at = max(run.done_at, run.action_at + restores.time)
        self.next_run += 1
        self.runs[run.number] = run
        if parent is not None:
            parent.inside[run.number] = run
        self.tell(CueStarted(due=due, cue=cue_id, run=run.number, armed=armed))
        self.agenda.add(times.action_at, run.number, partial(self._act, run))

    def start_by_itself(self, cue_id: CueId, due: float, parent: Run | None = None) -> None:
        """Start a cue that nobody started by hand, unless so many start at this instant that it must be a mistake."""
        if not self.spins(cue_id, due):
            self.start(cue_id, due, parent)

    def spins(self, cue_id: CueId, due: float) -> bool:
        """Count a start that nobody made by hand; whether it is one too many at one instant."""
        if not self._burst.refuses(due):
            return False
        if self._burst.just_full:
            text = f"{MOST_AT_ONCE} cues started at one instant; cue {cue_id} was not, start it with GO"
            self.tell(Warned(due=due, text=text))
        return True

    def of(self, cue_id: CueId | None) -> list[Run]:
        """All runs of a cue with all inside them, or simply all."""
        if cue_id is None:
            return list(self.runs.values())
        return self.with_inside(run for run in self.runs.values() if run.cue.id == cue_id)

    def with_inside(self, runs: Iterable[Run]) -> list[Run]:
        """These runs and all inside them, each once, in the order of their starts."""
        found = {inner.number: inner for run in runs for inner in run.walk()}
        return [found[number] for number in sorted(found)]

    def in_playlist(self, run: Run) -> bool:
        """Whether another cue takes this one's place when it is stopped."""
        return False

    def break_out(self, runs: Iterable[Run]) -> None:
        """What repeats ends after this time round."""

    def forget_order(self, cues: Iterable[CueId]) -> None:
        """Random and shuffled groups begin anew."""

    def send(self, sends: Iterable[Send], now: float, run: int = NO_RUN, cue: CueId = "") -> None:
        """Send what a stop or a panic says; nothing calls it back."""
        for send in sends:
            self._plan(send, now, NO_RUN, run, cue)

    def close_if_done(self, group: Run, due: float) -> None:
        """End a group that has nothing left to do."""
        if group.all_inside_done and group.paused_at is None:
            self._end(group, due)

    def leave_stopped(self, run: Run, group: Run, now: float) -> None:
        """A cue inside a group was stopped, the group was not."""
        self._leave(run, group, now)

    def _armed(self, cue: CueId, parent: Run | None) -> bool:
        return self.arming.armed(cue) and (parent is None or self._armed(parent.cue.id, parent.parent))

    def _act(self, run: Run, due: float) -> None:
        run.acted = True
        cue = run.cue
        run.armed = self._armed(cue.id, run.parent)
        self.tell(CueActed(due=due, cue=cue.id, run=run.number))
        run.opened = run.armed and bool(cue.children)
        if run.restores is not None:
            self.tell(Do(due, run.number, cue.id, run.restores))
            if run.opened:
                run.to_start += 1
                self.agenda.add(due + run.restores.time, run.number, partial(self._restored, run))
        if run.armed:
            if cue.starts_segment is not None:
                self._segment(cue.starts_segment, cue.id, due)
            for effect in cue.effects:
                self._plan(effect, due, run.number, run.number, cue.id, run)
            run.to_start += len(cue.children)
            for child in cue.children:
                self.agenda.add(due + child.at, run.number, partial(self._start_inside, run, child.cue))
        if not run.opened:
            self.agenda.add(run.done_at, run.number, partial(self._end, run))
        if run.next_at is not None and run.then is Continue.AUTO_CONTINUE:
            self.agenda.add(run.next_at, run.number, partial(self._continue, run))

    def _plan(
        self, effect: Effect, action_at: float, owner: int, run: int, cue: CueId, asking: Run | None = None
    ) -> None:
        due = action_at + effect.at
        if isinstance(effect, Ramp):
            self._ramp(effect, due, owner, run, cue)
        elif isinstance(effect, Ask):
            if asking is not None:
                # Never in the middle of the cue's own action: it may mean that cue too.
                self.agenda.add(due, owner, partial(self._ask, effect, asking))
        elif effect.at:
            self.agenda.add(due, owner, lambda due: self.tell(Do(due, run, cue, effect)))
        else:
            self.tell(Do(due, run, cue, effect))

    def _ramp(self, ramp: Ramp, due: float, owner: int, run: int, cue: CueId) -> None:
        play = RampPlay(
            ramp,
            self.last_sent.before,
            plan=lambda at, do: self.agenda.add(at, owner, do),
            send=lambda at, send: self.tell(Do(at, run, cue, send)),
            warn=lambda at, text: self.tell(Warned(due=at, text=f"cue {cue}: {text}")),
        )
        if ramp.at:
            self.agenda.add(due, owner, play.begin)
        else:
            play.begin(due)

    def _restored(self, group: Run, due: float) -> None:
        group.to_start -= 1
        self.close_if_done(group, due)

    def _start_inside(self, group: Run, cue: CueId, due: float) -> None:
        group.to_start -= 1
        self.start(cue, due, group)

    def _end(self, run: Run, due: float) -> None:
        run.ended = True
        run.done_at = due
        self.tell(CueEnded(due=due, cue=run.cue.id, run=run.number))
        if run.next_at is not None and run.then is Continue.AUTO_FOLLOW:
            self._continue(run, due)
        elif run.over:
            self._over(run, due)

    def _over(self, run: Run, due: float) -> None:
        del self.runs[run.number]
        if run.parent is not None:
            self._leave(run, run.parent, due)

    def _leave(self, run: Run, group: Run, due: float) -> None:
        del group.inside[run.number]
        group.lit.update(run.lit)
        if any(isinstance(effect, Fade) for effect in run.cue.effects):
            group.lit[run.cue.id] = run.number
        self.close_if_done(group, due)

    def _continue(self, run: Run, due: float) -> None:
        run.next_at = None
        self.start_by_itself(self._following[run.cue.id], due)
        if run.over:
            self._over(run, due)
