"""What cues ask for: the same as people can, and more, at planned instants. People ask some of it by command."""

from collections.abc import Callable, Iterable, Mapping

from showctl.engine.active_cues import ActiveCues
from showctl.engine.command import Arm, Flag, ReleaseList, Reset
from showctl.engine.event import CommandTaken, GoRefused, Warned
from showctl.engine.go import GoButton
from showctl.engine.halt import break_out, fade_and_stop, stop
from showctl.engine.load import Loads
from showctl.engine.outcome import NO_RUN, Outcome, ReleaseLayer, ReleaseNobodys
from showctl.engine.pause import pause, resume
from showctl.engine.run import Run
from showctl.engine.second_start import Starts
from showctl.engine.standby import Orders
from showctl.engine.take import Take
from showctl.model.cue import CueId
from showctl.model.effect import Ask
from showctl.program.program import CompiledCue

_UNLOADING = {"stop", "hard stop", "reset"}
"""What is told one of these begins at its beginning again."""


class Asks:
    """Carries out what cues ask for. `panic` does what the panic button does; a stop of a list ends its `take`.
    `moves_light` says whether any cue of a list does.
    """

    def __init__(
        self,
        cues: Mapping[CueId, CompiledCue],
        active: ActiveCues,
        orders: Orders,
        starts: Starts,
        go: GoButton,
        take: Take,
        loads: Loads,
        panic: Callable[[float, str], None],
        moves_light: Callable[[str], bool],
        tell: Callable[[Outcome], None],
    ) -> None:
        self._cues, self._active, self._orders = cues, active, orders
        self._starts, self._go, self._take, self._loads = starts, go, take, loads
        self._panic, self._moves_light, self._tell = panic, moves_light, tell

    def carry_out(self, ask: Ask, run: Run, due: float) -> None:
        """Do what a run of a cue asks for, at its planned instant."""
        if not all(map(self._active.arming.of, ask.only_if)) or not all(map(self._active.flags.of, ask.if_flagged)):
            return
        source = f"cue {run.cue.id}"
        if ask.act == "panic":
            self._panic(due, source)
            return
        if ask.act == "stop others":
            self._tell(CommandTaken(due=due, name=ask.act, source=source))
            if ask.scope != "peers":
                self._take.cut_off(due, None if ask.scope == "all" else run.cue.list)
            fade_and_stop(self._active, self._others(ask, run), due, ask.fade)
            return
        self._do(ask, due, source, run)

    def command(self, command: Arm | Flag | Reset | ReleaseList, now: float) -> None:
        """What people ask in the same words as cues do."""
        match command:
            case Arm():
                ask = Ask(0.0, "arm" if command.armed else "disarm", (command.cue,))
            case Flag():
                ask = Ask(0.0, "flag" if command.flagged else "unflag", (command.cue,))
            case ReleaseList() if not self._moves_light(command.list):
                there = command.list in self._orders.lists
                why = f"list '{command.list}' moves no light" if there else f"there is no list '{command.list}'"
                self._tell(Warned(due=now, text=f"{why}; nothing was given back"))
                return
            case ReleaseList():
                ask = Ask(0.0, "release", lists=(command.list,), fade=command.time)
            case _ if command.cue is not None:
                ask = Ask(0.0, "reset", (command.cue,))
            case _:
                ask = Ask(0.0, "reset", lists=tuple(self._orders.lists))
        self._do(ask, now, command.source)

    def _do(self, ask: Ask, due: float, source: str, run: Run | None = None) -> None:
        """`run`: who asks; None for people."""
        for cue in ask.cues:
            self._tell(CommandTaken(due=due, name=ask.act, source=source, cue=cue))
        for name in ask.lists:
            told = "release list" if ask.act == "release" else ask.act
            self._tell(CommandTaken(due=due, name=told, source=source, list=name))
            self._to_take(ask, name, due)
        if ask.act in _UNLOADING:
            self._loads.unload(due, ask.cues, ask.lists)
        match ask.act:
            case "start":
                self._start(ask, due, source)
            case "load":
                for cue in (*ask.cues, *self._standbys(ask)):
                    self._loads.load(cue, ask.to, due)
            case "go to":
                self._go_to(ask)
                self._active.close_left(due)
            case "arm" | "disarm":
                self._active.arming.say(self._named(ask), ask.act == "arm")
            case "flag" | "unflag":
                self._active.flags.say(self._named(ask), ask.act == "flag")
            case "release":
                self._release(ask, due, run)
            case "reset":
                stop(self._active, self._meant(ask), due)
                inside = [inner for cue in self._named(ask) for inner in self._walk(cue)]
                self._active.arming.reset(inside)
                self._active.flags.reset(inside)
                self._active.picks.reset(inside)
            case _:
                self._to_runs(ask, self._meant(ask), due)

    def _to_take(self, ask: Ask, of_list: str, due: float) -> None:
        match ask.act:
            case "stop" | "hard stop" | "reset":
                self._take.cut_off(due, of_list)
            case "pause":
                self._take.pause(due, of_list)
            case "resume":
                self._take.resume(due, of_list)

    def _to_runs(self, ask: Ask, runs: list[Run], due: float) -> None:
        match ask.act:
            case "stop":
                fade_and_stop(self._active, runs, due, ask.fade)
            case "hard stop":
                stop(self._active, runs, due, hard=True)
            case "pause":
                pause(self._active, runs, due)
            case "resume":
                resume(self._active, runs, due)
            case "break out":
                break_out(runs)

    def _meant(self, ask: Ask) -> list[Run]:
        """The active runs of the cues and lists that are named, with all inside them."""
        active = self._active
        runs = [run for run in active.runs.values() if run.cue.list in ask.lists or run.cue.id in ask.cues]
        return active.runs.with_inside(runs)

    def _named(self, ask: Ask) -> Iterable[CueId]:
        """The cues that are named, of lists the cues that stand at the top."""
        yield from ask.cues
        for name in ask.lists:
            yield from self._orders.lists[name].top

    def _walk(self, cue: CueId) -> Iterable[CueId]:
        yield cue
        for child in self._cues[cue].children:
            yield from self._walk(child.cue)

    def _standbys(self, ask: Ask) -> Iterable[CueId]:
        for name in ask.lists:
            if (standby := self._orders.lists[name].standby) is not None:
                yield standby

    def _start(self, ask: Ask, due: float, source: str) -> None:
        for cue in ask.cues:
            if not self._active.burst.refuses(cue, due):
                self._starts.start(cue, due)
        for name in ask.lists:
            standby = self._orders.lists[name].standby
            if standby is None:
                self._tell(GoRefused(due=due, reason="end of list", source=source))
            elif not self._active.burst.refuses(standby, due):
                self._go.start(self._orders.lists[name], standby, due, self._starts.start)

    def _go_to(self, ask: Ask) -> None:
        for cue in ask.cues:
            if cue in self._orders.list_of:
                self._orders.list_of[cue].set(cue)
        for name in ask.lists:
            self._orders.lists[name].to_top()

    def _release(self, ask: Ask, due: float, run: Run | None) -> None:
        """Give back the light of lists; no GO of theirs is in order then. A cue that does so to its own list moves its
        light so: what comes after it expects that. With the light of the last list goes what is nobody's.
        """
        number = run.number if run is not None else NO_RUN
        for layer, (name, order) in enumerate(self._orders.lists.items(), 1):
            if name in ask.lists:
                self._tell(ReleaseLayer(due, number, layer, ask.fade, name))
                order.given_back = True
                if run is None or run.cue.list != name:
                    order.lose_order()
        lit = (order for order in self._orders.lists.values() if order.lit and self._moves_light(order.name))
        if all(order.given_back for order in lit):
            self._tell(ReleaseNobodys(due, number, ask.fade))

    def _others(self, ask: Ask, asking: Run) -> list[Run]:
        """The runs beside the asking one that are meant; never itself, nor the groups around it."""
        spared = set()
        around: Run | None = asking
        while around is not None:
            spared.add(around.number)
            around = around.parent
        active = self._active.runs.values()
        if ask.scope == "peers":
            own = asking.cue
            beside = [run for run in active if run.cue.parent == own.parent and run.cue.list == own.list]
            runs = self._active.runs.with_inside(beside)
        else:
            runs = [run for run in active if ask.scope == "all" or run.cue.list == asking.cue.list]
        return [run for run in runs if run.number not in spared]
