"""Edits on their way to the engine: the newest state of the show counts, with the renumbering of all that wait."""

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from showctl.link.client import Unreachable, hand_over
from showctl.link.meeting import Meeting
from showctl.link.message import HandOverRefused, Installed, PlaysAnother
from showctl.model.cue import CueId
from showctl.program.amendment import amendment, renamed_in_turn
from showctl.program.part import Part, amending_parts, parts
from showctl.program.program import Program

_MOST_OURS = 100
"""States: of some seconds of edits as fast as a machine can make them."""
NOBODY: Mapping[CueId, CueId] = MappingProxyType({})


class Edits:
    """Works in a thread of its own while there is an engine to give them to; everything may be called at any time, and
    returns at once, but for `close`. Its lock is never held while anything is sent.
    """

    def __init__(self, program: Program) -> None:
        self.refused = ""
        """Why the engine did not take the last state that it was given; empty if it did."""
        self.looks_on = False
        """Somebody else edits the show: what the engine plays is theirs to say, and it is given nothing."""
        self._lock = threading.Lock()
        self._program = program
        self._renamed: list[Mapping[CueId, CueId]] = []
        """Of each edit since the engine was given something: the cues that go by another id."""
        self._given: Program | None = None
        """What the engine was given last; None: it plays something that is not ours to edit."""
        self._ours = deque((program.digest,), _MOST_OURS)
        """States that were ours: of one of these news may still be on its way to us."""
        self._forced = False
        """Whether the engine is to be given the whole, whatever it plays."""
        self._meeting: Meeting | None = None
        self._wanted = threading.Event()
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def program(self) -> Program:
        """The newest state."""
        return self._program

    def start_from_newest(self) -> tuple[Program, Mapping[CueId, CueId]]:
        """For a new engine: the newest state, and the cues that go by another id in it than in the one that the engine
        before was given. What is noted from now on comes after it.
        """
        with self._lock:
            renamed = _together(self._renamed)
            self._renamed.clear()
            return self._program, renamed

    def knows(self, digest: str) -> bool:
        """Whether an engine that plays this state is where it should be, or on its way there."""
        return digest == self._program.digest or (self._given is not None and digest in self._ours)

    def note(self, program: Program, renamed: Mapping[CueId, CueId]) -> None:
        """The show is this now. An engine that plays the state before is to play it, too."""
        with self._lock:
            self._program = program
            self._ours.append(program.digest)
            self._renamed.append(renamed)
            if self._given is None:
                return
        self._want()

    def attach(self, meeting: Meeting, plays: str, given: Program) -> None:
        """There is an engine, and it plays the state of this digest; `given` is ours, if it does not play another."""
        with self._lock:
            self._meeting, self.refused = meeting, ""
            self._given = next((ours for ours in (given, self._program) if ours.digest == plays), None)
            behind = self._given is not None and self._given is not self._program
        if behind:
            self._want()

    def detach(self) -> None:
        """There is none any more."""
        with self._lock:
            self._meeting = self._given = None

    def hand_over(self) -> None:
        """Have the engine play the newest state, whatever it plays."""
        with self._lock:
            self._forced = True
        self._want()

    def close(self, within: float) -> None:
        """Give what still waits, then end the thread: waits so many seconds at the most."""
        self._closing = True
        self._wanted.set()
        if self._thread is not None:
            self._thread.join(within)

    def _want(self) -> None:
        self._wanted.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="edits", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while self._wanted.wait():
            self._wanted.clear()  # first: what is noted from now on is looked at once more
            while self._gave_newest():
                pass
            if self._closing:
                return

    def _gave_newest(self) -> bool:
        """Give the newest state, if the engine has another; whether there may be one again."""
        with self._lock:
            meeting, given, program, count = self._meeting, self._given, self._program, len(self._renamed)
            renamed, forced, self._forced = _together(self._renamed), self._forced, False
        if self.looks_on or meeting is None or not (forced or (given is not None and given is not program)):
            return False
        try:
            answer = self._give(meeting, None if forced else given, program, renamed)
        except Unreachable:  # found out by who looks after the engine
            return False
        with self._lock:
            if isinstance(answer, Installed) and self._meeting is meeting:
                self._given, self.refused = program, ""
                del self._renamed[:count]
                return True
            self.refused = answer.reason if isinstance(answer, HandOverRefused) else "it plays another"
            return self._program is not program

    def _give(
        self, meeting: Meeting, given: Program | None, program: Program, renamed: Mapping[CueId, CueId]
    ) -> Installed | HandOverRefused | PlaysAnother:
        """What makes the one of the other; the whole, to an engine that plays something else."""
        answer: Installed | HandOverRefused | PlaysAnother = PlaysAnother("")
        if given is not None:
            changes: Iterator[Part] = amending_parts(amendment(given, program, renamed))
            answer = hand_over(meeting, changes)
        return hand_over(meeting, parts(program)) if isinstance(answer, PlaysAnother) else answer


def _together(turns: list[Mapping[CueId, CueId]]) -> dict[CueId, CueId]:
    found: dict[CueId, CueId] = {}
    for each in turns:
        found = renamed_in_turn(found, each)
    return found
