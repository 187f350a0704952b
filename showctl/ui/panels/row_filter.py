"""A cue list of which only some rows are shown: those that are looked for, with the groups around them."""

from PySide6.QtCore import QModelIndex

from showctl.ui.cue_edits.find import Wanted
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.panels.cue_view import CueView


class RowFilter:
    """Standby and what is active are always shown: nobody runs a show that he does not see."""

    def __init__(self) -> None:
        self._hidden: dict[CueView, set[int]] = {}
        """By view the keys of the rows that are hidden."""

    def found(self, view: CueView, wanted: Wanted) -> list[CueRow]:
        """The rows that are looked for, in order."""
        return [] if wanted.anything else [row for row in view.model_of.rows if wanted.matches(row)]

    def apply(self, view: CueView, wanted: Wanted) -> list[CueRow]:
        """Show these alone, where nothing is looked for all; returns what is looked for, in order."""
        model = view.model_of
        hide: set[int] = set()
        found = self.found(view, wanted)
        if not wanted.anything:
            keep = {row.key for row in found}
            keep |= {row.key for row in model.active_rows}
            keep |= {model.standby_row.key} if model.standby_row is not None else set()
            shown: set[int] = set()
            for key in keep:
                row = model.row_of(key)
                if row is not None:
                    shown |= {row.key, *(group.key for group in model.around(row))}
            hide = {key for key in model.keys if key not in shown}
        before = self._hidden.get(view, set())
        if hide == before:
            return found
        self._hidden[view] = view.hidden_keys = hide
        view.scheduleDelayedItemsLayout()
        for key in hide ^ before:
            row = model.row_of(key)
            if row is not None:
                around = model.row_of(row.parent) if row.parent is not None else None
                where = model.index_of(around) if around is not None else QModelIndex()
                view.setRowHidden(row.position, where, key in hide)
        for row in model.groups:
            if row.key not in hide and not wanted.anything:
                view.expand(model.index_of(row))
        view.executeDelayedItemsLayout()
        view.laid_out.emit()
        return found

    def forget(self, view: CueView) -> None:
        """Rows have come and gone: what was hidden is looked at anew."""
        rows = view.model_of
        kept = {key for key in self._hidden.get(view, set()) if rows.row_of(key) is not None}
        self._hidden[view] = view.hidden_keys = kept
