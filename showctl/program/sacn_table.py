"""sACN devices as the engine has them: priorities by universe and by slot."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from showctl.model.address import SLOTS, parse_universes
from showctl.model.device import Device
from showctl.model.problem import Path, Problem, Problems
from showctl.model.sacn_device import SacnDevice
from showctl.model.slot_range import SlotRange, parse_slot_range
from showctl.program.look_fade import LookFades
from showctl.program.patch_table import PatchedFixture
from showctl.program.program import SacnTarget, Target


def sacn_target(name: str, device: SacnDevice, title: str, problems: list[Problem]) -> SacnTarget:
    """The device but for its priorities by slot. What is wrong is added to `problems`."""
    priorities: dict[int, int] = {}
    if not isinstance(device.priority, int):
        for key, priority in device.priority.items():
            universes = parse_universes(key)
            _check_universes(universes, device, name, ("devices", name, "priority", key), problems)
            priorities.update(dict.fromkeys(universes, priority))
    return SacnTarget(
        name,
        device.universes,
        device.receivers,
        device.priority if isinstance(device.priority, int) else 100,
        device.source_name or title,
        rate=device.frames_a_second,
        multicast=device.multicast,
        interface=device.interface,
        ttl=device.ttl,
        priorities=priorities,
        sync=device.sync or 0,
        discovery=device.discovery,
    )


def with_slot_priorities(
    targets: Iterable[Target], devices: Mapping[str, Device], looks: LookFades, problems: list[Problem]
) -> tuple[Target, ...]:
    """The same devices, with priorities by slot where the show has them. What is wrong is added to `problems`."""
    return tuple(
        _with_slots(target, device, looks, problems)
        if isinstance(target, SacnTarget) and isinstance(device := devices[target.device], SacnDevice)
        else target
        for target in targets
    )


def _with_slots(target: SacnTarget, device: SacnDevice, looks: LookFades, problems: list[Problem]) -> SacnTarget:
    """Of two keys that speak of the same slot the later one counts.

    Slots of which nothing is written have their universe's priority, but at least 1: 0 means that a slot is not
    controlled from here at all. Universes of which nothing is written have none by slot.
    """
    per_address: dict[int, bytearray] = {}
    for key, priority in device.per_address_priority.items():
        path: Path = ("devices", target.device, "per-address priority", key)
        for universes, first, last in _ranges(key, device, target.device, looks, path, problems):
            for universe in universes:
                usual = max(1, target.priorities.get(universe, target.priority))
                slots = per_address.setdefault(universe, bytearray([usual]) * SLOTS)
                slots[first - 1 : last] = bytes([priority]) * (last - first + 1)
    return replace(target, per_address={universe: bytes(slots) for universe, slots in per_address.items()})


def _ranges(
    key: str, device: SacnDevice, name: str, looks: LookFades, path: Path, problems: list[Problem]
) -> Iterable[SlotRange]:
    written = parse_slot_range(key)
    if written is not None:
        return [written] if _check_universes(written.universes, device, name, path, problems) else []
    try:
        every = [each for fixture in looks.fixtures(key, path) for each in _slots(fixture)]
    except Problems as wrong:
        problems += wrong.problems
        return []
    found = [each for each in every if each.universes[0] in device.universes]
    if every and not found:
        what = f"nothing of {key} is in the universes that '{name}' sends"
        problems.append(Problem(path, what, "write it at the device that sends them, or leave it out"))
    return found


def _slots(fixture: PatchedFixture) -> Iterable[SlotRange]:
    """The slots of a fixture in every place where it is."""
    for blocks in fixture.places:
        for at, footprint in zip(blocks, fixture.layout.footprints, strict=True):
            if at is not None and at.slot <= SLOTS:
                yield SlotRange((at.universe,), at.slot, min(SLOTS, at.slot + footprint - 1))


def _check_universes(
    universes: Iterable[int], device: SacnDevice, name: str, path: Path, problems: list[Problem]
) -> bool:
    other = sorted(set(universes) - set(device.universes))
    if other:
        what = f"'{name}' does not send universe {other[0]}"
        problems.append(Problem(path, what, "write one of its universes, or add it to them"))
    return not other
