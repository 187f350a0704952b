"""Two looks compared by fixture and parameter: how selections are written does not count."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from showctl.model.palette import ALL
from showctl.model.selection import expand, ranges
from showctl.showfile.difference import Difference, Field
from showctl.showfile.rig_reference import selections
from showctl.showfile.tree import Mapping as Tree
from showctl.showfile.value_words import value_words

_MOST_SAID = 8
"""Pieces of a list of fixtures; what is longer is counted."""
_DEEPEST = 100
"""Groups inside each other."""
Cells = dict[tuple[str, str], str]
"""What a look says, in words, by fixture and parameter."""


class Groups:
    """Which fixtures each selection of a show means, in order."""

    def __init__(self, root: Tree) -> None:
        self._root = root
        self._known: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        groups = self._root.get("groups")
        return {name.strip(): selections(value) for name, value in groups.items()} if isinstance(groups, Tree) else {}

    def fixtures(self, selection: str) -> tuple[str, ...]:
        """The fixtures of a selection, each once; of what makes no sense the selection itself."""
        known = self._known.get(selection)
        if known is None:
            known = self._known[selection] = tuple(dict.fromkeys(self._expanded(selection, 0)))
        return known

    def _expanded(self, selection: str, depth: int) -> Iterator[str]:
        try:
            names = expand(selection)
        except ValueError:
            names = (selection,)
        for name in names:
            if name in self._groups and depth < _DEEPEST:
                for inner in self._groups[name]:
                    yield from self._expanded(inner, depth + 1)
            else:
                yield name


class LookDifference:
    """Compares looks of two shows, each with its own groups."""

    def __init__(self, groups: Groups, others: Groups) -> None:
        self._groups = groups, others
        self._said: dict[tuple[str, Any], str] = {}
        """The words of values: a show says the same in many places."""

    def __call__(self, field: Field, a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[Difference]:
        """Fixtures that go from one value of a parameter to another together are said together."""
        before, after = self._cells(a, self._groups[0]), self._cells(b, self._groups[1])
        found: dict[tuple[str, str, str], list[str]] = {}
        for fixture, parameter in dict.fromkeys((*before, *after)):
            values = before.get((fixture, parameter), ""), after.get((fixture, parameter), "")
            if values[0] != values[1]:
                found.setdefault((parameter, *values), []).append(fixture)
        for (parameter, one, other), fixtures in found.items():
            yield Difference((*field, f"{self._name(fixtures, a, b)} {parameter}".strip()), one, other)

    def _cells(self, look: Mapping[str, Any], groups: Groups) -> Cells:
        """What a look says of each parameter of each fixture; where two lines speak of one, the later one counts."""
        found: Cells = {}
        for selection, entry in look.items():
            fixtures = groups.fixtures(selection)
            for parameter, value in (entry if isinstance(entry, dict) else {"intensity": entry}).items():
                words = self._words(parameter, value)
                if ".." in words and len(fixtures) > 1:  # a fan: what each gets depends on all of them
                    words += f" over {fixture_words(fixtures)}"
                for fixture in fixtures:
                    found[fixture, parameter] = words
        return found

    def _words(self, parameter: str, value: Any) -> str:
        if not isinstance(value, str):
            return _words(parameter, value)
        known = self._said.get((parameter, value))
        if known is None:
            known = self._said[parameter, value] = _words(parameter, value)
        return known

    def _name(self, fixtures: list[str], a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
        """What people call these fixtures: as one of the looks does, else as ranges."""
        wanted = set(fixtures)
        for look, groups in zip((b, a), reversed(self._groups), strict=True):
            for selection in look:
                if set(groups.fixtures(selection)) == wanted:
                    return "all fixtures" if selection == ALL else selection
        return fixture_words(fixtures)


def fixture_words(fixtures: Iterable[str]) -> str:
    """`front1..front4, front7`; of a long list how many there are more."""
    pieces = ranges(fixtures).split(", ")
    more = len(pieces) - _MOST_SAID
    return ", ".join(pieces[:_MOST_SAID]) + (f" and {more} more" if more > 0 else "")


def _words(parameter: str, value: Any) -> str:
    words = value_words((parameter,), value)
    number = words.replace(".", "", 1).isdigit()
    return f"{words}%" if parameter == "intensity" and number else words
