"""Going to what is not a cue: a device, or what is patched."""

from collections.abc import Callable

from showctl.model.selection import expand
from showctl.showfile.item import Item
from showctl.ui.actions import Actions
from showctl.ui.selection import Selection


def go_beside(item: Item, open_device: Callable[[str], None], selection: Selection, actions: Actions) -> bool:
    """Show the device, or select the fixtures where they are patched. Whether it is one of these."""
    if item.kind == "device":
        open_device(item.name)
        return True
    if item.kind == "fixture":
        selection.select_fixtures(expand(item.name))
        actions.run("page patch" if actions.is_bound("page patch") else "page rig")
        return True
    return False
