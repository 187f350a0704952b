"""What is asked before many cues are edited at once: renumber, find and replace, paste properties."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit

from showctl.session.change import Changing, EditRefused
from showctl.session.edit_paste import cues_of
from showctl.ui.context import Context
from showctl.ui.cue_edits.chosen import items_of, outermost
from showctl.ui.cue_edits.fields import Field, offered, pasting, said
from showctl.ui.cue_edits.renumbering import Renumbering, renumbering
from showctl.ui.cue_edits.replace import FIELDS, Replacement, edit_of, replacements
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.drawer import Drawer
from showctl.ui.tongue import marked, tr

NOTHING = marked("No cue is selected. Click one; Shift and Ctrl select more.")


class _Asked(QObject):
    """One drawer, and what it asks for. What it comes to is worked out beside the window, after edits under way."""

    def __init__(self, panel: CueListPanel, context: Context, drawer: Drawer) -> None:
        super().__init__(panel)
        self.panel, self.context, self.drawer = panel, context, drawer
        self._serial = 0
        self._looking = self._wanted = False
        """Whether it is being worked out what it comes to; whether it shall be done as soon as that is known."""
        panel.below.insertWidget(0, drawer)
        drawer.asked.connect(self._ask)
        drawer.closed.connect(lambda: panel.view.setFocus())
        panel.shown.connect(self._look_if_open)
        context.selection.cues_changed.connect(self._look_if_open)
        context.desk.modes.changed.connect(lambda _: drawer.close_drawer() if context.desk.modes.locked else None)

    def _ask(self) -> None:
        """What is shown may be of what was asked for before: it is done once it is of what is asked for now."""
        if self._looking:
            self._wanted = True
        else:
            self.do()

    def _look_if_open(self) -> None:
        if self.drawer.isVisible():
            wanted = self._wanted
            self.look()
            self._wanted = wanted  # the show came to another state meanwhile: what was asked for is the same

    def look(self) -> None:
        """Work out what it would come to."""

    def do(self) -> None:
        """Do it."""

    def beside(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """The newest counts, where there are several under way."""
        self._serial += 1
        self._looking, self._wanted = True, False
        self.drawer.does.setEnabled(True)
        serial = self._serial

        def take(found: object) -> None:
            if serial == self._serial:
                self._looking = False
                then(found)
                wanted, self._wanted = self._wanted, False
                if wanted and self.drawer.isVisible():
                    self.do()

        def failed(why: str) -> None:
            if serial == self._serial:
                self._looking = False
                self.drawer.show_lines([])
                self.drawer.say(f"{why[:1].upper()}{why[1:]}", wrong=True)

        self.context.editing.turn.begin(work, take, failed)

    def edit(self, edit: Changing) -> None:
        """Make it, and put the drawer away; what is refused is said in it."""
        self.context.editing.do(edit, self.drawer.close_drawer, lambda why: self.drawer.say(why, wrong=True))


class RenumberDrawer(_Asked):
    """From a number on, by a step: the selected cues, where only one is selected all of its list."""

    def __init__(self, panel: CueListPanel, context: Context) -> None:
        super().__init__(panel, context, Drawer(tr("Renumber"), tr("Renumber")))
        self.start, self.step = QLineEdit("1"), QLineEdit("1")
        self.drawer.add_fields((tr("From"), self.start), (tr("step"), self.step))
        for field in (self.start, self.step):
            field.textEdited.connect(self.look)
        self._coming: Renumbering | None = None
        context.actions.bind("renumber", self.open)

    def open(self) -> None:
        rows = outermost(self.panel.chosen, self.panel.model)
        if len(rows) > 1:
            self.start.setText(rows[0].cue.number)
        self.drawer.open(self.start)
        self.look()

    def look(self, *_: object) -> None:
        rows = outermost(self.panel.chosen, self.panel.model)
        rows = rows if len(rows) > 1 else self.panel.model.siblings(None)
        start, step, document = self.start.text(), self.step.text(), self.context.desk.session.document
        inside = {row.id: self.panel.model.siblings(row) for row in rows if row.children}
        labels = {row.id: row.cue.label for row in self.panel.model.rows}
        self.beside(
            lambda: renumbering(document.state.root, rows, start, step, inside),
            lambda found: self._show(found, len(rows), labels) if isinstance(found, Renumbering) else None,
        )

    def _show(self, found: Renumbering, cues: int, labels: dict[str, str]) -> None:
        self._coming = found
        self.drawer.show_lines([f"{was}  →  {now}    {labels.get(was, '')}" for was, now in found.renamed.items()])
        whole = "" if cues == len(outermost(self.panel.chosen, self.panel.model)) else tr(", the whole list")
        many = len(found.renamed)
        said = tr("%n number(s) (changes|change){whole}. Who names these cues names them by the new ones.", "", many)
        self.drawer.say(said.format(whole=whole) if many else tr("Nothing changes."), wrong=not many)

    def do(self) -> None:
        if self._coming is not None and self._coming.renamed:
            self.edit(self._coming.edit)


class ReplaceDrawer(_Asked):
    """In labels, notes and addresses, of all cues or of the selected ones."""

    def __init__(self, panel: CueListPanel, context: Context) -> None:
        super().__init__(panel, context, Drawer(tr("Find and replace"), tr("Replace all")))
        self.find, self.replace = QLineEdit(), QLineEdit()
        self.fields = {key: QCheckBox(tr(words)) for key, words in FIELDS.items()}
        self.match_case, self.selected = QCheckBox(tr("Match case")), QCheckBox(tr("Selected only"))
        self.fields["label"].setChecked(True)
        self.drawer.add_fields((tr("Find"), self.find), (tr("replace with"), self.replace))
        self.drawer.add_fields(*(("", each) for each in (*self.fields.values(), self.match_case, self.selected)))
        self._found: list[Replacement] = []
        for field in (self.find, self.replace):
            field.textEdited.connect(self.look)
        for box in (*self.fields.values(), self.match_case, self.selected):
            box.toggled.connect(self.look)
        context.actions.bind("replace", self.open)

    def open(self) -> None:
        self.drawer.open(self.find)
        self.look()

    def look(self, *_: object) -> None:
        find, replace = self.find.text(), self.replace.text()
        fields = [key for key, box in self.fields.items() if box.isChecked()]
        cues = set(self.context.selection.cues) if self.selected.isChecked() else None
        match_case, document = self.match_case.isChecked(), self.context.desk.session.document
        self.beside(
            lambda: replacements(document.state.root, find, replace, fields, cues=cues, match_case=match_case),
            lambda found: self._show(found) if isinstance(found, list) else None,
        )

    def _show(self, found: list[Replacement]) -> None:
        self._found = found
        self.drawer.show_lines([f"{each.cue}    {each.before}  →  {each.after}" for each in found])
        cues = len({each.cue for each in found})
        said = (
            tr("{texts} in %n cue(s) (changes|change), as one step of undo.", "", cues).format(
                texts=tr("%n text(s)", "", len(found))
            )
            if found
            else tr("Nothing is found.")
        )
        self.drawer.say(said if self.find.text() else tr("Write what to look for."), wrong=not found)

    def do(self) -> None:
        try:
            edit = edit_of(self._found, self.find.text(), self.replace.text())
        except EditRefused as refused:
            self.drawer.say(str(refused), wrong=True)
        else:
            self.edit(edit)


class PropertiesDrawer(_Asked):
    """What the copied cue says, each with a tick: the selected cues get what is ticked."""

    def __init__(self, panel: CueListPanel, context: Context) -> None:
        super().__init__(panel, context, Drawer(tr("Paste properties"), tr("Paste")))
        self.drawer.preview.hide()
        self.boxes: dict[Field, QCheckBox] = {}
        self._text = ""
        context.actions.bind("paste properties", self.open)

    def open(self) -> None:
        self._text = QGuiApplication.clipboard().text()
        try:
            source = cues_of(self._text)[0]
        except EditRefused as refused:
            self.context.desk.said.emit(
                tr("Nothing has changed. {refused}.").format(refused=str(refused)[:1].upper() + str(refused)[1:])
            )
            return
        ticked = {field for field, box in self.boxes.items() if box.isChecked()}
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for field, words in offered(source).items():
            value = said(source, field)
            box = self.boxes[field] = QCheckBox(f"{words}:  {value if len(value) < 60 else value[:57] + '…'}")
            box.setChecked(field in ticked)
            box.toggled.connect(self.look)
            self.drawer.add_fields(("", box))
        if not self.boxes:
            self.context.desk.said.emit(tr("The copied cue has no property that others could have."))
            return
        self.drawer.open(next(iter(self.boxes.values())))
        self.look()

    @property
    def _fields(self) -> list[Field]:
        return [field for field, box in self.boxes.items() if box.isChecked()]

    def look(self, *_: object) -> None:
        cues, fields = len(self.context.selection.cues), self._fields
        if not cues:
            self.drawer.say(tr(NOTHING), wrong=True)
        elif not fields:
            self.drawer.say(tr("Tick what is to be pasted."), wrong=True)
        else:
            self.drawer.say(
                tr("{count} of the copied cue into {cues} selected, as one step of undo.").format(
                    count=len(fields), cues=cues
                )
            )

    def do(self) -> None:
        self.edit(pasting(cues_of(self._text)[0], self._fields, items_of(self.panel.chosen)))
