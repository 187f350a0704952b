"""Imports and exports of the console, each in a process of its own, which can be ended at any time.

`python -m showctl.cli.console_work` reads one request, a JSON object, from standard input, and writes JSON objects, one
a line, to standard output: steps, and at the end what came of it. It writes no file but in the folder that the request
names for its drafts: what is ended leaves nothing behind.
"""

import base64
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from showctl.showfile.importer.imported import ImportedShow
    from showctl.showfile.importer.report import ImportReport
    from showctl.showfile.load import Loaded

Say = Callable[[dict[str, Any]], None]
STEPS = 3
_BESIDE = ("fixtures", "profiles")
"""Folders of profiles beside a show."""


def main() -> int:
    """Do what is asked for. Exit code 0, whatever comes of it; that is said."""
    out = sys.stdout
    sys.stdout = sys.stderr
    done = do(json.load(sys.stdin), lambda said: print(json.dumps(said), file=out, flush=True))
    print(json.dumps(done), file=out, flush=True)
    return 0


def do(asked: dict[str, Any], say: Say) -> dict[str, Any]:
    """What comes of a request: what `do` of it says, or `failed` with the reason in words."""
    from showctl.session.refusals import REFUSALS
    from showctl.showfile.archive import BadBundle
    from showctl.showfile.importer.report import NotImported

    try:
        return (_imported if asked["do"] == "import" else _exported)(asked, say)
    except (NotImported, BadBundle, *REFUSALS) as reason:
        return {"failed": str(reason)}


def _step(say: Say, at: int, what: str) -> None:
    say({"step": at, "of": STEPS, "what": what})


# Imports --------------------------------------------------------------------------------------------------------------


def _imported(asked: dict[str, Any], say: Say) -> dict[str, Any]:
    """`file`, `kind` (empty: as it looks), `partly`; `show` and its `text` to come into it, or `out`, a new show;
    `drafts`, a folder. Gives `piece` and `called`, or `text`; `profiles` to be written beside the show; `report`."""
    from showctl.fixtures.folders import fixture_library
    from showctl.fixtures.importer.workspace_profiles import WorkspaceProfiles
    from showctl.session.change import EditRefused
    from showctl.showfile.importer.files import import_file
    from showctl.showfile.importer.imported import Asked
    from showctl.showfile.importer.report import NotImported

    file, place = Path(asked["file"]), Path(asked.get("show") or asked["out"])
    _step(say, 1, "Reading the file")
    profiles = WorkspaceProfiles(fixture_library(place), file.parent)
    imported = import_file(file, asked.get("kind") or None, Asked(partly=asked["partly"], profiles=profiles))
    _step(say, 2, "Trying it in this show" if asked.get("show") else "Trying it as a show")
    tried = _tried(place, imported, Path(asked["drafts"]))
    try:
        into = asked.get("show")
        made = _piece(imported, asked["text"], tried, file) if into else {"text": _whole(imported, tried)}
    except (NotImported, EditRefused) as reason:
        return {"failed": str(reason), "report": _report(imported.report)}
    _step(say, 3, "Taking it over")
    return {**made, "profiles": dict(imported.profiles), "report": _report(imported.report)}


def _tried(place: Path, imported: "ImportedShow", drafts: Path) -> Path:
    """Under which name the show is tried: profiles that come with it are beside it there, nowhere else yet."""
    if not imported.profiles:
        return place
    for kind in _BESIDE:
        if (place.parent / kind).is_dir():
            shutil.copytree(place.parent / kind, drafts / kind, dirs_exist_ok=True)
    for name, text in imported.profiles.items():
        profile = drafts / _BESIDE[0] / f"{name}.yaml"
        profile.parent.mkdir(parents=True, exist_ok=True)
        if not profile.exists():
            profile.write_text(text, encoding="utf-8", newline="\n")
    return drafts / place.name


def _piece(imported: "ImportedShow", text: str, tried: Path, file: Path) -> dict[str, Any]:
    from showctl.session.edited import EditedShow
    from showctl.session.taking_in import take_in
    from showctl.showfile.load import load_text
    from showctl.showfile.report import Refused

    try:
        state: Loaded | Refused = load_text(text, str(tried))
    except Refused as refused:
        state = refused
    edit = take_in(EditedShow(state), imported, file.stem, file.name)
    return {"piece": edit.piece, "called": edit.called}


def _whole(imported: "ImportedShow", tried: Path) -> str:
    from showctl.program.opening import opened
    from showctl.showfile.importer.sift import sifted
    from showctl.showfile.load import load_text

    def load(text: str) -> object:
        return opened(lambda: load_text(text, str(tried)))

    return sifted(imported.draft, imported.report, load, imported.whole, imported.own)[0]


def _report(report: "ImportReport") -> dict[str, Any]:
    return {**report.as_dict(), "lines": report.lines()}


# Exports --------------------------------------------------------------------------------------------------------------


def _exported(asked: dict[str, Any], say: Say) -> dict[str, Any]:
    """`form`: csv, xlsx, ascii, bundle; `what` of a table, or empty; `show` and its `text`. Gives `data` in base 64,
    `said`, and what is not in it."""
    from showctl.showfile.load import load_text

    show, text, form = Path(asked["show"]), asked["text"], asked["form"]
    _step(say, 1, "Reading the show")
    if form == "bundle":
        return _bundle(show, text, say)
    loaded = _forgiving(lambda: load_text(text, str(show)))
    _step(say, 2, "Writing it")
    data, less, said = _ascii(show, text) if form == "ascii" else _table(loaded, form, asked["what"])
    _step(say, 3, "Saving it")
    return {"data": base64.b64encode(data).decode(), "said": said, "less": less}


def _forgiving(load: "Callable[[], Loaded]") -> "Loaded":
    """The show, with single cues that are wrong as they are written. Raises Refused for what is more than that."""
    from showctl.showfile.load import Loaded
    from showctl.showfile.report import Refused

    try:
        return load()
    except Refused as refused:
        if not isinstance(refused.rest, Loaded):
            raise
        return refused.rest


def _table(loaded: "Loaded", form: str, what: str) -> tuple[bytes, list[str], str]:
    from showctl.cli.exports import tables

    return tables(loaded, whole=form == "xlsx" and not what, what=what or "cues", book=form == "xlsx")


def _ascii(show: Path, text: str) -> tuple[bytes, list[str], str]:
    from showctl.cli.exports import ascii_file
    from showctl.program.opening import opened_to_play
    from showctl.showfile.load import load_text

    return ascii_file(opened_to_play(lambda: load_text(text, str(show))), "main")


def _bundle(show: Path, text: str, say: Say) -> dict[str, Any]:
    from showctl import __version__
    from showctl.program.bundle_parts import parts_of
    from showctl.showfile.bundle import bundled

    parts, notes = parts_of(show, text)
    _step(say, 2, "Packing it")
    data = bundled(parts, f"showctl {__version__}")
    _step(say, 3, "Saving it")
    said = f"the show with {len(parts) - 1} profiles, {max(1, len(data) // 1000)} kB"
    return {"data": base64.b64encode(data).decode(), "said": said, "less": notes}


if __name__ == "__main__":
    raise SystemExit(main())
