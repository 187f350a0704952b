"""MIDI cues: the kind of message, and what belongs to that kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from showctl.model.msc import COMMANDS, FORMATS
from showctl.ui.fields.choice import ChoiceKind, DeviceKind, FlagKind, one_of
from showctl.ui.fields.names import Names
from showctl.ui.fields.number import NoteKind, NumberKind
from showctl.ui.fields.text import BytesKind, MscNumberKind
from showctl.ui.fields.time import TimeKind
from showctl.ui.inspectors.row import Path, Row
from showctl.ui.tongue import marked

_SEVEN = NumberKind(0, 127)
_CHANNEL = NumberKind(1, 16)
KINDS: dict[str, tuple[str, dict[str, str]]] = {
    "note": (marked("Note"), {"note": "60"}),
    "control": (marked("Control change"), {"control": "7", "value": "0"}),
    "program": (marked("Program change"), {"program": "0"}),
    "msc": (marked("MIDI Show Control"), {"msc": "go"}),
    "sysex": (marked("System exclusive"), {"sysex": "F0 7D 00 F7"}),
}
"""By the key that says the kind: words, and what a message of that kind needs at the least."""
_OF_ALL = ("device", "chase")


@dataclass(frozen=True)
class KindOfMessage:
    """Another kind of message begins with what it needs; the device stays."""

    def read(self, cue: Mapping[str, Any]) -> str:
        return kind_of(cue)

    def write(self, cue: Mapping[str, Any], text: str) -> tuple[Path, Any]:
        midi = cue.get("midi")
        kept = {key: midi[key] for key in (*_OF_ALL, "channel") if isinstance(midi, dict) and key in midi}
        if text in ("msc", "sysex"):
            kept.pop("channel", None)
        return ("midi",), {**kept, **KINDS.get(text, KINDS["note"])[1]}


def kind_of(cue: Mapping[str, Any]) -> str:
    """Which kind of message it is; empty for none."""
    midi = cue.get("midi")
    return next((kind for kind in KINDS if isinstance(midi, dict) and kind in midi), "")


_HEAD = (
    Row(("midi", "device"), marked("Device"), DeviceKind(protocols=("midi",)), group=marked("To")),
    Row(
        ("midi",),
        marked("Message"),
        ChoiceKind(tuple((kind, words) for kind, (words, _) in KINDS.items())),
        group=marked("To"),
        help=marked("What kind of message it is; another one begins anew, the device stays"),
        plan=KindOfMessage(),
    ),
)
_CHANNEL_ROW = Row(("midi", "channel"), marked("Channel"), _CHANNEL, group=marked("Message"))
_BY_KIND = {
    "note": (
        _CHANNEL_ROW,
        Row(("midi", "note"), marked("Note"), NoteKind(), group=marked("Message"), required=True),
        Row(
            ("midi", "velocity"),
            marked("Velocity"),
            _SEVEN,
            group=marked("Message"),
            help=marked("0 to 127, how hard the key is struck"),
        ),
        Row(("midi", "duration"), marked("Duration"), TimeKind(), group=marked("Message")),
    ),
    "control": (
        _CHANNEL_ROW,
        Row(("midi", "control"), marked("Controller"), _SEVEN, group=marked("Message"), required=True),
        Row(("midi", "value"), marked("Value"), _SEVEN, group=marked("Message")),
    ),
    "program": (
        _CHANNEL_ROW,
        Row(("midi", "program"), marked("Program"), _SEVEN, group=marked("Message"), required=True),
    ),
    "sysex": (Row(("midi", "sysex"), marked("Bytes"), BytesKind(), group=marked("Message"), required=True),),
    "msc": (
        Row(("midi", "msc"), marked("Command"), one_of(*COMMANDS), group=marked("Message"), required=True),
        Row(("midi", "format"), marked("Who is meant"), one_of(*FORMATS), group=marked("Message")),
        Row(
            ("midi", "device id"), marked("Device id"), _SEVEN, group=marked("Message"), default=marked("the device's")
        ),
        Row(("midi", "cue"), marked("Cue there"), MscNumberKind(), group=marked("Message")),
        Row(("midi", "list"), marked("List there"), MscNumberKind(), group=marked("Message")),
        Row(("midi", "path"), marked("Path there"), MscNumberKind(), group=marked("Message")),
        Row(("midi", "macro"), marked("Macro"), _SEVEN, group=marked("Message")),
    ),
}
_TAIL = (
    Row(
        ("midi", "chase"),
        marked("Take"),
        FlagKind(yes=marked("Sends it again"), no=marked("Leaves it out")),
        group=marked("When the show is taken"),
    ),
)
ALL = (*_HEAD, *(row for rows in _BY_KIND.values() for row in rows), *_TAIL)


def rows(cue: Mapping[str, Any], names: Names) -> tuple[Row, ...]:
    """Those of its kind of message."""
    return (*_HEAD, *_BY_KIND.get(kind_of(cue), ()), *_TAIL)
