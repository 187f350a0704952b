"""What the operator can do with one cue, besides GO, and with a list: what is offered, in which words, what is sent."""

from collections.abc import Callable
from dataclasses import dataclass

from showctl.cues.group import GroupCue
from showctl.engine.command import SendNow, SkipWait
from showctl.model.effect import Fade
from showctl.model.unit import format_seconds
from showctl.program.played import effects_in
from showctl.ui.desk import Desk
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import CueTreeModel
from showctl.ui.tongue import tr

STANDBY, START, PAUSE, STOP, LOAD, TAKE, ARM, FLAG, RESET, RELEASE, SKIP, SEND = (
    "standby", "start", "pause", "stop", "load", "take", "arm", "flag", "reset", "release", "skip", "send"
)  # fmt: skip
MENU = "menu"
"""Asks what can be done."""
EDIT = "edit"
"""Asks what can be done to the cue as it is written."""
TABLE = {
    START: "start", PAUSE: "pause", STOP: "stop", LOAD: "load", SKIP: "skip wait", SEND: "send now", TAKE: "take",
    ARM: "arm", FLAG: "flag",
}  # fmt: skip
"""What each is called in the table of keys."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of a cue's menu."""

    act: str
    words: str
    key: str = ""
    off: str = ""
    """Why it cannot be done now, as a sentence; empty where it can."""


class Acts:
    """Sends commands about one cue. What needs to be asked first (load, take) its panels do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.key: Callable[[str], str] = lambda act: ""
        """The key of an act of the table."""
        self._acts: dict[str, Callable[[CueRow], None]] = {
            START: lambda row: desk.start(row.id),
            STOP: lambda row: desk.stop(row.id),
            PAUSE: self._pause,
            ARM: lambda row: desk.arm(row.id, not row.armed),
            FLAG: lambda row: desk.flag(row.id, not row.flagged),
            RESET: lambda row: desk.reset(row.id),
            SKIP: lambda row: desk.send(SkipWait(cue=row.id)),
            SEND: lambda row: desk.send(SendNow(cue=row.id)),
        }

    def do(self, act: str, row: CueRow) -> None:
        """Do one of the above; anything else does nothing."""
        if act in self._acts:
            self._acts[act](row)

    def _pause(self, row: CueRow) -> None:
        if row.active is not None:
            (self._desk.resume if row.active.paused_at is not None else self._desk.pause)(row.id)

    def _key_of(self, act: str) -> str:
        return "Enter" if act == STANDBY else self.key(TABLE[act]) if act in TABLE else ""

    def offers(self, row: CueRow, model: CueTreeModel) -> list[Offer]:
        """What makes sense for a cue as it is now."""
        found = []
        if not model.cart:
            if standby_refused(row, model) == "":
                found.append(Offer(STANDBY, tr("Standby here")))
            found.append(Offer(START, tr("Start now, standby stays")))
        else:
            found.append(Offer(START, tr("Start")))
        if row.active is not None:
            found.append(Offer(PAUSE, tr("Resume") if row.active.paused_at is not None else tr("Pause")))
            found.append(Offer(STOP, tr("Stop")))
            if row.active.state in ("pre-wait", "post-wait") or row.active.next_at is not None:
                found.append(Offer(SKIP, tr("Skip the wait")))
        if not row.cue.children:
            found.append(Offer(SEND, tr("Send now, without starting it")))
        found.append(Offer(LOAD, tr("Load to a time …")))
        if not model.cart and standby_refused(row, model) == "":
            found.append(Offer(TAKE, tr("Take the show from here …")))
        found.append(Offer(ARM, tr("Disarm for this evening") if row.armed else tr("Arm for this evening")))
        found.append(
            Offer(FLAG, tr("Take the flag off for this evening") if row.flagged else tr("Flag for this evening"))
        )
        if row.changed:
            found.append(Offer(RESET, tr("Stop, and as the file says")))
        if not self._desk.session.document.read_only:
            locked = self._desk.modes.may_edit("label")
            found.append(Offer(EDIT, tr("Edit …"), off=f"{locked}." if locked else ""))
        return [Offer(each.act, each.words, self._key_of(each.act), each.off) for each in found]


def offers_of_list(desk: Desk, model: CueTreeModel) -> list[Offer]:
    """What makes sense for a whole list."""
    program = desk.program
    cues = next(each.cues for each in program.lists if each.name == model.name)
    if not any(isinstance(effect, Fade) for effect in effects_in(program.cues, cues)):
        return []
    return [Offer(RELEASE, tr("Give back its light, in {time}").format(time=format_seconds(program.go_to_time)))]


def standby_refused(row: CueRow, model: CueTreeModel) -> str:
    """Why a cue cannot be in standby; empty where it can. GO reaches the cues of the list and of its sequences."""
    if model.cart:
        return tr("{label} is a cart: its cues are started directly, and none is in standby.").format(label=model.label)
    entire = [g for g in model.around(row) if not isinstance(g.cue, GroupCue) or g.cue.group != "sequence"]
    if entire:
        group, number = entire[-1].cue.number, row.cue.number
        return tr(
            "{number} is inside {group} and cannot be in standby. Start it (V), or put {group} in standby."
        ).format(number=number, group=group)
    return ""
