"""MIDI control: which faders of which port move which masters, and what its buttons do."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from showctl.model.frozen import Frozen
from showctl.model.midi import Note
from showctl.model.selection import Name, Selection, expand
from showctl.model.unit import Flag, Text, Whole

MOST_COARSE = 31
"""The last controller that has a fine one, 32 above it (MIDI 1.0)."""
_ACTIONS = ("flash", "blackout", "highlight", "park")


def _listed(value: Any) -> Any:
    """One of them, or a list."""
    return value if isinstance(value, list | tuple) else [value]


def _parkable(text: str) -> str:
    """A selection, perhaps with `/parameter`, or an address."""
    text = text.strip()
    selection = text.partition("/")[0].strip()
    if not selection:
        raise ValueError(f"'{text}' cannot be parked; write for example spot1, spot1/pan or 1.7")
    expand(selection)
    return text


class MidiFader(Frozen):
    """The controller of a fader."""

    control: Whole = Field(ge=0, le=127, description="Number of the controller")
    channel: Whole = Field(default=1, ge=1, le=16)
    fine: Flag = Field(
        default=False, alias="14 bit", description="The controller 32 above it has the low 7 bits; 0 to 31 only"
    )

    @model_validator(mode="after")
    def _has_a_fine_one(self) -> "MidiFader":
        if self.fine and self.control > MOST_COARSE:
            raise ValueError(f"controller {self.control} has no 14 bits; write 0 to {MOST_COARSE}, or remove 14 bit")
        return self

    @property
    def controls(self) -> set[tuple[int, int]]:
        """Channel and number of the controllers that it takes."""
        return {(self.channel, self.control + 32 * low) for low in range(1 + self.fine)}


class MidiButton(Frozen):
    """A button: the note or the controller that it sends, and the one thing that it does."""

    note: Note | None = Field(default=None, description="Pressed by its note on, let go of by its note off")
    control: Whole | None = Field(default=None, ge=0, le=127, description="Controller; it is pressed from 64 on")
    channel: Whole = Field(default=1, ge=1, le=16)
    flash: Name | None = Field(default=None, description="Master that is at full while it is held")
    blackout: Literal["toggle", "hold"] | None = Field(
        default=None, description="toggle: on, and off with the next press; hold: on while it is held"
    )
    highlight: Annotated[tuple[Selection, ...], BeforeValidator(_listed)] = Field(
        default=(), description="Fixtures, groups and ranges: on, and off with the next press"
    )
    park: Annotated[tuple[Annotated[Text, AfterValidator(_parkable)], ...], BeforeValidator(_listed)] = Field(
        default=(),
        description="Fixtures, parameters (spot1/pan) and addresses (1.7): held as they are, until the next press",
    )

    @model_validator(mode="after")
    def _one_thing(self) -> "MidiButton":
        if (self.note is None) == (self.control is None):
            found = "neither note nor control is written" if self.note is None else "note and control are written"
            raise ValueError(f"{found}; write one of them, the one that the button sends")
        written = [action for action in _ACTIONS if getattr(self, action)]
        if len(written) != 1:
            found = " and ".join(written) + " are written" if written else "nothing says what the button does"
            raise ValueError(f"{found}; write one of flash, blackout, highlight and park")
        return self


class MidiInput(Frozen):
    """MIDI control input."""

    port: Text = Field(min_length=1, description="Name of the MIDI input port, or its beginning")
    faders: dict[Name, MidiFader] = Field(default={}, description="By master; grand is the grand master")
    buttons: tuple[MidiButton, ...] = Field(default=(), description="One thing done by each")

    @model_validator(mode="after")
    def _each_control_once(self) -> "MidiInput":
        owner: dict[tuple[int, int], str] = {}
        for master, fader in self.faders.items():
            for channel, control in sorted(fader.controls):
                other = owner.setdefault((channel, control), master)
                if other != master:
                    raise ValueError(
                        f"controller {control} of channel {channel} is the fader of '{other}' and of '{master}'; "
                        "write another for one of them"
                    )
        return self
