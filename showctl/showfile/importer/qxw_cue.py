"""Cues of what QLC+ functions play: light, the start of other lists, the end of what the step before had started."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from showctl.model.unit import format_seconds
from showctl.showfile.importer.draft import Entry
from showctl.showfile.importer.qxw_parts import Function, Values
from showctl.showfile.importer.qxw_patch import Rig
from showctl.showfile.importer.qxw_play import Play, Plays, size

MAIN = "main"


@dataclass(slots=True)
class Homes:
    """The rig, the list in which each chaser and sequence is, and what functions play."""

    rig: Rig
    lists: Mapping[int, str]
    plays: Plays


@dataclass(frozen=True, slots=True)
class Moment:
    """One step. Times in seconds. `before`: the step that it takes over from, as far as it is known."""

    label: str
    where: str
    play: Play
    fade_in: float
    fade_out: float
    note: str = ""
    lasts: float | None = None
    """To the next step, from the start of this; None: until GO."""


def light(values: Values, fade_in: float, where: str, rig: Rig, before: Moment | None = None) -> dict[str, Any] | None:
    """A light action. `before`: what that step alone had set goes out in its fade-out; without, nothing goes out."""
    look = rig.look(values, where)
    if before is None:
        return _timed({"look": look}, fade_in) if look else None
    dropped = bool(before.play.values.keys() - values.keys()) or any(
        before.play.values[fixture].keys() - channels.keys()
        for fixture, channels in values.items()
        if fixture in before.play.values
    )
    if not dropped or before.fade_out == fade_in or not look:
        said = {"look": look} if look else {}
        return _timed({**said, "block": "intensity"}, fade_in if look else before.fade_out)
    part = _timed({"look": look}, fade_in)
    part.setdefault("time", "0s")
    return _timed({"parts": [part], "block": "intensity"}, before.fade_out)


def _timed(said: dict[str, Any], time: float) -> dict[str, Any]:
    return ({"time": format_seconds(time)} if time else {}) | said


def cue_of(moment: Moment, number: str, homes: Homes, own: str, before: Moment | None) -> Entry:
    """The cue of a step in the list `own`; with several things to do they are in a timeline group."""
    for each in (moment, before):
        homes.rig.spend(size(each.play.values) + len(each.play.runs) + len(each.play.others) if each else 0)
    acts = [*_ended(before, moment, homes, own)]
    lit = light(moment.play.values, moment.fade_in, moment.where, homes.rig, before)
    if lit is not None and (moment.play.scenes or before is not None):
        acts.append({"light": lit})
    acts += [{"start": f"{homes.lists[run.id]}/1"} for run in moment.play.runs if run.id in homes.lists]
    acts += [{"memo": _words(other)} for other in moment.play.others]
    _tell(moment, homes)
    if not acts:
        acts = [{"memo": moment.label}]
    said = {"cue": number, "label": moment.label} | ({"notes": moment.note} if moment.note else {})
    if moment.lasts is not None:
        said |= ({"post-wait": format_seconds(moment.lasts)} if moment.lasts else {}) | {"continue": "auto-continue"}
    if len(acts) == 1:
        return Entry(said | acts[0], moment.where)
    inside = [Entry({"cue": f"{number}.{n}", **act}, moment.where) for n, act in enumerate(acts, 1)]
    return Entry(said | {"group": "timeline", "cues": inside}, moment.where)


def _ended(before: Moment | None, moment: Moment, homes: Homes, own: str) -> list[dict[str, Any]]:
    """What stops the chasers that the step before ran, and takes their light back."""
    if before is None:
        return []
    staying = {run.id for run in moment.play.runs}
    lists = [homes.lists[run.id] for run in before.play.runs if run.id in homes.lists and run.id not in staying]
    lists = [name for name in dict.fromkeys(lists) if name != own]
    if not lists:
        return []
    time = {"time": format_seconds(before.fade_out)} if before.fade_out else {}
    return [{"stop": {"list": lists}}, {"release": {"lists": lists, **time}}]


def _tell(moment: Moment, homes: Homes) -> None:
    report = homes.rig.report
    for other in moment.play.others:
        report.leave_out(moment.where, _words(other), "it does not come over", "it is a memo there")
    if moment.play.missing:
        report.leave_out(moment.where, "a function", "the workspace has none of its number")
    fades = {scene.fade_in for scene in moment.play.scenes}
    if len(fades) > 1:
        report.choose(moment.where, "its scenes fade in together", "they are one look, in the longest of their times")


def _words(function: Function) -> str:
    return f"{function.kind} '{function.name}'"
