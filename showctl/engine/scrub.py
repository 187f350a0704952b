"""Scrubbing: a cue that is paused goes to another instant of itself, and stays paused."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from showctl.engine.active_cues import ActiveCues
from showctl.engine.catch_up import start_at
from showctl.engine.foresight import Foresight
from showctl.engine.halt import stop
from showctl.engine.pause import pause
from showctl.engine.restore import Restores
from showctl.engine.run import Run
from showctl.model.effect import Fade
from showctl.model.unit import format_seconds
from showctl.program.program import CompiledCue


def scrub(active: ActiveCues, restores: Restores, run: Run | None, at: float, now: float) -> str:
    """Bring a paused run to `at` seconds from its GO: it is another run then. Why it cannot be, or nothing.

    Light that it moves goes to where the cues before it leave that, and from there to where the cue has it at that
    instant. Nothing is sent but the ends of held notes: devices do not know of it.
    """
    if refusal := _refusal(active, run, at):
        return refusal
    assert run is not None
    cue = run.cue
    if at > 0 and not Foresight(active, cue.id).go_on(at):
        return f"cue {cue.id} stays where it is: too much happens in its first {format_seconds(at)}"
    moved = _moved(active, cue)
    base = restores.base_of(cue, moved, active.arming) if moved.size and at > cue.pre_wait else None
    stop(active, active.runs.with_inside([run]), now, hard=True)
    first = active.next_run
    start_at(active, cue.id, at, now, None, base)
    pause(active, [each for number, each in active.runs.items() if number >= first], now)
    return ""


def _refusal(active: ActiveCues, run: Run | None, at: float) -> str:
    if run is None:
        return "that cue is not active any more; nothing was moved"
    cue = f"cue {run.cue.id}"
    if run.gone or run.ended or run.fading_out:
        return f"{cue} is on its way out; start it anew"
    if run.paused_at is None:
        return f"{cue} runs; pause it first, then move it"
    if run.parent is not None:
        return f"{cue} plays in cue {run.parent.cue.id}: move that, and what is inside moves with it"
    if run.cue.mode == "sequence" or any(_draws(each) for each in _walk(active, run.cue)):
        return f"{cue} cannot be moved: in what order it plays is for GO, or chance, to say"
    if not math.isfinite(at) or at < 0:
        return f"{cue} stays where it is: that is no time; give seconds from its GO"
    if run.next_at is None and run.cue.continue_.value == "auto-continue" and run.acted:
        return f"{cue} has started the next cue; start it anew where you want it (load)"
    end = min(run.done_at, run.next_at or math.inf) - run.go_at
    if at >= end:
        return f"{cue} stays where it is: it is over, or goes on with the next, after {format_seconds(end)}"
    return ""


def _draws(cue: CompiledCue) -> bool:
    return cue.mode == "random" or cue.shuffle


def _walk(active: ActiveCues, cue: CompiledCue) -> Iterator[CompiledCue]:
    yield cue
    for child in cue.children:
        yield from _walk(active, active.cue(child.cue))


def _moved(active: ActiveCues, cue: CompiledCue) -> NDArray[np.intp]:
    """The program's parameters that it moves, with all that is inside it."""
    effects = (effect for each in _walk(active, cue) for effect in each.effects)
    fades = [np.frombuffer(effect.parameters, "<i4") for effect in effects if isinstance(effect, Fade)]
    return np.unique(np.concatenate(fades)).astype(np.intp) if fades else np.zeros(0, np.intp)
