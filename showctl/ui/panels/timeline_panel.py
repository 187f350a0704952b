"""The timeline of a group, a tab of the inspector: its rows under a ruler, and what of it is in sight."""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollBar, QVBoxLayout, QWidget

from showctl.model.cue import Cue, CueId
from showctl.model.unit import format_seconds
from showctl.session.edit import Set
from showctl.showfile.item import Item
from showctl.ui.context import Context
from showctl.ui.ink import draw_text, fill_rounded, width
from showctl.ui.models.timeline import TimelineModel, bars_of, end_of, playhead
from showctl.ui.motion import Pace
from showctl.ui.panels.timeline_row import HEAD, INSET
from showctl.ui.panels.timeline_view import ZOOM, TimelineView
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import SEMIBOLD, font

TIMELINE = marked("Timeline")
"""The tab."""
HINT = marked("Drag, or ← → with Shift finer. Alt: no snap")
MILLI = 1000
"""Steps of the scroll bar in a second."""


class Ruler(QWidget):
    """The figures of the grid, and the time of the playhead."""

    def __init__(self, view: TimelineView, theme: Theme) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self.setFixedHeight(28)
        view.scaled.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t, scale = QPainter(self), self._theme, self._view.scale
        left, low = HEAD + INSET, float(self.height())
        painter.setClipRect(QRectF(HEAD, 0, self.width() - HEAD, self.height()))
        painter.setPen(QPen(colour(t.line_strong), 1))
        for at in scale.lines(scale.grid, self._view.lane):
            x = round(left + scale.x(at)) + 0.5
            painter.drawLine(QPointF(x, low - 5), QPointF(x, low))
        for at in scale.lines(scale.figures, self._view.lane):
            x = left + scale.x(at)
            draw_text(painter, QRectF(x + 4, 0, 90, low - 4), format_seconds(at), 12, t.text_3)
            painter.setPen(QPen(colour(t.line_strong), 1))
            painter.drawLine(QPointF(round(x) + 0.5, low - 12), QPointF(round(x) + 0.5, low))
        if self._view.playhead is not None:
            said = format_seconds(round(self._view.playhead, 1))
            x = left + scale.x(self._view.playhead)
            box = QRectF(x - 1, 3, width(said, 12, SEMIBOLD) + 12.0, 19)
            fill_rounded(painter, box, 4, t.running.tint)
            draw_text(painter, box.adjusted(6, 0, 0, 0), said, 12, t.running.colour, weight=SEMIBOLD)


class TimelinePanel(QWidget):
    """Follows one group. Each move is an edit of one offset."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._desk, self._editing = context.desk, context.editing
        self.group: CueId = ""
        """Whose timeline it is; empty: none is shown."""
        self.model = TimelineModel(self)
        self.view = TimelineView(self.model, context.theme, lambda: self._desk.modes.may_edit("at"))
        self.ruler = Ruler(self.view, context.theme)
        self.said, self.hint = QLabel(), QLabel(tr(HINT))
        self.along = QScrollBar(Qt.Orientation.Horizontal)
        self.along.setAccessibleName(tr("What of the timeline is in sight"))
        self.setFocusProxy(self.view)
        for label in (self.said, self.hint):
            label.setFont(font(13))
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setObjectName("caption")
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 4)
        top.setSpacing(8)
        top.addWidget(self.said, 1)
        top.addWidget(self.hint)
        for words, name, key, act in (
            ("−", tr("Zoom out"), "−", lambda: self.view.zoom(1 / ZOOM)),
            ("+", tr("Zoom in"), "+", lambda: self.view.zoom(ZOOM)),
            (tr("Fit"), tr("Show all of it"), "0", self.view.fit),
        ):
            button = QPushButton(words)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumSize(44, 32)
            button.clicked.connect(lambda _=False, act=act: act())
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        for part in (self.ruler, self.view, self.along):
            column.addWidget(part)
        self.view.moved.connect(self._move)
        self.view.refused.connect(lambda words: self._desk.said.emit(f"{words}."))
        self.view.scaled.connect(self._set_scroll)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._say())
        self.along.valueChanged.connect(lambda at: self.view.set_scale(self.view.scale.begun_at(at / MILLI)))
        self._pace = Pace()
        self._desk.ticked.connect(self._tick)
        self._desk.modes.changed.connect(lambda _: self._say())

    def follow(self, ids: Sequence[CueId], cues: Mapping[CueId, Cue]) -> bool:
        """The cues that are selected. Whether there is a timeline where there was none, or none where there was."""
        bars = bars_of(ids[0], cues) if len(ids) == 1 else ()
        was, before = bool(self.group), self.group
        self.group = ids[0] if bars else ""
        self.model.take(bars)
        self.view.settle()
        if self.group != before:
            self.view.setAccessibleName(tr("Timeline of {group}").format(group=self.group))
            self.view.fit()
            if bars:
                self.view.setCurrentIndex(self.model.index(0))
        self.view.refit()
        self._say()
        return was != bool(self.group)

    def _say(self) -> None:
        """What is selected in it, and whether it can be moved."""
        bar = self.view.current
        self.said.setText(bar.said if bar is not None else "")
        refused = self._desk.modes.may_edit("at")
        self.hint.setText(f"{refused}." if refused else tr(HINT))
        self.view.setAccessibleDescription(f"{self.said.text()}. {self.hint.text()}")
        self.view.viewport().update()

    def _move(self, cue: CueId, at: float) -> None:
        """As the file writes it. Where it is refused, the bar is where it was."""
        edit = Set(Item("cue", cue), ("at",), format_seconds(at))

        def refused(words: str) -> None:
            self.view.settle()
            self._desk.said.emit(
                tr("Nothing has changed. {words}.").format(words=words[:1].upper() + words[1:].rstrip("."))
            )

        self._editing.do(edit, failed=refused)

    def _tick(self, now: float) -> None:
        if self.isVisible() and self._pace.due(now):
            was = self.view.playhead
            self.view.set_playhead(playhead(self._desk.snapshot, self.group, now))
            if was != self.view.playhead:
                self.ruler.update()

    def _set_scroll(self) -> None:
        scale = self.view.scale
        seconds = self.view.lane / scale.rate
        last = max(end_of(self.model.bars) * 1.06 - seconds, scale.start, 0.0)
        with suppress(OverflowError):  # a day of hours and more has no place in a scroll bar
            self.along.blockSignals(True)
            self.along.setRange(0, round(last * MILLI))
            self.along.setPageStep(max(round(seconds * MILLI), 1))
            self.along.setSingleStep(max(round(scale.grid * MILLI), 1))
            self.along.setValue(round(scale.start * MILLI))
        self.along.blockSignals(False)
        self.along.setVisible(last > 0)
        self.ruler.update()
