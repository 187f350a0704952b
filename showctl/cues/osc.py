"""OSC cue: send one OSC message with typed arguments."""

import math
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, InstanceOf, PlainSerializer, WithJsonSchema

from showctl.cues.cue_type import CueType
from showctl.cues.rig import Rig
from showctl.model.effect import Effect, Send
from showctl.model.frozen import Frozen
from showctl.model.message import OscArgument, OscMessage, OscValue
from showctl.model.selection import Name
from showctl.model.unit import Quoted, Text, parse_whole

_EXAMPLE = 'write for example 12, 0.5, "text", {i: 12} or {f: 1}'
_FLOAT32_MOST = 3.4028234663852886e38
"""Largest finite IEEE 754 binary32 number."""


def parse_argument(value: Any) -> OscArgument:
    """`12` is an int32, `0.5` a float32, `true` and `false` themselves, anything else text.

    Quoted text is always text; `{i: 12}` names the type tag: i h f d s b T F N I.
    """
    if isinstance(value, OscArgument):
        return value
    if isinstance(value, dict):
        if len(value) != 1:
            raise ValueError(f"an argument names one type; {_EXAMPLE}")
        (tag, written), *_ = value.items()
        return _tagged(str(tag), written)
    if isinstance(value, list) or value is None:
        raise ValueError(f"an argument is one value; {_EXAMPLE}")
    text = str(value)
    if not isinstance(value, Quoted):
        if re.fullmatch(r"[+-]?[0-9]+", text):
            return _tagged("i" if -(2**31) <= int(text) < 2**31 else "h", text)
        if re.fullmatch(r"[+-]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][+-]?[0-9]+)?", text):
            return _tagged("f", text)
        if text in {"true", "false", "True", "False"}:
            return OscArgument("T" if text in {"true", "True"} else "F")
    return _tagged("s", text)


def _tagged(tag: str, written: Any) -> OscArgument:
    if tag in {"T", "F", "N", "I"}:
        return OscArgument(tag)
    parse = {"i": _integer(32), "h": _integer(64), "f": _float, "d": _double, "s": _string, "b": _blob}.get(tag)
    if parse is None:
        raise ValueError(f"'{tag}' is no OSC type; write one of i h f d s b T F N I")
    return OscArgument(tag, parse(written))


def _integer(bits: int) -> Any:
    def parse(written: Any) -> OscValue:
        number = parse_whole(written)
        if not -(2 ** (bits - 1)) <= number < 2 ** (bits - 1):
            raise ValueError(f"{number} does not fit into {bits} bits; write a smaller number")
        return number

    return parse


def _double(written: Any) -> float:
    try:
        number = float(str(written))
    except ValueError:
        raise ValueError(f"'{written}' is not a number; write for example 0.5") from None
    if not math.isfinite(number):
        raise ValueError(f"'{written}' is not a finite number; write for example 0.5")
    return number


def _float(written: Any) -> float:
    number = _double(written)
    if abs(number) > _FLOAT32_MOST:
        raise ValueError(f"{number:g} does not fit into 32 bits; write {{d: {number:g}}}")
    return number


def _string(written: Any) -> str:
    text = str(written) if written is not None else ""
    if "\0" in text:
        raise ValueError("text with a NUL would arrive cut short; leave the NUL out")
    return text


def _blob(written: Any) -> bytes:
    try:
        return bytes.fromhex(str(written))
    except ValueError:
        raise ValueError(f"'{written}' is not hexadecimal; write bytes such as 01 ff") from None


def write_argument(argument: OscArgument) -> dict[str, OscValue]:
    """The explicit form, `{i: 12}`."""
    value = argument.value.hex(" ") if isinstance(argument.value, bytes) else argument.value
    return {argument.tag: value}


def _address(text: str) -> str:
    if not text.startswith("/") or not text.isprintable() or re.search(r"[\s#*,?\[\]{}]", text):
        raise ValueError(f"'{text}' is not an OSC address; write for example /cue/12/start")
    return text


Address = Annotated[Text, AfterValidator(_address)]
Argument = Annotated[
    InstanceOf[OscArgument],
    BeforeValidator(parse_argument),
    PlainSerializer(write_argument),
    WithJsonSchema({"type": ["string", "number", "boolean", "object"], "description": "An OSC argument"}),
]


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


class OscAction(Frozen):
    """One message to one device."""

    device: Name
    address: Address
    args: Annotated[tuple[Argument, ...], BeforeValidator(_one_or_many)] = ()

    @property
    def message(self) -> OscMessage:
        return OscMessage(self.address, self.args)


class OscCue(CueType):
    """Send one OSC message."""

    osc: OscAction

    @property
    def duration(self) -> float:
        return 0.0

    def effects(self, rig: Rig) -> tuple[Effect, ...]:
        rig.device(self.osc.device, "osc", ("osc", "device"))
        return (Send(0.0, self.osc.device, self.osc.message),)
