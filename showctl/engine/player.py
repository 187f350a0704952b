"""The player: commands and instants in, what is to be done out. It never reads a clock.

The order of what it says depends on planned instants alone: how often or how late anybody asks makes no difference.
"""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from showctl.engine.active_cues import ActiveCues
from showctl.engine.asks import Asks
from showctl.engine.command import (
    AnyCommand,
    Arm,
    Flag,
    Go,
    HandCommand,
    HardStop,
    KeyReleased,
    Load,
    Panic,
    Pause,
    Rehearsal,
    ReleaseList,
    Reset,
    ResetLateness,
    Resume,
    SetBlackout,
    SetMaster,
    SetStandby,
    Shutdown,
    SingleCommand,
    StartCue,
    StepStandby,
    Stop,
    SwitchCommand,
    TakeFrom,
    name_of,
)
from showctl.engine.day import Day
from showctl.engine.day_command import DayCommand
from showctl.engine.event import CommandTaken, Warned
from showctl.engine.go import GoButton
from showctl.engine.halt import stop
from showctl.engine.in_play import InPlay
from showctl.engine.last_sent import LastSent
from showctl.engine.load import Loads
from showctl.engine.master_command import set_blackout, set_master
from showctl.engine.outcome import ByHand, Outcome, Switched
from showctl.engine.panic import PanicPlan
from showctl.engine.player_change import PlayerChange, PlayerParts
from showctl.engine.restore import Restores
from showctl.engine.second_start import Starts
from showctl.engine.singles import Singles
from showctl.engine.snapshot import ActiveCue, Evening, ListState, Loaded, TakeState
from showctl.engine.standby import Orders
from showctl.engine.stops import Stops
from showctl.engine.take import Take
from showctl.engine.taking import Taking
from showctl.model.cue import CueId
from showctl.program.program import Program, destinations
from showctl.program.renaming import UNCHANGED, Renaming

_AT_A_LOOK = 250
"""Steps that are made up for when somebody only looks: a millisecond or two."""


class Player:
    """Plays one program. Instants are seconds on one monotonic clock and never go backwards.

    `standby` by list (None: its end); lists that it does not name begin at their top. `wall_at` turns an instant into
    Unix time. `day` is what a lost engine knew of the run of show, `evening` what it had been told of the evening;
    `lit`: light may be on from before; `left`: what lists may have lit and move no more. It reads the whole show once.
    """

    def __init__(
        self,
        program: Program,
        standby: Mapping[str, CueId | None] | None = None,
        *,
        wall_at: Callable[[float], float] = lambda instant: instant,
        day: Day | None = None,
        evening: Evening = Evening(),  # noqa: B008 - it is frozen
        lit: bool = False,
        left: Mapping[str, NDArray[np.intp]] | None = None,
    ) -> None:
        self.program = program
        self._wall_at = wall_at
        self._orders: Orders = Orders(program, standby or {})
        for order in self._orders.lists.values():
            order.lit = lit
        self._panic = PanicPlan(program, self._orders)
        self.restores = Restores(program, self._orders, left)
        self.day = day or Day()
        self._outcomes: list[Outcome] = []
        cues = InPlay(program.cues)
        self._active: ActiveCues = ActiveCues(
            cues,
            self._orders,
            self.restores.hearing(self._outcomes.append),
            self._start_segment,
            lambda *asked: self._asks.carry_out(*asked),
            evening,
        )
        self._loads: Loads = Loads(self._active, self._orders)
        self._singles = Singles(self._active, self._orders, self.restores, self._taken)
        self._starts: Starts = Starts(self._active, self._loads, program.panic_time)
        self._take = Take(self._active, self._orders, self.restores, lambda *taken: self._go.go_taken(*taken))
        self._stops = Stops(self._active, self._take, self._loads, self._panic, self._taken)
        self._go: GoButton = GoButton(
            program, self._orders, self._active, self._starts, self.restores, self._take, self._taken
        )
        self._asks: Asks = Asks(
            cues,
            self._active,
            self._orders,
            self._starts,
            self._go,
            self._take,
            self._loads,
            self._stops.panic,
            self.restores.moves_light,
            self._outcomes.append,
        )

    def say_now(self, after: Program, now: float, names: Renaming = UNCHANGED) -> None:
        """What stops and panics were still to say to devices that are not where they were in the next state of the
        show, `advance` then gives as due at `now`. `names`: what they are called there."""
        still, places = destinations(after), destinations(self.program)
        kept = {device for device, to in places if (names.now("device", device), to) in still}
        if len(kept) < len(places):
            self._active.say_now(kept, now)

    def amend(self, change: PlayerChange, now: float) -> None:
        """Go on in the next state of the show; all that is due at `now` was given before.

        What runs does so as it was started, with the cues that follow it then if they are still there. Standby, what is
        in order, armed, flagged, loaded or has been drawn goes on by the cue. Light that was changed in cues that have
        been played comes with the next GO of their list.
        """
        parts = PlayerParts(
            self._orders, self.restores, self._panic, self._active, self._take, self._go, self._loads, self._starts
        )
        self._outcomes += [Warned(due=now, text=text) for text in change.carry_out(parts, now)]
        self.program = change.amending.after
        if names := change.amending.names:
            self.day.rename(lambda name: names.now("segment", name) or name)

    def handle(self, command: AnyCommand | Taking, now: float) -> None:
        """Carry out a command. What was due before it comes before it; `advance` then gives what it brings about.

        A TakeFrom has to be prepared before (`taking_of`): that reads the whole list. Raises TypeError if it is not.
        """
        self._active.agenda.carry_out(now)
        match command:
            case Go():
                self._go.go(command, now)
            case StepStandby():
                self._go.step(command, now)
            case Panic():
                self._stops.panic(now, command.source)
            case HardStop():
                self._stops.carry_out(command, now)
            case Taking():
                self._take_from(command, now)
            case TakeFrom():
                raise TypeError("a TakeFrom is prepared before the player gets it: taking_of()")
            case Shutdown() | ResetLateness():
                self._taken(command, now)
            case KeyReleased():
                if runs := self._starts.let_go(command.cue):
                    self._taken(command, now, command.cue)
                    self._starts.again(command.cue, runs, now)
            case SetMaster():
                self._outcomes.extend(set_master(command, self.program, now))
            case SetBlackout():
                self._outcomes.extend(set_blackout(command, now))
            case ReleaseList():
                self._asks.command(command, now)
            case _ if isinstance(command, HandCommand):
                self._outcomes.append(ByHand(now, command))
            case _ if isinstance(command, SwitchCommand):
                self._outcomes.append(Switched(now, command))
                if isinstance(command, Rehearsal):
                    self.day.rehearse(command.on)
            case _ if isinstance(command, DayCommand):
                self._outcomes += self.day.carry_out(command, self.program.segments, self._wall_at(now), now)
            case _ if isinstance(command, SingleCommand):
                self._singles.carry_out(command, self.program, now)
            case Stop() | Pause() | Resume() if command.cue is not None and self._active.runs.of(command.cue):
                self._stops.carry_out(command, now)  # what is gone and still runs, too
            case _ if command.cue is not None and command.cue not in self.program.cues:
                self._warn(now, f"there is no cue {command.cue}; nothing was done")
            case StartCue():
                self._taken(command, now, command.cue)
                self._take.hurry(now)
                self._starts.press(command.cue, now)
            case Arm() | Flag() | Reset():
                self._asks.command(command, now)
            case Load():
                self._taken(command, now, command.cue)
                self._loads.load(command.cue, command.at, now)
            case SetStandby():
                self._go.set(command, now)
            case Stop() | Pause() | Resume():
                self._stops.carry_out(command, now)

    def next_deadline(self) -> float | None:
        """When `advance` is wanted next; None as long as no command comes."""
        if self._outcomes:
            return self._outcomes[0].due
        return self._active.agenda.due

    def work_out(self, now: float, most: int) -> bool:
        """Work out a part of what `advance` will give, no more than so many steps; whether there is more."""
        return self._active.agenda.carry_out_some(now, most)

    def advance(self, now: float) -> Iterator[Outcome]:
        """Everything that is due at `now` or before and was not given yet, in due order, with its planned instant."""
        self._active.agenda.carry_out(now)
        outcomes = tuple(self._outcomes)
        self._outcomes.clear()
        return iter(outcomes)

    def lists(self) -> tuple[ListState, ...]:
        """The lists with their standby."""
        return tuple(
            ListState(name, order.standby, order.guard_until, order.dark, self.restores.foreseen(order))
            for name, order in self._orders.lists.items()
        )

    def active(self, now: float) -> tuple[ActiveCue, ...]:
        """What is started and not yet over at `now`, in the order of the starts; while thousands of cues begin, or end,
        as far as that was worked out.
        """
        self._active.agenda.carry_out_some(now, _AT_A_LOOK)
        return tuple(run.seen() for run in self._active.runs.values())

    @property
    def evening(self) -> Evening:
        """What has been said of cues since the start, other than the file says."""
        arming, flags = self._active.arming, self._active.flags
        return Evening(arming.since(True), arming.since(False), flags.since(True), flags.since(False))

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """Cues that are loaded to a time."""
        return self._loads.seen

    @property
    def last_go(self) -> CueId | None:
        """The cue that the last GO started."""
        return self._go.last

    @property
    def last_go_at(self) -> float:
        """When that was."""
        return self._go.last_at

    @property
    def guard_until(self) -> float:
        """The latest instant until which GO of some list is refused."""
        return max((order.guard_until for order in self._orders.lists.values()), default=0.0)

    @property
    def taking(self) -> TakeState | None:
        """From which cue the show is being taken; None when it is not."""
        return self._take.state

    @property
    def last_sent(self) -> LastSent:
        """What was sent where this evening: the same one in all states of the show; other threads may only ask."""
        return self._active.last_sent

    @property
    def panic_until(self) -> float:
        """Until this instant a panic fade runs, and another panic acts at once."""
        return self._panic.until

    def _take_from(self, taking: Taking, now: float) -> None:
        command = taking.command
        stale = taking.digest != self.program.digest
        if taking.refused or stale:
            changed = f"the show was changed while cue {command.cue} was being prepared; take it once more"
            self._warn(now, changed if stale else taking.refused)
            return
        self._taken(command, now, command.cue)
        self._take.cut_off(now)
        stop(self._active, self._active.runs.of(None), now, spared=command.without)
        self._take.begin(taking, now)

    def _start_segment(self, segment: str, cue: CueId, due: float) -> None:
        self._outcomes.append(self.day.start(segment, self._wall_at(due), due, cue=cue))

    def _taken(self, command: AnyCommand, now: float, cue: CueId | None = None) -> None:
        self._outcomes.append(CommandTaken(due=now, name=name_of(command), source=command.source, cue=cue))

    def _warn(self, now: float, text: str) -> None:
        self._outcomes.append(Warned(due=now, text=text))
