"""The MIDI faders and buttons of a show as the engine has them."""

from collections.abc import Iterable

from showctl.model.midi_input import MidiButton as Written
from showctl.model.midi_input import MidiInput
from showctl.model.problem import Path, Problem, Problems
from showctl.program.master_table import check_master
from showctl.program.parkable import Parkables
from showctl.program.program import ButtonAction, MidiButton, MidiFader, MidiListener

_BUTTONS: Path = ("inputs", "midi", "buttons")


def midi_listener(
    written: MidiInput | None, masters: Iterable[str] | None, parkables: Parkables, problems: list[Problem]
) -> MidiListener | None:
    """None without faders and buttons. What is wrong is added to `problems`; `masters` None: it is not known which
    there are.
    """
    if written is None or not (written.faders or written.buttons):
        return None
    known = None if masters is None else tuple(masters)
    for name in written.faders if known is not None else ():
        try:
            check_master(name, known or (), ("inputs", "midi", "faders", name))
        except Problems as wrong:
            problems += wrong.problems
    faders = tuple(MidiFader(name, each.control, each.channel, each.fine) for name, each in written.faders.items())
    buttons = []
    for index, each in enumerate(written.buttons):
        action, names = _does(each)
        buttons.append(MidiButton(each.control is not None, _number(each), each.channel, action, names))
        try:
            _check(each, known, parkables, (*_BUTTONS, index))
        except Problems as wrong:
            problems += wrong.problems
    problems += _twice(written)
    return MidiListener(written.port, faders, tuple(buttons))


def _number(button: Written) -> int:
    number = button.control if button.note is None else button.note
    assert number is not None
    return number


def _does(button: Written) -> tuple[ButtonAction, tuple[str, ...]]:
    if button.flash:
        return "flash", (button.flash,)
    if button.blackout:
        return ("blackout" if button.blackout == "toggle" else "hold blackout"), ()
    return ("highlight", button.highlight) if button.highlight else ("park", button.park)


def _check(button: Written, masters: tuple[str, ...] | None, parkables: Parkables, path: Path) -> None:
    """Raise Problems if it names what is not there."""
    if button.flash and masters is not None:
        check_master(button.flash, masters, (*path, "flash"))
    for index, selection in enumerate(button.highlight):
        parkables.fixtures(selection, (*path, "highlight", index))
    for index, what in enumerate(button.park):
        parkables.check(what, (*path, "park", index))


def _twice(written: MidiInput) -> Iterable[Problem]:
    """What two buttons send, or a button and a fader."""
    taken = {
        ("control", *control): f"the fader of '{master}'"
        for master, fader in written.faders.items()
        for control in fader.controls
    }
    for index, button in enumerate(written.buttons):
        kind = "control" if button.note is None else "note"
        key = kind, button.channel, _number(button)
        if key in taken:
            word = "controller" if kind == "control" else "note"
            what = f"{word} {_number(button)} of channel {button.channel} is {taken[key]} already"
            yield Problem((*_BUTTONS, index, kind), what, "write another for one of them")
        else:
            action, names = _does(button)
            taken[key] = f"the button for {action} {', '.join(names)}".rstrip()
