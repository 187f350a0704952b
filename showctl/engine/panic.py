"""Panic: what it sends, what it does to light, and what the next GO has to bring back."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from showctl.engine.outcome import NO_RUN, Do, LightOut, Outcome
from showctl.engine.said import Said
from showctl.model.cue import CueId
from showctl.model.effect import Fade, Send
from showctl.program.program import CompiledCue, Program, SacnTarget
from showctl.program.tracked import TrackedLight, fades


class PanicPlan:
    """Prepared before the show, so that a panic only has to carry it out."""

    def __init__(self, program: Program) -> None:
        self._program = program
        targets = (target for target in program.targets if not isinstance(target, SacnTarget))
        self.sends: tuple[Send, ...] = tuple(send for target in targets for send in target.panic)
        self.messages = frozenset((send.device, send.message) for send in self.sends)
        self.takes_light = program.panic_light != "hold"
        # Only a panic that takes light away needs to know how to bring it back.
        self._tracked = TrackedLight(program) if self.takes_light else None
        self.dark_lists: set[str] = set()
        """Lists whose next GO brings their light back."""
        self.until = 0.0
        """Until this instant the light of a panic fades, and another panic acts at once."""

    def light(self, now: float) -> Iterator[Outcome]:
        """What happens to light: nothing (it was frozen), out, or a look."""
        if not self.takes_light:
            return
        time = 0.0 if now < self.until else self._program.panic_time
        self.until = now + time
        self.dark_lists.update(cue_list.name for cue_list in self._program.lists)
        if self._program.panic_light == "out":
            yield LightOut(now, time)
        for fade in self._program.panic_look:
            yield Do(now, NO_RUN, "", replace(fade, time=time))

    def restores(
        self, list_name: str, cue: CompiledCue, passed: Callable[[], tuple[int, Iterable[CueId]]], arming: Said
    ) -> Fade | None:
        """The light that the first GO of a list after a panic brings back: all that the cues before this one track.

        `passed` says which those are: so many at the top of the list, and some inside groups that standby has entered.
        `arming` says which of them count now. In the time of the cue's own fade; a cue without one does it in the panic
        time. Its own light comes on top.
        """
        if self._tracked is None or list_name not in self.dark_lists:
            return None
        self.dark_lists.discard(list_name)
        return light_before(self._program, self._tracked, cue, passed(), arming)

    def brought_back(self, list_name: str) -> None:
        """The light of a list is back, or on its way: its next GO has nothing to bring back."""
        self.dark_lists.discard(list_name)

    def carry_over(self, before: "PanicPlan") -> None:
        """What an earlier state of the show left dark stays to be brought back."""
        self.until = before.until
        if self.takes_light:
            self.dark_lists = before.dark_lists & {cue_list.name for cue_list in self._program.lists}


def light_before(
    program: Program, tracked: TrackedLight, cue: CompiledCue, passed: tuple[int, Iterable[CueId]], arming: Said
) -> Fade | None:
    """What the cues before this one track, without what it moves at once itself; None if that is nothing.

    `passed`, `arming`: see `PanicPlan.restores`.
    """

    def armed(each: CompiledCue) -> bool:
        return arming.of(each.id)

    own = fades(program.cues, cue, armed)
    time = own[0][1].time if own else program.panic_time
    at_once = [fade for at, fade in own if at == cue.pre_wait]
    index, inside = passed
    return tracked.before(cue.list, index, time, at_once, inside, armed=armed, changed=arming.changed)
