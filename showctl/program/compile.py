"""Show → Program: everything is resolved and checked before the show, so that playing it cannot fail."""

import dataclasses
from collections.abc import Mapping

import numpy as np
from msgspec.structs import replace

from showctl.cues.cue_type import CueType
from showctl.cues.group import GroupCue
from showctl.cues.light import LightCue
from showctl.cues.registry import type_of
from showctl.model.cue import FOREVER, Cue, CueId, cue_id
from showctl.model.effect import Effect, Fade, Send
from showctl.model.look import Look
from showctl.model.problem import Problem, Problems, Question
from showctl.model.show import OscInput, Show
from showctl.program.device_table import DeviceProfiles, DeviceTable
from showctl.program.endless import endless
from showctl.program.fixture_table import fixture_table
from showctl.program.forgiven import Forgiven, words
from showctl.program.light_fade import LightFades, arrival
from showctl.program.light_list import complete_light
from showctl.program.look_fade import LookFades
from showctl.program.marking import Marked
from showctl.program.master_table import master_table
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.patch_table import FixtureProfiles, PatchTable, patch_table
from showctl.program.program import EXEMPT_FROM_PANIC, Child, CompiledCue, CompiledList, OscListener, Program
from showctl.program.sacn_table import with_slot_priorities
from showctl.program.show_rig import ShowRig
from showctl.program.target import TargetTable
from showctl.timing.cue_times import NO_TIME
from showctl.timing.group_time import inside_duration

_CLIPS = {"audio", "video"}
"""Types of cue that last as long as their author says."""
_UNKNOWN = 1.0
"""Seconds for a broken cue of unknown length that plays for ever: it goes on, and does not spin."""


def compile_show(
    show: Show,
    fixtures: FixtureProfiles,
    profiles: DeviceProfiles,
    digest: str,
    *,
    whole: bool = True,
    all_sent: bool = True,
    forgiven: Forgiven | None = None,
    questions: list[Question] | None = None,
    marked: list[Marked] | None = None,
) -> Program:
    """What the engine plays. Raises Problems with everything that is wrong, but for what can be `forgiven`, if given:
    then cues that cannot play are broken, and fixtures whose profile is not there are left out.

    Problems of cues have paths `("@cue", id, …)`, the others paths from the top of the file. `digest` names the state
    of the file. With `whole` false, parts of the show that were wrong themselves have been left out of it: then names
    that are not there are no problem, nor is what takes no time. `all_sent` false: among these may be devices that send
    universes. What is not wrong and perhaps not meant is added to `questions`, if given, and
    to `marked` which cues move fixtures in black for others.
    """
    questions = questions if questions is not None else []
    problems: list[Problem] = []
    playing = forgiven is not None
    devices = DeviceTable(show.devices, profiles, show.info.title, problems, whole, playing)
    table = patch_table(show.patch, fixtures, devices.sent_universes if all_sent else None, problems)
    problems = forgiven.of_rig(problems) if forgiven is not None else problems
    asked: list[Question] = []
    looks, targets = LookFades(table, show.groups, whole, asked), TargetTable(show.cue_lists, whole)
    masters = master_table(show.masters, looks, len(show.cue_lists), problems)
    rig_targets = with_slot_priorities(devices.targets, show.devices, looks, problems)
    segments = frozenset(segment.id for segment in show.run_of_show) if playing else None
    sorts = ParameterSorts(table.fixtures, len(table.parameters.default) // 4)
    lights = LightFades(looks, sorts)
    rig = ShowRig(looks, lights, devices, targets, whole, tuple(show.masters), forgiven, segments, asked=asked)
    cues: dict[CueId, CompiledCue] = {}
    for layer, (name, cue_list) in enumerate(show.cue_lists.items(), 1):
        in_list = dataclasses.replace(rig, list_name=name, layer=layer)
        for cue in cue_list.cues:
            _compile(cue, name, None, in_list, cues, problems, questions)
    complete_light(show, cues, sorts, table.parameters, questions, marked if marked is not None else [])
    order = {name: [cue_id(name, cue.number) for cue in each.cues] for name, each in show.cue_lists.items()}
    problems += endless(cues, order.values()) if whole else []
    panic = show.info.panic
    panic_look = _panic_look(panic.light, panic.time, rig, table, problems) if isinstance(panic.light, dict) else ()
    questions += asked
    if problems:
        raise Problems(problems)
    return Program(
        title=show.info.title,
        digest=digest,
        go_guard=show.info.go_guard,
        panic_time=panic.time,
        panic_light="look" if isinstance(panic.light, dict) else panic.light,
        panic_look=panic_look,
        lists=tuple(
            CompiledList(
                name,
                cue_list.label,
                tuple(cue_id(name, cue.number) for cue in cue_list.cues),
                cue_list.cart,
                cue_list.priority,
                cue_list.merge,
            )
            for name, cue_list in show.cue_lists.items()
        ),
        cues=cues,
        targets=rig_targets,
        universes=table.universes,
        parameters=table.parameters,
        osc_input=_osc_input(show.inputs.osc),
        masters=masters,
        go_to_time=show.info.go_to_time,
        grand=show.info.grand_master,
        fixtures=fixture_table(table.fixtures, show.groups),
        left_out=tuple(words(problem) for problem in forgiven.rest) if forgiven is not None else (),
    )


def _osc_input(osc: OscInput) -> OscListener | None:
    return OscListener(osc.port, osc.interface, osc.senders) if osc.enabled else None


def _compile(
    cue: Cue,
    list_name: str,
    parent: CueId | None,
    rig: ShowRig,
    cues: dict[CueId, CompiledCue],
    problems: list[Problem],
    questions: list[Question],
) -> None:
    """Compile a cue and all inside it into `cues`, groups before what is in them."""
    assert isinstance(cue, CueType)
    own_id = cue_id(list_name, cue.number)
    effects: tuple[Effect, ...] = ()
    stop: tuple[Send, ...] = ()
    try:
        if rig.forgiven is None or not rig.forgiven.why(own_id):
            effects, stop = _effects(cue, rig)
    except Problems as wrong:
        found = [Problem(("@cue", own_id, *p.path), p.what, p.remedy) for p in wrong.problems]
        if rig.forgiven is None:
            problems += found
        else:
            rig.forgiven.break_cue(own_id, found)
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
        duration=_duration(cue, effects),
        effects=effects,
        stop=stop,
        parent=parent,
        starts_segment=cue.starts_segment if rig.starts(cue) else None,
        repeat=cue.repeat,
        if_running=cue.if_running,
        on_release=cue.on_release,
        flagged=cue.flagged,
        broken=rig.forgiven.why(own_id) if rig.forgiven is not None else "",
    )
    cues[own_id] = compiled
    if isinstance(cue, GroupCue):
        for child in cue.children:
            _compile(child, list_name, own_id, rig, cues, problems, questions)
        cues[own_id] = compiled = _group(cue, compiled, cues)
    if cue.repeat == FOREVER or compiled.loop:
        _endless(cue, compiled, rig, cues, problems)


def _duration(cue: CueType, effects: tuple[Effect, ...]) -> float:
    """A cue is not done before it has sent everything, however short its author says it is; light is done when the last
    parameter that it moves has arrived.
    """
    arrived = arrival(effects) if isinstance(cue, LightCue) else None
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


def _panic_look(look: Look, time: float, rig: ShowRig, table: PatchTable, problems: list[Problem]) -> tuple[Fade, ...]:
    """The panic look without the fixtures that panic leaves alone."""
    try:
        fades = rig.looks.fade(look, time, ("show", "panic", "light"))
    except Problems as wrong:
        problems += wrong.problems
        return ()
    exempt = np.frombuffer(table.parameters.exempt, np.uint8) & EXEMPT_FROM_PANIC
    spared = []
    for fade in fades:
        parameters, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
        moves = exempt[parameters] == 0
        if moves.any():
            spared.append(replace(fade, parameters=parameters[moves].tobytes(), targets=targets[moves].tobytes()))
    return tuple(spared)
