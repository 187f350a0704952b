"""A session without a second process: the real player, mixer and recording outputs in this one, on a clock of ours.

It has the methods of `showctl.session.session.Session`, and a real document, so the console cannot tell it from the
real one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from showctl.engine.amend import Amend
from showctl.engine.command import AnyCommand, Panic, Shutdown, TakeFrom
from showctl.engine.event import AnyEvent, Sent
from showctl.engine.frame_rates import FrameRates
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.provenance import Look, Seen
from showctl.engine.snapshot import DeviceStatus, Lateness, Snapshot
from showctl.engine.source import Provenance
from showctl.engine.stage import Stage
from showctl.engine.taking import taking_of
from showctl.engine.whose import Origins, whose
from showctl.model.cue import CueId
from showctl.model.show import Show
from showctl.outputs.recording import Recording
from showctl.program.chase import Chase, armed_as_now, chase
from showctl.program.destination import Destination
from showctl.program.opening import Opened
from showctl.program.program import OscTarget, Program, SacnTarget
from showctl.session.change import Changing
from showctl.session.document import Document
from showctl.session.message_log import MessageLog
from showctl.session.state import EngineKind, EngineState, Update
from showctl.session.states import Step
from showctl.showfile.load import Loaded, Refused, load


@dataclass
class ManualClock:
    """A clock that stands until it is moved."""

    instant: float = 1000.0
    wall_at_zero: float = 1_795_800_000.0

    def __call__(self) -> float:
        return self.instant

    def wall(self) -> float:
        return self.wall_at_zero + self.instant


@dataclass
class LocalSession:
    """Plays a show by the clock that it is given; `poll` first catches up with it."""

    path: Path
    clock: Callable[[], float]
    wall: Callable[[], float]
    outputs_off: bool = False
    on_disk: bool = False
    """Whether the document is locked, kept and saved; else nothing is written anywhere."""
    closed: bool | None = None
    """Whether the engine was stopped on closing; None while open."""
    handed_over: int = 0
    started: int = 0
    agreed: int = 0
    """How often an engine was asked for, and one that sends was agreed to."""
    new_destinations: list[Destination] = field(default_factory=list)
    """Where nobody has agreed to send to."""
    statuses: Mapping[str, DeviceStatus] = field(default_factory=dict)
    """What devices would report, over what the recording says."""
    lateness: Lateness = field(default_factory=Lateness)
    listens: bool = False
    """Whether the log is to have what comes in."""
    log: MessageLog = field(default_factory=MessageLog)
    commands: list[AnyCommand] = field(default_factory=list)
    """All that was sent."""
    more: dict[str, object] = field(default_factory=dict)
    """Fields of the snapshot to set besides."""

    def __post_init__(self) -> None:
        self.document = Document.open(self.path) if self.on_disk else Document(self.path, _loaded(self.path))
        self.opened: Opened = self.document.opened()
        self._events: list[AnyEvent] = []
        self._sent: dict[str, int] = {}
        self._anything = False
        self._outputs = self._recordings(self.program, None)
        self._player = Player(self.program, wall_at=lambda instant: instant + self.wall() - self.clock())
        self._playback = Playback(
            self.program,
            self._player,
            mixer_for(self.program),
            self._outputs,
            self._note,
        )
        self._stage = Stage(self._playback, FrameRates(len(self.program.universes), ()), self._outputs, ())
        self._engine = EngineState("attached", "The engine plays this show.", self.clock())
        self._serial = 0
        self._followed = self.document.serial
        self._told: Snapshot | None = None

    @property
    def show(self) -> Show:
        return self.opened.show

    @property
    def program(self) -> Program:
        return self.opened.program

    def _recordings(self, program: Program, before: Program | None) -> dict[str, Recording]:
        """As the host does: what goes where it went stays open."""
        was = before.targets if before is not None else ()
        return {
            target.device: self._outputs[target.device] if target in was else Recording(target, self._note)
            for target in program.targets
            if not isinstance(target, SacnTarget)
        }

    def _note(self, event: AnyEvent) -> None:
        self._events.append(event)
        self._anything = self._anything or not self.outputs_off
        if isinstance(event, Sent):
            self._sent[event.device] = self._sent.get(event.device, 0) + 1

    def engine(self, kind: EngineKind, text: str = "") -> None:
        """Let it be lost, found, or of an older state."""
        self._engine = EngineState(kind, text, self.clock())

    # What a Session has --------------------------------------------------------------------------------------------

    def send(self, command: AnyCommand) -> bool:
        if self._engine.kind not in ("attached", "older", "sending"):
            return False
        if self._engine.kind == "sending" and not isinstance(command, Panic):
            return False
        assert not isinstance(command, Shutdown)
        self.commands.append(command)
        self._catch_up()
        if isinstance(command, TakeFrom):
            taking = taking_of(self.program, command, self._player.evening, self._player.last_sent.knows)
            self._playback.handle(taking, self.clock())
        else:
            self._playback.handle(command, self.clock())
        self._catch_up()
        return True

    def listen(self, on: bool) -> None:
        self.listens = on

    def whose(self, universe: int) -> Provenance | None:
        self._catch_up()
        found: list[Seen | None] = []
        Look(universe, found.append).carry_out(self._stage, self.clock())
        seen = found[0]
        slots = whose(seen, self._player.evening.disarmed, Origins()) if seen is not None else {}
        return Provenance(universe, self.clock(), slots)

    def levels(self) -> tuple[tuple[int, ...], NDArray[np.uint8]] | None:
        self._catch_up()
        return self.program.universes, self._stage.going_out(self.clock())[0].copy()

    def chase(self, cue: CueId) -> Chase:
        evening = self._player.evening
        return chase(armed_as_now(self.program, evening.armed, evening.disarmed), cue)

    def _catch_up(self) -> None:
        self._playback.advance(self.clock())

    def poll(self) -> Update:
        snapshot = None
        self._amend()
        if self._engine.kind in ("attached", "older", "sending"):
            self._catch_up()
            snapshot = self._snapshot()
        events, self._events = tuple(self._events), []
        self.log.take(events, 0)
        return Update(snapshot, events, self._engine, (), self.document.now(), tuple(self.document.poll()))

    def start(self) -> None:
        self.started += 1

    def attach_anyway(self) -> None:
        self.agreed += 1

    def hand_over(self) -> None:
        self.handed_over += 1

    def edit(self, edit: Changing) -> str:
        return _name(self.document.edit(edit))

    def undo(self) -> str:
        return _name(self.document.undo())

    def redo(self) -> str:
        return _name(self.document.redo())

    def save(self, *, over_others: bool = False) -> None:
        self.document.save(over_others=over_others)

    def reload(self) -> str:
        return _name(self.document.reload())

    def claim(self) -> None:
        self.document.claim()

    def take_recovery(self) -> str:
        return _name(self.document.take_recovery())

    def agree(self) -> str:
        self.new_destinations = []
        return ""

    def close(self, *, stop_engine: bool, discard_edits: bool = False) -> None:
        self.closed = stop_engine
        self.document.close(discard_edits=discard_edits)

    def _amend(self) -> None:
        """Come to the state of the document, and play it from now on."""
        if self.document.serial == self._followed:
            return
        self._followed = self.document.serial
        before, (self.opened, renamed) = self.program, self.document.to_play()
        if self.program is before:
            return
        self._outputs = self._recordings(self.program, before)
        amend = Amend(self.program, renamed, self._stage, self._outputs, (), None)
        self._catch_up()
        amend.swap(self._stage, self.clock())
        self._catch_up()

    # The picture ---------------------------------------------------------------------------------------------------

    def _snapshot(self) -> Snapshot | None:
        now, player = self.clock(), self._player
        made = Snapshot(
            serial=0,
            instant=now,
            wall=self.wall(),
            digest=self.program.digest,
            outputs_off=self.outputs_off,
            anything_sent=self._anything,
            realtime="no",
            lists=player.lists(),
            active=player.active(now),
            devices=tuple(self._status(target.device) for target in self.program.targets),
            lateness=self.lateness,
            day=player.day.show,
            rehearsed=player.day.rehearsed,
            guard_until=player.guard_until,
            panic_until=player.panic_until,
            last_go=player.last_go,
            last_go_at=player.last_go_at,
            armed=player.evening.armed,
            disarmed=player.evening.disarmed,
            flagged=player.evening.flagged,
            unflagged=player.evening.unflagged,
            masters=self._playback.mixer.masters.seen(now),
            blackout=self._playback.mixer.masters.blackout,
            parked=self._playback.hands.parked,
            highlighted=self._playback.hands.highlighted,
            taking=player.taking,
            loaded=player.loaded,
            overrides=self._playback.overrides.seen(),
            rehearsal=self._playback.overrides.rehearsal,
        )
        made = replace(made, **self.more)
        if self._told is not None and replace(made, serial=0, instant=0, wall=0) == self._told:
            return None
        self._told = replace(made, serial=0, instant=0, wall=0)
        self._serial += 1
        return replace(made, serial=self._serial)

    def _status(self, device: str) -> DeviceStatus:
        if device in self.statuses:
            return self.statuses[device]
        target = next(target for target in self.program.targets if target.device == device)
        protocol = "sacn" if isinstance(target, SacnTarget) else "osc" if isinstance(target, OscTarget) else "midi"
        sent = self._sent.get(device, 0)
        state = "off" if self.outputs_off else "sent" if sent else "unused"
        return DeviceStatus(device, protocol, "127.0.0.1", state, sent=sent)


def _loaded(path: Path) -> Loaded | Refused:
    try:
        return load(path)
    except Refused as refused:
        return refused


def _name(step: Step | None) -> str:
    return step.name if step is not None else ""
