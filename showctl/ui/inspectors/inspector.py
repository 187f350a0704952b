"""The page of the selected cues: all their fields, what they send, and what is wrong with what is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from showctl.engine.command import SendNow
from showctl.model.cue import Cue, CueId
from showctl.session.change import EditRefused
from showctl.session.edit import Set
from showctl.showfile.item import Item
from showctl.showfile.tree import Mapping
from showctl.ui.context import Context
from showctl.ui.cue_icon import icon_of
from showctl.ui.describe import code_of, lookless
from showctl.ui.fields.field import Field
from showctl.ui.fields.hotkey_field import HotkeyField
from showctl.ui.fields.names import Names, names_of
from showctl.ui.inspectors.common import LABEL
from showctl.ui.inspectors.counts import when_it_counts
from showctl.ui.inspectors.facts import facts
from showctl.ui.inspectors.form import Form
from showctl.ui.inspectors.forms import Forms
from showctl.ui.inspectors.head import Head
from showctl.ui.inspectors.helps import HELPS
from showctl.ui.inspectors.meant import Finder, Meant, edit_for
from showctl.ui.inspectors.preview_panel import SENDING, PreviewPanel
from showctl.ui.inspectors.profiled import Profiled
from showctl.ui.inspectors.registry import title_of
from showctl.ui.inspectors.row import BASICS, LOOK, NOTES, OWN, TRIGGERS, Path, Row
from showctl.ui.inspectors.step import after, kind_of, wrong
from showctl.ui.look.editor import LookEditor
from showctl.ui.mode import Mode
from showctl.ui.panels.timeline_panel import TIMELINE, TimelinePanel
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font


class Inspector(QWidget):
    """Follows the selection, the document and the mode. What is typed and not right yet is kept for each cue."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._desk, self._theme = context, context.desk, context.theme
        self.setObjectName("inspector")
        self._finder, self._names = Finder(), Names()
        self._named: object = None
        """The state of the show that they are of."""
        self._cues: dict[CueId, Cue] = {}
        self.meant = Meant()
        self._rows: tuple[Row, ...] = ()
        self._drafts: dict[tuple[tuple[CueId, ...], Path], str] = {}
        self._tab = OWN
        self._state: tuple[object, ...] | None = None
        self.profiled = Profiled(self._desk, self)
        self.profiled.changed.connect(self.refresh)
        self.head = Head(self._theme, self._send, context.actions.key("send now"))
        self.runs = QLabel()
        self.runs.setObjectName("runs")
        self.runs.setFont(font(13))
        self.runs.setContentsMargins(16, 0, 16, 4)
        self.tabs = QTabBar()
        self.tabs.setFont(font(14, MEDIUM))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("Parts of the cue"))
        self.stack = QStackedWidget()
        self.preview, self.look, self.timeline = PreviewPanel(), LookEditor(context), TimelinePanel(context)
        for part in (self.look, self.timeline):
            self.stack.addWidget(part)
        self.preview.hide()
        self.preview.setParent(self)  # never a window of its own
        self.form: Form | None = None
        """The one that is shown."""
        self._forms = Forms(self.stack, self._theme, self._prepare, self.preview, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        for row in (self.head, self.runs, self.tabs, self.stack):
            column.addWidget(row, 1 if row is self.stack else 0)
        self._prepare(self.head.label, LABEL)
        self.tabs.currentChanged.connect(self._show_tab)
        context.selection.cues_changed.connect(self._select)
        self._desk.document_changed.connect(lambda _: self.refresh())
        self._desk.show_changed.connect(self.refresh)
        self._desk.snapshot_changed.connect(lambda _: self._tell_running())
        self._desk.modes.changed.connect(lambda _: self._lock())
        self._select()

    # What is selected -----------------------------------------------------------------------------------------------

    def _select(self) -> None:
        self._leave(finish=True)
        self._state = None
        self.refresh()
        self._come()
        cue = self._cues.get(self.meant.ids[0]) if len(self.meant.ids) == 1 else None
        if cue is not None and lookless(cue) and self._desk.show.patch:
            self.show_tab(LOOK)  # what a new light cue lacks

    def _leave(self, *, finish: bool = False) -> None:
        """Keep what is unfinished in the fields that are shown, each for its cues."""
        for row, field in self._fields():
            if field.dirty and not (finish and field.finish()):
                self._drafts[self.meant.ids, row.path] = field.value()
            field.back()

    def _come(self) -> None:
        """Bring it back."""
        for row, field in self._fields():
            draft = self._drafts.pop((self.meant.ids, row.path), None)
            if draft is not None:
                field.restore(draft)

    def refresh(self) -> None:
        """The show, or what is selected, is another."""
        loaded = self._desk.session.document.state
        cues = self._context.selection.cues
        state = (loaded, cues, self.profiled.profiles)
        if self._state is not None and all(a is b for a, b in zip(state, self._state, strict=True)):
            return
        self._state = state
        self.profiled.follow(loaded.show)
        if self._named is not loaded or self._names.profiles is not self.profiled.profiles:
            known = self._cues
            self._cues = self._desk.cues if loaded.show is self._desk.show else dict(loaded.show.walk())
            self._names = names_of(loaded.show, self._cues, self.profiled.profiles, self._names, known)
            self._named = loaded
        meant = self._finder.find(loaded.source.root, cues)
        rows = meant.rows(self._names)
        other = self.timeline.follow(meant.ids, self._cues)
        if rows != self._rows or other:
            self._leave()
            focused = next((row.path for row, field in self._fields() if field.control.hasFocus()), None)
            self.meant, self._rows = meant, rows
            self._lay_tabs()
            self._come()
            field = next((field for row, field in self._fields() if row.path == focused), None)
            if field is not None:
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.meant = meant
            self._fill()
        self._tell_head()
        self._tell_running()

    def _fill(self) -> None:
        """Let the fields that are shown have what is written."""
        for row, field in self._fields():
            field.names = self._names
            field.refresh()
            field.set(*self.meant.value(row))
        self._tell_preview()
        self._lock()

    def _lay_tabs(self) -> None:
        """Another type, another command: other tabs, other fields."""
        kinds = self.meant.kinds
        own = title_of(kinds[0]) if len(kinds) == 1 and kinds[0] else ""
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        shown = [tab for tab in (BASICS, OWN, TRIGGERS, NOTES) if any(row.tab == tab for row in self._rows)]
        if kinds == ("light",) and len(self.meant.ids) == 1:
            shown.insert(1, LOOK)
        shown[2:2] = [TIMELINE] if self.timeline.group else []
        for tab in shown:
            self.tabs.setTabData(self.tabs.addTab(tr(tab) or own), tab)
        wanted = self._tab if self._tab in shown else OWN
        self.tabs.setCurrentIndex(shown.index(wanted) if wanted in shown else 0)
        self.tabs.blockSignals(False)
        self._show_form()

    def _show_form(self) -> None:
        """The form of the tab."""
        tab = self.tabs.tabData(self.tabs.currentIndex())
        rows = [row for row in self._rows if row.tab == tab]
        form = self._forms.of(rows)
        self.form = form
        if rows and rows[0].tab == OWN and self.meant.kinds[0] in SENDING:
            form.add(self.preview)
        self.stack.setCurrentWidget({LOOK: self.look, TIMELINE: self.timeline}.get(tab, form))
        self._fill()

    def _prepare(self, field: Field, row: Row) -> None:
        known = facts(self._kind_for(row), row.path)
        field.check = partial(self._wrong, row)
        field.set_help(
            tr(row.help or HELPS.get(row.path, "")) if not known.help or row.help else known.help, known.example
        )
        needed = known.required or row.required or row.plan is not None
        if not needed:
            field.set_default(tr(row.default) if row.default is not None else row.kind.default(known.default))
        field.edited.connect(partial(self._commit, row))
        field.typed.connect(partial(self._preview_typed, row))
        if isinstance(field, HotkeyField):
            field.catching = partial(setattr, self._context.actions, "catch")
            field.owners = lambda key: self._context.actions.owners(key, "go")

    def _kind_for(self, row: Row) -> str:
        kinds = self.meant.kinds
        return kinds[0] if kinds and kinds[0] else "wait"

    def _fields(self) -> list[tuple[Row, Field]]:
        """Those that are shown."""
        if self.form is None or not self.meant.cues:
            return []
        return [(LABEL, self.head.label), *((row, self.form.fields[row.path]) for row in self.form.rows)]

    def field(self, *path: str) -> Field:
        """The field of a path. Raises KeyError."""
        return {row.path: field for row, field in self._fields()}[path]

    # What is typed --------------------------------------------------------------------------------------------------

    def _wrong(self, row: Row, text: str) -> str:
        return wrong(self.meant.cues[0][1], row, text, self._names) if self.meant.cues else ""

    def _commit(self, row: Row, text: str) -> None:
        cues, field = self.meant, self.field(*row.path)
        try:
            edit = edit_for(cues, row, text, beside=self._desk.modes.mode is Mode.EDIT)
        except EditRefused as refused:
            field.refuse(str(refused))
            return
        if edit is not None:
            self._context.editing.do(edit, failed=partial(self._refused, cues.ids, row, text))

    def _refused(self, ids: Sequence[CueId], row: Row, text: str, words: str) -> None:
        """It stays as it was typed, where it was typed."""
        self._desk.said.emit(
            tr("Nothing has changed. {words}.").format(words=words[:1].upper() + words[1:].rstrip("."))
        )
        field = next((field for each, field in self._fields() if each.path == row.path), None)
        if tuple(ids) != self.meant.ids or field is None:
            self._drafts[tuple(ids), row.path] = text
            return
        field.set(*self.meant.value(row))
        field.restore(text)
        field.refuse(words)

    # What is shown beside -------------------------------------------------------------------------------------------

    def _tell_head(self) -> None:
        cues = self.meant.ids
        cue = self._cues.get(cues[0]) if len(cues) == 1 else None
        department = "" if cue is None else "group" if cue.children else cue.department
        number = cues[0] if len(cues) == 1 else tr("%n cue(s)", "", len(cues)) if cues else ""
        said = (code_of(cue), icon_of(cue)) if cue is not None else ("", "rows")
        self.head.show_cue(department, number, len(cues) == 1, *said)
        self.look.show_cue(cues[0] if cue is not None and self.meant.kinds == ("light",) else "")

    def _tell_running(self) -> None:
        snapshot = self._desk.snapshot
        active = {run.cue for run in snapshot.active} if snapshot is not None else set()
        running = [kind_of(cue) for cue_id, cue in self.meant.cues if cue_id in active]
        words = when_it_counts(running, len(running))
        self.runs.setText(words)
        self.runs.setVisible(bool(words))

    def _tell_preview(self, draft: Mapping | None = None) -> None:
        self.preview.tell(self.meant, draft, self.profiled.table)

    def _preview_typed(self, row: Row, text: str) -> None:
        right = len(self.meant.cues) == 1 and not self._wrong(row, text)
        self._tell_preview(after(self.meant.cues[0][1], row, text) if right else None)

    def _show_tab(self, at: int) -> None:
        if at >= 0:
            self._leave()
            self._tab = str(self.tabs.tabData(at))
            self._show_form()
            self._come()

    def show_tab(self, tab: str) -> None:
        """One of BASICS, OWN, TRIGGERS, NOTES, if it is there."""
        for at in range(self.tabs.count()):
            if self.tabs.tabData(at) == tab:
                self.tabs.setCurrentIndex(at)

    def take_keyboard(self) -> None:
        """The first field of the tab that can be changed has it, or its sheet, or its timeline; else the label."""
        page = self.stack.currentWidget()
        fields = [field for _, field in self._fields() if field.isEnabled()]
        firsts: list[QWidget] = [field.control for field in fields[1:2] or fields[:1]]
        if page in (self.look, self.timeline):
            firsts = [self.look.view if page is self.look else self.timeline.view]
        for first in firsts:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _send(self) -> None:
        if len(self.meant.ids) == 1:
            self._desk.send(SendNow(cue=self.meant.ids[0]))

    def _lock(self) -> None:
        for row, field in self._fields():
            refused = self._desk.modes.refusal(Set(Item("cue", "1"), row.path, ""))
            field.setEnabled(not refused)
