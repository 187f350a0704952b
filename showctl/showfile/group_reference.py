"""What a cue's place means to it: what leads on in which kind of group, offsets, and carts."""

from typing import get_args

from showctl.model.cue import Continue, GroupMode
from showctl.model.problem import Path
from showctl.model.unit import parse_flag
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, Sequence

_OTHERS = {mode for mode in get_args(GroupMode) if mode != "timeline"}
_NOTHING_CONTINUES = {
    "timeline": "in a timeline group each cue starts at its own offset, so nothing continues; remove it and write at",
    "random": "of a random group one cue plays, so nothing continues; remove it, or group the two",
}


def is_cart(root: Mapping, name: str) -> bool:
    """Whether a list is a cart."""
    lists = root.get("lists")
    cue_list = lists.get(name) if isinstance(lists, Mapping) else None
    return isinstance(cue_list, Mapping) and _flag(cue_list.get("cart"))


def check_place(cue: Mapping, group: Mapping | None, path: Path, cart: bool, report: Report) -> None:
    """Report what a cue says that makes no sense where it stands: `group` is the one around it."""
    around = _text(group, "group")
    if "at" in cue and (group is None or around in _OTHERS):
        report.add((*path, "at"), "at has a meaning only inside a timeline group; write pre-wait instead", key=True)
    if _continues(cue):
        if around in _NOTHING_CONTINUES:
            report.add((*path, "continue"), _NOTHING_CONTINUES[around])
        elif cart and group is None:
            report.add((*path, "continue"), "in a cart nothing continues; remove it, or put the cues into a group")
        elif around == "sequence" and group is not None and _continues(group) and _is_last(cue, group):
            report.add(
                (*path, "continue"),
                "the last cue of a sequence leads to the cue after the group, but the group continues itself; "
                "remove one of the two",
            )
    if _text(cue, "group") == "sequence" and (cart if group is None else around != "sequence"):
        report.add(
            (*path, "group"),
            "GO steps through a sequence, so it stands in a list or in another sequence; write first then next",
        )
    if _flag(cue.get("on release")) and _text(cue, "if running") in {"", "restart"}:
        report.add(
            (*path, "on release"),
            "letting a key go cannot start a cue anew; write if running: stop, panic, break out or next",
        )
    if _text(cue, "if running") == "next" and _text(cue, "group") != "playlist":
        report.add((*path, "if running"), "only a playlist has a next cue; write restart, or group: playlist")


def _text(cue: Mapping | None, key: str) -> str:
    value = cue.get(key) if cue is not None else None
    return value.strip() if isinstance(value, str) else ""


def _continues(cue: Mapping) -> bool:
    return _text(cue, "continue") in {Continue.AUTO_CONTINUE, Continue.AUTO_FOLLOW}


def _is_last(cue: Mapping, group: Mapping) -> bool:
    cues = group.get("cues")
    return isinstance(cues, Sequence) and bool(cues) and cues[-1] is cue


def _flag(value: object) -> bool:
    try:
        return parse_flag(value)
    except ValueError:
        return False
