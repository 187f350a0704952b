"""Arguments of a device profile's commands: what an operator writes, and the value that the device gets."""

import difflib
import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from showctl.model.fader import LAWS, SILENCE, parse_decibel
from showctl.model.frozen import Frozen
from showctl.model.unit import Flag, Text, Whole, format_seconds, parse_flag, parse_level, parse_seconds, parse_text


class Secret(str):
    """Stands for a text that this machine keeps."""

    __slots__ = ()


WireValue = int | float | str
"""What goes into a message. Text also for whole numbers, because a desk may want `01`."""
NO_PASSCODES = (
    "a passcode has no place in a show file; remove it, and keep it on each machine with: showctl passcode set SHOW "
    "DEVICE"
)
_PASSCODES = {"passcode", "password", "passwd", "passphrase", "pin", "secret", "token", "apikey"}
_OWN = ("passcode", "password", "passwd", "passphrase")
KINDS = ("whole", "number", "decibel", "level", "seconds", "flag", "choice", "text")


def own_says_passcode(key: str) -> bool:
    """Whether a key of the author's own, or below one, is called one: `x-passcode`, `x-qlab-passcode`, `Pass code`.
    Others (`x-pin`) may be of a plug."""
    return key.casefold().replace("-", "").replace("_", "").replace(" ", "").endswith(_OWN)


def says_passcode(key: str) -> bool:
    """Whether what stands under a key that nobody knows may be a passcode."""
    return key.casefold().replace("-", "").replace("_", "").replace(" ", "") in _PASSCODES


def _span(value: Any) -> Any:
    """`1..32`: both ends belong to it. The first may be the larger one where it says what `no` or 0% is."""
    if isinstance(value, tuple):
        return value
    match = re.fullmatch(r"(-?[0-9]+(?:\.[0-9]+)?)\.\.(-?[0-9]+(?:\.[0-9]+)?)", str(value).strip())
    if not match:
        raise ValueError(f"'{value}' is not a range; write for example 1..32")
    return float(match[1]), float(match[2])


def _ascending(span: tuple[float, float]) -> tuple[float, float]:
    if span[0] > span[1]:
        raise ValueError(f"the range {span[0]:g}..{span[1]:g} runs backwards; write {span[1]:g}..{span[0]:g}")
    return span


def _law_or_span(value: Any) -> Any:
    if isinstance(value, str) and ".." not in value:
        if value not in LAWS:
            raise ValueError(f"'{value}' is no fader law; write {', '.join(LAWS)}, or a range such as -60..12")
        return value
    return _ascending(_span(value))


def _choices(value: Any) -> Any:
    """`[scene, snippet]` sends these words; `{stop: 0, play: 2}` sends the numbers."""
    if isinstance(value, list):
        return {str(word): str(word) for word in value}
    return value


def suggestion(word: str, choices: Iterable[str], otherwise: str) -> str:
    """A remedy: the nearest choice, if any is near."""
    near = difflib.get_close_matches(word, list(choices), n=1)
    return f"did you mean '{near[0]}'?" if near else otherwise


def written(number: float) -> str:
    """A number without a point that says nothing: 12, not 12.0."""
    return str(int(number)) if number == int(number) else repr(number)


Span = Annotated[tuple[float, float], BeforeValidator(_span)]
Ascending = Annotated[Span, AfterValidator(_ascending)]
Decibel = Annotated[str | tuple[float, float], BeforeValidator(_law_or_span)]


class Argument(Frozen):
    """One argument of a command, of the kind whose key is written."""

    whole: Ascending | None = Field(default=None, description="A whole number in this range: 1..32")
    digits: Whole = Field(default=1, ge=1, le=6, description="With whole: at least so many digits (2: 01)")
    number: Ascending | None = Field(default=None, description="A number in this range: -1..1")
    decibel: Decibel | None = Field(
        default=None, description="Decibels, by a fader law (x32: sent as 0..1) or as they are, in a range: -60..12"
    )
    level: Span | None = Field(default=None, description="A level (50%, full), sent on this scale: 0..1")
    seconds: Ascending | None = Field(
        default=None, description="A length of time, sent in seconds, in this range: 0..60"
    )
    flag: Span | None = Field(default=None, description="Yes or no: the number for no, and for yes: 0..1")
    choice: Annotated[dict[Text, Text], BeforeValidator(_choices), Field(min_length=1)] | None = Field(
        default=None, description="One of these words; a list sends the word, a mapping what stands after it"
    )
    text: Whole | None = Field(default=None, ge=1, le=1024, description="Text of at most so many characters")
    secret: Flag = Field(
        default=False,
        description="With text: a passcode. No cue writes it: it is kept on each machine (showctl passcode set)",
    )
    default: Text | None = Field(default=None, description="What counts where a cue does not write it")
    optional: Flag = Field(default=False, description="May be left out; then it is left out of the message too")

    @model_validator(mode="after")
    def _one_kind(self) -> "Argument":
        kinds = [kind for kind in KINDS if getattr(self, kind) is not None]
        if len(kinds) != 1:
            found = "none" if not kinds else " and ".join(kinds)
            raise ValueError(f"{found} of {', '.join(KINDS)} is written; write exactly one")
        if self.secret and (self.text is None or self.default is not None or self.optional):
            raise ValueError("only text can be secret, without a default; remove secret, default or optional")
        if "digits" in self.model_fields_set and self.whole is None:
            raise ValueError("digits belong to a whole number; remove them")
        if self.default is not None:
            self.value(self.default)
        return self

    @property
    def may_be_left_out(self) -> bool:
        """Whether a message may have to do without it."""
        return self.optional and self.default is None

    @property
    def example(self) -> str:
        """Something that may be written for it."""
        if self.default is not None:
            return self.default
        if self.decibel is not None:
            return "0 dB" if isinstance(self.decibel, str) else f"{self.decibel[0]:g} dB"
        if self.seconds is not None:
            return format_seconds(self.seconds[0])
        if self.choice is not None:
            return next(iter(self.choice))
        if span := self.whole or self.number:
            return written(span[0])
        return "50%" if self.level else "yes" if self.flag else "1"

    @property
    def wanted(self) -> str:
        """What may be written, in a few words."""
        if span := self.whole or self.number:
            return f"{written(span[0])} to {written(span[1])}"
        if self.decibel is not None:
            low, high = LAWS[self.decibel][1:] if isinstance(self.decibel, str) else self.decibel
            silence = "-oo, or " if isinstance(self.decibel, str) else ""
            return f"{silence}{low:g} dB to {high:g} dB"
        if self.seconds is not None:
            return f"{format_seconds(self.seconds[0])} to {format_seconds(self.seconds[1])}"
        if self.choice is not None:
            return ", ".join(self.choice)
        return "0% to 100%" if self.level else "yes or no" if self.flag else f"at most {self.text} characters"

    def value(self, given: Any) -> WireValue:
        """The value that the device gets. Raises ValueError, `what is wrong; what to write instead`."""
        if self.secret:
            raise ValueError(NO_PASSCODES)
        if self.choice is not None:
            word = parse_text(given).strip()
            if word not in self.choice:
                raise ValueError(
                    f"'{word}' is none of the choices; {suggestion(word, self.choice, f'write {self.wanted}')}"
                )
            return self.choice[word]
        if self.text is not None:
            text = parse_text(given)
            if len(text) > self.text or "\0" in text:
                raise ValueError(f"'{text}' does not fit; write {self.wanted}")
            return text
        if self.flag is not None:
            return self.flag[int(parse_flag(given))]
        if self.level is not None:
            low, high = self.level
            return low + (high - low) * parse_level(given)
        return self._measured(given)

    def _measured(self, given: Any) -> WireValue:
        if self.decibel is not None:
            return self._decibel(given)
        if self.seconds is not None:
            return self._within(parse_seconds(given), self.seconds, given)
        text = parse_text(given)
        if self.whole is not None:
            if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
                raise ValueError(f"'{text}' is not a whole number; write {self.wanted}")
            return f"{int(self._within(int(text), self.whole, text)):0{self.digits}d}"
        if not re.fullmatch(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)", text):
            raise ValueError(f"'{text}' is not a number; write {self.wanted}")
        return self._within(float(text), self.number or (0.0, 0.0), text)

    def _decibel(self, given: Any) -> float:
        level = parse_decibel(parse_text(given))
        if isinstance(self.decibel, tuple):
            return self._within(level, self.decibel, given)
        law, low, high = LAWS[self.decibel or ""]
        return law(level if level == SILENCE else self._within(level, (low, high), given))

    def _within(self, number: float, span: tuple[float, float], given: Any) -> float:
        if not span[0] <= number <= span[1]:
            raise ValueError(f"{given} is out of range; write {self.wanted}")
        return number
