"""What lists make of their light cues: what goes back, what is blocked and asserted, and what moves in black."""

from collections.abc import Iterable, Mapping

import numpy as np
from msgspec.structs import replace

from showctl.cues.light import LightCue
from showctl.model.cue import CueId, cue_id
from showctl.model.light import LightAction
from showctl.model.problem import Question
from showctl.model.show import Show
from showctl.program.light_order import light_order
from showctl.program.marking import Marked, Marking
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.program import CompiledCue, Parameters
from showctl.program.tracking import track, tracks_specially
from showctl.timing.group_time import inside_duration


def complete_light(
    show: Show,
    cues: dict[CueId, CompiledCue],
    sorts: ParameterSorts,
    parameters: Parameters,
    questions: list[Question],
    marked: list[Marked],
) -> None:
    """Add to the light cues of every list the fades that their place in it asks for. Groups then last as long as what
    is in them.
    """
    before = dict(cues)
    default = np.frombuffer(parameters.default, "<f4")
    for layer, (name, cue_list) in enumerate(show.cue_lists.items(), 1):
        actions = {cue_id(name, cue.number): cue.light for cue in cue_list.walk() if isinstance(cue, LightCue)}
        special = {cue for cue, action in actions.items() if tracks_specially(action)}
        marking = [cue for cue, action in actions.items() if _marks(action, show)]
        if not special and not marking:
            continue
        if cue_list.cart:
            words = [cue for cue in actions if cue in special or actions[cue].mark]
            questions += [_not_in_order(cue, actions[cue], "the cues of a cart come in no order") for cue in words]
            continue
        steps = light_order(cues, name, (cue_id(name, cue.number) for cue in cue_list.cues), actions)
        reached = {step.cue for step in steps}
        apart = [c for c in actions if (c in special or actions[c].mark) and c not in reached and _armed(cues, c)]
        questions += [_not_in_order(cue, actions[cue], "it is not played in order") for cue in apart]
        track(cues, steps, layer, sorts, questions)
        if marking:
            Marking(steps, sorts, default).run(cues, show.info.mark, questions, marked)
    _lengthen_groups(cues, [cue for cue, compiled in cues.items() if before[cue] is not compiled])


def _marks(action: LightAction, show: Show) -> bool:
    return show.info.mark if action.mark is None else action.mark


def _not_in_order(cue: CueId, action: LightAction, why: str) -> Question:
    word = "cue only" if action.cue_only else "block" if action.block else "assert" if action.assert_ else "mark"
    what = f"{why}, so nothing tracks and {word} means nothing"
    return Question(("@cue", cue, "light", word), what, "remove it, or put the cue where GO comes to it in order")


def _armed(cues: Mapping[CueId, CompiledCue], cue: CueId) -> bool:
    """With all groups around it."""
    at: CueId | None = cue
    while at is not None:
        if not cues[at].armed:
            return False
        at = cues[at].parent
    return True


def _lengthen_groups(cues: dict[CueId, CompiledCue], changed: Iterable[CueId]) -> None:
    """Groups around these cues, those inside first."""
    around: set[CueId] = set()
    for cue in changed:
        parent = cues[cue].parent
        while parent is not None and parent not in around:
            around.add(parent)
            parent = cues[parent].parent
    for group in reversed([cue for cue in cues if cue in around]):
        inside = [(child.at, cues[child.cue]) for child in cues[group].children]
        lasts = inside_duration(cues[group].mode, inside, cues[group].crossfade)
        cues[group] = replace(cues[group], duration=max(lasts, cues[group].duration))
