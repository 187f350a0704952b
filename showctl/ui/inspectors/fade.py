"""Fades of what is not light: a number of a device by OSC, a MIDI controller, a master."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from showctl.ui.fields.choice import ChoiceKind, CurveKind, DeviceKind, FlagKind, MasterKind
from showctl.ui.fields.listed import ArgumentsKind
from showctl.ui.fields.names import Names
from showctl.ui.fields.number import LevelKind, NumberKind
from showctl.ui.fields.text import AddressKind
from showctl.ui.fields.time import TimeKind
from showctl.ui.inspectors.row import Path, Row
from showctl.ui.tongue import marked

OSC, MIDI, MASTER = "osc", "midi", "master"
_KINDS = ChoiceKind(
    ((OSC, marked("A number of a device")), (MIDI, marked("A MIDI controller")), (MASTER, marked("A master")))
)


def kind_of(cue: Mapping[str, Any]) -> str:
    """What is moved."""
    fade = cue.get("fade")
    if not isinstance(fade, dict) or "address" in fade:
        return OSC
    return MASTER if "master" in fade else MIDI


@dataclass(frozen=True)
class WhatMoves:
    """Another kind begins with what it needs; time and curve stay."""

    devices: tuple[tuple[str, str], ...] = ()

    def read(self, cue: Mapping[str, Any]) -> str:
        return kind_of(cue)

    def write(self, cue: Mapping[str, Any], text: str) -> tuple[Path, Any]:
        fade = cue.get("fade")
        kept = {key: fade[key] for key in ("time", "curve") if isinstance(fade, dict) and key in fade}
        if text == MASTER:
            return ("fade",), {"master": "grand", "to": "full", **kept}
        device = next((name for name, type_ in self.devices if type_ == text), text)
        where = {"address": "/fader"} if text == OSC else {"control": "7"}
        return ("fade",), {"device": device, **where, "to": "0", "time": "3s", **kept}


_WAY = (
    Row(("fade", "time"), marked("Time"), TimeKind(), group=marked("How")),
    Row(
        ("fade", "curve"),
        marked("Curve"),
        CurveKind(),
        group=marked("How"),
        help=marked("linear, s, sine, exponential, square, or points"),
    ),
)
_RATE = Row(("fade", "rate"), marked("Values a second"), NumberKind(1, 250), group=marked("How"))
_ENDS = (
    Row(("fade", "from"), marked("From"), NumberKind(), group=marked("Values"), default=marked("where it is")),
    Row(("fade", "to"), marked("To"), NumberKind(), group=marked("Values")),
)
_BY_KIND = {
    OSC: (
        Row(("fade", "device"), marked("Device"), DeviceKind(protocols=("osc",)), group=marked("What moves")),
        Row(("fade", "address"), marked("Address"), AddressKind(), group=marked("Message"), required=True),
        Row(("fade", "before"), marked("Arguments before"), ArgumentsKind(), group=marked("Message")),
        Row(("fade", "after"), marked("Arguments after"), ArgumentsKind(), group=marked("Message")),
        *_ENDS,
        *_WAY,
        _RATE,
    ),
    MIDI: (
        Row(("fade", "device"), marked("Device"), DeviceKind(protocols=("midi",)), group=marked("What moves")),
        Row(("fade", "channel"), marked("Channel"), NumberKind(1, 16), group=marked("Message")),
        Row(("fade", "control"), marked("Controller"), NumberKind(0, 127), group=marked("Message"), required=True),
        Row(
            ("fade", "14 bit"),
            marked("Bytes"),
            FlagKind(yes=marked("Two, to 16383"), no=marked("One, to 127")),
            group=marked("Message"),
        ),
        *_ENDS,
        *_WAY,
        _RATE,
    ),
    MASTER: (
        Row(("fade", "master"), marked("Master"), MasterKind(), group=marked("What moves")),
        Row(("fade", "from"), marked("From"), LevelKind(), group=marked("Levels"), default=marked("where it is")),
        Row(("fade", "to"), marked("To"), LevelKind(), group=marked("Levels")),
        *_WAY,
    ),
}
ALL = tuple(row for rows in _BY_KIND.values() for row in rows)


def rows(cue: Mapping[str, Any], names: Names) -> tuple[Row, ...]:
    """Those of what it moves."""
    what = Row(
        ("fade",),
        marked("What moves"),
        _KINDS,
        group=marked("What moves"),
        help=marked("Another one begins anew; time and curve stay"),
        plan=WhatMoves(tuple(names.devices.items())),
    )
    return (what, *_BY_KIND[kind_of(cue)])
