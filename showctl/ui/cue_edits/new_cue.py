"""New cues: of a template of the user's own, else with what a cue of that kind needs at the least."""

from collections.abc import Callable
from typing import Any

from showctl.model.cue import MAIN
from showctl.session.edit import Edit, Insert, Place
from showctl.session.edit_paste import cues_of
from showctl.session.edit_place import cue_place, free_at
from showctl.session.written import written
from showctl.showfile.device_profile import Profiles
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping
from showctl.ui.cue_edits.later import Later
from showctl.ui.cue_edits.least_cue import KINDS, OTHERS, least
from showctl.ui.tongue import tr

OWN = ("cue", "id", "hotkey", "starts segment")
"""What a template does not say: it is of one cue alone."""
_TYPES = {"stage": "memo"}


def new_cue(kind: str, template: str, place: Place, profiles: Callable[[], Profiles]) -> Later:
    """A cue at a place, with a number between its neighbours. `template`: YAML of a cue; empty: the least."""
    name = tr("new {kind} cue").format(kind=kind)

    def make(root: Mapping) -> Edit:
        value = cues_of(template)[0] if template else least(kind, root, place, profiles)
        node: dict[str, Any] = {"cue": free_at(root, cue_place(root, place))}
        node |= {key: each for key, each in value.items() if key not in OWN}
        if isinstance(inside := node.get("cues"), list):
            node["cues"] = [{"cue": f"{node['cue']}.{n}", **_unnamed(each)} for n, each in enumerate(inside, 1)]
        return Insert("cue", written(node), place)

    return Later(name, make)


def template_of(root: Mapping, cue_path: tuple[str | int, ...]) -> str:
    """A cue as a template, without what only one cue can have."""
    node: Any = root
    for element in cue_path:
        node = node[element]
    return written({key: each for key, each in node.items() if key not in OWN})


def kind_of(node: Any) -> str:
    """Which kind of new cue a cue would be the template of; empty where there is none of its kind."""
    kinds = [kind for kind in (*KINDS, *OTHERS) if _TYPES.get(kind, kind) in node]
    return kinds[0] if kinds else ""


def _unnamed(node: Any) -> dict[str, Any]:
    return {key: each for key, each in node.items() if key not in OWN}


def place_after(cue: str, list_name: str) -> Place:
    """After a cue; at the end of a list where there is none."""
    return Place("after", Item("cue", cue)) if cue else Place("end", Item("list", list_name or MAIN))


__all__ = ["KINDS", "OTHERS", "kind_of", "new_cue", "place_after", "template_of"]
