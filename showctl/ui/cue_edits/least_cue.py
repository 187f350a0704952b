"""What a new cue says at the least, by its kind: so much that it can be played, and be corrected."""

from collections.abc import Callable, Iterator
from typing import Any

from showctl.model.cue import MAIN, cue_id
from showctl.model.problem import Problems
from showctl.session.change import EditRefused
from showctl.session.edit import Place
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.device_profile import Profiles
from showctl.showfile.report import Refused, Unreadable
from showctl.showfile.suggest import listed
from showctl.showfile.tree import Mapping
from showctl.ui.tongue import marked, tr

KINDS = {
    "light": marked("Light"),
    "audio": marked("Audio"),
    "video": marked("Video"),
    "stage": marked("Stage"),
    "group": marked("Group"),
}
"""Kinds of cues with a button of their own, in words."""
OTHERS = {
    "osc": marked("OSC"),
    "midi": marked("MIDI"),
    "fade": marked("Fade"),
    "wait": marked("Wait"),
    "start": marked("Start"),
    "stop": marked("Stop"),
    "pause": marked("Pause"),
    "resume": marked("Resume"),
    "load": marked("Load"),
    "go to": marked("Go to"),
    "arm": marked("Arm"),
    "disarm": marked("Disarm"),
    "release": marked("Release"),
    "panic": marked("Panic"),
}
"""All others that are made without a look at the manual."""
_ACTING = ("start", "stop", "pause", "resume", "go to", "arm", "disarm")
"""Those that say nothing but which cue they mean."""
_NO_OSC = marked("an OSC cue needs a device of the type osc, and there is none; add one under Patch")
_NO_MIDI = marked("a MIDI cue needs a device of the type midi, and there is none; add one under Patch")
_NO_AUDIO = marked("an audio cue needs a device with a profile, and there is none free; add one under Patch")
_NO_VIDEO = marked("a video cue needs a device with a profile, and there is none free; add one under Patch")

NO_DEVICE = (_NO_OSC, _NO_MIDI, _NO_AUDIO, _NO_VIDEO)
"""What a show that lacks a device is told."""


def least(kind: str, root: Mapping, place: Place, profiles: Callable[[], Profiles]) -> Any:
    """What a new cue of a kind says. `place`: where it goes; who means another cue means the one beside it. Raises
    EditRefused where the show lacks what it needs.
    """
    words = OTHERS.get(kind, kind)
    named = {"label": f"New {words if words.isupper() else words.lower()} cue"}
    match kind:
        case "light":
            return {**named, "light": {"time": "3s", "look": {}}}
        case "stage":
            return {**named, "memo": "What people do"}
        case "group":
            return {"label": "New group", "group": "timeline", "cues": [{"memo": "Put cues in here"}]}
        case "audio" | "video":
            return {**named, kind: _command(kind, root, profiles())}
        case "osc":
            return {**named, "osc": {"device": _of_type(root, "osc", _NO_OSC), "address": "/write/the/address"}}
        case "midi":
            return {**named, "midi": {"device": _of_type(root, "midi", _NO_MIDI), "program": "1"}}
        case "fade":
            return {**named, "fade": {"master": "grand", "to": "0%", "time": "3s"}}
        case "wait":
            return {**named, "wait": "3s"}
        case "load":
            return {**named, "load": {"cue": _beside(kind, root, place), "at": "0s"}}
        case "release":
            return {**named, "release": {"lists": [_list_of(place)], "time": "3s"}}
        case "panic":
            return {**named, "panic": "yes"}
    if kind in _ACTING:
        return {**named, kind: _beside(kind, root, place)}
    known = listed([*KINDS, *OTHERS])
    raise EditRefused(tr("there is no kind of cue {kind}; write {known}").format(kind=kind, known=known))


def _list_of(place: Place) -> str:
    of = place.of
    if of is None:
        return MAIN
    return of.name if of.kind == "list" else of.name.rpartition("/")[0] or MAIN


def _beside(kind: str, root: Mapping, place: Place) -> str:
    """The cue after which it comes, else the last of the list."""
    if place.of is not None and place.of.kind == "cue":
        return place.of.name
    for name, _, rows in lists_of(root):
        if name == _list_of(place) and rows:
            return str(cue_id(name, str(rows[-1].get("cue")).strip()))
    words = tr("a {kind} cue means another cue, and there is none yet; make that one first")
    if kind[0] in "ao":
        words = tr("an {kind} cue means another cue, and there is none yet; make that one first")
    raise EditRefused(words.format(kind=kind))


def _of_type(root: Mapping, wanted: str, none: str) -> str:
    """The device that the last such cue uses, else the first of its type."""
    used = [cue[wanted] for _, where, rows in lists_of(root) for _, cue, _ in walk(rows, where) if wanted in cue]
    for each in reversed(used):
        if isinstance(each, Mapping) and isinstance(each.get("device"), str):
            return str(each["device"])
    devices = root.get("devices")
    for name, device in devices.items() if isinstance(devices, Mapping) else ():
        if isinstance(device, Mapping) and device.get("type") == wanted:
            return str(name)
    raise EditRefused(tr(none))


def _command(kind: str, root: Mapping, profiles: Profiles) -> Any:
    """As the last cue of this kind says it; in a show without any the first command of the first device that fits."""
    before = [cue[kind] for _, where, rows in lists_of(root) for _, cue, _ in walk(rows, where) if kind in cue]
    if before:
        return before[-1]
    others = "video" if kind == "audio" else "audio"
    busy = {c[others].get("device") for _, w, r in lists_of(root) for _, c, _ in walk(r, w) if others in c}
    for device, profile in _devices(root):
        if device not in busy:
            try:
                commands = profiles.get(profile).commands
            except (Problems, Refused, Unreadable):
                continue
            starts = [name for name, each in commands.items() if not each.chase and "stop" not in name]
            name = next(iter(starts or commands))
            needed = {
                key: each.example
                for key, each in commands[name].arguments.items()
                if not (each.optional or each.secret or each.default is not None)
            }
            return {"device": device, "do": name, **needed}
    raise EditRefused(tr(_NO_AUDIO if kind == "audio" else _NO_VIDEO))


def _devices(root: Mapping) -> Iterator[tuple[str, str]]:
    devices = root.get("devices")
    for name, device in devices.items() if isinstance(devices, Mapping) else ():
        if isinstance(device, Mapping) and isinstance(device.get("profile"), str):
            yield name, device["profile"]
