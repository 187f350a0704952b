"""The lines of looks, with the palettes that they name, as parts of moves."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

import numpy as np

from showctl.model.colour import ColourFan, ColourSetting, Rgb, White
from showctl.model.look import FixtureLook
from showctl.model.palette import ALL
from showctl.model.problem import Path, Problem, Problems, Question
from showctl.model.setting import RELEASE, Setting, Word
from showctl.program.colour_name import named_colour
from showctl.program.look_line import LookLine
from showctl.program.moves import Part
from showctl.program.palette_for_all import wrong_for_all
from showctl.program.palette_table import Palette, PaletteTable
from showctl.program.selected import Selected, Selections

_T = TypeVar("_T")
_Said = TypeVar("_Said", bound=Problem)
_BY_NAME = (("palette", "mixed"), ("position", "position"), ("beam", "beam"))
"""Keys of a look under which palettes stand by name, and their kinds."""
_COMMAND = re.compile(
    r"(?:(?:at|@) *)?(?P<level>full|out|[0-9]{1,3} ?%?)"
    r"(?: +(?:at|in|over|time|sneak|t) *(?P<time>[0-9][0-9.:a-z]{0,8}))?",
    re.IGNORECASE,
)
"""A level as on a command line: `at 50`, `full at 5`, `50% time 3`."""


class Parts(NamedTuple):
    """What a line of a look moves, what counts more last; what is to be asked, and what is wrong with it and moves
    nothing, both with paths from the line.
    """

    parts: list[Part]
    questions: list[Question]
    problems: list[Problem]


def entry_key(entry: FixtureLook) -> tuple[object, ...]:
    """What makes two entries equal."""
    plain = (entry.palette, entry.position, entry.beam, entry.colour, entry.intensity, entry.time, entry.delay)
    return (*plain, *entry.parameters.items())


def _says_nothing(entry: FixtureLook) -> bool:
    said = (entry.palette, entry.position, entry.beam, entry.colour, entry.intensity)
    return not entry.parameters and all(each is None for each in said)


class EntryParts:
    """Makes them. `count` is how many parameters the patch has. With `whole` false palettes may have lost of whom they
    speak, so that it is no problem if they say nothing.
    """

    def __init__(self, selections: Selections, palettes: PaletteTable, count: int, whole: bool) -> None:
        self._selections, self._palettes, self._whole = selections, palettes, whole
        self._inside = np.zeros(count, np.bool_)
        self._by_fixture: dict[tuple[str, str], tuple[list[Part], list[Problem]]] = {}
        """Parts of palettes for the fixtures that they name, and what is wrong with these."""
        self._asked: list[Question] = []
        """What is to be asked of these, with paths from the top of the file."""
        self._wrong: dict[tuple[str, str], Problem | None] = {}
        """Palettes that are wrong, and what cues that name them say of it: nothing where it has been said."""

    def of(self, selection: str, entry: FixtureLook, path: Path) -> Parts:
        """The parts of a line, which stands at `path`."""
        line = self._line(selection, path, None)
        parts = self._parts(line, entry)
        return Parts(parts, [_from(path, each) for each in line.asked], [_from(path, each) for each in line.problems])

    def check_palettes(self, problems: list[Problem], playing: bool) -> list[Question]:
        """Look through all palettes. What is wrong is added to `problems`; by fixture it breaks the cues that name such
        a palette, if the show is to be played, and else is said of it alone. Gives back what is to be asked.
        """
        kinds = self._selections.kinds
        complete = self._selections.complete and self._palettes.complete
        for palette in self._palettes.all():
            known = (palette.kind, palette.name)
            if wrong := self._of_palette(palette)[1]:
                problems += wrong
                self._wrong[known] = wrong[0] if playing else None
            for problem in wrong_for_all(palette, kinds, complete, self._parts):
                problems.append(problem)
                if not playing:  # else the cues that name it say what of it their own fixtures cannot do
                    self._wrong.setdefault(known, None)
        return self._asked

    def _line(self, selection: str, path: Path, within: Palette | None) -> LookLine:
        """A line for those of its fixtures that there are; for the others it has a problem."""
        try:
            return LookLine(self._selections.of(selection, path), path, within, False)
        except Problems as wrong:
            line = LookLine(self._selections.there(selection), path, within, False)
            line.problems += wrong.problems
            return line

    def _parts(self, line: LookLine, entry: FixtureLook) -> list[Part]:
        if line.problems and not line.selected.names:
            return []
        if line.within is not None and not (entry.time is None and entry.delay is None):
            line.problems.append(Problem((*line.path, "time"), "a palette has no times", "write them in the cue"))
        for key, kind in _BY_NAME:
            setting: Setting | None = getattr(entry, key)
            if setting is not None:
                self._reference(line, key, kind, setting)
        if entry.colour is not None:
            self._colour(line, entry.colour)
        if entry.intensity is not None:
            word = entry.intensity if isinstance(entry.intensity, Word) else None
            palette = self._palettes.find("intensity", word) if word is not None else None
            if palette is not None:
                self._apply(line, "intensity", palette)
            elif word is None or line.has_ranges("intensity"):
                line.set("intensity", entry.intensity)
            else:
                self._no_level(line, word)
        for key, setting in entry.parameters.items():
            line.set(key, setting)
        if not line.for_all and _says_nothing(entry):
            what = f"nothing is said of '{line.path[-1]}', so that nothing happens to it"
            line.questions.append(Question(line.path, what, "write what it is to do, or remove it"))
        return line.parts(entry)

    def _no_level(self, line: LookLine, word: Word) -> None:
        """A word where a level stands, of which there is no palette: perhaps a level with more behind it."""
        path = (*line.path, "intensity")
        command = _COMMAND.fullmatch(word.text)
        if command is None:
            _trying(line, partial(self._palettes.get, "intensity", word, path))
            return
        level, time = command["level"], command["time"]
        timed = f", and {{intensity: {level}, time: {time}}} for a time of its own" if time else ""
        line.problems.append(Problem(path, f"'{word.text}' is not a level", f"write {level}{timed}"))

    def _reference(self, line: LookLine, key: str, kind: str, setting: Setting) -> None:
        """A palette, or release; where a parameter has the name of the key (the position of a curtain), that."""
        path = (*line.path, key)
        palette = self._palettes.find(kind, setting) if isinstance(setting, Word) else None
        if setting == RELEASE:
            line.release(None if key == "palette" else key)
        elif palette is not None:
            self._apply(line, key, palette)
        elif line.any_has(key):
            line.set(key, setting)
        elif isinstance(setting, Word):
            _trying(line, lambda: self._palettes.get(kind, setting, path))
        else:
            what = f"'{setting}' is no {kind} palette"
            line.problems.append(Problem(path, what, "write its name here, or the parameters themselves"))

    def _colour(self, line: LookLine, colour: ColourSetting) -> None:
        path = (*line.path, "colour")
        if isinstance(colour, Rgb | White):
            line.colour(colour)
        elif isinstance(colour, Word):
            # In a colour palette a name is that of a colour, even where a palette is called the same.
            named = named_colour(colour.text) if line.kind == "colour" else None
            found = named or _trying(line, lambda: self._palettes.colour(colour, path))
            if isinstance(found, Palette):
                self._apply(line, "colour", found)
            elif found is not None:
                line.colour(found)
        elif isinstance(colour, ColourFan):
            first, last = (_trying(line, partial(self._palettes.plain_colour, end, path)) for end in colour)
            if first is not None and last is not None:
                line.colour_fan(first, last)
        else:
            line.release("colour")

    def _apply(self, line: LookLine, key: str, palette: Palette) -> None:
        """What a palette says of the fixtures of the line; those of which it says nothing are asked about."""
        path = (*line.path, key)
        if line.within is not None and (line.kind or palette.kind == "mixed"):
            what = f"{palette} names itself" if palette == line.within else f"{palette} stands in another palette"
            line.problems.append(Problem(path, what, "write what it says; only mixed palettes may name others"))
            return
        if (palette.kind, palette.name) in self._wrong:
            wrong = self._wrong[palette.kind, palette.name]
            if wrong is not None:
                line.problems.append(Problem(path, f"{palette} is wrong: {wrong.what}", wrong.remedy))
        for_all = LookLine(line.selected, path, palette, True)
        parts = self._parts(for_all, palette.look[ALL]) if ALL in palette.look else []
        by_fixture, wrong_by_fixture = self._of_palette(palette)
        parts += self._only(by_fixture, line.selected)
        line.add(parts)
        known = (palette.kind, palette.name) in self._wrong
        found = for_all.problems or wrong_by_fixture
        if found and not known:
            line.problems.append(Problem(path, f"{palette}: {found[0].what}", found[0].remedy))
        line.questions += [Question(path, f"{palette}: {asked.what}", asked.remedy) for asked in for_all.asked]
        if self._whole and not found and not known:
            line.ask_of(palette, parts, key)

    def _of_palette(self, palette: Palette) -> tuple[list[Part], list[Problem]]:
        """What a palette says of the fixtures that it names, and what is wrong with it, from the top of the file."""
        known = (palette.kind, palette.name)
        if known not in self._by_fixture:
            problems: list[Problem] = []
            parts: list[Part] = []
            for selection, entry in palette.look.items():
                if selection != ALL:
                    line = self._line(selection, palette.path_of(selection), palette)
                    parts += self._parts(line, entry)
                    problems += line.problems
                    self._asked += line.asked
            self._by_fixture[known] = parts, problems
        return self._by_fixture[known]

    def _only(self, parts: list[Part], selected: Selected) -> list[Part]:
        """What of parts is about these fixtures."""
        self._inside[selected.rows] = True
        found = []
        for part in parts:
            inside = self._inside[part.parameters]
            if inside.any():
                found.append(part._replace(parameters=part.parameters[inside], targets=part.targets[inside]))
        self._inside[selected.rows] = False
        return found


def _from(path: Path, said: _Said) -> _Said:
    """The same, its path from there."""
    return replace(said, path=said.path[len(path) :])


def _trying(line: LookLine, get: Callable[[], _T]) -> _T | None:
    """What is got, or None with what is wrong added to the line."""
    try:
        return get()
    except Problems as wrong:
        line.problems += wrong.problems
        return None
