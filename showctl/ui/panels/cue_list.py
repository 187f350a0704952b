"""The cue lists and carts of the show: a tab each, and what the operator asks of their cues."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from showctl.engine.command import TakeFrom
from showctl.engine.event import AnyEvent, CueEnded, CueStarted
from showctl.engine.snapshot import Snapshot
from showctl.engine.taking import refusal
from showctl.model.segment import Segment
from showctl.ui.acts import (
    ARM,
    FLAG,
    LOAD,
    MENU,
    PAUSE,
    RELEASE,
    STANDBY,
    START,
    STOP,
    TAKE,
    Acts,
    offers_of_list,
    standby_refused,
)
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.measure import Measures
from showctl.ui.models.cue_tree import CueRow, CueTreeModel
from showctl.ui.models.devices import DevicesModel
from showctl.ui.panels.cart_view import CartView
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.list_tabs import ListTabs, TabState
from showctl.ui.panels.load_field import LoadField
from showctl.ui.panels.row_menu import RowMenu
from showctl.ui.theme import Theme

_IN_SIGHT_ONLY = {START, ARM, FLAG}
"""What a key does at once and to a cue that may have been selected long ago: only if the operator sees which."""


class CueListPanel(QWidget):
    """One view and one model a list."""

    take_asked = Signal(object)
    """The CueRow from which the show shall be taken."""

    def __init__(self, desk: Desk, theme: Theme, devices: DevicesModel) -> None:
        super().__init__()
        self._desk, self._devices = desk, devices
        self._acts = Acts(desk)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        show = desk.session.show
        segments = {segment.id: _starts(segment) for segment in show.run_of_show}
        self.models = [CueTreeModel(name, cue_list, self) for name, cue_list in show.cue_lists.items()]
        self.tabs = ListTabs(theme)
        self._stack = QStackedWidget()
        self.views: list[CueView | CartView] = []
        for model in self.models:
            view = CartView(model, theme) if model.cart else CueView(model, theme, segments)
            self.views.append(view)
            self.tabs.add(self._state(model))
            self._stack.addWidget(view)
            if isinstance(view, CueView):
                view.wanted.connect(self._want)
                view.stepped.connect(desk.step)
                view.ended.connect(self._want_end)
            view.asked.connect(self._ask)
            view.menu_wanted.connect(self._open_menu)
            desk.ticked.connect(view.tick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        self.load = LoadField(desk)
        self.load.left.connect(lambda: self.view.setFocus())
        layout.addWidget(self.load)
        layout.addWidget(self._stack)
        self.menu = RowMenu(self._stack, theme)
        self._menu_of: CueRow | CueTreeModel | None = None
        self.menu.chosen.connect(self._choose)
        self._set_up_keys()
        self.tabs.currentChanged.connect(self._show)
        self.tabs.menu_wanted.connect(self._open_list_menu)
        desk.snapshot_changed.connect(self._take)
        desk.list_changed.connect(self._tell_tabs)
        desk.happened.connect(self._note)
        self._tell_tabs()

    def _set_up_keys(self) -> None:
        keys = {"Ctrl+PgDown": 1, "Ctrl+PgUp": -1}
        for key, step in keys.items():
            QShortcut(QKeySequence(key), self, lambda step=step: self._show_beside(step), autoRepeat=False)
        for at in range(min(len(self.models), 9)):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self, lambda at=at: self.tabs.setCurrentIndex(at))

    @property
    def model(self) -> CueTreeModel:
        """The list that is shown."""
        return self.models[self.tabs.currentIndex()]

    @property
    def view(self) -> CueView | CartView:
        return self.views[self.tabs.currentIndex()]

    def set_measures(self, measures: Measures) -> None:
        for view in self.views:
            view.set_measures(measures)

    def _show_beside(self, step: int) -> None:
        """The next list, after the last the first."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(self.models))

    def _show(self, at: int) -> None:
        had_focus = any(view.hasFocus() for view in self.views)
        self.menu.close_menu()
        self._stack.setCurrentIndex(at)
        self._desk.show_list(self.models[at].name)
        if had_focus:
            self.views[at].setFocus()

    def _take(self, snapshot: Snapshot) -> None:
        for model, view in zip(self.models, self.views, strict=True):
            before = model.standby_row
            model.take(snapshot, self._devices.broken)
            if model.standby_row is not before:
                if isinstance(view, CueView):
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
        return TabState(model.label, model.cart, str(len(model.rows)), number, len(model.active_rows), go)

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, CueEnded | CueStarted):
            done = isinstance(event, CueEnded) and not event.stopped
            for model in self.models:
                model.mark_done(event.cue, done)

    # What the operator does ----------------------------------------------------------------------------------------

    def _want(self, row: CueRow) -> None:
        self._do(STANDBY, row)

    def _want_end(self, position: int) -> None:
        row = self.model.top(position)
        if row is not None:
            self._desk.set_standby(row.id)

    def _ask(self, act: str) -> None:
        """What a key, or a press on a tile, asks for."""
        row = self._active_meant() if act in (STOP, PAUSE) else self.view.meant
        if row is None:
            return
        if act in _IN_SIGHT_ONLY and not self.view.in_sight(row):
            self.view.show_row(row)
            self._desk.said.emit(f"{called(row.cue)} was out of sight. Press the key again if it is the one.")
            return
        if act == MENU:
            self._open_menu(row)
        else:
            self._do(act, row)

    def _do(self, act: str, row: CueRow) -> None:
        refused = standby_refused(row, self.model) if act == STANDBY else ""
        if act == TAKE:
            refused = refusal(self._desk.session.program, TakeFrom(cue=row.id))
        if refused:
            self._desk.said.emit(refused if act == STANDBY else f"{refused[0].upper()}{refused[1:]}.")
        elif act == STANDBY:
            self._desk.set_standby(row.id)
        elif act == TAKE:
            self.take_asked.emit(row)
        elif act == LOAD:
            self.load.open(row)
        else:
            self._acts.do(act, row)

    def _active_meant(self) -> CueRow | None:
        """The selected cue if it is active, else the one of this list started last."""
        selected = self.view.selected
        if selected is not None and selected.active is not None:
            return selected
        active = self.model.active_rows
        return max(active, key=lambda row: row.active.run if row.active is not None else -1, default=None)

    def _open_menu(self, row: CueRow) -> None:
        self._menu_of = row
        place = self.view.place_of(row)
        place.moveTopLeft(self.view.viewport().mapTo(self._stack, place.topLeft()))
        self.menu.open(called(row.cue), self._acts.offers(row, self.model), place)

    def _open_list_menu(self, at: int) -> None:
        model = self.models[at]
        offers = offers_of_list(self._desk, model)
        if not offers:
            self._desk.said.emit(f"{model.label} moves no light: there is none to give back.")
            return
        self._menu_of = model
        place = self.tabs.tabRect(at)
        place.moveTopLeft(self.tabs.mapTo(self, place.topLeft()) - self._stack.pos())
        self.menu.open(model.label, offers, place)

    def _choose(self, act: str) -> None:
        if isinstance(self._menu_of, CueTreeModel):
            if act == RELEASE:
                self._desk.release(self._menu_of.name)
        elif self._menu_of is not None:
            self._do(act, self._menu_of)


def _starts(segment: Segment) -> str:
    """What the tag of a cue that starts a segment says."""
    start = segment.start
    return f"{segment.name}, hard start {start.time:%H:%M}" if start is not None and start.hard else segment.name
