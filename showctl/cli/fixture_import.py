"""`showctl fixtures import`: definitions of other programs become profiles in a folder, with a report for each file."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain

if TYPE_CHECKING:
    from showctl.fixtures.importer.report import Imported, ImportedProfile

_ABOUT = """\
fixture definitions of other programs become profiles: Open Fixture Library (.json), QLC+ (.qxf), GDTF (.gdtf), and the
GDTF files in a scene (.mvr; its patch: showctl patch import SCENE.mvr). They are written to your own fixtures, for all
shows, or to the folder after --to (`fixtures` beside a show: for that show alone). Each file's report says what was
chosen by rule and what had no place. See docs/import-fixtures.md."""


def add_import(add: Callable[..., argparse.ArgumentParser]) -> None:
    """`add`: makes a subcommand of `showctl fixtures` from its name, what it runs and what is said about it."""
    sub = add("import", import_fixtures, "make profiles of fixture files of other programs, with a report for each")
    sub.description = _ABOUT
    sub.add_argument("files", metavar="FILE", type=Path, nargs="+")
    sub.add_argument("--to", metavar="FOLDER", type=Path, help="else your own fixtures, for all shows")
    sub.add_argument("--replace", action="store_true", help="write over profiles that are there already")
    sub.add_argument("--dry-run", action="store_true", help="only the reports; nothing is written")
    sub.add_argument("--json", action="store_true", help="one JSON object a line and file")


def import_fixtures(options: argparse.Namespace) -> int:
    from showctl.fixtures.folders import own_folder
    from showctl.fixtures.importer.files import import_file
    from showctl.fixtures.importer.report import NotImported

    folder: Path = own_folder() if options.to is None else options.to
    code = GOOD
    taken: dict[str, Path] = {}
    for file in options.files:
        try:
            imported = import_file(file, options.files)
        except NotImported as problem:
            code = max(code, REFUSED)
            _say_failed(file, str(problem), options.json)
            continue
        written = {}
        for each in imported.profiles:
            place = folder / f"{each.name}.yaml"
            done = _written(each, place, taken.setdefault(each.name, file) != file, options)
            written[each.name] = str(place) if done == GOOD else None
            code = max(code, done)
        _say(file, imported, written, options)
        code = max(code, REFUSED if imported.failed else GOOD)
    return code


def _written(each: "ImportedProfile", place: Path, twice: bool, options: argparse.Namespace) -> int:
    """Write one profile; what is there and not ours to replace stays. The exit code that follows."""
    from showctl.fixtures.written import written

    if twice:
        complain(f"showctl: two of these files are {each.name}; import the second into another folder with --to")
        return REFUSED
    if options.dry_run:
        return GOOD
    text = written(each.profile)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists() and not options.replace:
            if place.read_bytes() == text.encode():
                return GOOD
            complain(f"showctl: {place} is there already and is left as it is; add --replace to write over it")
            return REFUSED
        place.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        complain(f"showctl: {place} cannot be written: {error.strerror}")
        return UNREADABLE
    return GOOD


def _say_failed(file: Path, problem: str, as_json: bool) -> None:
    if as_json:
        what, _, remedy = problem.rpartition("; ") if "; " in problem else (problem, "", "")
        print(json.dumps({"file": str(file), "imported": [], "what": what, "remedy": remedy}, ensure_ascii=False))
    else:
        print(f"{file}: not imported: {problem}")


def _say(file: Path, imported: "Imported", written: dict[str, str | None], options: argparse.Namespace) -> None:
    from showctl.fixtures.importer.report import grouped

    report = imported.report
    if options.json:
        print(
            json.dumps(
                {
                    "file": str(file),
                    "imported": [{**_summary(each), "written": written[each.name]} for each in imported.profiles],
                    "chosen by rule": [{"where": n.where, "what": n.what} for n in report.chosen],
                    "not supported": [{"where": n.where, "what": n.what} for n in report.unsupported],
                    **({"not imported": list(imported.failed)} if imported.failed else {}),
                },
                ensure_ascii=False,
            )
        )
        return
    for each in imported.profiles:
        summary = _summary(each)
        place = "not written" if options.dry_run else written[each.name] or "not written"
        print(f"{file}: {each.name}, {summary['parameters']} parameters: {place}")
        print(f"  modes: {', '.join(f'{name} ({slots})' for name, slots in summary['modes'].items())}")
    for why in imported.failed:
        print(f"  not imported: {why}")
    for title, notes in (("chosen by rule", report.chosen), ("not supported", report.unsupported)):
        if notes:
            print(f"  {title}:")
            for line in grouped(notes):
                print(f"    {line}")


def _summary(each: "ImportedProfile") -> dict[str, Any]:
    from showctl.model.mode import blocks_of, parameter_of, slot_words

    modes = each.profile.modes
    return {
        "profile": each.name,
        "parameters": len({parameter_of(word) for mode in modes.values() for word in slot_words(mode)}),
        "modes": {name: sum(map(len, blocks_of(mode))) for name, mode in modes.items()},
    }
