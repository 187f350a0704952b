"""Building in the cue list: what keys, buttons and the mouse do to the cues that are selected."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from showctl.session.change import Changing, EditRefused
from showctl.session.edit import Paste, Place, Several
from showctl.showfile.device_profile import device_profiles
from showctl.showfile.graft import at
from showctl.showfile.item import Item, path_of
from showctl.showfile.suggest import listed
from showctl.ui.actions import ACTS
from showctl.ui.acts import Offer
from showctl.ui.context import Context
from showctl.ui.cue_edits.cells import next_turn
from showctl.ui.cue_edits.chosen import in_order, items_of, outermost
from showctl.ui.cue_edits.least_cue import NO_DEVICE
from showctl.ui.cue_edits.new_cue import KINDS, OTHERS, kind_of, new_cue, place_after, template_of
from showctl.ui.cue_edits.shape import copied, deletion, duplication, grouping, moved, ungrouping
from showctl.ui.cue_edits.steps import step_in, step_out, step_over
from showctl.ui.cue_edits.templates import Templates
from showctl.ui.mode import Mode
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.tongue import marked, tr

NOTHING = marked("No cue is selected. Click one; Shift and Ctrl select more.")


class ListEdits(QObject):
    """One for the console. Who is asked for more than a key says (find, renumber …) has a panel of its own."""

    def __init__(self, panel: CueListPanel, context: Context) -> None:
        super().__init__(panel)
        self._panel, self._context = panel, context
        self._desk, self._editing = context.desk, context.editing
        self.templates = Templates(context.settings)
        self._new_from: dict[str, int] = {}
        """While an edit is under way: by list how many rows had been made; those that are new get selected."""
        self._next: int | None = None
        """After a deletion: the key of the row that is selected then."""
        for kind in (*KINDS, *OTHERS):
            context.actions.bind(f"new {kind}", partial(self.new, kind))
        context.actions.bind("new other", self.offer_others)
        panel.menus.option_chosen.connect(self._take_option)
        acts: dict[str, Callable[[], object]] = {
            "cut": self.cut, "copy": self.copy, "paste": self.paste, "delete": self.delete,
            "select all": self.select_all, "template": self.make_template, "continue": self.turn_continue,
            "duplicate": lambda: self._of_chosen(duplication),
            "group": lambda: self._of_chosen(grouping),
            "ungroup": lambda: self._of_chosen(ungrouping),
            "move up": lambda: self._step(partial(step_over, step=-1)),
            "move down": lambda: self._step(partial(step_over, step=1)),
            "move in": lambda: self._step(step_in),
            "move out": lambda: self._step(step_out),
        }  # fmt: skip
        for act, do in acts.items():
            context.actions.bind(act, do)
        self._shortcuts: list[QShortcut] = []
        self._serve_keys()
        context.actions.changed.connect(self._serve_keys)
        panel.shown.connect(self._follow)
        panel.view_made.connect(self._take_view)
        for view in panel.views:
            self._take_view(view)

    def _serve_keys(self) -> None:
        """Keys that work while the list has the keyboard, and nowhere else: Del in a field deletes letters."""
        acts = [act.id for act in ACTS if act.when == "list" and (len(act.mode) < len(Mode) or act.id == "copy")]
        bound = [act for act in acts if self._context.actions.is_bound(act)]
        wanted = [(act, key) for act in bound for key in self._context.actions.keys(act)]
        if wanted == [(each.objectName(), each.key().toString()) for each in self._shortcuts]:
            return
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        for act, key in wanted:
            shortcut = QShortcut(QKeySequence(key), self._panel, partial(self._context.actions.run, act))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(act.startswith("move"))
            shortcut.setObjectName(act)
            self._shortcuts.append(shortcut)

    def _take_view(self, view: object) -> None:
        if isinstance(view, CueView):
            view.dropped.connect(self._drop)

    # Edits -----------------------------------------------------------------------------------------------------------

    def new(self, kind: str) -> None:
        """A cue of a kind after what is selected, at the end where nothing is; several become a group's."""
        rows = self._panel.chosen
        if kind == "group" and len(rows) > 1:
            self._of_chosen(grouping)
            return
        self._context.actions.run("page cues")  # where its fields are
        path = self._desk.session.path
        self._do(new_cue(kind, self.templates.text(kind), self._place(), partial(device_profiles, path)))

    def offer_others(self) -> None:
        """The kinds of cues that have no button; arrows and Enter are the menu's, and no field's."""
        self._panel.view.setFocus()
        acts = self._context.actions
        offers = [Offer(f"new {kind}", tr(words), acts.key(f"new {kind}")) for kind, words in OTHERS.items()]
        self._panel.menus.offer_options(tr("New cue"), offers, QRect(0, 0, self._panel.view.width(), 1))

    def _take_option(self, option: str) -> None:
        if option.startswith("new ") or option == "page patch":
            self._context.actions.run(option)

    def delete(self) -> None:
        rows = self._panel.chosen
        if rows:
            after = self._beside(rows)
            self._try(lambda: deletion(rows, self._panel.model), then_select=after)
        else:
            self._desk.said.emit(tr(NOTHING))

    def copy(self) -> None:
        self._copy(lambda: None)

    def cut(self) -> None:
        self._copy(self.delete)

    def paste(self) -> None:
        """What the clipboard holds, after what is selected."""
        self._do(Paste(QGuiApplication.clipboard().text(), self._place()))

    def select_all(self) -> None:
        view = self._panel.view
        if isinstance(view, CueView) and view.many:
            view.select_rows(view.unfolded)

    def make_template(self) -> None:
        """New cues of its kind are like the selected one from now on."""
        rows = self._panel.chosen
        if not rows:
            self._desk.said.emit(tr(NOTHING))
            return
        root = self._desk.session.document.state.root
        path = path_of(root, Item("cue", rows[0].id))
        text = template_of(root, path)
        kind = kind_of(at(root, path))
        if not kind:
            known = listed([*KINDS, *OTHERS])
            self._desk.said.emit(
                tr("There is no template for this kind of cue. Those with one: {known}.").format(known=known)
            )
            return
        self.templates.keep(kind, text)
        self._desk.said.emit(
            tr("New {kind} cues on this machine are like {number} from now on.").format(
                kind=kind, number=rows[0].cue.number
            )
        )

    def forget_template(self, kind: str) -> None:
        """New cues of a kind are as they come."""
        self.templates.keep(kind, "")

    def turn_continue(self) -> None:
        """What follows the selected cues: the next of nothing, auto-continue, auto-follow; the first of them says."""
        rows = self._panel.chosen
        if not rows:
            self._desk.said.emit(tr(NOTHING))
            return
        alike = [row for row in rows if row.cue.continue_ is rows[0].cue.continue_]
        edits = tuple(next_turn(row.cue, Item("cue", row.id)) for row in alike)
        self._do(Several(edits, tr("continue of %n cue(s)", "", len(edits))) if len(edits) > 1 else edits[0])

    def _drop(self, rows: list[CueRow], place: Place) -> None:
        self._try(lambda: moved(rows, self._panel.model, place))

    def _step(self, step: Callable[..., Place | None]) -> None:
        rows = outermost(self._panel.chosen, self._panel.model)
        place = step(self._panel.model, rows) if rows else None
        if place is not None:
            self._drop(rows, place)
        elif not rows:
            self._desk.said.emit(tr(NOTHING))

    def _of_chosen(self, make: Callable[..., Changing]) -> None:
        rows = self._panel.chosen
        if rows:
            self._try(lambda: make(rows, self._panel.model))
        else:
            self._desk.said.emit(tr(NOTHING))

    def _try(self, make: Callable[[], Changing], then_select: int | None = None) -> None:
        try:
            edit = make()
        except EditRefused as refused:
            self._refuse(str(refused))
        else:
            self._do(edit, then_select)

    def _do(self, edit: Changing, then_select: int | None = None) -> None:
        self._new_from = {model.name: model.made for model in self._panel.models}
        self._next = then_select
        self._editing.do(edit, failed=self._refuse)

    def _refuse(self, why: str) -> None:
        self._new_from, self._next = {}, None
        if why in map(tr, NO_DEVICE):
            self._panel.view.setFocus()
            key = self._context.actions.key("page patch")
            offers = [Offer("page patch", tr("Add a device, under Patch"), key)]
            self._panel.menus.offer_options(tr("A device is missing"), offers, QRect(0, 0, self._panel.view.width(), 1))
        if why != self._desk.modes.may_edit():
            self._desk.said.emit(tr("Nothing has changed. {why}.").format(why=why[:1].upper() + why[1:].rstrip(".")))

    def _copy(self, then: Callable[[], object]) -> None:
        items = items_of(outermost(self._panel.chosen, self._panel.model))
        if not items:
            self._desk.said.emit(tr(NOTHING))
            return
        document = self._desk.session.document

        def take(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._desk.said.emit(
                tr("Copied: {items}, as YAML text.").format(
                    items=items[0] if len(items) == 1 else tr("%n cue(s)", "", len(items))
                )
            )
            then()

        self._editing.turn.begin(lambda: copied(document.state.root, items), take, self._refuse)

    # What is selected then -------------------------------------------------------------------------------------------

    def _place(self) -> Place:
        rows = outermost(self._panel.chosen, self._panel.model)
        return place_after(rows[-1].id if rows else "", self._panel.model.name)

    def _beside(self, rows: list[CueRow]) -> int | None:
        """The row that is selected when these are gone: the one below the last of them, else above the first."""
        model = self._panel.model
        last = outermost(rows, model)[-1]
        siblings = model.siblings(next(model.around(last), None))
        going = {row.key for row in rows}
        rest = [*siblings[last.position + 1 :], *reversed(siblings[: last.position])]
        return next((row.key for row in rest if row.key not in going), None)

    def _follow(self) -> None:
        """The show is another: what came by the edit is selected."""
        model, view = self._panel.model, self._panel.view
        made = self._new_from.pop(model.name, model.made)
        if isinstance(view, CueView) and view.edits:
            new = [row for key in range(made, model.made) if (row := model.row_of(key)) is not None]
            if new:
                keys = {row.key for row in new}
                outer = in_order((row for row in new if row.parent not in keys), model)
                view.select_rows(outer)
                if not view.in_sight(outer[-1]):
                    view.show_row(outer[-1])
            elif self._next is not None and not view.chosen and (row := model.row_of(self._next)) is not None:
                view.select(row)
        self._new_from, self._next = {}, None
