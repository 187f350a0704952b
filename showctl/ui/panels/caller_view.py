"""The caller view: clocks, standby and the next calls, to be read from three metres. Nothing in it can be pressed."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from showctl.model.cue import Cue, CueId
from showctl.ui.calls import Call, calls_after, gone, who
from showctl.ui.day import Day
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.ink import CENTRE, RIGHT, broken_lines, draw_text, draw_wrapped, fill_rounded, outline_rounded, width
from showctl.ui.panels.caller_clocks import CLOCKS, holds_for_all, paint_clocks
from showctl.ui.panels.standby_small import Urgent
from showctl.ui.reading import time_of_day
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, MEDIUM, SEMIBOLD, metrics

WIDE, HIGH = 1920.0, 1080.0
"""All sizes here are pixels of a screen of this size; on another one all grow or shrink with it."""
MARGIN, GAP = 48, 24
HEAD, NAMES, LABEL, LABEL_SMALL, NOTES, TAG = 140, 84, 116, 88, 60, 56
CALL = 84
"""Height of the line of a call."""
BOX = 6
"""Line around standby."""


class CallerView(QWidget):
    """Painted: each second the clocks, all of it when something is another."""

    def __init__(self, desk: Desk, day: Day, theme: Theme, urgent: Callable[[], list[Urgent]]) -> None:
        """`urgent`: what the standby strip says goes before the notes."""
        super().__init__()
        self._desk, self._day, self._theme, self._urgent = desk, day, theme, urgent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.gone: CueId | None = None
        """What GO was just pressed on, while that is shown."""
        self.who = ""
        self.calls: tuple[Call, ...] = ()
        self._cue: Cue | None = None
        self._known: object = None
        self._read: object = None
        desk.snapshot_changed.connect(self.refresh)
        desk.show_changed.connect(self.refresh)
        desk.list_changed.connect(self.refresh)
        desk.engine_changed.connect(self.refresh)
        desk.ticked.connect(self._tick)
        day.moved.connect(self._move)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Read again what is in standby and what comes."""
        standby, cues = self._desk.standby, self._desk.cues
        known = standby, self._desk.next_go, self._day.schedule
        if known != self._known:
            self._known = known
            self._cue = cues.get(standby or "")
            self.who, self.calls = "", ()
            if self._cue is not None and standby is not None:
                played = [cues[each] for each in self._desk.next_go.played(standby) if each in cues]
                self.who = who("", played)
                self.calls = calls_after(standby, self._desk.next_go, cues, self._day.schedule.rows, self._day.zone)
        urgent = self._urgent()
        read = self._cue, self.who, self.calls, [each.words for each in urgent], self._none, holds_for_all(self._desk)
        if read == self._read:
            return
        self._read = read
        said = (
            tr("Standby {who} {cue}").format(who=self.who, cue=called(self._cue))
            if self._cue is not None
            else self._none.capitalize()
        )
        words = [said, *(each.words for each in urgent)]
        self.setAccessibleName(". ".join((tr("Caller view"), *words)))
        self.setAccessibleDescription(". ".join(f"{each.word}: {each.who}, {each.what}" for each in self.calls))
        self.update()

    def _tick(self, now: float) -> None:
        was, self.gone = self.gone, gone(self._desk.snapshot, self._desk.list, now)
        if was != self.gone:
            self.update()

    def _move(self) -> None:
        self.refresh()
        self.update(0, 0, self.width(), round(CLOCKS * self._scale) + 1)

    @property
    def _scale(self) -> float:
        return min(self.width() / WIDE, self.height() / HIGH)

    @property
    def _none(self) -> str:
        """What stands where there is no standby."""
        return tr("END OF LIST") if self._desk.in_touch else self._desk.why_not.upper()

    # Painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(self._theme.app))
        scale = self._scale
        if scale <= 0:
            return
        painter.scale(scale, scale)
        whole = QRectF(0, 0, self.width() / scale, self.height() / scale)
        inner = whole.adjusted(MARGIN, 0, -MARGIN, -GAP / 2)
        paint_clocks(painter, QRectF(inner.left(), 0, inner.width(), CLOCKS), self._theme, self._day, self._desk)
        if event.rect().bottom() <= CLOCKS * scale + 1:
            return
        calls = QRectF(inner.left(), inner.bottom() - 3 * CALL, inner.width(), 3 * CALL)
        standby = QRectF(inner.left(), CLOCKS + GAP, inner.width(), calls.top() - CLOCKS - 2 * GAP)
        if self.gone is not None and self.gone in self._desk.cues:
            self._paint_go(painter, QRectF(0, standby.top(), whole.width(), standby.height()), self.gone)
        else:
            self._paint_standby(painter, standby)
        self._paint_calls(painter, calls)

    def _paint_go(self, painter: QPainter, band: QRectF, identity: CueId) -> None:
        t, cue, snapshot = self._theme, self._desk.cues[identity], self._desk.snapshot
        painter.fillRect(band, colour(t.go))
        painter.fillRect(QRectF(band.left(), band.top(), band.width(), BOX), colour(t.go_edge))
        painter.fillRect(QRectF(band.left(), band.bottom() - BOX, band.width(), BOX), colour(t.go_edge))
        at = snapshot.wall - (snapshot.instant - snapshot.last_go_at) if snapshot is not None else 0.0
        line = band.adjusted(MARGIN + 40, 0, -MARGIN - 40, 0)
        line.setHeight(band.height() * 0.56)
        time = time_of_day(at, self._day.zone, seconds=True)
        draw_text(painter, line, tr("GO {number}").format(number=cue.number), 160, t.go_text, weight=BOLD)
        draw_text(painter, line, time, 132, t.go_text, weight=SEMIBOLD, align=RIGHT)
        label = QRectF(line.left(), line.bottom() - 20, line.width(), band.bottom() - line.bottom())
        draw_text(painter, label, called(cue).removeprefix(cue.number).strip(), LABEL_SMALL, t.go_text, weight=SEMIBOLD)

    def _paint_standby(self, painter: QPainter, box: QRectF) -> None:
        t, cue = self._theme, self._cue
        standing = cue is not None
        fill_rounded(painter, box, 14, t.standby.tint if standing else t.panel)
        edge = t.standby.edge if standing else t.line_strong
        tag = QRectF(box.left(), box.top(), width(tr("STANDBY"), TAG, BOLD) + 100, HEAD)
        inner = box.adjusted(50, 0, -40, -24)
        if cue is None:
            outline_rounded(painter, box, 14, edge, BOX)
            draw_text(painter, inner, self._none, LABEL, t.text_2, weight=SEMIBOLD, align=CENTRE)
            return
        painter.save()
        painter.setClipRect(tag)
        fill_rounded(painter, box, 14, t.standby.fill)
        painter.restore()
        outline_rounded(painter, box, 14, edge, BOX)
        draw_text(painter, tag, tr("STANDBY"), TAG, t.on_standby, weight=BOLD, align=CENTRE)
        names = QRectF(tag.right() + 40, box.top(), box.right() - tag.right() - 80, HEAD)
        number = width(cue.number, NAMES, BOLD) + 8.0
        pixels = NAMES if width(self.who, NAMES, SEMIBOLD) + number + 26 <= names.width() else TAG
        used = draw_text(painter, names.adjusted(0, 0, -number - 26, 0), self.who, pixels, t.text, weight=SEMIBOLD)
        names.setLeft(names.left() + (used + 26 if used else 0))
        draw_text(painter, names, cue.number, NAMES, t.standby.colour, weight=BOLD)
        inner.setTop(tag.bottom() + 8)
        bottom = self._paint_label(painter, inner, called(cue).removeprefix(cue.number).strip())
        rest = QRectF(inner.left(), bottom, inner.width(), inner.bottom() - bottom)
        for urgent in self._urgent():
            if rest.height() < 60:
                break
            self._paint_urgent(painter, QRectF(rest.left(), rest.top(), rest.width(), 60), urgent)
            rest.setTop(rest.top() + 64)
        least = metrics(44, MEDIUM).height()
        if cue.notes and rest.height() >= least:
            fits = len(broken_lines(cue.notes, NOTES, rest.width())) * metrics(NOTES).height() <= rest.height()
            draw_wrapped(painter, rest, cue.notes, NOTES if fits else 44, t.text)

    def _paint_label(self, painter: QPainter, box: QRectF, label: str) -> float:
        """In one line, in one that is smaller, or in two. Returns where it ends."""
        t = self._theme
        pixels = LABEL if width(label, LABEL, SEMIBOLD) <= box.width() else LABEL_SMALL
        high = metrics(pixels, SEMIBOLD).height()
        lines = min(len(broken_lines(label, pixels, box.width(), SEMIBOLD)), 2)
        room = QRectF(box.left(), box.top(), box.width(), high * lines + 1)
        draw_wrapped(painter, room, label, pixels, t.text, SEMIBOLD)
        return box.top() + high * lines + 4

    @staticmethod
    def _paint_urgent(painter: QPainter, line: QRectF, urgent: Urgent) -> None:
        left = 0
        if not urgent.shape.startswith("ph."):
            draw_shape(painter, urgent.shape, QPointF(line.left() + 22, line.center().y()), 40, urgent.token)
            left = 60
        draw_text(painter, line.adjusted(left, 0, 0, 0), urgent.words, 44, urgent.token, weight=SEMIBOLD)

    def _paint_calls(self, painter: QPainter, box: QRectF) -> None:
        t = self._theme
        painter.setPen(QPen(colour(t.line_strong), 2))
        for i in range(len(self.calls)):
            y = box.top() + i * CALL
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        column = box.width() * 0.345
        for i, call in enumerate(self.calls):
            line = QRectF(box.left(), box.top() + i * CALL, box.width(), CALL)
            first = i == 0
            token = t.text if first else t.text_2
            weight = BOLD if first else SEMIBOLD
            draw_text(painter, line, call.word, 44, t.standby.colour if first else t.text_3, weight=weight)
            named = QRectF(line.left() + 200, line.top(), column - 100, CALL)
            draw_text(painter, named, call.who, 46, token, weight=weight)
            when = min(width(call.when, 44, SEMIBOLD) + 4.0, line.width() * 0.36) if call.when else 0.0
            what = line.adjusted(column + 120, 0, -when - 40, 0)
            draw_text(painter, what, call.what, 46, token)
            used = draw_text(
                painter, QRectF(line.right() - when, line.top(), when, CALL), call.when, 44, token,
                weight=SEMIBOLD if first else MEDIUM, align=RIGHT,
            )  # fmt: skip
            if call.forecast:
                painter.setPen(QPen(colour(token), 3, Qt.PenStyle.DotLine))
                y = line.center().y() + 28
                painter.drawLine(QPointF(line.right() - used, y), QPointF(line.right(), y))
