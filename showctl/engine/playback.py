"""Playback: what the player wants done reaches the mixer, the outputs and those who watch."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import numpy as np
from msgspec import structs
from numpy.typing import NDArray

from showctl.engine.command import AnyCommand
from showctl.engine.event import AnyEvent, CueStarted, Event, FadeStarted, LightReleased, MasterMoved, Warned
from showctl.engine.fixture_names import FixtureNames
from showctl.engine.hands import Hands
from showctl.engine.light_change import LightChange
from showctl.engine.mixer import Mixer
from showctl.engine.movers import Movers
from showctl.engine.outcome import (
    NO_RUN,
    Blackout,
    ByHand,
    Change,
    Do,
    FadeOut,
    Freeze,
    FreezeAll,
    FreezeMasters,
    GoHome,
    Hold,
    LightOut,
    Outcome,
    Overtake,
    PanicLight,
    Release,
    ReleaseLayer,
    ReleaseNobodys,
    Switched,
    TakeUp,
)
from showctl.engine.overrides import Overrides
from showctl.engine.player import Player
from showctl.engine.player_change import PlayerChange
from showctl.engine.port import MessageOutput
from showctl.engine.stale import without_stale
from showctl.engine.taking import Taking
from showctl.model.cue import CueId
from showctl.model.effect import Fade, MasterFade, Send
from showctl.program.program import EXEMPT_FROM_PANIC, Program

STEPS = 250
"""Steps of the player in one part: 1 to 2 ms, a small part of a frame's period."""
PART = 25
"""Things done in one part. Each that is sent lets go of the interpreter, and gets it back half a millisecond later
(quiet.SWITCH) where another thread is busy, as after a great many events."""
_MOST_NAMED = 4
"""So many fixtures are named; of more it says how many."""


class PlaybackChange:
    """What playback needs to go on in the next state of the show, worked out beforehand."""

    def __init__(self, player: PlayerChange, light: LightChange, outputs: Mapping[str, MessageOutput]) -> None:
        self.player, self.light, self.outputs = player, light, outputs
        self.panic_reach = _panic_reach(player.amending.after)


class Playback:
    """One player with its mixer and its outputs by device. `report` takes every event; it must not block."""

    def __init__(
        self,
        program: Program,
        player: Player,
        mixer: Mixer,
        outputs: Mapping[str, MessageOutput],
        report: Callable[[AnyEvent], None],
    ) -> None:
        self.program = program
        self.player = player
        self.mixer = mixer
        self.hands = Hands(program, mixer)
        self.overrides = Overrides(program)
        self.report = report
        self._outputs = outputs
        self._universes = program.universes
        self._panic_reach = _panic_reach(program)
        self._fades: list[tuple[int, Fade]] = []
        """Run and fade of those that begin at one instant, until the mixer gets them all at once."""
        self._fades_due = 0.0
        self._marking: dict[int, CueId] = {}
        """The cue of each run among them that moves something in black."""
        self.movers = Movers()

    def use(self, outputs: Mapping[str, MessageOutput]) -> None:
        """Send to these from now on; for all devices of the program."""
        self._outputs = outputs

    def amend(self, change: "PlaybackChange", now: float) -> Iterator[str]:
        """Go on in the next state of the show, all that was due given; sentences about what is gone. See `Player`."""
        amending = change.player.amending
        self.player.amend(change.player, now)
        gone = change.light.carry_out(amending, now)
        before, self.program = self.program, amending.after
        self._outputs, self._universes, self._panic_reach = change.outputs, self.program.universes, change.panic_reach
        self.overrides.know(self.program)
        self.movers.amend(amending)
        if change.light.mixer is not None and change.light.hands is not None:
            theirs, self.mixer, self.hands = self.hands, change.light.mixer, change.light.hands
            self.hands.take_faders(theirs, amending.names)
            yield from self.hands.go_on_from(theirs.kept().amended(amending.names), now)
        elif before.fixtures is not self.program.fixtures:
            self.hands.know(FixtureNames(self.program), amending.names)
        if gone:
            yield gone

    def handle(self, command: AnyCommand | Taking, now: float) -> None:
        """Carry out a command; `advance` then brings about what it means."""
        self.player.handle(command, now)

    def next_deadline(self) -> float | None:
        """When `advance` is wanted next. Moving light wants frames besides: ask the mixer."""
        due, rests = self.player.next_deadline(), self.hands.next_due
        return due if rests == float("inf") else rests if due is None else min(due, rests)

    def advance(self, now: float) -> None:
        """Bring about all that is due at `now` or before. Frames are not sent here: levels are a function of time."""
        for _ in self.parts(now):
            pass

    def parts(self, now: float) -> Iterator[None]:
        """`advance` in parts, so that frames can leave while thousands of cues begin. All are to be gone through.

        Light begins with the last part, and takes a fade as arrived that arrives in a frame between them.
        """
        while self.player.work_out(now, STEPS):
            yield
        outcomes = without_stale(self.player.advance(now))
        for first in range(0, len(outcomes), PART):
            if first:
                yield
            self._bring_about(outcomes[first : first + PART])
        self._begin_fades()
        for event in self.hands.rested(now):
            self.report(event)

    def _bring_about(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Event):
                marked = self.overrides.rehearsal and isinstance(outcome, CueStarted)
                self.report(structs.replace(outcome, rehearsal=True) if marked else outcome)
            elif isinstance(outcome, Do):
                self._do(outcome)
            else:
                self._begin_fades()  # the others find light where the fades before them have brought it
                self._change(outcome)

    def _change(self, outcome: Change) -> None:
        match outcome:
            case Freeze(due=due, runs=runs):
                self.mixer.freeze(runs, due)
            case FreezeAll(due=due):
                self.mixer.freeze_all(due)
            case FadeOut(due=due, runs=runs, time=time):
                self.mixer.fade_out(runs, due, time)
            case Hold(due=due, runs=runs):
                self.mixer.hold(runs, due)
            case Release(due=due, runs=runs):
                self.mixer.release(runs, due)
            case FreezeMasters(due=due):
                self.mixer.masters.freeze_all(due)
                self.mixer.masters.end_flashes()
            case Blackout(on=on):
                self.mixer.masters.set_blackout(on)
                self.hands.blackout_changed()
            case ByHand(due=due, command=command):
                for event in self.hands.carry_out(command, due):
                    self.report(event)
            case GoHome(due=due, run=run, cue=cue, fade=fade):
                if (rows := self.mixer.go_home(run, due, fade)).size:
                    self._report_fade(due, run, cue, fade, rows)
            case ReleaseLayer(due=due, run=run, layer=layer, time=time, list=name):
                if count := self.mixer.release_layer(layer, run, due, time):
                    self.report(LightReleased(due=due, list=name, time=time, parameters=count))
            case ReleaseNobodys(due=due, run=run, time=time, parameters=parameters):
                if count := self.mixer.release_nobodys(run, due, time, parameters):
                    self.report(LightReleased(due=due, list="", time=time, parameters=count))
            case Overtake(layer=layer, parameters=parameters, acted=acted):
                self.mixer.overtake(layer, parameters, acted)
            case TakeUp():
                self._take_up(outcome)
            case Switched(due=due, command=command):
                for event in self.overrides.carry_out(command, self.mixer, due):
                    self.report(event)
            case PanicLight(due=due):
                for event in self.overrides.panic(self.mixer, due):
                    self.report(event)
            case LightOut(due=due, time=time):
                self.mixer.light_out(due, time)
                count, universes = self._panic_reach
                self.report(FadeStarted(due=due, cue="", run=NO_RUN, time=time, parameters=count, universes=universes))

    def _do(self, outcome: Do) -> None:
        effect = outcome.effect
        if isinstance(effect, Send):
            if self.overrides.messages and (kept_back := self.overrides.keeps_back(outcome, effect)) is not None:
                self.report(kept_back)
            elif (output := self._outputs.get(effect.device)) is not None:  # else it is gone, and a ramp to it is not
                output.send(outcome.cue, effect.message, outcome.due, ramp=effect.ramp)
            return
        if isinstance(effect, MasterFade):
            start = self.mixer.masters.fade(outcome.run, outcome.due, effect)
            self._report_master(outcome.due, outcome.run, outcome.cue, effect, start)
            return
        if self._fades and outcome.due != self._fades_due:
            self._begin_fades()
        self._fades_due = outcome.due
        self._fades.append((self.movers.run_of(outcome.run, outcome.cue), effect))
        if effect.mark:
            self._marking[outcome.run] = outcome.cue
        self._report_fade(outcome.due, outcome.run, outcome.cue, effect, self.mixer.universes_of(effect))

    def _begin_fades(self) -> None:
        if self._fades:
            fades, self._fades = self._fades, []
            self.mixer.fade_all(self._fades_due, fades)
            self._report_missed()

    def _report_missed(self) -> None:
        lit: dict[int, set[int]] = {}
        for run, fixtures in self.mixer.missed:  # for each fade of the run that is a mark
            lit.setdefault(run, set()).update(fixtures.tolist())
        for run, numbers in lit.items():
            self.report(Warned(due=self._fades_due, text=_missed(self._marking[run], numbers, self.program)))
        self.mixer.missed.clear()
        self._marking.clear()

    def _take_up(self, outcome: TakeUp) -> None:
        due = outcome.due
        lights = [(each, each.fade) for each in outcome.fades if isinstance(each.fade, Fade)]
        masters = [(each, each.fade) for each in outcome.fades if isinstance(each.fade, MasterFade)]
        for each, _ in lights:
            self.movers.run_of(each.run, each.cue)
        reached = self.mixer.take_up(due, [(each.run, each.begun, fade) for each, fade in lights])
        self.mixer.missed.clear()  # nothing moves ahead: it is where it would be
        for (each, fade), rows in zip(lights, reached, strict=True):
            self._report_fade(due, each.run, each.cue, fade, rows, min(due - each.begun, fade.lasts))
        starts = self.mixer.masters.take_up(due, [(each.run, each.begun, fade) for each, fade in masters])
        for (each, moved), start in zip(masters, starts, strict=True):
            self._report_master(due, each.run, each.cue, moved, start, min(due - each.begun, moved.time))

    def _report_master(
        self, due: float, run: int, cue: CueId, fade: MasterFade, start: float, into: float = 0.0
    ) -> None:
        self.report(
            MasterMoved(
                due=due, cue=cue, run=run, master=fade.master, start=start, to=fade.end, time=fade.time, into=into
            )
        )

    def _report_fade(
        self, due: float, run: int, cue: CueId, fade: Fade, rows: NDArray[np.intp], into: float = 0.0
    ) -> None:
        self.report(
            FadeStarted(
                due=due,
                cue=cue,
                run=run,
                time=fade.lasts,
                parameters=len(fade.parameters) // 4,
                universes=tuple(self._universes[row] for row in rows.tolist()),
                into=into,
                mark=fade.mark,
            )
        )


def _missed(cue: CueId, fixtures: Collection[int], program: Program) -> str:
    """What is said of lit fixtures, by number, of which a mark in this cue leaves alone."""
    names = [program.fixtures.names[each] for each in sorted(fixtures)[:_MOST_NAMED]]
    more = f" and {len(fixtures) - len(names)} more" if len(fixtures) > len(names) else ""
    lit = f"{', '.join(names)}{more} {'is' if len(fixtures) == 1 else 'are'} lit"
    return f"cue {cue}: {lit}, and not moved ahead in black; what was marked moves in sight, in its own cue"


def _panic_reach(program: Program) -> tuple[int, tuple[int, ...]]:
    """How many parameters a panic takes out, and in which universes."""
    table = program.parameters
    row, dimmer = np.frombuffer(table.row, "<i4"), np.frombuffer(table.dimmer, "<i4")
    exempt = np.frombuffer(table.exempt, np.uint8) & EXEMPT_FROM_PANIC
    out = (np.frombuffer(table.intensity, np.uint8) == 1) & (exempt == 0)
    reached = out | (out[dimmer] & (dimmer >= 0)) if out.size else out
    rows = np.unique(row[reached & (row >= 0)])
    return int(out.sum()), tuple(program.universes[index] for index in rows.tolist())
