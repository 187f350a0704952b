"""The MIDI faders of a show as the engine has them."""

from collections.abc import Iterable

from showctl.model.midi_input import MidiInput
from showctl.model.problem import Problem, Problems
from showctl.program.master_table import check_master
from showctl.program.program import MidiFader, MidiListener


def midi_listener(
    written: MidiInput | None, masters: Iterable[str] | None, problems: list[Problem]
) -> MidiListener | None:
    """None without faders. What is wrong is added to `problems`; `masters` None: it is not known which there are."""
    if written is None or not written.faders:
        return None
    for name in written.faders if masters is not None else ():
        try:
            check_master(name, masters or (), ("inputs", "midi", "faders", name))
        except Problems as wrong:
            problems += wrong.problems
    faders = (MidiFader(name, each.control, each.channel, each.fine) for name, each in written.faders.items())
    return MidiListener(written.port, tuple(faders))
