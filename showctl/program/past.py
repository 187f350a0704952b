"""The past of a cue: what comes before it when its list is played from the top."""

from dataclasses import dataclass

from showctl.model.cue import CueId
from showctl.program.program import Program


@dataclass(frozen=True, slots=True)
class Past:
    """The first `index` cues of a list, and then cues `inside` the groups around the one that is meant, in order."""

    list: str
    index: int
    inside: tuple[CueId, ...] = ()

    def cues(self, program: Program) -> tuple[CueId, ...]:
        """All of them, in order; groups stand for what is inside them."""
        return (*_top(program, self.list)[: self.index], *self.inside)

    def whole_list(self, program: Program) -> tuple[CueId, ...]:
        """The cues at the top of the list."""
        return _top(program, self.list)

    def after(self, program: Program) -> tuple[CueId, ...]:
        """The cue at the top of the list that is meant, or that it is inside, and all after it."""
        return _top(program, self.list)[self.index :]


def past(program: Program, cue: CueId) -> Past:
    """What comes before a cue; in a timeline, what acts sooner beside it. Raises KeyError if there is no such cue."""
    inside: tuple[CueId, ...] = ()
    at = program.cues[cue]
    while at.parent is not None:
        around = program.cues[at.parent]
        children = list(around.children)
        if around.mode == "timeline":
            children.sort(key=lambda child: child.at + program.cues[child.cue].pre_wait)
        beside = [child.cue for child in children]
        inside = (*beside[: beside.index(at.id)], *inside)
        at = around
    return Past(at.list, _top(program, at.list).index(at.id), inside)


def _top(program: Program, list_name: str) -> tuple[CueId, ...]:
    return next(each.cues for each in program.lists if each.name == list_name)
