"""What the message row has to say: errors until they are fixed, warnings until they are seen, the rest for a while."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from showctl.engine.event import AnyEvent, CommandTaken, GoRefused, TakeEnded, Taken, Warned
from showctl.engine.snapshot import DeviceStatus, Snapshot
from showctl.model.cue import CueId
from showctl.model.unit import format_seconds
from showctl.program.broken import broken_fact, first_broken
from showctl.session.notice import Notice
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.models.devices import BROKEN
from showctl.ui.reading import milliseconds, time_of_day
from showctl.ui.tongue import tr

INFO_SHOWN = 6.0
"""Seconds that a message stays that needs no answer."""
LATE = 0.010
"""Lateness (p99, seconds) from which on the operator is told."""
MOST = 50
"""Warnings kept; the oldest goes first."""

Level = Literal["error", "warning", "denied", "info"]
"""`denied` has the shape of a warning, and goes by itself."""


@dataclass(frozen=True)
class Message:
    """Bold fact, then what it means for the show."""

    level: Level
    fact: str
    effect: str = ""


class Messages(QObject):
    """Keeps what is to be said. What was said just now wins until a new error comes (a panic: for its
    time), then errors, then warnings."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._errors: dict[str, Message] = {}
        self._warnings: list[Message] = []
        self._info: tuple[Message, float] | None = None
        self._info_stays = False
        self._interrupted: tuple[str, ...] = ()
        self._missing: set[str] = set()
        self._failing: dict[str, str] = {}
        """How each failing device fails, as it is said."""
        self._follow()
        desk.show_changed.connect(self._follow)
        desk.happened.connect(self._note)
        desk.said.connect(self.inform)
        desk.denied.connect(self._deny)
        desk.noticed.connect(self._take_notice)
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(lambda _: self._forget_engine())
        desk.ticked.connect(self._tick)

    def _follow(self) -> None:
        """What the show as it is now says itself: which of its cues are broken."""
        fact = broken_fact(self._desk.program)
        said = Message("error", f"{fact}.", first_broken(self._desk.program)) if fact else None
        if said != self._errors.get("@broken"):
            self._set_error("@broken", None)
            self._set_error("@broken", said)

    @property
    def top(self) -> Message | None:
        """What is shown."""
        if self._info is not None:
            return self._info[0]
        if self._errors:
            return list(self._errors.values())[-1]
        return self._warnings[-1] if self._warnings else None

    @property
    def more(self) -> list[Message]:
        """The others that wait."""
        waiting = [*self._warnings, *self._errors.values()]
        return [message for message in reversed(waiting) if message is not self.top]

    def seen(self) -> None:
        """The warning on top has been read."""
        if self.top in self._warnings:
            self._warnings.pop()
        self.changed.emit()

    def inform(self, text: str) -> None:
        fact, dot, effect = text.partition(". ")
        self._say(fact + (dot and "."), effect)

    def _deny(self, text: str) -> None:
        fact, dot, effect = text.partition(". ")
        self._say(fact + (dot and "."), effect, level="denied")

    def _say(self, fact: str, effect: str, *, stays: bool = False, level: Level = "info") -> None:
        """`stays`: a new error does not take its place."""
        self._info, self._info_stays = (Message(level, fact, effect), self._desk.clock()), stays
        self.changed.emit()

    def warn(self, fact: str, effect: str = "") -> None:
        """The same warning is kept once, as the newest."""
        message = Message("warning", fact, effect)
        self._warnings = [*(kept for kept in self._warnings if kept != message), message][-MOST:]
        self.changed.emit()

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, Warned):
            fact, dot, effect = event.text.partition(". ")
            self.warn(_sentence(fact) + (dot and "."), effect)
        elif isinstance(event, CommandTaken) and event.name == "panic":
            light = {"hold": tr("light is held"), "out": tr("light goes out")}.get(
                self._desk.program.panic_light, "light goes to its look"
            )
            then = self._after_panic()
            self._say(
                tr("Panic from {source}.").format(source=event.source),
                tr("Everything is stopped, {light}. {then}.").format(light=light, then=then),
                stays=True,
            )
        elif isinstance(event, Taken):
            self._say(tr("Taking the show from {called}.").format(called=self._called(event.cue)), _taken_said(event))
        elif isinstance(event, TakeEnded) and event.stopped:
            unsent = (
                tr("%n message(s) (was|were) not sent.", "", event.unsent)
                if event.unsent
                else tr("All messages were sent.")
            )
            self.warn(tr("Taking the show from {called} was stopped.").format(called=self._called(event.cue)), unsent)
        elif isinstance(event, GoRefused):
            standby = self._desk.cues.get(self._desk.standby or "")
            left = (
                tr(": {remaining:.1f} s too soon").format(remaining=event.remaining)
                if event.remaining
                else f": {event.reason}"
            )
            effect = tr("{cue} is still in standby.").format(cue=called(standby)) if standby is not None else ""
            self._say(tr("GO refused{left}.").format(left=left), effect, level="denied")

    def _take_notice(self, notice: Notice) -> None:
        """What needs an answer has a banner."""
        if notice.kind in ("saved", "edited"):
            self.inform(notice.text)
        elif notice.kind == "torn":
            self.warn(tr("Edits of last time are torn."), notice.text)

    def _after_panic(self) -> str:
        """Which GO brings back what the panic takes of the light, where one does."""
        snapshot = self._desk.snapshot
        lists = self._desk.next_go.bring_back(snapshot, dark=True) if snapshot is not None else []
        if self._desk.list in lists:
            return tr("The next GO brings it back")
        names = [self._desk.show.cue_lists[name].label or name for name in lists]
        return tr("GO on {names} brings it back").format(names=tr(" or ").join(names)) if names else tr("Standby stays")

    def _called(self, cue: CueId) -> str:
        return called(self._desk.cues[cue]) if cue in self._desk.cues else cue

    def _forget_engine(self) -> None:
        """Of an engine that is gone nobody knows how its devices are: what it said of them is no error of now."""
        if self._desk.in_touch:
            if self._desk.snapshot is not None:
                self._take_devices(self._desk.snapshot)
            return
        for key in (*self._failing, "@lateness"):
            self._set_error(key, None)
        self._failing.clear()

    def _take(self, snapshot: Snapshot) -> None:
        if self._desk.in_touch:
            self._take_devices(snapshot)
        if snapshot.interrupted and snapshot.interrupted != self._interrupted:
            cues = [self._desk.cues[cue] for cue in snapshot.interrupted if cue in self._desk.cues]
            # Long labels would push the other numbers out of the row.
            names = called(cues[0]) if len(cues) == 1 else ", ".join(cue.number for cue in cues)
            self.warn(
                tr("Interrupted when the engine was lost: {names}.").format(names=names), tr("Nothing is fired again.")
            )
        self._interrupted = snapshot.interrupted
        late = snapshot.lateness
        said = Message(
            "error",
            tr("Messages leave late: {time} in the last minute.").format(time=milliseconds(late.p99)),
            tr("Close what else runs on this machine."),
        )
        late_now = self._desk.in_touch and late.count and late.p99 > LATE
        self._set_error("@lateness", said if late_now else None)

    def _take_devices(self, snapshot: Snapshot) -> None:
        for status in snapshot.devices:
            failing = status.state in ("error", "silent")
            if failing and self._failing.get(status.device) != status.state:
                self._set_error(status.device, None)  # what is wrong now is another thing, and newer
                at = time_of_day(snapshot.wall, self._desk.zone, seconds=True)
                fact = tr("{device} {broken} since {at}.").format(
                    device=status.device, broken=tr(BROKEN[status.state]), at=at
                )
                effect = _sentence(status.detail) or tr("Its cues keep their timing.")
                self._set_error(status.device, Message("error", fact, effect))
            elif not failing:
                self._set_error(status.device, None)
            if failing:
                self._failing[status.device] = status.state
            else:
                self._failing.pop(status.device, None)
            if status.state == "missing":
                self._say_missing(status)
            (self._missing.add if status.state == "missing" else self._missing.discard)(status.device)

    def _say_missing(self, status: DeviceStatus) -> None:
        """Once; the reason may become known later, and stays up to date as long as the warning is to be seen."""
        said = Message(
            "warning",
            tr("{device} is missing.").format(device=status.device),
            status.detail or tr("Its cues keep their timing."),
        )
        if status.device not in self._missing:
            self.warn(said.fact, said.effect)
            return
        renewed = [said if kept.fact == said.fact else kept for kept in self._warnings]
        if renewed != self._warnings:
            self._warnings = renewed
            self.changed.emit()

    def _set_error(self, key: str, message: Message | None) -> None:
        if message is None:
            if self._errors.pop(key, None) is not None:
                self.changed.emit()
        elif key not in self._errors:
            self._errors[key] = message
            self._info = self._info if self._info_stays else None
            self.changed.emit()

    def _tick(self, now: float) -> None:
        if self._info is not None and now - self._info[1] > INFO_SHOWN:
            self._info = None
            self.changed.emit()


def _taken_said(event: Taken) -> str:
    """`4 messages and light, 1s; 2 notes in the journal.`"""
    parts = [tr("%n message(s)", "", event.messages) if event.messages else ""]
    parts.append(tr("light") if event.parameters else "")
    what = tr(" and ").join(part for part in parts if part) or tr("Nothing to send")
    left = [device for device, _ in event.left_alone] + [tr("light")] * event.light_left_alone
    alone = tr(" {left} left alone.").format(left=", ".join(left)) if left else ""
    return f"{what}, {format_seconds(round(event.seconds, 1))}{(tr(', then GO') if event.go else '')}." + alone


def _sentence(text: str) -> str:
    """As it begins after a full stop."""
    return text[:1].upper() + text[1:]
