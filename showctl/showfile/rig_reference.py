"""Names of the rig: devices, fixtures and groups; what of them is there twice, and what does not fit together."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from showctl.model.address import Endpoint, parse_endpoint, parse_universes
from showctl.model.cue import CueId
from showctl.model.master import GRAND, MOST_MASTERS
from showctl.model.problem import Path
from showctl.model.sacn_device import MULTICAST, SACN_PORT
from showctl.model.selection import expand, range_meant
from showctl.model.slot_range import parse_slot_range
from showctl.showfile.report import Report
from showctl.showfile.tree import Mapping, Sequence, mark_at

_MOST_CIRCLES = 20
_PER_ADDRESS = "per-address priority"
MOST_FIXTURES = 300_000
MOST_NAMES = 1_000_000
"""Names that all ranges in looks and groups stand for together, equal ranges counted once: more is an attack."""


@dataclass
class RigNames:
    """What cues may refer to."""

    devices: dict[str, str] = field(default_factory=dict)
    """Type by name, as written."""
    fixtures: dict[str, Path] = field(default_factory=dict)
    groups: dict[str, Path] = field(default_factory=dict)
    masters: tuple[str, ...] = (GRAND,)
    _missing: dict[str, str | None] = field(default_factory=dict)
    _groups_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _spent: int = 0

    def missing(self, selection: str) -> str | None:
        """The first name of a selection that is neither fixture nor group; None if all are there."""
        self._look_at(selection)
        return self._missing[selection]

    def groups_in(self, selection: str) -> tuple[str, ...]:
        """The groups that a selection names."""
        self._look_at(selection)
        return self._groups_in[selection]

    def _look_at(self, selection: str) -> None:
        if selection in self._missing:
            return
        names = () if self.exhausted else _names(selection)
        self._spent += len(names)
        self._missing[selection] = next((n for n in names if n not in self.fixtures and n not in self.groups), None)
        self._groups_in[selection] = tuple(n for n in names if n in self.groups)

    @property
    def exhausted(self) -> bool:
        """Whether too many names have been asked for."""
        return self._spent > MOST_NAMES


def rig_names(root: Mapping, report: Report) -> RigNames:
    """The names of the rig; what is wrong with them goes to the report."""
    rig = RigNames()
    _devices(root, rig, report)
    _patch(root, rig, report)
    _groups(root, rig, report)
    _slot_priorities(root, rig, report)
    _masters(root, rig, report)
    return rig


def check_selection(
    selection: str, path: Path, rig: RigNames, report: Report, key: bool = False, cue: CueId | None = None
) -> None:
    """Report a fixture or group that does not exist. `path` is what names it, `key` if a key does, `cue` if a cue."""
    if rig.exhausted:
        report.at((1, 1), f"ranges stand for more than {MOST_NAMES} names in all; write groups instead")
        return
    name = rig.missing(selection)
    if name is not None:
        which = "" if name == selection.strip() else f" (in {selection})"
        if meant := range_meant(name):
            remedy = f"write {meant}"
        else:
            remedy = report.suggestion(name, rig.groups, "write a fixture of the patch or a group", rig.fixtures)
        report.add(path, f"there is no fixture or group '{name}'{which}; {remedy}", key, cue)


def selections(value: Any) -> list[str]:
    """The selections of a group as written: one, or a list of them."""
    values: Iterable[Any] = value if isinstance(value, Sequence) else [value]
    return [v for v in values if isinstance(v, str)]


def _names(selection: str) -> tuple[str, ...]:
    try:
        return expand(selection)
    except ValueError:
        return ()  # reported where it was validated


def _devices(root: Mapping, rig: RigNames, report: Report) -> None:
    devices = root.get("devices")
    sent: dict[tuple[int, str], str] = {}
    for name, device in devices.items() if isinstance(devices, Mapping) else ():
        kind = device.get("type") if isinstance(device, Mapping) else None
        rig.devices[name.strip()] = kind.strip() if isinstance(kind, str) else ""
        if kind == "sacn":
            _sacn(name, device, sent, report)
        elif kind == "osc" and not device.get("profile"):
            for key in ("to", "backup"):
                target = _target(device.get(key))
                if target is not None and not target.port:
                    report.add(
                        ("devices", name, key),
                        f"'{device[key]}' has no port, and there is no profile to name it; write for example "
                        f"{target.host}:8000",
                    )


def _target(value: Any) -> Endpoint | None:
    try:
        return parse_endpoint(value)
    except ValueError:
        return None


def _sacn(name: str, device: Mapping, sent: dict[tuple[int, str], str], report: Report) -> None:
    try:
        universes = parse_universes(device.get("universes"))
    except ValueError:
        return
    to = device.get("to")
    for value in to if isinstance(to, Sequence) else [to]:
        target = _target(value)
        if target is None:
            continue
        place = str(Endpoint(target.host, target.port or SACN_PORT))
        if target.host == MULTICAST:
            place = f"multicast on {device.get('interface')}"
        for universe in universes:
            other = sent.setdefault((universe, place), name)
            if other != name:
                report.add(
                    ("devices", name, "universes"),
                    f"universe {universe} goes to {place} twice, '{other}' sends it too; let one of them send it",
                )
                break


def _slot_priorities(root: Mapping, rig: RigNames, report: Report) -> None:
    """Fixtures and groups that a device has priorities for."""
    devices = root.get("devices")
    for name, device in devices.items() if isinstance(devices, Mapping) else ():
        priorities = device.get(_PER_ADDRESS) if isinstance(device, Mapping) else None
        for key in priorities if isinstance(priorities, Mapping) else ():
            try:
                is_name = parse_slot_range(key) is None and bool(expand(key))
            except ValueError:
                continue  # reported where it was validated
            if is_name:
                check_selection(key, ("devices", name, _PER_ADDRESS, key), rig, report, key=True)


def _patch(root: Mapping, rig: RigNames, report: Report) -> None:
    patch = root.get("patch")
    for index, entry in enumerate(patch if isinstance(patch, Sequence) else ()):
        written = entry.get("id") if isinstance(entry, Mapping) else None
        path: Path = ("patch", index, "id")
        twice = ""
        # What is written as on a desk was said where it was validated; others may name what is meant.
        for name in _names(range_meant(written) or written) if isinstance(written, str) else ():
            if name in rig.fixtures:
                twice = twice or name
            rig.fixtures.setdefault(name, path)
        if twice:
            line = mark_at(root, rig.fixtures[twice])[0]
            report.add(path, f"fixture '{twice}' is patched twice, first in line {line}; give it another id")
        if len(rig.fixtures) > MOST_FIXTURES:
            report.add(path, f"the patch has more than {MOST_FIXTURES} fixtures; check the ranges")
            return


def _groups(root: Mapping, rig: RigNames, report: Report) -> None:
    groups = root.get("groups")
    if not isinstance(groups, Mapping):
        return
    for name in groups:
        path: Path = ("groups", name)
        if name.strip() in rig.fixtures:
            line = mark_at(root, rig.fixtures[name.strip()])[0]
            report.add(path, f"'{name}' is a fixture too, in line {line}; give the group another name", key=True)
        rig.groups[name.strip()] = path
    for name, value in groups.items():
        for index, selection in enumerate(value if isinstance(value, Sequence) else [value]):
            if isinstance(selection, str):
                below: Path = (index,) if isinstance(value, Sequence) else ()
                check_selection(selection, ("groups", name, *below), rig, report)
    _circles(groups, rig, report)


def _masters(root: Mapping, rig: RigNames, report: Report) -> None:
    masters = root.get("masters")
    if isinstance(masters, Mapping) and len(masters) > MOST_MASTERS:
        report.add(("masters",), f"there are {len(masters)} masters; write at most {MOST_MASTERS}")
    for name, master in masters.items() if isinstance(masters, Mapping) else ():
        if name.strip() == GRAND:
            what = f"'{GRAND}' is the master over all fixtures, which is always there; give this one another name"
            report.add(("masters", name), what, key=True)
        rig.masters = (*rig.masters, name.strip())
        fixtures = master.get("fixtures") if isinstance(master, Mapping) else None
        for index, selection in enumerate(fixtures if isinstance(fixtures, Sequence) else [fixtures]):
            if isinstance(selection, str):
                below: Path = (index,) if isinstance(fixtures, Sequence) else ()
                check_selection(selection, ("masters", name, "fixtures", *below), rig, report)


def _circles(groups: Mapping, rig: RigNames, report: Report) -> None:
    """Report groups that contain themselves, each circle once, where it closes; after some circles no more."""
    inside = {
        name.strip(): [group for selection in selections(value) for group in rig.groups_in(selection)]
        for name, value in groups.items()
    }
    done: set[str] = set()
    found = 0
    for start in inside:
        trail: dict[str, int] = {}
        stack = [(start, iter(inside[start]))] if start not in done else []
        trail[start] = 0
        while stack:
            name, rest = stack[-1]
            below = next(rest, None)
            if below is None:
                stack.pop()
                trail.pop(name, None)
                done.add(name)
            elif below in trail:
                found += 1
                circle = [*list(trail)[trail[below] :], below]
                report.add(
                    rig.groups[name], f"the group contains itself ({' > '.join(circle)}); take it out of one of them"
                )
            elif below not in done:
                trail[below] = len(trail)
                stack.append((below, iter(inside[below])))
            if found == _MOST_CIRCLES:
                return
