"""One MIDI message as people write it: note, control change, program change, system exclusive or MIDI Show Control."""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from showctl.model.frozen import Frozen
from showctl.model.message import MidiMessage
from showctl.model.msc import COMMANDS, FORMATS, msc_message
from showctl.model.unit import Seconds, Text, Whole

_KINDS = {
    "note": {"channel", "velocity", "duration"},
    "control": {"channel", "value"},
    "program": {"channel"},
    "sysex": set[str](),
    "msc": {"format", "device_id", "cue", "list", "path", "macro"},
}
"""What each kind of message may say besides."""
_NAMES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def parse_note(value: Any) -> int:
    """A note 0..127 as number, or as name with octave (`C4` is 60, `F#3` 54, `Bb2` 46)."""
    text = str(value).strip()
    if match := re.fullmatch(r"([A-Ga-g])([#b]?)(-?[0-9])", text):
        letter, sign, octave = match.groups()
        number = _NAMES[letter.upper()] + {"#": 1, "b": -1, "": 0}[sign] + 12 * (int(octave) + 1)
    elif re.fullmatch(r"[0-9]{1,3}", text):
        number = int(text)
    else:
        raise ValueError(f"'{text}' is not a note; write for example 60 or C4")
    if not 0 <= number <= 127:
        raise ValueError(f"note {text} does not exist in MIDI; write 0 to 127, or C-1 to G9")
    return number


def _sysex(text: str) -> str:
    try:
        data = bytes.fromhex(text.replace(",", " "))
    except ValueError:
        raise ValueError(f"'{text}' is not hexadecimal; write for example F0 7D 01 F7") from None
    if len(data) < 3 or data[0] != 0xF0 or data[-1] != 0xF7 or max(data[1:-1]) > 0x7F:
        raise ValueError(
            "a system exclusive starts with F0, ends with F7 and has only 00 to 7F between; write it whole"
        )
    return data.hex(" ").upper()


Note = Annotated[int, BeforeValidator(parse_note), WithJsonSchema({"type": ["string", "number"], "examples": ["C4"]})]
SevenBit = Annotated[Whole, Field(ge=0, le=127)]


class MidiWords(Frozen):
    """One message, of the kind whose key is written: note, control, program, sysex or msc."""

    channel: Whole = Field(default=1, ge=1, le=16, description="1 to 16, as people count")
    note: Note | None = Field(default=None, description="Note on")
    velocity: SevenBit = 100
    duration: Seconds = Field(default=0.0, description="With note: the note-off comes after this; 0 leaves it on")
    control: SevenBit | None = Field(default=None, description="Control change, the controller's number")
    value: SevenBit = Field(default=0, description="With control: its value")
    program: SevenBit | None = Field(default=None, description="Program change, 0 to 127 as on the wire")
    sysex: Annotated[Text, AfterValidator(_sysex)] | None = Field(default=None, description="F0 … F7 in hexadecimal")
    msc: Literal[tuple(COMMANDS)] | None = Field(default=None, description="MIDI Show Control command")  # type: ignore[valid-type]
    format: Literal[tuple(FORMATS)] = Field(default="lighting", description="With msc: who is addressed")  # type: ignore[valid-type]
    device_id: Whole | None = Field(default=None, alias="device id", ge=0, le=127, description="With msc; 127 is all")
    cue: Text = Field(default="", description="With msc: cue number there")
    list: Text = Field(default="", description="With msc: cue list there")
    path: Text = Field(default="", description="With msc: cue path there")
    macro: SevenBit | None = Field(default=None, description="With msc fire: macro number")

    @model_validator(mode="after")
    def _one_kind(self) -> "MidiWords":
        written = [kind for kind in _KINDS if getattr(self, kind) is not None]
        if len(written) != 1:
            found = "none" if not written else " and ".join(written)
            raise ValueError(f"{found} of note, control, program, sysex and msc is written; write exactly one")
        all_details = set[str]().union(*_KINDS.values())
        if strange := sorted(self.model_fields_set & all_details - _KINDS[written[0]]):
            raise ValueError(f"{written[0]} has no {strange[0].replace('_', ' ')}; remove it")
        if self.msc is not None:
            self._msc(0)
        return self

    def _msc(self, device_id: int) -> bytes:
        own = self.device_id if self.device_id is not None else device_id
        return msc_message(own, self.format, self.msc or "", self.cue, self.list, self.path, self.macro)

    def messages(self, device_id: int) -> tuple[tuple[float, MidiMessage], ...]:
        """The messages with their offsets from the action. `device_id`: the device's own, for MIDI Show Control."""
        channel = self.channel - 1
        if self.note is not None:
            on = (0.0, MidiMessage(bytes((0x90 | channel, self.note, self.velocity))))
            return (on, (self.duration, self.note_off)) if self.duration else (on,)
        if self.control is not None:
            return ((0.0, MidiMessage(bytes((0xB0 | channel, self.control, self.value)))),)
        if self.program is not None:
            return ((0.0, MidiMessage(bytes((0xC0 | channel, self.program)))),)
        if self.sysex is not None:
            return ((0.0, MidiMessage(bytes.fromhex(self.sysex))),)
        return ((0.0, MidiMessage(self._msc(device_id))),)

    @property
    def note_off(self) -> MidiMessage:
        """The note-off that belongs to the note."""
        return MidiMessage(bytes((0x80 | self.channel - 1, self.note or 0, 0)))
