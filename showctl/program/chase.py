"""State chase: where the cues before one would have left every device, so that the show can be taken from there."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from msgspec.structs import replace as replace_struct

from showctl.model.cue import CueId
from showctl.model.effect import MasterFade, Ramp, Send
from showctl.model.message import Message
from showctl.model.ramp_message import ramp_messages
from showctl.program.chase_light import ChaseLight, chase_light
from showctl.program.chase_note import chase_notes, unknown_places
from showctl.program.message_place import message_place
from showctl.program.past import Past, past
from showctl.program.played import Played, effects_in, played
from showctl.program.program import Program


@dataclass(frozen=True, slots=True)
class Left:
    """A message that leaves a device where it would be, and the cue that it is from."""

    cue: CueId
    device: str
    message: Message


@dataclass(frozen=True, slots=True)
class LeftMaster:
    """Where a master would stand (0..1), and the cue that it is from."""

    cue: CueId
    master: str
    level: float
    as_written: bool = False
    """No cue before moves it, only `cue` itself or a later one: it stands as the file has it."""


@dataclass(frozen=True, slots=True)
class Chase:
    """What has to be sent before a cue starts, in this order, where light has to go, and what to know about it."""

    past: Past
    left: tuple[Left, ...]
    masters: tuple[LeftMaster, ...]
    """Where masters stand that cues of the list move, each from the cue before that moved it last; those that only `to`
    and later cues move are as the file has them, the grand master at full."""
    light: ChaseLight
    notes: tuple[str, ...]

    def by_device(self) -> dict[str, tuple[Left, ...]]:
        """The messages of each device, in their order; devices in the order of their first message."""
        found: dict[str, list[Left]] = {}
        for left in self.left:
            found.setdefault(left.device, []).append(left)
        return {device: tuple(messages) for device, messages in found.items()}

    def without(self, devices: Collection[str]) -> "Chase":
        """The chase that leaves these devices alone."""
        return replace(self, left=tuple(left for left in self.left if left.device not in devices))


def chase(program: Program, to: CueId, sent: Callable[[str, Message], bool] | None = None) -> Chase:
    """Of all that the cues before `to` send, the last to each place (message_place), in the order in which they come.

    A ramp counts with its end. What does not leave a device at a value (Send.chase) is left out and noted. `sent` knows
    whether anything was sent to the place of a message this evening: such a place that only later cues set is noted.
    Raises KeyError if there is no such cue. Reads the whole list: not for the dispatcher's path.
    """
    before = past(program, to)
    found: dict[Hashable, Left] = {}
    passed_over: dict[CueId, None] = {}
    done = _played(program, before.cues(program))
    for left in _values(done, passed_over):
        place = message_place(left.device, left.message)
        found.pop(place, None)  # the order is that of the last
        found[place] = left
    masters = {one.master: one for one in _masters(done)}
    fades = [each for each in effects_in(program.cues, before.whole_list(program)) if isinstance(each, MasterFade)]
    at_rest = {master.name: master.level for master in program.masters}
    for name in (fade.master for fade in fades if fade.master not in masters):
        masters[name] = LeftMaster(to, name, at_rest.get(name, 1.0), as_written=True)
    values: dict[CueId, list[tuple[str, Message]]] = {}
    for left in found.values():
        values.setdefault(left.cue, []).append((left.device, left.message))
    notes = chase_notes(program, before, passed_over, values)
    if sent is not None:
        later = _values(_played(program, before.after(program)), {})
        unknown = {message_place(each.device, each.message): each for each in later if sent(each.device, each.message)}
        notes += unknown_places(
            to, [(each.device, each.message) for place, each in unknown.items() if place not in found]
        )
    light = chase_light(program, before, (effect for _, _, effect in done))
    return Chase(before, tuple(found.values()), tuple(masters.values()), light, notes)


def armed_as_now(program: Program, armed: Collection[CueId], disarmed: Collection[CueId]) -> Program:
    """The program with these cues armed, and these not, whatever the file says: as they are this evening."""
    said = {**dict.fromkeys(armed, True), **dict.fromkeys(disarmed, False)}
    changed = {
        cue: replace_struct(program.cues[cue], armed=is_armed) for cue, is_armed in said.items() if cue in program.cues
    }
    return replace_struct(program, cues=program.cues | changed) if changed else program


def _played(program: Program, cues: Iterable[CueId]) -> list[Played]:
    return [one for cue in cues for one in played(program.cues, program.cues[cue])]


def _values(done: Iterable[Played], passed_over: dict[CueId, None]) -> Iterator[Left]:
    """All messages that leave a device at a value, in order; cues with others are added to `passed_over`."""
    for _, by, effect in done:
        if isinstance(effect, Send) and not effect.chase:
            passed_over[by] = None
        elif isinstance(effect, Send | Ramp):
            for message in _end(effect):
                yield Left(by, effect.device, message)


def _masters(done: Iterable[Played]) -> Iterator[LeftMaster]:
    for _, by, effect in done:
        if isinstance(effect, MasterFade):
            yield LeftMaster(by, effect.master, effect.end)


def _end(effect: Send | Ramp) -> tuple[Message, ...]:
    return (effect.message,) if isinstance(effect, Send) else ramp_messages(effect, effect.end)
