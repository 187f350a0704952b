"""What people do with single cues while they play: skip a wait, send now, test a device, scrub."""

from collections.abc import Callable

from showctl.engine.active_cues import ActiveCues
from showctl.engine.command import AnyCommand, SendNow, SingleCommand, SkipWait
from showctl.engine.event import TEST, CommandTaken, Warned
from showctl.engine.outcome import NO_RUN, Do
from showctl.engine.restore import Restores
from showctl.engine.run import Run
from showctl.engine.scrub import scrub
from showctl.engine.send_now import now_of
from showctl.engine.skip_wait import skip_wait
from showctl.engine.standby import Orders
from showctl.model.cue import CueId
from showctl.model.effect import Send
from showctl.model.message import Message, MidiMessage
from showctl.program.program import Program


class Singles:
    """`taken` tells of a command and the cue that it concerned."""

    def __init__(
        self,
        active: ActiveCues,
        orders: Orders,
        restores: Restores,
        taken: Callable[[AnyCommand, float, CueId | None], None],
    ) -> None:
        self._active, self._orders, self._restores, self._taken = active, orders, restores, taken

    def carry_out(self, command: SingleCommand, program: Program, now: float) -> None:
        """Do it, or warn why not."""
        if isinstance(command, SkipWait):
            self._skip(command, now)
        elif not isinstance(command, SendNow):
            run = self._active.runs.get(command.run)
            if refusal := scrub(self._active, self._restores, run, command.at, now):
                self._warn(now, refusal)
            elif run is not None:
                self._taken(command, now, run.cue.id)
        elif command.cue is not None:
            self._send(command, command.cue, program, now)
        elif command.message is not None:
            self._test(command, command.message, program, now)

    def _skip(self, command: SkipWait, now: float) -> None:
        runs: list[Run] = []
        if command.run is not None:
            runs = [run] if (run := self._active.runs.get(command.run)) is not None else []
        elif command.cue is not None:
            runs = [run for run in self._active.runs.values() if run.cue.id == command.cue]
        skipped = [run for run in runs if skip_wait(self._active, run, now)]
        for cue in dict.fromkeys(run.cue.id for run in skipped):
            self._taken(command, now, cue)
        if not skipped:
            what = f"cue {runs[0].cue.id}" if runs else f"cue {command.cue}" if command.cue else "that cue"
            self._warn(now, f"{what} is in no wait; nothing was skipped")

    def _send(self, command: SendNow, cue_id: CueId, program: Program, now: float) -> None:
        cue = program.cues.get(cue_id)
        if cue is None:
            self._warn(now, f"there is no cue {cue_id}; nothing was sent")
            return
        if cue.broken:
            self._warn(now, f"cue {cue_id} is broken, and nothing was sent: {cue.broken}")
            return
        effects = [*now_of(cue)]
        if not effects:
            inside = "; send the cues inside it one by one" if cue.children else ""
            self._warn(now, f"cue {cue_id} sends nothing and moves no light itself{inside}")
            return
        self._taken(command, now, cue_id)
        for effect in effects:
            if isinstance(effect, Send):
                self._active.send((effect,), now, cue=cue_id)
            else:
                self._active.tell(Do(now, NO_RUN, cue_id, effect))

    def _test(self, command: SendNow, message: Message, program: Program, now: float) -> None:
        if all(target.device != command.device for target in program.targets):
            self._warn(now, f"there is no device {command.device}; nothing was sent")
            return
        what = message.data.hex(" ").upper() if isinstance(message, MidiMessage) else message.address
        said = CommandTaken(due=now, name="send now", source=command.source, what=f"{what} to {command.device}")
        self._active.tell(said)
        self._active.tell(Do(now, NO_RUN, TEST, Send(0.0, command.device, message)))

    def _warn(self, now: float, text: str) -> None:
        self._active.tell(Warned(due=now, text=text))
