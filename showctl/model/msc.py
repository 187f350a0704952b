"""MIDI Show Control 1.1 (MMA RP-002/RP-014): commands, formats and their bytes."""

import re

COMMANDS = {
    "go": 0x01, "stop": 0x02, "resume": 0x03, "load": 0x05, "fire": 0x07, "all off": 0x08, "restore": 0x09,
    "reset": 0x0A, "go off": 0x0B, "standby +": 0x11, "standby -": 0x12, "sequence +": 0x13, "sequence -": 0x14,
    "start clock": 0x15, "stop clock": 0x16, "zero clock": 0x17, "open cue list": 0x1B, "close cue list": 0x1C,
}  # fmt: skip
FORMATS = {
    "lighting": 0x01, "moving lights": 0x02, "sound": 0x10, "music": 0x11, "machinery": 0x20, "rigging": 0x21,
    "video": 0x30, "video tape": 0x31, "projection": 0x40, "slides": 0x42, "process": 0x50, "fog": 0x56,
    "smoke": 0x57, "haze": 0x58, "pyro": 0x60, "all": 0x7F,
}  # fmt: skip
LONGEST = 128
"""MSC 1.1: a whole message has at most 128 bytes."""
_NEEDS_LIST = {"open cue list", "close cue list"}
_WITH_CUE = {"go", "stop", "resume", "load", "go off"}
_WITH_LIST = {
    "standby +", "standby -", "sequence +", "sequence -", "start clock", "stop clock", "zero clock",
    "open cue list", "close cue list",
}  # fmt: skip


def msc_message(
    device_id: int, format_: str, command: str, cue: str = "", list_: str = "", path: str = "", macro: int | None = None
) -> bytes:
    """The whole system exclusive. Numbers are texts of digits and points. Raises ValueError for what makes no sense."""
    data = _data(command, cue, list_, path, macro)
    message = bytes((0xF0, 0x7F, device_id, 0x02, FORMATS[format_], COMMANDS[command])) + data + b"\xf7"
    if len(message) > LONGEST:
        raise ValueError(
            f"the message has {len(message)} bytes, MIDI Show Control allows {LONGEST}; shorten the numbers"
        )
    return message


def _data(command: str, cue: str, list_: str, path: str, macro: int | None) -> bytes:
    numbers = [cue, list_, path]
    for number in numbers:
        if not re.fullmatch(r"[0-9.]*", number):
            raise ValueError(f"'{number}' is no MIDI Show Control number; write digits and points only")
    if command == "fire":
        if macro is None or any(numbers):
            raise ValueError("fire needs a macro number and nothing else; write macro: 1")
        return bytes((macro,))
    if macro is not None:
        raise ValueError(f"{command} takes no macro; write it with fire")
    if command in _WITH_LIST:
        if cue or path:
            raise ValueError(f"{command} takes a list, no cue and no path; write list: 1")
        if command in _NEEDS_LIST and not list_:
            raise ValueError(f"{command} needs a list; write list: 1")
        return list_.encode()
    if command not in _WITH_CUE:
        if any(numbers):
            raise ValueError(f"{command} takes no cue; leave cue, list and path out")
        return b""
    if command == "load" and not cue:
        raise ValueError("load needs a cue; write cue: 12")
    while numbers and not numbers[-1]:
        numbers.pop()
    if not all(numbers):
        raise ValueError("a list needs a cue, and a path needs a list; write those too")
    return b"\0".join(number.encode() for number in numbers)
