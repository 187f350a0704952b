"""Free text: in one line, in several, and what is none: a cue's number, an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from showctl.model.hotkey import canonical
from showctl.session.written import written
from showctl.ui.fields.kind import Kind, Widget
from showctl.ui.fields.names import Names
from showctl.ui.tongue import tr


@dataclass(frozen=True)
class TextKind(Kind):
    """Words for people. `span`: how wide the field is."""

    free: ClassVar[bool] = True
    span: ClassVar[int] = 3


@dataclass(frozen=True)
class NotesKind(Kind):
    """Words for people, in as many lines as they need."""

    widget: ClassVar[Widget] = "notes"
    free: ClassVar[bool] = True
    span: ClassVar[int] = 6

    def written(self, text: str) -> str:
        return written(text.rstrip())


@dataclass(frozen=True)
class WordKind(Kind):
    """A short name: a number of a cue, an id."""

    span: ClassVar[int] = 1


@dataclass(frozen=True)
class MscNumberKind(Kind):
    """A number of MIDI Show Control: digits and points, which stay as they are typed."""

    free: ClassVar[bool] = True
    span: ClassVar[int] = 1


@dataclass(frozen=True)
class AddressKind(Kind):
    """Where an OSC message goes in a device."""

    span: ClassVar[int] = 3


@dataclass(frozen=True)
class BytesKind(Kind):
    """Bytes in hexadecimal."""

    span: ClassVar[int] = 6


@dataclass(frozen=True)
class HotkeyKind(Kind):
    """A key that starts the cue."""

    widget: ClassVar[Widget] = "hotkey"
    span: ClassVar[int] = 2

    def offers(self, names: object) -> Sequence[str]:
        return tuple(f"F{n}" for n in range(1, 13))

    def default(self, value: Any) -> str:
        return tr("none")

    def said(self, text: str, names: Names) -> str:
        """Which cue has it already, by the show as it is."""
        try:
            return names.hotkeys.get(canonical(text), "")
        except ValueError:
            return ""
