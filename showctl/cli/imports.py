"""`showctl import`: cue lists, patches and plans of other programs and of spreadsheets become a show file."""

import argparse
import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, UNREADABLE, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.session.edit_import import Import
    from showctl.session.show_lock import Who
    from showctl.showfile.importer.imported import ImportedShow
    from showctl.showfile.importer.profiles import Profiles
    from showctl.showfile.importer.report import ImportReport

_ABOUT = """\
a file of another program becomes a show file: USITT ASCII (Eos and others), cue lists of Eos and QLab in CSV,
Linux Show Player (.lsp), QLC+ (.qxw), and spreadsheets of cues, patch, plans and all other parts of a show
(.csv, .tsv, .xlsx). What comes over is counted; what does not is listed, item by item, with its place in the file and
what to do about it.
See docs/import-shows.md."""
_BESIDE = "fixtures"
"""The folder of profiles beside a show (fixtures/folders.py)."""
_KINDS = ("ascii", "eos-csv", "qlab-csv", "csv", "lsp", "qxw")


def add_import_show(sub: argparse.ArgumentParser) -> None:
    """Give `showctl import` its options."""
    sub.description = _ABOUT
    sub.add_argument("file", metavar="FILE", type=Path)
    sub.add_argument("--as", dest="kind", choices=_KINDS, help="what the file is; else what it shows")
    sub.add_argument("--out", metavar="NEW.yaml", type=Path, help="write a new show file; it is never overwritten")
    sub.add_argument("--into", metavar="SHOW", type=show_file, help="put it into this show; what it has already stays")
    sub.add_argument("--map", metavar="FILE", type=Path, help="of a spreadsheet: which column means what")
    sub.add_argument(
        "--list", metavar="NAME", default="", help="the list for the cues; else the main list, or one named as the file"
    )
    sub.add_argument(
        "--partly", action="store_true", help="of a spreadsheet: leave rows with mistakes out, import the rest"
    )
    sub.add_argument("--json", action="store_true", help="the report as one JSON object")


def run_import_show(options: argparse.Namespace) -> int:
    from showctl.showfile.importer.files import import_file
    from showctl.showfile.importer.imported import Asked
    from showctl.showfile.importer.report import NotImported

    if options.out is not None and options.into is not None:
        complain("showctl: --out writes a new show, --into changes one; give one of them")
        return UNREADABLE
    mapping = ""
    try:
        if options.map is not None:
            mapping = options.map.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"showctl: {options.map} cannot be read: {getattr(error, 'strerror', None) or error}")
        return UNREADABLE
    own_list = options.list if options.into is None else ""
    asked = Asked(own_list, mapping, str(options.map or ""), options.partly, _profiles(options))
    try:
        imported = import_file(options.file, options.kind, asked)
    except NotImported as reason:
        return _not_imported(options, reason)
    return _out(options, imported) if options.into is None else _into(options, imported)


def _out(options: argparse.Namespace, imported: "ImportedShow") -> int:
    """A new show file, or only the report."""
    from showctl.showfile.importer.report import NotImported
    from showctl.showfile.importer.sift import sifted

    try:
        with _tried(options, imported.profiles) as name:
            whole, own = imported.whole, imported.own
            text, _ = sifted(imported.draft, imported.report, lambda text: _opened(text, name), whole, own)
    except NotImported as reason:
        _say(imported.report, options)
        return _not_imported(options, reason)
    if options.out is not None and (code := _all_written(options.out, text, imported.profiles)) != GOOD:
        return code
    _say(imported.report, options, sorted(imported.profiles))
    if options.out is None and not options.json:
        complain("nothing is written: this is what it would come to; add --out NEW.yaml, or --into SHOW")
    return GOOD


def _into(options: argparse.Namespace, imported: "ImportedShow") -> int:
    """One edit of the show, saved as every other; by the session that has it open, if one has."""
    from showctl.session.change import EditRefused
    from showctl.session.document import Document
    from showctl.session.edited import EditedShow
    from showctl.session.show_lock import holder
    from showctl.session.taking_in import take_in
    from showctl.session.unpacked import is_bundle, unbundle_first
    from showctl.showfile.importer.report import NotImported

    show: Path = options.into
    if is_bundle(show):
        return _not_imported(options, unbundle_first(show))
    called = options.list or options.file.stem, options.file.name
    with Document.open(show, "showctl import") as document:
        if document.recovery is not None:
            complain(f"showctl: {show} has edits that were never saved; look at them first: showctl recover {show}")
            return REFUSED
        who = holder(show) if document.read_only else None
        if document.read_only and (who is None or not who.port):
            return _not_imported(options, document.read_only)
        if (code := _beside(show, imported.profiles)) != GOOD:
            return code
        try:
            edit = take_in(EditedShow(document.state) if who is not None else document, imported, *called)
        except (NotImported, EditRefused) as reason:
            _say(imported.report, options)
            return _not_imported(options, reason)
        if who is None:
            saved = document.save_now()
            notes = saved.notes if saved is not None else ()
        elif refusal := _through(who, edit):
            return _not_imported(options, refusal)
        else:
            notes = (f"done and saved by {who}, where it can be undone",)
    _say(imported.report, options, sorted(imported.profiles))
    for note in notes:
        complain(note)
    return GOOD


def _through(who: "Who", edit: "Import") -> str:
    """Have the session that has the show open make the edit, and save. Why it did not; empty if it did."""
    from showctl.session.edit_client import NoSession, edit_through
    from showctl.session.edit_message import NotMade

    try:
        answer = edit_through(who, edit, program="showctl import", save=True)
    except NoSession as reason:
        return str(reason)
    return answer.reason if isinstance(answer, NotMade) else ""


def _profiles(options: argparse.Namespace) -> "Profiles":
    from showctl.fixtures.folders import fixture_library
    from showctl.fixtures.importer.workspace_profiles import WorkspaceProfiles

    return WorkspaceProfiles(fixture_library(options.into or options.out), options.file.parent)


@contextmanager
def _tried(options: argparse.Namespace, profiles: Mapping[str, str]) -> Iterator[str]:
    """The name under which the show is checked. Profiles that come with it are beside it there, nowhere else yet."""
    if not profiles:
        yield str(options.out or options.file.with_suffix(".yaml"))
        return
    with TemporaryDirectory(prefix="showctl-import-") as folder:
        for name, text in profiles.items():
            _put(Path(folder) / _BESIDE / f"{name}.yaml", text)
        yield str(Path(folder) / "new.yaml")


def _opened(text: str, name: str) -> object:
    """The show as `showctl check` sees it. Raises Refused."""
    from showctl.program.opening import opened
    from showctl.showfile.load import load_text

    return opened(lambda: load_text(text, name))


def _not_imported(options: argparse.Namespace, reason: object) -> int:
    from showctl.showfile.importer.report import Mistaken

    how = " with --partly" if isinstance(reason, Mistaken) else ""
    complain(f"showctl: {options.file} is not imported: {reason}{how}")
    return REFUSED


def _all_written(path: Path, text: str, profiles: Mapping[str, str]) -> int:
    """The show, and its profiles beside it."""
    code = _written(path, text)
    return code if code != GOOD else _beside(path, profiles)


def _beside(path: Path, profiles: Mapping[str, str]) -> int:
    """Write profiles beside a show. One that is there already is used as it is."""
    for name, profile in profiles.items():
        place = path.parent / _BESIDE / f"{name}.yaml"
        try:
            _put(place, profile)
        except FileExistsError:
            if place.read_bytes() != profile.encode():
                complain(f"showctl: {place} is there already and is left as it is; see whether it fits")
        except OSError as error:
            complain(f"showctl: {place} cannot be written: {error.strerror}")
            return UNREADABLE
    return GOOD


def _put(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _written(path: Path, text: str) -> int:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        complain(f"showctl: {path} is there already and is left as it is; choose another name")
        return REFUSED
    except OSError as error:
        complain(f"showctl: {path} cannot be written: {error.strerror}")
        return UNREADABLE
    return GOOD


def _say(report: "ImportReport", options: argparse.Namespace, profiles: Sequence[str] = ()) -> None:
    """`profiles`: the names of those that the show has beside it."""
    out: Path | None = options.out or options.into
    if options.json:
        said = report.as_dict() | {"out": out and str(out), "profiles": list(profiles)}
        print(json.dumps(said, ensure_ascii=False))
        return
    print(f"{report.file}:")
    for line in report.lines():
        print(f"  {line}")
    if out is not None and not report.mistakes:
        for name in profiles:
            print(f"{out.parent / _BESIDE / name}.yaml is beside it")
        print(f"{out} written; look it over with: showctl check {shlex.quote(str(out))}")
