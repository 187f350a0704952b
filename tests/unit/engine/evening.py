"""An evening on a stage that is amended while it plays, without a thread or a clock."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import structs

from showctl.engine.amend import Amend
from showctl.engine.command import AnyCommand
from showctl.engine.event import AnyEvent, Sent, Warned
from showctl.engine.frame_rates import FrameRates
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.stage import Stage
from showctl.model.message import MidiMessage
from showctl.outputs.recording import Recording
from showctl.program.amendment import amendment
from showctl.program.program import Program, SacnTarget

NOBODY: Mapping[str, str] = MappingProxyType({})


class Evening:
    """A stage whose outputs note what they are given, and since which state of the show they are open."""

    def __init__(self, first: Program) -> None:
        self.events: list[AnyEvent] = []
        self.sent: list[tuple[str, float, bytes]] = []
        self._outputs: dict[str, Recording] = {}
        self._open(first, None)
        playback = Playback(first, Player(first), mixer_for(first), self._outputs, self.events.append)
        self.stage = Stage(playback, FrameRates(len(first.universes), ()), self._outputs, ())

    def _open(self, of: Program, before: Program | None) -> None:
        """As the host does: what goes where it went stays open."""

        def note(sent: Sent) -> None:
            data = sent.message.data if isinstance(sent.message, MidiMessage) else str(sent.message).encode()
            self.sent.append((of.digest, sent.due, data))

        was = {target.device: target for target in before.targets} if before is not None else {}
        outputs = {}
        for target in of.targets:
            if isinstance(target, SacnTarget):
                continue
            old = was.get(target.device)
            same = old is not None and not isinstance(old, SacnTarget)
            same = same and structs.replace(old, panic=()) == structs.replace(target, panic=())  # type: ignore[type-var]
            outputs[target.device] = self._outputs[target.device] if same else Recording(target, note)
        self._outputs = outputs

    def play(self, command: AnyCommand, now: float) -> None:
        self.stage.playback.handle(command, now)
        self.stage.playback.advance(now)

    def hand_over(self, after: Program, now: float, renamed: Mapping[str, str] = NOBODY) -> None:
        """As it comes over the link: what is the same, is the same object."""
        before = self.stage.playback.program
        found = amendment(before, after, renamed)
        after = found.carried_out(before)
        self._open(after, before)
        amend = Amend(after, found.renamed, self.stage, self._outputs, (), None)
        self.stage.playback.advance(now)
        amend.swap(self.stage, now)
        assert amend.carried_out
        self.stage.playback.advance(now)

    def since(self, digest: str) -> list[tuple[float, bytes]]:
        return [(due, data) for of, due, data in self.sent if of == digest]

    def said(self) -> list[str]:
        return [event.text for event in self.events if isinstance(event, Warned)]
