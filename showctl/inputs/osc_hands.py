"""OSC messages for what hands do to the output: masters, faders, flash, blackout, highlight, park."""

from showctl.engine.command import (
    AnyCommand,
    Flash,
    Highlight,
    MoveFader,
    Override,
    Park,
    Rehearsal,
    SetBlackout,
    SetMaster,
    Unpark,
)
from showctl.engine.overrides import KINDS
from showctl.inputs.not_understood import NotUnderstood
from showctl.model.message import OscArgument

WORDS = ("master", "fader", "flash", "blackout", "highlight", "park", "unpark", "override", "rehearsal")
"""With which their addresses begin."""
_NUMBERS = frozenset("ihfd")
_Arguments = tuple[OscArgument, ...]


def hand_command(word: str, names: list[str], arguments: _Arguments, source: str) -> AnyCommand | None:
    """The command of an address `/word/names…`, or None for the release of a button. Raises NotUnderstood.

    Where a panel can send one number only, the name may stand in the address: `/fader/grand 0.5`, `/flash/band 1`.
    """
    match word, names:
        case "master", []:
            return _master(arguments, source)
        case "fader", [name] if name:
            return MoveFader(master=name, level=_level(arguments, f"/fader/{name}"), fader=source, source=source)
        case "flash", [name] if name:
            return Flash(master=name, on=_on(arguments, f"/flash/{name}"), source=source)
        case "flash", []:
            name, rest = _name(arguments, '/flash wants a name and 1 or 0: /flash "band" 1')
            return Flash(master=name, on=_on(rest, "/flash"), source=source)
        case "blackout", []:
            return SetBlackout(on=_on(arguments, "/blackout"), source=source)
        case "highlight", []:
            return _highlight(arguments, source)
        case "park", []:
            name, rest = _name(arguments, '/park wants a fixture, parameter or address: /park "spot1/pan" 0.5')
            return Park(what=name, level=_level(rest, "/park") if rest else None, source=source)
        case "override", [] | [_]:
            name, rest = (names[0], arguments) if names else _name(arguments, _WANTED)
            kind = next((kind for kind in KINDS if kind == name.strip().lower()), None)
            if kind is None:
                raise NotUnderstood(_WANTED)
            return Override(kind=kind, on=_on(rest, f"/override {kind}"), source=source)
        case "rehearsal", []:
            return Rehearsal(on=_on(arguments, "/rehearsal"), source=source)
        case "unpark", []:
            return _unpark(arguments, source)
    raise NotUnderstood(f"/{'/'.join((word, *names))} is no command of showctl; write /{word}{_USAGE.get(word, '')}")


_WANTED = f'/override wants a kind of output ({", ".join(KINDS)}) and 1 or 0: /override "midi" 1'
_USAGE = {"fader": "/grand 0.5", "master": ' "grand" 0.5'}


def _master(arguments: _Arguments, source: str) -> SetMaster:
    """`/master grand 0.5`, or with a time in seconds after it."""
    match arguments:
        case (OscArgument(tag="s" | "S", value=str(name)), level, *rest) if len(rest) <= 1:
            numbers = [each.value for each in (level, *rest) if each.tag in _NUMBERS]
            if len(numbers) == 1 + len(rest) and 0 <= numbers[0] <= 1 and all(0 <= time < 1e6 for time in numbers[1:]):
                time = float(numbers[1]) if rest else 0.0
                return SetMaster(master=name.strip(), level=float(numbers[0]), time=time, source=source)
    raise NotUnderstood('/master wants a name, a level from 0 to 1, and perhaps seconds: /master "grand" 0.5 3.0')


def _highlight(arguments: _Arguments, source: str) -> Highlight:
    *named, last = arguments or (None,)
    names = tuple(each.value.strip() for each in named if each.tag in "sS" and isinstance(each.value, str))
    if last is None or len(names) < len(named):
        raise NotUnderstood('/highlight wants names, and 1 or 0: /highlight "spot1" "wash" 1; /highlight 0 ends all')
    on = _on((last,), "/highlight")
    if on and not names:
        raise NotUnderstood('/highlight 1 wants names before it: /highlight "spot1" 1')
    return Highlight(fixtures=names, on=on, source=source)


def _unpark(arguments: _Arguments, source: str) -> Unpark | None:
    match arguments:
        case (OscArgument(tag="s" | "S", value=str(name)),) if name.strip():
            return Unpark(what=name.strip(), source=source)
        case () | (OscArgument(tag="T" | "I" | "N"),):
            return Unpark(source=source)
        case (OscArgument(tag="i" | "h" | "f" | "d", value=number),):
            return Unpark(source=source) if number else None
        case (OscArgument(tag="F"),):
            return None
    raise NotUnderstood('/unpark wants what is parked, or nothing for all of it: /unpark "spot1"')


def _name(arguments: _Arguments, usage: str) -> tuple[str, _Arguments]:
    match arguments:
        case (OscArgument(tag="s" | "S", value=str(name)), *rest) if name.strip():
            return name.strip(), tuple(rest)
    raise NotUnderstood(usage)


def _level(arguments: _Arguments, address: str) -> float:
    match arguments:
        case (OscArgument(tag="i" | "h" | "f" | "d", value=int() | float() as level),) if 0 <= level <= 1:
            return float(level)
    raise NotUnderstood(f"{address} wants a level from 0 to 1")


def _on(arguments: _Arguments, address: str) -> bool:
    """On or off, as a switch sends it: here 0 is no button that is let go."""
    match arguments:
        case (OscArgument(tag="i" | "h" | "f" | "d", value=number),) if number in {0, 1}:
            return bool(number)
        case (OscArgument(tag="T" | "F" as tag),):
            return tag == "T"
    raise NotUnderstood(f"{address} wants 1 for on or 0 for off: {address} 1")
