"""OSC arguments as people write them: `12`, `0.5`, `"text"`, `{i: 12}`."""

import math
import re
from typing import Any

from showctl.model.message import OscArgument, OscValue
from showctl.model.unit import Quoted, parse_whole

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
        return typed_argument(str(tag), written)
    if isinstance(value, list) or value is None:
        raise ValueError(f"an argument is one value; {_EXAMPLE}")
    text = str(value)
    if not isinstance(value, Quoted):
        if re.fullmatch(r"[+-]?[0-9]{20,}", text):
            raise ValueError(f"{text} does not fit into 64 bits; put it in quotes to send it as text")
        if re.fullmatch(r"[+-]?[0-9]+", text):
            return typed_argument("i" if -(2**31) <= int(text) < 2**31 else "h", text)
        if re.fullmatch(r"[+-]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][+-]?[0-9]+)?", text):
            return typed_argument("f", text)
        if text in {"true", "false", "True", "False"}:
            return OscArgument("T" if text in {"true", "True"} else "F")
    return typed_argument("s", text)


def typed_argument(tag: str, written: Any) -> OscArgument:
    """The argument with this type tag. Raises ValueError where what is written cannot have it."""
    if tag in {"T", "F", "N", "I"}:
        return OscArgument(tag)
    parse = {"i": _integer(32), "h": _integer(64), "f": _float, "d": _double, "s": _string, "b": _blob}.get(tag)
    if parse is None:
        raise ValueError(f"'{tag}' is no OSC type; write one of i h f d s b T F N I")
    return OscArgument(tag, parse(written))


def write_argument(argument: OscArgument) -> dict[str, OscValue]:
    """The explicit form, `{i: 12}`."""
    value = argument.value.hex(" ") if isinstance(argument.value, bytes) else argument.value
    return {argument.tag: value}


def check_address(text: str) -> str:
    """The address itself, or ValueError: OSC 1.0 keeps some characters of an address for patterns."""
    if not text.startswith("/") or not text.isprintable() or re.search(r"[\s#*,?\[\]{}]", text):
        raise ValueError(f"'{text}' is not an OSC address; write for example /cue/12/start")
    return text


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
