"""Two patches compared fixture by fixture: which line a fixture stands in, and how ranges are cut, does not count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showctl.model.patch import PatchEntry
from showctl.model.selection import expand
from showctl.showfile.change import Change
from showctl.showfile.entry import Entry
from showctl.showfile.item import Item
from showctl.showfile.look_difference import fixture_words
from showctl.showfile.meaning import Meaning
from showctl.showfile.value_words import value_words
from showctl.showfile.who_is_who import Matched, alike

Places = Mapping[str, str]
"""Where each fixture is patched, in words, `next` worked out; empty if that is not known."""


@dataclass(frozen=True, slots=True)
class _Fixture:
    line: Entry
    fields: dict[str, str]
    """In words, by key of the patch."""


def patch_changes(matched: Matched, before: Places, after: Places) -> Iterator[Change]:
    """Fixtures that came, went, or changed; those of one line that changed alike are said together."""
    same = {a for a, b in matched.in_b.items() if a.item == b.item and alike(a, b) and not (after and _floats(a))}
    old = _fixtures([a for a in matched.a if a not in same], before)
    new = _fixtures([b for b in matched.b if matched.in_a.get(b) not in same], after)
    together: dict[Any, list[str]] = {}
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        if one is None or other is None or one.fields != other.fields:
            fields = one.fields if one else {}, other.fields if other else {}
            told = tuple((key, *_both(key, *fields)) for key in _changed(*fields))
            alike_ = (one and one.line, other and other.line, told if one and other else ())
            together.setdefault(alike_, []).append(name)
    for (line, other_line, told), names in together.items():
        item = Item("fixture", fixture_words(names))
        was, now = ([those[name] for name in (names[0], names[-1]) if name in those] for those in (old, new))
        if line is None:
            yield Change("added", item, (), "", _whole(now))
        elif other_line is None:
            yield Change("removed", item, (), _whole(was), "")
        else:
            for key, one, other in told:
                values = (_span(was), _span(now)) if key == "at" else (one, other)
                yield Change("changed", item, (key,), *values)


def _floats(line: Entry) -> bool:
    """Whether it is patched where there is room, which others decide."""
    at = line.node.get("at")
    return isinstance(at, str) and at.strip().startswith("next")


def _whole(ends: list[_Fixture]) -> str:
    """`generic/dimmer at 1.001 to 1.004`."""
    span = _span(ends)
    return ends[0].fields.get("fixture", "") + (f" at {span}" if span else "")


def _span(ends: list[_Fixture]) -> str:
    """The addresses of the first and of the last of some fixtures."""
    places = [each.fields.get("at", "") for each in ends]
    return places[0] if len(set(places)) == 1 else f"{places[0]} to {places[-1]}"


def _changed(a: dict[str, str], b: dict[str, str]) -> list[str]:
    return [key for key in dict.fromkeys((*a, *b)) if a.get(key, "") != b.get(key, "")]


def _both(key: str, a: dict[str, str], b: dict[str, str]) -> tuple[str, str]:
    """Both values; of addresses, which are others for each fixture, only that there are any."""
    one, other = a.get(key, ""), b.get(key, "")
    return (one and "at", other and "at") if key == "at" else (one, other)


def _fixtures(lines: list[Entry], places: Places) -> dict[str, _Fixture]:
    found: dict[str, _Fixture] = {}
    for line in lines:
        meaning = Meaning("fixture", line.item.name, line.node)
        said = {key: value for key, value in meaning.said.items() if key != "id"}
        try:
            names = expand(line.item.name)
        except ValueError:
            names = (line.item.name,)
        model = meaning.exact[0] if isinstance(meaning.exact, tuple) else None
        points = model.positions(len(names)) if isinstance(model, PatchEntry) else ()
        for index, name in enumerate(names):
            fields = {key: value_words((key,), value) for key, value in said.items()}
            if "at" in fields:
                fields["at"] = places.get(name) or _nth(fields["at"], index)
            if points and points[index] is not None:
                fields["position"] = value_words(("position",), list(points[index] or ()))
            found.setdefault(name, _Fixture(line, fields))
    return found


def _nth(place: str, index: int) -> str:
    """The place of a fixture of a range where it is not known how many slots each takes."""
    return place if index == 0 or place.startswith("next") else f"{place} + {index}"
