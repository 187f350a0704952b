"""Names and numbers that parts of another show get on their way into this one."""

from showctl.model.cue import MAIN
from showctl.model.selection import is_name
from showctl.showfile.item import Item, items
from showctl.showfile.renaming import RENAMED, NoRange, renamed_everywhere
from showctl.showfile.reword import KeyTaken
from showctl.showfile.suggest import suggestion
from showctl.showfile.tree import Mapping

Renaming = tuple[Item, str]
"""What something is called there, and what it is to be called here."""


class CannotRename(ValueError):
    """Something is not there, or cannot be called so: says which, and what to write."""


def renamed_parts(other: Mapping, renamings: tuple[Renaming, ...]) -> Mapping:
    """The other show with these names, wherever it names the things; cues are left to `new_numbers`. Raises
    CannotRename."""
    root = other
    for item, to in renamings:
        known = items(root)
        if item.kind not in (*RENAMED, "cue"):
            raise CannotRename(f"a {item.kind} gets no other name here; write {', '.join((*RENAMED, 'cue'))}")
        if item not in known:
            near = [each.name for each in known if each.kind == item.kind]
            raise CannotRename(f"it has no {item}; {suggestion(item.name, near, f'write the name of a {item.kind}')}")
        if item.kind == "cue":
            continue
        new = Item(item.kind, f"{item.name.partition(' ')[0]} {to}" if item.kind == "palette" else to)
        if new in known:
            raise CannotRename(f"it has {new} already; take another name")
        if item.kind != "fixture" and not is_name(to):
            raise CannotRename(f"'{to}' cannot be the name of a {item.kind}; write letters, digits, '-', '_' or '.'")
        try:
            root = renamed_everywhere(root, item, to)
        except NoRange as error:
            raise CannotRename(f"{item} cannot be {to}: '{error}' would be no range any more") from None
        except KeyTaken as error:
            raise CannotRename(f"{error.old} and {error.new} stand beside each other in one look") from None
        except ValueError as error:
            raise CannotRename(f"{item} cannot be {to}: {error}") from None
    return root


def new_numbers(renamings: tuple[Renaming, ...]) -> dict[str, str]:
    """By cue of the other show the number that it is to have."""
    return {item.name.removeprefix(f"{MAIN}/"): to.rpartition("/")[2] for item, to in renamings if item.kind == "cue"}
