"""`showctl track`: what each light cue moves, and what tracks through it."""

import argparse
from typing import TYPE_CHECKING

from showctl.cli.subcommand import GOOD, REFUSED, complain
from showctl.shipped import show_file

if TYPE_CHECKING:
    from showctl.program.program import FixtureTable


def add_track(track: argparse.ArgumentParser) -> None:
    """Give `showctl track` its options."""
    track.add_argument("show", metavar="SHOW", type=show_file, help="show file")
    track.add_argument("--list", metavar="LIST", help="this list only; else all that move light")
    track.add_argument("--cue", metavar="CUE", help="this cue only; list/number for one of another list")
    track.add_argument("--fixture", metavar="NAMES", help="these only: a fixture, a group or a range")
    track.add_argument("--csv", action="store_true", help="a table: a row for each cue, a column for each parameter")


def run_track(options: argparse.Namespace) -> int:
    import numpy as np

    from showctl.fixtures.folders import fixture_library
    from showctl.host.track_words import LEGEND, track_csv, track_lines
    from showctl.host.unknown import cue_meant
    from showctl.model.cue import MAIN
    from showctl.model.selection import range_meant
    from showctl.program.broken import complaints
    from showctl.program.opening import open_to_play
    from showctl.program.parameter_sort import ParameterSorts
    from showctl.program.patch_table import patch_table
    from showctl.program.tracking_sheet import tracking_sheet
    from showctl.showfile.suggest import suggestion

    opened = open_to_play(options.show)
    for line in complaints(opened):
        complain(line)
    program, cue = opened.program, options.cue.removeprefix("main/") if options.cue else None
    chosen = options.list
    if cue is not None:
        if cue not in program.cues:
            near = cue_meant(program, cue) or "; write the number of a cue, or list/number for one of another list"
            complain(f"{options.show}: there is no cue '{cue}'{near}")
            return REFUSED
        chosen = program.cues[cue].list
    if chosen is not None and chosen not in opened.show.cue_lists:
        remedy = suggestion(chosen, opened.show.cue_lists, f"write {MAIN}, or a name under lists:")
        complain(f"{options.show}: there is no list '{chosen}'; {remedy}")
        return REFUSED
    only = _numbers(options.fixture, program.fixtures) if options.fixture is not None else None
    if only is not None and not only:
        known = (*program.fixtures.groups, *program.fixtures.names)
        meant = range_meant(options.fixture)
        otherwise = "write a fixture of the patch or a group"
        remedy = f"write {meant}" if meant else suggestion(options.fixture, known, otherwise)
        complain(f"{options.show}: there is no fixture or group '{options.fixture}'; {remedy}")
        return REFUSED
    table = patch_table(opened.show.patch, fixture_library(options.show), None, [])
    sorts = ParameterSorts(table.fixtures, len(table.parameters.default) // 4)
    wanted = np.isin(sorts.fixture, list(only)) if only is not None else None
    any_found = False
    for name in opened.show.cue_lists if chosen is None else (chosen,):
        found = list(tracking_sheet(opened.show, program, name, cue, wanted))
        any_found = any_found or bool(found)
        if found and options.csv:
            print(track_csv(found, sorts, only), end="")
        elif found:
            print(f"list {name}: {LEGEND}")
            for line in track_lines(found, sorts, only):
                print(line)
    if not any_found:
        what = f"cue {cue}" if cue is not None else f"list {chosen}" if chosen is not None else "no cue of it"
        complain(
            f"{options.show}: {what} moves {'' if what.startswith('no') else 'no '}light: there is nothing to track"
        )
    return GOOD


def _numbers(selection: str, fixtures: "FixtureTable") -> frozenset[int]:
    """Which fixtures a name, a group or a range of either stands for."""
    import numpy as np

    from showctl.model.selection import expand

    place = {name: number for number, name in enumerate(fixtures.names)}
    found: set[int] = set()
    try:
        names = expand(selection)
    except ValueError:
        return frozenset()
    for name in names:
        if name in fixtures.groups:
            found.update(np.frombuffer(fixtures.groups[name], "<i4").tolist())
        elif name in place:
            found.add(place[name])
    return frozenset(found)
