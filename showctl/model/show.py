"""The show: everything that one show file says."""

import zoneinfo
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SerializeAsAny, model_validator

from showctl.model.budget import BudgetLine
from showctl.model.contact import Contact
from showctl.model.cue import MAIN, Cue, CueId, CueList, cue_id
from showctl.model.device import Device
from showctl.model.frozen import Frozen
from showctl.model.guest import Guest
from showctl.model.logistics import LogisticsItem
from showctl.model.look import Look
from showctl.model.master import Master
from showctl.model.midi_input import MidiInput
from showctl.model.money import Currency
from showctl.model.palette import Palettes
from showctl.model.patch import PatchEntry
from showctl.model.plan import Plan
from showctl.model.segment import Begins, Segment
from showctl.model.selection import Name, Selection
from showctl.model.unit import Date, Flag, Seconds, Text, TimeOfDay, Whole, format_seconds, parse_seconds
from showctl.model.venue import Venue

OSC_INPUT_PORT = 53_000
"""The port on which show control programs commonly listen for OSC (QLab's default)."""
LONGEST_GO_GUARD = 10
"""Seconds: who waits longer for a GO thinks that the console hangs."""


def _timezone(name: str) -> str:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"time zone '{name}' is not known; write for example Europe/London") from None
    return name


def _listed(value: Any) -> Any:
    """One selection, or a list of them."""
    return value if isinstance(value, list | tuple) else [value]


def _panic_light(value: Any) -> Any:
    if isinstance(value, dict):
        return value
    word = value.strip() if isinstance(value, str) else value
    if word not in ("hold", "out"):
        found = "nothing is written here" if value is None else f"'{value}' is not allowed here"
        raise ValueError(f"{found}; write hold, out, or a look such as {{front: 30%}}")
    return str(word)


def _go_guard(value: Any) -> float:
    seconds = parse_seconds(value)
    if seconds > LONGEST_GO_GUARD:
        meant = f"{seconds:g}ms" if seconds <= 1000 * LONGEST_GO_GUARD else "300ms"
        raise ValueError(
            f"a go guard of {format_seconds(seconds)} is longer than {LONGEST_GO_GUARD:g}s; write for example {meant}"
        )
    return seconds


class Panic(Frozen):
    """What panic does to light, and how fast."""

    time: Seconds = 2.0
    light: Annotated[Literal["hold", "out"] | Look, BeforeValidator(_panic_light)] = Field(
        default="hold", description="hold, out (intensity fades over the time), or a look"
    )


class ShowInfo(Frozen):
    """What the show is called, where and when it is, and how it behaves as a whole."""

    title: Text = Field(min_length=1)
    venue: Text = ""
    date: Date | None = None
    start: TimeOfDay | None = None
    timezone: Annotated[Text, AfterValidator(_timezone)] = "UTC"
    panic: Panic = Panic()
    go_guard: Annotated[Seconds, BeforeValidator(_go_guard)] = Field(
        default=0.0, alias="go guard", le=LONGEST_GO_GUARD, description="A second GO sooner than this is refused"
    )
    go_to_time: Seconds = Field(
        default=2.0,
        alias="go to time",
        description="How long light takes to a tracked state where the cue has no light time of its own",
    )
    mark: Flag = Field(
        default=False, description="Every light cue marks what it lights from dark, unless it says mark: no"
    )
    grand_master: Literal["scale", "limit"] = Field(
        default="scale", alias="grand master", description="It scales all intensity; or no intensity is above it"
    )
    go_after_key_up: Flag = Field(
        default=False,
        alias="go after key up",
        description="In the console: GO is refused until the GO key has come up since the last one",
    )
    currency: Currency | None = Field(default=None, description="Of all amounts of money in the show", examples=["EUR"])
    plan: Plan | None = Field(default=None, description="A picture of the room, behind the rig")


class OscInput(Frozen):
    """OSC control input: /go, /stop and so on, over UDP."""

    enabled: Flag = True
    port: Whole = Field(default=OSC_INPUT_PORT, ge=0, le=65_535, description="0: any free port")
    interface: Text = Field(default="127.0.0.1", description="Address to listen on")
    senders: tuple[Text, ...] = Field(
        default=(), description="Addresses that may send; needed for any interface but 127.0.0.1"
    )

    @model_validator(mode="after")
    def _others_only_when_named(self) -> "OscInput":
        if self.interface not in {"127.0.0.1", "::1", "localhost"} and not self.senders:
            raise ValueError(
                f"anyone who reaches {self.interface} could press GO; list the addresses that may, as senders: [...]"
            )
        return self


class Inputs(Frozen):
    """Where commands may come from, besides the console."""

    osc: OscInput = OscInput()
    midi: MidiInput | None = None


class Show(Frozen):
    """A show file as one frozen value."""

    format: Literal["1"] = Field(default="1", alias="showctl", description="Version of the file format")
    info: ShowInfo = Field(alias="show")
    devices: dict[Name, Device] = Field(default={})
    inputs: Inputs = Inputs()
    patch: tuple[PatchEntry, ...] = ()
    groups: dict[Name, Annotated[tuple[Selection, ...], BeforeValidator(_listed)]] = Field(
        default={}, description="Names for several fixtures at once"
    )
    palettes: Palettes = Field(default=Palettes(), description="Pieces of looks with a name")
    masters: dict[Name, Master] = Field(
        default={}, description="Submasters, over intensity or with a look to add; grand is there without being named"
    )
    cues: tuple[SerializeAsAny[Cue], ...] = Field(default=(), description="The main cue list")
    lists: dict[Name, CueList] = Field(default={}, description="Further cue lists")
    run_of_show: tuple[Segment, ...] = Field(default=(), alias="run of show")
    people: dict[Name, Contact] = Field(default={}, description="Who works on it, by short names")
    suppliers: dict[Name, Contact] = Field(default={}, description="Who supplies it, by short names")
    guests: tuple[Guest, ...] = Field(default=(), description="Who is invited")
    logistics: tuple[LogisticsItem, ...] = ()
    budget: tuple[BudgetLine, ...] = Field(default=(), description="What it costs, beside the logistics items")
    venue: Venue = Field(default=Venue(), description="The venue sheet")

    def reached(self, who: str) -> str:
        """Name and number of the person or supplier with this short name; of any other text the text itself."""
        contact = self.people.get(who) or self.suppliers.get(who)
        return contact.reached if contact is not None else who

    @property
    def cue_lists(self) -> dict[str, CueList]:
        """All lists by name, the main list first."""
        return {MAIN: CueList(label="Main", cues=self.cues), **self.lists}

    def segment_cues(self) -> dict[str, CueId]:
        """By segment the cue that starts it, the first where there are several."""
        found: dict[str, CueId] = {}
        for own, cue in self.walk():
            if cue.starts_segment is not None:
                found.setdefault(cue.starts_segment, own)
        return found

    def cue_segments(self) -> dict[str, str]:
        """By cue, in every way that the main list can name it, the segment that it is in: that which it starts, or the
        last one of its list before it does."""
        found: dict[str, str] = {}
        names: dict[str, str] = {}
        for name, cue_list in self.cue_lists.items():
            segment: str | None = None
            for cue in cue_list.walk():
                segment = cue.starts_segment or segment
                if segment is None:
                    continue
                found[cue_id(name, cue.number)] = found[f"{name}/{cue.number}"] = segment
                if cue.id is not None:
                    names.setdefault(cue.id, segment)
        return {**names, **found}

    def begins(self) -> dict[str, Begins]:
        """By segment what begins it while the clock runs the day. Whatever that is, its cue and a hand always can."""
        by_cue = self.segment_cues()
        return {
            segment.id: segment.begins or ("clock" if segment.clock_fires or segment.id not in by_cue else "cue")
            for segment in self.run_of_show
        }

    def walk(self) -> Iterator[tuple[CueId, Cue]]:
        """Every cue of every list with its id, in order, groups before what is in them."""
        for name, cue_list in self.cue_lists.items():
            for cue in cue_list.walk():
                yield cue_id(name, cue.number), cue
