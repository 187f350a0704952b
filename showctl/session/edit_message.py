"""What crosses between the session that has a show open and those who want to edit it."""

from msgspec import Struct

from showctl.session.change import EditRefused
from showctl.session.edit import Edit

VERSION = 1
LARGEST_ASK = 8 * 1024 * 1024
"""Bytes of one message to the session: an edit that brings the largest value."""
LARGEST_ANSWER = 64 * 1024
LARGEST_HELLO = 1024
"""Who has not said the token may not make us hold more."""


class EditHello(Struct, frozen=True, tag="hello"):
    """The first message, or the connection is closed."""

    version: int
    token: str
    who: str
    """Who edits, for people: `ann, showctl edit`."""


class Ask(Struct, frozen=True, tag="ask"):
    """Make this edit."""

    edit: Edit
    save: bool = False
    """And save the show."""


class Made(Struct, frozen=True, tag="made"):
    """It is made, and can be undone there."""

    name: str
    """Empty if it changed nothing."""
    kept: bool
    """It is on the disk, in the recovery file or in the show file."""
    saved: bool = False
    warning: str = ""
    """Which cues cannot play any more, and why; empty if none."""


class NotMade(Struct, frozen=True, tag="not made"):
    """It is refused, and why; nothing has changed."""

    reason: str
    number: int = 0
    """Which of several edits, from 1; 0: the only one, or all of them together."""

    def refused(self) -> EditRefused:
        return EditRefused(self.reason, number=self.number)


ToSession = EditHello | Ask
ToClient = Made | NotMade
