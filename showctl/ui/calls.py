"""What the caller of the show reads: who is called for the standby cue, and which calls come after it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from showctl.engine.snapshot import Snapshot
from showctl.model.cue import MAIN, Cue, CueId
from showctl.timing.times import SegmentTimes
from showctl.ui.describe import code_of, title
from showctl.ui.next_go import NextGo
from showctl.ui.reading import time_of_day
from showctl.ui.theme import DEPARTMENTS
from showctl.ui.tongue import marked, tr

SAID = {
    "light": marked("LX"),
    "audio": marked("Sound"),
    "video": marked("Video"),
    "stage": marked("Stage"),
    "other": marked("Cue"),
}
"""How a department is called over the ring."""
SENT = ("OSC", "MIDI")
"""Of cues that are no department's: what a caller says instead."""
FLASH = 1.5
"""Seconds for which a GO is shown (docs/console.md, The caller view)."""
CALLS = 3


@dataclass(frozen=True, slots=True)
class Call:
    """One of the calls after standby. `when`: its first note, or when its segment begins, which is a `forecast`."""

    word: str
    who: str
    what: str
    when: str = ""
    forecast: bool = False


def who(number: str, cues: Iterable[Cue]) -> str:
    """`LX, Sound 39`: the departments that are called, in the order of the console, with the number. Where none is
    called: what is sent, `OSC, MIDI 39`."""
    played = list(cues)
    called = {cue.department for cue in played}
    named = [tr(SAID[each]) for each in DEPARTMENTS if each in called and each != "other"]
    if called == {"other"}:
        named = [word for word in SENT if any(code_of(cue) == word for cue in played)] or [tr(SAID["other"])]
    return f"{', '.join(named)} {number}".strip()


def calls_after(
    standby: CueId, next_go: NextGo, cues: Mapping[CueId, Cue], rows: Sequence[SegmentTimes], zone: dt.tzinfo
) -> tuple[Call, ...]:
    """The next GOs of the list, in order."""
    found: list[Call] = []
    cue = next_go.standby_after(standby)
    while cue is not None and cue in cues and len(found) < CALLS:
        written = cues[cue]
        by_name = who(written.number, [cues[each] for each in next_go.played(cue) if each in cues])
        begins = next((row for row in rows if row.segment.id == written.starts_segment), None)
        ahead = begins is not None and begins.where == "ahead"
        when = time_of_day(begins.start, zone) if begins is not None and ahead else first_note(written.notes)
        found.append(Call(tr("then") if found else tr("WARN"), by_name, title(written), when, ahead))
        cue = next_go.standby_after(cue)
    return tuple(found)


def first_note(notes: str) -> str:
    """The first line of the notes, or their first sentence where they are one long line."""
    line = notes.strip().partition("\n")[0].strip()
    sentence, stop, rest = line.partition(". ")
    return sentence if stop and rest else line.removesuffix(".")


def gone(snapshot: Snapshot | None, name: str, now: float) -> CueId | None:
    """The cue of a list on which GO was pressed within the last FLASH seconds."""
    if snapshot is None or snapshot.last_go is None or not 0 <= now - snapshot.last_go_at < FLASH:
        return None
    return snapshot.last_go if (snapshot.last_go.rpartition("/")[0] or MAIN) == name else None
