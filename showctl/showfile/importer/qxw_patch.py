"""Fixtures of a QLC+ workspace as lines of a patch, and looks for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from showctl.model.address import SLOTS
from showctl.model.level_text import format_level
from showctl.model.mode import blocks_of
from showctl.showfile.importer.draft import Entry
from showctl.showfile.importer.names import Names
from showctl.showfile.importer.profiles import Known, Profiles
from showctl.showfile.importer.qxw_parts import Fixture, Values
from showctl.showfile.importer.qxw_value import settings
from showctl.showfile.importer.report import ImportReport, NotImported

MOST_VALUES = 1_000_000
"""Values in all looks; a show file may have no more (docs/show-file.md)."""
_DIMMER = "generic/dimmer"


@dataclass(frozen=True, slots=True)
class Lamp:
    """A fixture of theirs as ours. `ids`: one; or where every channel is a dimmer, one for each channel.

    `known`: its profile; None for dimmers.
    """

    fixture: Fixture
    ids: tuple[str, ...]
    known: Known | None

    @property
    def selection(self) -> str:
        """All of it, as a patch or a look names it."""
        return self.ids[0] if len(self.ids) == 1 else f"{self.ids[0]}..{self.ids[-1]}"


@dataclass(slots=True)
class Rig:
    """The lamps by number of the fixture there; `entries` of the patch; profiles that go beside the show."""

    report: ImportReport
    lamps: dict[int, Lamp] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    profiles: dict[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    """Of fixtures and groups."""
    left: int = MOST_VALUES
    """Values that may yet be written."""
    taken: set[tuple[int, int]] = field(default_factory=set)
    told: set[tuple[int, str]] = field(default_factory=set)

    def look(self, values: Values, where: str) -> dict[str, Any]:
        """DMX values as a look. What no parameter says is told in the report."""
        found: dict[str, Any] = {}
        for number, channels in values.items():
            lamp = self.lamps.get(number)
            if lamp is None:
                self.report.leave_out(where, f"values of fixture {number}", "there is no such fixture")
            elif lamp.known is None:
                found |= _dimmed(lamp.ids, channels)
                if over := [channel + 1 for channel in channels if not 0 <= channel < len(lamp.ids)]:
                    what = f"values of its channels {', '.join(map(str, over))}"
                    self.report.leave_out(f"{where}, {lamp.fixture.where}", what, "it has not so many")
            else:
                said, unsaid = settings(lamp.known, channels)
                for what in unsaid:
                    self.report.leave_out(f"{where}, {lamp.fixture.where}", what)
                if said:
                    found[lamp.ids[0]] = said["intensity"] if said.keys() == {"intensity"} else said
        return found

    def spend(self, values: int) -> None:
        """Count what is written. Raises NotImported for more than any show has: steps may repeat a scene for ever."""
        self.left -= values
        if self.left < 0:
            raise NotImported(
                "its steps come to more values than a show file may have; take some out, and save it again"
            )


def rig_of(fixtures: Iterable[Fixture], profiles: Profiles, report: ImportReport) -> Rig:
    """All fixtures patched."""
    rig = Rig(report)
    for fixture in fixtures:
        if fixture.id in rig.lamps or fixture.id < 0:
            report.leave_out(fixture.where, "the fixture", "another has its number")
        elif not 1 <= fixture.channels <= SLOTS:
            report.leave_out(fixture.where, "the fixture", f"it has {fixture.channels} channels")
        else:
            rig.lamps[fixture.id] = lamp = _lamp(fixture, profiles, rig)
            rig.entries.append(_entry(lamp, rig))
            report.carry("fixtures", len(lamp.ids))
    return rig


def _lamp(fixture: Fixture, profiles: Profiles, rig: Rig) -> Lamp:
    generic = (fixture.manufacturer, fixture.model) == ("Generic", "Generic")
    known = profiles.known(fixture.manufacturer, fixture.model, fixture.mode, fixture.channels) if not generic else None
    if known is not None and _slots(known) == fixture.channels:
        if known.text:
            rig.profiles[known.name] = known.text
        for what in known.said:
            if (key := (0, f"{known.name} {what}")) not in rig.told:
                rig.told.add(key)
                rig.report.leave_out(f"profile {known.name}", what)
        return Lamp(fixture, (rig.names.new(fixture.name, f"fixture {fixture.id}"),), known)
    if not generic:
        called = f"{fixture.manufacturer}-{fixture.model}".replace(" ", "-")
        rig.report.leave_out(
            fixture.where,
            f"what the channels of {fixture.manufacturer} {fixture.model}, {fixture.mode}, do",
            f"there is no profile of it; it is {fixture.channels} dimmers now",
            f"put {called}.qxf beside the workspace, and import again",
        )
    return Lamp(fixture, _dimmer_ids(fixture, rig), None)


def _slots(known: Known) -> int:
    return sum(map(len, blocks_of(known.profile.modes[known.mode])))


def _dimmer_ids(fixture: Fixture, rig: Rig) -> tuple[str, ...]:
    """One id, or a range: `Front 1` to `Front 8`."""
    if fixture.channels == 1:
        return (rig.names.new(fixture.name, f"fixture {fixture.id}"),)
    return rig.names.numbered(fixture.name, f"fixture {fixture.id}", fixture.channels)


def _entry(lamp: Lamp, rig: Rig) -> Entry:
    fixture, known = lamp.fixture, lamp.known
    entry = Entry({"id": lamp.selection, "fixture": known.name if known else _DIMMER}, fixture.where)
    if known and known.mode != next(iter(known.profile.modes)):
        entry["mode"] = known.mode
    if fixture.name != lamp.ids[0]:
        entry["label"] = fixture.name
    slots = {(fixture.universe, fixture.address + place) for place in range(fixture.channels)}
    if fixture.universe < 0 or fixture.address < 0 or fixture.address + fixture.channels > SLOTS:
        rig.report.leave_out(fixture.where, "its address", "it does not fit into a universe", "write another")
    elif slots & rig.taken:
        rig.report.leave_out(fixture.where, "its address", "another fixture has slots of it", "write another")
    else:
        rig.taken |= slots
        entry["at"] = f"{fixture.universe + 1}.{fixture.address + 1}"
    return entry


def _dimmed(ids: tuple[str, ...], channels: Mapping[int, int]) -> dict[str, str]:
    """Levels of dimmers; neighbours with the same level as a range."""
    found: dict[str, str] = {}
    known = sorted(channel for channel in channels if 0 <= channel < len(ids))
    runs: list[list[int]] = []
    for channel in known:
        if runs and channel == runs[-1][-1] + 1 and channels[channel] == channels[runs[-1][-1]]:
            runs[-1].append(channel)
        else:
            runs.append([channel])
    for run in runs:
        name = ids[run[0]] if len(run) == 1 else f"{ids[run[0]]}..{ids[run[-1]]}"
        found[name] = format_level(channels[run[0]] / 255)
    return found
