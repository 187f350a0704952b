"""A draft that is to go into a show that is there: what the show has already stays the show's."""

from collections.abc import Callable
from typing import Any

from showctl.model.cue import MAIN
from showctl.model.sacn_device import SacnDevice
from showctl.model.selection import expand
from showctl.model.show import Show
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.report import ImportReport
from showctl.showfile.importer.rig import RIG, universes_said

_ACTING = {
    *("start", "stop", "hard stop", "pause", "resume", "load", "arm", "disarm", "flag", "unflag", "reset", "go to"),
    *("break out", "release"),
}
"""Keys of cues that name cues and lists."""
_LISTS = {"list", "lists"}
_CUES = {"cue", "if armed", "if flagged"}


def fit(draft: Draft, show: Show, list_name: str, report: ImportReport) -> None:
    """Take out of the draft what clashes with the show, and put the cues of its main list into this list.

    A device of the show is used where the draft has one of that name. A list of the show gets the cues at its end.
    """
    draft.show = {}
    if draft.cues and list_name != MAIN:
        for cue in draft.walk():
            _renamed(cue, MAIN, list_name)
    if draft.cues:
        if list_name == MAIN:
            pass
        elif list_name in draft.lists:
            draft.lists[list_name]["cues"] = [*draft.cues, *draft.lists[list_name]["cues"]]
            draft.cues = []
        else:
            draft.lists = {list_name: {"cues": draft.cues}, **draft.lists}
            draft.cues = []
    _devices(draft, show, report)
    _fixtures(draft, show, report)
    named = [("group", draft.groups, set(show.groups)), ("master", draft.masters, set(show.masters))]
    named += [("person", draft.people, set(show.people)), ("supplier", draft.suppliers, set(show.suppliers))]
    named += [(f"{kind} palette", found, _palettes(show, kind)) for kind, found in draft.palettes.items()]
    for kind, part, there in named:
        for name in [name for name in part if name in there]:
            del part[name]
            report.leave_out("", f"{kind} {name}", "the show has one of that name", "rename one of them")
    _cues(draft, show, report)
    segments = {segment.id for segment in show.run_of_show}
    for entry in [entry for entry in draft.segments if entry.get("segment") in segments]:
        draft.segments.remove(entry)
        report.leave_out(entry.place, f"segment {entry['segment']}", "the show has one of that name")
    titles = {item.title for item in show.logistics}
    for entry in [entry for entry in draft.logistics if entry.get("title") in titles]:
        draft.logistics.remove(entry)
        report.leave_out(entry.place, f"logistics item {entry['title']}", "the show has one of that title")
    names = {guest.name for guest in show.guests}
    for entry in [entry for entry in draft.guests if entry.get("name") in names]:
        draft.guests.remove(entry)
        report.leave_out(entry.place, f"guest {entry['name']}", "the show has one of that name")
    lines = {line.title for line in show.budget}
    for entry in [entry for entry in draft.budget if entry.get("title") in lines]:
        draft.budget.remove(entry)
        report.leave_out(entry.place, f"budget line {entry['title']}", "the show has one of that title")
    if draft.inputs:
        draft.inputs = {}
        report.leave_out("", "inputs", "the show has its own")


def _renamed(cue: Entry, before: str, after: str) -> None:
    """Let what names the list `before`, or cues of it, mean the same under its new name."""
    for key in _ACTING & cue.keys():
        said = cue[key]
        if isinstance(said, dict):
            lists = {
                k: _each(v, lambda name: after if name == before else name) for k, v in said.items() if k in _LISTS
            }
            cue[key] = {k: _of_cues(v, before, after) if k in _CUES else v for k, v in said.items()} | lists
        else:
            cue[key] = _of_cues(said, before, after)


def _of_cues(said: Any, before: str, after: str) -> Any:
    """`main/3` as `extra/3`."""
    return _each(said, lambda cue: f"{after}/{cue[len(before) + 1 :]}" if cue.startswith(f"{before}/") else cue)


def _each(said: Any, changed: Callable[[str], str]) -> Any:
    if isinstance(said, list):
        return [_each(each, changed) for each in said]
    return changed(said) if isinstance(said, str) else said


def _palettes(show: Show, kind: str) -> set[str]:
    return set(show.palettes.of_kind(kind)) if kind in type(show.palettes).model_fields else set()


def _devices(draft: Draft, show: Show, report: ImportReport) -> None:
    sent = {u for device in show.devices.values() if isinstance(device, SacnDevice) for u in device.universes}
    for name in list(draft.devices):
        device = draft.devices[name]
        if device.get("type") == "sacn":
            more = [universe for universe in _universes(device.get("universes")) if universe not in sent]
            del draft.devices[name]
            report.chosen = [note for note in report.chosen if "to this machine" not in note.what]
            if more:
                names = (name, *(f"{RIG} {count}" for count in range(2, 10_000)))
                free = next(each for each in names if each not in show.devices)
                draft.devices[free] = {**device, "universes": universes_said(more)}
                where = f"write where your nodes are under {free}"
                report.choose("", f"universes {universes_said(more)} to {device.get('to', '')}", do=where)
        elif name in show.devices:
            del draft.devices[name]
            report.chosen = [note for note in report.chosen if not note.what.startswith(f"device {name} is ")]
            report.choose("", f"device {name} is the one of the show")


def _universes(said: Any) -> list[int]:
    """The universes of a device of a draft: `1-4, 7`."""
    found: list[int] = []
    for part in ",".join(map(str, said)).split(",") if isinstance(said, list) else str(said).split(","):
        first, _, last = part.strip().partition("-")
        if first.isdigit() and (last or first).isdigit():
            found += range(int(first), int(last or first) + 1)
    return found[:63_999]


def _fixtures(draft: Draft, show: Show, report: ImportReport) -> None:
    there = {name for entry in show.patch for name in expand(entry.id)} | set(show.groups)
    for entry in list(draft.patch):
        try:
            names = set(expand(entry.get("id", "")))
        except ValueError:
            continue  # which the check of the whole tells
        if names <= there:
            draft.patch.remove(entry)
            report.choose(entry.place, f"fixture {entry['id']} is the one of the show")
        elif names & there:
            draft.patch.remove(entry)
            report.leave_out(
                entry.place, f"fixture {entry['id']}", "the show has some of these", "patch the others there"
            )


def _cues(draft: Draft, show: Show, report: ImportReport) -> None:
    lists = show.cue_lists
    for name, cues in [(MAIN, draft.cues), *((name, each["cues"]) for name, each in draft.lists.items())]:
        if name in lists:
            taken = {cue.number for cue in lists[name].walk()}
            cues[:] = [cue for cue in cues if not _clashes(cue, taken, name, report)]
            if name != MAIN:
                draft.lists[name] = {"cues": cues}
    draft.lists = {name: each for name, each in draft.lists.items() if each["cues"]}


def _clashes(cue: Entry, taken: set[str], list_name: str, report: ImportReport) -> bool:
    if cue.get("cue") in taken:
        do = "import into another list with --list NAME"
        report.leave_out(cue.place, f"cue {cue['cue']}", f"list {list_name} has that number already", do)
        return True
    if "cues" in cue:
        cue["cues"] = [inside for inside in cue["cues"] if not _clashes(inside, taken, list_name, report)]
    return False
