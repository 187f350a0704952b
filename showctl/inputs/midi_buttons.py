"""Notes and control changes as buttons: what a MIDI message means. Pure; the port is looked after in inputs/midi.py."""

from collections.abc import Iterable

from showctl.engine.command import AnyCommand, Flash, SetBlackout, Toggle
from showctl.program.program import MidiButton

_NOTE_OFF, _NOTE_ON, _CONTROL_CHANGE = 0x80, 0x90, 0xB0
_PRESSED_FROM = 0x40
"""The value from which a controller is a switch that is on (MIDI 1.0)."""


class MidiButtons:
    """The buttons of one port. One that is held, and goes on sending that it is, is pressed once."""

    def __init__(self, buttons: Iterable[MidiButton], source: str) -> None:
        self._source = source
        self._buttons = {(button.control, button.channel, button.number): button for button in buttons}
        self._held: dict[MidiButton, None] = {}

    def command(self, data: bytes) -> AnyCommand | None:
        """What a message asks for, if anything."""
        if len(data) != 3 or max(data[1:]) > 0x7F:
            return None
        kind, channel, (number, value) = data[0] & 0xF0, (data[0] & 0x0F) + 1, data[1:]
        if kind not in {_NOTE_OFF, _NOTE_ON, _CONTROL_CHANGE}:
            return None
        control = kind == _CONTROL_CHANGE
        button = self._buttons.get((control, channel, number))
        if button is None:
            return None
        # A note on without velocity is a note off (MIDI 1.0).
        pressed = value >= _PRESSED_FROM if control else kind == _NOTE_ON and value > 0
        if pressed == (button in self._held):
            return None
        if pressed:
            self._held[button] = None
            return self._press(button)
        del self._held[button]
        return self._release(button)

    def let_go(self) -> list[AnyCommand]:
        """Nobody holds any of them any more: what that asks for."""
        released = []
        while self._held:
            button, _ = self._held.popitem()
            released.append(self._release(button))
        return [command for command in released if command is not None]

    def _press(self, button: MidiButton) -> AnyCommand:
        """What else a button may do one day is another case here, and in the table of the show's buttons."""
        match button.action:
            case "flash":
                return self._flash(button, on=True)
            case "hold blackout":
                return SetBlackout(on=True, source=self._source)
            case "blackout" | "highlight" | "park" as what:
                return Toggle(what=what, names=button.names, source=self._source)

    def _release(self, button: MidiButton) -> AnyCommand | None:
        if button.action == "flash":
            return self._flash(button, on=False)
        if button.action == "hold blackout" and not any(held.action == button.action for held in self._held):
            return SetBlackout(on=False, source=self._source)
        return None

    def _flash(self, button: MidiButton, on: bool) -> Flash:
        key = f"{self._source} {button.channel}/{'control' if button.control else 'note'} {button.number}"
        return Flash(master=button.names[0], on=on, source=self._source, holder=key)
