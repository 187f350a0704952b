"""Edits while a long show plays: what each costs who compiles it, who takes it in, and the dispatcher."""

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench import shows, wire
from showctl.engine.amend import Amend
from showctl.engine.command import Go, SetStandby
from showctl.engine.frame_rates import FrameRates
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.engine.stage import Stage
from showctl.fixtures.folders import fixture_library
from showctl.model.patch import PatchEntry
from showctl.model.show import Show
from showctl.program.amendment import amendment
from showctl.program.compile import Compiler
from showctl.shipped import shipped
from showctl.showfile.device_profile import Profiles
from showctl.showfile.load import load

Edit = Callable[[Show, int], Show]


def measure(cues: int, universes: int, samples: int) -> dict[str, Any]:
    """Milliseconds, by kind of edit, in a list of so many light cues over so many universes while a fade runs."""
    with tempfile.TemporaryDirectory() as folder:
        path = shows.tracked_show(Path(folder), wire.free_port(), cues, universes * 32)
        loaded = load(path)
        libraries = fixture_library(path), Profiles(shipped("resources") / "profiles")
        result: dict[str, Any] = {"cues": cues}
        for name, edit in _edits().items():
            result[name] = _measured(loaded.show, Compiler(*libraries), edit, samples)
    return result


def _edits() -> dict[str, Edit]:
    return {
        "label of a cue": _label,
        "look of a cue to come": lambda show, n: _look(show, len(show.cues) - 2 - n),
        "look of a cue that was played": lambda show, n: _look(show, 5 + n),
        "a cue inserted": _inserted,
        "a cue deleted": lambda show, n: show.model_copy(update={"cues": (*show.cues[: 50 + n], *show.cues[51 + n :])}),
        "a fixture patched": _patched,
    }


def _label(show: Show, n: int) -> Show:
    return _with(show, 10 + n, show.cues[10 + n].model_copy(update={"label": f"edited {n}"}))


def _look(show: Show, at: int) -> Show:
    return _with(show, at, show.cues[at].model_copy(update={"light": show.cues[at - 1].light}))


def _inserted(show: Show, n: int) -> Show:
    fresh = show.cues[20 + n].model_copy(update={"number": f"new{n}"})
    return show.model_copy(update={"cues": (*show.cues[: 30 + n], fresh, *show.cues[30 + n :])})


def _patched(show: Show, n: int) -> Show:
    fresh = PatchEntry.model_validate({"id": f"fresh{n}", "fixture": "generic/dimmer"})
    return show.model_copy(update={"patch": (*show.patch, fresh)})


def _with(show: Show, at: int, cue: Any) -> Show:
    return show.model_copy(update={"cues": (*show.cues[:at], cue, *show.cues[at + 1 :])})


def _measured(show: Show, compiler: Compiler, edit: Edit, samples: int) -> dict[str, Any]:
    """Compiling, comparing, taking in (both off the dispatcher's path), and how long the dispatcher is held."""
    program = compiler.program(show, "0")
    playback = Playback(program, Player(program), mixer_for(program), {}, lambda event: None)
    stage = Stage(playback, FrameRates(len(program.universes), ()), {}, ())
    for command in (SetStandby(cue=show.cues[len(show.cues) // 2].number), Go()):
        playback.handle(command, 0.0)
        playback.advance(0.0)
    times: dict[str, list[float]] = {"compile": [], "compare": [], "take_in": [], "dispatcher": []}
    gc.disable()
    now = 0.0
    for n in range(samples):
        clock = _laps()
        next(clock)
        show = edit(show, n)
        after = compiler.program(show, f"{n + 1}")
        times["compile"].append(next(clock))
        found = amendment(playback.program, after)
        times["compare"].append(next(clock))
        amend = Amend(found.carried_out(playback.program), {}, stage, {}, (), None)
        times["take_in"].append(next(clock))
        now += 0.02
        playback.advance(now)
        playback.mixer.levels(now)
        start = time.thread_time()
        amend.swap(stage, now)
        playback.mixer.levels(now)
        times["dispatcher"].append((time.thread_time() - start) * 1e3)
        gc.collect()
    gc.enable()
    return {f"{name}_ms": wire.figures(each) for name, each in times.items()}


def _laps() -> Iterator[float]:
    while True:
        start = time.perf_counter()
        yield 0.0
        while True:
            now = time.perf_counter()
            yield (now - start) * 1e3
            start = now
