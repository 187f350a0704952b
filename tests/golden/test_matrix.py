"""Every mode of group has its timelines: with each continue inside and of its own, played, paused, stopped and loaded.

What counts is what the golden shows play, not what they are called: a new mode, or a new continue, cannot come without.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from showctl.engine.command import Load, Pause, Resume, Stop
from showctl.host.simulate import Rehearsal
from showctl.model.cue import Continue, GroupMode
from showctl.program.opening import open_to_play
from showctl.program.program import CompiledCue
from tests.golden.scenario import commands_of, scenarios

KINDS = (*get_args(GroupMode), "playlist, loop", "playlist, crossfade", "playlist, shuffle")
CANNOT_CONTINUE_INSIDE = {"timeline", "random"}
"""Where a cue inside that continues is a mistake; docs/cues.md has the table."""
SCENES = ("played", "paused and resumed", "cue inside stopped", "stopped", "loaded")


class Timeline(NamedTuple):
    """A group of this kind, whose cues inside continue so, and it itself, in this scene."""

    kind: str
    inside: Continue
    own: Continue
    scene: str


def wanted() -> Iterator[Timeline]:
    for kind in KINDS:
        ways = [(Continue.NONE, own) for own in Continue]
        if kind not in CANNOT_CONTINUE_INSIDE:
            ways += [(inside, Continue.NONE) for inside in Continue]
        for inside, own in ways:
            for scene in SCENES:
                yield Timeline(kind, inside, own, scene)


def there_are() -> Iterator[Timeline]:
    for path in scenarios():
        program = open_to_play(path).program
        commands, _ = commands_of(path)
        groups = [cue for cue in program.cues.values() if cue.children]
        ended = {event["cue"] for event in Rehearsal(program).play(commands) if _is_end(event)} if groups else set()
        for group in groups:
            inside = {program.cues[child.cue].continue_ for child in group.children}
            children = {child.cue for child in group.children}
            said = {type(command): set[str]() for _, command in commands}
            for _, command in commands:
                if isinstance(command, Stop | Pause | Resume | Load) and command.cue is not None:
                    said[type(command)].add(command.cue)
            scenes = (
                group.id in ended,
                group.id in said.get(Pause, ()) and group.id in said.get(Resume, ()),
                bool(children & said.get(Stop, set())),
                group.id in said.get(Stop, ()),
                group.id in said.get(Load, ()),
            )
            if len(inside) == 1:
                yield from _timelines(group, *inside, (s for s, there in zip(SCENES, scenes, strict=True) if there))


def _is_end(event: dict[str, object]) -> bool:
    return event["event"] == "cue ended" and "stopped" not in event


def _timelines(group: CompiledCue, inside: Continue, scenes: Iterable[str]) -> Iterator[Timeline]:
    further = {"loop": group.loop, "crossfade": group.crossfade > 0, "shuffle": group.shuffle}
    words = [word for word, there in further.items() if there]
    kind = ", ".join([str(group.mode), *words])
    for scene in scenes:
        yield Timeline(kind, inside, group.continue_, scene)


def test_every_group_mode_has_its_timelines() -> None:
    missing = set(wanted()) - set(there_are())
    assert not missing, "\n".join(f"no golden show plays {' / '.join(map(str, each))}" for each in sorted(missing))
