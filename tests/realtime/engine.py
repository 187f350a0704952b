"""The real dispatcher with the real outputs, playing a program that a test writes down by hand."""

import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from showctl.engine.clock import SystemClock
from showctl.engine.command import AnyCommand, Shutdown
from showctl.engine.event import AnyEvent, Sent
from showctl.engine.outbox import Ended, Outbox
from showctl.engine.snapshot import Snapshot
from showctl.host.playing import Playing
from showctl.model.cue import Continue
from showctl.model.effect import Effect, Fade
from showctl.program.program import (
    CompiledCue,
    CompiledList,
    FixtureLayout,
    FixtureTable,
    OscTarget,
    Parameters,
    Program,
    SacnTarget,
)
from tests.receivers.wait import wait_until

CID = uuid.UUID("12345678-1234-5678-1234-567812345678")
NODE = ("127.0.0.1", 5568)


def dimmers(universes: int, each: int = 512) -> Parameters:
    """8-bit dimmers on the first addresses of every universe."""
    row = np.repeat(np.arange(universes, dtype="<i4"), each)
    slots = np.full((row.size, 3), -1, "<i4")
    slots[:, 0] = np.tile(np.arange(each), universes)
    none = np.full(row.size, -1, "<i4").tobytes()
    zero = np.zeros(row.size, "<f4").tobytes()
    exempt, intensity = bytes(row.size), b"\1" * row.size
    return Parameters(row.tobytes(), slots.tobytes(), none, zero, intensity, exempt)


def fade(time: float, targets: dict[int, float]) -> Fade:
    return Fade(0.0, time, np.array(list(targets), "<i4").tobytes(), np.array(list(targets.values()), "<f4").tobytes())


def cue(
    number: str, *effects: Effect, duration: float = 0.0, post_wait: float = 0.0, auto_continue: bool = False
) -> CompiledCue:
    follow = Continue.AUTO_CONTINUE if auto_continue else Continue.NONE
    return CompiledCue(number, number, "", "main", "light", True, 0.0, post_wait, follow, duration, effects)


def program(
    cues: Sequence[CompiledCue],
    universes: tuple[int, ...] = (1,),
    each: int = 512,
    rigs: Sequence[SacnTarget] | None = None,
    desks: Sequence[OscTarget] = (),
) -> Program:
    rigs = (SacnTarget("rig", universes, (NODE,), 110, "Test"),) if rigs is None else rigs
    return Program(
        title="Test",
        digest="d" * 64,
        go_guard=0.0,
        panic_time=1.0,
        panic_light="hold",
        panic_look=(),
        lists=(CompiledList("main", "", tuple(c.id for c in cues)),),
        cues={c.id: c for c in cues},
        targets=(*rigs, *desks),
        universes=universes,
        parameters=dimmers(len(universes), each),
        fixtures=_fixtures(universes, each),
    )


def _fixtures(universes: tuple[int, ...], each: int) -> FixtureTable:
    """One in each universe, with all of its parameters: known again in another state of the show by its name."""
    first = np.arange(len(universes), dtype="<i4") * each
    layout = FixtureLayout(tuple(f"p{slot}" for slot in range(each)), np.full(each, np.nan, "<f4").tobytes())
    names = tuple(f"u{universe}" for universe in universes)
    return FixtureTable(names, first.tobytes(), np.zeros(len(universes), "<i4").tobytes(), (layout,))


@dataclass
class Engine:
    """What a running engine takes and what it said so far."""

    playing: Playing
    outbox: Outbox
    events: list[AnyEvent] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)
    ended: Ended | None = None

    def post(self, *commands: AnyCommand) -> None:
        for command in commands:
            self.playing.post(command)

    @property
    def sent(self) -> list[Sent]:
        return [event for event in self.events if isinstance(event, Sent)]

    def wait_for(self, kind: type[AnyEvent], count: int = 1) -> list[AnyEvent]:
        """The events of a kind, once there are so many."""

        def found() -> list[AnyEvent]:
            return [event for event in self.events if isinstance(event, kind)]

        wait_until(lambda: len(found()) >= count, f"{count} {kind.__name__}")
        return found()

    def read(self) -> None:
        while self.ended is None:
            (item,) = self.outbox.take(1)
            if isinstance(item, Ended):
                self.ended = item
            elif isinstance(item, Snapshot):
                self.snapshots.append(item)
            else:
                self.events.append(item)

    def stop(self) -> None:
        """A clean stop, if it has not ended yet."""
        self.post(Shutdown())
        self.playing.close()


@contextmanager
def running(program: Program, store: Path, *, outputs_off: bool = False) -> Iterator[Engine]:
    """The engine of a program until the block ends, then a clean stop."""
    outbox = Outbox()
    engine = Engine(Playing(program, store, CID, SystemClock(), outbox, outputs_off=outputs_off), outbox)
    reader = threading.Thread(target=engine.read, name="reader", daemon=True)
    reader.start()
    try:
        yield engine
    finally:
        engine.stop()
        reader.join(5.0)
