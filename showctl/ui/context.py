"""What a page, or the inspector of a cue, is given."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from showctl.showfile.item import Item
from showctl.ui.actions import Actions
from showctl.ui.desk import Desk
from showctl.ui.editing import Editing
from showctl.ui.looks import Looks
from showctl.ui.models.devices import DevicesModel
from showctl.ui.selection import Selection
from showctl.ui.text_scale import TextScale
from showctl.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """The console, to who shows a part of it. Nobody talks to the session but `desk` and `editing`."""

    desk: Desk
    editing: Editing
    theme: Theme
    devices: DevicesModel
    selection: Selection
    settings: QSettings
    go_to: Callable[[Item], None]
    """Shows a thing of the show where it is edited."""
    actions: Actions
    looks: Looks
    """Dark, light, Booth: what is worn, and another."""
    text_scale: TextScale
    """How large everything is drawn."""
