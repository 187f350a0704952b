"""Find in the cue list: what is looked for in the list that is shown, and the way from one to the next."""

from PySide6.QtCore import QObject

from showctl.ui.context import Context
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.find_bar import FindBar
from showctl.ui.panels.find_here import FindHere
from showctl.ui.panels.row_filter import RowFilter


class Finding(QObject):
    """One for the console."""

    def __init__(self, panel: CueListPanel, context: Context) -> None:
        super().__init__(panel)
        self._panel = panel
        self.bar = FindBar(context.theme)
        self._filter = RowFilter()
        self._found: list[CueRow] = []
        self._signs: tuple[object, ...] = ()
        self.here = FindHere(context.theme, self.bar, lambda: context.actions.run("find"), context.actions.key("find"))
        panel.beside_tabs.addWidget(self.here, 1)
        panel.measured.connect(self.here.set_measures)
        panel.above.addWidget(self.bar)
        panel.measured.connect(self.bar.set_measures)
        context.actions.bind("find", self.bar.open)
        self.bar.changed.connect(self._look)
        self.bar.stepped.connect(self._step)
        self.bar.closed.connect(self.close)
        panel.shown.connect(self._look_anew)
        context.desk.snapshot_changed.connect(lambda _: self._look_if_open())

    def close(self) -> None:
        """All cues are shown, and the list has the keyboard if the bar had it."""
        typed = self.bar.isAncestorOf(self.bar.window().focusWidget() or self.bar)
        self.bar.is_open = False
        self.bar.hide()
        self.here.follow()
        self._look()
        if typed:
            self._panel.view.setFocus()
        if isinstance(self._panel.view, CueView) and self._panel.view.selected is not None:
            self._panel.view.follow_selected()

    def _look_anew(self) -> None:
        for view in self._panel.views:
            if isinstance(view, CueView):
                self._filter.forget(view)
        self._look()

    def _look_if_open(self) -> None:
        """What runs and what is in standby is shown in any case: where that is the same nothing is looked through."""
        model = self._panel.model
        signs = (model.standby_row, *model.active_rows)
        if signs != self._signs and not self.bar.wanted.anything:
            self._signs = signs
            self._look()

    def _look(self) -> None:
        wanted = self.bar.wanted
        self._found = []
        for view in self._panel.views:
            if isinstance(view, CueView):
                found = self._filter.apply(view, wanted)
                self._found = found if view is self._panel.view else self._found
        self._count()

    def _count(self) -> None:
        view = self._panel.view
        selected = view.selected
        at = next((n for n, row in enumerate(self._found, 1) if row is selected), 0)
        self.bar.count(at, len(self._found), self._panel.model.count)

    def _step(self, step: int) -> None:
        view = self._panel.view
        if not isinstance(view, CueView) or not self._found:
            return
        at = next((n for n, row in enumerate(self._found) if row is view.selected), -1 if step > 0 else 0)
        row = self._found[(at + step) % len(self._found)]
        view.select(row)
        view.show_row(row)
        self._count()
