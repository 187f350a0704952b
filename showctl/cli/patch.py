"""`showctl patch`: the patch of a show in the terminal, and the patch of an MVR scene for a show."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.fixtures.importer.mvr import ImportedScene
    from showctl.fixtures.importer.mvr_patch import Merged
    from showctl.model.show import Show

PATCH_FILE = "patch.yaml"
"""What `--to` writes the patch into."""
PATCH_BEFORE = "patch.before.yaml"
"""What was in it before, comments and all."""


def add_patch(patch: argparse.ArgumentParser) -> None:
    """Give `showctl patch` its options."""
    patch.add_argument("words", metavar="SHOW | import SCENE.mvr", nargs="+", help="a show file, or import and a scene")
    patch.add_argument("--to", metavar="FOLDER", type=Path, help=f"import: write {PATCH_FILE} and fixtures/ into it")
    patch.add_argument(
        "--show", metavar="SHOW", type=show_file, help="import: what of the scene this show has already, by its uuid"
    )
    patch.add_argument("--json", action="store_true", help="one JSON object a line")


def run_patch(options: argparse.Namespace) -> int:
    words = options.words
    if words[0] == "import" and len(words) == 2:
        return _import(Path(words[1]), options)
    if len(words) != 1 or words[0] == "import":
        complain("showctl: write showctl patch SHOW, or showctl patch import SCENE.mvr")
        return UNREADABLE
    if options.to is not None or options.show is not None:
        complain("showctl: --to and --show belong to showctl patch import SCENE.mvr")
        return UNREADABLE
    from showctl.host.patch_words import patch_lines, patch_objects
    from showctl.program.patch_sheet import patch_sheet
    from showctl.session.unpacked import from_bundle

    sheet = patch_sheet(from_bundle(show_file(words[0])))
    for said in patch_objects(sheet) if options.json else patch_lines(sheet):
        print(json.dumps(said, ensure_ascii=False) if isinstance(said, dict) else said)
    if not options.json:
        for problem in sheet.problems:
            complain(str(problem))
    return REFUSED if sheet.problems else GOOD


def _import(file: Path, options: argparse.Namespace) -> int:
    from showctl.fixtures.importer import mvr
    from showctl.fixtures.importer.mvr_patch import merged, patch_text
    from showctl.fixtures.importer.report import NotImported

    try:
        scene = mvr.read(file.read_bytes(), str(file))
    except OSError as error:
        complain(f"showctl: {file} cannot be read: {error.strerror}")
        return UNREADABLE
    except NotImported as reason:
        complain(f"showctl: {file} is not imported: {reason}")
        return REFUSED
    before = _before(options)
    result = merged(scene, before.patch, before.groups) if before is not None else merged(scene, ())
    text = patch_text(result.entries, result.groups, result.vanished)
    if options.json:
        for entry in result.entries:
            print(json.dumps({"patch": "fixture", **entry.keys, "why": entry.why}, ensure_ascii=False, default=str))
    elif options.to is None:
        print(text, end="")
    if options.to is not None:
        try:
            _write(options.to, text, scene)
        except OSError as error:
            complain(f"showctl: {error.filename or options.to} cannot be written: {error.strerror}")
            return UNREADABLE
    _tell(scene, result, before is not None)
    return REFUSED if any(entry.why for entry in result.entries) else GOOD


def _before(options: argparse.Namespace) -> "Show | None":
    """What an earlier import made: the patch and groups of the show, or of the file in the folder."""
    from showctl.showfile.load import load, load_text
    from showctl.showfile.report import Unreadable

    if options.show is not None:
        return load(options.show).show
    kept = options.to / PATCH_FILE if options.to is not None else None
    if kept is None or not kept.exists():
        return None
    try:
        text = kept.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{kept}: {error}; move it away, or import into another folder") from None
    return load_text(f"showctl: 1\nshow: {{title: {PATCH_FILE}}}\n{text}", str(kept)).show


def _write(folder: Path, text: str, scene: "ImportedScene") -> None:
    from showctl.fixtures.folders import BESIDE
    from showctl.fixtures.written import written

    for profile in scene.profiles:
        path = folder / BESIDE / f"{profile.name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(profile.profile), encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    new, file = folder / f"{PATCH_FILE}.new", folder / PATCH_FILE
    new.write_text(text, encoding="utf-8")
    if file.exists():
        file.replace(folder / PATCH_BEFORE)
    new.replace(file)
    complain(f"{folder / PATCH_FILE} and {len(scene.profiles)} profiles under {folder / BESIDE} written")


def _tell(scene: "ImportedScene", result: "Merged", again: bool) -> None:
    """What was done, to standard error: the patch itself may go into a file."""
    if again:
        for what, names in (
            ("new", result.added),
            ("changed", result.changed),
            ("in the scene no more, and left as they are", result.vanished),
        ):
            complain(f"{what}: {', '.join(names) or 'none'}")
    for heading, notes in (("chosen by rule", scene.report.chosen), ("not supported", scene.report.unsupported)):
        if notes:
            complain(f"{heading}:")
            for note in notes:
                complain(f"  {note}")
