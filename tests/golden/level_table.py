"""Level tables, written by hand: a patch and cues, and where parameters are at instants while a real player and a real
mixer play them on a clock that is only a number.

A file has the patch and the cues of a show, a line `---`, and a table. Its first row names parameters, `front` for the
intensity of front and `spot.pan` for others. Each further row is an instant in seconds, what is commanded there (as in
the heads of golden shows; `.` for nothing; two commands have `+` between), and the levels in percent at that instant,
commands included. `~` is a level that does not matter. Lines that start with `#` say why.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from showctl.engine.command import AnyCommand
from showctl.engine.event import AnyEvent
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.program.opening import opened
from showctl.program.program import Program
from showctl.showfile.load import load_text
from tests.golden.scenario import command_of

FOLDER = Path(__file__).parent / "levels"
HEAD = "showctl: 1\nshow: {title: Levels}\ndevices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}\n"


class Row(NamedTuple):
    """A row of a table."""

    at: float
    commands: tuple[AnyCommand, ...]
    written: tuple[str, ...]
    """As the file has them."""
    line: str


def table_of(text: str) -> tuple[Program, list[str], list[Row]]:
    """The program of a file, the columns of its table, and its rows."""
    show, _, table = text.partition("\n---\n")
    whole = show if show.startswith("showctl:") else HEAD + show
    program = opened(lambda: load_text(whole)).program
    lines = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].split()[2:]
    return program, columns, [_row(line, len(columns)) for line in lines[1:]]


def _row(line: str, columns: int) -> Row:
    words = line.split()
    commanded = " ".join(words[1 : len(words) - columns])
    commands = () if commanded == "." else tuple(command_of(*each.split()) for each in commanded.split("+"))
    return Row(float(words[0]), commands, tuple(words[len(words) - columns :]), line)


def played(program: Program, columns: list[str], rows: list[Row]) -> list[list[float]]:
    """The levels of the columns in each row, in percent."""
    events: list[AnyEvent] = []
    mixer = mixer_for(program)
    playback = Playback(program, Player(program), mixer, {}, events.append)
    places = [_parameter(program, column) for column in columns]
    found = []
    for row in rows:
        while (due := playback.next_deadline()) is not None and due <= row.at:
            playback.advance(due)
        for command in row.commands:
            playback.handle(command, row.at)
            playback.advance(row.at)
        mixer.levels(row.at)
        found.append((mixer.values[places] * 100).tolist())
    return found


def _parameter(program: Program, column: str) -> int:
    fixture, _, name = column.partition(".")
    table = program.fixtures
    number = table.names.index(fixture)
    layout = table.layouts[np.frombuffer(table.layout, "<i4")[number]]
    return int(np.frombuffer(table.first, "<i4")[number]) + layout.names.index(name or "intensity")
