"""Edits of many cues by which the list gets another shape: delete, duplicate, cut, group, ungroup."""

from showctl.session.change import EditRefused, counted, find
from showctl.session.edit import Delete, Insert, Move, Paste, Place, Several
from showctl.session.edit_place import free_at
from showctl.session.written import written
from showctl.showfile.clipping import clipping
from showctl.showfile.graft import at
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping
from showctl.ui.cue_edits.chosen import items_of, outermost
from showctl.ui.cue_edits.later import Later
from showctl.ui.models.cue_rows import CueRow, CueRows
from showctl.ui.tongue import marked, tr


def copied(root: Mapping, items: tuple[Item, ...]) -> str:
    """Cues as text. Raises EditRefused for one that is gone."""
    return clipping([at(root, find(root, item)) for item in items])


def deletion(rows: list[CueRow], model: CueRows) -> Delete:
    """Raises EditRefused where a group would be left empty."""
    chosen = outermost(rows, model)
    _refuse_emptied(chosen, model, marked("deleted"))
    return Delete(items_of(chosen))


def duplication(rows: list[CueRow], model: CueRows) -> Later:
    """The same again, all together after the last of them; who in them names one of them names its copy."""
    items = items_of(outermost(rows, model))

    def make(root: Mapping) -> Several:
        return Several(
            (Paste(copied(root, items), Place("after", items[-1])),),
            tr("{cues} duplicated").format(cues=counted(items)),
        )

    return Later(tr("{cues} duplicated").format(cues=counted(items)), make)


def moved(rows: list[CueRow], model: CueRows, place: Place) -> Move:
    """Raises EditRefused where a group would be left empty."""
    chosen = outermost(rows, model)
    group = place.of if place.where in ("start", "end") else None
    beside = model.find(place.of.name) if place.of is not None and place.of.kind == "cue" else None
    to = beside if group is not None else next(model.around(beside), None) if beside is not None else None
    _refuse_emptied([row for row in chosen if next(model.around(row), None) is not to], model, marked("moved"))
    return Move(items_of(chosen), place)


def grouping(rows: list[CueRow], model: CueRows) -> Later:
    """A timeline group around them, where the first of them stands."""
    items = items_of(outermost(rows, model))

    def make(root: Mapping) -> Several:
        number = free_at(root, find(root, items[0]))
        whole = Item("cue", f"{model.name}/{number}" if "/" in items[0].name else number)
        group = {"cue": number, "label": "New group", "group": "timeline", "cues": []}
        edits = (
            Insert("cue", written(group), Place("before", items[0])),
            Move(items, Place("end", whole)),
        )
        return Several(edits, tr("{cues} grouped as cue {group}").format(cues=counted(items), group=whole.name))

    return Later(tr("{cues} grouped").format(cues=counted(items)), make)


def ungrouping(rows: list[CueRow], model: CueRows) -> Several:
    """What is in these groups stands in their place. Raises EditRefused where none is a group."""
    groups = [row for row in outermost(rows, model) if row.children]
    if not groups:
        raise EditRefused(tr("none of the selected cues is a group; select one"))
    edits: list[Move | Delete] = []
    for group in groups:
        whole = Item("cue", group.id)
        edits += [Move(items_of(model.siblings(group)), Place("after", whole)), Delete((whole,))]
    return Several(tuple(edits), tr("{cues} ungrouped").format(cues=counted(items_of(groups))))


def _refuse_emptied(going: list[CueRow], model: CueRows, what: str) -> None:
    keys = {row.key for row in going}
    for row in going:
        group = next(model.around(row), None)
        if group is not None and all(key in keys for key in group.children):
            raise EditRefused(
                tr(
                    "cue {group} would be left empty when all in it is {what}; take the group, too, or leave one cue"
                ).format(group=group.id, what=tr(what))
            )
