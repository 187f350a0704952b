"""Corrections of a cue by Ctrl+I: in its page; in a rehearsal, where list and active cues stay, over the side panel."""

from PySide6.QtCore import QObject

from showctl.ui.context import Context
from showctl.ui.mode import Mode
from showctl.ui.panels.correct_panel import CorrectPanel
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.page_stack import FIRST, PageStack
from showctl.ui.panels.side_tabs import SideTabs


class Correcting(QObject):
    """The page is the same one all the while: what is typed in it stays. Standby does not move by any of this."""

    def __init__(self, context: Context, cues: CueListPanel, pages: PageStack, right: SideTabs) -> None:
        super().__init__(cues)
        self._context, self._cues, self._pages, self._right = context, cues, pages, right
        self.panel = CorrectPanel(self.close)
        self.panel.sight_changed.connect(self._pin)
        self._lent = False
        context.actions.bind("inspect", self.open)
        context.desk.modes.changed.connect(self._come_to)

    def open(self) -> None:
        """With the keyboard. Where nothing is selected standby is what is corrected."""
        view = self._cues.view
        if isinstance(view, CueView) and view.selected is None and view.meant is not None:
            view.select(view.meant)
        if self._context.desk.modes.mode is Mode.REHEARSE:
            if not self._lent:
                self._lent = True
                self.panel.take(self._pages.lend(FIRST))
            self._right.cover(self.panel)
        else:
            self._pages.open(FIRST)
        self._context.selection.select_cues(row.id for row in self._cues.chosen)  # before the next key comes
        take = getattr(self._pages.places[FIRST].content, "take_keyboard", None)
        if take is not None:
            take()

    def close(self) -> bool:
        """Put the panel away. Whether it was there."""
        was = self._right.shows(self.panel)
        if was:
            focus = self.panel.window().focusWidget()
            had_keyboard = focus is not None and self.panel.isAncestorOf(focus)
            self._right.uncover()
            if had_keyboard:
                self._cues.view.setFocus()
        return was

    def _come_to(self, mode: Mode) -> None:
        """The page goes back before Edit lays it out."""
        if mode is not Mode.REHEARSE:
            self.close()
            if self._lent:
                self._lent = False
                self._pages.take_back(FIRST)

    def _pin(self, in_sight: bool) -> None:
        """What is being corrected stays selected when a GO moves standby."""
        for view in self._cues.views:
            if isinstance(view, CueView):
                view.pinned = in_sight
