"""One cue of a USITT ASCII file, with its parts, as a light cue."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from showctl.showfile.importer.ascii_levels import Book, Levels, as_look
from showctl.showfile.importer.ascii_record import Record
from showctl.showfile.importer.ascii_value import seconds, written
from showctl.showfile.importer.channel import look
from showctl.showfile.importer.draft import Entry

_TIMES = {
    "up": "up", "down": "down", "$$timeup": "up", "$$timedown": "down", "$$timeposition": "position",
    "$$timecolor": "colour", "$$timegraphic": "beam", "$$timefocus": "position", "$$timebeam": "beam",
}  # fmt: skip
_LEVELS = ("chan", "$$chanmove", "$$param")
_LESS = {
    "$$rate": "its rate", "$$curve": "its curve", "$$action": "what it starts elsewhere", "$$extlinks": "its links",
    "$$loopnum": "how often it loops", "$$allfade": "all fade", "$$preheat": "preheat", "$$mark": "its mark",
}  # fmt: skip
_SAID = {"text", "$$text", "$$utext", "$$cuenotes", "$$scenetext", "$$sceneend", "part", "link", "$$link", "$$dcid"}


@dataclass(slots=True)
class Piece:
    """A cue, or a part of one, with the lines that are its own."""

    lines: list[Record] = field(default_factory=list)
    label: str = ""
    times: dict[str, float] = field(default_factory=dict)
    delays: dict[str, float] = field(default_factory=dict)
    levels: Levels = field(default_factory=dict)

    @property
    def longest(self) -> float:
        """Seconds until all that it moves has arrived."""
        up, delay = self.times.get("up", 0.0), self.delays.get("up", 0.0)
        kinds = {"up", *self.times, *self.delays}
        return max(self.times.get(kind, up) + self.delays.get(kind, delay) for kind in kinds)


@dataclass(slots=True)
class AsciiCue:
    """A cue as it is read: itself, its parts, and how it goes on."""

    number: str
    list_name: str
    place: str
    whole: Piece = field(default_factory=Piece)
    parts: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    block: str = ""
    asserts: bool = False
    follow: float | None = None
    """Seconds from its start to that of the next."""
    hang: float | None = None
    """Seconds from its end to the start of the next."""
    link: str = ""
    link_place: str = ""

    @property
    def longest(self) -> float:
        """Seconds until all has arrived."""
        return max(piece.longest for piece in (self.whole, *self.parts))


def read_cue(record: Record, number: str, list_: str, tracked: bool, book: Book) -> AsciiCue:
    """The cue of a `Cue` record. `tracked`: the file says what each cue moves, so its tracked levels are not read."""
    cue = AsciiCue(number, list_, record.place)
    piece = cue.whole
    for line in record.inner:
        if line.keyword in ("part", "$$part"):
            piece = Piece()
            cue.parts.append(piece)
        elif line.keyword in _TIMES:
            _time(line, cue, piece, book)
        elif line.keyword in _LEVELS:
            if not (tracked and line.keyword == "chan"):
                piece.lines.append(line)
        elif line.keyword in ("text", "$$text"):
            piece.label = piece.label or " ".join(line.text.split())
        else:
            _rest(line, cue, book)
    for each in (cue.whole, *cue.parts):
        each.levels = book.of(each.lines, f"cue {number}")
    return cue


def _time(line: Record, cue: AsciiCue, piece: Piece, book: Book) -> None:
    """A line of times: `Up 3`, with its delay `Up 3 1`, or several, `Up 3 Down 5`. What else stands there is told."""
    said = [line.keyword, *line.fields]
    starts = [at for at, word in enumerate(said) if word.casefold() in _TIMES]
    for start, end in zip(starts, [*starts[1:], len(said)], strict=True):
        kind, fields = _TIMES[said[start].casefold()], said[start + 1 : end]
        if not fields:
            continue
        time = seconds(fields[0])
        if time is None:
            what = "is by hand" if fields[0].casefold() == "m" else f"{fields[0]} is no time"
            book.report.leave_out(
                line.place, f"the {kind} time of cue {cue.number}", what, "write a time; it jumps now"
            )
        else:
            piece.times[kind] = time
            delay = seconds(fields[1]) if len(fields) > 1 else None
            if delay:
                piece.delays[kind] = delay
            lost = " ".join(fields[1 if delay is None else 2 :])
            if lost:
                what = f"'{lost}' after the {kind} time of cue {cue.number}"
                book.report.leave_out(line.place, what, "is not understood")


def _rest(line: Record, cue: AsciiCue, book: Book) -> None:
    word = line.keyword
    if word in ("followon", "$$follow", "$$followon", "$$hang"):
        time = seconds(line.fields[0]) if line.fields else None
        if word == "$$hang" and line.fields and line.fields[0].startswith("-"):
            time = seconds(line.fields[0][1:])
            time = -time if time is not None else None
        if time is None:
            book.report.leave_out(line.place, f"{word} of cue {cue.number}", f"'{line.text}' is no time")
        elif word == "$$hang":
            cue.hang = time
        else:
            cue.follow = time
    elif word in ("link", "$$link"):
        cue.link, cue.link_place = "/".join(line.fields[:2]), line.place
    elif word in ("$$block", "$$intblock"):
        cue.block = cue.block if cue.block == "yes" else "yes" if word == "$$block" else "intensity"
    elif word == "$$assert":
        cue.asserts = True
    elif word in ("$$cuenotes", "$$notes"):
        cue.notes.append(line.text)
    elif word in ("$$scenetext", "$$scenetxt"):
        cue.notes.append(f"Scene: {line.text}")
    elif word in _LESS and not (word == "$$rate" and line.fields[:1] == ["100"]):
        book.report.leave_out(line.place, f"{_LESS[word]} ({line.text}) of cue {cue.number}", "has no place here")
    elif word not in _SAID and word not in _LESS:
        book.report.leave_out(line.place, f"{word} {line.text} of cue {cue.number}", "is not understood")


def entry(cue: AsciiCue, state: bool) -> Entry:
    """A cue as the show file has it. `state`: its levels are the whole picture, so nothing tracks in."""
    made = Entry({"cue": cue.number}, cue.place)
    label = cue.whole.label or next((part.label for part in cue.parts if part.label), "")
    if label:
        made["label"] = label
    if cue.notes:
        made["notes"] = "\n".join(cue.notes)
    if cue.follow is not None:
        made["continue"] = "auto-continue"
        if cue.follow:
            made["post-wait"] = written(cue.follow)
    elif cue.hang is not None:
        made["continue"] = "auto-continue" if cue.hang else "auto-follow"
        if cue.hang and cue.longest + cue.hang > 0:
            made["post-wait"] = written(cue.longest + cue.hang)
    light: dict[str, Any] = dict(_timed(cue.whole))
    if state or cue.block:
        light["block"] = "intensity" if state and not cue.block else cue.block
    if cue.asserts and light.get("block") != "yes":
        light["assert"] = "yes"
    levels = {channel: dict(said) for channel, said in cue.whole.levels.items()}
    for part in cue.parts:  # a parameter is in one part only
        for channel, said in part.levels.items():
            for key in said:
                levels.get(channel, {}).pop(key, None)
    light["look"] = look(as_look({channel: said for channel, said in levels.items() if said}))
    parts = [part for part in _parts(cue) if part.get("look")]
    if parts:
        light["parts"] = parts
    made["light"] = light
    return made


def _parts(cue: AsciiCue) -> Iterator[dict[str, Any]]:
    taken: set[tuple[int, str]] = set()
    for part in cue.parts:
        made: dict[str, Any] = {"label": part.label} if part.label and len(cue.parts) > 1 else {}
        made |= dict(_timed(part))
        free = {
            channel: {key: value for key, value in said.items() if (channel, key) not in taken}
            for channel, said in part.levels.items()
        }
        taken.update((channel, key) for channel, said in free.items() for key in said)
        made["look"] = look(as_look({channel: said for channel, said in free.items() if said}))
        yield made


def _timed(piece: Piece) -> Iterator[tuple[str, Any]]:
    """`time` and `delay`, in as few words as say them."""
    for key, times in (("time", piece.times), ("delay", piece.delays)):
        up = times.get("up", 0.0)
        others = {kind: written(time) for kind, time in times.items() if kind != "up" and time != up}
        if key == "time" and "down" not in times and up and "up" in times:
            others.pop("down", None)
        if others:
            yield key, {"up": written(up), **others}
        elif up:
            yield key, written(up)
