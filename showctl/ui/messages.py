"""What the message row has to say: errors until they are fixed, warnings until they are seen, the rest for a while."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from showctl.engine.event import AnyEvent, CommandTaken, GoRefused, TakeEnded, Taken, Warned
from showctl.engine.snapshot import DeviceStatus, Snapshot
from showctl.model.cue import CueId
from showctl.model.unit import format_seconds
from showctl.program.broken import broken_fact, first_broken
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.models.devices import BROKEN
from showctl.ui.reading import milliseconds, time_of_day

INFO_SHOWN = 6.0
"""Seconds that a message stays that needs no answer."""
LATE = 0.010
"""Lateness (p99, seconds) from which on the operator is told."""
MOST = 50
"""Warnings kept; the oldest goes first."""

Level = Literal["error", "warning", "info"]


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
        self._cues = dict(desk.session.show.walk())
        self._panic_light = desk.session.program.panic_light
        self._errors: dict[str, Message] = {}
        if fact := broken_fact(desk.session.program):
            self._errors["@broken"] = Message("error", f"{fact}.", first_broken(desk.session.program))
        self._warnings: list[Message] = []
        self._info: tuple[Message, float] | None = None
        self._info_stays = False
        self._interrupted: tuple[str, ...] = ()
        self._missing: set[str] = set()
        desk.happened.connect(self._note)
        desk.said.connect(self.inform)
        desk.snapshot_changed.connect(self._take)
        desk.ticked.connect(self._tick)

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

    def _say(self, fact: str, effect: str, *, stays: bool = False) -> None:
        """`stays`: a new error does not take its place."""
        self._info, self._info_stays = (Message("info", fact, effect), self._desk.clock()), stays
        self.changed.emit()

    def warn(self, fact: str, effect: str = "") -> None:
        """The same warning is kept once, as the newest."""
        message = Message("warning", fact, effect)
        self._warnings = [*(kept for kept in self._warnings if kept != message), message][-MOST:]
        self.changed.emit()

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, Warned):
            fact, dot, effect = event.text.partition(". ")
            self.warn(fact[:1].upper() + fact[1:] + (dot and "."), effect)
        elif isinstance(event, CommandTaken) and event.name == "panic":
            light = {"hold": "light is held", "out": "light goes out"}.get(self._panic_light, "light goes to its look")
            then = self._after_panic()
            self._say(f"Panic from {event.source}.", f"Everything is stopped, {light}. {then}.", stays=True)
        elif isinstance(event, Taken):
            self._say(f"Taking the show from {self._called(event.cue)}.", _taken_said(event))
        elif isinstance(event, TakeEnded) and event.stopped:
            unsent = f"{event.unsent} messages were not sent." if event.unsent else "All messages were sent."
            self.warn(f"Taking the show from {self._called(event.cue)} was stopped.", unsent)
        elif isinstance(event, GoRefused):
            standby = self._cues.get(self._desk.standby or "")
            left = f": {event.remaining:.1f} s too soon" if event.remaining else f": {event.reason}"
            effect = f"{called(standby)} is still in standby." if standby is not None else ""
            self._say(f"GO refused{left}.", effect)

    def _after_panic(self) -> str:
        """Which GO brings back what the panic takes of the light, where one does."""
        snapshot = self._desk.snapshot
        lists = self._desk.next_go.bring_back(snapshot, dark=True) if snapshot is not None else []
        if self._desk.list in lists:
            return "The next GO brings it back"
        names = [self._desk.session.show.cue_lists[name].label or name for name in lists]
        return f"GO on {' or '.join(names)} brings it back" if names else "Standby stays"

    def _called(self, cue: CueId) -> str:
        return called(self._cues[cue]) if cue in self._cues else cue

    def _take(self, snapshot: Snapshot) -> None:
        self._take_devices(snapshot)
        if snapshot.interrupted and snapshot.interrupted != self._interrupted:
            names = ", ".join(called(self._cues[cue]) for cue in snapshot.interrupted if cue in self._cues)
            self.warn(f"Interrupted when the engine was lost: {names}.", "Nothing is fired again.")
        self._interrupted = snapshot.interrupted
        late = snapshot.lateness
        said = Message(
            "error",
            f"Messages leave late: {milliseconds(late.p99)} in the last minute.",
            "Close what else runs on this machine.",
        )
        self._set_error("@lateness", said if late.count and late.p99 > LATE else None)

    def _take_devices(self, snapshot: Snapshot) -> None:
        for status in snapshot.devices:
            failing = status.state in ("error", "silent")
            if failing and status.device not in self._errors:
                at = time_of_day(snapshot.wall, self._desk.zone, seconds=True)
                fact = f"{status.device} {BROKEN[status.state]} since {at}."
                self._set_error(status.device, Message("error", fact, status.detail or "Its cues keep their timing."))
            elif not failing:
                self._set_error(status.device, None)
            if status.state == "missing":
                self._say_missing(status)
            (self._missing.add if status.state == "missing" else self._missing.discard)(status.device)

    def _say_missing(self, status: DeviceStatus) -> None:
        """Once; the reason may become known later, and stays up to date as long as the warning is to be seen."""
        said = Message("warning", f"{status.device} is missing.", status.detail or "Its cues keep their timing.")
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
    parts = [f"{event.messages} message{'s' if event.messages != 1 else ''}" if event.messages else ""]
    parts.append("light" if event.parameters else "")
    what = " and ".join(part for part in parts if part) or "Nothing to send"
    left = [device for device, _ in event.left_alone] + ["light"] * event.light_left_alone
    alone = f" {', '.join(left)} left alone." if left else ""
    return f"{what}, {format_seconds(round(event.seconds, 1))}{', then GO' if event.go else ''}." + alone
