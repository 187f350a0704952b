"""The order of the cues in their lists, and which of each list is in standby."""

from collections.abc import Mapping

from showctl.model.cue import CueId
from showctl.program.program import CompiledList, Program
from showctl.timing.chain import chain_ends


class ListOrder:
    """One list: its standby as an index, the length of the list at its end."""

    def __init__(self, program: Program, cue_list: CompiledList) -> None:
        self.cues = cue_list.cues
        self.place = {cue: index for index, cue in enumerate(self.cues)}
        self.chain_ends = chain_ends([program.cues[cue].continue_ for cue in self.cues])
        self.index = 0
        self.guard_until = 0.0

    @property
    def standby(self) -> CueId | None:
        """The cue that the next GO starts; None at the end of the list."""
        return self.cues[self.index] if self.index < len(self.cues) else None

    def set(self, cue: CueId | None) -> None:
        """Put a cue of the list in standby; None is the end."""
        self.index = len(self.cues) if cue is None else self.place[cue]

    def step(self, step: int) -> None:
        """Move standby; it stays at the first and the last cue."""
        last = max(self.index, len(self.cues) - 1)
        self.index = min(max(self.index + step, 0), last)

    def to_top(self) -> None:
        """Put the first cue in standby."""
        self.index = 0

    def pass_chain(self) -> None:
        """Move standby past the chain that it starts."""
        self.index = self.chain_ends[self.index]


class Orders:
    """All lists of a program."""

    def __init__(self, program: Program, standby: Mapping[str, CueId | None]) -> None:
        self.lists = {cue_list.name: ListOrder(program, cue_list) for cue_list in program.lists}
        self.list_of = {cue: order for order in self.lists.values() for cue in order.cues}
        for name, cue in standby.items():
            order = self.lists.get(name)
            if order is not None and (cue is None or cue in order.place):
                order.set(cue)

    def top(self, name: str) -> tuple[CueId, ...]:
        """The cues of a list that are in no group."""
        return self.lists[name].cues

    @property
    def following(self) -> dict[CueId, CueId]:
        """The cue after each in its list."""
        pairs = (zip(order.cues, order.cues[1:], strict=False) for order in self.lists.values())
        return {cue: after for pair in pairs for cue, after in pair}


def kept_standby(before: Orders, program: Program) -> dict[str, CueId | None]:
    """Standby by list in another state of the show: the same cue, or the nearest after it that still exists."""
    kept: dict[str, CueId | None] = {}
    for cue_list in program.lists:
        order = before.lists.get(cue_list.name)
        if order is not None:
            exists = set(cue_list.cues)
            kept[cue_list.name] = next((cue for cue in order.cues[order.index :] if cue in exists), None)
    return kept
