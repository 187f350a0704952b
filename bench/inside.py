"""What the dispatcher has to do, in processor time: other work on the machine hardly shows in it. Nothing is sent."""

import gc
import itertools
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import shows, wire
from showctl.engine.clock import SystemClock
from showctl.engine.command import AnyCommand, Go, HardStop, Panic, SetStandby, Stop
from showctl.engine.frame_rates import FrameRates
from showctl.engine.lateness import Lateness
from showctl.engine.outbox import Outbox
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.publisher import Publisher
from showctl.engine.stage import Stage
from showctl.outputs.recording import Recording
from showctl.program.opening import open_show
from showctl.program.program import SacnTarget

STOP_ALL: tuple[AnyCommand, ...] = (Stop(), Panic(), HardStop())


def all_at_once(folder: Path, cues: int, samples: int, ends: tuple[AnyCommand, ...] = (Stop(),)) -> dict[str, Any]:
    """Milliseconds for GO on so many cues of all kinds, and for what ends them: the command, all that comes of it, and
    the levels of the frame after it; for the longest part of the GO, between two of which frames can leave; and for the
    snapshot after it.
    """
    stage, outbox, publisher = _stage(shows.cues_of_all_kinds(folder, cues))
    playback = stage.playback
    found: dict[str, list[float]] = {"longest part of go": [], "snapshot": []}
    now = 0.0
    gc.disable()  # as in the engine, where it runs only when nothing is due
    for sample in range(samples * len(ends)):
        for command in (SetStandby(cue="1"), Go(), ends[sample % len(ends)]):
            now += 1.0
            playback.advance(now)
            parts = [time.thread_time()]
            playback.handle(command, now)
            parts += (time.thread_time() for _ in playback.parts(now))
            playback.mixer.levels(now)
            parts.append(time.thread_time())
            name = str(command.__struct_config__.tag)
            found.setdefault(name, []).append((parts[-1] - parts[0]) * 1e3)
            if name == "go":
                found["longest part of go"].append(max(b - a for a, b in itertools.pairwise(parts)) * 1e3)
                start = time.thread_time()
                publisher.publish(stage, now)
                found["snapshot"].append((time.thread_time() - start) * 1e3)
            outbox.left(1 << 30)
        gc.collect()
    gc.enable()
    return {name: wire.figures(times) for name, times in found.items() if name != "standby"}


def go_by_length(folder: Path, sizes: tuple[int, ...], count: int) -> dict[str, Any]:
    """Microseconds (medians) of a GO, its message and the snapshot after it, on the last cues of a list; and how many
    times that of the shortest list. The lists take turns, so that all have the same machine.
    """
    places = [(size, _stage(shows.message_show(folder, 9, size)), size - count) for size in sizes]
    found: dict[int, list[float]] = {size: [] for size in sizes}
    for _, (stage, _, _), first in places:
        stage.playback.handle(SetStandby(cue=str(max(first, 1))), 0.0)
    for turn in range(min(count, *sizes) - 1):
        now = 1.0 + turn
        for size, (stage, outbox, publisher), _ in places:
            start = time.thread_time()
            _go(stage, publisher, now)
            found[size].append((time.thread_time() - start) * 1e6)
            outbox.left(1 << 30)
    medians = {size: statistics.median(times) for size, times in found.items()}
    return {
        f"{size}_cues": {"us": round(median, 1), "times_the_shortest": round(median / medians[sizes[0]], 2)}
        for size, median in medians.items()
    }


def growth(folder: Path, goes: int) -> dict[str, Any]:
    """KiB that are in use after a thousand GOs, and after so many more: stops and panics between them."""
    stage, outbox, publisher = _stage(shows.cues_of_all_kinds(folder, 10))
    commands = _evening()
    now = 0.0
    tracemalloc.start()
    held = []
    for more in (1_000, goes):
        for _ in range(more):
            now += 0.02  # ramps and fades have but begun
            for command in next(commands):
                stage.playback.handle(command, now)
                stage.playback.advance(now)
            _go(stage, publisher, now)
            outbox.left(1 << 30)
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0] / 1024)
    tracemalloc.stop()
    return {"goes": goes, "before_KiB": round(held[0]), "after_KiB": round(held[1])}


def _evening() -> Iterator[tuple[AnyCommand, ...]]:
    """Before each GO: stop what the one before started, by turns in each way, and go back."""
    while True:
        for end in STOP_ALL:
            yield end, SetStandby(cue="1")


def _go(stage: Stage, publisher: Publisher, now: float) -> None:
    stage.playback.handle(Go(), now)
    stage.playback.advance(now)
    stage.playback.mixer.levels(now)
    publisher.publish(stage, now)


def _stage(show: Path) -> tuple[Stage, Outbox, Publisher]:
    """A show as the dispatcher has it, with outputs that only record."""
    program = open_show(show).program
    outbox = Outbox()
    outbox.belongs_here()  # nobody is woken
    targets = [target for target in program.targets if not isinstance(target, SacnTarget)]
    outputs = {target.device: Recording(target, outbox.report) for target in targets}
    playback = Playback(program, Player(program), mixer_for(program), outputs, outbox.report)
    stage = Stage(playback, FrameRates(len(program.universes), ()), outputs, ())
    return stage, outbox, Publisher(outbox, Lateness(), SystemClock())
