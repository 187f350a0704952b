"""Simulate: the same player, mixer and outputs' interface as in a show, on a clock that is only a number."""

from collections.abc import Iterable, Iterator, Sequence

from showctl.engine.command import AnyCommand, Go, Load, SetStandby, TakeFrom
from showctl.engine.event import AnyEvent, Warned
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.taking import taking_of
from showctl.host.report import Json, Timeline
from showctl.host.rounds import Rounds
from showctl.model.cue import MAIN, CueId
from showctl.outputs.recording import Recording
from showctl.program.program import Program, SacnTarget

_SOURCE = "simulate"


def simulate(
    program: Program,
    goes: Sequence[float] | None = None,
    go_every: float | None = None,
    levels_every: float | None = None,
    take: TakeFrom | None = None,
    load: Sequence[tuple[CueId, float]] = (),
    standby: CueId | None = None,
) -> Iterator[Json]:
    """Play the main list and say all that happens, in due order, until nothing is active any more, or only what goes
    round for ever.

    GO comes at the instants `goes`; or every `go_every` seconds until the end of the list; or, with neither, at 0 and
    then whenever it has come so far (and the GO guard is over) until the end of the list. With `levels_every`,
    the levels of all universes that have been touched, at each multiple of it from the first GO to the end. All
    instants are in seconds. With `take` the show is taken from a cue at 0; without `goes`, the first GO comes when all
    that is out. Cues to `load` are before that, each to its time, and `standby` is put in
    standby. Raises ValueError for an interval that is not positive.
    """
    for interval in (go_every, levels_every):
        if interval is not None and not interval > 0:
            raise ValueError(f"an interval of {interval:g} s makes no sense; write more than 0")
    rehearsal = Rehearsal(program, levels_every)
    loads: list[tuple[float, AnyCommand]] = [(0.0, Load(source=_SOURCE, cue=cue, at=at)) for cue, at in load]
    if standby is not None:
        loads.append((0.0, SetStandby(source=_SOURCE, cue=standby)))
    if goes is not None:
        taken: list[tuple[float, AnyCommand]] = [(0.0, take)] if take is not None else []
        yield from rehearsal.play([*loads, *taken, *((instant, Go(source=_SOURCE)) for instant in sorted(goes))])
        return
    for now, command in loads:
        yield from rehearsal.command(command, now)
    if take is not None:
        yield from rehearsal.command(take, 0.0)
        yield from rehearsal.finish()
    now = rehearsal.now
    while rehearsal.standby is not None:
        yield from rehearsal.command(Go(source=_SOURCE), now)
        if go_every is None:
            yield from rehearsal.finish()
            now = max(rehearsal.now, rehearsal.playback.player.guard_until)
        else:
            now += go_every
    yield from rehearsal.finish()
    yield from rehearsal.left()
    yield from rehearsal.last_levels()


class Rehearsal:
    """Playback on a manual clock, in seconds from 0, with outputs that only record."""

    def __init__(self, program: Program, levels_every: float | None = None) -> None:
        self._events: list[AnyEvent] = []
        self._mixer = mixer_for(program)
        targets = (target for target in program.targets if not isinstance(target, SacnTarget))
        outputs = {target.device: Recording(target, self._events.append) for target in targets}
        self.playback = Playback(program, Player(program), self._mixer, outputs, self._events.append)
        self._timeline = Timeline()
        self._rounds = Rounds(program.cues)
        self._every = levels_every
        self._samples = 0
        self.now = 0.0
        """The latest instant at which anything happened."""

    @property
    def standby(self) -> str | None:
        """The main list's standby."""
        return next((state.standby for state in self.playback.player.lists() if state.name == MAIN), None)

    def play(self, commands: Iterable[tuple[float, AnyCommand]]) -> Iterator[Json]:
        """Give commands at their instants (ascending) and play to the end."""
        for instant, command in commands:
            yield from self.command(command, instant)
        yield from self.finish()
        yield from self.left()
        yield from self.last_levels()

    def command(self, command: AnyCommand, instant: float) -> Iterator[Json]:
        """Play up to an instant, and give a command there."""
        yield from self._until(instant)
        player = self.playback.player
        if isinstance(command, TakeFrom):
            taking = taking_of(self.playback.program, command, player.evening, player.last_sent.knows)
            self.playback.handle(taking, instant)
        else:
            self.playback.handle(command, instant)
        yield from self._advance(instant)

    def finish(self) -> Iterator[Json]:
        """Play until nothing is active any more, or only what has been round once and goes on for ever."""
        while (due := self.playback.next_deadline()) is not None and not self._only_rounds():
            yield from self._until(due)
            yield from self._advance(due)

    def left(self) -> Iterator[Json]:
        """What would go on for ever."""
        if self.playback.next_deadline() is not None:
            cues = [run.cue for run in self.playback.player.active(self.now) if run.parent is None]
            text = f"still playing, and would for ever: {', '.join(cues)}; the simulation ends here"
            yield self._timeline.described(Warned(due=self.now, text=text))

    def _only_rounds(self) -> bool:
        return self._rounds.are_all(lambda: self.playback.player.active(self.now))

    def last_levels(self) -> Iterator[Json]:
        """Levels up to the first sample at which everything is over, a panic's fade too."""
        if self._every is not None and self._timeline.origin is not None:
            end = max(self.now, self.playback.player.panic_until)
            while self._timeline.origin + self._samples * self._every < end:
                yield from self._sample()
            yield from self._sample()

    def _until(self, instant: float) -> Iterator[Json]:
        """All that happens before an instant, with the samples that fall between."""
        while self._every is not None and self._timeline.origin is not None:
            sample = self._timeline.origin + self._samples * self._every
            if sample >= instant:
                break
            yield from self._advance(sample)
            yield from self._sample()
        while (due := self.playback.next_deadline()) is not None and due < instant:
            yield from self._advance(due)

    def _advance(self, instant: float) -> Iterator[Json]:
        self.playback.advance(instant)
        for event in self._events:
            self.now = event.due
            self._rounds.heard(event)
            yield self._timeline.described(event)
        self._events.clear()

    def _sample(self) -> Iterator[Json]:
        assert self._every is not None
        assert self._timeline.origin is not None
        instant = self._timeline.origin + self._samples * self._every
        self._samples += 1
        levels = self._mixer.levels(instant)
        for row, universe in enumerate(self.playback.program.universes):
            if self._mixer.touched[row]:
                yield self._timeline.levels(instant, universe, levels[row])
