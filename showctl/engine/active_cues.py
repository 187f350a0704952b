"""The active cues: they start, act, follow one another and end, all at planned instants."""

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from msgspec.structs import replace

from showctl.engine.agenda import Agenda, Entry
from showctl.engine.amending import Amending
from showctl.engine.burst import Burst
from showctl.engine.effects import Effects
from showctl.engine.event import CueActed, CueEnded, CueStarted, Warned
from showctl.engine.in_play import InPlay
from showctl.engine.last_sent import LastSent
from showctl.engine.opening import next_in, opening, what_follows
from showctl.engine.outcome import NO_RUN, Do, Outcome
from showctl.engine.past import Past
from showctl.engine.picks import Picks
from showctl.engine.restoring import Restoring
from showctl.engine.run import Run
from showctl.engine.runs import Runs
from showctl.engine.said import Said
from showctl.engine.snapshot import Evening
from showctl.engine.standby import Orders
from showctl.model.cue import Continue, CueId
from showctl.model.effect import Ask, Fade, Send
from showctl.program.program import CompiledCue
from showctl.timing.cue_times import cue_times


@dataclass(frozen=True, slots=True)
class StartInside:
    """Starts a cue inside a group when it is due."""

    begin: Callable[[Run, CueId, float], None]
    group: Run
    cue: CueId

    def __call__(self, due: float) -> None:
        self.begin(self.group, self.cue, due)

    def amended(self, amending: Amending) -> "StartInside":
        """The same for the next state of the show."""
        return StartInside(self.begin, self.group, amending.cue(self.cue) or self.cue)


class ActiveCues:
    """All runs. `tell` takes every outcome, in due order; `segment` hears of each segment that a cue starts, `ask` of
    what a cue asks of others.
    """

    def __init__(
        self,
        cues: InPlay,
        orders: Orders,
        tell: Callable[[Outcome], None],
        segment: Callable[[str, CueId, float], None],
        ask: Callable[[Ask, Run, float], None],
        evening: Evening = Evening(),  # noqa: B008 - it is frozen
    ) -> None:
        self._cues = cues
        self._orders = orders
        self.last_sent = LastSent()
        self.past = Past()
        self.tell = self.past.hearing(tell, self.last_sent.note)
        self._segment = self.past.silencing(segment)
        self.burst = Burst(self.tell)
        self.next_run = 1
        self.arming = Said(cues, lambda cue: cue.armed, evening.armed, evening.disarmed)
        self.flags = Said(cues, lambda cue: cue.flagged, evening.flagged, evening.unflagged)
        self.picks = Picks()
        self.agenda = Agenda()
        self.runs = Runs()
        self._effects = Effects(self.agenda, self.last_sent, self.tell, self.past.silencing(ask), self.past)

    def say_now(self, devices: Collection[str], now: float) -> None:
        """What stops and panics were still to say to other than these devices, is said now."""
        self._effects.say_now(devices, now)

    def amend(self, amending: Amending, followed_by: Mapping[CueId, CueId], arming: Said) -> None:
        """Go on in the next state of the show: what runs does so as it was started. `followed_by`: which cue came after
        which until now; `arming`: what is armed in that state.
        """
        departed = [run.cue for run in self.runs.values() if run.amend(amending, followed_by)]
        self.agenda.amend(amending)
        self._effects.amend(amending)
        self.picks.amend(amending)
        self.arming, self.flags = arming, self.flags.amended(amending.after.cues, amending)
        self._cues.amend(amending.after.cues, departed)
        for said in (self.arming, self.flags):
            said.look_in(self._cues)  # what is gone and still runs is in it, too

    def start(
        self,
        cue_id: CueId,
        due: float,
        parent: Run | None = None,
        restores: Restoring | None = None,
        entered: bool = False,
    ) -> Run:
        """Start a run of a cue. `due` is its planned GO; from it follow all other instants.

        `entered`: a group in which GO starts another than the first; it acts at once and starts nothing itself.
        """
        cue = self._cues[cue_id]
        times = cue_times(replace(cue, pre_wait=0.0) if entered else cue, due)
        next_at, then = what_follows(cue, due, times, parent, self._orders.following)
        armed = self._armed(cue_id, parent)
        run = Run(self.next_run, cue, due, times.action_at, times.done_at, next_at, then, armed, parent, restores)
        run.times_left = cue.repeat - 1
        run.entered = entered
        if restores is not None:
            run.done_at = max(run.done_at, run.action_at + restores.lasts)
        self.next_run += 1
        self.runs[run.number] = run
        if parent is not None:
            parent.inside[run.number] = run
            run.put_off_parents()
        self.tell(CueStarted(due=due, cue=cue_id, run=run.number, armed=armed))
        self.agenda.add(times.action_at, run.number, partial(self._act, run))
        return run

    def rehearsal(self) -> "ActiveCues":
        """The same cues, armed as now, with nothing active, for a try of which nobody hears.

        It draws as these would, and they do not know.
        """
        trial = ActiveCues(self._cues, self._orders, lambda _: None, lambda *_: None, lambda *_: None)
        trial.arming, trial.picks = self.arming, Picks(self.picks)
        trial.past.enter(math.inf)
        return trial

    def cue(self, cue_id: CueId) -> CompiledCue:
        """A cue by its id."""
        return self._cues[cue_id]

    def run_of(self, group: CueId, due: float) -> Run:
        """The run of a sequence in which GO goes on; a new one if it is not active."""
        if (run := self.runs.last(group)) is not None:
            return run
        around = self._cues[group].parent
        return self.start(group, due, self.run_of(around, due) if around is not None else None, entered=True)

    def start_by_itself(self, cue_id: CueId, due: float, parent: Run | None = None) -> None:
        """Start a cue that nobody started by hand, unless so many start at this instant that it must be a mistake."""
        if not self.burst.refuses(cue_id, due):
            self.start(cue_id, due, parent)

    def send(self, sends: Iterable[Send], now: float, run: int = NO_RUN, cue: CueId = "") -> None:
        """Send what a stop or a panic says; nothing calls it back."""
        for send in sends:
            self._effects.say(send, now, run, cue)

    def is_continuing(self, entry: Entry) -> bool:
        """Whether it is what starts the next cue of a run."""
        return isinstance(entry.do, partial) and entry.do.func == self._continue

    def close_if_done(self, group: Run, due: float) -> None:
        """End a group that has nothing left to do."""
        if group.all_inside_done and group.paused_at is None and not self._orders.entered(group.cue):
            self._done(group, due)

    def close_left(self, due: float) -> None:
        """End the sequences that standby has left, if nothing plays in them."""
        for run in [run for run in self.runs.values() if run.cue.mode == "sequence"]:
            self.close_if_done(run, due)

    def leave_stopped(self, run: Run, group: Run, now: float) -> None:
        """A cue inside a group was stopped, the group was not: a playlist goes on with the next."""
        if run.next_at is not None and run.in_playlist:
            after = next_in(group, self.picks)
            if after is not None and group.paused_at is None:
                self.start_by_itself(after, now, group)
            elif after is not None:
                group.to_start += 1
                start = StartInside(self._start_inside, group, after)
                group.withheld.append(Entry(group.paused_at or now, 0, group.number, start))
        self._leave(run, group, now)

    def _armed(self, cue: CueId, parent: Run | None) -> bool:
        while self.arming.of(cue):
            if parent is None:
                return True
            cue, parent = parent.cue.id, parent.parent
        return False

    def _act(self, run: Run, due: float) -> None:
        cue, first_time, run.acted = run.cue, not run.acted, True
        run.armed = self._armed(cue.id, run.parent)
        run.lap += 1
        run.time_done_at = due + cue.duration
        self.tell(CueActed(due=due, cue=cue.id, run=run.number))
        # What is inside a sequence is in reach of GO, armed or not; it knows itself that the group is not.
        run.opened = bool(cue.children) and (run.armed or cue.mode == "sequence")
        if run.restores is not None and first_time:
            self._restore(run, run.restores, due)
        if run.armed and cue.broken and first_time:
            self.tell(Warned(due=due, text=f"cue {cue.id} is broken and did nothing: {cue.broken}"))
        if run.armed:
            if cue.starts_segment is not None and first_time:
                self._segment(cue.starts_segment, cue.id, due)
            self._effects.act(run, due)
        if not run.opened:
            self.agenda.add(run.time_done_at, run.number, partial(self._done, run))
        elif not (run.entered and first_time):
            for child in opening(run, self.picks):
                run.to_start += 1
                self.agenda.add(due + child.at, run.number, StartInside(self._start_inside, run, child.cue))
        if run.next_at is not None and run.then is Continue.AUTO_CONTINUE and first_time:
            self.agenda.add(run.next_at, run.number, partial(self._continue, run))

    def _restore(self, run: Run, restores: Restoring, due: float) -> None:
        for each in restores.told(run.number, run.cue.id, due, due):
            self.tell(each)
        if restores.fade is None:
            return
        self.tell(Do(due, run.number, run.cue.id, restores.fade))
        run.time_done_at = max(run.time_done_at, due + restores.lasts)
        if run.opened:
            run.to_start += 1
            self.agenda.add(due + restores.lasts, run.number, partial(self._restored, run))

    def _restored(self, group: Run, due: float) -> None:
        group.to_start -= 1
        self.close_if_done(group, due)

    def _start_inside(self, group: Run, cue: CueId, due: float) -> None:
        group.to_start -= 1
        if self._is_inside(cue, group):
            self.start(cue, due, group)
        else:
            self.close_if_done(group, due)

    def _is_inside(self, cue: CueId, group: Run) -> bool:
        """Whether a cue is inside a group that runs, still or because all of that is gone."""
        if cue in self._cues:
            return self._cues[cue].parent == group.cue.id
        return self._cues.departed(cue) and self._cues.departed(group.cue.id)

    def _done(self, run: Run, due: float) -> None:
        """The action is done: once more, or the cue is done."""
        if not run.times_left or self.burst.refuses(run.cue.id, due):
            self._end(run, due)
            return
        run.times_left -= 1
        run.plan_end(due + run.cue.duration * (max(run.times_left, 0) + 1))
        self._act(run, due)

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
        group = run.parent
        if group is not None and group.cue.mode == "playlist":
            after = next_in(group, self.picks)
        else:
            after = run.leads_to if run.pinned else self._orders.following[run.cue.id]
            while after is not None and group is not None and group.cue.id != self._cues[after].parent:
                group = group.parent
        if after is not None:
            self.start_by_itself(after, due, group)
        if run.over:
            self._over(run, due)
