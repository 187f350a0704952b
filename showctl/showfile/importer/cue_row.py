"""A row of a cue sheet as a cue: what it does by its columns, or as the last column has it in a show file's words."""

import contextlib
import re
from typing import Any

from showctl.model.profile_argument import NO_PASSCODES
from showctl.model.unit import Quoted, parse_seconds
from showctl.showfile.importer.columns import AS_WRITTEN
from showctl.showfile.importer.draft import Entry
from showctl.showfile.importer.flow import flow_value, has_passcode
from showctl.showfile.importer.report import ImportReport

_TYPES = {
    **dict.fromkeys(("light", "lights", "lighting", "lx", "l", "elx", "electrics", "lx cue"), "light"),
    **dict.fromkeys(("audio", "sound", "snd", "sq", "s", "music", "sfx", "fx", "sound cue"), "audio"),
    **dict.fromkeys(("video", "projection", "vq", "v", "media", "film", "vid", "av", "proj", "projector"), "video"),
    **dict.fromkeys(("memo", "note", "stage", "fly", "flys", "rail", "deck", "spot", "followspot", "sm"), "memo"),
    **dict.fromkeys(("wait", "pause for"), "wait"),
    **dict.fromkeys(("osc", "network"), "osc"),
    **dict.fromkeys(("midi",), "midi"),
}
"""Words that people write for a type, and ours."""
TARGETING = (
    "start",
    "stop",
    "hard stop",
    "pause",
    "resume",
    "arm",
    "disarm",
    "flag",
    "unflag",
    "reset",
    "go to",
    "break out",
)
GENERAL = (
    "label", "notes", "colour", "at", "pre-wait", "post-wait", "continue", "armed", "repeat", "if running",
    "on release", "flagged", "id", "hotkey", "starts segment",
)  # fmt: skip
_CONTINUES = {
    **dict.fromkeys(("", "0", "none", "no", "do not continue", "manual", "-"), ""),
    **dict.fromkeys(("1", "auto-continue", "autocontinue", "auto continue", "continue"), "auto-continue"),
    **dict.fromkeys(("2", "auto-follow", "autofollow", "auto follow", "follow", "auto", "yes"), "auto-follow"),
}


def cue_of(cells: dict[str, str], place: str, report: ImportReport) -> Entry:
    """The cue of a row. What cannot be seen in its columns becomes a memo, which the report tells."""
    cue = Entry({"cue": cells.get("cue", "")}, place)
    for key in GENERAL:
        said = cells.get(key, "")
        if key == "continue":
            said = _CONTINUES.get(said.casefold(), said)
        if said:
            cue[key] = said
    written = cells.get(AS_WRITTEN, "")
    if written:
        found = flow_value(f"{{{written}}}")
        if isinstance(found, dict):
            cue.update(found)
        elif has_passcode(f"{{{written}}}"):
            what, _, remedy = NO_PASSCODES.partition("; ")
            report.mistake(place, "as written", what, remedy)
        else:
            report.mistake(place, "as written", "it is no piece of a show file", "write for example wait: 5s")
        return cue
    left = _Left(cells)
    cue.update(_action(left, place, report))
    left.tell(cue, place, report)
    return cue


def is_type(word: str) -> bool:
    """Whether a word in a column of types means a type of cue."""
    return word.strip().casefold() in (_TYPES.keys() | set(TARGETING) | {"fade", "group", "load", "panic"})


class _Left(dict[str, str]):
    """The cells of a row; those of what a cue does that nobody asked for are told."""

    _ASKED = ("time", "duration", "device", "command", "target")

    def __init__(self, cells: dict[str, str]) -> None:
        super().__init__(cells)
        self.unasked = [key for key in self._ASKED if cells.get(key)]

    def take(self, key: str) -> str:
        """What a cell says, which has a place in the cue."""
        if key in self.unasked:
            self.unasked.remove(key)
        return self.get(key, "")

    def tell(self, cue: Entry, place: str, report: ImportReport) -> None:
        for key in self.unasked:
            kind = next((key for key in cue if key not in (*GENERAL, "cue")), "memo")
            report.leave_out(place, f"{key} '{self[key]}' of cue {cue['cue']}", f"a {kind} cue here has none")


def _action(cells: _Left, place: str, report: ImportReport) -> dict[str, Any]:
    said = cells.get("type", "").casefold()
    kind = _TYPES.get(said, said)
    number = cells.get("cue", "")
    if kind in TARGETING and cells.get("target"):
        return {kind: flow_value(cells.take("target"))}
    match kind:
        case "light":
            time = cells.take("time") or cells.take("duration")
            return {"light": {**({"time": time} if time else {}), "look": {}}}
        case "wait" if cells.get("time") or cells.get("duration"):
            return {"wait": cells.take("duration") or cells.take("time")}
        case "panic":
            return {"panic": "yes"}
        case "audio" | "video" | "osc" | "midi" | "" if cells.get("device") and cells.get("command"):
            return _command(kind, cells, place, report)
    if kind != "memo" and (time := _length(cells)):
        why = "nothing says what it does; it is as long" if not kind else "its columns do not say what it sends"
        report.choose(place, f"cue {number}{f' ({said})' if said else ''} is a wait of {time}", why)
        return {"wait": time}
    if kind not in ("", "memo"):
        report.choose(place, f"cue {number} ({said}) is a memo", "its columns do not say what it sends")
    return {"memo": _text(cells.take("command") or cells.get("label") or f"Cue {number}")}


def _length(cells: _Left) -> str:
    """How long the row says that it lasts, so that what follows comes when it did; empty if it is no length."""
    for key in ("duration", "time"):
        with contextlib.suppress(ValueError):
            if cells.get(key) and parse_seconds(cells[key]) > 0:
                return cells.take(key)
    return ""


def _command(kind: str, cells: _Left, place: str, report: ImportReport) -> dict[str, Any]:
    """`/address 1 0.5 text` is an OSC message; `do`, or `note C4, velocity 100`, with keys and values is the others."""
    command = cells.take("command").strip()
    if command.startswith("/"):
        address, *arguments = re.findall(r'"[^"]*"|\S+', command)
        args = [Quoted(each[1:-1]) if each.startswith('"') else each for each in arguments]
        return {"osc": {"device": cells.take("device"), "address": address, **({"args": args} if args else {})}}
    found = flow_value(f"{{{command}}}")
    if kind == "midi" and not (isinstance(found, dict) and all(value is not None for value in found.values())):
        found = dict(pair for part in command.split(",") if len(pair := part.strip().rsplit(" ", 1)) == 2)
    if isinstance(found, dict) and found:
        keys = {key: value for key, value in found.items() if value is not None}
        bare = next((key for key, value in found.items() if value is None), None)
        lasts = cells.take("duration") if kind in ("audio", "video") else ""
        duration = {"duration": lasts} if lasts else {}
        device = cells.take("device")
        return {kind or "audio": {"device": device, **({"do": bare} if bare else {}), **keys, **duration}}
    report.choose(place, f"cue {cells.get('cue', '')} is a memo", f"'{command}' is no command that is understood")
    return {"memo": _text(command)}


def _text(words: str) -> str:
    return words if words == words.strip() else Quoted(words)
