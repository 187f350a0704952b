"""MIDI cue: note, control change, program change, system exclusive or MIDI Show Control."""

from pydantic import Field

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect, Send
from showctl.model.midi import MidiWords
from showctl.model.selection import Name
from showctl.model.unit import Flag


class MidiAction(MidiWords):
    """One message to one device."""

    device: Name
    chase: Flag = Field(default=False, description="Whether a state chase replays it: yes for what sets a value")


class MidiCue(CueType):
    """Send one MIDI message; a note with a duration is two."""

    midi: MidiAction

    @property
    def duration(self) -> float:
        return self.midi.duration if self.midi.note is not None else 0.0

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        rig.device(self.midi.device, "midi", ("midi", "device"))
        messages = self.midi.messages(rig.device_id(self.midi.device))
        return tuple(Send(at, self.midi.device, message, chase=self.midi.chase) for at, message in messages)

    def stop_effects(self, rig: Rig) -> tuple[Send, ...]:
        if self.midi.note is None or not self.midi.duration:
            return ()
        return (Send(0.0, self.midi.device, self.midi.note_off),)
