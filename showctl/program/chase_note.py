"""What a state chase cannot know: notes for the operator, each with the cues that it is about."""

from collections.abc import Iterable, Iterator, Sequence

from showctl.model.cue import CueId
from showctl.model.effect import Act, Ask, Ramp, Send
from showctl.model.message import Message, MidiMessage
from showctl.program.past import Past
from showctl.program.program import CompiledCue, Program

_MOST_NAMED = 6
_PASSED_OVER = "not replayed, as it starts, stops or steps something, or is an osc or midi cue without chase: yes"
_RANDOM = "plays in random order: everything in it counts, in the order of the file"
_CONDITION = "acts only if other cues are armed or flagged"
_BROKEN = "is broken: it counts as nothing"
_ACTS: dict[Act, str] = {
    "start": "starts others: these count where they stand in the list, not here",
    "go to": "moves standby: the cues count in the order of the list all the same",
    "arm": "arms others: cues count as they are armed now",
    "disarm": "disarms others: cues count as they are armed now",
    "reset": "resets others: cues count as they are armed now",
    "stop": "stops others: what it stops counts as if it had come to its end",
    "hard stop": "stops others: what it stops counts as if it had come to its end",
    "stop others": "stops others: what it stops counts as if it had come to its end",
    "panic": "panics: that counts as nothing",
}


def chase_notes(program: Program, past: Past, passed_over: Iterable[CueId]) -> tuple[str, ...]:
    """What to say about the past of a cue; `passed_over` have messages that are not replayed."""
    about: dict[str, dict[CueId, None]] = {}
    for cue in _armed(program, past.cues(program)):
        for what in _unknown(cue):
            about.setdefault(what, {})[cue.id] = None
    about[_PASSED_OVER] = dict.fromkeys(passed_over)
    notes = [f"{_named(list(cues))}: {what}" for what, cues in about.items() if cues]
    others = [each.name for each in program.lists if each.name != past.list and _has_values(program, each.cues)]
    if others:
        notes.append(f"list {', '.join(others)}: what was started there does not count")
    return tuple(notes)


def unknown_places(cue: CueId, messages: Sequence[tuple[str, Message]]) -> tuple[str, ...]:
    """What to say about places (device, and a message that goes there) that no cue before this one has set."""
    if not messages:
        return ()
    places = list(dict.fromkeys(f"{device} {_place(message)}" for device, message in messages))
    return (f"not known before {cue}, and left as they are: {_first(places)}",)


def _place(message: Message) -> str:
    if not isinstance(message, MidiMessage):
        return message.address
    status, data = message.data[0], message.data[1:]
    return f"controller {data[0]} of channel {1 + (status & 0x0F)}" if status & 0xF0 == 0xB0 else message.data.hex(" ")


def _unknown(cue: CompiledCue) -> Iterator[str]:
    if cue.broken:
        yield _BROKEN
    if cue.mode == "random" or cue.shuffle:
        yield _RANDOM
    for effect in cue.effects:
        if isinstance(effect, Ask):
            if effect.only_if or effect.if_flagged:
                yield _CONDITION
            if effect.act in _ACTS:
                yield _ACTS[effect.act]


def _has_values(program: Program, cues: Iterable[CueId]) -> bool:
    effects = (effect for cue in _armed(program, cues) for effect in cue.effects)
    return any(isinstance(effect, Ramp) or (isinstance(effect, Send) and effect.chase) for effect in effects)


def _armed(program: Program, cues: Iterable[CueId]) -> Iterator[CompiledCue]:
    """These cues and all inside them, without what is not armed."""
    for cue in map(program.cues.__getitem__, cues):
        if cue.armed:
            yield cue
            yield from _armed(program, (child.cue for child in cue.children))


def _named(cues: list[CueId]) -> str:
    return f"cue{'s' if len(cues) > 1 else ''} {_first(cues)}"


def _first(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
