"""Lighting: rigs of moving lights that fade, and a long list that tracks."""

import gc
import itertools
import socket
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import shows, wire
from bench.frames import intervals
from showctl.engine.command import AnyCommand, Go, SetStandby
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.fixtures.folders import fixture_library
from showctl.program.compile import Compiler, compile_show
from showctl.program.opening import open_show
from showctl.shipped import shipped
from showctl.showfile.device_profile import Profiles
from showctl.showfile.load import load

_RIGS = ((256, False), (64, True))
"""Universes, and whether each fixture fades in a time of its own."""


def measure(seconds: float, cues: int, fixtures: int, samples: int) -> dict[str, Any]:
    """Frames and processor time (s per s) of rigs that fade; what a tracked list costs to compile and to restore."""
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for universes, one_by_one in _RIGS:
            name = f"{universes} universes of moving lights" + (", a fade each" if one_by_one else "")
            result[name] = _rig(Path(folder), universes, seconds, one_by_one)
        result["tracked"] = _tracked(Path(folder), cues, fixtures, samples)
    return result


def _rig(folder: Path, universes: int, seconds: float, one_by_one: bool) -> dict[str, Any]:
    port = wire.free_port()
    show = shows.moving_show(folder, port, universes, seconds + 20, one_by_one=one_by_one)
    with wire.engine(show, "--go") as running:
        time.sleep(1.0)
        listener, before, start = wire.Listener(seconds, port), wire.cpu_seconds(running.pid), time.monotonic()
        time.sleep(seconds)
        cpu = (wire.cpu_seconds(running.pid) - before) / (time.monotonic() - start)
        return intervals(listener.records(), 0) | {"cpu_s_per_s": round(cpu, 4)}


def _tracked(folder: Path, cues: int, fixtures: int, samples: int) -> dict[str, Any]:
    """Milliseconds: compiling; a GO out of order, inside the dispatcher and to the first packet on the wire."""
    probe, port = wire.Probe(), wire.free_port()
    show = shows.tracked_show(folder, probe.port, cues, fixtures)
    result: dict[str, Any] = {"cues": cues, "fixtures": fixtures, **_compiling(show, samples)}
    result["dispatcher_ms"] = _inside(show, samples, cues)
    first = []
    with wire.engine(show, port=port), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as panel:
        for cue in _places(cues, samples):
            panel.sendto(wire.osc("/standby", str(cue)), ("127.0.0.1", port))
            probe.drain(0.2)
            sent = time.clock_gettime_ns(time.CLOCK_REALTIME)
            panel.sendto(wire.osc("/go"), ("127.0.0.1", port))
            while (got := probe.receive(2.0)) is not None and got[0] < sent:
                pass
            if got is not None:
                first.append((got[0] - sent) / 1e6)
            probe.drain(0.5)  # until nothing moves: while it does, the next frame is as far as a period away
    result["go_to_first_packet_ms"] = wire.figures(first)
    return result


def _places(cues: int, samples: int) -> list[int]:
    """Cues far apart, forward and back."""
    return [cues - 1 - sample * 997 % (cues - 2) for sample in range(samples)]


def _compiling(path: Path, samples: int) -> dict[str, Any]:
    """Milliseconds for the whole show, without reading the file, and for each state after an edit of one cue."""
    loaded = load(path)
    libraries = fixture_library(path), Profiles(shipped("resources") / "profiles")
    whole, again = [], []
    gc.disable()  # as when a show is opened
    for _ in range(max(3, samples // 10)):
        start = time.perf_counter()
        compile_show(loaded.show, *libraries, "")
        whole.append((time.perf_counter() - start) * 1e3)
    show, compiler = loaded.show, Compiler(*libraries)
    compiler.program(show, "")
    for place in _places(len(show.cues), samples):
        edited = show.cues[place].model_copy(update={"light": show.cues[place - 1].light})
        show = show.model_copy(update={"cues": (*show.cues[:place], edited, *show.cues[place + 1 :])})
        start = time.perf_counter()
        compiler.program(show, "")
        again.append((time.perf_counter() - start) * 1e3)
        gc.collect()
    gc.enable()
    return {"compile_ms": wire.figures(whole), "one_cue_edited_ms": wire.figures(again)}


def _inside(show: Path, samples: int, cues: int) -> dict[str, Any]:
    """Processor time of the longest part of a GO out of order, and of all of it with the levels of the first frame."""
    program = open_show(show).program
    playback = Playback(program, Player(program), mixer_for(program), {}, lambda event: None)
    longest, whole = [], []
    now = 0.0
    gc.disable()  # as in the engine, where it runs only when nothing is due
    for cue in _places(cues, samples):
        commands: tuple[AnyCommand, ...] = (SetStandby(cue=str(cue)), Go())
        for command in commands:
            now += 1.0
            playback.advance(now)
            playback.mixer.levels(now)
            parts = [time.thread_time()]
            playback.handle(command, now)
            parts += (time.thread_time() for _ in playback.parts(now))
            playback.mixer.levels(now)
            parts.append(time.thread_time())
        longest.append(max(b - a for a, b in itertools.pairwise(parts)) * 1e3)
        whole.append((parts[-1] - parts[0]) * 1e3)
        gc.collect()
    gc.enable()
    return {"longest_part": wire.figures(longest), "whole": wire.figures(whole)}
