"""What all cues of a Linux Show Player session have: number, name, notes, colour, waits, and what comes next."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from showctl.model.unit import DAY, format_seconds
from showctl.showfile.importer.json_values import line, mapping, number, prose, whole
from showctl.showfile.importer.report import ImportReport

_AFTER_WAIT = {"AutoNext", "TriggerAfterWait"}
"""The words of 0.5 and 0.6 for: the next cue starts when the post-wait, counted from the start, is over."""
_AFTER_END = {"AutoFollow", "TriggerAfterEnd"}
_SELECT = {"SelectAfterWait", "SelectAfterEnd"}
_HOLDERS = {
    "triggers": ("triggers", "a cue does not start others as it starts, stops or ends", "write cues that start them"),
    "controller": ("keys and messages that start it", "they are not those of showctl", "see hotkey and inputs"),
    "timecode": ("timecode", "cues do not send it", ""),
}


@dataclass(frozen=True, slots=True)
class Action:
    """What a cue does, as keys of a cue of ours. `lasts`: seconds that it takes in the other program and not here, None
    where nobody knows."""

    keys: dict[str, Any]
    notes: tuple[str, ...] = ()
    lasts: float | None = 0.0
    inside: tuple[dict[str, Any], ...] = ()
    """Of a group: the cues in it, without their numbers."""


@dataclass(slots=True)
class Session:
    """The cues in their order. Their numbers with us are their places from 1."""

    cues: list[dict[str, Any]]
    cart: bool
    report: ImportReport
    by_id: dict[str, int]
    by_index: dict[int, int]
    used: set[str] = field(default_factory=set)
    """The kinds of device that messages went to."""

    def where(self, place: int) -> str:
        """For the report: `cue 3 'Rain'`."""
        name = line(self.cues[place].get("name"))
        return f"cue {place + 1} '{name}'" if name else f"cue {place + 1}"


def numbered(cues: list[dict[str, Any]], cart: bool, report: ImportReport) -> Session:
    """The cues by their index; those that have none stay where they stand."""
    found = [whole(cue.get("index")) for cue in cues]
    index = [place if each is None or each < 0 else each for place, each in enumerate(found)]
    order = sorted(range(len(cues)), key=lambda place: (index[place], place))
    by_index: dict[int, int] = {}
    by_id: dict[str, int] = {}
    for place, old in enumerate(order):
        by_index.setdefault(index[old], place)
        if isinstance(cues[old].get("id"), str):
            by_id.setdefault(cues[old]["id"], place)
    return Session([cues[old] for old in order], cart, report, by_id, by_index)


def common(cue: dict[str, Any], where: str, notes: Iterable[str], report: ImportReport) -> dict[str, Any]:
    """Label, notes (with those that we have of it), colour and pre-wait, as far as they are written."""
    said: dict[str, Any] = {}
    if name := line(cue.get("name")):
        said["label"] = name
    if said_of_it := [text for text in (prose(cue.get("description")), *notes) if text]:
        said["notes"] = "\n".join(said_of_it)
    sheet = line(cue.get("stylesheet"))
    if colour := re.search(r"background(?:-color)?\s*:\s*(#[0-9a-fA-F]{6})\b", sheet):
        said["colour"] = colour[1].lower()
    if rest := re.sub(r"background(?:-color)?\s*:\s*#[0-9a-fA-F]{6}\s*;?|\s", "", sheet):
        report.leave_out(where, f"its appearance {rest}", "a cue has a colour, and no fonts")
    if wait := seconds(cue, "pre_wait", where, report):
        said["pre-wait"] = format_seconds(wait)
    return said


def continued(session: Session, place: int, lasts: float | None) -> dict[str, Any]:
    """`continue` and `post-wait`. In a cart the next cue is that of the next button, if there is one."""
    cue, where, report = session.cues[place], session.where(place), session.report
    word = line(cue.get("next_action")) or "DoNothing"
    wait = seconds(cue, "post_wait", where, report) if word in _AFTER_WAIT else 0.0
    if word in _SELECT:
        report.leave_out(where, f"its next action {word}", "GO puts the next cue in standby by itself")
    elif word not in _AFTER_WAIT | _AFTER_END | {"DoNothing"}:
        report.leave_out(where, f"its next action {word}", "it is not known")
    if word not in _AFTER_WAIT | _AFTER_END:
        return {}
    if session.cart:
        report.leave_out(where, f"its next action {word}", "cues of a cart start one by one")
        return {}
    if word in _AFTER_END and lasts is None:
        why, do = "it is not known when it ends", "the next cue waits for GO"
        report.leave_out(where, f"its next action {word}", why, do)
        return {}
    if word in _AFTER_END and lasts:
        report.choose(where, f"the next cue starts {format_seconds(lasts)} after it", "so long it lasts over there")
        return {"post-wait": format_seconds(lasts), "continue": "auto-continue"}
    if word in _AFTER_END:
        return {"continue": "auto-follow"}
    return ({"post-wait": format_seconds(wait)} if wait else {}) | {"continue": "auto-continue"}


def seconds(cue: dict[str, Any], key: str, where: str, report: ImportReport, unit: float = 1.0) -> float:
    """A time of a cue; one that makes no sense is left out, and 0. `unit`: 0.001 where the file has milliseconds."""
    written = cue.get(key)
    if written is None:
        return 0.0
    found = number(written)
    if found is None or not 0 <= found * unit <= DAY:
        if found != -1:  # which is how the program writes none
            report.leave_out(where, f"its {key.replace('_', '-')}", "it is no time from 0 to 24 hours")
        return 0.0
    return round(found * unit, 3)


def tell_unused(cue: dict[str, Any], where: str, report: ImportReport) -> None:
    """Say what a cue has besides that no cue of ours has."""
    for key, (what, why, do) in _HOLDERS.items():
        settings = mapping(cue.get(key))
        if any(bool(each) for name, each in settings.items() if name not in {"replace_hours", "track"}):
            kinds = f" ({', '.join(map(line, settings))})" if key != "timecode" else ""
            report.leave_out(where, f"its {what}{kinds}", why, do)
