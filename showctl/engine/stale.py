"""Values of ramps that newer ones have overtaken before anybody woke up: they are left out."""

from collections.abc import Hashable, Iterable

from showctl.engine.outcome import Do, Outcome
from showctl.model.effect import Send
from showctl.model.message import MidiMessage


def without_stale(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """What is to be done now, in order, of each ramp only its newest value; the last value of a ramp always."""
    outcomes = list(outcomes)
    if not any(isinstance(each, Do) and isinstance(each.effect, Send) and each.effect.ramp for each in outcomes):
        return outcomes  # almost always, and what is due does not wait for more than this
    said: set[Hashable] = set()
    kept: list[Outcome] = []
    for outcome in reversed(outcomes):
        if isinstance(outcome, Do) and isinstance(outcome.effect, Send):
            place = _place(outcome.run, outcome.effect)
            if outcome.effect.ramp and place in said:
                continue
            said.add(place)
        kept.append(outcome)
    kept.reverse()
    return kept


def _place(run: int, send: Send) -> Hashable:
    """Where a run sends to: an address, or a controller of a channel."""
    message = send.message
    return run, send.device, message.data[:2] if isinstance(message, MidiMessage) else message.address
