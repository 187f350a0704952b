"""What a light cue says: a look, the time to get there, and how its list tracks through it."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, ModelWrapValidatorHandler, PlainSerializer, WithJsonSchema, model_validator

from showctl.model.curve import WrittenCurve
from showctl.model.effect import ColourPath
from showctl.model.frozen import Frozen
from showctl.model.look import FixtureLook, Look
from showctl.model.parameter_kind import KINDS, Category, kind_of_name
from showctl.model.setting import KEPT
from showctl.model.unit import Flag, Seconds, Text, parse_flag

_DOWN = "Of what falls, where it is another"
_KNOWN: "dict[Any, KindTimes]" = {}
"""The first of them by what is written."""


class KindTimes(Frozen):
    """Seconds by kind of parameter. What is not written is as `up`, and `up` itself is 0."""

    up: Seconds = Field(default=0.0, description="Intensity that rises, and all kinds that are not written")
    down: Seconds | None = Field(default=None, description="Intensity that falls")
    colour: Seconds | None = None
    position: Seconds | None = Field(default=None, description="Pan and tilt")
    beam: Seconds | None = Field(default=None, description="Zoom, iris, focus, gobos and the like")

    @model_validator(mode="wrap")
    @classmethod
    def _once(cls, data: Any, build: ModelWrapValidatorHandler["KindTimes"]) -> "KindTimes":
        """`5s` is short for `{up: 5s}`. Many cues take the same time: what is written alike is one object."""
        meant: Any = data if isinstance(data, dict | KindTimes) else {"up": data}
        try:
            written = tuple((key, value, type(value)) for key, value in meant.items())
            known = _KNOWN.get(written)
        except (AttributeError, TypeError):  # no plain texts
            return build(meant)
        if known is None:
            known = build(meant)
            if len(_KNOWN) < KEPT:
                _KNOWN[written] = known
        return known

    def of(self, kind: Category) -> float:
        """Of a kind of parameter; of intensity what rises."""
        match kind:
            case "colour":
                own = self.colour
            case "position":
                own = self.position
            case "beam":
                own = self.beam
            case _:
                own = None
        return self.up if own is None else own

    @property
    def falling(self) -> float:
        """Of intensity that falls."""
        return self.up if self.down is None else self.down


_NO_TIME = KindTimes(up=0.0)


class LightPart(Frozen):
    """A part of a light cue: a look with times of its own. What it does not say is as the cue says."""

    label: Text = ""
    time: KindTimes | None = Field(default=None, description="Fade time: one for all, or by kind of parameter")
    delay: KindTimes | None = Field(default=None, description="From the action, one for all or by kind")
    curve: WrittenCurve | None = None
    curve_down: WrittenCurve | None = Field(default=None, alias="curve down", description=_DOWN)
    colour_path: ColourPath | None = Field(default=None, alias="colour path", description="How a colour gets there")
    look: Look


def _block(value: Any) -> Any:
    if isinstance(value, str) and value.strip() == "intensity":
        return "intensity"
    try:
        return parse_flag(value)
    except ValueError:
        raise ValueError(f"'{value}' does not say what is blocked; write yes, no, or intensity") from None


Block = Annotated[
    bool | Literal["intensity"],
    BeforeValidator(_block),
    PlainSerializer(lambda block: block),
    WithJsonSchema({"enum": ["yes", "no", "on", "off", True, False, "intensity"], "description": "What is blocked"}),
]


class LightAction(Frozen):
    """A look, or parts of one, and the time to get there."""

    time: KindTimes = Field(default=_NO_TIME, description="Fade time: one for all, or by kind; 0 is a jump")
    delay: KindTimes = Field(default=_NO_TIME, description="From the action, one for all or by kind")
    curve: WrittenCurve = "linear"
    curve_down: WrittenCurve | None = Field(default=None, alias="curve down", description=_DOWN)
    colour_path: ColourPath = Field(default="direct", alias="colour path", description="How a colour gets there")
    look: Look = Field(default={}, description="By fixture, group or range")
    parts: tuple[LightPart, ...] = Field(default=(), description="Looks with times of their own")
    cue_only: Flag = Field(
        default=False, alias="cue only", description="What it moves goes back with the next light cue of the list"
    )
    block: Block = Field(default=False, description="Nothing tracks in: what it does not name goes back to rest")
    assert_: Flag = Field(default=False, alias="assert", description="Tracked levels are played as if it moved them")
    mark: Flag | None = Field(
        default=None, description="What it lights from dark moves into place in black before; else as the show says"
    )

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if "look" not in self.model_fields_set and not (self.parts or self.block or self.assert_):
            raise ValueError("this light moves nothing; write a look: {...}, or parts: [...]")
        if self.block is True and self.assert_:
            raise ValueError("nothing tracks into a cue that blocks, so there is nothing to assert; remove one of them")
        return self

    @property
    def looks(self) -> "Iterator[tuple[Look, LightPart | None]]":
        """The look of the cue itself, and those of its parts."""
        yield self.look, None
        for part in self.parts:
            yield part.look, part

    @property
    def longest(self) -> float:
        """Seconds from the action until all is where it goes, as far as that is written here."""
        return max(
            _longest(look, (part and part.time) or self.time, (part and part.delay) or self.delay)
            for look, part in self.looks
        )


def _longest(look: Look, times: KindTimes, delays: KindTimes) -> float:
    if not look:
        return delays.up + times.up
    return max(_takes(entry, times, delays) for entry in look.values())


def _takes(entry: FixtureLook, times: KindTimes, delays: KindTimes) -> float:
    """Until one line of a look has arrived, as far as the names that it writes say what it moves."""
    ends = [0.0]
    for kind, fades in _kinds(entry):
        up = _end(entry, times.of(kind), delays.of(kind), fades)
        down = _end(entry, times.falling, delays.falling, fades) if kind == "intensity" else up
        ends.append(max(up, down))
    return max(ends)


def _end(entry: FixtureLook, time: float, delay: float, fades: bool) -> float:
    delay = delay if entry.delay is None else entry.delay
    return delay + (0.0 if not fades else time if entry.time is None else entry.time)


def _kinds(entry: FixtureLook) -> Iterator[tuple[Category, bool]]:
    """The kinds of parameter that it moves, and whether they fade."""
    for key in entry.model_fields_set | set(entry.parameters):
        match key:
            case "intensity" | "colour" | "position" | "beam":
                yield key, True
            case "palette":
                yield from (("intensity", True), ("colour", True), ("position", True), ("beam", True))
            case "time" | "delay":
                pass
            case _:
                yield KINDS[kind_of_name(key)]
