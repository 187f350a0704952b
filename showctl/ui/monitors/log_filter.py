"""Which lines of the message log are shown, and how bad their lateness is."""

from typing import Literal, NamedTuple

from showctl.session.message_log import Line
from showctl.ui.tongue import marked

Kind = Literal["all", "sent", "received", "late", "wrong"]
KINDS: tuple[tuple[Kind, str, str], ...] = (
    ("all", marked("All"), marked("All messages")),
    ("sent", marked("Sent"), marked("Messages that were sent")),
    ("received", marked("Received"), marked("What came in")),
    ("late", marked("Late"), marked("Messages that left more than 2 ms late")),
    ("wrong", marked("Wrong"), marked("What was not sent, or not understood")),
)
LATE, VERY_LATE = 0.002, 0.010
"""Seconds from which on a message is late, and from which on it is too late (console.md, Lateness lamp)."""


def lateness(line: Line) -> int:
    """0: on time, or of no matter; 1: late; 2: too late."""
    late = line.late or 0.0
    return (late > LATE) + (late > VERY_LATE)


class Filter(NamedTuple):
    """What is asked for; `device` empty: of all of them."""

    kind: Kind = "all"
    device: str = ""
    text: str = ""

    def matches(self, line: Line) -> bool:
        if self.device and line.device != self.device:
            return False
        shown = {
            "all": True,
            "sent": line.is_sent,
            "received": not line.is_sent,
            "late": lateness(line) > 0,
            "wrong": bool(line.wrong),
        }[self.kind]
        if not shown:
            return False
        words = self.text.casefold().split()
        said = f"{line.device} {line.to} {line.what} {line.cue} {line.command} {line.wrong}".casefold()
        return all(word in said for word in words)
