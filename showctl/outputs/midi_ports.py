"""MIDI ports of this machine by name: which back end, what there is, and which one a show means.

Opening and closing ports can take seconds and lets no other thread run meanwhile (measured of python-rtmidi 1.5.8: it
keeps the GIL; JACK's close takes 1 s when its server is gone, and its open waits for a server that hangs). So only the
MIDI process (midi_process.py) and `showctl doctor` use this module, never the engine's own process.
"""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

_SEQUENCER = Path("/dev/snd/seq")
NAME = "showctl"


class NoMidi(Exception):
    """There is no MIDI here: why, and what to do."""


def rtmidi() -> ModuleType:
    """The library. Raises NoMidi where it cannot be loaded."""
    os.environ["JACK_NO_START_SERVER"] = "1"  # asking for ports must not start a sound server
    try:
        import rtmidi as library
    except ImportError as error:
        remedy = (
            "install it with: sudo apt-get install libasound2" if sys.platform == "linux" else "install showctl again"
        )
        raise NoMidi(f"MIDI cannot be loaded ({error}); {remedy}") from None
    module: ModuleType = library
    return module


def back_end(library: Any) -> int:
    """rtmidi's number of the back end to use: JACK where it is asked for or ALSA is missing, else the system's own."""
    compiled = library.get_compiled_api()
    if library.API_UNIX_JACK in compiled and (
        os.environ.get("JACK_DEFAULT_SERVER") or (sys.platform == "linux" and not os.access(_SEQUENCER, os.W_OK))
    ):
        return int(library.API_UNIX_JACK)
    system = {"linux": library.API_LINUX_ALSA, "darwin": library.API_MACOSX_CORE, "win32": library.API_WINDOWS_MM}
    return int(system.get(sys.platform, library.API_UNSPECIFIED))


def new_output(name: str = NAME) -> Any:
    """An rtmidi.MidiOut that is connected to nothing yet. Raises NoMidi where there is no MIDI."""
    return _new("MidiOut", name)


def new_input(name: str = NAME) -> Any:
    """An rtmidi.MidiIn that is connected to nothing yet. Raises NoMidi where there is no MIDI."""
    return _new("MidiIn", name)


def _new(kind: str, name: str) -> Any:
    library = rtmidi()
    api = back_end(library)
    try:
        return getattr(library, kind)(api, name=name)
    except OSError as error:  # rtmidi.SystemError is one
        if api == library.API_UNIX_JACK:
            if os.environ.get("JACK_DEFAULT_SERVER"):
                raise NoMidi(f"the JACK server {os.environ['JACK_DEFAULT_SERVER']} is not running; start it") from None
            raise NoMidi(
                f"this machine has no MIDI: no ALSA sequencer ({_SEQUENCER}) and no JACK server; "
                "load it with: sudo modprobe snd-seq, or start JACK"
            ) from None
        raise NoMidi(f"MIDI cannot be opened ({error}); check that another program does not keep it") from None


def is_jack(output: Any) -> bool:
    """Whether the output is one of JACK's."""
    return bool(output.get_current_api() == rtmidi().API_UNIX_JACK)


def match(wanted: str, names: Iterable[str]) -> tuple[str | None, str]:
    """The port that is meant, or None and the reason: exact name, name without numbers at its end, beginning of name.

    ALSA adds numbers that change (`Switcher:MIDI 1 20:0`), Windows an index; neither belongs into a show.
    """
    names = list(dict.fromkeys(names))
    plain = _plain(wanted)
    for fits in (
        lambda name: name == wanted,
        lambda name: _plain(name) == plain,
        lambda name: name.casefold().startswith(wanted.casefold()),
    ):
        found = [name for name in names if fits(name)]
        if len(found) == 1:
            return found[0], ""
        if found:
            return None, f"'{wanted}' may be {' or '.join(found)}; write more of the name"
    there = f"there are: {', '.join(names)}" if names else "there is none at all"
    return None, f"there is no MIDI port '{wanted}' ({there}); connect it, or write the name of one that is there"


def _plain(name: str) -> str:
    return re.sub(r"\s+[0-9]+(:[0-9]+)?$", "", name).casefold()
