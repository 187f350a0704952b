"""Open a show: read the file, check it, and compile it with the libraries that come with showctl.

To be checked it has to be right. To be played it has to be a show: what is wrong with single cues is said, and they do
nothing.
"""

import contextlib
import gc
import os
import pathlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from msgspec import structs

from showctl.cues.light import LightCue
from showctl.fixtures.folders import fixture_library
from showctl.fixtures.library import Library
from showctl.fixtures.undescribed import undescribed
from showctl.model.palette import Palettes
from showctl.model.problem import Path, Problem, Problems, Question
from showctl.model.sacn_device import SacnDevice
from showctl.model.selection import expand
from showctl.model.show import Show
from showctl.program.compile import compile_show
from showctl.program.forgiven import Forgiven
from showctl.program.marking import Marked
from showctl.program.program import Program
from showctl.showfile.booking_question import booking_questions
from showctl.showfile.contact_reference import contact_questions
from showctl.showfile.device_profile import Profiles, device_profiles
from showctl.showfile.hotkey_reference import hotkey_questions
from showctl.showfile.level_question import level_questions
from showctl.showfile.load import Loaded, load
from showctl.showfile.logistics_question import logistics_questions
from showctl.showfile.report import LocatedProblem, Refused
from showctl.showfile.rig_reference import MOST_NAMES
from showctl.showfile.run_reference import run_questions
from showctl.showfile.source import Source
from showctl.showfile.text import digest_with


@dataclass(frozen=True, slots=True)
class Opened:
    """A show as written, as the engine plays it, and where its parts stand in the file."""

    show: Show
    program: Program
    source: Source
    problems: tuple[LocatedProblem, ...] = ()
    """Opened to be played: what is wrong with it all the same, in the order of the file."""
    questions: tuple[LocatedProblem, ...] = ()
    """Opened to be checked: what is not wrong, and perhaps not meant, in the order of the file."""
    marked: tuple[Marked, ...] = ()
    """Opened to be checked: which cues move fixtures in black for others."""


class Compiling(Protocol):
    """What compiles: `compile_show` each state by itself, a `Compiler` one after another."""

    def __call__(
        self, show: Show, fixtures: Library, profiles: Profiles, digest: str, *, forgiven: Forgiven
    ) -> Program: ...


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """No garbage is looked for meanwhile: opening makes a million objects that stay, and looking them through again and
    again takes a quarter of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@without_collecting()
def open_show(path: str | os.PathLike[str]) -> Opened:
    """Load and compile. Raises Unreadable if the file cannot be read, Refused with all problems if it is wrong."""
    return opened(lambda: load(path))


def opened(loading: Callable[[], Loaded]) -> Opened:
    """Load with the given function, and compile. Raises what it raises, and Refused with all problems of both."""
    try:
        loaded = loading()
    except Refused as refused:
        raise _with_further(refused) from None
    questions: list[Question] = []
    marked: list[Marked] = []
    fixtures, devices = _fixtures(loaded), _devices(loaded)
    try:
        program = compile_show(loaded.show, fixtures, devices, loaded.digest, questions=questions, marked=marked)
    except Problems as wrong:
        raise Refused(_located(wrong.problems, loaded)) from None
    questions += level_questions(loaded.source.root)
    questions += contact_questions(loaded.source.root, loaded.root_with_people)
    questions += hotkey_questions(loaded.source.root)
    questions += run_questions(loaded.show)
    questions += logistics_questions(loaded.show)
    questions += booking_questions(loaded.show)
    questions += _of_profiles(loaded.show, fixtures)
    asked = sorted(_located(questions, loaded), key=lambda q: (q.line, q.column))
    program = _named(program, loaded.show, fixtures, devices)
    return Opened(loaded.show, program, loaded.source, questions=tuple(asked), marked=tuple(marked))


@without_collecting()
def open_to_play(path: str | os.PathLike[str]) -> Opened:
    """Load and compile what can be played. Raises Unreadable if the file cannot be read, and Refused with all problems
    if not only single cues cannot play.
    """
    return opened_to_play(lambda: load(path))


def opened_to_play(loading: Callable[[], Loaded]) -> Opened:
    """As `open_to_play`, with the given function."""
    try:
        state: Loaded | Refused = loading()
    except Refused as refused:
        state = refused
    rest = state.rest if isinstance(state, Refused) else state
    file = rest.source.file if isinstance(rest, Loaded) else ""
    return played(state, fixture_library(pathlib.Path(file)), device_profiles(pathlib.Path(file)), compile_show)


def played(state: Loaded | Refused, fixtures: Library, devices: Profiles, compiling: Compiling) -> Opened:
    """A state of a show, or why it is none, compiled to be played. Raises Refused as `open_to_play`."""
    if isinstance(state, Loaded):
        loaded, problems = state, []
    elif not isinstance(state.rest, Loaded) or any(problem.cue is None for problem in state.problems):
        raise _with_further(state) from None
    else:
        loaded, problems = state.rest, state.problems
    forgiven = Forgiven()
    for problem in problems:
        said = Problem(problem.path, problem.what, problem.remedy)
        # the cue plays, it only starts no segment; and people play nothing
        of_people = loaded.people is not None and problem.file == loaded.people.file
        if problem.path[-1:] == ("starts segment",) or problem.path[:1] == ("palettes",) or of_people:
            forgiven.rest.append(said)
        elif problem.cue is not None and not _in_look(problem.path):
            forgiven.break_cue(problem.cue, [said])
    known = {*forgiven.rest, *forgiven.of_cues}
    try:
        program = compiling(loaded.show, fixtures, devices, loaded.digest, forgiven=forgiven)
        program = _named(program, loaded.show, fixtures, devices)
    except Problems as wrong:
        serious = wrong.problems
    else:
        serious = []
    found = [problem for problem in (*forgiven.rest, *forgiven.of_cues, *serious) if problem not in known]
    everything = _joined(problems, _located(found, loaded))
    if serious:
        raise Refused(everything)
    return Opened(loaded.show, program, loaded.source, tuple(sorted(everything, key=lambda p: (p.line, p.column))))


def _of_profiles(show: Show, library: Library) -> Iterator[Question]:
    """What is to be asked of the profiles of the patch, each where it is first patched."""
    first: dict[str, int] = {}
    for index, entry in enumerate(show.patch):
        first.setdefault(entry.fixture, index)
    for name, index in first.items():
        for asked in undescribed(library.get(name)):
            yield Question(("patch", index, "fixture"), f"in the profile {name}, {asked.what}", asked.remedy)


def _with_further(refused: Refused) -> Refused:
    """The same with what is wrong with those parts of the show that loaded."""
    if not isinstance(refused.rest, Loaded):
        return refused
    return Refused(_joined(refused.problems, _further_problems(refused.rest, refused.problems)))


def _joined(problems: list[LocatedProblem], further: list[LocatedProblem]) -> list[LocatedProblem]:
    """Both, but only one of each place: the same mistake is found in other words as well."""
    known = {(p.line, p.column) for p in problems}
    said = {p.path for p in problems if p.path}  # a key that is wrong stands before what stands under it
    return [*problems, *(p for p in further if (p.line, p.column) not in known and p.path not in said)]


def _in_look(path: Path) -> bool:
    """Whether what stands there is a line of a light cue's look, which is left out by itself when it is compiled."""
    return "light" in path and "look" in path[path.index("light") :]


def _further_problems(rest: Loaded, known: list[LocatedProblem]) -> list[LocatedProblem]:
    """What is wrong with those parts of a show that loaded."""
    if not _bearable(rest.show):
        return []
    try:
        compile_show(
            rest.show,
            _fixtures(rest),
            _devices(rest),
            rest.digest,
            whole=False,
            all_sent=not _hidden_senders(rest),
            all_palettes=not any(problem.path[:1] in ((), ("palettes",)) for problem in known),
        )
    except Problems as wrong:
        return _located(wrong.problems, rest)
    return []


def _hidden_senders(rest: Loaded) -> bool:
    """Whether a device was left out that may send universes."""
    devices = rest.source.root.get("devices")
    if not isinstance(devices, dict):
        return "devices" in rest.source.root
    left_out = [device for name, device in devices.items() if name.strip() not in rest.show.devices]
    return any(not isinstance(device, dict) or device.get("type") not in ("osc", "midi") for device in left_out)


def _bearable(show: Show) -> bool:
    """Whether the ranges of a wrong show stand for so few names that a closer look is no attack on the machine."""
    looks = [look for _, cue in show.walk() if isinstance(cue, LightCue) for look, _ in cue.light.looks]
    looks += [show.info.panic.light] if isinstance(show.info.panic.light, dict) else []
    looks += [look for kind in Palettes.model_fields for look in show.palettes.of_kind(kind).values()]
    looks += [master.look for master in show.masters.values()]
    written = {selection for look in looks for selection in look}
    written.update(entry.id for entry in show.patch)
    written.update(selection for selections in show.groups.values() for selection in selections)
    names = 0
    for selection in written:
        names += len(expand(selection))
        if names > MOST_NAMES:
            return False
    return True


def _located(found: Sequence[Problem], loaded: Loaded) -> list[LocatedProblem]:
    located = []
    for problem in found:
        people = loaded.people.place(problem.path, loaded.root) if loaded.people is not None else None
        if loaded.people is not None and people is not None:
            source, path = Source(loaded.people.file, loaded.people.root), people
        else:
            source, path = loaded.source, _in_file(problem.path, loaded)
        located.append(source.located(replace(problem, path=path)))
    return located


def _in_file(path: Path, loaded: Loaded) -> Path:
    """A path from the top of the file."""
    match path:
        case ("@cue", str(cue), *rest):
            return (*loaded.source.cue_path(cue), *rest)
        case ("patch", int(index), *rest):
            return ("patch", loaded.patch[index], *rest)
    return path


def _named(program: Program, show: Show, fixtures: Library, devices: Profiles) -> Program:
    """Under a digest that covers the profiles it was compiled with, those that were wrong and forgiven as well."""
    patched = {entry.fixture for entry in show.patch}
    profiled = {device.profile for device in show.devices.values() if not isinstance(device, SacnDevice)}
    used = {f"fixture {name}": digest for name, digest in fixtures.digests.items() if name in patched}
    used |= {f"device {name}": digest for name, digest in devices.digests.items() if name in profiled}
    return structs.replace(program, digest=digest_with(program.digest, used))


def _fixtures(loaded: Loaded) -> Library:
    return fixture_library(pathlib.Path(loaded.source.file))


def _devices(loaded: Loaded) -> Profiles:
    return device_profiles(pathlib.Path(loaded.source.file))
