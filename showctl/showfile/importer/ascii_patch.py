"""The patch of a USITT ASCII file: `Patch page channel<dimmer@level`, and what Eos writes: `$Personality`, `$Patch`.

The standard knows channels and dimmers; dimmer 513 is universe 2, address 1. Eos' `$Patch channel personality address`
may stand in the order `channel address personality` too, as other programs write it; which of them is a personality is
seen by the numbers that `$Personality` has given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from showctl.showfile.importer.ascii_record import Record
from showctl.showfile.importer.ascii_value import level, whole
from showctl.showfile.importer.channel import channel_of, name
from showctl.showfile.importer.draft import Entry
from showctl.showfile.importer.report import ImportReport

SLOTS = 512
MOST_UNIVERSES = 63_999
MOST_DIMMERS = 100
"""Of one channel; more are a slip, and looked through again and again."""
INTENSITY = "intensity"
_MEANT = {
    "intens": INTENSITY, "intensity": INTENSITY, "red": "red", "green": "green", "blue": "blue", "white": "white",
    "amber": "amber", "uv": "uv", "strobe": "strobe",
}  # fmt: skip
_GENERIC = {
    (INTENSITY,): ("generic/dimmer", None),
    (INTENSITY, "+"): ("generic/dimmer", "16bit"),
    **{
        tuple(slots.split()): ("generic/led-par", mode)
        for mode, slots in {
            "rgb": "red green blue",
            "rgbw": "red green blue white",
            "rgba": "red green blue amber",
            "rgbwa": "red green blue white amber",
            "rgbwauv": "red green blue white amber uv",
            "drgb": "intensity red green blue",
            "drgbw": "intensity red green blue white",
        }.items()
    },
}
"""By what the slots do, in their order: the profile and mode of ours with exactly these. `+` is the fine slot."""


@dataclass(slots=True)
class Personality:
    """A kind of fixture, as Eos describes it."""

    number: int
    words: str = ""
    slots: dict[int, str] = field(default_factory=dict)
    """What each slot does, by its offset from 1."""
    intensity: int | None = None
    """The slot of its intensity."""
    parameters: dict[int, str] = field(default_factory=dict)
    """By the number of Eos' parameter what ours is called, of eight-bit slots."""

    @property
    def generic(self) -> tuple[str, str | None] | None:
        """The profile and mode of ours with exactly these slots."""
        order = tuple(self.slots.get(offset, "?") for offset in range(1, max(self.slots, default=0) + 1))
        return _GENERIC.get(order)


@dataclass(slots=True)
class Channel:
    """One channel: where it is patched, and as what."""

    number: int
    place: str
    profile: str = "generic/dimmer"
    mode: str | None = None
    dimmers: list[int] = field(default_factory=list)
    """Counted through all universes from 1."""
    proportional: str = "full"
    label: str = ""
    parameters: dict[int, str] = field(default_factory=dict)

    @property
    def kind(self) -> tuple[object, ...]:
        """What channels of one patch entry have in common."""
        return self.profile, self.mode, self.proportional, self.label, len(self.dimmers)

    @property
    def width(self) -> int:
        """Slots."""
        return next((len(slots) for slots, found in _GENERIC.items() if found == (self.profile, self.mode)), 1)


def parameter_names(found: Iterable[Record]) -> dict[int, str]:
    """Eos' numbers of parameters and what they are called: `$ParamType number category name`."""
    names: dict[int, str] = {}
    for record in found:
        number = whole(record.fields[0]) if record.keyword == "$paramtype" and len(record.fields) >= 3 else None
        if number is not None:
            names[number] = " ".join(record.fields[2:])
    return names


def personalities(found: Iterable[Record], names: dict[int, str]) -> dict[int, Personality]:
    """The kinds of fixtures by their number."""
    kinds: dict[int, Personality] = {}
    for record in found:
        number = next(record.numbers(), None) if record.keyword == "$personality" else None
        if number is None:
            continue
        kind = kinds[number] = Personality(number)
        said = {inner.keyword: inner.text for inner in record.inner}
        kind.words = " ".join(filter(None, (said.get("$$manuf", ""), said.get("$$model", ""))))
        for inner in record.inner:
            if inner.keyword == "$$perschan":
                _add_slot(kind, list(inner.numbers()), names)
    return kinds


def _add_slot(kind: Personality, numbers: list[int], names: dict[int, str]) -> None:
    """`$$PersChan parameter size offset [offset of the fine slot] home`."""
    if len(numbers) < 3 or not 1 <= numbers[2] <= SLOTS:
        return
    parameter, size, offset = numbers[:3]
    meant = _MEANT.get(names.get(parameter, "intens" if parameter == 1 else "").casefold(), "?")
    kind.slots[offset] = meant
    if size == 2:
        fine = numbers[3] if len(numbers) > 4 and 1 <= numbers[3] <= SLOTS else offset + 1
        kind.slots[fine] = "+"
    elif meant not in ("?", INTENSITY):
        kind.parameters[parameter] = meant
    if meant == INTENSITY and kind.intensity is None:
        kind.intensity = offset


def patched(found: list[Record], names: dict[int, str], report: ImportReport) -> dict[int, Channel]:
    """Every channel that the file patches."""
    kinds = personalities(found, names)
    channels: dict[int, Channel] = {}
    for record in found:
        if record.keyword == "patch":
            for each in (record, *(inner for inner in record.inner if inner.keyword.isdigit())):
                _standard(each, channels, report)
        elif record.keyword == "$patch":
            _of_eos(record, kinds, channels, report)
    return channels


def _standard(record: Record, channels: dict[int, Channel], report: ImportReport) -> None:
    fields = record.fields[1:] if record.keyword == "patch" else [record.keyword, *record.fields]
    if record.keyword == "patch" and record.fields[:1] not in (["1"], ["0"]):
        report.leave_out(record.place, f"patch page {' '.join(record.fields[:1]) or '?'}", "a show has one patch")
        return
    for at in range(0, len(fields) - 2, 3):
        number, dimmer, full = channel_of(fields[at]), channel_of(fields[at + 1]), level(fields[at + 2])
        if number is None or dimmer is None or full is None:
            report.leave_out(
                record.place, f"patch {'<'.join(fields[at : at + 2])}@{fields[at + 2]}", "it is no channel<dimmer@level"
            )
            continue
        channel = channels.setdefault(number, Channel(number, record.place))
        if channel.dimmers and full != channel.proportional:
            report.leave_out(record.place, f"level {full} of dimmer {dimmer}", f"channel {number} has another already")
        else:
            channel.proportional = full
        if len(channel.dimmers) >= MOST_DIMMERS:
            report.leave_out(record.place, f"dimmer {dimmer}", f"channel {number} has {MOST_DIMMERS} already")
        elif dimmer not in channel.dimmers:
            channel.dimmers.append(dimmer)


def _of_eos(record: Record, kinds: dict[int, Personality], channels: dict[int, Channel], report: ImportReport) -> None:
    fields = record.fields
    number = channel_of(fields[0]) if fields else None
    first, second = (whole(each) for each in (*fields[1:3], "", "")[:2])
    if number is None or first is None or second is None:
        report.leave_out(record.place, f"$Patch {record.text}", "it is no channel, personality and address")
        return
    if len(fields) == 3 and first not in kinds and second in kinds:
        first, second = second, first
    kind, address = kinds.get(first), second
    said = {inner.keyword: inner.text for inner in record.inner}
    again = number in channels
    channel = channels.setdefault(number, Channel(number, record.place))
    channel.label = said.get("text", channel.label)
    if again and channel.dimmers and (kind is None or kind.generic != (channel.profile, channel.mode)):
        report.leave_out(record.place, f"a further part of channel {number}", "its parts are of several kinds")
        return
    _as_ours(channel, kind, address, record, report)


def _as_ours(channel: Channel, kind: Personality | None, address: int, record: Record, report: ImportReport) -> None:
    """Patch a channel with the profile of ours that has its slots, else only its intensity, as a dimmer."""
    generic = kind.generic if kind is not None else ("generic/dimmer", None)
    if kind is not None and generic is not None:
        channel.profile, channel.mode = generic
        channel.parameters = kind.parameters
    elif kind is not None:
        where = kind.intensity
        what = f"personality {kind.words or kind.number}"
        do = "import its profile (showctl fixtures import) and name it in the patch"
        if where is None:
            report.leave_out(record.place, what, f"channel {channel.number} has no intensity slot, not patched", do)
            return
        report.leave_out(record.place, what, f"only the intensity of channel {channel.number} is patched", do)
        address += where - 1 if address else 0
    if address and (address - 1) // SLOTS < MOST_UNIVERSES and len(channel.dimmers) < MOST_DIMMERS:
        channel.dimmers.append(address)


def entries(channels: dict[int, Channel]) -> Iterator[Entry]:
    """Patch entries: channels that follow each other, are of one kind and stand without gaps are one range."""
    run: list[Channel] = []
    for number in sorted(channels):
        channel = channels[number]
        if run and not _follows(run[-1], channel, run[0]):
            yield _entry(run)
            run = []
        run.append(channel)
    if run:
        yield _entry(run)


def _follows(before: Channel, channel: Channel, first: Channel) -> bool:
    if channel.number != before.number + 1 or channel.kind != before.kind or len(channel.dimmers) > 1:
        return False
    if not channel.dimmers:
        return True
    same = (channel.dimmers[0] + channel.width - 2) // SLOTS == (first.dimmers[0] - 1) // SLOTS
    return same and channel.dimmers[0] == before.dimmers[0] + channel.width


def _entry(run: list[Channel]) -> Entry:
    first = run[0]
    entry = Entry({"id": name(first.number, run[-1].number), "fixture": first.profile}, first.place)
    if first.mode:
        entry["mode"] = first.mode
    places = [f"{(dimmer - 1) // SLOTS + 1}.{(dimmer - 1) % SLOTS + 1:03d}" for dimmer in first.dimmers]
    if places:
        entry["at"] = places[0] if len(places) == 1 else places
    if first.label:
        entry["label"] = first.label
    if first.proportional != "full":
        entry["proportional"] = first.proportional
    return entry


def universes(channels: dict[int, Channel]) -> list[int]:
    """The universes that are patched."""
    return sorted({(dimmer - 1) // SLOTS + 1 for channel in channels.values() for dimmer in channel.dimmers})
