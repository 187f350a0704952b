"""`showctl fixtures`: the fixture library in the terminal."""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from showctl.cli.fixture_import import add_import
from showctl.cli.subcommand import GOOD, REFUSED, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.fixtures.library import Library
    from showctl.model.fixture import FixtureProfile


def add_fixtures(fixtures: argparse.ArgumentParser, codes: str) -> None:
    """Give `showctl fixtures` its own subcommands."""
    below = fixtures.add_subparsers(
        title="what to do", metavar="list | search | show | import | check | schema", required=True
    )

    def add(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        raw = argparse.RawDescriptionHelpFormatter
        sub = below.add_parser(name, help=about, description=about, epilog=codes, formatter_class=raw)
        sub.set_defaults(run=run)
        return sub

    listing = add("list", list_fixtures, "the profiles by name, with their modes and the slots that each takes")
    listing.add_argument("words", metavar="WORDS", nargs="*", help="only names with all of these in them")
    search = add("search", search_fixtures, "profiles that have all words in name, maker, type, modes or ranges")
    search.add_argument("words", metavar="WORDS", nargs="+")
    show = add("show", show_fixture, "one profile: its modes slot by slot, and what its parameters do")
    show.add_argument("name", metavar="NAME", help="such as generic/led-par")
    show.add_argument("--mode", metavar="MODE", help="only this mode")
    show.add_argument("--yaml", action="store_true", help="as a profile file, to start one of your own from")
    for sub in (listing, search, show):
        sub.add_argument(
            "--for", dest="show", metavar="SHOW", type=show_file, help="with the profiles beside this show"
        )
        sub.add_argument("--json", action="store_true", help="one JSON object a line and profile")
    add_import(add)
    check = add("check", check_fixtures, "check profile files; every problem with its line, and what to write instead")
    check.add_argument("files", metavar="FILE", type=Path, nargs="+")
    add("schema", print_schema, "the JSON Schema of profile files, for editors")


def list_fixtures(options: argparse.Namespace) -> int:
    from showctl.fixtures.search import named

    library = _library(options)
    return _print_those(library, [name for name in library.names if named(name, options.words)], (), options.json)


def search_fixtures(options: argparse.Namespace) -> int:
    library = _library(options)
    return _print_those(library, library.names, options.words, options.json)


def _print_those(library: "Library", names: Sequence[str], words: Sequence[str], as_json: bool) -> int:
    """Those of the names whose profiles have all words; only of these names profiles are read."""
    from showctl.fixtures.described import one_line
    from showctl.fixtures.search import found, in_order
    from showctl.model.problem import Problems

    any_found = False
    for name in sorted(names, key=in_order):
        try:
            profile = library.get(name)
        except Problems as wrong:
            complain(f"showctl: {name} is left out: {wrong.problems[0].what}; {wrong.problems[0].remedy}")
            continue
        if found(name, profile, words):
            any_found = True
            print(_as_json(name, profile) if as_json else one_line(name, profile))
    if not any_found:
        complain("showctl: no profile has all of these words; use fewer, or import the fixture")
        return REFUSED
    return GOOD


def show_fixture(options: argparse.Namespace) -> int:
    from showctl.fixtures.described import described
    from showctl.fixtures.written import written
    from showctl.model.problem import Problems
    from showctl.showfile.suggest import suggestion

    try:
        profile = _library(options).get(options.name)
    except Problems as wrong:
        for problem in wrong.problems:
            complain(f"showctl: {problem.what}; {problem.remedy}")
        return REFUSED
    if options.mode is not None and options.mode not in profile.modes:
        remedy = suggestion(options.mode, profile.modes, f"write one of {', '.join(profile.modes)}")
        complain(f"showctl: '{options.name}' has no mode '{options.mode}'; {remedy}")
        return REFUSED
    if options.json:
        print(_as_json(options.name, profile))
    elif options.yaml:
        print(written(profile), end="")
    else:
        print("\n".join(described(options.name, profile, options.mode)))
    return GOOD


def check_fixtures(options: argparse.Namespace) -> int:
    from showctl.fixtures.library import checked_profile
    from showctl.showfile.report import Refused

    problems = 0
    for file in options.files:
        try:
            profile, questions = checked_profile(file)
        except Refused as refused:
            problems += len(refused.problems)
            print(refused)
            continue
        for question in questions:
            print(question)
        modes, asked = len(profile.modes), len(questions)
        more = f", {asked} question{'s' if asked != 1 else ''}" if asked else ""
        print(f"{file}: good; {modes} mode{'s' if modes != 1 else ''}{more}")
    return REFUSED if problems else GOOD


def print_schema(options: argparse.Namespace) -> int:
    from showctl.fixtures.schema import text

    print(text(), end="")
    return GOOD


def _library(options: argparse.Namespace) -> "Library":
    from showctl.fixtures.folders import fixture_library

    return fixture_library(options.show)


def _as_json(name: str, profile: "FixtureProfile") -> str:
    tree = profile.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude_none=True)
    return json.dumps({"profile": name, **tree}, ensure_ascii=False)
