"""`showctl copy`: cues, lists, patch, palettes and plans of another show put into this one."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from showctl.fixtures.library import Library
    from showctl.showfile.device_profile import Profiles
    from showctl.showfile.load import Loaded
    from showctl.showfile.parts import Taken
    from showctl.showfile.parts_renamed import Renaming

_KEYS = {
    "--patch": "patch",
    "--groups": "groups",
    "--palettes": "palettes",
    "--devices": "devices",
    "--masters": "masters",
    "--segments": "run of show",
    "--people": "people",
    "--suppliers": "suppliers",
    "--guests": "guests",
    "--logistics": "logistics",
    "--budget": "budget",
}
"""By option the key of the file all of which it takes."""
_ABOUT = """\
puts parts of another show into this one, with what they need: cues bring the fixtures, groups, palettes, devices and
masters that they name, and the profiles of these; a plan brings its people and suppliers. What both shows have alike is
shared. Nothing is written if anything clashes, or if the result would not be right. See docs/compare-and-merge.md."""


def add_copy(copy: argparse.ArgumentParser) -> None:
    """Give `showctl copy` its options."""
    copy.description = _ABOUT
    copy.add_argument("other", metavar="OTHER", type=show_file, help="the show that has them, or its bundle")
    copy.add_argument("--into", metavar="SHOW", type=show_file, required=True, help="the show that gets them")
    copy.add_argument("--cues", metavar="10..20,30", default="", help="these cues, from one to another in their list")
    copy.add_argument(
        "--list", metavar="NAME", action="append", default=[], help="a whole cue list beside the main one"
    )
    for option, key in _KEYS.items():
        copy.add_argument(option, dest="keys", action="append_const", const=key, help=f"all under '{key}'")
    copy.add_argument("--profiles", action="store_true", help="all fixture and device profiles beside that show")
    copy.add_argument("--renumber", metavar="N", type=int, help="the cues get numbers from this one on")
    copy.add_argument(
        "--rename",
        metavar='"KIND NAME to NEW"',
        action="append",
        default=[],
        help="something gets another name here, or a cue another number: --rename 'device desk to foh'",
    )
    copy.add_argument("--after", metavar="CUE", default="", help="put the cues after this one of SHOW; else at the end")
    copy.add_argument("--to-list", metavar="NAME", default="main", help="put the cues into this list of SHOW")
    copy.add_argument("--keep", action="store_true", help="where both have a thing, not the same, use that of SHOW")
    copy.add_argument("--dry-run", action="store_true", help="say what it would come to, and write nothing")
    copy.add_argument("--json", action="store_true", help="one JSON object")


def run_copy(options: argparse.Namespace) -> int:
    from showctl.session.change import EditRefused
    from showctl.session.saving import save_show
    from showctl.session.show_lock import ShowLock
    from showctl.session.unpacked import from_bundle, is_bundle, unbundle_first
    from showctl.showfile.load import load
    from showctl.showfile.parts import NoSuchPart, Wanted, take
    from showctl.showfile.splice import bytes_of

    cues = tuple(part.strip() for part in options.cues.split(",") if part.strip())
    if not (cues or options.list or options.keys or options.profiles):
        complain("showctl: it is not said what to take; write for example --cues 10..20, or --palettes")
        return UNREADABLE
    lists, keys = tuple(options.list), tuple(options.keys or ())
    try:
        renamed = tuple(_renaming(text) for text in options.rename)
    except EditRefused as refused:
        complain(f"showctl: --rename: {refused}")
        return UNREADABLE
    wanted = Wanted(cues, lists, keys, options.renumber, options.after, options.to_list, options.keep, renamed)
    if is_bundle(options.into):
        complain(f"showctl: {unbundle_first(options.into)}")
        return REFUSED
    options.other = from_bundle(options.other)
    other = load(options.other)
    with ShowLock.take(options.into, "showctl copy"):
        into = load(options.into)
        try:
            taken = take(other, into, wanted)
        except NoSuchPart as reason:
            complain(f"showctl: {options.other}: {reason}")
            return REFUSED
        if taken.clashes:
            complain(f"{options.into}: nothing is taken over, for this clashes:")
            for clash in taken.clashes:
                complain(f"  {clash}")
            return REFUSED
        profiles = dict(_profiles(options, taken))
        made = _put(profiles, options.into)
        try:
            _examined(taken.loaded, into)
            if not options.dry_run and taken.loaded is not into:
                saved = save_show(options.into, bytes_of(taken.loaded.root), expected=into.digest)
                for note in saved.notes:
                    complain(note)
                made = []
            elif not options.dry_run:
                made = []
        finally:
            for file in made:
                file.unlink()
    _say(taken, sorted(profiles), options)
    return GOOD


def _renaming(text: str) -> "Renaming":
    """What something is called, and what it is to be called. Raises EditRefused."""
    from showctl.session.change import EditRefused
    from showctl.session.edit import Rename
    from showctl.session.edit_words import parse

    edit = parse(f"rename {text}")
    if not isinstance(edit, Rename):
        raise EditRefused(f"'{text}' is no renaming; write for example 'device desk to foh'")
    return edit.item, edit.to.strip()


def _examined(loaded: "Loaded", before: "Loaded") -> None:
    """Raises Refused with what is wrong now and was not: two fixtures at one address, say."""
    from showctl.program.opening import opened
    from showctl.showfile.report import Refused

    try:
        opened(lambda: loaded)
    except Refused as refused:
        try:
            opened(lambda: before)
        except Refused as known:
            old = {problem.what for problem in known.problems}
            if all(problem.what in old for problem in refused.problems):
                return
        raise


def _profiles(options: argparse.Namespace, taken: "Taken") -> "Iterator[tuple[str, Path]]":
    """Where each profile goes below the folder of the show, and the file that it is: all that the other show has beside
    it, or those that what was taken over needs and this show does not find.
    """
    from showctl.fixtures.folders import BESIDE, fixture_library
    from showctl.showfile.device_profile import FOLDER, device_profiles

    show = taken.loaded.show
    used = {BESIDE: {entry.fixture for entry in show.patch}}
    used[FOLDER] = {name for device in show.devices.values() if (name := getattr(device, "profile", None))}
    shows = options.other, options.into
    fixtures, devices = [fixture_library(each) for each in shows], [device_profiles(each) for each in shows]
    both: list[tuple[str, list[Library | Profiles]]] = [(BESIDE, [*fixtures]), (FOLDER, [*devices])]
    for folder, (there, here) in both:
        beside = options.other.parent / folder
        for name in there.names:
            wanted = options.profiles or (name in used[folder] and name not in here.names)
            if wanted and there.file(name).is_relative_to(beside):
                yield f"{folder}/{name}.yaml", there.file(name)


def _put(profiles: dict[str, Path], into: Path) -> list[Path]:
    """Copy profiles; one that is there already is left as it is. Returns those that are new."""
    made: list[Path] = []
    for name, file in profiles.items():
        place = into.parent / name
        data = file.read_bytes()
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as new:
                new.write(data)
            made.append(place)
        except FileExistsError:
            if place.read_bytes() != data:
                complain(f"showctl: {place} is there already and is left as it is; see whether it fits")
    return made


def _say(taken: "Taken", profiles: list[str], options: argparse.Namespace) -> None:
    if options.json:
        said = {
            "added": [str(item) for item in taken.added],
            "shared": [str(item) for item in taken.shared],
            "kept": [str(item) for item in taken.kept],
            "notes": taken.notes,
            "profiles": profiles,
            "written": not options.dry_run,
        }
        print(json.dumps(said, ensure_ascii=False))
        return
    for words, items in (("taken over", taken.added), ("shared", taken.shared), ("as this show has it", taken.kept)):
        for item in items:
            print(f"{words}: {item}")
    for name in profiles:
        print(f"profile: {name}")
    for note in taken.notes:
        print(f"note: {note}")
    if options.dry_run:
        complain("nothing is written: this is what it would come to")
