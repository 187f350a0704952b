"""A message in words, as a person reads it in a log or before it is sent."""

from showctl.model.message import Message, MidiMessage, OscArgument

_LONGEST = 200
"""Characters of one argument, and of a system exclusive."""
_VOICE = {
    0x80: "note off {a}",
    0x90: "note on {a}, velocity {b}",
    0xA0: "key pressure {a}, {b}",
    0xB0: "control {a} at {b}",
    0xC0: "program {a}",
    0xD0: "pressure {a}",
    0xE0: "pitch bend {bend}",
}


def text_of(message: Message) -> str:
    """`/ch/01/mix/fader 0.75`; `note on 60, velocity 100, channel 1 (90 3C 64)`."""
    if isinstance(message, MidiMessage):
        return _midi(message.data)
    return " ".join((_plain(message.address), *map(_argument, message.args)))


def _argument(argument: OscArgument) -> str:
    match argument.value:
        case str(text):
            return f'"{_cut(_plain(text))}"'
        case bytes(blob):
            return _cut(blob.hex(" "))
        case bool() | None:
            return {"T": "true", "F": "false", "N": "nil", "I": "impulse"}.get(argument.tag, argument.tag)
        case float(number):
            return f"{number:.7g}"
        case other:
            return _cut(str(other))


def _midi(data: bytes) -> str:
    raw = _cut(data.hex(" ").upper())
    words = _VOICE.get(data[0] & 0xF0) if data else None
    if words is None or len(data) != (2 if data[0] & 0xF0 in (0xC0, 0xD0) else 3):
        return raw
    a, b = data[1], data[-1]
    return f"{words.format(a=a, b=b, bend=a + 128 * b - 8192)}, channel {(data[0] & 0x0F) + 1} ({raw})"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _plain(text: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in text)
