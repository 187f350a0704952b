"""The cue lists of the show: a tab each, the shown one under the operator's hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from showctl.engine.event import AnyEvent, CueEnded, CueStarted
from showctl.engine.snapshot import Snapshot
from showctl.model.segment import Segment
from showctl.ui.desk import Desk
from showctl.ui.measure import Measures
from showctl.ui.models.cue_tree import CueRow, CueTreeModel
from showctl.ui.models.devices import DevicesModel
from showctl.ui.panels.cue_view import CueView
from showctl.ui.panels.tabs import Tabs
from showctl.ui.theme import Theme


class CueListPanel(QWidget):
    """One view and one model a list."""

    def __init__(self, desk: Desk, theme: Theme, devices: DevicesModel) -> None:
        super().__init__()
        self._desk, self._devices = desk, devices
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        show = desk.session.show
        segments = {segment.id: _starts(segment) for segment in show.run_of_show}
        self.models = [CueTreeModel(name, cue_list, self) for name, cue_list in show.cue_lists.items()]
        self.views = [CueView(model, theme, segments) for model in self.models]
        self.tabs = Tabs()
        self._stack = QStackedWidget()
        for model, view in zip(self.models, self.views, strict=True):
            self.tabs.addTab(f"{model.label}   {len(model.rows)}")
            self._stack.addWidget(view)
            view.wanted.connect(self._want)
            view.stepped.connect(desk.step)
            view.ended.connect(self._want_end)
            view.stop_pressed.connect(self._stop)
            view.pause_pressed.connect(self._pause)
            desk.ticked.connect(view.tick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack)
        self.tabs.currentChanged.connect(self._show)
        desk.snapshot_changed.connect(self._take)
        desk.happened.connect(self._note)

    @property
    def model(self) -> CueTreeModel:
        """The list that is shown."""
        return self.models[self.tabs.currentIndex()]

    @property
    def view(self) -> CueView:
        return self.views[self.tabs.currentIndex()]

    def set_measures(self, measures: Measures) -> None:
        for view in self.views:
            view.set_measures(measures)

    def _show(self, at: int) -> None:
        had_focus = any(view.hasFocus() for view in self.views)
        self._stack.setCurrentIndex(at)
        self._desk.show_list(self.models[at].name)
        if had_focus:
            self.views[at].setFocus()

    def _take(self, snapshot: Snapshot) -> None:
        for model, view in zip(self.models, self.views, strict=True):
            before = model.standby_row
            model.take(snapshot, self._devices.broken)
            if model.standby_row is not before:
                view.follow()

    def _note(self, event: AnyEvent) -> None:
        if isinstance(event, CueEnded | CueStarted):
            done = isinstance(event, CueEnded) and not event.stopped
            for model in self.models:
                model.mark_done(event.cue, done)

    # What the operator does ----------------------------------------------------------------------------------------

    def _want(self, row: CueRow) -> None:
        if row.parent is None:
            self._desk.set_standby(row.id)
            return
        group = self.model.rows[row.parent]
        self._desk.said.emit(f"{row.cue.number} is inside {group.cue.number}: it cannot be in standby by itself.")

    def _want_end(self, position: int) -> None:
        row = self.model.top(position)
        if row is not None:
            self._desk.set_standby(row.id)

    def _target(self) -> CueRow | None:
        """The selected cue if it is active, else the one started last."""
        active = self.model.active_rows
        selected = self.view.selected
        if selected is not None and selected.active is not None:
            return selected
        return max(active, key=lambda row: row.active.run if row.active is not None else -1, default=None)

    def _stop(self) -> None:
        row = self._target()
        if row is not None:
            self._desk.stop(row.id)

    def _pause(self) -> None:
        row = self._target()
        if row is not None and row.active is not None:
            (self._desk.resume if row.active.paused_at is not None else self._desk.pause)(row.id)


def _starts(segment: Segment) -> str:
    """What the tag of a cue that starts a segment says."""
    start = segment.start
    return f"{segment.name}, hard start {start.time:%H:%M}" if start is not None and start.hard else segment.name
