"""The parts of a QLC+ workspace that are used, as values. Addresses, channels and steps count from 0, as there."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from showctl.model.unit import DAY
from showctl.showfile.importer.json_values import line
from showctl.showfile.importer.report import ImportReport

FOREVER = 4_294_967_294
"""A time of this many milliseconds, 2³² − 2, is for ever; one more means as the function says itself."""
BEAT = 1_000
"""What a function that counts in beats writes for one."""
Values = dict[int, dict[int, int]]
"""DMX values by fixture and channel."""


@dataclass(frozen=True, slots=True)
class Fixture:
    id: int
    name: str
    manufacturer: str
    model: str
    mode: str
    universe: int
    address: int
    channels: int

    @property
    def where(self) -> str:
        return f"Fixture {self.id} '{self.name}'"


@dataclass(frozen=True, slots=True)
class Step:
    """Of a chaser: `function` is played. Of a sequence: `values` are. Times in seconds; None: for ever, or not said."""

    function: int
    fade_in: float | None
    hold: float | None
    fade_out: float | None
    note: str = ""
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Function:
    id: int
    kind: str
    name: str
    fade_in: float | None = None
    fade_out: float | None = None
    duration: float | None = None
    """None: for ever."""
    values: Values = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    order: str = "Loop"
    backward: bool = False
    modes: tuple[str, str, str] = ("Default", "Default", "Common")
    """Who says fade in, fade out and duration: Default, the function of the step; Common, the chaser; PerStep."""
    bound: int = -1
    """Of a sequence: the scene with its channels."""

    @property
    def where(self) -> str:
        return f"Function {self.id} '{self.name}'"


def whole(text: str | None, otherwise: int = -1) -> int:
    """A whole number from 0 to 2³² − 1."""
    found = (text or "").strip()
    return int(found) if re.fullmatch(r"[0-9]{1,10}", found) and int(found) < 1 << 32 else otherwise


def fixture_of(element: Element) -> Fixture:
    def text(tag: str) -> str:
        return line(element.findtext(tag))

    number = whole(text("ID"))
    return Fixture(
        number,
        text("Name") or f"Fixture {number}",
        text("Manufacturer"),
        text("Model"),
        text("Mode"),
        whole(text("Universe")),
        whole(text("Address")),
        whole(text("Channels"), 0),
    )


def function_of(element: Element, beat: float, report: ImportReport) -> Function:
    """`beat`: seconds of one, for what counts in beats."""
    number = whole(element.get("ID"))
    name = line(element.get("Name")) or f"Function {number}"
    tempo = element.find("Tempo")
    unit = 0.001
    if tempo is not None and tempo.get("Type") == "Beats":
        unit = beat / BEAT
        report.choose(f"Function {number} '{name}'", f"a beat is {beat:g} s", "its times count in beats")
    speed = _child(element, "Speed")
    modes = _child(element, "SpeedModes")
    order = line(element.findtext("RunOrder")) or "Loop"
    return Function(
        number,
        line(element.get("Type")),
        name,
        _time(speed.get("FadeIn"), unit),
        _time(speed.get("FadeOut"), unit),
        _time(speed.get("Duration"), unit),
        {whole(each.get("ID")): _pairs(each.text) for each in element.findall("FixtureVal")},
        tuple(_step(each, unit) for each in sorted(element.findall("Step"), key=lambda e: whole(e.get("Number")))),
        order,
        line(element.findtext("Direction")) == "Backward",
        (
            modes.get("FadeIn", "Default"),
            modes.get("FadeOut", "Default"),
            modes.get("Duration", "Common"),
        ),
        whole(element.get("BoundScene")),
    )


def _child(element: Element, tag: str) -> Element:
    found = element.find(tag)
    return Element(tag) if found is None else found


def _step(element: Element, unit: float) -> Step:
    fade_in = _time(element.get("FadeIn"), unit)
    hold = _time(element.get("Hold"), unit)
    if element.get("Hold") is None:  # before 4.3.1 a step said how long it lasts with its fade
        lasts = _time(element.get("Duration"), unit)
        hold = None if lasts is None else max(0.0, lasts - (fade_in or 0.0))
    of_sequence = element.get("Values") is not None
    return Step(
        -1 if of_sequence else whole(element.text),
        fade_in,
        hold,
        _time(element.get("FadeOut"), unit),
        line(element.get("Note")),
        _of_sequence(element.text or "") if of_sequence else {},
    )


def _time(text: str | None, unit: float) -> float | None:
    """Seconds; None for ever, for what is not said, and for what is longer than a day."""
    found = whole(text, FOREVER)
    seconds = round(found * unit, 3)
    return None if found >= FOREVER or seconds > DAY else seconds


def _of_sequence(text: str) -> Values:
    """`4:0,255,1,128:5:0,10`; before 4.12 `4,0,255,4,1,128`."""
    if ":" in text:
        parts = text.split(":")
        return {whole(number): _pairs(pairs) for number, pairs in zip(parts[::2], parts[1::2], strict=False)}
    values: Values = {}
    words = text.split(",")
    for number, channel, value in zip(words[::3], words[1::3], words[2::3], strict=False):
        values.setdefault(whole(number), {})[whole(channel)] = min(whole(value, 0), 255)
    return values


def _pairs(text: str | None) -> dict[int, int]:
    words = (text or "").split(",")
    return {whole(channel): min(whole(value, 0), 255) for channel, value in zip(words[::2], words[1::2], strict=False)}
