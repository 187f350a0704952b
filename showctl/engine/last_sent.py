"""The numbers that were last sent, by where they went: from them a ramp begins that does not say where it begins."""

from collections.abc import Hashable

from showctl.model.effect import Ramp, Send
from showctl.model.message import Message, MidiMessage, OscMessage
from showctl.model.ramp_message import LSB
from showctl.program.renaming import Renaming

_NUMBERS = frozenset("ihfd")
_CONTROL = 0xB0


class LastSent:
    """Of OSC, numbers by device, address and the arguments before them; of MIDI, controllers by device and channel.

    Commands of a device's profile count like any others: they are the same messages.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[Hashable, ...], float] = {}

    def amend(self, names: Renaming) -> None:
        """Devices go by other names; of one whose name another has taken nothing is known."""
        if names:
            now = ((names.now("device", str(key[0])), key, number) for key, number in self._numbers.items())
            self._numbers = {(device, *key[1:]): number for device, key, number in now if device is not None}

    def note(self, send: Send) -> None:
        """Take note of what is sent."""
        message = send.message
        if isinstance(message, MidiMessage):
            data = message.data
            if len(data) == 3 and data[0] & 0xF0 == _CONTROL:
                self._numbers[send.device, data[0], data[1]] = data[2]
            return
        for place, argument in enumerate(message.args):
            if argument.tag in _NUMBERS:
                self._numbers[send.device, message.address, message.args[:place]] = argument.value
            if argument.tag in {"f", "d"}:
                return  # what comes after a number that moves would be kept for each of its values

    def before(self, ramp: Ramp) -> float | None:
        """Where a ramp finds its device, as far as we have put it there; None if nothing was ever sent there."""
        message = ramp.message
        if isinstance(message, OscMessage):
            return self._numbers.get((ramp.device, message.address, message.args[: ramp.argument]))
        status, control, _ = message.data
        number = self._numbers.get((ramp.device, status, control))
        if number is None or not ramp.argument:
            return number
        return number * 128 + self._numbers.get((ramp.device, status, control + LSB), 0)

    def knows(self, device: str, message: Message) -> bool:
        """Whether a number was sent to the place that a message goes to: for any thread."""
        if isinstance(message, MidiMessage):
            return (device, *message.data[:2]) in self._numbers
        return any(
            (device, message.address, message.args[:place]) in self._numbers for place in range(len(message.args))
        )
