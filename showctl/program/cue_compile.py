"""A cue as it is played: its effects resolved, its times in seconds, and all inside it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from showctl.cues.cue_type import CueType
from showctl.cues.group import GroupCue
from showctl.cues.light import LightCue
from showctl.cues.registry import type_of
from showctl.model.cue import FOREVER, Cue, CueId, cue_id
from showctl.model.effect import Effect, Send
from showctl.model.light import LightAction
from showctl.model.problem import Problem, Problems, Question
from showctl.program.endless import leads
from showctl.program.light_fade import arrival
from showctl.program.program import Child, CompiledCue
from showctl.program.show_rig import ShowRig
from showctl.program.tracking import tracks_specially
from showctl.timing.cue_times import NO_TIME
from showctl.timing.group_time import inside_duration

_CLIPS = {"audio", "video"}
"""Types of cue that last as long as their author says."""
_UNKNOWN = 1.0
"""Seconds for a broken cue of unknown length that plays for ever: it goes on, and does not spin."""


@dataclass(frozen=True)
class CompiledTop:
    """A cue at the top of a list: itself and all inside it by id, groups before what is in them; what is wrong with
    them, and what is to be asked, with paths `("@cue", id, …)`.
    """

    cues: dict[CueId, CompiledCue] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    tracks_specially: bool = False
    """Whether the light of anything in it asks for more than to be moved: see `complete_light`."""

    @cached_property
    def leads(self) -> bool:
        """Whether anything in it may start another cue."""
        return any(leads(cue) for cue in self.cues.values())


def compile_cue(cue: Cue, list_name: str, rig: ShowRig) -> CompiledTop:
    """Compile a cue at the top of a list, with all inside it."""
    lights = [each.light for each in cue.walk() if isinstance(each, LightCue)]
    top = CompiledTop(tracks_specially=any(tracks_specially(light) or light.mark for light in lights))
    _compile(cue, list_name, None, rig, top.cues, top.problems, top.questions)
    return top


def _compile(
    cue: Cue,
    list_name: str,
    parent: CueId | None,
    rig: ShowRig,
    cues: dict[CueId, CompiledCue],
    problems: list[Problem],
    questions: list[Question],
) -> None:
    """Compile a cue and all inside it into `cues`."""
    assert isinstance(cue, CueType)
    own_id = cue_id(list_name, cue.number)
    effects: tuple[Effect, ...] = ()
    stop: tuple[Send, ...] = ()
    try:
        if rig.forgiven is None or not rig.forgiven.why(own_id):
            effects, stop = _effects(cue, rig)
    except Problems as wrong:
        found = [_of_cue(own_id, problem) for problem in wrong.problems]
        if rig.forgiven is None:
            problems += found
        else:
            rig.forgiven.break_cue(own_id, found)
    else:
        if rig.forgiven is not None:
            rig.forgiven.leave_out(own_id, [_of_cue(own_id, problem) for problem in rig.left_out])
    partly = bool(rig.left_out)
    rig.left_out.clear()
    questions += [dataclasses.replace(asked, path=("@cue", own_id, *asked.path)) for asked in rig.asked]
    rig.asked.clear()
    compiled = CompiledCue(
        id=own_id,
        number=cue.number,
        label=cue.label,
        list=list_name,
        type=type_of(cue),
        armed=cue.armed,
        pre_wait=cue.pre_wait,
        post_wait=cue.post_wait,
        continue_=cue.continue_,
        duration=_duration(cue, effects, partly),
        effects=effects,
        stop=stop,
        parent=parent,
        starts_segment=cue.starts_segment if rig.starts(cue) else None,
        repeat=cue.repeat,
        if_running=cue.if_running,
        on_release=cue.on_release,
        flagged=cue.flagged,
        light_time=_light_time(cue.light) if isinstance(cue, LightCue) else 0.0,
        broken=rig.forgiven.why(own_id) if rig.forgiven is not None else "",
    )
    cues[own_id] = compiled
    if isinstance(cue, GroupCue):
        for child in cue.children:
            _compile(child, list_name, own_id, rig, cues, problems, questions)
        cues[own_id] = compiled = _group(cue, compiled, cues)
    if cue.repeat == FOREVER or compiled.loop:
        _endless(cue, compiled, rig, cues, problems)


def _light_time(light: LightAction) -> float:
    times = [part.time if part is not None and part.time is not None else light.time for _, part in light.looks]
    return max(time.up or time.falling for time in times)


def _of_cue(cue: CueId, problem: Problem) -> Problem:
    return Problem(("@cue", cue, *problem.path), problem.what, problem.remedy)


def _duration(cue: CueType, effects: tuple[Effect, ...], partly: bool) -> float:
    """A cue is not done before it has sent everything, however short its author says it is; light is done when the last
    parameter that it moves has arrived, those included that it only leaves out for now.
    """
    arrived = arrival(effects) if isinstance(cue, LightCue) else None
    if arrived is not None and partly:
        return max(cue.duration, arrived)
    written = cue.duration if arrived is None else arrived
    return max(written, effects[-1].at) if effects else written


def _endless(
    cue: CueType, compiled: CompiledCue, rig: ShowRig, cues: dict[CueId, CompiledCue], problems: list[Problem]
) -> None:
    """See to it that what plays for ever takes time."""
    if compiled.duration >= NO_TIME:
        # A clip takes as long as its author says: that its message is let go after 50 ms is no length of it.
        if cue.duration >= NO_TIME or not rig.whole or _of_unknown_length(compiled, cues):
            return
    elif compiled.broken:
        cues[compiled.id] = replace(compiled, duration=_UNKNOWN)
        return
    elif _of_unknown_length(compiled, cues):
        cues[compiled.id] = replace(compiled, repeat=1, loop=False)
        return
    if rig.whole:
        key = "loop" if compiled.loop else "repeat"
        clips = any(each.type in _CLIPS for each in (compiled, *(cues[child.cue] for child in compiled.children)))
        remedy = "write how long clips and sounds last: duration" if clips else "put a wait cue into it"
        problems.append(Problem(("@cue", compiled.id, key), "plays for ever in no time", remedy))


def _effects(cue: CueType, rig: ShowRig) -> tuple[tuple[Effect, ...], tuple[Send, ...]]:
    """What a cue does, in order, and what it does when it is stopped. Raises Problems."""
    effects = tuple(sorted(cue.effects(rig), key=lambda effect: effect.at))
    if rig.left_out and not effects:
        raise Problems([*rig.left_out])
    if (
        rig.forgiven is not None
        and isinstance(cue, LightCue)
        and any(look for look, _ in cue.light.looks)
        and not effects
    ):
        what = "none of its fixtures can be used, because their profiles cannot"
        raise Problems([Problem(("light", "look"), what, "mend their lines of the patch")])
    return effects, cue.stop_effects(rig)


def _of_unknown_length(cue: CompiledCue, cues: Mapping[CueId, CompiledCue]) -> bool:
    """Whether something inside it is broken, so that it takes no time now but may when it is mended."""
    return bool(cue.broken) or any(_of_unknown_length(cues[child.cue], cues) for child in cue.children)


def _group(cue: GroupCue, compiled: CompiledCue, cues: Mapping[CueId, CompiledCue]) -> CompiledCue:
    """A group with what is inside it, all compiled already."""
    in_timeline = cue.group == "timeline"
    children = tuple(
        Child(cue_id(compiled.list, child.number), child.at if in_timeline else 0.0) for child in cue.children
    )
    return replace(
        compiled,
        children=children,
        duration=inside_duration(cue.group, [(child.at, cues[child.cue]) for child in children], cue.crossfade),
        mode=cue.group,
        loop=cue.loop,
        shuffle=cue.shuffle,
        crossfade=cue.crossfade,
    )
