"""The log of messages: what was sent, to whom and how late, and what came in."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from showctl.engine.event import AnyEvent, CueStarted, Received, Sent
from showctl.model.cue import CueId
from showctl.model.message_text import text_of

MOST = 10_000
"""Lines kept; then the oldest go."""


@dataclass(frozen=True, slots=True)
class Line:
    """One message. Instants are seconds on the engine's clock."""

    number: int
    """From 1 on: which line it is since the log began."""
    due: float
    """When it was to leave; of what came in, when it did."""
    is_sent: bool
    """Else it came in."""
    device: str
    """Whom it was for; of what came in from whom: `OSC 192.168.1.20`."""
    to: str
    """Address and port, or MIDI port."""
    what: str
    """The message in words."""
    cue: CueId = ""
    """Of which cue; empty: a panic, or what came in."""
    late: float | None = None
    """Seconds from due to the instant at which it left; None: it did not, or came in."""
    wrong: str = ""
    """Why it was not sent, or not understood."""
    command: str = ""
    """The command that it was taken as."""
    rehearsal: bool = False
    """Its cue was started in a rehearsal."""


class MessageLog:
    """For one thread. `lines` are the newest; `count` grows by one for each there ever was."""

    def __init__(self) -> None:
        self.lines: deque[Line] = deque(maxlen=MOST)
        self.count = 0
        self._rehearsed: set[CueId] = set()
        """Cues whose newest start was in a rehearsal."""
        self.left_out = 0
        """Events that came too fast for this console; some of them were messages."""

    def take(self, events: Iterable[AnyEvent], missed: int) -> None:
        """Keep those that are messages; `missed` events were left out before them."""
        self.left_out += missed
        for event in events:
            if isinstance(event, CueStarted):
                (self._rehearsed.add if event.rehearsal else self._rehearsed.discard)(event.cue)
            elif isinstance(event, Sent):
                self._sent(event)
            elif isinstance(event, Received):
                self.count += 1
                self.lines.append(
                    Line(
                        self.count,
                        event.due,
                        False,
                        event.source,
                        "",
                        event.what,
                        wrong=event.why,
                        command=event.command,
                    )
                )

    def since(self, number: int) -> list[Line]:
        """The lines after this one, the oldest first; fewer, if there were more than are kept."""
        fresh = min(self.count - number, len(self.lines))
        return [self.lines[at] for at in range(len(self.lines) - fresh, len(self.lines))] if fresh > 0 else []

    def clear(self) -> None:
        """Keep none; their numbers go on."""
        self.lines.clear()
        self.left_out = 0

    def _sent(self, event: Sent) -> None:
        self.count += 1
        late = event.sent - event.due if event.sent is not None else None
        what, marked = text_of(event.message), event.cue in self._rehearsed
        line = Line(self.count, event.due, True, event.device, event.to, what, event.cue, late, event.error)
        self.lines.append(replace(line, rehearsal=True) if marked else line)
