"""Everything that makes the cue list a tool to build with, put together."""

from PySide6.QtCore import QObject

from showctl.ui.cell_editing import CellEditing
from showctl.ui.context import Context
from showctl.ui.drawers import PropertiesDrawer, RenumberDrawer, ReplaceDrawer
from showctl.ui.edit_acts import LABEL, edit_offers
from showctl.ui.finding import Finding
from showctl.ui.list_edits import ListEdits
from showctl.ui.list_layout import ListLayout
from showctl.ui.mode import Mode
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import LABEL as CELL
from showctl.ui.number_jump import NumberJump
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.list_footer import ListFooter
from showctl.ui.panels.standby_strip import StandbyStrip


class ListTools(QObject):
    """One for the console."""

    def __init__(self, panel: CueListPanel, strip: StandbyStrip, context: Context) -> None:
        super().__init__(panel)
        self.footer = ListFooter()
        panel.below.addWidget(self.footer)
        self.layout = ListLayout(panel, context, self.footer)
        self.edits = ListEdits(panel, context)
        self.cells = CellEditing(panel, context, self.footer)
        self.find = Finding(panel, context)
        self.drawers = (
            RenumberDrawer(panel, context), ReplaceDrawer(panel, context), PropertiesDrawer(panel, context)
        )  # fmt: skip
        self.jump = NumberJump(panel, context, strip)
        self._panel, self._context = panel, context
        panel.serve(context.actions)
        context.desk.modes.changed.connect(lambda _: self._offer())
        context.actions.changed.connect(self._offer)
        self._offer()
        panel.edit_asked.connect(self._of_menu)

    def _offer(self) -> None:
        """What the menu of a cue offers in this mode, with its keys."""
        acts, modes = self._context.actions, self._context.desk.modes
        key = {LABEL: "Enter" if modes.mode is Mode.EDIT else ""}
        self._panel.menus.edit_offers = edit_offers(
            lambda act: key[act] if act in key else acts.key(act),
            lambda act: modes.may_edit("label") if act == LABEL else acts.refusal(act),
        )

    def _of_menu(self, act: str, row: CueRow) -> None:
        """The menu of a cue: what is done to it is done to all that are selected with it."""
        if act == LABEL:
            refused = self._context.desk.modes.may_edit("label")
            self._context.desk.denied.emit(f"{refused}.") if refused else self.cells.open(row, CELL)
        else:
            self._context.actions.run(act)
