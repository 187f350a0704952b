"""The past of a loaded cue: while it is brought to where it begins, nothing of what happens is told."""

import math
from collections.abc import Callable, Container
from typing import ParamSpec

from showctl.engine.outcome import Begun, Do, Outcome
from showctl.model.effect import Fade, MasterFade, Send
from showctl.model.message import MidiMessage

_NOTE_OFF, _NOTE_ON = 0x80, 0x90
_Arguments = ParamSpec("_Arguments")


class Past:
    """Stands between the active cues and those who hear of them."""

    def __init__(self) -> None:
        self.until = -math.inf
        """Before this instant nothing is sent; minus infinity while nobody is brought anywhere."""
        self._begun: list[Begun] = []
        self._unsounded: set[tuple[int, str, int, int]] = set()
        """Notes whose note-on was not sent: run, device, channel, note."""

    def enter(self, until: float) -> None:
        """From now on nothing is told."""
        self.until = until

    def leave(self, active: Container[int]) -> list[Begun]:
        """From now on all is told again; the fades that have begun meanwhile, in their order. `active`: runs."""
        begun, self._begun, self.until = self._begun, [], -math.inf
        self._unsounded = {note for note in self._unsounded if note[0] in active}
        return begun

    def hearing(
        self, tell: Callable[[Outcome], None], note: Callable[[Send], None] = lambda _: None
    ) -> Callable[[Outcome], None]:
        """`tell`, for what is not past; `note` takes what is sent, before."""

        def told(outcome: Outcome) -> None:
            if isinstance(outcome, Do) and isinstance(outcome.effect, Send):
                if self._is_sent(outcome.run, outcome.effect):
                    note(outcome.effect)
                    tell(outcome)
            elif self.until == -math.inf:
                tell(outcome)
            elif isinstance(outcome, Do) and isinstance(outcome.effect, Fade | MasterFade):
                self._begun.append(Begun(outcome.due, outcome.run, outcome.cue, outcome.effect))

        return told

    def silencing(self, say: Callable[_Arguments, None]) -> Callable[_Arguments, None]:
        """`say`, for what is not past."""

        def said(*args: _Arguments.args, **named: _Arguments.kwargs) -> None:
            if self.until == -math.inf:
                say(*args, **named)

        return said

    def _is_sent(self, run: int, send: Send) -> bool:
        """Whether a message leaves: it is not past, and no note-off of a note that never sounded."""
        past = self.until != -math.inf
        message = send.message
        if (past or self._unsounded) and isinstance(message, MidiMessage) and len(message.data) == 3:
            status, note, velocity = message.data
            key = (run, send.device, status & 0x0F, note)
            if status & 0xF0 == _NOTE_ON and velocity:
                (self._unsounded.add if past else self._unsounded.discard)(key)
            elif status & 0xF0 in {_NOTE_ON, _NOTE_OFF} and key in self._unsounded:
                self._unsounded.discard(key)
                return False
        return not past
