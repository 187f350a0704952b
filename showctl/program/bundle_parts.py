"""What goes into the bundle of a show: the file itself, and every profile that it uses, from wherever it was found.

Those that ship are among them: another version of showctl may have others, or none.
"""

import os
from pathlib import Path

from showctl.fixtures.folders import fixture_library
from showctl.fixtures.library import Library
from showctl.model.plan import Plan
from showctl.program.broken import complaints
from showctl.program.opening import open_to_play, opened_to_play
from showctl.shipped import shipped
from showctl.showfile.archive import LARGEST_FILE
from showctl.showfile.bundle import Kind, Part
from showctl.showfile.device_profile import Profiles, device_profiles
from showctl.showfile.load import load_text
from showctl.showfile.member_name import safe_name
from showctl.showfile.report import Report
from showctl.showfile.text import read_bytes

LARGEST_PLAN = LARGEST_FILE
"""Bytes of a picture in a bundle: a scan of a whole sheet has 5 MB."""


def parts_of(show: Path, text: str | None = None) -> tuple[list[Part], list[str]]:
    """The parts of a show's bundle, and what is to be said about them, a line each. What is wrong with single cues is
    said, and bundled. `text`: the show as it is edited, else as its file is. Raises Unreadable, and Refused for a show
    of which nothing plays.
    """
    opened = open_to_play(show) if text is None else opened_to_play(lambda: load_text(text, str(show)))
    notes = list(complaints(opened))
    fixtures, devices = fixture_library(show), device_profiles(show)
    name = safe_name(show.name)
    data = read_bytes(show, Report(str(show))) if text is None else text.encode("utf-8", "surrogatepass")
    parts = [Part("show", name, data, "" if name == show.name else show.name)]
    patched = {entry.fixture for entry in opened.show.patch}
    spoken = {device.profile for device in opened.show.devices.values() if device.type != "sacn" and device.profile}
    for kind, library, names in _kinds(fixtures, patched, devices, spoken):
        for name in sorted(names & set(library.names)):
            file = library.file(name)
            parts.append(Part(kind, f"{name}.yaml", read_bytes(file, Report(str(file))), _origin(file, show)))
            if leads := _leads_out(file, show):
                notes.append(f"{file}: this is a link to {leads}; what is there now is in the bundle, as {name}.yaml")
    return [*parts, *_plan(opened.show.info.plan, show, notes)], notes


def _plan(plan: Plan | None, show: Path, notes: list[str]) -> list[Part]:
    """The picture of the room. One that is not there, or really lies outside the show's folder, stays out."""
    if plan is None:
        return []
    file = show.parent / plan.picture
    if leads := _leads_out(file, show):
        notes.append(f"{file}: this is a link to {leads}; it is not in the bundle, copy the picture itself there")
        return []
    try:
        if (size := file.stat().st_size) > LARGEST_PLAN:
            notes.append(f"{file}: it has {size >> 20} MB, so it is not in the bundle; make the picture smaller")
            return []
        return [Part("plan", plan.picture, file.read_bytes(), "beside the show")]
    except OSError as error:
        notes.append(f"{file}: the plan cannot be read ({error.strerror}), so it is not in the bundle")
        return []


def _kinds(
    fixtures: Library, patched: set[str], devices: Profiles, spoken: set[str]
) -> list[tuple[Kind, Library | Profiles, set[str]]]:
    return [("fixture profile", fixtures, patched), ("device profile", devices, spoken)]


def _origin(file: Path, show: Path) -> str:
    if file.is_relative_to(show.parent):
        return "beside the show"
    ships = any(file.is_relative_to(shipped(kind)) for kind in ("fixtures_library", "resources"))
    return "shipped with showctl" if ships else "the author's own"


def _leads_out(file: Path, show: Path) -> str:
    """Where a file beside the show really is, if that is not beside it; empty if it is."""
    real, beside = Path(os.path.realpath(file)), Path(os.path.realpath(show.parent))
    return str(real) if file.is_relative_to(show.parent) and not real.is_relative_to(beside) else ""
