"""The OSC messages that showctl takes, and the commands that they are."""

from collections.abc import Callable
from functools import lru_cache

from showctl.engine.command import (
    AnyCommand,
    Arm,
    Flag,
    Go,
    HardStop,
    KeyReleased,
    Load,
    Panic,
    Pause,
    ReleaseList,
    Reset,
    Resume,
    SendNow,
    SetStandby,
    SkipWait,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
)
from showctl.inputs.not_understood import NotUnderstood
from showctl.inputs.osc_hands import WORDS as HANDS
from showctl.inputs.osc_hands import hand_command
from showctl.inputs.osc_meant import meant
from showctl.model.cue import MAIN, CueId
from showctl.model.message import OscArgument, OscMessage
from showctl.model.unit import parse_place
from showctl.outputs.osc_codec import OscError, decode

_PLAIN: dict[str, Callable[[str], AnyCommand]] = {
    "stop": lambda source: Stop(source=source),
    "hardstop": lambda source: HardStop(source=source),
    "panic": lambda source: Panic(source=source),
    "pause": lambda source: Pause(source=source),
    "resume": lambda source: Resume(source=source),
}
_OF_CUE: dict[str, Callable[[CueId, str], AnyCommand]] = {
    "start": lambda cue, source: StartCue(cue=cue, source=source),
    "stop": lambda cue, source: Stop(cue=cue, source=source),
    "pause": lambda cue, source: Pause(cue=cue, source=source),
    "resume": lambda cue, source: Resume(cue=cue, source=source),
    "arm": lambda cue, source: Arm(cue=cue, source=source),
    "disarm": lambda cue, source: Arm(cue=cue, armed=False, source=source),
    "flag": lambda cue, source: Flag(cue=cue, source=source),
    "unflag": lambda cue, source: Flag(cue=cue, flagged=False, source=source),
    "reset": lambda cue, source: Reset(cue=cue, source=source),
    "skip": lambda cue, source: SkipWait(cue=cue, source=source),
    "sendnow": lambda cue, source: SendNow(cue=cue, source=source),
}
_NAMING = {"arm", "disarm", "flag", "unflag"}
"""What may be said of a cue by its number as well: /arm 12 for /cue/12/arm."""
_PATTERN = set("*?[]{}")
_STEPS = {"next": 1, "previous": -1}


@lru_cache(maxsize=256)
def understood(packet: bytes, source: str) -> tuple[tuple[AnyCommand, ...], tuple[str, ...]]:
    """The commands of a datagram, and what is wrong with it.

    Remembered, because a button sends the same bytes each time it is pressed, and decoding is a seventh of the way from
    GO to the wire.
    """
    try:
        messages = decode(packet)
    except OscError as error:
        return (), (str(error),)
    commands, complaints = [], []
    for message in messages:
        try:
            command = command_of(message, source)
        except NotUnderstood as error:
            named = str(error).startswith(message.address)
            complaints.append(str(error) if named else f"{message.address}: {error}")
        else:
            if command is not None:
                commands.append(command)
    return tuple(commands), tuple(complaints)


def command_of(message: OscMessage, source: str) -> AnyCommand | None:
    """The command, or None for the release of a button. Raises NotUnderstood.

    Buttons of touch panels send 1.0 when pressed and 0.0 when released: only the first is meant, save of a button that
    starts a cue, which is let go like a key.
    """
    if set(message.address) & _PATTERN:
        raise NotUnderstood(f"{message.address} is a pattern, and a pattern presses no button here")
    arguments = message.args
    match message.address.split("/")[1:]:
        case [word, *names] if word in HANDS:
            return hand_command(word, names, arguments, source)
        case ["standby"]:
            return SetStandby(cue=_number(arguments, "/standby"), source=source)
        case [word] if word in _NAMING:
            return _OF_CUE[word](_number(arguments, f"/{word}"), source)
        case ["reset"]:
            pressed, cue = _pressed(arguments)
            return Reset(cue=_id(cue) or None, source=source) if pressed else None
        case ["take"]:
            number, go = arguments[:1], arguments[1:]
            if go and (len(go) > 1 or go[0].value != "go"):
                raise NotUnderstood('/take wants a cue number, and "go" if the cue is to start: /take "12" "go"')
            return TakeFrom(cue=_number(number, "/take"), go=bool(go), source=source)
        case ["standby", ("next" | "previous") as side]:
            pressed, name = _pressed(arguments)
            return StepStandby(step=_STEPS[side], list=name or MAIN, source=source) if pressed else None
        case ["go"]:
            pressed, name = _pressed(arguments)
            return Go(list=name or MAIN, source=source) if pressed else None
        case ["release"]:
            return _release(arguments, source)
        case ["load"]:
            place = _place(arguments[1:], '/load "12"')
            return Load(cue=_number(arguments[:1], "/load"), at=place, source=source)
        case ["cue", *names, "load"] if all(names) and 1 <= len(names) <= 2:
            return Load(cue=_id("/".join(names)), at=_place(arguments, message.address), source=source)
        case ["list", name, "go"] if name:
            return Go(list=name, source=source) if _only_pressed(arguments) else None
        case ["list", name, "release"] if name:
            return ReleaseList(list=name, source=source) if _only_pressed(arguments) else None
        case [word] if word in _PLAIN:
            return _PLAIN[word](source) if _only_pressed(arguments) else None
        case ["cue", *names, word] if word in _OF_CUE and all(names) and 1 <= len(names) <= 2:
            cue = _id("/".join(names))
            if not _only_pressed(arguments):
                return KeyReleased(cue=cue, source=source) if word == "start" else None
            return _OF_CUE[word](cue, source)
    raise NotUnderstood(f"{message.address} is no command of showctl{meant(message.address)}")


def _release(arguments: tuple[OscArgument, ...], source: str) -> ReleaseList:
    """`/release band`, or with a time in seconds after it."""
    match arguments:
        case (OscArgument(tag="s" | "S", value=str(name)), *rest) if name.strip() and len(rest) <= 1:
            seconds = [float(each.value) for each in rest if each.tag in "ihfd"]
            if len(seconds) == len(rest) and all(0 <= time < 1e6 for time in seconds):
                return ReleaseList(list=name.strip(), time=sum(seconds), source=source)
    raise NotUnderstood('/release wants the name of a list, and perhaps seconds: /release "band" 3.0')


def _pressed(arguments: tuple[OscArgument, ...]) -> tuple[bool, str]:
    """Whether a button was pressed, and the text that came with it."""
    match arguments:
        case ():
            return True, ""
        case (OscArgument(tag="s" | "S", value=str(text)),) if text:
            return True, text
        case (OscArgument(tag="i" | "h" | "f" | "d", value=number),):
            return bool(number), ""
        case (OscArgument(tag="T" | "I" | "N"),):
            return True, ""
        case (OscArgument(tag="F"),):
            return False, ""
    raise NotUnderstood("a command takes no argument, or one: 1 and 0 of a button, or a name")


def _only_pressed(arguments: tuple[OscArgument, ...]) -> bool:
    pressed, text = _pressed(arguments)
    if text:
        raise NotUnderstood("this command takes no text")
    return pressed


def _place(arguments: tuple[OscArgument, ...], before: str) -> float:
    """Where a cue is loaded: seconds, or text as in a show file."""
    match arguments:
        case (OscArgument(tag="i" | "h" | "f" | "d", value=int() | float() as seconds),):
            return float(seconds)
        case (OscArgument(tag="s" | "S", value=str(text)),):
            try:
                return parse_place(text)
            except ValueError as error:
                raise NotUnderstood(str(error)) from None
    raise NotUnderstood(f"a load wants a time: {before} 90.0, or -10.0 before the end")


def _number(arguments: tuple[OscArgument, ...], address: str) -> CueId:
    """A cue number as text; 12.0 and 12 are cue 12, and 12.1 in 32 bits is still 12.1."""
    match arguments:
        case (OscArgument(tag="s" | "S", value=str(text)),) if text.strip():
            return _id(text)
        case (OscArgument(tag="i" | "h", value=int(number)),):
            return str(number)
        case (OscArgument(tag="f" | "d", value=float(number)),) if abs(number) < 1e6:
            # Seven digits are what 32 bits hold; `%g` drops the zeros after the point.
            return f"{number:.7g}"
    raise NotUnderstood(f'{address} wants a cue number: {address} "12"')


def _id(text: str) -> CueId:
    """The id of a cue that is named as in a show file: `main/12` is cue 12 of the main list."""
    return text.strip().removeprefix(f"{MAIN}/")
