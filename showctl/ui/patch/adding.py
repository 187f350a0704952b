"""New fixtures and devices as edits of the show."""

import re
from contextlib import suppress
from dataclasses import dataclass

from showctl.fixtures.library import Library
from showctl.fixtures.search import footprints, found, in_order, named
from showctl.model.address import SLOTS
from showctl.model.problem import Problems
from showctl.model.sacn_device import SacnDevice
from showctl.model.selection import expand
from showctl.model.show import Show
from showctl.program.patch_table import patch_table
from showctl.session.change import Changing, value_of
from showctl.session.edit import Insert, Set, Several
from showctl.session.written import written
from showctl.showfile.device_profile import Profiles
from showctl.showfile.report import Refused, Unreadable
from showctl.ui.tongue import marked, tr

MOST_OFFERED = 40
SENDS_HERE = "127.0.0.1"
_NEXT_FREE = re.compile(r"next free address is (\d+\.\d+)")
_NOT_SENT = re.compile(r"no sACN device sends universe (\d+)")


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a button offers after a refusal: its words, the edit instead, and what is wrong in the page's own words
    (empty: as the refusal has it)."""

    words: str
    edit: Changing
    said: str = ""


@dataclass(frozen=True, slots=True)
class DeviceKind:
    """What can be added. `key` of its place: `to` or `port`."""

    words: str
    fields: dict[str, str]
    key: str
    example: str

    @property
    def asks(self) -> str:
        """Which field more it is asked for: `universes`, `profile`, or none."""
        if "universes" in self.fields:
            return "universes"
        return "" if "profile" in self.fields else "profile"


DEVICE_KINDS: dict[str, DeviceKind] = {
    "rig": DeviceKind(marked("Light over the network (sACN)"), {"type": "sacn", "universes": "1-4"}, "to", SENDS_HERE),
    "desk": DeviceKind(
        marked("Mixer: Behringer X32"), {"type": "osc", "profile": "behringer/x32"}, "to", f"{SENDS_HERE}:10023"
    ),
    "sound": DeviceKind("QLab", {"type": "osc", "profile": "figure53/qlab"}, "to", f"{SENDS_HERE}:53100"),
    "media": DeviceKind(marked("Resolume"), {"type": "osc", "profile": "resolume"}, "to", f"{SENDS_HERE}:7000"),
    "eos": DeviceKind(marked("Light desk: Eos"), {"type": "osc", "profile": "etc/eos"}, "to", f"{SENDS_HERE}:8000"),
    "osc": DeviceKind(marked("Anything that takes OSC"), {"type": "osc"}, "to", f"{SENDS_HERE}:9000"),
    "midi": DeviceKind(marked("A MIDI port"), {"type": "midi"}, "port", marked("Port name")),
    "show control": DeviceKind(
        marked("MIDI Show Control"),
        {"type": "midi", "profile": "generic/msc", "device id": "1"},
        "port",
        marked("Port name"),
    ),
}
"""By the name that is proposed."""


def profiles_found(library: Library, text: str) -> list[str]:
    """Names of profiles with these words: in their names first, then in what they say."""
    words = text.split()
    by_name = sorted((name for name in library.names if named(name, words)), key=in_order)
    if len(by_name) >= MOST_OFFERED or not words:
        return by_name[:MOST_OFFERED]
    others = []
    for name in sorted(set(library.names).difference(by_name), key=in_order):
        try:
            if found(name, library.get(name), words):
                others.append(name)
        except Problems:
            continue
    return [*by_name, *others][:MOST_OFFERED]


def profiles_of_kind(profiles: Profiles, kind: str) -> list[str]:
    """Names of device profiles that speak this protocol; those that cannot be read are left out."""
    found = []
    for name in profiles.names:
        with suppress(Problems, Refused, Unreadable):
            if profiles.get(name).protocol == kind:
                found.append(name)
    return found


def word_of(profile: str) -> str:
    """A profile's short word: `spot` of `generic/moving-spot`."""
    return re.sub(r"[^a-z]", "", profile.rpartition("/")[2].rpartition("-")[2]) or "fixture"


def free_ids(show: Show, word: str, count: int) -> str:
    """`spot1..spot4`: where those numbers are free."""
    taken = {name for entry in show.patch for name in expand(entry.id)} | set(show.groups)
    first = 1
    while taken.intersection(f"{word}{number}" for number in range(first, first + count)):
        first += 1
    return f"{word}{first}" if count == 1 else f"{word}{first}..{word}{first + count - 1}"


def new_fixtures(ids: str, profile: str, mode: str, at: str) -> Insert:
    """A line of the patch. `at` empty: the next addresses that are free."""
    entry = {"id": ids.strip(), "fixture": profile.strip()}
    if mode.strip():
        entry["mode"] = mode.strip()
    return Insert("fixture", written({**entry, "at": at.strip() or "next"}))


def free_universes(show: Show) -> str:
    """Four that no light device sends yet: `1-4`, then `5-8`."""
    sent = [u for each in show.devices.values() if isinstance(each, SacnDevice) for u in each.universes]
    first = max(sent, default=0) + 1
    return f"{first}-{first + 3}"


def new_device(name: str, kind: DeviceKind, place: str, more: dict[str, str] | None = None) -> Insert:
    """A device of a kind, at its address or port. `more`: other fields, those that are empty as the kind has them."""
    given = {field: text.strip() for field, text in (more or {}).items() if text.strip()}
    return Insert("device", written({**kind.fields, **given, kind.key: place.strip()}), called=name.strip())


def remedy_for(show: Show, edit: Changing, why: str) -> Remedy | None:
    """What would make a refused edit of the patch possible; None where nothing is known."""
    if free := _NEXT_FREE.search(why):
        moved = with_address(edit, free[1])
        return Remedy(tr("Use {free}").format(free=free[1]), moved) if moved is not None else None
    if unsent := _NOT_SENT.search(why):
        universe = int(unsent[1])
        said = tr("No light device sends universe {universe}: fixtures need one first").format(universe=universe)
        both = with_light_device(show, edit, universe)
        return Remedy(tr("Add a light device"), both, said) if both is not None else None
    return None


def with_light_device(show: Show, edit: Changing, universe: int) -> Several | None:
    """The same edit, after a light device on this machine that sends this universe: one step to undo. None
    for edits that are of no one address."""
    last = edit.edits[-1] if isinstance(edit, Several) else edit
    if not isinstance(last, Insert | Set):
        return None
    first = not any(isinstance(each, SacnDevice) for each in show.devices.values())
    if first and isinstance(last, Insert) and value_of(last.value).get("at") == "next":
        last = with_address(last, "1.1") or last  # written out: one that is `next` moves with those before it
    device = light_device(show, f"1-{max(4, universe)}" if first else str(universe))
    return Several((device, last), tr("light device {name}, and what it sends").format(name=device.called))


def light_device(show: Show, universes: str = "") -> Insert:
    """A light device that sends to this machine, under a free name."""
    kind = DEVICE_KINDS["rig"]
    return new_device(free_name(show.devices, "rig"), kind, kind.example, {"universes": universes})


def with_address(edit: Changing, address: str) -> Insert | Set | None:
    """The same edit with another address; None where it has none."""
    if isinstance(edit, Set) and edit.field == ("at",):
        return Set(edit.item, edit.field, address)
    if isinstance(edit, Insert) and edit.kind == "fixture":
        value = dict(value_of(edit.value))
        return Insert(edit.kind, written({**value, "at": address}), edit.place, edit.called)
    return None


def free_name(taken: object, wanted: str) -> str:
    """The name, or with a number where it is taken."""
    known = set(taken)  # type: ignore[call-overload]
    return next(name for name in (wanted, *(f"{wanted} {n}" for n in range(2, 10_000))) if name not in known)


def next_address(show: Show, library: Library, profile: str, mode: str, count: int) -> str:
    """The first address with room for so many together in the universes that are sent. Lays out the whole patch: not
    for the window's thread. `next` where there is none, or the profile does not say how big it is: the check says why.
    """
    try:
        modes = footprints(library.get(profile))
    except Problems:
        return "next"
    slots = modes.get(mode) or next(iter(modes.values()))
    sent = frozenset(u for each in show.devices.values() if isinstance(each, SacnDevice) for u in each.universes)
    addresses = patch_table(show.patch, library, sent, []).addresses
    together = addresses.place_next((), "new", slots * count) if slots * count <= SLOTS else None
    return str(together or addresses.place_next((), "new", slots) or "next")
