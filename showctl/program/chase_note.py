"""What a state chase cannot know: notes for the operator, each with the cues that it is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from showctl.model.cue import CueId
from showctl.model.effect import Act, Ask, Ramp, Send
from showctl.model.message import Message, MidiMessage
from showctl.program.past import Past
from showctl.program.program import CompiledCue, Program

_MOST_NAMED = 6
_Note = tuple[str, str]
"""What is said of one cue, and of several."""

_RAW = (
    "not replayed, as an osc or midi cue without chase: yes",
    "not replayed, as osc or midi cues without chase: yes",
)
_ONCE = ("not replayed, as it starts, stops or steps something", "not replayed, as they start, stop or step something")
_RANDOM = (
    "plays in random order: everything in it counts, in the order of the file",
    "play in random order: everything in them counts, in the order of the file",
)
_CONDITION = ("acts only if other cues are armed or flagged", "act only if other cues are armed or flagged")
_BROKEN = ("is broken: it counts as nothing", "are broken: they count as nothing")
_TO_ITS_END = "what is stopped counts as if it had come to its end"
_AS_NOW = "cues count as they are armed now"
_IN_ORDER = "the cues count in the order of the list all the same"
_ACTS: dict[Act, _Note] = {
    "start": (
        "starts others: these count where they stand in the list, not here",
        "start others: these count where they stand in the list, not here",
    ),
    "go to": (f"moves standby: {_IN_ORDER}", f"move standby: {_IN_ORDER}"),
    "arm": (f"arms others: {_AS_NOW}", f"arm others: {_AS_NOW}"),
    "disarm": (f"disarms others: {_AS_NOW}", f"disarm others: {_AS_NOW}"),
    "reset": (f"resets others: {_AS_NOW}", f"reset others: {_AS_NOW}"),
    "stop": (f"stops others: {_TO_ITS_END}", f"stop others: {_TO_ITS_END}"),
    "hard stop": (f"stops others: {_TO_ITS_END}", f"stop others: {_TO_ITS_END}"),
    "stop others": (f"stops others: {_TO_ITS_END}", f"stop others: {_TO_ITS_END}"),
    "panic": ("panics: that counts as nothing", "panic: that counts as nothing"),
}
_STOPS = {"stop", "hard stop"}

Values = Mapping[CueId, Sequence[tuple[str, Message]]]
"""By cue: the devices that it leaves at a value, each with the message that does."""


def chase_notes(program: Program, past: Past, passed_over: Iterable[CueId], values: Values) -> tuple[str, ...]:
    """What to say about the past of a cue; `passed_over` have messages that are not replayed, `values` are replayed."""
    about: dict[_Note, dict[CueId, None]] = {}
    for cue in _armed(program, past.cues(program)):
        for what in _unknown(program, cue, values):
            about.setdefault(what, {})[cue.id] = None
    for passed in passed_over:
        about.setdefault(_RAW if program.cues[passed].type in {"osc", "midi"} else _ONCE, {})[passed] = None
    notes = [
        f"cue{'s' if len(cues) > 1 else ''} {_first(list(cues))}: {what[len(cues) > 1]}" for what, cues in about.items()
    ]
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


def _unknown(program: Program, cue: CompiledCue, values: Values) -> Iterator[_Note]:
    if cue.broken:
        yield _BROKEN
    if cue.mode == "random" or cue.shuffle:
        yield _RANDOM
    for effect in cue.effects:
        if isinstance(effect, Ask):
            if effect.only_if or effect.if_flagged:
                yield _CONDITION
            if effect.act in _STOPS and (stopped := _stopped(program, effect, values)):
                yield f"stops {stopped}", f"stop {stopped}"
            elif effect.act in _ACTS:
                yield _ACTS[effect.act]


def _stopped(program: Program, ask: Ask, values: Values) -> str:
    """`2: its values stay (desk /ch/18/mix/fader 0.75)`; nothing where it has left no device at a value."""
    stay = [each for cue in _inside(program, ask.cues) for each in values.get(cue, ())]
    if not stay:
        return ""
    said = _first([f"{device} {_place(message)}{_number(message)}" for device, message in stay])
    return f"{_first(list(ask.cues))}: {'its' if len(ask.cues) == 1 else 'their'} values stay ({said})"


def _inside(program: Program, cues: Iterable[CueId]) -> Iterator[CueId]:
    """These cues, and all inside them."""
    for cue in cues:
        yield cue
        yield from _inside(program, (child.cue for child in program.cues[cue].children))


def _number(message: Message) -> str:
    """What the place is left at, where that is not said by the place."""
    if isinstance(message, MidiMessage):
        return f" at {message.data[2]}" if message.data[0] & 0xF0 == 0xB0 else ""
    return "".join(f" {a.value:g}" if isinstance(a.value, float) else f" {a.value}" for a in message.args)


def _has_values(program: Program, cues: Iterable[CueId]) -> bool:
    effects = (effect for cue in _armed(program, cues) for effect in cue.effects)
    return any(isinstance(effect, Ramp) or (isinstance(effect, Send) and effect.chase) for effect in effects)


def _armed(program: Program, cues: Iterable[CueId]) -> Iterator[CompiledCue]:
    """These cues and all inside them, without what is not armed."""
    for cue in map(program.cues.__getitem__, cues):
        if cue.armed:
            yield cue
            yield from _armed(program, (child.cue for child in cue.children))


def _first(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
