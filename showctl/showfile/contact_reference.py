"""People and suppliers: a name belongs to one of them, and who is named in the plan may be one of them.

`owner` and `contact` are free text that may be the name of a person or supplier; `supplier` names one. None of them is
an error: people and suppliers can be left out of a file that is passed on.
"""

from collections.abc import Iterator

from showctl.model.problem import Path, Question
from showctl.showfile import mention
from showctl.showfile.report import Report
from showctl.showfile.suggest import closest
from showctl.showfile.tree import Mapping, mark_at


def check_contacts(root: Mapping, report: Report) -> None:
    """Report suppliers with the name of a person: nobody would know who is meant."""
    people = dict(_named(root, "people"))
    for name, path in _named(root, "suppliers"):
        if name in people:
            line = mark_at(root, people[name])[0]
            what = f"'{name}' is a person too, in line {line}; give the supplier another name"
            report.add(path, what, key=True)


def contact_questions(root: Mapping, known_root: Mapping | None = None) -> list[Question]:
    """What is to be asked of names in the plan: of suppliers that are not there, and of what is almost a name.

    `known_root`: the tree with people and suppliers, if they do not all stand in the show.
    """
    known = {kind: {name for name, _ in _named(known_root or root, kind)} for kind in ("people", "suppliers")}
    both = known["people"] | known["suppliers"]
    asked = []
    for path, text, _ in mention.contacts(root):
        name = text.strip()
        supplier = path[-1] == "supplier"
        wanted = known["suppliers"] if supplier else both
        if not wanted or name in wanted:
            continue
        near = closest(name, sorted(wanted))
        if near is not None:
            asked.append(Question(path, f"there is no {_kind(supplier)} '{name}'", f"did you mean '{near}'?"))
        elif supplier:
            asked.append(Question(path, f"there is no supplier '{name}'", "add it under suppliers, or write another"))
    return asked


def _kind(supplier: bool) -> str:
    return "supplier" if supplier else "person or supplier"


def _named(root: Mapping, key: str) -> Iterator[tuple[str, Path]]:
    found = root.get(key)
    for name in found if isinstance(found, Mapping) else ():
        yield name.strip(), (key, name)
