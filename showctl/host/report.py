"""What happened, for people and programs: events as JSON objects and as lines of text, times from the first GO."""

from collections.abc import Iterable, Mapping
from typing import Any

from showctl.engine.event import (
    TEST,
    AnyEvent,
    CommandTaken,
    CueActed,
    CueEnded,
    CueLoaded,
    CueStarted,
    FadeStarted,
    GoRefused,
    LightReleased,
    LightRestored,
    MasterMoved,
    Received,
    SegmentStarted,
    Sent,
    TakeEnded,
    Taken,
    Warned,
)
from showctl.model.message import Message, MidiMessage, OscArgument
from showctl.model.unit import format_seconds

Json = dict[str, Any]


class Timeline:
    """Turns events into JSON objects.

    `due` and `sent` are seconds since the first GO (or the first cue that anybody started), rounded to microseconds;
    null before it. With `actual`, messages also say when they left (`sent`, null if they did not) and how late
    (`late_us`, microseconds), and segments their Unix time.
    """

    def __init__(self, actual: bool = False) -> None:
        self._actual = actual
        self.origin: float | None = None
        """The instant of the first GO."""

    def since_go(self, instant: float) -> float | None:
        """An instant as seconds since the first GO."""
        return None if self.origin is None else round(instant - self.origin, 6) + 0.0

    def described(self, event: AnyEvent) -> Json:
        """One event as a JSON object."""
        if self.origin is None and isinstance(event, CueStarted | CommandTaken):
            self._begin(event)
        due = self.since_go(event.due)
        match event:
            case Sent():
                return self._sent(event, due)
            case CueStarted():
                started = _at("cue started", due, cue=event.cue, armed=event.armed)
                return _marked(started, into=round(event.into, 6), rehearsal=event.rehearsal)
            case CueActed():
                return _at("cue action", due, cue=event.cue)
            case CueEnded():
                return _marked(_at("cue ended", due, cue=event.cue), stopped=event.stopped)
            case FadeStarted():
                universes = list(event.universes)
                fade = _at(
                    "fade", due, cue=event.cue, time=event.time, universes=universes, parameters=event.parameters
                )
                return _marked(fade, into=round(event.into, 6), mark=event.mark)
            case LightRestored():
                restored = _at("light restored", due, cue=event.cue, parameters=event.parameters)
                return _marked(restored, released=event.released)
            case LightReleased():
                return _at("light released", due, list=event.list, time=event.time, parameters=event.parameters)
            case CueLoaded():
                return _at("loaded", due, cue=event.cue, to=round(event.to, 6))
            case MasterMoved():
                levels = {"from": round(event.start, 6), "to": round(event.to, 6)}
                moved = _at("master", due, cue=event.cue, master=event.master, **levels, time=event.time)
                return _marked(moved, into=round(event.into, 6))
            case CommandTaken():
                taken = _at("command", due, cue=event.cue, name=event.name, source=event.source)
                return _marked(taken, list=event.list, what=event.what)
            case GoRefused():
                refused = _at("refused", due, reason=event.reason, source=event.source)
                return _marked(refused, remaining=round(event.remaining, 6))
            case Taken():
                taken = _at("taken", due, cue=event.cue, messages=event.messages, parameters=event.parameters)
                alone = {"left_alone": dict(event.left_alone), "light_left_alone": event.light_left_alone}
                return _marked(taken | {"seconds": event.seconds}, go=event.go, **alone, notes=list(event.notes))
            case TakeEnded():
                return _marked(_at("take ended", due, cue=event.cue), stopped=event.stopped, unsent=event.unsent)
            case SegmentStarted():
                of = {"cue": event.cue} if event.cue else {"by": event.by}
                segment = _at("segment", due, **of, segment=event.segment)
                return _marked(segment, wall=event.wall if self._actual else None)
            case Received():
                came = _at("received", due, source=event.source, what=event.what)
                return _marked(came, command=event.command, why=event.why)
            case Warned():
                return _marked(_at("warning", due, text=event.text), device=event.device)

    def levels(self, instant: float, universe: int, levels: Iterable[int]) -> Json:
        """Sampled levels of a universe, 0..255."""
        return _at("levels", self.since_go(instant), universe=universe, levels=[int(level) for level in levels])

    def _begin(self, event: CueStarted | CommandTaken) -> None:
        if isinstance(event, CueStarted) or event.name in {"go", "start", "take"}:
            self.origin = event.due

    def _sent(self, event: Sent, due: float | None) -> Json:
        described = _at("sent", due, cue=event.cue, device=event.device, **message_words(event.message, event.to))
        if self._actual:
            described["sent"] = self.since_go(event.sent) if event.sent is not None else None
            described["late_us"] = round((event.sent - event.due) * 1e6) if event.sent is not None else None
        return _marked(described, error=event.error)


def message_words(message: Message, to: str) -> Json:
    """Protocol, destination and content of a message."""
    if isinstance(message, MidiMessage):
        return {"protocol": "midi", "to": to, "bytes": message.data.hex(" ").upper()}
    return {
        "protocol": "osc",
        "to": to,
        "address": message.address,
        "args": [_argument(argument) for argument in message.args],
        "types": "".join(argument.tag for argument in message.args),
    }


def message_text(described: Mapping[str, Any]) -> str:
    """Device, destination and content of a message (`message_words` and its device), for people."""
    d = described
    content = d["bytes"] if d["protocol"] == "midi" else " ".join((d["address"], *_typed(d["args"], d["types"])))
    return f"{d['device']:<8} {d['to']:<16} {content}"


def _argument(argument: OscArgument) -> Any:
    """An argument as JSON has it; T and F are true and false, blobs hexadecimal text, N and I null."""
    if argument.tag in {"T", "F"}:
        return argument.tag == "T"
    return argument.value.hex(" ") if isinstance(argument.value, bytes) else argument.value


def _at(event: str, due: float | None, **more: Any) -> Json:
    return {"event": event, **more, "due": due}


def _marked(described: Json, **marks: Any) -> Json:
    """With those marks that say anything."""
    return described | {name: mark for name, mark in marks.items() if mark}


def text_line(described: Mapping[str, Any], when: str | None = None) -> str:
    """A line for people, and one for each note: when (seconds since the first GO, unless given), what, cue, more."""
    due = when or ("-" if described["due"] is None else f"{described['due']:.3f}")
    what, rest = _words(described)
    cue = described.get("cue")
    name = "panic" if cue == "" and described["event"] != "master" else "by hand" if cue == TEST else cue or ""
    columns = f"{what:<8} {name}"  # a long word takes its room from the cue's column, so that the rest stays in line
    line = f"{due:>10}  {columns:<17} {rest}".rstrip()
    return "\n".join([line, *(f"{'':>10}  {'note':<8} {'':<8} {note}" for note in described.get("notes", ()))])


def _words(described: Mapping[str, Any]) -> tuple[str, str]:
    d = described
    match d["event"]:
        case "sent":
            return "sent", f"{message_text(d)}{_lateness(d)}"
        case "cue started":
            marks = (
                _into(d),
                "" if d.get("armed") else "not armed: does nothing",
                "rehearsal" if "rehearsal" in d else "",
            )
            return "started", ", ".join(filter(None, marks))
        case "loaded":
            return ("loaded", f"to {format_seconds(d['to'])}") if d["to"] else ("unloaded", "")
        case "cue action":
            return "action", ""
        case "cue ended":
            return ("stopped" if d.get("stopped") else "done"), ""
        case "fade":
            universes = ", ".join(map(str, d["universes"])) or "none"
            count = _counted(d["parameters"], "parameter")
            words = (format_seconds(d["time"]), count, f"universe {universes}", *_taken_up(d))
            return "fade", ", ".join((*words, "in black") if d.get("mark") else words)
        case "light restored":
            counts = [_counted(d["parameters"], "parameter")] if d["parameters"] else []
            counts += [f"{d['released']} given back"] if d.get("released") else []
            return "light", f"to where {d['cue']} expects it: {', '.join(counts)}"
        case "light released":
            count = _counted(d["parameters"], "parameter")
            given = f"list {d['list']} gives back {count}" if d["list"] else f"{count} of nobody's to rest"
            return "light", f"{given}, {format_seconds(d['time'])}"
        case "master":
            moved = f"{d['master']} {d['from']:.0%} to {d['to']:.0%}"
            return "master", ", ".join((moved, format_seconds(d["time"]), *_taken_up(d)))
        case "levels":
            return "levels", f"universe {d['universe']}: {_slots(d['levels'])}"
        case "command":
            about = [f"list {d['list']}"] if "list" in d else [d["what"]] if "what" in d else []
            return d["name"].upper(), ", ".join((*about, f"from {d['source']}"))
        case "received":
            meant = d.get("command") or d.get("why") or "means nothing"
            return "received", f"{d['what']} from {d['source']}: {meant}"
        case "refused":
            wait = f", {d['remaining']:.3f} s left" if "remaining" in d else ""
            return "refused", f"GO from {d['source']}: {d['reason']}{wait}"
        case "taken":
            what = f"{_counted(d['messages'], 'message')}, {_counted(d['parameters'], 'parameter')}"
            then = ["then GO"] if d.get("go") else []
            return "taken", "; ".join([f"{what} in {format_seconds(d['seconds'])}", *then, *_left_alone(d)])
        case "take ended":
            unsent = _counted(d.get("unsent", 0), "message")
            return "take ended", f"stopped, {unsent} not sent" if d.get("stopped") else "all is out"
        case "segment":
            return "segment", str(d["segment"])
        case event:
            return str(event), str(d.get("text", ""))


def _left_alone(d: Mapping[str, Any]) -> Iterable[str]:
    for device, unsent in d.get("left_alone", {}).items():
        yield f"{device} left alone ({_counted(unsent, 'message')} not sent)"
    if d.get("light_left_alone"):
        yield "light left alone"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''}"


def _typed(args: Iterable[Any], types: str) -> Iterable[str]:
    for value, tag in zip(args, types, strict=True):
        yield tag if tag in "TFNI" else f"{tag}:{value!r}" if isinstance(value, str) else f"{tag}:{value:.7g}"


def _lateness(d: Mapping[str, Any]) -> str:
    if d.get("error"):
        return f"  not sent: {d['error']}"
    if "late_us" not in d:
        return ""
    return f"  {d['late_us'] / 1000:.3f} ms late" if d["late_us"] is not None else "  not sent"


def _into(d: Mapping[str, Any]) -> str:
    """How far something is that begins in the middle, because it was loaded."""
    return f"{format_seconds(d['into'])} under way" if d.get("into") else ""


def _taken_up(d: Mapping[str, Any]) -> Iterable[str]:
    """How far a fade is."""
    if d.get("into"):
        yield "at its end" if d["into"] == round(d["time"], 6) else _into(d)


def _slots(levels: Iterable[int]) -> str:
    """`1-4=191 10=102`: slots that are not 0, equal neighbours together."""
    found: list[tuple[int, int, int]] = []
    for slot, level in enumerate(levels, 1):
        if found and found[-1][1] == slot - 1 and found[-1][2] == level:
            found[-1] = (found[-1][0], slot, level)
        elif level:
            found.append((slot, slot, level))
    return " ".join(f"{a if a == b else f'{a}-{b}'}={level}" for a, b, level in found) or "all 0"
