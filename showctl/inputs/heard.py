"""What came in, for who keeps a log of it."""

from collections.abc import Callable, Iterable

from showctl.engine.command import AnyCommand, name_of
from showctl.engine.event import Received
from showctl.inputs.not_understood import NotUnderstood
from showctl.inputs.osc_command import command_of
from showctl.model.message_text import text_of
from showctl.outputs.osc_codec import OscError, decode

Heard = Callable[[Callable[[float], Iterable[Received]]], None]
"""Is given what makes the events of an instant, and has them made only if somebody wants them. Must not block."""
_MOST_BYTES = 80


def osc_came(packet: bytes, source: str, why: str, now: float) -> Iterable[Received]:
    """The messages of a datagram. `why`: why none of them is taken, whatever they say."""
    try:
        messages = decode(packet)
    except OscError as error:
        yield Received(due=now, source=source, what=_raw(packet), why=why or str(error))
        return
    for message in messages:
        name = problem = ""
        try:
            command = None if why else command_of(message, source)
        except NotUnderstood as error:
            problem = str(error)
        else:
            name = name_of(command) if command is not None else ""
        yield Received(due=now, source=source, what=text_of(message), command=name, why=why or problem)


def midi_came(data: bytes, source: str, command: AnyCommand | None, now: float) -> Iterable[Received]:
    """One message of a controller."""
    yield Received(due=now, source=source, what=_raw(data), command=name_of(command) if command is not None else "")


def _raw(data: bytes) -> str:
    more = " …" if len(data) > _MOST_BYTES else ""
    return data[:_MOST_BYTES].hex(" ").upper() + more
