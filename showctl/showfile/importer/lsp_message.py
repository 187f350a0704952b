"""OSC and MIDI cues of Linux Show Player.

OSC cues are those of 0.6 (`path`, and `args` with type, start, end and fade). MIDI cues have their message as a line of
mido: `note_on channel=9 note=36 velocity=110`, channels from 0.
"""

import re
from typing import Any

from showctl.model.unit import Quoted, format_seconds
from showctl.showfile.importer.json_values import items, line, mapping, number
from showctl.showfile.importer.lsp_cue import Action, Session, seconds

OSC, MIDI = "osc", "midi"
_OSC_TO = "127.0.0.1:9001"
"""Where 0.6 sends unless its own settings, which are not in the session, say otherwise."""
_MIDI_PORT = "MIDI out"
_ADDRESS = re.compile(r"/[^\s#*,?\[\]{}]*")
_POINTS = 8
"""Straight lines that a parabola is made of: nowhere more than 0.4 % beside it."""


def action(cue: dict[str, Any], where: str, session: Session) -> Action | None:
    """What an OSC or MIDI cue does; None for other cues."""
    match cue.get("_type_"):
        case "OscCue":
            return _osc(cue, where, session)
        case "MidiCue":
            return _midi(cue, where, session)
    return None


def devices(session: Session) -> dict[str, Any]:
    """The devices that the messages need. The session does not say where they are; the report says so."""
    found: dict[str, Any] = {}
    if OSC in session.used:
        found[OSC] = {"type": "osc", "to": _OSC_TO}
        session.report.choose(
            "",
            f"device {OSC} is OSC to {_OSC_TO}",
            "the session does not say where it goes",
            "write host and port there",
        )
    if MIDI in session.used:
        found[MIDI] = {"type": "midi", "port": _MIDI_PORT}
        session.report.choose(
            "", f"device {MIDI} is port '{_MIDI_PORT}'", "the session names none", "showctl doctor lists the ports"
        )
    return found


def _nothing(what: str, where: str, session: Session, why: str) -> Action:
    session.report.leave_out(where, what, why, "it is a memo now; write the cue")
    return Action({"memo": what})


def _osc(cue: dict[str, Any], where: str, session: Session) -> Action:
    path = line(cue.get("path"))
    if not _ADDRESS.fullmatch(path):
        return _nothing(f"OSC to '{path}'" if path else "OSC without a path", where, session, "it is no OSC address")
    arguments = [mapping(each) for each in items(cue.get("args"))]
    begins = [_argument(each, "start") for each in arguments]
    if None in begins:
        return _nothing(f"OSC {path}", where, session, "it has an argument that is no number, text, true or false")
    time = seconds(cue, "duration", where, session.report, 0.001)
    fading = [place for place, each in enumerate(arguments) if each.get("fade") is True]
    session.used.add(OSC)
    if fading and time:
        return _fade(cue, path, arguments, begins, fading, time, where, session)
    for place in fading:  # without a time it is at its end at once
        begins[place] = _argument(arguments[place], "end") or begins[place]
    return Action({"osc": {"device": OSC, "address": path, **({"args": begins} if begins else {})}})


def _fade(
    cue: dict[str, Any],
    path: str,
    arguments: list[dict[str, Any]],
    begins: list[Any],
    fading: list[int],
    time: float,
    where: str,
    session: Session,
) -> Action:
    moving = fading[0]
    start, end = number(arguments[moving].get("start")), number(arguments[moving].get("end"))
    if start is None or end is None:
        session.report.leave_out(where, "its fade", "what fades is no number", "it sends the message once")
        return Action({"osc": {"device": OSC, "address": path, "args": begins}}, lasts=time)
    if len(fading) > 1:
        why = "one number moves in a message; the others are at their end from the start"
        session.report.leave_out(where, f"the fade of {len(fading) - 1} of its arguments", why)
        for place in fading[1:]:
            begins[place] = _argument(arguments[place], "end") or begins[place]
    said: dict[str, Any] = {"device": OSC, "address": path}
    said |= {"before": begins[:moving]} if moving else {}
    said |= {"after": begins[moving + 1 :]} if begins[moving + 1 :] else {}
    said |= {"from": _float(start), "to": _float(end), "time": format_seconds(time)}
    curve = _curve(line(cue.get("fade_type")) or "Linear", rising=end > start)
    if curve is None:
        session.report.leave_out(where, f"its curve {line(cue.get('fade_type'))}", "it is not known; it is linear")
    elif curve != "linear":
        said |= {"curve": curve}
    return Action({"fade": said})


def _curve(word: str, *, rising: bool) -> Any:
    """Its curves as ours: t² up and t(2 − t) down, or a parabola at both ends."""
    if word == "Linear":
        return "linear"
    if word == "Quadratic" and rising:
        return "square"
    if word not in {"Quadratic", "Quadratic2"}:
        return None
    steps = [step / _POINTS for step in range(_POINTS + 1)]
    both = [2 * x * x if x < 0.5 else 1 - 2 * (1 - x) ** 2 for x in steps]
    values = [x * (2 - x) for x in steps] if word == "Quadratic" else both
    return {"points": [[f"{x:g}", f"{y:.6g}"] for x, y in zip(steps, values, strict=True)]}


def _argument(said: dict[str, Any], key: str) -> Any:
    """One value as an argument of an osc cue, or None. What the type says counts more than how the value is written."""
    value = said.get(key)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return Quoted(line(value))
    found = number(value)
    if found is None:
        return None
    if said.get("type") == "Integer" and found.is_integer() and -(1 << 63) <= found < 1 << 63:
        return str(int(found))
    return _float(found)


def _float(value: float) -> str:
    return repr(value)


def _midi(cue: dict[str, Any], where: str, session: Session) -> Action:
    text = line(cue.get("message"))
    if not text:
        return _nothing("MIDI without a message", where, session, "there is none yet")
    kind, *words = text.split(" ")
    if kind == "sysex" and (data := _sysex(text)):
        session.used.add(MIDI)
        return Action({"midi": {"device": MIDI, "sysex": data}})
    values = dict(word.split("=", 1) for word in words if "=" in word)
    if (said := _message(kind, values, where, session)) is None:
        return _nothing(f"MIDI {text}", where, session, "cues of showctl do not send this message")
    session.used.add(MIDI)
    return Action({"midi": {"device": MIDI, **said}})


def _message(kind: str, values: dict[str, str], where: str, session: Session) -> dict[str, str] | None:
    channel = _small(values.get("channel", "0"), 15)
    note, velocity = _small(values.get("note", "0"), 127), _small(values.get("velocity", "64"), 127)
    control, value = _small(values.get("control", "0"), 127), _small(values.get("value", "0"), 127)
    program = _small(values.get("program", "0"), 127)
    if channel is None or None in (note, velocity, control, value, program):
        return None
    on = {} if channel == 0 else {"channel": str(channel + 1)}
    match kind:
        case "note_on":
            return on | {"note": str(note), "velocity": str(velocity)}
        case "note_off":
            session.report.choose(where, "its note off is a note on with velocity 0", "which means the same in MIDI")
            return on | {"note": str(note), "velocity": "0"}
        case "control_change":
            return on | {"control": str(control), "value": str(value)}
        case "program_change":
            return on | {"program": str(program)}
    return None


def _small(text: str, most: int) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text) and int(text) <= most else None


def _sysex(text: str) -> str:
    """`sysex data=(1,2,3)` as a whole message in hexadecimal; empty if it is none."""
    found = re.fullmatch(r"sysex data=\(([0-9, ]*)\)(?: time=[0-9.]+)?", text)
    data = [_small(byte.strip(), 127) for byte in found[1].split(",") if byte.strip()] if found else []
    known = [byte for byte in data if byte is not None]
    return bytes([0xF0, *known, 0xF7]).hex(" ").upper() if known and len(known) == len(data) else ""
