"""The rig: where fixtures are and what they do, and the levels that go out."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from showctl.model.plan import Plan
from showctl.model.selection import expand
from showctl.session.edit import Several
from showctl.ui.context import Context
from showctl.ui.light_now import LightNow
from showctl.ui.mode import Mode
from showctl.ui.monitors.placing import HIGH, moved, placed
from showctl.ui.monitors.rig_light import lamps
from showctl.ui.panels.chips import Chips
from showctl.ui.panels.dmx_panel import DmxPanel
from showctl.ui.panels.empty_state import EmptyState
from showctl.ui.panels.rig_drawing import Picture
from showctl.ui.panels.rig_edge import RigEdge
from showctl.ui.panels.rig_list import WIDE, RigList
from showctl.ui.panels.rig_values import RigValues
from showctl.ui.panels.rig_view import RigView
from showctl.ui.rig_plan import RigPlan
from showctl.ui.rig_source import RigSource, Shown
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, font

BESIDE = 1240
"""Width from which on rig and levels stand beside each other; below it the levels are a tab."""
LISTED = 640
"""Width from which on the list of fixtures stands beside the rig."""
_VIEWS = (
    ("both", marked("Plan and front"), marked("The rig from above and from the audience")),
    ("plan", marked("Plan"), marked("The rig from above")),
    ("front", marked("Front"), marked("The rig from the audience")),
    ("dmx", "DMX", marked("The levels that go out")),
)
_LIGHTS: tuple[tuple[Shown, str, str], ...] = (
    ("live", marked("Live"), marked("The light that goes out now")),
    ("standby", marked("Standby"), marked("The light that the standby cue will make")),
    ("selected", marked("Selected cue"), marked("The light of the cue that is selected in the list")),
)
_HOW = marked(
    "In Edit mode drag fixtures from below into the room, or write position: [x, y, z] in metres in the patch."
)


class RigPage(QWidget):
    """Its parts read the light together, while anybody can see them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.light = LightNow(context.desk, self)
        self.source = RigSource(context, self.light, self)
        self.dmx = DmxPanel(context, self.light)
        self.list = RigList(context)
        self.values = RigValues(context, self.light, self.source)
        self.plan, self.front = RigView(context, "plan"), RigView(context, "front")
        self.nowhere = EmptyState(context.theme, tr("No fixture has a position"), tr(_HOW))
        self.edge = RigEdge(context)
        self.view = Chips(tr("What is shown"), _VIEWS)
        self.lights = Chips(tr("Which light is shown"), _LIGHTS)
        self.said = QLabel()
        self.said.setObjectName("caption")
        self.said.setFont(font(13))
        self.picture = RigPlan(context, self)
        self.background = QLineEdit(self.picture.text)
        self.background.setFont(font(13))
        self.background.setFixedHeight(44)
        self.background.setMinimumWidth(90)
        self.background.setMaximumWidth(240)
        self.background.setPlaceholderText(tr("Plan: hall.png 24 -12 -16"))
        self.background.setAccessibleName(tr("Picture of the room: file, width in metres, lower left corner"))
        self.background.setToolTip(
            tr("A PNG, JPG or SVG behind the plan: its file, width and lower left corner in metres (Tab, Enter)")
        )
        self.fit = QPushButton(tr("Fit"))
        self.fit.setFont(font(13, MEDIUM))
        self.fit.setFixedHeight(44)
        self.fit.setAutoDefault(True)
        self.fit.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fit.setAccessibleName(tr("Show the whole rig"))
        self.fit.setToolTip(tr("Show the whole rig (Home)"))
        self._lay_out()
        self.fit.clicked.connect(self.plan.fit)
        self.fit.clicked.connect(self.front.fit)
        self.background.returnPressed.connect(lambda: self.picture.put(self.background.text()))
        self.picture.made.connect(self._back)
        self.view.picked.connect(lambda _: self._arrange())
        self.lights.picked.connect(self.source.show)
        self.source.changed.connect(self._take)
        self.source.patched.connect(self._follow)
        context.selection.fixtures_changed.connect(self._take)
        self.edge.wanted.connect(lambda entry: self.plan.place([entry], QPointF(self.plan.rect().center())))
        for drawn in (self.plan, self.front):
            drawn.moved.connect(self._move)
            drawn.dropped.connect(self._place)
        context.desk.show_changed.connect(self._follow)
        self._follow()
        if not self._placed:
            self.view.choose("dmx")
        self._arrange()
        context.desk.modes.changed.connect(lambda _: self._arrange())
        self.picture.follow()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 0)
        head.addWidget(self.view)
        head.addSpacing(8)
        head.addWidget(self.lights)
        head.addStretch(1)
        head.addWidget(self.background, 1)
        head.addWidget(self.fit)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.list, 1)
        left.addWidget(self.values)
        self._left.setMinimumWidth(200)
        views = self._views = QSplitter(Qt.Orientation.Vertical)
        views.addWidget(self.plan)
        views.addWidget(self.front)
        views.setSizes([680, 320])
        views.setChildrenCollapsible(False)
        self._drawn = QWidget()
        drawn = QVBoxLayout(self._drawn)
        drawn.setContentsMargins(0, 0, 0, 8)
        drawn.addWidget(self.said)
        drawn.addWidget(views, 1)
        drawn.addWidget(self.nowhere, 1)
        drawn.addWidget(self.edge)
        parts = QSplitter(Qt.Orientation.Horizontal)
        for part in (self._left, self._drawn, self.dmx):
            parts.addWidget(part)
        parts.setSizes([WIDE, 600, 540])
        parts.setStretchFactor(0, 0)
        parts.setStretchFactor(1, 1)
        parts.setStretchFactor(2, 0)
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(parts, 1)

    def _follow(self) -> None:
        patch = self._context.desk.show.patch
        every = lamps(patch, self.light.map, self.source.optics)
        self._every = every
        self._placed = [lamp for lamp in every if lamp.place is not None]
        bars = [entry.position for entry in patch if entry.position is not None]
        pairs = [(points[0], points[1]) for points in bars if len(points) == 2]
        self.plan.follow(self._placed, pairs)
        self.front.follow(self._placed, pairs)
        self.edge.follow([entry for entry in patch if entry.position is None])
        self.list.model.follow(patch, self._context.desk.program, self.light.map)
        self.list.follow()
        self.values.follow(every)
        self._arrange()

    def _take(self) -> None:
        if not self._left.isVisible() and not self._drawn.isVisible():
            return
        if (said := self.source.said) != self.said.text():
            self.said.setText(said)
            self.said.setVisible(bool(said))
        lit = dict(zip((lamp.name for lamp in self._every), self.source.lit(self._every), strict=True))
        now = [lit[lamp.name] for lamp in self._placed]
        self.plan.show_light(now)
        self.front.show_light(now)
        self.list.model.take(lit if self.source.known else {})
        self.values.take(lit)

    def _arrange(self) -> None:
        shown, beside = self.view.chosen, self.width() >= BESIDE
        only_levels = shown == "dmx"
        self._left.setVisible(not only_levels and self.width() >= LISTED)
        self._drawn.setVisible(not only_levels)
        self.dmx.setVisible(only_levels or beside)
        wide, high = self._drawn.width(), self._drawn.height()
        across = Qt.Orientation.Horizontal if wide > 1.5 * high else Qt.Orientation.Vertical
        if self._views.orientation() != across:
            self._views.setOrientation(across)
        self._views.setVisible(bool(self._placed))
        self.nowhere.setVisible(not self._placed)
        self.plan.setVisible(shown != "front")
        self.front.setVisible(shown != "plan")
        editing = self._context.desk.modes.mode is Mode.EDIT
        self.background.setVisible(editing and self.width() >= LISTED)
        for part in (self.fit, self.lights):
            part.setEnabled(not only_levels and bool(self._placed))
        self.first: QWidget = (
            self.dmx
            if only_levels
            else self.list
            if not self._placed
            else self.front
            if shown == "front"
            else self.plan
        )  # it gets the keyboard with the page
        self._take()

    def _back(self, image: QImage | None, plan: Plan | None) -> None:
        self.background.setText(self.picture.text)
        self.plan.show_plan(Picture(image, plan.width, plan.at) if image is not None and plan is not None else None)

    # In Edit mode ----------------------------------------------------------------------------------------------------

    def _move(self, by: tuple[float, float, float]) -> None:
        self._edit(moved(self._context.desk.show.patch, self._context.selection.fixtures, by))

    def _place(self, ids: tuple[str, ...], at: tuple[float, ...]) -> None:
        place = (at[0], at[1], at[2] if len(at) > 2 else HIGH)
        self._edit(placed(self._context.desk.show.patch, ids, place))
        self._context.selection.select_fixtures(name for each in ids for name in expand(each))

    def _edit(self, edit: Several | None) -> None:
        if edit is not None:
            self._context.editing.do(edit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.light.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.light.watch(False)
