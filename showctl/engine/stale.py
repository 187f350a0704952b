"""Values of ramps that newer ones have overtaken before anybody woke up: they are left out."""

from collections.abc import Hashable, Iterable

from showctl.engine.outcome import Do, Outcome
from showctl.model.effect import Send
from showctl.model.message import MidiMessage


def without_stale(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """What is to be done now, in order, of each ramp only its newest value; the last value of a ramp always."""
    outcomes = list(outcomes)
    newest: dict[Hashable, Outcome] = {}
    overtaken = False
    for outcome in outcomes:
        if isinstance(outcome, Do) and isinstance(outcome.effect, Send):
            place = _place(outcome.run, outcome.effect)
            overtaken |= place in newest
            newest[place] = outcome
    if not overtaken:
        return outcomes
    return [outcome for outcome in outcomes if not _is_stale(outcome, newest)]


def _is_stale(outcome: Outcome, newest: dict[Hashable, Outcome]) -> bool:
    if not (isinstance(outcome, Do) and isinstance(outcome.effect, Send) and outcome.effect.ramp):
        return False
    return newest[_place(outcome.run, outcome.effect)] is not outcome


def _place(run: int, send: Send) -> Hashable:
    """Where a run sends to: an address, or a controller of a channel."""
    message = send.message
    return run, send.device, message.data[:2] if isinstance(message, MidiMessage) else message.address
