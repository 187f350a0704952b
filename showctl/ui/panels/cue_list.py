"""The cue lists and carts of the show: a tab each, and what the operator asks of their cues."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from showctl.engine.command import TakeFrom
from showctl.engine.event import AnyEvent, CueEnded, CueStarted
from showctl.engine.snapshot import Snapshot
from showctl.engine.taking import refusal
from showctl.ui.actions import Actions
from showctl.ui.acts import (
    ARM,
    FLAG,
    LOAD,
    MENU,
    PAUSE,
    SEND,
    SKIP,
    STANDBY,
    START,
    STOP,
    TAKE,
    Acts,
    standby_refused,
)  # fmt: skip
from showctl.ui.describe import called, lookless, start_said
from showctl.ui.desk import Desk
from showctl.ui.evening import effects
from showctl.ui.measure import WIDE, Measures
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import CueTreeModel
from showctl.ui.models.devices import DevicesModel
from showctl.ui.panels.cart_view import CartView
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.list_menus import ListMenus
from showctl.ui.panels.list_tabs import ListTabs, TabState, serve_tab_keys
from showctl.ui.panels.load_field import LoadField
from showctl.ui.panels.row_keys import ASKED, AskedBy, asked_by, nothing
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr

_IN_SIGHT_ONLY = {START, SEND, ARM, FLAG}
"""What a key does at once and to a cue that may have been selected long ago: only if the operator sees which."""


class CueListPanel(QWidget):
    """One view and one model a list."""

    take_asked = Signal(object)
    """The CueRow from which the show shall be taken."""

    edit_asked = Signal(str, object)
    """What is to be done to the cue as it is written, one of edit_acts, and its CueRow."""
    view_made = Signal(object)
    """A view of a list that is new."""
    measured = Signal(object)
    """Other Measures."""
    shown = Signal()
    """Another list is shown, or another state of the show."""

    def __init__(self, desk: Desk, theme: Theme, devices: DevicesModel) -> None:
        super().__init__()
        self._desk, self._theme, self._devices = desk, theme, devices
        self._measures = WIDE
        self._acts = Acts(desk)
        self.asked_by: AskedBy = nothing
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = ListTabs(theme)
        self._stack = QStackedWidget()
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        """Rows over and below the lists: what finds and edits them."""
        self.models: list[CueTreeModel] = []
        self.views: list[CueView | CartView] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        self.beside_tabs = QHBoxLayout()
        self.beside_tabs.addWidget(self.tabs)
        layout.addLayout(self.beside_tabs)
        self.load = LoadField(desk)
        self.load.left.connect(lambda: self.view.setFocus())
        layout.addWidget(self.load)
        layout.addLayout(self.above)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self.below)
        self.menus = ListMenus(self._stack, theme, desk, self._acts)
        self.menus.act_chosen.connect(self._do)
        self.menus.edit_chosen.connect(self.edit_asked)
        self._follow()
        serve_tab_keys(self, self._show_beside, self._show_at)
        self.tabs.currentChanged.connect(self._show)
        self.tabs.menu_wanted.connect(self._open_list_menu)
        desk.show_changed.connect(self._follow)
        desk.snapshot_changed.connect(self._take)
        desk.list_changed.connect(self._tell_tabs)
        desk.happened.connect(self._note)
        self._tell_tabs()

    def _follow(self) -> None:
        """The lists of the show as it is now: those that were there keep their views."""
        lists = self._desk.show.cue_lists
        segments = {segment.id: start_said(segment) for segment in self._desk.show.run_of_show}
        known = {(model.name, model.cart): (model, view) for model, view in zip(self.models, self.views, strict=True)}
        names = [(name, cue_list.cart) for name, cue_list in lists.items()]
        for model, view in known.values():
            if (model.name, model.cart) in names:
                with view.changing():
                    model.follow(lists[model.name])
        if names != [*known]:
            self._lay_tabs([known.get(each) or self._make(each[0]) for each in names])
        for view in self.views:
            if isinstance(view, CueView):
                view.segments = segments
        if self.menus.row is not None and not self._stands(self.menus.row):
            self.menus.menu.close_menu()
        if self.load.open_for is not None and not self._stands(self.load.open_for):
            self.load.close_opened()
        self.shown.emit()

    def _stands(self, row: CueRow) -> bool:
        return any(model.find(row.id) is row for model in self.models)

    def _make(self, name: str) -> tuple[CueTreeModel, CueView | CartView]:
        model = CueTreeModel(name, self._desk.show.cue_lists[name], self)
        view = CartView(model, self._theme) if model.cart else CueView(model, self._theme, {})
        view.set_measures(self._measures)
        view.asked_by = lambda event: self.asked_by(event)
        self._stack.addWidget(view)
        if isinstance(view, CueView):
            view.lookless = self._lookless
            view.wanted.connect(self._want)
            view.stepped.connect(self._desk.step)
            view.ended.connect(self._want_end)
        view.asked.connect(self._ask)
        view.menu_wanted.connect(self._open_menu)
        self._desk.ticked.connect(view.tick)
        self.view_made.emit(view)
        return model, view

    def _lookless(self, row: CueRow) -> bool:
        return lookless(row.cue) and lookless(row.cue, effects(self._desk.program, row.id))

    def _lay_tabs(self, lists: list[tuple[CueTreeModel, CueView | CartView]]) -> None:
        """These and no others; the one that is shown stays shown, and keeps the keyboard."""
        shown = self.model.name if self.models else ""
        had_focus = any(view.hasFocus() for view in self.views)
        for model, view in zip(self.models, self.views, strict=True):
            if (model, view) not in lists:
                self._stack.removeWidget(view)
                view.deleteLater()
                model.deleteLater()
        self.models, self.views = [model for model, _ in lists], [view for _, view in lists]
        self.tabs.blockSignals(True)
        self.tabs.drop()
        for model in self.models:
            self.tabs.add(self._state(model))
        at = next((at for at, model in enumerate(self.models) if model.name == shown), 0)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)
        self._stack.setCurrentWidget(self.views[at])
        if had_focus:
            self.views[at].setFocus()

    def _show_at(self, at: int) -> None:
        if at < len(self.models):
            self.tabs.setCurrentIndex(at)

    @property
    def model(self) -> CueTreeModel:
        """The list that is shown."""
        return self.models[self.tabs.currentIndex()]

    @property
    def view(self) -> CueView | CartView:
        return self.views[self.tabs.currentIndex()]

    @property
    def chosen(self) -> list[CueRow]:
        """The selected rows of the list that is shown, in order."""
        view = self.view
        if isinstance(view, CueView):
            return view.chosen
        return [view.selected] if view.selected is not None else []

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        for view in self.views:
            view.set_measures(measures)
        self.measured.emit(measures)

    def _show_beside(self, step: int) -> None:
        """The next list, after the last the first."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(self.models))

    def _show(self, at: int) -> None:
        had_focus = any(view.hasFocus() for view in self.views)
        self.menus.menu.close_menu()
        self._stack.setCurrentWidget(self.views[at])
        self._desk.show_list(self.models[at].name)
        if had_focus:
            self.views[at].setFocus()
        self.shown.emit()

    def _take(self, snapshot: Snapshot) -> None:
        for model, view in zip(self.models, self.views, strict=True):
            before = model.standby_row
            model.take(snapshot, self._devices.broken)
            if model.standby_row is not before:
                if isinstance(view, CueView) and not (view.keeps_selected or view.pinned):
                    view.forget_selected()  # from now on keys mean the new standby
                view.follow()
        self._tell_tabs()

    def _tell_tabs(self, *_: object) -> None:
        for at, model in enumerate(self.models):
            self.tabs.take(at, self._state(model))

    def _state(self, model: CueTreeModel) -> TabState:
        standby = model.standby_row
        go = model.name == self._desk.list
        number = standby.cue.number if standby is not None else "end" if not model.cart and self._desk.snapshot else ""
        return TabState(model.label, model.cart, str(model.count), number, len(model.active_rows), go)

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, CueEnded | CueStarted):
            done = isinstance(event, CueEnded) and not event.stopped
            for model in self.models:
                model.mark_done(event.cue, done)

    def serve(self, actions: Actions) -> None:
        """Keys, menus and who asks by name come from the table."""
        self.asked_by, self._acts.key = asked_by(actions), actions.key
        for name, act in ASKED.items():
            actions.bind(name, partial(self._ask, act))

    # What the operator does ----------------------------------------------------------------------------------------

    def _want(self, row: CueRow) -> None:
        self._do(STANDBY, row)

    def _want_end(self, position: int) -> None:
        row = self.model.top(position)
        if row is not None:
            self._desk.set_standby(row.id)

    def _ask(self, act: str) -> None:
        """What a key, or a press on a tile, asks for."""
        row = self.model.active_meant(self.view.selected) if act in (STOP, PAUSE, SKIP) else self.view.meant
        if row is None:
            return
        if act in _IN_SIGHT_ONLY and not self.view.in_sight(row):
            self.view.show_row(row)
            self._desk.said.emit(
                tr("{cue} was out of sight. Press the key again if it is the one.").format(cue=called(row.cue))
            )
            return
        if act == MENU:
            self._open_menu(row)
        else:
            self._do(act, row)

    def _do(self, act: str, row: CueRow) -> None:
        refused = standby_refused(row, self.model) if act == STANDBY else ""
        if act == TAKE:
            refused = refusal(self._desk.program, TakeFrom(cue=row.id))
        if refused:
            self._desk.denied.emit(refused if act == STANDBY else f"{refused[0].upper()}{refused[1:]}.")
        elif act == STANDBY:
            self._desk.set_standby(row.id)
        elif act == TAKE:
            self.take_asked.emit(row)
        elif act == LOAD:
            self.load.open(row)
        else:
            self._acts.do(act, row)

    def _open_menu(self, row: CueRow) -> None:
        place = self.view.place_of(row)
        place.moveTopLeft(self.view.viewport().mapTo(self._stack, place.topLeft()))
        self.menus.open_row(row, self.model, place)

    def _open_list_menu(self, at: int) -> None:
        place = self.tabs.tabRect(at)
        place.moveTopLeft(self.tabs.mapTo(self, place.topLeft()) - self._stack.pos())
        self.menus.open_list(self.models[at], place)
