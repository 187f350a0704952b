"""Messages in a device profile, with {placeholders} where a command's arguments go."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict, Field, ValidationError, model_validator

from showctl.model.frozen import Frozen
from showctl.model.message import PASSCODE, Message, OscMessage
from showctl.model.midi import MidiWords
from showctl.model.osc_argument import check_address, typed_argument
from showctl.model.profile_argument import Secret, WireValue, written
from showctl.model.unit import Seconds, Text

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_WORD = re.compile(r'"([^"]*)"|((?:\{[^{}]*\}|[^\s"])+)')
WITHOUT_VALUE = "TFNI"
"""OSC type tags that have no bytes."""
_MIDI_KEYS = {field.alias or name for name, field in MidiWords.model_fields.items()}


class BadArgument(ValueError):
    """An argument that cannot stand where the message has it."""

    def __init__(self, argument: str, text: str) -> None:
        super().__init__(text)
        self.argument = argument


class MessageTemplate(Frozen):
    """One message: `/ch/{channel}/mix/fader ,f {level}` for OSC, `{msc: go, cue: "{cue}"}` for MIDI.

    The OSC notation is that of OSC tools: address, a comma with the type tags, and the values. Texts with blanks stand
    in double quotes.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    after: Seconds = Field(default=0.0, description="From the action, not from the message before")
    osc: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_osc(cls, data: Any) -> Any:
        return {"osc": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _one_kind(self) -> "MessageTemplate":
        if self.osc is not None:
            if self.midi:
                raise ValueError(f"a message is OSC or MIDI; remove osc, or {' and '.join(self.midi)}")
            self._osc_words()
        for key in self.midi:
            if key not in _MIDI_KEYS:
                raise ValueError(f"'{key}' is not part of a MIDI message; write {', '.join(sorted(_MIDI_KEYS))}")
        return self

    @property
    def midi(self) -> dict[str, str]:
        """The words of a MIDI message, as in a midi cue."""
        return self.__pydantic_extra__

    @property
    def protocol(self) -> str:
        """`osc` or `midi`."""
        return "osc" if self.osc is not None else "midi"

    @property
    def placeholders(self) -> set[str]:
        """The arguments that it wants."""
        texts = [self.osc] if self.osc is not None else self.midi.values()
        return {name for text in texts for name in _PLACEHOLDER.findall(text)}

    @property
    def indispensable(self) -> set[str]:
        """The arguments without which there is no message: those in the address, and all values but the last."""
        if self.osc is None:
            return set()
        address, _, values = self._osc_words()
        return {name for text in [address, *values[:-1]] for name in _PLACEHOLDER.findall(text)}

    def messages(self, values: Mapping[str, WireValue], device_id: int) -> tuple[tuple[float, Message], ...]:
        """The messages (a MIDI note with a duration is two) with their offsets from the action.

        Raises ValueError for values that such a message cannot have.
        """
        if self.osc is not None:
            return ((self.after, self._osc_message(values)),)
        filled = {key: text for key, template in self.midi.items() if (text := _filled(template, values, True))}
        try:
            words = MidiWords.model_validate(filled)
        except ValidationError as error:
            first = error.errors()[0]
            where = " ".join(map(str, first["loc"]))
            raise ValueError(f"{where}: {first['msg'].removeprefix('Value error, ')}".removeprefix(": ")) from None
        return tuple((self.after + at, message) for at, message in words.messages(device_id))

    def _osc_words(self) -> tuple[str, str, list[str]]:
        """Address, type tags, and one template for each tag that has a value."""
        address, _, rest = (self.osc or "").strip().partition(" ")
        words = [quoted or plain for quoted, plain in _WORD.findall(rest)]
        tags = words.pop(0) if words else ","
        if not address.startswith("/") or not tags.startswith(","):
            raise ValueError(
                f"'{self.osc}' is not an OSC message; write for example /ch/{{channel}}/mix/fader ,f {{level}}"
            )
        if unknown := tags[1:].strip("ihfdsb" + WITHOUT_VALUE):
            raise ValueError(f"'{unknown[0]}' is no OSC type; write one of i h f d s b T F N I")
        wanted = sum(tag not in WITHOUT_VALUE for tag in tags[1:])
        if wanted != len(words):
            raise ValueError(
                f"the type tags '{tags}' want {wanted} values and {len(words)} are written; write one for each"
            )
        return address, tags[1:], words

    def _osc_message(self, values: Mapping[str, WireValue]) -> OscMessage:
        address, tags, words = self._osc_words()
        for name in _PLACEHOLDER.findall(address):
            if not re.fullmatch(r"[^\s/#*,?\[\]{}]+", part := _written(values[name], False)) or not part.isprintable():
                raise BadArgument(
                    name, f"'{part}' cannot be part of an OSC address; write no blank and none of / # * , ?"
                )
        where = check_address(_filled(address, values, False) or "")
        arguments = []
        rest = iter(words)
        for tag in tags:
            word = "" if tag in WITHOUT_VALUE else next(rest)
            if tag == "s" and word[:1] == "{" and isinstance(values.get(word[1:-1]), Secret):
                arguments.append(PASSCODE)
                continue
            text = _filled(word, values, tag in "ih")
            if text is not None:
                arguments.append(typed_argument(tag, text))
        return OscMessage(where, tuple(arguments))


def _filled(template: str, values: Mapping[str, WireValue], whole: bool) -> str | None:
    """The text with all placeholders replaced, or None if a value is missing. `whole` rounds numbers."""
    if any(name not in values for name in _PLACEHOLDER.findall(template)):
        return None
    return _PLACEHOLDER.sub(lambda match: _written(values[match[1]], whole), template)


def _written(value: WireValue, whole: bool) -> str:
    if isinstance(value, Secret):
        raise ValueError("a secret text stands alone and is of type s; write for example /connect ,s {passcode}")
    if isinstance(value, float):
        return str(round(value)) if whole else written(value)
    return str(value)
