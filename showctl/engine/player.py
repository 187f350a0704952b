"""The player: commands and instants in, what is to be done out. It never reads a clock.

The order of what it says depends on planned instants alone: how often or how late anybody asks makes no difference.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from showctl.engine.active_cues import ActiveCues
from showctl.engine.asks import Asks
from showctl.engine.changed_light import Tracking, changed_light
from showctl.engine.command import (
    AnyCommand,
    Arm,
    Flag,
    Flash,
    Go,
    HardStop,
    Highlight,
    KeyReleased,
    Load,
    MoveFader,
    Panic,
    Park,
    Pause,
    ReleaseList,
    Reset,
    Resume,
    SetBlackout,
    SetMaster,
    SetStandby,
    Shutdown,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
    Toggle,
    Unpark,
    name_of,
)
from showctl.engine.event import CommandTaken, SegmentStarted, Warned
from showctl.engine.go import GoButton
from showctl.engine.halt import stop
from showctl.engine.last_sent import LastSent
from showctl.engine.load import Loads
from showctl.engine.master_command import set_blackout, set_master
from showctl.engine.outcome import ByHand, Outcome
from showctl.engine.panic import PanicPlan
from showctl.engine.restore import Restores
from showctl.engine.run import Run
from showctl.engine.second_start import Starts
from showctl.engine.snapshot import ActiveCue, Evening, ListState, Loaded, SegmentActual, TakeState
from showctl.engine.standby import Orders
from showctl.engine.stops import Stops
from showctl.engine.take import Take
from showctl.engine.taking import Taking
from showctl.model.cue import CueId
from showctl.model.effect import Ask
from showctl.program.program import Program, destinations

_AT_A_LOOK = 250
"""Steps that are made up for when somebody only looks: a millisecond or two."""


class Player:
    """Plays one program. Instants are seconds on one monotonic clock and never go backwards.

    `standby` by list (None: its end); lists that it does not name begin at their top. `wall_at` turns an instant into
    Unix time. `segments` are the actual starts that a lost engine knew, `evening` what it had been told of the evening;
    `lit`: light may be on from before; `left`: what lists may have lit and move no more. It reads the whole show once.
    """

    def __init__(
        self,
        program: Program,
        standby: Mapping[str, CueId | None] | None = None,
        *,
        wall_at: Callable[[float], float] = lambda instant: instant,
        segments: Iterable[SegmentActual] = (),
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
        self._restores = Restores(program, self._orders, left)
        self._segments: dict[str, float] = {actual.segment: actual.wall for actual in segments}
        self._outcomes: list[Outcome] = []
        self._active: ActiveCues = ActiveCues(
            program.cues,
            self._orders,
            self._restores.hearing(self._outcomes.append),
            self._start_segment,
            self._ask,
            evening,
        )
        self._loads: Loads = Loads(self._active, self._orders)
        self._starts: Starts = Starts(self._active, self._loads, program.panic_time)
        self._take = Take(self._active, self._orders, self._restores, lambda *taken: self._go.go_taken(*taken))
        self._stops = Stops(self._active, self._take, self._loads, self._panic, self._taken)
        self._go: GoButton = GoButton(
            program, self._orders, self._active, self._starts, self._restores, self._take, self._taken
        )
        self._asks: Asks = Asks(
            program.cues,
            self._active,
            self._orders,
            self._starts,
            self._go,
            self._take,
            self._loads,
            self._stops.panic,
            self._restores.moves_light,
            self._outcomes.append,
        )

    def go_on_from(self, before: "Player", now: float, was: NDArray[np.intp] | None = None) -> None:
        """Take the place of the player of an earlier state of the show, in which everything is stopped.

        From it come standby and what is in order, the actual starts of segments, the numbers of runs, and what its
        stops and panics are still to send. What of that is for a device that is not where it was, `before` gives when
        it is next asked, as due at `now`. `was`: which parameter each was there, -1 for none; where they are known,
        light that was changed in cues that have been played comes with the next GO of their list.
        """
        self._orders.go_on_from(before._orders)
        self._segments = dict(before._segments)
        self._panic.until = before._panic.until
        places = destinations(before.program) & destinations(self.program)
        self._active.go_on_from(before._active, {device for device, _ in places}, now)
        self._go.last, self._go.last_at = before._go.last, before._go.last_at
        if was is not None:
            for text in changed_light(self._tracking, before._tracking, was):
                self._warn(now, text)

    @property
    def _tracking(self) -> Tracking:
        return self._restores, self._orders, self._active.arming

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
            case Shutdown():
                self._taken(command, now)
            case KeyReleased():
                if runs := self._starts.let_go(command.cue):
                    self._taken(command, now, command.cue)
                    self._starts.again(command.cue, runs, now)
            case SetMaster():
                self._outcomes.extend(set_master(command, self.program, now))
            case SetBlackout():
                self._outcomes.extend(set_blackout(command, now))
            case ReleaseList() if not self._restores.moves_light(command.list):
                there = any(command.list == each.name for each in self.program.lists)
                why = f"list '{command.list}' moves no light" if there else f"there is no list '{command.list}'"
                self._warn(now, f"{why}; nothing was given back")
            case MoveFader() | Flash() | Highlight() | Park() | Unpark() | Toggle():
                self._outcomes.append(ByHand(now, command))
            case ReleaseList():
                self._asks.command(command, now)
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
            ListState(name, order.standby, order.guard_until, order.dark, self._restores.foreseen(order))
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
    def segments(self) -> tuple[SegmentActual, ...]:
        """When segments really started, the last start of each."""
        return tuple(SegmentActual(segment, wall) for segment, wall in self._segments.items())

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

    def _ask(self, ask: Ask, run: Run, due: float) -> None:
        self._asks.carry_out(ask, run, due)

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
        wall = self._wall_at(due)
        self._segments[segment] = wall
        self._outcomes.append(SegmentStarted(due=due, segment=segment, cue=cue, wall=wall))

    def _taken(self, command: AnyCommand, now: float, cue: CueId | None = None) -> None:
        name = name_of(command)
        self._outcomes.append(CommandTaken(due=now, name=name, source=command.source, cue=cue))

    def _warn(self, now: float, text: str) -> None:
        self._outcomes.append(Warned(due=now, text=text))
