"""Cues of Linux Show Player that nothing of ours plays: media, their volume and position, and shell commands.

Each becomes a memo that says what it was. A command is text, and stays text.
"""

import math
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from showctl.model.unit import format_seconds
from showctl.showfile.importer.json_values import line, mapping, number, whole
from showctl.showfile.importer.lsp_cue import Action, Session, seconds

_MEDIA = {"MediaCue", "GstMediaCue", "UriAudioCue", "URIAudioCue", "UriAVCue"}


def action(cue: dict[str, Any], place: int, session: Session) -> Action:
    """The memo that a cue becomes; also one of a kind that is not known."""
    kind = line(cue.get("_type_"))
    if kind in _MEDIA:
        return _media(cue, place, session)
    match kind:
        case "CommandCue":
            return _command(cue, place, session)
        case "VolumeControl":
            return _volume(cue, place, session)
        case "SeekCue":
            return _seek(cue, place, session)
    session.report.leave_out(session.where(place), f"what a {kind or 'cue without a kind'} does", "it is not known")
    return Action({"memo": f"{kind or 'Unknown cue'} of Linux Show Player"})


def _command(cue: dict[str, Any], place: int, session: Session) -> Action:
    command = line(cue.get("command"))
    why = "a show file runs no programs"
    session.report.leave_out(session.where(place), f"the command {command}", why, "it is a memo now")
    return Action({"memo": f"Command, not run: {command}" if command else "Command, not run"}, lasts=None)


def _volume(cue: dict[str, Any], place: int, session: Session) -> Action:
    time = seconds(cue, "duration", session.where(place), session.report, 0.001)
    over = f" over {format_seconds(time)}" if time else ""
    return _sound(f"Volume of {_target(cue, session)} to {_decibels(cue.get('volume'))}{over}", place, session, time)


def _seek(cue: dict[str, Any], place: int, session: Session) -> Action:
    time = seconds(cue, "time", session.where(place), session.report, 0.001)
    return _sound(f"Position of {_target(cue, session)} to {format_seconds(time)}", place, session)


def _media(cue: dict[str, Any], place: int, session: Session) -> Action:
    where, report = session.where(place), session.report
    media = mapping(cue.get("_media_") or cue.get("media"))
    elements = mapping(media.get("elements"))
    names = [_file(mapping(element).get("uri")) for element in elements.values() if mapping(element).get("uri")]
    lasts = seconds(cue, "duration", where, report, 0.001) or seconds(media, "duration", where, report, 0.001)
    notes = [f"File: {name}" for name in names]
    if lasts:
        notes.append(f"Lasts {format_seconds(lasts)}")
    if (volume := mapping(elements.get("Volume")).get("volume")) is not None:
        notes.append(f"Volume {_decibels(volume)}")
    for key, words in (("fadein_duration", "Fades in"), ("fadeout_duration", "Fades out")):
        if time := seconds(cue, key, where, report):
            notes.append(f"{words} in {format_seconds(time)}")
    for key, words in (("start_time", "Begins at"), ("stop_time", "Ends at")):
        if time := seconds(media, key, where, report, 0.001):
            notes.append(f"{words} {format_seconds(time)}")
    if loop := whole(media.get("loop")):
        notes.append("Loops for ever" if loop < 0 else f"Repeats {loop} times")
    played = _sound(f"Play {', '.join(names) or 'a medium'}", place, session, None if loop else lasts or None)
    return Action(played.keys, tuple(notes), played.lasts)


def _sound(what: str, place: int, session: Session, lasts: float | None = 0.0) -> Action:
    why = "showctl plays no sound itself"
    session.report.leave_out(
        session.where(place), what, why, "it is a memo now; put the file into a player, and cue that"
    )
    return Action({"memo": what}, lasts=lasts)


def _target(cue: dict[str, Any], session: Session) -> str:
    target = cue.get("target_id")
    found = session.by_id.get(target) if isinstance(target, str) else None
    return session.where(found) if found is not None else "a cue that is not there"


def _decibels(volume: Any) -> str:
    found = number(volume)
    if found is None or found < 0:
        return "an unknown level"
    return f"{20 * math.log10(found):.1f} dB" if found > 1e-6 else "silence"


def _file(uri: Any) -> str:
    """The file's name, without where it was on that machine."""
    text = line(uri)
    try:
        path = urlsplit(text).path or text
    except ValueError:
        path = text
    return line(PurePosixPath(unquote(path)).name) or "a file without a name"
