"""Chasers and sequences of QLC+ as cue lists."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from showctl.showfile.importer.draft import Entry
from showctl.showfile.importer.qxw_cue import Homes, Moment, cue_of
from showctl.showfile.importer.qxw_parts import Function, Step, Values
from showctl.showfile.importer.qxw_play import Play, Plays
from showctl.showfile.importer.report import ImportReport

_TICK = 0.02
"""Seconds between two steps that take no time: QLC+ computes 50 times a second."""


def cues_of(chaser: Function, homes: Homes, own: str) -> list[Entry]:
    """The cues of the list of a chaser. One that runs round by itself is one cue: a playlist that loops."""
    moments = [_moment(chaser, step, place, homes.plays) for place, step in enumerate(chaser.steps, 1)]
    report = homes.rig.report
    if not moments:
        report.leave_out(chaser.where, "its steps", "it has none")
        return [Entry({"cue": "1", "label": chaser.name, "memo": "A chaser without steps"}, chaser.where)]
    if chaser.backward:
        moments.reverse()
    if chaser.order not in {"Loop", "SingleShot", "PingPong", "Random"}:
        report.leave_out(chaser.where, f"its order {chaser.order}", "it is not known; it plays once")
    if chaser.order in {"Loop", "PingPong", "Random"} and all(moment.lasts is not None for moment in moments):
        return [_playlist(chaser, moments, homes, own)]
    if chaser.order in {"PingPong", "Random"}:
        report.leave_out(chaser.where, f"its order {chaser.order}", "steps that wait for GO come in their own order")
    return _steps(chaser, moments, homes, own)


def _steps(chaser: Function, moments: list[Moment], homes: Homes, own: str) -> list[Entry]:
    """A cue for each step, in the order of the list."""
    report = homes.rig.report
    round_again = chaser.order == "Loop" and len(moments) > 1
    if moments[-1].lasts is not None and not round_again:
        why = "a cue list holds its last cue"
        report.leave_out(chaser.where, "that its light goes after the last step", why, "add a cue that takes it out")
        moments[-1] = replace(moments[-1], lasts=None)
    cues = [cue_of(moments[0], "1", homes, own, moments[-1] if round_again else None)]
    for number, (before, moment) in enumerate(pairwise(moments), 2):
        cues.append(cue_of(moment, str(number), homes, own, before))
    if round_again:  # standby goes back to the top, as the next step after the last is the first
        report.choose(chaser.where, "its last cue puts the first in standby", "its steps begin again after the last")
        cues[-1] |= {"continue": "auto-continue"}
        cues.append(Entry({"cue": str(len(moments) + 1), "label": "From the top", "go to": "1"}, chaser.where))
    return cues


def _playlist(chaser: Function, moments: list[Moment], homes: Homes, own: str) -> Entry:
    if chaser.order == "PingPong":
        moments = moments + moments[-2:0:-1]
    if not all(moment.lasts for moment in moments):
        homes.rig.report.choose(chaser.where, f"steps of no length take {_TICK:g} s", "so fast QLC+ computes")
        moments = [replace(moment, lasts=moment.lasts or _TICK) for moment in moments]
    befores = [None if len(moments) == 1 else moments[-1], *moments]
    if chaser.order == "Random":  # any may come before any: what one sets, all others take out
        whole = _together(moments)
        befores = [replace(moments[0], play=whole)] * len(moments)
    cues = [
        cue_of(moment, f"1.{number}", homes, own, before)
        for number, (moment, before) in enumerate(zip(moments, befores, strict=False), 1)
    ]
    said: dict[str, Any] = {"cue": "1", "label": chaser.name, "group": "playlist", "loop": "yes"}
    said |= {"shuffle": "yes"} if chaser.order == "Random" else {}
    return Entry(said | {"cues": cues}, chaser.where)


def _together(moments: list[Moment]) -> Play:
    values: Values = {}
    runs: dict[int, Function] = {}
    for moment in moments:
        for fixture, channels in moment.play.values.items():
            values.setdefault(fixture, {}).update(channels)
        runs |= {run.id: run for run in moment.play.runs}
    return Play(values, runs=list(runs.values()))


def _moment(chaser: Function, step: Step, place: int, plays: Plays) -> Moment:
    where = f"{chaser.where}, step {place}"
    if chaser.kind == "Sequence":
        play, label = _of_sequence(chaser, step, plays.functions), f"{chaser.name} {place}"
    else:
        play = plays.of(step.function)
        called = plays.functions.get(step.function)
        label = called.name if called is not None else f"Step {place}"
    fade_in = _said(chaser.modes[0], play.fade_in, chaser.fade_in, step.fade_in)
    fade_out = _said(chaser.modes[1], play.fade_out, chaser.fade_out, step.fade_out)
    lasts = chaser.duration
    if chaser.modes[2] == "PerStep":
        lasts = None if step.hold is None else round((step.fade_in or 0.0) + step.hold, 3)
    return Moment(label, where, play, fade_in, fade_out, step.note, lasts)


def _said(mode: str, own: float, common: float | None, of_step: float | None) -> float:
    return (common if mode == "Common" else of_step if mode == "PerStep" else own) or 0.0


def _of_sequence(sequence: Function, step: Step, functions: Mapping[int, Function]) -> Play:
    """The values of a step; the channels of its scene that it does not say are 0."""
    scene = functions.get(sequence.bound)
    values: Values = {}
    if scene is not None:
        values = {fixture: dict.fromkeys(channels, 0) for fixture, channels in scene.values.items()}
    for fixture, channels in step.values.items():
        values.setdefault(fixture, {}).update(channels)
    fades = [] if scene is None else [scene]
    return Play(values, fades or [sequence], missing=0 if scene is not None else 1)


def tell_speeds(report: ImportReport) -> None:
    """What the times of steps mean here, once."""
    report.choose(
        "", "each step fades in by its fade-in, and what only the step before had set goes out in the fade-out of that"
    )
