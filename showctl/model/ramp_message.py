"""What a ramp says on the wire when it is at a value."""

from showctl.model.effect import Ramp
from showctl.model.message import Message, MidiMessage, OscArgument, OscMessage

LSB = 32
"""From a controller's number to that of its less significant byte (MIDI 1.0, controllers 0 to 31 and 32 to 63)."""


def ramp_messages(ramp: Ramp, value: float) -> tuple[Message, ...]:
    """The message that says a value; two for a 14-bit controller, the more significant byte first."""
    message = ramp.message
    if isinstance(message, OscMessage):
        moved = OscArgument(message.args[ramp.argument].tag, value)
        return (
            OscMessage(message.address, (*message.args[: ramp.argument], moved, *message.args[ramp.argument + 1 :])),
        )
    status, control, _ = message.data
    number = int(value)
    if not ramp.argument:
        return (MidiMessage(bytes((status, control, number))),)
    msb, lsb = divmod(number, 128)
    return MidiMessage(bytes((status, control, msb))), MidiMessage(bytes((status, control + LSB, lsb)))
