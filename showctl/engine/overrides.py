"""Overrides: what cues send by one kind of output is kept back, while they run and keep their time."""

from collections.abc import Iterator, Mapping
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from showctl.engine.command import Kind, Override, Rehearsal, SwitchCommand
from showctl.engine.event import TEST, AnyEvent, CommandTaken, Sent, Warned
from showctl.engine.held_look import HeldLook
from showctl.engine.mixer import Mixer
from showctl.engine.outcome import NO_RUN, Do
from showctl.engine.snapshot import Overridden
from showctl.model.address import Endpoint
from showctl.model.effect import Send
from showctl.model.message import MidiMessage
from showctl.program.program import MidiTarget, OscTarget, Program, SacnTarget, Target

KINDS: tuple[Kind, ...] = get_args(Kind)
KIND_WORDS: Mapping[Kind, str] = {"sacn": "light", "osc": "OSC", "midi": "MIDI"}
_REHEARSAL = "#rehearsal"
STORED = (*(f"#override {kind}" for kind in KINDS), _REHEARSAL)
"""Stand beside the names of masters where they are stored; no name has such a character."""
_NOTE_OFF, _NOTE_ON = 0x80, 0x90


class Overrides:
    """What is kept back, and whether all is a rehearsal. Belongs to the dispatcher's thread; instants are seconds.

    Kept back is what cues send. A panic, and what a person sends to test a device, leave; so does the end of a note
    that sounds.
    """

    def __init__(self, program: Program) -> None:
        self.rehearsal = False
        self.held: HeldLook | None = None
        """What receivers of light get while that is overridden."""
        self.unsaved = False
        """Whether anything was switched since this was last put to False, by who stores it."""
        self.messages = False
        """Whether any kind of messages is overridden, or notes are to be listened to: else nobody needs to ask."""
        self._since: dict[Kind, float] = {}
        self._unsent: dict[Kind, int] = {}
        self._sounding: set[tuple[str, int, int]] = set()
        """Notes whose note-on was sent, and whose note-off was not: device, channel, note."""
        self._to: dict[str, tuple[Kind, str]] = {}
        self.know(program)

    def know(self, program: Program) -> None:
        """The devices of the next state of the show."""
        self._to = {target.device: _place(target) for target in program.targets}
        if self.held is not None:
            self.held = self.held.amended(program.universes)
        self._universes = program.universes
        self._listen()

    def carry_out(self, command: SwitchCommand, mixer: Mixer, now: float) -> Iterator[AnyEvent]:
        """Switch it; what is to be said of it. Twice on is on: since it first was."""
        on, source = command.on, command.source
        word = "on" if on else "off"
        if isinstance(command, Rehearsal):
            if self.rehearsal != on:
                self.rehearsal, self.unsaved = on, True
                yield CommandTaken(due=now, name=f"rehearsal {word}", source=source)
            return
        kind, said = command.kind, KIND_WORDS[command.kind]
        if on and kind not in self._since:
            if all(each != kind for each, _ in self._to.values()):
                yield Warned(due=now, text=f"the show has no {said} device; nothing was overridden")
                return
            self._since[kind], self._unsent[kind] = now, 0
            if kind == "sacn":
                self.held = HeldLook(self._universes, mixer.slots.copy(), mixer.touched.copy())
            yield CommandTaken(due=now, name="override on", source=source, what=said)
        elif not on and kind in self._since:
            del self._since[kind]
            if kind == "sacn":
                self.held = None
            yield CommandTaken(due=now, name="override off", source=source, what=f"{said}{self._words(kind)}")
        else:
            return
        self.unsaved = True
        self._listen()

    def keeps_back(self, do: Do, send: Send) -> Sent | None:
        """What is to be told of a message that is kept back; None: it is to be sent. Ask of every message, in order."""
        place, note = self._to.get(send.device), _note(send)
        if place is None:
            return None
        kind, to = place
        if kind not in self._since or (do.run == NO_RUN and do.cue in ("", TEST)):
            if note is not None:
                on, key = note
                (self._sounding.add if on else self._sounding.discard)(key)
            return None
        if note is not None and not note[0] and note[1] in self._sounding:
            self._sounding.discard(note[1])
            return None
        self._unsent[kind] += 1
        why = f"{KIND_WORDS[kind]} is overridden"
        return Sent(due=do.due, cue=do.cue, device=send.device, to=to, message=send.message, error=why)

    def seen(self) -> tuple[Overridden, ...]:
        """As clients see it."""
        return tuple(Overridden(kind, self._since[kind], self._unsent[kind]) for kind in KINDS if kind in self._since)

    def stored(self) -> dict[str, float]:
        """For those that come after: since when what is overridden, 0 for what is not."""
        since = {f"#override {kind}": self._since.get(kind, 0.0) for kind in KINDS}
        return {**since, _REHEARSAL: float(self.rehearsal)}

    def panic(self, mixer: Mixer, now: float) -> Iterator[AnyEvent]:
        """Light is to go where the panic says, from what receivers show: it is overridden no more."""
        if (held := self.held) is not None:
            mixer.restore(held.levels, held.touched)
            mixer.submasters.take_up(mixer, now)
            yield from self.carry_out(Override(kind="sacn", on=False, source="panic"), mixer, now)

    def restore(self, stored: Mapping[str, float], levels: NDArray[np.uint8], touched: NDArray[np.bool_]) -> None:
        """As it was when others stored it, with the slots (U × 512) that went out and which universes (U,) did."""
        for kind in KINDS:
            if since := stored.get(f"#override {kind}", 0.0):
                self._since[kind], self._unsent[kind] = since, 0
                if kind == "sacn":
                    self.held = HeldLook(self._universes, levels.copy(), touched.copy())
        self.rehearsal = stored.get(_REHEARSAL, 0.0) > 0.0
        self._listen()

    def _listen(self) -> None:
        plays_notes = any(kind == "midi" for kind, _ in self._to.values())
        self.messages = plays_notes or bool(self._since.keys() - {"sacn"})

    def _words(self, kind: Kind) -> str:
        count = self._unsent.pop(kind)
        if kind == "sacn":
            return ""
        return f", {count} {'message' if count == 1 else 'messages'} not sent"


def _place(target: Target) -> tuple[Kind, str]:
    match target:
        case SacnTarget():
            return "sacn", ""
        case OscTarget():
            return "osc", str(Endpoint(*target.to))
        case MidiTarget():
            return "midi", target.port


def _note(send: Send) -> tuple[bool, tuple[str, int, int]] | None:
    """Whether a note begins or ends, and which; None for all else."""
    message = send.message
    if not isinstance(message, MidiMessage) or len(message.data) != 3:
        return None
    status, note, velocity = message.data
    if status & 0xF0 not in (_NOTE_ON, _NOTE_OFF):
        return None
    return status & 0xF0 == _NOTE_ON and velocity > 0, (send.device, status & 0x0F, note)
