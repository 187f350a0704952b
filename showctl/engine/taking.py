"""Taking the show from a cue, worked out beforehand: what the dispatcher then only has to carry out."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from showctl.engine.command import TakeFrom
from showctl.engine.snapshot import Evening
from showctl.engine.standby import in_reach
from showctl.model.cue import CueId
from showctl.model.effect import MasterFade, Send
from showctl.model.message import Message
from showctl.program.chase import armed_as_now, chase
from showctl.program.chase_light import TAKE_TIME, ChaseLight
from showctl.program.program import Program, SacnTarget

AT_A_TIME = 20
"""Messages to one device at a time. UDP is not acknowledged, and mixers lose bursts. 20 in 50 ms are 400 messages a
second, 11 KB/s of fader messages: an X32 bears 34 to 50 KB/s of them from its remote apps, and sends its own updates
every 50 ms (measured there: dev-core.org/ms-docs/xm32/network-compare)."""
GAP = 0.05
"""Seconds between the beginnings of two such batches. MIDI ports have their own pace besides (outputs/midi_pace.py)."""

Batch = tuple[tuple[CueId, Send], ...]
"""Messages that go out together, each with the cue that it is from."""


@dataclass(frozen=True, slots=True)
class Taking:
    """A TakeFrom ready to be carried out on one state of the show, named by its `digest`."""

    command: TakeFrom
    digest: str
    list: str = ""
    refused: str = ""
    """Why not, and what to do; then nothing else counts."""
    batches: tuple[tuple[Batch, ...], ...] = ()
    """For each device its batches, GAP apart."""
    light: ChaseLight = field(default_factory=lambda: ChaseLight(None, None))
    masters: tuple[tuple[CueId, MasterFade], ...] = ()
    """Each with the cue that it is from."""
    notes: tuple[str, ...] = ()
    left_alone: tuple[tuple[str, int], ...] = ()
    """Devices that are left out, in the order of the command, each with how many messages it would have got."""

    @property
    def moves_light(self) -> bool:
        """Whether anything fades."""
        return bool(self.light.tracked or self.light.home or self.masters)

    @property
    def messages(self) -> int:
        """How many are sent."""
        return sum(len(batch) for batches in self.batches for batch in batches)

    @property
    def seconds(self) -> float:
        """How long it takes, light and the last message included."""
        last = max((len(batches) - 1 for batches in self.batches), default=0) * GAP
        return max(last, TAKE_TIME) if self.moves_light else last


def taking_of(
    program: Program,
    command: TakeFrom,
    evening: Evening = Evening(),  # noqa: B008 - it is frozen
    sent: Callable[[str, Message], bool] | None = None,
) -> Taking:
    """Work it out. Reads the whole list: never for the dispatcher's thread.

    `evening`: what was said of cues; cues count as they are armed now. `sent`: see `chase`.
    """
    refused = refusal(program, command)
    if refused:
        return Taking(command, program.digest, refused=refused)
    whole = chase(armed_as_now(program, evening.armed, evening.disarmed), command.cue, sent)
    unsent = Counter(left.device for left in whole.left)
    left_alone = tuple((device, unsent[device]) for device in dict.fromkeys(command.without))
    found = whole.without(command.without)
    batches = []
    for messages in found.by_device().values():
        sends = [(left.cue, Send(0.0, left.device, left.message)) for left in messages]
        batches.append(tuple(tuple(sends[at : at + AT_A_TIME]) for at in range(0, len(sends), AT_A_TIME)))
    taking = Taking(
        command, program.digest, found.past.list, batches=tuple(batches), notes=found.notes, left_alone=left_alone
    )
    if not command.light:
        return taking
    masters = [(left.cue, MasterFade(0.0, TAKE_TIME, left.master, None, left.level)) for left in found.masters]
    return replace(taking, light=found.light, masters=tuple(masters))


def refusal(program: Program, command: TakeFrom) -> str:
    """Why the show cannot be taken from there in this way, and what to do; empty if it can."""
    cue = program.cues.get(command.cue)
    if cue is None:
        return f"there is no cue {command.cue}; nothing was done"
    cue_list = next(each for each in program.lists if each.name == cue.list)
    if cue_list.cart:
        return f"cue {cue.id} is in a cart, where no cue comes before another; start it instead"
    if cue.id not in set(in_reach(program.cues, cue_list)):
        group = cue
        while group.parent is not None:
            group = program.cues[group.parent]
            if group.mode != "sequence":
                cue = group
        return f"cue {command.cue} cannot be in standby; take the show from its group, cue {cue.id}"
    senders = [target.device for target in program.targets if isinstance(target, SacnTarget)]
    devices = [target.device for target in program.targets if not isinstance(target, SacnTarget)]
    for device in command.without:
        if device in senders:
            return f"{device} sends light; to leave that alone, take the show without light"
        if device not in devices:
            named = f"write one of {', '.join(devices)}" if devices else "this show has none that takes messages"
            return f"there is no device '{device}' to leave out; {named}"
    return ""
