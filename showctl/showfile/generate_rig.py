"""A patch that fills universes with typical fixtures, for generated shows."""

from itertools import cycle, islice

# What stands in a universe: stem of the ids, number, profile, mode, slots of one.
_UNIVERSES = (
    (("dim", 24, "generic/dimmer", "8bit", 1), ("par", 122, "generic/led-par", "rgbw", 4)),
    (("spot", 25, "generic/moving-spot", "16bit", 20), ("dim", 12, "generic/dimmer", "8bit", 1)),
    (("wash", 36, "generic/moving-wash", "16bit", 14), ("blinder", 4, "generic/blinder", "led", 2)),
    (("par", 60, "generic/led-par", "drgbw", 5), ("batten", 42, "generic/batten", "drgb-strobe", 5)),
)
_KINDS = {
    "dim": "dimmer",
    "par": "colour",
    "spot": "mover",
    "wash": "mover",
    "blinder": "dimmer",
    "batten": "colour",
}


def rig(universes: int) -> tuple[str, dict[str, str]]:
    """The text of patch and groups, and the groups by name with what they can do: dimmer, colour or mover."""
    patch = ["patch:"]
    members: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for universe, contents in enumerate(islice(cycle(_UNIVERSES), universes), 1):
        slot = 1
        for stem, number, profile, mode, slots in contents:
            first = counts.get(stem, 0) + 1
            counts[stem] = last = first + number - 1
            ids = f"{stem}{first}..{stem}{last}"
            exempt = ", exempt: [blackout]" if stem == "dim" and universe == 1 else ""
            patch.append(f"  - {{id: {ids}, fixture: {profile}, mode: {mode}, at: {universe}.{slot:03d}{exempt}}}")
            members.setdefault(stem, []).append(ids)
            slot += number * slots
    groups: dict[str, str] = {}
    lines = ["", "groups:"]
    for stem, ranges in members.items():
        for place, ids in enumerate(ranges, 1):
            lines.append(f"  {stem} {place}: {ids}")
            groups[f"{stem} {place}"] = _KINDS[stem]
        lines.append(f"  all {stem}: [{', '.join(ranges)}]")
    return "\n".join(patch + lines) + "\n", groups
