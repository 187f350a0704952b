"""Control changes as faders: what a MIDI message means. Pure; the port is looked after in inputs/midi.py."""

from collections.abc import Iterable

from showctl.engine.command import MoveFader
from showctl.program.program import MidiFader

_CONTROL_CHANGE = 0xB0
_FINE = 32
"""The controller with the low 7 bits is so far above that with the high ones (MIDI 1.0)."""


class MidiFaders:
    """The faders of one port."""

    def __init__(self, faders: Iterable[MidiFader], source: str) -> None:
        self._source = source
        self._by_control: dict[tuple[int, int], MidiFader] = {}
        self._coarse: dict[str, int] = {}
        """The last high 7 bits, by master."""
        for fader in faders:
            self._by_control[fader.channel, fader.control] = fader
            if fader.fine:
                self._by_control[fader.channel, fader.control + _FINE] = fader

    def command(self, data: bytes) -> MoveFader | None:
        """What a message moves, if anything. Of 14 bits the low 7 come last, and then the fader has moved."""
        if len(data) != 3 or data[0] & 0xF0 != _CONTROL_CHANGE or data[2] > 0x7F:
            return None
        channel, control, value = (data[0] & 0x0F) + 1, data[1], data[2]
        fader = self._by_control.get((channel, control))
        if fader is None:
            return None
        level = value / 0x7F
        if fader.fine:
            if control == fader.control:
                self._coarse[fader.master] = value
                return None
            level = (self._coarse.get(fader.master, 0) << 7 | value) / 0x3FFF
        name = f"{self._source} {channel}/{fader.control}"
        return MoveFader(master=fader.master, level=level, fader=name, source=self._source)
