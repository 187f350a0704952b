"""Where a show sends to, as somebody agrees to it: protocol, address or port, and universes."""

import ipaddress
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from showctl.model.address import Endpoint
from showctl.model.sacn_device import MULTICAST
from showctl.program.program import MidiTarget, OscTarget, Program, SacnTarget, Target

_NAMES = {"sacn": "sACN", "osc": "OSC", "midi": "MIDI"}


class Destination(Struct, frozen=True):
    """One place that a device of a show sends to."""

    protocol: Literal["sacn", "osc", "midi"]
    to: str
    """`10.0.0.5:5568`, `multicast on eth0`, the name of a MIDI port; as the show has it, names are not looked up."""
    universes: tuple[int, ...] = ()
    """Of sACN, ascending."""

    def __str__(self) -> str:
        which = f" {_ranges(self.universes)}" if self.universes else ""
        return f"{_NAMES[self.protocol]}{which} to {'port ' if self.protocol == 'midi' else ''}{self.to}"

    def covers(self, other: "Destination") -> bool:
        """Whether who agreed to this one has agreed to the other."""
        same = (self.protocol, self.to) == (other.protocol, other.to)
        return same and set(other.universes) <= set(self.universes)

    def joined(self, other: "Destination") -> "Destination":
        """This one with the universes of another to the same place."""
        return replace(self, universes=tuple(sorted({*self.universes, *other.universes})))


def destinations_of(target: Target) -> tuple[Destination, ...]:
    """All places that a device sends to beyond this machine. What goes to this machine's own loopback is none."""
    match target:
        case SacnTarget():
            places = [str(Endpoint(*to)) for to in target.to if not _is_here(to[0])]
            places += [f"{MULTICAST} on {target.interface}"] if target.multicast else []
            return tuple(Destination("sacn", place, target.universes) for place in places)
        case OscTarget():
            ends = [to for to in (target.to, target.backup) if to is not None and not _is_here(to[0])]
            return tuple(Destination("osc", str(Endpoint(*to))) for to in ends)
        case MidiTarget():
            return (Destination("midi", target.port),)


def all_destinations(program: Program) -> tuple[Destination, ...]:
    """Those of all devices, each place once, in the order of the show."""
    found: dict[tuple[str, str], Destination] = {}
    for each in (destination for target in program.targets for destination in destinations_of(target)):
        known = found.get((each.protocol, each.to))
        found[each.protocol, each.to] = known.joined(each) if known is not None else each
    return tuple(found.values())


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _ranges(universes: tuple[int, ...]) -> str:
    """`universe 1`, `universes 1-4, 7`."""
    starts = [universes[0], *(b for a, b in pairwise(universes) if b != a + 1)]
    ends = [*(a for a, b in pairwise(universes) if b != a + 1), universes[-1]]
    said = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True))
    return f"universe{'s' if len(universes) > 1 else ''} {said}"
