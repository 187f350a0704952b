"""The rigging of a show: all that its cues are compiled against, worked out once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from showctl.model.effect import Fade
from showctl.model.look import Look
from showctl.model.problem import Path, Problem, Problems, Question
from showctl.model.show import Show
from showctl.program.device_table import DeviceProfiles, DeviceTable
from showctl.program.fixture_table import fixture_table
from showctl.program.forgiven import Forgiven
from showctl.program.light_fade import LightFades
from showctl.program.look_fade import LookFades
from showctl.program.master_table import master_table
from showctl.program.parameter_sort import ParameterSorts
from showctl.program.patch_table import FixtureProfiles, PatchTable, patch_table
from showctl.program.program import EXEMPT_FROM_PANIC, CompiledMaster, FixtureTable, Target
from showctl.program.sacn_table import with_slot_priorities


@dataclass(frozen=True, slots=True)
class Rigging:
    """Devices, patch, looks and masters."""

    devices: DeviceTable
    table: PatchTable
    sorts: ParameterSorts
    looks: LookFades
    lights: LightFades
    masters: tuple[CompiledMaster, ...]
    targets: tuple[Target, ...]
    fixtures: FixtureTable
    panic_look: tuple[Fade, ...]
    asked: list[Question]
    """What is to be asked of the look that was compiled last; who compiles looks empties it."""
    problems: tuple[Problem, ...]
    """With paths from the top of the file."""
    questions: tuple[Question, ...]


def rigging(
    show: Show,
    fixtures: FixtureProfiles,
    profiles: DeviceProfiles,
    whole: bool,
    all_sent: bool,
    forgiven: Forgiven | None,
    all_palettes: bool = True,
) -> Rigging:
    """Work it out. For `whole`, `all_sent`, `forgiven` and `all_palettes` see `compile_show`."""
    problems: list[Problem] = []
    devices = DeviceTable(show.devices, profiles, show.info.title, problems, whole, forgiven is not None)
    table = patch_table(show.patch, fixtures, devices.sent_universes if all_sent else None, problems)
    problems = forgiven.of_rig(problems) if forgiven is not None else problems
    asked: list[Question] = []
    looks = LookFades(table, show.groups, whole, asked, show.palettes, all_palettes)
    looks.check_palettes(forgiven.rest if forgiven is not None else problems, playing=forgiven is not None)
    left_out = forgiven.rest if forgiven is not None else None
    masters = master_table(show.masters, looks, len(show.cue_lists), problems, left_out)
    targets = with_slot_priorities(devices.targets, show.devices, looks, problems)
    panic = show.info.panic
    panic_look: tuple[Fade, ...] = ()
    if isinstance(panic.light, dict):
        panic_look = _panic_look(panic.light, panic.time, looks, table, problems, left_out)
        asked += _spared(panic.light, looks) if not (problems or left_out) else ()
    questions = tuple(asked)
    asked.clear()
    return Rigging(
        devices,
        table,
        looks.sorts,
        looks,
        LightFades(looks, looks.sorts),
        masters,
        targets,
        fixture_table(table.fixtures, show.groups),
        panic_look,
        asked,
        tuple(problems),
        questions,
    )


def _panic_look(
    look: Look,
    time: float,
    looks: LookFades,
    table: PatchTable,
    problems: list[Problem],
    left_out: list[Problem] | None,
) -> tuple[Fade, ...]:
    """The panic look without the fixtures that panic leaves alone; without what it cannot make, if that is forgiven."""
    try:
        fades = looks.fade(look, time, ("show", "panic", "light"), left_out)
    except Problems as wrong:
        problems += wrong.problems
        return ()
    if any(np.isnan(np.frombuffer(fade.targets, "<f4")).any() for fade in fades):
        what = "a panic look cannot give light back, for nobody is left to have it"
        problems.append(Problem(("show", "panic", "light"), what, "write levels instead of release"))
    exempt = np.frombuffer(table.parameters.exempt, np.uint8) & EXEMPT_FROM_PANIC
    spared = []
    for fade in fades:
        parameters, targets = np.frombuffer(fade.parameters, "<i4"), np.frombuffer(fade.targets, "<f4")
        moves = exempt[parameters] == 0
        if moves.any():
            spared.append(replace(fade, parameters=parameters[moves].tobytes(), targets=targets[moves].tobytes()))
    return tuple(spared)


def _spared(look: Look, looks: LookFades) -> Iterator[Question]:
    """What is asked of a panic look: lines that do nothing, because panic leaves all of their fixtures alone."""
    for selection in look:
        path: Path = ("show", "panic", "light", selection)
        fixtures = tuple(looks.fixtures(selection, path))
        if fixtures and all(fixture.exempt & EXEMPT_FROM_PANIC for fixture in fixtures):
            what = f"'{selection}' is exempt from panic, so a panic leaves it as it is and this does nothing"
            remedy = "leave it out here, or take panic out of what it is exempt from in the patch"
            yield Question(path, what, remedy)
