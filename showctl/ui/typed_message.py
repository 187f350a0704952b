"""A message as an operator types it to test a device."""

import shlex

from pydantic import ValidationError

from showctl.model.message import Message, MidiMessage, OscArgument, OscMessage
from showctl.model.midi import MidiWords
from showctl.model.osc_argument import check_address, parse_argument, typed_argument
from showctl.model.unit import Quoted
from showctl.ui.tongue import tr

EXAMPLES = {"osc": "/ch/01/mix/on 1", "midi": "note 60"}
_TAGS = frozenset("ihfdsbTFNI")


def parse_message(text: str, protocol: str) -> Message:
    """`/ch/01/mix/fader 0.75 "text" f:1`; `note 60 velocity 100`, `program 5`, `90 3C 64`. Raises ValueError, with
    what to write."""
    return _osc(text) if protocol == "osc" else _midi(text)


def written(message: Message) -> str:
    """The text that `parse_message` reads so."""
    if isinstance(message, MidiMessage):
        return message.data.hex(" ").upper()
    arguments = [
        f'"{each.value}"' if each.tag == "s" else each.tag if each.value is None else f"{each.tag}:{each.value}"
        for each in message.args
    ]
    return " ".join((message.address, *arguments))


def _osc(text: str) -> OscMessage:
    lexer = shlex.shlex(text, posix=False, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters = True, ""
    try:
        address, *words = lexer
    except ValueError as error:
        said = tr("a quote is not closed; write it twice") if str(error).startswith("No closing") else ""
        raise ValueError(said or tr("write for example {example}").format(example=EXAMPLES["osc"])) from None
    return OscMessage(check_address(address), tuple(map(_argument, words)))


def _argument(word: str) -> OscArgument:
    tag, colon, value = word.partition(":")
    if colon and tag in _TAGS:
        return typed_argument(tag, value)
    if len(word) >= 2 and word[0] == word[-1] and word[0] in "\"'":
        return parse_argument(Quoted(word[1:-1]))
    return typed_argument(word, None) if word in {"T", "F", "N", "I"} else parse_argument(word)


def _midi(text: str) -> MidiMessage:
    words = text.replace(",", " ").split()
    if not words:
        raise ValueError(tr("write for example {example}, or bytes such as 90 3C 64").format(example=EXAMPLES["midi"]))
    try:
        return _complete(bytes.fromhex("".join(words))) if all(len(word) == 2 for word in words) else _words(words)
    except ValidationError as error:
        raise ValueError(str(error.errors()[0]["msg"]).removeprefix("Value error, ")) from None


def _words(words: list[str]) -> MidiMessage:
    if len(words) % 2:
        said = tr("'{word}' has no number after it; write for example {example}")
        raise ValueError(said.format(word=words[-1], example=f"{EXAMPLES['midi']} velocity 100"))
    fields = dict(zip(words[::2], words[1::2], strict=True))
    return MidiWords.model_validate(fields).messages(0)[0][1]


def _complete(data: bytes) -> MidiMessage:
    kind = data[0] & 0xF0
    length = 2 if kind in (0xC0, 0xD0) else 3
    whole = (
        (data[0] == 0xF0 and data[-1] == 0xF7 and len(data) > 2 and max(data[1:-1]) < 0x80)
        or (data[0] >= 0xF8 and len(data) == 1)
        or (0x80 <= kind < 0xF0 and len(data) == length and max(data[1:]) < 0x80)
    )  # fmt: skip
    if not whole:
        raise ValueError(tr("that is not one whole MIDI message; write for example 90 3C 64, or F0 7D 01 F7"))
    return MidiMessage(data)
