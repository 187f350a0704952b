"""Effects of cues at their instants: told at once, or planned."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from weakref import WeakSet

from msgspec.structs import replace

from showctl.engine.agenda import Agenda
from showctl.engine.amending import Amending
from showctl.engine.event import Warned
from showctl.engine.last_sent import LastSent
from showctl.engine.outcome import NO_RUN, Do, Outcome
from showctl.engine.past import Past
from showctl.engine.ramp import RampPlay
from showctl.engine.run import Run
from showctl.model.cue import CueId
from showctl.model.effect import Ask, Fade, MasterFade, Ramp, Send


@dataclass(frozen=True, slots=True)
class Later:
    """Tells of something when it is due, which a pause may have put off."""

    tell: Callable[[Outcome], None]
    outcome: Do

    def __call__(self, due: float) -> None:
        self.tell(replace(self.outcome, due=due))

    def amended(self, amending: Amending) -> "Later | Nothing":
        """The same for the next state of the show; nothing, if nothing is left of it there."""
        effect = amending.effect(self.outcome.effect)
        if effect is None:
            return Nothing()
        cue = amending.cue(self.outcome.cue) or self.outcome.cue
        return Later(self.tell, replace(self.outcome, cue=cue, effect=effect))


@dataclass(frozen=True, slots=True)
class AskLater:
    """Asks something of others when it is due."""

    ask: Callable[[Ask, Run, float], None]
    what: Ask
    run: Run

    def __call__(self, due: float) -> None:
        self.ask(self.what, self.run, due)

    def amended(self, amending: Amending) -> "AskLater | Nothing":
        """The same for the next state of the show; nothing, if nobody is left of whom it is asked."""
        what = amending.effect(self.what)
        return AskLater(self.ask, what, self.run) if isinstance(what, Ask) else Nothing()


class Nothing:
    """What was planned is no more; the instant stays."""

    def __call__(self, due: float) -> None: ...


class Effects:
    """`tell` takes what is to be done, `ask` what a cue asks of others. `last_sent` knows where ramps begin; before
    `past.until` none sends anything.
    """

    def __init__(
        self,
        agenda: Agenda,
        last_sent: LastSent,
        tell: Callable[[Outcome], None],
        ask: Callable[[Ask, Run, float], None],
        past: Past,
    ) -> None:
        self._agenda, self._last_sent, self._tell, self._ask, self._past = agenda, last_sent, tell, ask, past
        self._ramps: WeakSet[RampPlay] = WeakSet()
        """Those of which anything is still planned, here or in a run that is paused."""

    def act(self, run: Run, action_at: float) -> None:
        """All that a cue does from this instant on; a stop of the run calls back what is still to come."""
        for effect in run.cue.effects:
            if isinstance(effect, Ask):
                # Never in the middle of the cue's own action: it may mean that cue too.
                self._agenda.add(action_at + effect.at, run.number, AskLater(self._ask, effect, run))
            elif isinstance(effect, Ramp):
                self._ramp(effect, action_at + effect.at, run)
            else:
                if isinstance(effect, Fade) and effect.mark:  # in black: not while light still comes to its place
                    effect = replace(effect, at=max(effect.at, run.restored_at - action_at))
                self._plan(effect, action_at + effect.at, run.number, run.number, run.cue.id)

    def say(self, send: Send, now: float, run: int, cue: CueId) -> None:
        """Send what a stop or a panic says; nothing calls it back."""
        self._plan(send, now + send.at, NO_RUN, run, cue)

    def say_now(self, devices: Collection[str], now: float) -> None:
        """What stops and panics were still to say to other than these devices, is said now."""
        for entry in self._agenda.withdraw({NO_RUN}):
            said = entry.do.outcome.effect if isinstance(entry.do, Later) else None
            if isinstance(said, Send) and said.device not in devices:
                entry.do(now)
            else:
                self._agenda.add(entry.due, NO_RUN, entry.do)

    def amend(self, amending: Amending) -> None:
        """Ramps on their way, and where the next ones begin, in the next state of the show."""
        for play in list(self._ramps):
            play.amend(amending)
        self._last_sent.amend(amending.names)

    def _plan(self, effect: Send | Fade | MasterFade, due: float, owner: int, run: int, cue: CueId) -> None:
        outcome = Do(due, run, cue, effect)
        if effect.at:
            self._agenda.add(due, owner, Later(self._tell, outcome))
        else:
            self._tell(outcome)

    def _ramp(self, ramp: Ramp, due: float, run: Run) -> None:
        number, cue = run.number, run.cue.id
        play = RampPlay(
            ramp,
            self._last_sent.before,
            plan=lambda at, do: self._agenda.add(at, number, do),
            send=lambda at, send: self._tell(Do(at, number, cue, send)),
            warn=lambda at, text: self._tell(Warned(due=at, text=f"cue {cue}: {text}")),
            since=lambda: self._past.until,
        )
        self._ramps.add(play)
        if ramp.at:
            self._agenda.add(due, number, play.begin)
        else:
            play.begin(due)
