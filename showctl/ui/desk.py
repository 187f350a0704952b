"""The open show as the panels see it: what the engine last said, what has happened, and the operator's acts."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from showctl.engine.command import (
    AnyCommand,
    Arm,
    Flag,
    Go,
    KeyReleased,
    Load,
    Panic,
    Pause,
    ReleaseList,
    Reset,
    Resume,
    SetStandby,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
)
from showctl.engine.event import AnyEvent, CueEnded, CueStarted, GoRefused, MasterMoved, SegmentStarted, Warned
from showctl.engine.snapshot import Snapshot
from showctl.model.cue import MAIN, CueId
from showctl.session.state import DocumentState, EngineState
from showctl.ui.hand_back import HandBack
from showctl.ui.known import Knowing, Known
from showctl.ui.mode import Modes
from showctl.ui.newer import Newer
from showctl.ui.session import Session
from showctl.ui.tongue import marked, tr

Clock = Callable[[], float]
NOT_PLAYING = {
    "starting": marked("engine starting"),
    "sending": marked("not attached"),
    "lost": marked("engine lost"),
    "failed": marked("no engine"),
}
"""Why GO is refused while no engine is attached."""
LIGHT_BACK = marked("GO brings light back")
LIGHT_FIRST = marked("GO sets light first, as the cues before it leave it")
NOT_UP = marked("key not let go")
"""Why GO is refused that comes before the GO key has come up since the last."""
LASTING = CueStarted | CueEnded | SegmentStarted | MasterMoved | Warned
"""What counts for a console that comes later: which cues are done, who moves a master, and warnings; a refused GO means
nothing later."""


class Desk(QObject):
    """One for the console. Panels listen to its signals and call its methods; nobody else talks to the session."""

    snapshot_changed = Signal(object)
    """A Snapshot. When the engine is lost: the last one, with nothing active; when there is none, nor in standby."""
    engine_changed = Signal(object)
    """An EngineState."""
    happened = Signal(object)
    """Each event, in order."""
    ticked = Signal(float)
    """Thirty times a second, with the instant on the engine's clock."""
    pressed = Signal()
    """GO went to the engine."""
    refused = Signal(str)
    """GO did nothing, and why, in two words."""
    show_changed = Signal()
    """`show`, `program` and `cues` are those of another state of the document; the snapshot comes anew after it."""
    list_changed = Signal(str)
    """GO and standby are another list's."""
    document_changed = Signal(object)
    """A DocumentState."""
    noticed = Signal(object)
    """Each Notice about the open show, in order."""
    said = Signal(str)
    """Something for the message row that needs no answer."""
    denied = Signal(str)
    """The same, of what was asked for and is not done."""

    def __init__(self, session: Session, clock: Clock, wall: Clock) -> None:
        """`clock`: the engine's monotonic clock. `wall`: Unix time."""
        super().__init__()
        self.session = session
        self.clock, self.wall = clock, wall
        self.modes = Modes(self)
        self.hand_back = HandBack(self)
        self.snapshot: Snapshot | None = None
        self.engine: EngineState | None = None
        self.document: DocumentState | None = None
        self.list = MAIN
        """Whose standby GO starts: the list shown last that is no cart."""
        self.key_down = False
        """Whether a GO key has not come up since it went down. Matters where the show says `go after key up`."""
        self._newer = Newer()
        self.snapshot_changed.connect(self.modes.take)
        self._knowing = Knowing(session.opened)
        self._show(self._knowing.newest(session.opened))

    # The show ------------------------------------------------------------------------------------------------------

    def _show(self, known: Known) -> None:
        self._opened = opened = known.opened
        self.show, self.program = opened.show, opened.program
        self.cues = known.cues
        """All cues of all lists."""
        self.next_go, self.sends = known.next_go, known.sends
        self.zone = ZoneInfo(opened.show.info.timezone)

    def _follow_document(self, newest: Snapshot | None) -> bool:
        """Come to another state of the document. Whether it was so."""
        known = self._knowing.newest(self.session.opened)
        if not self._newer.is_due(known.opened, self._opened, newest if self.attached else None, self.clock()):
            return False
        self._show(known)
        lists = self.show.cue_lists
        if self.list not in lists or lists[self.list].cart:
            self.list = next((name for name, each in lists.items() if not each.cart), MAIN)
        self.show_changed.emit()
        self.list_changed.emit(self.list)
        return True

    # What the engine says ------------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Take over what is new, newest snapshot only, then let everything that counts move on."""
        update = self.session.poll()
        followed = self._follow_document(update.snapshot or self.snapshot)
        for event in update.recent:
            if isinstance(event, LASTING):
                self.happened.emit(event)
        for event in update.events:
            self._take(event)
        if update.snapshot is not None and update.snapshot is not self.snapshot and not self._lost(update.engine):
            self.snapshot = update.snapshot
            self.snapshot_changed.emit(update.snapshot)
        elif followed and self.snapshot is not None:
            self.snapshot_changed.emit(self.snapshot)
        if update.engine != self.engine:
            self._take_engine(update.engine)
        if update.document is not None and update.document != self.document:
            self.document = update.document
            self.document_changed.emit(update.document)
        for notice in update.notices:
            self.noticed.emit(notice)
        self.ticked.emit(self.clock())

    def _take(self, event: AnyEvent) -> None:
        if isinstance(event, GoRefused):
            self.refused.emit(event.reason)
        self.happened.emit(event)

    def _take_engine(self, engine: EngineState) -> None:
        self.engine = engine
        self.engine_changed.emit(engine)
        if self._lost(engine) and self.snapshot is not None:
            lists = tuple(replace(each, dark=False) for each in self.snapshot.lists)  # a new one does not know of it
            if engine.kind == "failed":  # a new engine begins anew; one in the place of a lost one keeps standby
                lists = tuple(replace(each, standby=None) for each in lists)
            self.snapshot = replace(self.snapshot, lists=lists, active=(), guard_until=0.0, panic_until=0.0)
            self.snapshot_changed.emit(self.snapshot)

    @staticmethod
    def _lost(engine: EngineState) -> bool:
        return engine.kind in ("lost", "failed")

    @property
    def attached(self) -> bool:
        """Whether an engine takes commands."""
        return self.engine is not None and self.engine.kind in ("attached", "older")

    @property
    def in_touch(self) -> bool:
        """Whether there is an engine that says how it is, and that a panic would reach."""
        return self.attached or (self.engine is not None and self.engine.kind == "sending")

    @property
    def why_not(self) -> str:
        """Why no engine takes commands, in two words."""
        return tr(NOT_PLAYING.get(self.engine.kind if self.engine is not None else "starting", NOT_PLAYING["lost"]))

    @property
    def light_back(self) -> str:
        """Which GO brings back the light that a panic took, or else that GO here sets light first; empty where no GO
        has anything to bring back.
        """
        lists = self.next_go.bring_back(self.snapshot) if self.snapshot is not None else []
        if self.list in lists:
            return tr(LIGHT_BACK)
        if not lists and self.sets_light:
            return tr(LIGHT_FIRST)
        names = [self.show.cue_lists[name].label or name for name in lists]
        return "; ".join(tr("Light of {name} is dark; GO on {name} brings it back").format(name=name) for name in names)

    @property
    def sets_light(self) -> bool:
        """Whether the next GO is out of order and brings light to where its cue expects it, with no panic before it."""
        lists = self.snapshot.lists if self.snapshot is not None else ()
        return any(each.name == self.list and each.restores and not each.dark for each in lists)

    @property
    def standby(self) -> CueId | None:
        """The standby cue of GO's list."""
        return standby_of(self.snapshot, self.list)

    @property
    def guard_until(self) -> float:
        """The instant until which GO of this list is refused."""
        lists = self.snapshot.lists if self.snapshot is not None else ()
        return next((state.guard_until for state in lists if state.name == self.list), 0.0)

    @property
    def list_said(self) -> str:
        """What GO's list is called, where there are others with a standby; else nothing."""
        lists = {name: each for name, each in self.show.cue_lists.items() if each.cues and not each.cart}
        return (lists[self.list].label or self.list) if len(lists) > 1 and self.list in lists else ""

    # What the operator does ----------------------------------------------------------------------------------------

    def go(self) -> None:
        """Start the standby cue. Straight to the engine, before anything is painted."""
        if self.key_down and self.show.info.go_after_key_up:
            self._take(GoRefused(due=self.clock(), reason=tr(NOT_UP), source="console"))
        elif self.session.send(Go(list=self.list)):
            self.pressed.emit()
        else:
            self.refused.emit(self.why_not)

    def start(self, cue: CueId) -> None:
        """Start a cue; standby stays. What it does if it is active, its `if running` says."""
        self.send(StartCue(cue=cue))

    def let_go(self, cue: CueId) -> None:
        """The key that started a cue came up."""
        self.session.send(KeyReleased(cue=cue))

    def arm(self, cue: CueId, armed: bool) -> None:
        """Arm or disarm a cue for the evening."""
        self.send(Arm(cue=cue, armed=armed))

    def flag(self, cue: CueId, flagged: bool) -> None:
        """Flag a cue for the evening, or take its flag off."""
        self.send(Flag(cue=cue, flagged=flagged))

    def reset(self, cue: CueId) -> None:
        """Stop a cue and make it as the file says."""
        self.send(Reset(cue=cue))

    def release(self, name: str) -> None:
        """Give back all light of a list, in the show's `go to time`."""
        self.send(ReleaseList(list=name, time=self.program.go_to_time))

    def load(self, cue: CueId, at: float) -> None:
        """Let the next start of a cue begin so many seconds from its GO; below 0: before its end; 0: not loaded."""
        self.send(Load(cue=cue, at=at))

    def take_from(self, cue: CueId, *, go: bool, without: tuple[str, ...], light: bool) -> None:
        """Take the show from a cue: all stops, light and devices come to where the cues before it leave them."""
        self.send(TakeFrom(cue=cue, go=go, without=without, light=light))

    def panic(self) -> None:
        self.send(Panic())

    def step(self, step: int) -> None:
        """Move standby by so many cues."""
        self.send(StepStandby(step=step, list=self.list))

    def set_standby(self, cue: CueId) -> None:
        self.send(SetStandby(cue=cue))

    def stop(self, cue: CueId | None = None) -> None:
        """Stop one cue, or all."""
        self.send(Stop(cue=cue))

    def pause(self, cue: CueId | None = None) -> None:
        """Pause one cue, or all."""
        self.send(Pause(cue=cue))

    def resume(self, cue: CueId | None = None) -> None:
        """Go on with one cue, or all."""
        self.send(Resume(cue=cue))

    def show_list(self, name: str) -> None:
        """Another cue list is shown: from now on GO is its own, unless it is a cart, which has no standby."""
        if name != self.list and not self.show.cue_lists[name].cart:
            self.list = name
            self.list_changed.emit(name)

    def send(self, command: AnyCommand) -> None:
        if not self.session.send(command):
            self.denied.emit(tr("Nothing was sent: {why_not}.").format(why_not=self.why_not))


def standby_of(snapshot: Snapshot | None, name: str) -> CueId | None:
    """The standby cue of a list; None at its end, and before the engine has spoken."""
    if snapshot is None:
        return None
    return next((state.standby for state in snapshot.lists if state.name == name), None)
