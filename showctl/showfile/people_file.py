"""People, suppliers and guests in a file beside the show, `gala.people.yaml` beside `gala.yaml`: who is sent the show
is not sent that file.

It is read with the show and never written. What is wrong in it stops nothing from playing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from showctl.model.contact import Contact
from showctl.model.guest import Guest
from showctl.model.problem import Path as Place
from showctl.model.show import Show
from showctl.showfile.reader import read
from showctl.showfile.report import LocatedProblem, Refused, Report, Unreadable
from showctl.showfile.suggest import suggestion
from showctl.showfile.text import decode, read_bytes
from showctl.showfile.tree import START, Mapping, Sequence
from showctl.showfile.wording import validated

ENDING = ".people.yaml"
KEYS = ("people", "suppliers", "guests")
"""What may stand in it, all of it personal."""
_KINDS: dict[str, tuple[Any, TypeAdapter[Any]]] = {
    "people": (Contact, TypeAdapter(Contact)),
    "suppliers": (Contact, TypeAdapter(Contact)),
    "guests": (Guest, TypeAdapter(Guest)),
}


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """What such a file says."""

    file: str
    root: Mapping
    people: dict[str, Contact]
    suppliers: dict[str, Contact]
    guests: tuple[Guest, ...]
    problems: tuple[LocatedProblem, ...] = ()
    """What is wrong in it, each bearable: the show plays without."""

    def joined(self, show: Show) -> Show:
        """The show with them, after its own. Of a name that both have the show's counts."""
        return show.model_copy(
            update={
                "people": {**self.people, **show.people},
                "suppliers": {**self.suppliers, **show.suppliers},
                "guests": (*show.guests, *self.guests),
            }
        )

    def place(self, path: Place, root: Mapping) -> Place | None:
        """Where something of the joined show stands in this file; None for what the show has itself."""
        match path:
            case ("people" | "suppliers" as key, str(name), *rest):
                own = root.get(key)
                return None if isinstance(own, Mapping) and name in own else (key, name, *rest)
            case ("guests", int(index), *rest):
                own = root.get("guests")
                first = len(own) if isinstance(own, Sequence) else 0
                return ("guests", index - first, *rest) if index >= first else None
        return None

    def tree(self, root: Mapping) -> Mapping:
        """The tree of the show with them, as one file would have it."""
        new = root.changed()
        for key in KEYS:
            own, more = root.get(key), self.root.get(key)
            if isinstance(more, Mapping):
                named = own.changed() if isinstance(own, Mapping) else Mapping()
                named.update({name: each for name, each in more.items() if name not in named})
                new[key] = named
            elif isinstance(more, Sequence):
                row = own.changed() if isinstance(own, Sequence) else Sequence()
                row.extend(more)
                new[key] = row
        return new


def file_of(show: Path) -> Path:
    """Where the people of a show stand, if not in it."""
    return show.with_name(f"{show.stem}{ENDING}")


def people_beside(show: Path, root: Any) -> PeopleFile | None:
    """What the file beside a show says; None where there is none. `root`: the tree of the show, which may have the same
    names."""
    path = file_of(show)
    if not path.exists():
        return None
    report = Report(str(path))
    found: Any = None
    problems: list[LocatedProblem] = []
    try:
        found = read(decode(read_bytes(path, report), report), report)
        report.root = found
        if isinstance(found, Mapping):
            _check_keys(found, report)
            _check_twice(found, root, str(show), report)
        elif found is not None:
            report.at(START, "the file is no mapping of keys; write people: in its first line, and names below it")
    except Unreadable as unreadable:
        problems = [LocatedProblem(str(path), *START, (), "", str(unreadable).removeprefix(f"{path}: "))]
    except Refused as refused:
        problems = refused.problems
    if not isinstance(found, Mapping):
        found = Mapping()
    named = {key: dict(_named(found, key, report)) for key in ("people", "suppliers")}
    guests = tuple(_guests(found, report))
    problems = list(dict.fromkeys([*problems, *report.problems]))
    bearable = tuple(replace(problem, cue="") for problem in problems)
    return PeopleFile(str(path), found, named["people"], named["suppliers"], guests, bearable)


def _check_keys(root: Mapping, report: Report) -> None:
    for key in root:
        if key not in (*KEYS, "showctl"):
            remedy = suggestion(key, KEYS, "move it into the show")
            report.add((key,), f"'{key}' is not about people, who are all that stands here; {remedy}", key=True)


def _check_twice(root: Mapping, show: Any, file: str, report: Report) -> None:
    """Report names that the show has, too."""
    for key in ("people", "suppliers"):
        here, there = root.get(key), show.get(key) if isinstance(show, Mapping) else None
        for name in here if isinstance(here, Mapping) else ():
            if isinstance(there, Mapping) and name in there:
                what = f"'{name}' stands in {Path(file).name} as well, which counts; take one of them out"
                report.add((key, name), what, key=True)


def _named(root: Mapping, key: str, report: Report) -> Iterator[tuple[str, Contact]]:
    named = root.get(key)
    if named is not None and not isinstance(named, Mapping):
        report.add((key,), "these stand under short names; write for example host: {name: Claire Okafor}", key=True)
    for name, item in named.items() if isinstance(named, Mapping) else ():
        found = _valid(item, key, (key, name), report)
        if found is not None:
            yield name.strip(), found


def _guests(root: Mapping, report: Report) -> Iterator[Guest]:
    guests = root.get("guests")
    if guests is not None and not isinstance(guests, Sequence):
        report.add(("guests",), "guests are a list; write for example - {name: Ada Lovelace}", key=True)
    for index, item in enumerate(guests if isinstance(guests, Sequence) else ()):
        found = _valid(item, "guests", ("guests", index), report)
        if found is not None:
            yield found


def _valid(item: Any, key: str, path: Place, report: Report) -> Any:
    kind, adapter = _KINDS[key]
    return validated(item, kind, adapter, path, report)
