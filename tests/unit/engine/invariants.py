"""What holds of whatever a player brings about, for every show and all commands."""

from collections import Counter
from collections.abc import Sequence

from showctl.engine.event import CommandTaken, CueActed, CueEnded, CueStarted, LightRestored
from showctl.engine.outcome import Do, Outcome
from showctl.model.cue import CueId
from showctl.model.effect import Fade, Ramp, Send
from showctl.model.message import Message, MidiMessage
from showctl.model.ramp_message import ramp_messages
from showctl.program.program import CompiledCue, Program


class _Run:
    """What one run of a cue has done so far."""

    def __init__(self, cue: CompiledCue, started: CueStarted) -> None:
        self.cue = cue
        # Where it was loaded to, it has perhaps acted in the past.
        self.from_then = started.due - started.into + cue.pre_wait if started.into else None
        self.acted: list[float] = []
        self.ended: CueEnded | None = None
        self.done: Counter[object] = Counter()
        self.sent: list[Message] = []

    def act(self, due: float) -> None:
        self.acted.append(due)
        assert self.cue.repeat < 0 or len(self.acted) <= self.cue.repeat, "done again too often"
        assert self.ended is None

    def do(self, outcome: Do) -> None:
        effect = outcome.effect
        if effect in self.cue.stop:
            assert self.ended is None or self.ended.stopped
        else:
            assert self.ended is None, "something followed from a cue that is done or was stopped"
            action_at = self.acted[0] if self.from_then is None else self.from_then
            assert outcome.due >= action_at + effect.at, "early"
        self.done[effect] += 1
        if isinstance(effect, Send):
            self.sent.append(effect.message)

    def end(self, outcome: CueEnded) -> None:
        assert self.ended is None, "ended twice"
        assert outcome.stopped or self.acted
        self.ended = outcome
        if outcome.stopped or not self.sent:
            return
        for ramp in [effect for effect in self.cue.effects if isinstance(effect, Ramp)]:
            arrived = list(ramp_messages(ramp, ramp.end))
            assert [sent for sent in self.sent if _place(sent) in map(_place, arrived)][-len(arrived) :] == arrived

    def check(self) -> None:
        most = max(1, len(self.acted))
        assert all(count <= most for count in self.done.values()), "something was sent twice"


def _place(message: Message) -> object:
    return message.data[:2] if isinstance(message, MidiMessage) else message.address


def check(show: Program, outcomes: Sequence[Outcome]) -> None:
    """In due order; nothing early, nothing twice, nothing of a cue after its end; ramps arrive exactly, or are stopped;
    only what is armed does anything, save restore light; after a hard stop note-offs alone, until a cue is started or a
    panic speaks.
    """
    dues = [outcome.due for outcome in outcomes]
    assert dues == sorted(dues)
    runs: dict[int, _Run] = {}
    armed: set[CueId] = set()
    silent = False
    restored: LightRestored | None = None
    for outcome in outcomes:
        match outcome:
            case CommandTaken(name="hard stop"):
                # One that a cue asks for means some cues only.
                silent = outcome.cue is None and outcome.list is None
            case CommandTaken(name="panic"):
                silent = False
            case CommandTaken(name="arm", cue=str()):
                armed.add(outcome.cue)
            case CueStarted():
                assert outcome.run not in runs, "started twice"
                runs[outcome.run] = _Run(show.cues[outcome.cue], outcome)
                silent = False
            case CueActed():
                runs[outcome.run].act(outcome.due)
            case CueEnded():
                runs[outcome.run].end(outcome)
            case LightRestored():
                restored = outcome
            case Do(effect=Fade()) if restored is not None and (restored.cue, restored.due) == (
                outcome.cue,
                outcome.due,
            ):
                restored = None  # that of a GO out of order, which comes before all that the cue does, armed or not
                assert runs[outcome.run].acted == [outcome.due]
            case Do():
                assert not silent or _ends_note(outcome), "something was sent after a hard stop"
                if outcome.cue:
                    assert show.cues[outcome.cue].armed or armed & _around(show, outcome.cue)
                    runs[outcome.run].do(outcome)
    for run in runs.values():
        run.check()


def _ends_note(outcome: Do) -> bool:
    message = outcome.effect.message if isinstance(outcome.effect, Send) else None
    return isinstance(message, MidiMessage) and message.data[0] & 0xF0 == 0x80


def _around(show: Program, cue: CueId | None) -> set[CueId]:
    """The cue and the groups around it: arming a list or a group may name any of them."""
    found = set()
    while cue is not None:
        found.add(cue)
        cue = show.cues[cue].parent
    return found
