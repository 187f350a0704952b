"""What cues refer to: numbers once in a list, devices, fixtures and segments that exist, waits that have a part."""

from showctl.model.cue import MAIN, Continue, CueId, cue_id
from showctl.model.problem import Path
from showctl.model.unit import parse_seconds
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.group_reference import check_place, is_cart
from showctl.showfile.known import Known
from showctl.showfile.report import Report
from showctl.showfile.rig_reference import RigNames, check_selection
from showctl.showfile.run_reference import check_segment
from showctl.showfile.tree import Mapping, Sequence, mark_at

_PROTOCOLS = {
    "osc": ("osc",),
    "midi": ("midi",),
    "audio": ("osc", "midi"),
    "video": ("osc", "midi"),
    "fade": ("osc", "midi"),
}
"""The types of device that the cue types which name a device can act on."""


def check_cues(root: Mapping, rig: RigNames, segments: dict[str, Path], report: Report, known: Known) -> None:
    """Report everything in cues that refers to nothing or contradicts something else."""
    lists = root.get("lists")
    if isinstance(lists, Mapping) and MAIN in lists:
        report.add(
            ("lists", MAIN), f"'{MAIN}' is the list under cues: at the top; give this one another name", key=True
        )
    info = root.get("show")
    panic = info.get("panic") if isinstance(info, Mapping) else None
    _look(panic, "light", ("show", "panic"), rig, report)
    masters = root.get("masters")
    for name, master in masters.items() if isinstance(masters, Mapping) else ():
        _look(master, "look", ("masters", name), rig, report)
    taken = {str(cue.get("cue")).strip() for _, path, cues in lists_of(root) for _, cue, _ in walk(cues, path)}
    ids: dict[str, Path] = {}
    for name, path, cues in lists_of(root):
        numbers: dict[str, Path] = {}
        cart = is_cart(root, name)
        for here, cue, group in walk(cues, path):
            _number(root, cue, here, numbers, report)
            _id(root, cue, here, ids, taken, report)
            if known.is_sound(cue, group, cart):
                continue
            found = report.count
            own = cue_id(name, str(cue.get("cue")).strip())
            _device(cue, own, here, rig, report)
            _master(cue, own, here, rig, report)
            _light(cue.get("light"), (*here, "light"), rig, report, own)
            _timing(cue, here, report)
            check_place(cue, group, here, cart, report)
            if isinstance(segment := cue.get("starts segment"), str):
                check_segment(segment, (*here, "starts segment"), segments, report, own)
            if report.count == found:
                known.keep_sound(cue, group, cart)


def _number(root: Mapping, cue: Mapping, path: Path, numbers: dict[str, Path], report: Report) -> None:
    if not isinstance(number := cue.get("cue"), str):
        return
    first = numbers.setdefault(number.strip(), path)
    if first != path:
        line = mark_at(root, (*first, "cue"))[0]
        report.add((*path, "cue"), f"cue {number.strip()} is there twice, first in line {line}; give it another number")


def _id(root: Mapping, cue: Mapping, path: Path, ids: dict[str, Path], numbers: set[str], report: Report) -> None:
    if not isinstance(written := cue.get("id"), str):
        return
    own = written.strip()
    first = ids.setdefault(own, path)
    if first != path:
        line = mark_at(root, (*first, "id"))[0]
        report.add((*path, "id"), f"id {own} is there twice, first in line {line}; give it another id")
    elif own in numbers:
        report.add((*path, "id"), f"'{own}' is the number of a cue; write a word, for example {own}-cue")


def _device(cue: Mapping, own: CueId, path: Path, rig: RigNames, report: Report) -> None:
    for key, protocols in _PROTOCOLS.items():
        action = cue.get(key)
        name = action.get("device") if isinstance(action, Mapping) else None
        if not isinstance(name, str):
            continue
        here = (*path, key, "device")
        kind = rig.devices.get(name.strip())
        fitting = [n for n, k in rig.devices.items() if k in protocols]
        if kind is None:
            remedy = report.suggestion(name.strip(), fitting, "name it under devices:")
            report.add(here, f"there is no device '{name.strip()}'; {remedy}", cue=own)
        elif kind in {"sacn", "osc", "midi"} and kind not in protocols:
            remedy = report.suggestion(
                name.strip(), fitting, f"name a device of type {' or '.join(protocols)} under devices:"
            )
            what = f"'{name.strip()}' is a device of type {kind}, {key} cannot use it"
            report.add(here, f"{what}; {remedy}", cue=own)


def _master(cue: Mapping, own: CueId, path: Path, rig: RigNames, report: Report) -> None:
    action = cue.get("fade")
    name = action.get("master") if isinstance(action, Mapping) else None
    if isinstance(name, str) and name.strip() not in rig.masters:
        remedy = report.suggestion(name.strip(), rig.masters, "name it under masters:")
        report.add((*path, "fade", "master"), f"there is no master '{name.strip()}'; {remedy}", cue=own)


def _look(holder: object, key: str, path: Path, rig: RigNames, report: Report, cue: CueId | None = None) -> None:
    look = holder.get(key) if isinstance(holder, Mapping) else None
    for selection in look if isinstance(look, Mapping) else ():
        check_selection(selection, (*path, key, selection), rig, report, key=True, cue=cue)


def _light(light: object, path: Path, rig: RigNames, report: Report, cue: CueId) -> None:
    _look(light, "look", path, rig, report, cue)
    parts = light.get("parts") if isinstance(light, Mapping) else None
    for number, part in enumerate(parts if isinstance(parts, Sequence) else ()):
        _look(part, "look", (*path, "parts", number), rig, report, cue)


def _timing(cue: Mapping, path: Path, report: Report) -> None:
    written = cue.get("continue")
    follow = written.strip() if isinstance(written, str) else ""
    if follow == Continue.AUTO_FOLLOW and _seconds(cue.get("post-wait")):
        report.add(
            (*path, "post-wait"),
            "the post-wait counts from the start of the action, so it has no part in an auto-follow; "
            "remove it, or write continue: auto-continue",
        )


def _seconds(value: object) -> float:
    try:
        return parse_seconds(value)
    except ValueError:
        return 0.0
