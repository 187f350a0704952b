"""What the operator can do with one cue, besides GO, and with a list: what is offered, in which words, what is sent."""

from collections.abc import Callable
from dataclasses import dataclass

from showctl.cues.group import GroupCue
from showctl.model.effect import Fade
from showctl.model.unit import format_seconds
from showctl.program.played import effects_in
from showctl.ui.desk import Desk
from showctl.ui.models.cue_tree import CueRow, CueTreeModel

STANDBY, START, PAUSE, STOP, LOAD, TAKE, ARM, FLAG, RESET, RELEASE = (
    "standby", "start", "pause", "stop", "load", "take", "arm", "flag", "reset", "release"
)  # fmt: skip
MENU = "menu"
"""Asks what can be done."""
KEYS = {
    STANDBY: "Enter", START: "V", PAUSE: "P", STOP: "S", LOAD: "L", TAKE: "T", ARM: "Shift+A", FLAG: "Shift+F"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of a cue's menu."""

    act: str
    words: str
    key: str = ""


class Acts:
    """Sends commands about one cue. What needs to be asked first (load, take) its panels do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._acts: dict[str, Callable[[CueRow], None]] = {
            START: lambda row: desk.start(row.id),
            STOP: lambda row: desk.stop(row.id),
            PAUSE: self._pause,
            ARM: lambda row: desk.arm(row.id, not row.armed),
            FLAG: lambda row: desk.flag(row.id, not row.flagged),
            RESET: lambda row: desk.reset(row.id),
        }

    def do(self, act: str, row: CueRow) -> None:
        """Do one of the above; anything else does nothing."""
        if act in self._acts:
            self._acts[act](row)

    def _pause(self, row: CueRow) -> None:
        if row.active is not None:
            (self._desk.resume if row.active.paused_at is not None else self._desk.pause)(row.id)

    def offers(self, row: CueRow, model: CueTreeModel) -> list[Offer]:
        """What makes sense for a cue as it is now."""
        found = []
        if not model.cart:
            if standby_refused(row, model) == "":
                found.append(Offer(STANDBY, "Standby here"))
            found.append(Offer(START, "Start now, standby stays"))
        else:
            found.append(Offer(START, "Start"))
        if row.active is not None:
            found.append(Offer(PAUSE, "Resume" if row.active.paused_at is not None else "Pause"))
            found.append(Offer(STOP, "Stop"))
        found.append(Offer(LOAD, "Load to a time …"))
        if not model.cart and standby_refused(row, model) == "":
            found.append(Offer(TAKE, "Take the show from here …"))
        found.append(Offer(ARM, f"{'Disarm' if row.armed else 'Arm'} for this evening"))
        found.append(Offer(FLAG, f"{'Take the flag off' if row.flagged else 'Flag'} for this evening"))
        if row.changed:
            found.append(Offer(RESET, "Stop, and as the file says"))
        return [Offer(each.act, each.words, KEYS.get(each.act, "")) for each in found]


def offers_of_list(desk: Desk, model: CueTreeModel) -> list[Offer]:
    """What makes sense for a whole list."""
    program = desk.session.program
    cues = next(each.cues for each in program.lists if each.name == model.name)
    if not any(isinstance(effect, Fade) for effect in effects_in(program.cues, cues)):
        return []
    return [Offer(RELEASE, f"Give back its light, in {format_seconds(program.go_to_time)}")]


def standby_refused(row: CueRow, model: CueTreeModel) -> str:
    """Why a cue cannot be in standby; empty where it can. GO reaches the cues of the list and of its sequences."""
    if model.cart:
        return f"{model.label} is a cart: its cues are started directly, and none is in standby."
    entire = [g for g in model.around(row) if not isinstance(g.cue, GroupCue) or g.cue.group != "sequence"]
    if entire:
        group, number = entire[-1].cue.number, row.cue.number
        return (
            f"{number} is inside {group} and cannot be in standby. Start it ({KEYS[START]}), or put {group} in standby."
        )
    return ""
