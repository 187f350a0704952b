"""State chase: where the cues before one would have left every device, so that the show can be taken from there."""

from collections.abc import Hashable
from dataclasses import dataclass

from showctl.model.cue import CueId
from showctl.model.effect import MasterFade, Ramp, Send
from showctl.model.message import Message
from showctl.model.ramp_message import ramp_messages
from showctl.program.chase_note import chase_notes
from showctl.program.message_place import message_place
from showctl.program.past import Past, past
from showctl.program.played import played
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


@dataclass(frozen=True, slots=True)
class Chase:
    """What has to be sent before a cue starts, in this order, and what the operator should know about it.

    Light is not among it: that is TrackedLight's, by the same `past`.
    """

    past: Past
    left: tuple[Left, ...]
    masters: tuple[LeftMaster, ...]
    """Where masters stand that were moved, each from the cue that moved it last."""
    notes: tuple[str, ...]


def chase(program: Program, to: CueId) -> Chase:
    """Of all that the cues before `to` send, the last to each place (message_place), in the order in which they come.

    Of masters, where they have come to.

    A ramp counts with its end. What does not leave a device at a value (Send.chase) is left out and noted. Raises
    KeyError if there is no such cue.
    """
    before = past(program, to)
    found: dict[Hashable, Left] = {}
    masters: dict[str, LeftMaster] = {}
    passed_over: dict[CueId, None] = {}
    for cue in before.cues(program):
        for _, by, effect in played(program.cues, program.cues[cue]):
            if isinstance(effect, MasterFade):
                masters[effect.master] = LeftMaster(by, effect.master, effect.end)
            if not isinstance(effect, Send | Ramp):
                continue
            if isinstance(effect, Send) and not effect.chase:
                passed_over[by] = None
                continue
            for message in _end(effect):
                place = message_place(effect.device, message)
                found.pop(place, None)  # the order is that of the last
                found[place] = Left(by, effect.device, message)
    return Chase(before, tuple(found.values()), tuple(masters.values()), chase_notes(program, before, passed_over))


def _end(effect: Send | Ramp) -> tuple[Message, ...]:
    return (effect.message,) if isinstance(effect, Send) else ramp_messages(effect, effect.end)
