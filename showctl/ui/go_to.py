"""Going to the cue that a line of a comparison is about."""

from showctl.showfile.item import Item
from showctl.ui.desk import Desk
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.tongue import tr


def go_to(cues: CueListPanel, desk: Desk, item: Item) -> None:
    """Select a cue of the list that is shown and bring it into sight. Another list is not shown for it: GO would be
    that list's then."""
    row = cues.model.find(item.name)
    if row is not None:
        cues.view.select(row)
        cues.view.show_row(row)
        return
    for at, model in enumerate(cues.models):
        if model.find(item.name) is not None:
            desk.said.emit(
                tr("{item} is in {label}. Alt+{at} shows that list; GO is its own then.").format(
                    item=item, label=model.label, at=at + 1
                )
            )
            return
    desk.said.emit(tr("{item} is not in the show any more.").format(item=item))
