"""What an import did: how much came over, what was chosen by rule, and item by item what did not. For all importers.

A file of which nothing can be made raises NotImported; all else is said in the report, and the rest comes over.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is imported. A workspace with its pictures has a few; more is taken for a film."""
MOST_NOTES = 5_000
"""Lines of one kind in a report; what is beyond is counted."""
_LONGEST = 200
"""Characters of text from a file that a report repeats."""


class NotImported(Exception):
    """Nothing could be made of a file. The text reads `what is wrong; what to do`."""


class Mistaken(NotImported):
    """Nothing is imported because of the mistakes in the report; without the rows that have them the rest can be."""

    def __init__(self) -> None:
        super().__init__("there are mistakes in it; mend them, or import the rest")


@dataclass(frozen=True, slots=True)
class Note:
    """One thing of the file.

    `where` it stands there: `line 12`, `Sheet1!C14`, `Function 5 'Intro'`. `what` it is and what was done; `why`; and
    what a person can `do` about it. The latter two may be empty.
    """

    where: str
    what: str
    why: str = ""
    do: str = ""

    def __str__(self) -> str:
        said = f"{self.what}: {self.why}" if self.why else self.what
        said = f"{said}; {self.do}" if self.do else said
        return f"{self.where}: {said}" if self.where else said

    def as_dict(self) -> dict[str, str]:
        """For JSON: without what is empty."""
        words = {"where": self.where, "what": self.what, "why": self.why, "do": self.do}
        return {key: text for key, text in words.items() if text}


@dataclass(slots=True)
class ImportReport:
    """What is to be said of one file. `file` as it was named on the command line."""

    file: str
    carried: Counter[str] = field(default_factory=Counter)
    """How many of each came over, by the word for them: `cues`, `fixtures`, `groups`."""
    chosen: list[Note] = field(default_factory=list)
    """What the file does not say and was chosen by a rule of ours."""
    left_out: list[Note] = field(default_factory=list)
    """What the file says and did not come over, or came over as less."""
    mistakes: list[Note] = field(default_factory=list)
    """Why nothing is imported: what is wrong in a file that is to come over whole."""
    unsaid: int = 0
    """Notes beyond MOST_NOTES."""

    def carry(self, kind: str, count: int = 1) -> None:
        """So many more of a kind came over."""
        self.carried[kind] += count

    def choose(self, where: str, what: str, why: str = "", do: str = "") -> None:
        """Say what was chosen where the file is silent."""
        self._keep(self.chosen, Note(shortened(where), shortened(what), shortened(why), shortened(do)))

    def leave_out(self, where: str, what: str, why: str = "", do: str = "") -> None:
        """Say what did not come over."""
        self._keep(self.left_out, Note(shortened(where), shortened(what), shortened(why), shortened(do)))

    def mistake(self, where: str, what: str, why: str = "", do: str = "") -> None:
        """Say what is wrong in a file that is to come over whole."""
        self._keep(self.mistakes, Note(shortened(where), shortened(what), shortened(why), shortened(do)))

    def _keep(self, notes: list[Note], note: Note) -> None:
        if len(notes) < MOST_NOTES:
            notes.append(note)
        else:
            self.unsaid += 1

    def lines(self) -> list[str]:
        """The report for people, its parts with headings."""
        said = [f"carried over: {counted(self.carried)}"] if not self.mistakes else []
        for heading, notes in (
            ("mistakes", self.mistakes),
            ("chosen by rule", self.chosen),
            ("left out", self.left_out),
        ):
            if notes:
                said.append(f"{heading}:")
                said.extend(f"  {line}" for line in grouped(notes))
        if self.unsaid:
            said.append(f"and {self.unsaid} more of these")
        return said

    def as_dict(self) -> dict[str, object]:
        """The report for programs."""
        return {
            "file": self.file,
            "carried": dict(self.carried),
            "mistakes": [note.as_dict() for note in self.mistakes],
            "chosen": [note.as_dict() for note in self.chosen],
            "left out": [note.as_dict() for note in self.left_out],
            "unsaid": self.unsaid,
        }


def counted(carried: Counter[str]) -> str:
    """`12 cues, 1 group`; kinds are words in the plural."""
    found = [f"{count} {kind.removesuffix('s') if count == 1 else kind}" for kind, count in carried.items() if count]
    return ", ".join(found) or "nothing"


def grouped(notes: Sequence[Note], most: int = 12) -> list[str]:
    """Notes as lines; what is said of several places is said once, with so many of them and how many more."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for note in notes:
        places.setdefault((note.what, note.why, note.do), []).append(note.where)
    return [str(Note(_places(where, most), *said)) for said, where in places.items()]


def _places(where: list[str], most: int) -> str:
    found = list(dict.fromkeys(place for place in where if place))
    kind = found[0].partition(" ")[0] if found else ""
    more = f" and {len(found) - most} more" if len(found) > most else ""
    if len(found) > 1 and all(place.startswith(f"{kind} ") for place in found):
        return f"{kind}s {', '.join(place.removeprefix(f'{kind} ') for place in found[:most])}{more}"
    return ", ".join(found[:most]) + more


def shortened(text: str) -> str:
    """Text of a file as one printable line of bounded length."""
    line = "".join(c if c.isprintable() else " " for c in text[: 2 * _LONGEST])
    return line if len(line) <= _LONGEST and len(text) <= 2 * _LONGEST else line[: _LONGEST - 1] + "…"
