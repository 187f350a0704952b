"""What is asked about a cue, a whole list, or how lists are shown: each in the one menu beside the lists."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from showctl.ui.acts import EDIT, RELEASE, Acts, Offer, offers_of_list
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.edit_acts import OFFERS as EDITS
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import CueTreeModel
from showctl.ui.panels.row_menu import RowMenu
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr


class ListMenus(QObject):
    """`inside` is what the menu lies over; places are in it."""

    act_chosen = Signal(str, object)
    """What is to be done with a cue, one of acts, and its CueRow."""
    edit_chosen = Signal(str, object)
    """What is to be done to a cue as it is written, one of edit_acts, and its CueRow."""
    option_chosen = Signal(str)
    """One of what `offer_options` offered."""

    def __init__(self, inside: QWidget, theme: Theme, desk: Desk, acts: Acts) -> None:
        super().__init__(inside)
        self._desk, self._acts = desk, acts
        self._of: CueRow | CueTreeModel | None = None
        self.edit_offers: Sequence[Offer] = ()
        """What can be done to a cue as it is written."""
        self.menu = RowMenu(inside, theme)
        self.menu.chosen.connect(self.choose)
        self.menu.refused.connect(desk.said)

    @property
    def row(self) -> CueRow | None:
        """The cue that was asked about last."""
        return self._of if isinstance(self._of, CueRow) else None

    def open_row(self, row: CueRow, model: CueTreeModel, place: QRect, offers: Sequence[Offer] = ()) -> None:
        """What can be done with a cue, or what of it is offered here."""
        self._of, self._model, self._place = row, model, place
        self.menu.open(called(row.cue), offers or self._acts.offers(row, model), place)

    def open_list(self, model: CueTreeModel, place: QRect) -> None:
        offers = offers_of_list(self._desk, model)
        if not offers:
            self._desk.said.emit(tr("{label} moves no light: there is none to give back.").format(label=model.label))
            return
        self._of = model
        self.menu.open(model.label, offers, place)

    def offer_options(self, title: str, offers: Sequence[Offer], place: QRect) -> None:
        """Ask how the list is to be shown."""
        self._of = None
        self.menu.open(title, offers, place)

    def choose(self, act: str) -> None:
        if isinstance(self._of, CueTreeModel):
            if act == RELEASE:
                self._desk.release(self._of.name)
        elif self._of is None:
            self.option_chosen.emit(act)
        elif act == EDIT:
            self.open_row(self._of, self._model, self._place, self.edit_offers)
        elif act in EDITS:
            self.edit_chosen.emit(act, self._of)
        else:
            self.act_chosen.emit(act, self._of)
