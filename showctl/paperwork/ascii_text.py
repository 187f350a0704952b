"""USITT ASCII 3.0: patch, groups and the intensity of cues, as other lighting desks read it.

Only what the standard itself has, and no `$$` of any maker: desks that find their own name at the head expect all of
their own records. Lines of at most 75 characters, ASCII only, CRLF; levels in hexadecimal of 255.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from showctl import __version__

WIDTH = 75
"""The standard's lines have at most 80 characters with their end."""
LONGEST_TEXT = 60


@dataclass(frozen=True, slots=True)
class AsciiCue:
    """A light cue as a desk has it. Times in seconds; levels 0..255 by channel, tracked ones too, without dark ones."""

    number: str
    label: str = ""
    up: float = 0.0
    up_delay: float = 0.0
    down: float = 0.0
    down_delay: float = 0.0
    follow: float | None = None
    """Seconds from its start to that of the next."""
    levels: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AsciiShow:
    """All that is written. `patch`: by channel dimmers, counted through all universes, each with its full, 0..255."""

    title: str
    patch: Mapping[int, tuple[tuple[int, int], ...]]
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    """Label and channels; they are numbered from 1."""
    cues: tuple[AsciiCue, ...]


def ascii_text(show: AsciiShow) -> str:
    """The file."""
    lines = ["Ident 3:0", "Manufacturer showctl", f"Console showctl {__version__}", f"! {_text(show.title)}", ""]
    lines += ["Clear All", ""]
    places = [f"{channel}<{dimmer}@{_level(full)}" for channel, all_ in show.patch.items() for dimmer, full in all_]
    lines += _wrapped("Patch 1", places)
    for number, (label, channels) in enumerate(show.groups, 1):
        lines += ["", f"Group {number}", f"   Text {_text(label)}"]
        lines += _wrapped("   Chan", [f"{channel}@HFF" for channel in channels])
    for cue in show.cues:
        lines += ["", *_cue(cue)]
    return "\r\n".join([*lines, "", "EndData", ""])


def _cue(cue: AsciiCue) -> Iterator[str]:
    yield f"Cue {cue.number}"
    if cue.label:
        yield f"   Text {_text(cue.label)}"
    yield f"   Up {_timed(cue.up, cue.up_delay)}"
    yield f"   Down {_timed(cue.down, cue.down_delay)}"
    if cue.follow is not None:
        yield f"   Followon {_seconds(cue.follow)}"
    yield from _wrapped("   Chan", [f"{channel}@{_level(level)}" for channel, level in cue.levels.items()])


def _wrapped(head: str, words: Iterable[str]) -> Iterator[str]:
    """A keyword and its words, on as many lines, each with the keyword, as they need."""
    line = head
    for word in words:
        if len(line) + 1 + len(word) > WIDTH:
            yield line
            line = head
        line += f" {word}"
    if line != head:
        yield line


def _timed(time: float, delay: float) -> str:
    return f"{_seconds(time)} {_seconds(delay)}" if delay else _seconds(time)


def _seconds(time: float) -> str:
    """Seconds with one decimal, as many as the standard has."""
    return f"{round(time, 1):g}"


def _level(level: int) -> str:
    return f"H{level:02X}"


def _text(text: str) -> str:
    """Text in ASCII: accents go, other letters become a question mark."""
    plain = unicodedata.normalize("NFKD", text)
    ascii_ = "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "replace").decode()
    return " ".join(ascii_.replace("!", ".").split())[:LONGEST_TEXT]
