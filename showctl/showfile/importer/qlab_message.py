"""MIDI and Network cues of QLab, from the columns of a CSV, as ours."""

import re
from typing import Any

from showctl.model.msc import COMMANDS, FORMATS
from showctl.model.unit import Quoted

_MSC_COMMANDS = {number: word for word, number in COMMANDS.items()}
_MSC_FORMATS = {number: word for word, number in FORMATS.items()}
_VOICE, _MSC, _SYSEX = "1", "2", "3"
"""QLab's numbers of MIDI message types."""


def network(cells: dict[str, str], used: set[str]) -> tuple[dict[str, Any], str]:
    """An OSC cue, if the custom string is an OSC message; else nothing, and why."""
    used.update(("customstring", "rawstring", "networkpatchname", "networkpatchnumber", "messagetype", "osccuenumber"))
    text = next((cells[key] for key in ("customstring", "rawstring", "command") if cells.get(key)), "")
    device = _device(cells, "network", "network")
    if not text.startswith("/"):
        return {}, "what it sends is no OSC message with an address"
    used.add("command")
    address, *found = re.findall(r'"[^"]*"|\S+', text)
    args = [Quoted(each[1:-1]) if each.startswith('"') else each for each in found]
    return {"osc": {"device": device, "address": address, **({"args": args} if args else {})}}, ""


def midi(cells: dict[str, str], used: set[str]) -> tuple[dict[str, Any], str]:
    """A MIDI cue; else nothing, and why."""
    used.update(key for key in cells if key.startswith("midi"))
    device = _device(cells, "midi", "MIDI")
    match cells.get("midimessagetype") or cells.get("messagetype") or "":
        case "1":
            found = _voice(cells)
        case "2":
            found = _show_control(cells)
        case "3" if cells.get("midirawstring"):
            inside = cells["midirawstring"].upper().replace("0X", "").strip()
            found = {"sysex": f"F0 {inside.removeprefix('F0').removesuffix('F7').strip()} F7"}
        case _:
            return {}, "its message type is not 1 (voice), 2 (MSC) or 3 (SysEx)"
    if not found:
        return {}, "there is no such MIDI message here"
    return {"midi": {"device": device, **found}}, ""


def _device(cells: dict[str, str], stem: str, word: str) -> str:
    """What the device of a patch is called."""
    name = re.sub(r"[^\w .+-]", "", cells.get(f"{stem}patchname", "")).strip(" .+-")
    number = cells.get(f"{stem}patchnumber", "1")
    return name or f"{word} {number if number.isdigit() and len(number) < 5 else 1}"


def _byte(cells: dict[str, str], *keys: str) -> str | None:
    said = next((cells[key] for key in keys if cells.get(key)), "")
    return said if said.isascii() and said.isdigit() and len(said) < 4 and int(said) < 128 else None


def _voice(cells: dict[str, str]) -> dict[str, Any]:
    first = _byte(cells, "midicontrolnumber", "midibyte1", "midibyteone", "midinote", "midinotenumber")
    second = _byte(cells, "midicontrolvalue", "midibyte2", "midibytetwo", "midivelocity")
    channel = cells.get("midichannel", "1")
    on = {"channel": channel} if channel != "1" else {}
    match cells.get("midistatus", ""):
        case "0" if first:
            return {}  # a note off of its own: ours belongs to its note
        case "1" if first:
            return {**on, "note": first, "velocity": second or "100"}
        case "3" if first:
            return {**on, "control": first, "value": second or "0"}
        case "4" if first:
            return {**on, "program": first}
    return {}


def _show_control(cells: dict[str, str]) -> dict[str, Any]:
    command = _MSC_COMMANDS.get(int(_byte(cells, "midicommand") or 1))
    format_ = _MSC_FORMATS.get(int(_byte(cells, "midicommandformat") or 1))
    if command is None or format_ is None:
        return {}
    found: dict[str, Any] = {"msc": command}
    if format_ != "lighting":
        found["format"] = format_
    if device_id := _byte(cells, "midideviceid", "mididevice"):
        found["device id"] = device_id
    for key, ours in (("midiqnumber", "cue"), ("midiqlist", "list"), ("midiqpath", "path")):
        if cells.get(key):
            found[ours] = cells[key]
    return found
