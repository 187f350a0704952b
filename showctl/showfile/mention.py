"""Every place of a show file at which something of it is called by its name."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from showctl.model.palette import PARSERS
from showctl.model.problem import Path
from showctl.model.slot_range import parse_slot_range
from showctl.showfile.cues import lists_of, walk
from showctl.showfile.due_cue import due_cues
from showctl.showfile.target_reference import named_cues, named_lists
from showctl.showfile.tree import Mapping, Sequence, node_at


class Mention(NamedTuple):
    """A place, and the text there. `key`: it is the key with which the path ends, else what stands at the path."""

    path: Path
    text: str
    key: bool = False


PALETTE_KEYS = {
    "intensity": "intensity",
    "colour": "colour",
    "position": "position",
    "beam": "beam",
    "mixed": "palette",
}
"""By kind of palette the key of a look's line that names one."""
CONTACT_KEYS = ("owner", "supplier", "contact")
"""Keys of segments, guests, logistics items and budget lines with the name of a person or supplier."""
PLANNED = ("run of show", "guests", "logistics", "budget")
"""The lists of the plan, in which these keys are."""
_OF_DEVICE = ("osc", "midi", "audio", "video", "fade")


def selections(root: Mapping) -> Iterator[Mention]:
    """Fixtures, groups and ranges, wherever they are selected; not where the patch makes them."""
    for path, look in looks(root):
        yield from (Mention((*path, key), key, True) for key in look)
    for section, inside in (("groups", ()), ("masters", ("fixtures",))):
        named = root.get(section)
        for name, value in named.items() if isinstance(named, Mapping) else ():
            below = value.get(inside[0]) if inside and isinstance(value, Mapping) else value
            if not inside or isinstance(value, Mapping):
                yield from texts(below, (section, name, *inside))
    for kind, parse in PARSERS.items():
        kinds = root.get("palettes")
        found = kinds.get(kind) if isinstance(kinds, Mapping) and kind != "mixed" else None
        for name, palette in found.items() if isinstance(found, Mapping) else ():
            if isinstance(palette, Mapping):
                parsed = parse(palette)
                yield from (Mention(("palettes", kind, name, key), key, True) for key in palette if key in parsed)
    devices = root.get("devices")
    for name, device in devices.items() if isinstance(devices, Mapping) else ():
        priorities = device.get("per-address priority") if isinstance(device, Mapping) else None
        for key in priorities if isinstance(priorities, Mapping) else ():
            if not _is_slots(key):
                yield Mention(("devices", name, "per-address priority", key), key, True)
    for path, button in _buttons(root):
        yield from texts(button.get("highlight"), (*path, "highlight"))
        yield from texts(button.get("park"), (*path, "park"))


def looks(root: Mapping) -> Iterator[tuple[Path, Mapping]]:
    """Every look, mixed palettes among them."""
    info = root.get("show")
    panic = info.get("panic") if isinstance(info, Mapping) else None
    candidates: list[tuple[Path, Any]] = [
        (("show", "panic", "light"), panic.get("light") if isinstance(panic, Mapping) else None)
    ]
    masters = root.get("masters")
    for name, master in masters.items() if isinstance(masters, Mapping) else ():
        candidates.append((("masters", name, "look"), master.get("look") if isinstance(master, Mapping) else None))
    palettes = root.get("palettes")
    mixed = palettes.get("mixed") if isinstance(palettes, Mapping) else None
    for name, palette in mixed.items() if isinstance(mixed, Mapping) else ():
        candidates.append((("palettes", "mixed", name), palette))
    for here, cue in cues(root):
        if isinstance(light := cue.get("light"), Mapping):
            candidates.append(((*here, "light", "look"), light.get("look")))
            parts = light.get("parts")
            for index, part in enumerate(parts if isinstance(parts, Sequence) else ()):
                look = part.get("look") if isinstance(part, Mapping) else None
                candidates.append(((*here, "light", "parts", index, "look"), look))
    return ((path, look) for path, look in candidates if isinstance(look, Mapping))


def palettes(root: Mapping, kind: str) -> Iterator[Mention]:
    """Where looks may name a palette of a kind: what stands where such a name would."""
    key = PALETTE_KEYS[kind]
    for path, look in looks(root):
        for selection, line in look.items():
            if isinstance(line, str) and key == "intensity":
                yield Mention((*path, selection), line)
            elif isinstance(line, Mapping) and isinstance(text := line.get(key), str):
                yield Mention((*path, selection, key), text)


def devices(root: Mapping) -> Iterator[Mention]:
    for here, cue in cues(root):
        for key in _OF_DEVICE:
            action = cue.get(key)
            if isinstance(action, Mapping) and isinstance(action.get("device"), str):
                yield Mention((*here, key, "device"), action["device"])


def masters(root: Mapping) -> Iterator[Mention]:
    for here, cue in cues(root):
        fade = cue.get("fade")
        if isinstance(fade, Mapping) and isinstance(fade.get("master"), str):
            yield Mention((*here, "fade", "master"), fade["master"])
    midi = _midi(root)
    faders = midi.get("faders") if midi is not None else None
    for name in faders if isinstance(faders, Mapping) else ():
        yield Mention(("inputs", "midi", "faders", name), name, True)
    for path, button in _buttons(root):
        yield from texts(button.get("flash"), (*path, "flash"))


def lists(root: Mapping) -> Iterator[Mention]:
    for here, cue in cues(root):
        yield from (Mention((*here, *below), name) for below, name in named_lists(cue))


def of_list(root: Mapping) -> Iterator[Mention]:
    """Where lists are named, be it to say which cue: `foyer/3`, `15m before cue foyer/3`."""
    yield from lists(root)
    for here, cue in cues(root):
        yield from (Mention((*here, *below), text) for below, text in named_cues(cue) if "/" in text)
    yield from (Mention(path, node_at(root, path)) for path, cue in due_cues(root) if "/" in cue)


def segments(root: Mapping) -> Iterator[Mention]:
    """Of a logistics item what is due is a sentence with the segment in it."""
    guests = root.get("guests")
    for index, guest in enumerate(guests if isinstance(guests, Sequence) else ()):
        if isinstance(guest, Mapping):
            yield from texts(guest.get("segments"), ("guests", index, "segments"))
    for here, cue in cues(root):
        yield from texts(cue.get("starts segment"), (*here, "starts segment"))
    logistics = root.get("logistics")
    for index, item in enumerate(logistics if isinstance(logistics, Sequence) else ()):
        if isinstance(item, Mapping):
            yield from texts(item.get("blocks"), ("logistics", index, "blocks"))
            yield from texts(item.get("due"), ("logistics", index, "due"))


def contacts(root: Mapping) -> Iterator[Mention]:
    """Where the plan may name people and suppliers; of `owner` and `contact` the text may be anything else as well."""
    for section in PLANNED:
        items = root.get(section)
        for index, item in enumerate(items if isinstance(items, Sequence) else ()):
            for key in CONTACT_KEYS if isinstance(item, Mapping) else ():
                if isinstance(text := item.get(key), str):
                    yield Mention((section, index, key), text)
    venue = root.get("venue")
    if isinstance(venue, Mapping):
        yield from texts(venue.get("contacts"), ("venue", "contacts"))


def people(root: Mapping) -> Iterator[Mention]:
    return (each for each in contacts(root) if each.path[-1] != "supplier")


def cues(root: Mapping) -> Iterator[tuple[Path, Mapping]]:
    """Every cue of the file."""
    return ((here, cue) for _, path, found in lists_of(root) for here, cue, _ in walk(found, path))


def texts(value: Any, path: Path) -> Iterator[Mention]:
    """One text, or the texts of a list."""
    if isinstance(value, str):
        yield Mention(path, value)
    for index, item in enumerate(value if isinstance(value, Sequence) else ()):
        if isinstance(item, str):
            yield Mention((*path, index), item)


def _is_slots(key: str) -> bool:
    try:
        return parse_slot_range(key) is not None
    except ValueError:
        return False


def _midi(root: Mapping) -> Mapping | None:
    inputs = root.get("inputs")
    midi = inputs.get("midi") if isinstance(inputs, Mapping) else None
    return midi if isinstance(midi, Mapping) else None


def _buttons(root: Mapping) -> Iterator[tuple[Path, Mapping]]:
    midi = _midi(root)
    buttons = midi.get("buttons") if midi is not None else None
    for index, button in enumerate(buttons if isinstance(buttons, Sequence) else ()):
        if isinstance(button, Mapping):
            yield ("inputs", "midi", "buttons", index), button
