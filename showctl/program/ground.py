"""What cues are compiled against: whether it is the same in two states of a show, and which cues another concerns."""

from collections.abc import Callable

from showctl.model.cue import Cue
from showctl.model.device import Device, OscDevice
from showctl.model.show import Show
from showctl.program.palette_words import changed_groups, changed_words, cue_selections, cue_words
from showctl.program.patch_table import PatchTable


def same_rig(before: Show, show: Show) -> bool:
    """Whether cues, masters and panic are compiled against the same."""
    return (
        same_ground(before, show)
        and before.patch is show.patch
        and before.groups is show.groups
        and before.devices is show.devices
        and before.info.title == show.info.title
        and before.palettes is show.palettes
        and before.masters is show.masters
        and before.info.panic == show.info.panic
    )


def same_ground(before: Show, show: Show) -> bool:
    """Whether cues are compiled against the same, but for fixtures and groups, what palettes say, where devices are,
    and devices that are new."""
    return (
        (before.devices is show.devices or _spoken_to(before).items() <= _spoken_to(show).items())
        and [*before.masters] == [*show.masters]
        and [*before.lists] == [*show.lists]
    )


def stands(before: PatchTable, after: PatchTable) -> bool:
    """Whether each fixture that cues may have been compiled with is what it was, in its rows. Others may be new."""
    if before is after:
        return True
    if before.broken != after.broken or len(before.fixtures) > len(after.fixtures):
        return False
    for name, was in before.fixtures.items():
        now = after.fixtures.get(name)
        if now is None or (was.first, was.exempt, bool(was.places)) != (now.first, now.exempt, bool(now.places)):
            return False
        if (was.layout.fixture, was.layout.mode) != (now.layout.fixture, now.layout.mode):
            return False
    return True


def unconcerned(before: Show, show: Show) -> Callable[[Cue], bool]:
    """Tells of a cue whether no word in it can mean another group or palette than before."""
    if before.groups is show.groups and before.palettes is show.palettes:
        return lambda _: True
    groups = changed_groups(before.groups, show.groups)
    words = changed_words(before.palettes, show.palettes, groups)

    def tell(cue: Cue) -> bool:
        return words.isdisjoint(cue_words(cue)) and (not groups or groups.isdisjoint(cue_selections(cue)))

    return tell


def _spoken_to(show: Show) -> dict[str, tuple[object, ...]]:
    """What the messages of cues depend on of the devices that they go to."""
    return {
        name: (device.type, *(getattr(device, key, None) for key in ("profile", "device_id")), _has_port(device))
        for name, device in show.devices.items()
    }


def _has_port(device: Device) -> bool:
    return not isinstance(device, OscDevice) or bool(device.to.port)
