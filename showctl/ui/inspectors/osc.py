"""OSC cues: one message to one device."""

from showctl.ui.fields.choice import DeviceKind, FlagKind
from showctl.ui.fields.listed import ArgumentsKind
from showctl.ui.fields.text import AddressKind
from showctl.ui.inspectors.row import Row
from showctl.ui.tongue import marked

ROWS = (
    Row(("osc", "device"), marked("Device"), DeviceKind(protocols=("osc",)), group=marked("To")),
    Row(
        ("osc", "address"),
        marked("Address"),
        AddressKind(),
        group=marked("Message"),
        help=marked("Where it goes in the device: /cue/12/go"),
    ),
    Row(
        ("osc", "args"),
        marked("Arguments"),
        ArgumentsKind(),
        group=marked("Message"),
        help=marked('12 is a whole number, 0.5 a float, "text" text, {i: 12} names the type. Commas between.'),
    ),
    Row(
        ("osc", "chase"),
        marked("Take"),
        FlagKind(yes=marked("Sends it again"), no=marked("Leaves it out")),
        group=marked("When the show is taken"),
    ),
)
