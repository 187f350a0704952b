"""Cells of the cue list written in place: one field, wherever it is wanted."""

from PySide6.QtCore import QObject, QRect

from showctl.session.change import EditRefused
from showctl.showfile.item import Item
from showctl.ui.context import Context
from showctl.ui.cue_edits.cells import CELLS, Field, beside, edit_of, field_of, next_turn, standing
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import LABEL, NUMBER, THEN
from showctl.ui.panels.cell_editor import CellEditor
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.list_footer import ListFooter
from showctl.ui.tongue import tr


class CellEditing(QObject):
    """One for the console. The row that is written in is remembered by its key: it may move meanwhile."""

    def __init__(self, panel: CueListPanel, context: Context, footer: ListFooter) -> None:
        super().__init__(panel)
        self._panel, self._context, self._footer = panel, context, footer
        self._desk, self._editing = context.desk, context.editing
        self.editor: CellEditor | None = None
        self._view: CueView | None = None
        self._key = -1
        self._field: Field = ()
        self._before = ""
        self._busy = False
        panel.view_made.connect(self._take_view)
        panel.shown.connect(self._follow)
        context.desk.modes.changed.connect(lambda _: self._close())
        for view in panel.views:
            self._take_view(view)

    def _take_view(self, view: object) -> None:
        if isinstance(view, CueView):
            view.cell_wanted.connect(self.open)
            view.laid_out.connect(self._place)

    @property
    def _row(self) -> CueRow | None:
        return self._view.model_of.row_of(self._key) if self._view is not None else None

    def open(self, row: CueRow, column: int) -> None:
        """Write in a cell, if it is one that can be; what follows a cue goes round by itself."""
        view = self._panel.view
        if not isinstance(view, CueView):
            return
        if column == THEN:
            self._editing.do(next_turn(row.cue, Item("cue", row.id)))
            return
        field = field_of(row.cue, column) if column in CELLS else None
        if field is None:
            column, field = LABEL, ("label",)
        text = standing(self._desk.session.document.state.root, row.id, field)
        if text is None:
            self._desk.said.emit(tr("That is more than one time. The inspector has all of them."))
            return
        self._close()
        self._view, self._key, self._field, self._before = view, row.key, field, text
        self.editor = CellEditor(view.viewport())
        self.editor.taken.connect(self._take)
        self.editor.said.connect(self._say)
        self.editor.put_away.connect(self._leave)
        view.select(row)
        if not view.in_sight(row):
            view.show_row(row)
        self.editor.open(column, text, self._box(row, column), view.text_size)

    def _box(self, row: CueRow, column: int) -> QRect:
        assert self._view is not None
        return self._view.cell_box(row, column)

    def _place(self) -> None:
        row = self._row
        if self.editor is not None and row is not None:
            self.editor.setGeometry(self._box(row, self.editor.column))

    def _follow(self) -> None:
        """The show is another, or another list is shown."""
        if self.editor is not None and (self._row is None or self._panel.view is not self._view):
            self._close()
        self._place()

    def _take(self, text: str, step: int) -> None:
        editor, row = self.editor, self._row
        if editor is None or row is None or self._busy:
            return
        try:
            edit = edit_of(row.id, editor.column, self._field, self._before, text)
        except EditRefused as refused:
            editor.refuse(str(refused))
            return
        if edit is None:
            self._go_on(step)
            return
        self._busy = True
        self._editing.do(edit, done=lambda: self._taken(step), failed=self._refused)

    def _taken(self, step: int) -> None:
        self._busy = False
        self._go_on(step)

    def _refused(self, why: str) -> None:
        self._busy = False
        if self.editor is not None:
            self.editor.refuse(why)

    def _go_on(self, step: int) -> None:
        """To the cell beside, after the last to the first of the next row; or back to the list."""
        row, view, editor = self._row, self._view, self.editor
        had_keyboard = editor is not None and editor.hasFocus()
        column = editor.column if editor is not None else LABEL
        self._close()
        if view is None or row is None or not step or not had_keyboard:
            if had_keyboard and view is not None:
                view.setFocus()
            return
        shown = [each for each in CELLS if not view.head.isSectionHidden(each)]
        writable = [each for each in shown if self._may_write(row, each)]
        following = beside(column, step, writable)
        if following is None:
            index = view.model_of.index_of(row)
            other = view.indexBelow(index) if step > 0 else view.indexAbove(index)
            if not other.isValid():
                view.setFocus()
                return
            row = view.model_of.row_at(other)
            writable = [each for each in shown if self._may_write(row, each)]
            following = writable[0 if step > 0 else -1]
        self.open(row, following)

    def _may_write(self, row: CueRow, column: int) -> bool:
        """A rehearsal corrects no numbers."""
        field = field_of(row.cue, column)
        return field is not None and not self._desk.modes.may_edit("rename" if column == NUMBER else field[-1])

    def _say(self, text: str, wrong: bool) -> None:
        """At the foot of the list, or where that is hidden, in the message row: there only what is wrong."""
        if self._footer.isVisible():
            self._footer.say(text, wrong)
        elif wrong:
            self._desk.said.emit(f"{text[:1].upper()}{text[1:]}.")

    def _leave(self) -> None:
        view = self._view
        self._close()
        if view is not None:
            view.setFocus()

    def _close(self) -> None:
        editor, self.editor, self._busy = self.editor, None, False
        if editor is not None:
            editor.taken.disconnect()
            editor.hide()
            editor.deleteLater()
            self._footer.say("", False)
