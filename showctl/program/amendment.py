"""What makes one state of a show into the next: it crosses the link in place of the whole program."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from showctl.model.cue import CueId
from showctl.program.program import CompiledCue, FixtureTable, Parameters, Program
from showctl.program.renaming import is_worded

_EMPTY: dict[str, Any] = {
    "lists": (),
    "targets": (),
    "universes": (),
    "parameters": Parameters(),
    "panic_look": (),
    "masters": (),
    "fixtures": FixtureTable(),
    "left_out": (),
}
"""What is large, and stays at home where it is unchanged."""


class StartsElsewhere(Exception):
    """An amendment does not fit: it starts from another state of the show."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """The difference between two programs."""

    start: str
    """Digest of the program from which it starts."""
    head: Program
    """The program after it, without its cues, and without what is `same`."""
    same: frozenset[str]
    """Names of the fields that are as they were."""
    gone: tuple[CueId, ...]
    """Ids of the program before that are no more, or are others' now."""
    cues: tuple[CompiledCue, ...]
    """Those that are new or different, in the order of the program."""
    renamed: Mapping[CueId, CueId] = field(default_factory=dict)
    """Cues that go by another id, before → after: what is active, in standby or armed goes with them. And other items
    that go by another name, by their words (`Renaming`): what is sent, lit or held by hand goes with those."""

    @property
    def digest(self) -> str:
        """Of the program after it."""
        return self.head.digest

    def carried_out(self, before: Program) -> Program:
        """The program after it: what is unchanged is the same object. Raises StartsElsewhere, and ValueError if it
        makes no program."""
        if before.digest != self.start:
            raise StartsElsewhere(before.digest)
        cues = dict(before.cues)
        for cue in self.gone:
            cues.pop(cue, None)
        cues.update((cue.id, cue) for cue in self.cues)
        kept = {name: getattr(before, name) for name in self.same if name in _EMPTY}
        after = replace(self.head, **kept)
        return replace(after, cues=_in_order(after, cues))


def amendment(before: Program, after: Program, renamed: Mapping[CueId, CueId] | None = None) -> Amendment:
    """What makes `after` of `before`. What is the same object costs next to nothing to compare."""
    old, new = before.cues, after.cues
    changed = tuple(cue for key, cue in new.items() if (was := old.get(key)) is not cue and was != cue)
    gone = tuple(key for key in old if key not in new)
    same = frozenset(name for name in _EMPTY if _equal(getattr(before, name), getattr(after, name)))
    head = replace(after, cues={}, **{name: _EMPTY[name] for name in same})
    named = ((was, now) for was, now in (renamed or {}).items() if was != now)
    moved = {was: now for was, now in named if (was in old and now in new) or is_worded(was)}
    return Amendment(before.digest, head, same, gone, changed, moved)


def renamed_in_turn(first: Mapping[CueId, CueId], then: Mapping[CueId, CueId]) -> dict[CueId, CueId]:
    """Two renumberings, one after the other, as one."""
    found = {was: then.get(now, now) for was, now in first.items()}
    # Who had the number of one that was renamed before is another cue, which is new.
    taken = set(first.values())
    found.update((was, now) for was, now in then.items() if was not in taken and was not in first)
    return {was: now for was, now in found.items() if was != now}


def _equal(one: object, other: object) -> bool:
    return one is other or one == other


def _in_order(program: Program, cues: Mapping[CueId, CompiledCue]) -> dict[CueId, CompiledCue]:
    """As the compiler has them: list by list, groups before what is in them. Raises ValueError if one is missing."""

    def walk(ids: Iterable[CueId]) -> Iterator[CueId]:
        for cue in ids:
            if cue in found:
                raise ValueError(f"cue {cue} stands in two places")
            found[cue] = cues[cue]
            yield cue
            yield from walk(child.cue for child in cues[cue].children)

    found: dict[CueId, CompiledCue] = {}
    try:
        for cue_list in program.lists:
            for _ in walk(cue_list.cues):
                pass
    except KeyError as missing:
        raise ValueError(f"cue {missing} is missing") from None
    return found
