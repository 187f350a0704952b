"""Workspaces of QLC+ (.qxw), those of 4.x: fixtures, groups, scenes, chasers, sequences and collections.

The chaser of the first cue list of the virtual console is the main list, every other one a list of its own. Scenes and
collections that none of them plays are cues of a cart.
"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import Element

from showctl.model.unit import format_seconds
from showctl.showfile.importer import qxw_rest
from showctl.showfile.importer.draft import Draft, Entry
from showctl.showfile.importer.imported import Asked, ImportedShow
from showctl.showfile.importer.json_values import line
from showctl.showfile.importer.names import Names
from showctl.showfile.importer.qxw_cue import MAIN, Homes, Moment, cue_of
from showctl.showfile.importer.qxw_list import cues_of, tell_speeds
from showctl.showfile.importer.qxw_parts import Function, fixture_of, function_of, whole
from showctl.showfile.importer.qxw_patch import Rig, rig_of
from showctl.showfile.importer.qxw_play import RUNNING, Plays
from showctl.showfile.importer.report import ImportReport, NotImported
from showctl.showfile.importer.rig import add_rig
from showctl.showfile.importer.xml_tree import BadXml, xml_of

SCENES = "scenes"
"""The cart with what no chaser plays."""
_BPM = 120.0
"""Where the workspace counts beats and says no tempo."""
_MOST = {"Fixture": 4_000, "Function": 20_000, "Step": 100_000}
"""So many of each; larger than any real workspace."""


def read(data: bytes, file: str, asked: Asked) -> ImportedShow:
    """Import one workspace. Raises NotImported."""
    try:
        root = xml_of(data)
    except BadXml as bad:
        raise NotImported(str(bad)) from None
    engine = root.find("Engine")
    if root.tag != "Workspace" or engine is None:
        raise NotImported("it is no workspace of QLC+; save it again there")
    for tag, most in _MOST.items():
        if sum(1 for _ in engine.iter(tag)) > most:
            raise NotImported(f"it has more than {most} of <{tag}>; it is not read")
    report = ImportReport(file)
    rig = rig_of(map(fixture_of, engine.findall("Fixture")), asked.profiles, report)
    draft = Draft(show={"title": line(PurePath(file).stem) or "Imported workspace"}, patch=rig.entries)
    draft.groups = _groups(engine, rig)
    functions = _functions(engine, report)
    _lists(functions, _widgets(root, functions), rig, draft, asked.list or MAIN)
    report.carry("cues", sum(1 for _ in draft.walk()))
    add_rig(draft, sorted({int(str(entry["at"]).partition(".")[0]) for entry in rig.entries if "at" in entry}), report)
    qxw_rest.tell_functions(engine.findall("Function"), report)
    qxw_rest.tell_engine(engine, report)
    qxw_rest.tell_console(root, report)
    return ImportedShow(draft, report, profiles=rig.profiles)


def _functions(engine: Element, report: ImportReport) -> dict[int, Function]:
    beats = engine.find("InputOutputMap/BeatGenerator")
    bpm = float(whole(beats.get("BPM") if beats is not None else None, 0)) or _BPM
    found: dict[int, Function] = {}
    for element in engine.findall("Function"):
        function = function_of(element, 60 / bpm, report)
        if function.id < 0 or function.id in found:
            report.leave_out(function.where, "the function", "another has its number, or it has none")
        else:
            found[function.id] = function
    return found


def _widgets(root: Element, functions: Mapping[int, Function]) -> list[int]:
    """The chasers of the cue list widgets in their order; without any, the first chaser that waits for GO."""
    chasers = dict.fromkeys(whole(widget.findtext("Chaser")) for widget in root.iter("CueList"))
    found = [chaser for chaser in chasers if chaser in functions and functions[chaser].kind in RUNNING]
    waiting = (f.id for f in functions.values() if f.kind in RUNNING and f.modes[2] != "PerStep" and f.duration is None)
    return found or list(waiting)[:1]


def _lists(functions: Mapping[int, Function], widgets: list[int], rig: Rig, draft: Draft, main: str) -> None:
    """`widgets`: the chasers whose lists come first; the first of them is the main list."""
    numbers = dict.fromkeys([*widgets, *(each.id for each in functions.values() if each.kind in RUNNING)])
    running = [functions[number] for number in numbers]
    names: dict[int, str] = dict.fromkeys(widgets[:1], main)
    free = Names(MAIN, SCENES, main)
    for function in running:
        if function.id not in names:
            names[function.id] = free.new(function.name, f"chaser {function.id}")
    homes = Homes(rig, names, Plays(functions, rig.spend))
    if running:
        tell_speeds(rig.report)
    for function in running:
        cues = cues_of(function, homes, names[function.id])
        if names[function.id] == MAIN:
            draft.cues = cues
        else:
            draft.lists[names[function.id]] = {"label": function.name, "cues": cues}
    if cues := _unused(functions, homes):
        draft.lists[SCENES] = {"label": "Scenes that no chaser plays", "cart": "yes", "cues": cues}


def _unused(functions: Mapping[int, Function], homes: Homes) -> list[Entry]:
    """A cue for each scene and collection that nothing plays."""
    held = {step.function for each in functions.values() for step in each.steps if step.function != each.id}
    played = {function.bound for function in functions.values() if function.kind == "Sequence"}
    _reach([s.function for each in functions.values() if each.kind in RUNNING for s in each.steps], functions, played)
    cues: list[Entry] = []
    # Collections in circles hold one another: when the others have their cues, the first of a circle has one too.
    for function in sorted(functions.values(), key=lambda each: each.id in held):
        if function.kind in {"Scene", "Collection"} and function.id not in played:
            play = homes.plays.of(function.id)
            moment = Moment(function.name, function.where, play, play.fade_in, play.fade_out)
            cues.append(cue_of(moment, str(len(cues) + 1), homes, SCENES, None))
            if play.fade_out:
                why = "a cue of a cart keeps its light until another takes it"
                do = "write a release with that time"
                homes.rig.report.leave_out(function.where, f"its fade-out {format_seconds(play.fade_out)}", why, do)
            _reach([function.id], functions, played)
    return cues


def _reach(wanted: list[int], functions: Mapping[int, Function], played: set[int]) -> None:
    """Add these functions to what is played, and what is in them where they are collections."""
    while wanted:
        each = wanted.pop()
        if each not in played:
            played.add(each)
            if each in functions and functions[each].kind == "Collection":
                wanted += [step.function for step in functions[each].steps]


def _groups(engine: Element, rig: Rig) -> dict[str, Any]:
    groups: dict[str, Any] = {}
    for element in engine.findall("FixtureGroup"):
        title = line(element.findtext("Name"))
        where = f"Group {whole(element.get('ID'))} '{title}'"
        members: dict[str, None] = {}
        for head in element.findall("Head"):
            lamp, number = rig.lamps.get(whole(head.get("Fixture"))), whole(head.text)
            if lamp is None:
                rig.report.leave_out(where, "a fixture that is not there")
            elif lamp.known is None and 0 <= number < len(lamp.ids):
                members.setdefault(lamp.ids[number])
            else:
                members.setdefault(lamp.ids[0])
        if members:
            groups[rig.names.new(title, f"group {len(groups) + 1}")] = list(members)
            rig.report.carry("groups")
        else:
            rig.report.leave_out(where, "the group", "nothing is in it")
    return groups
