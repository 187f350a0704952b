"""The segment that runs: what is left of it, over/under, what comes next, and the slack before a hard start."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from showctl.timing.times import EARLY_OR_LATE, Phase, Schedule, SegmentTimes
from showctl.ui.ink import RIGHT, draw_bar, draw_text, fill_rounded, width
from showctl.ui.measure import WIDE, Measures
from showctl.ui.reading import clock_count, length, signed, time_of_day
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import SEMIBOLD

SLACK_SHOWN = 300.0
"""Seconds of slack from which down it is shown (docs/console.md, Over/under)."""


def over_under_token(theme: Theme, over: float, breaks: bool) -> str:
    """The colour of an over/under."""
    if breaks:
        return theme.broken.colour
    if over >= EARLY_OR_LATE:
        return theme.over
    return theme.under if over <= -EARLY_OR_LATE else theme.text


PHASES: Mapping[Phase, str] = {
    "": marked("left of"), "warning": marked("left, wrap up"), "danger": marked("left, end it"), "over": marked("past"),
}  # fmt: skip
"""What stands beside the countdown: its colour is not the only sign."""


def phase_token(theme: Theme, row: SegmentTimes, now: float) -> str:
    """The colour of a countdown."""
    phase = row.phase(now)
    if phase == "danger" or (phase == "over" and row.segment.danger is not None):
        return theme.broken.colour
    return theme.over if phase else theme.text


class SegmentNow(QWidget):
    """Painted; changes once a second."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._zone: dt.tzinfo = dt.UTC
        self._measures = WIDE
        self._schedule: Schedule | None = None
        self._at = 0.0

    def set_measures(self, measures: Measures) -> None:
        self._measures = measures
        self._fit()

    def take(self, schedule: Schedule, now: float, zone: dt.tzinfo) -> None:
        self._schedule, self._at, self._zone = schedule, now, zone
        self._fit()
        self.update()

    def _slack(self) -> float | None:
        s = self._schedule
        if s is None or s.slack is None or s.slack >= SLACK_SHOWN or s.now is None:
            return None
        return s.slack

    def _fit(self) -> None:
        head = 30 + round(self._measures.countdown_text * 1.15) + 14 + 34
        self.setFixedHeight(head + (48 if self._slack() is not None else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._schedule is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._schedule.now is None:
            self._paint_before(painter, box)
        else:
            self._paint_now(painter, box)

    def _paint_before(self, painter: QPainter, box: QRectF) -> None:
        t, first = self._theme, self._schedule.following if self._schedule is not None else None
        line = QRectF(box.left(), box.top(), box.width(), 28)
        if first is None:
            draw_text(painter, line, tr("No run of show in this file"), 15, t.text_3)
            return
        draw_text(painter, line, tr("No segment has started"), 15, t.text_2, weight=SEMIBOLD)
        line.translate(0, 28)
        planned = tr("First at {time}: {name}").format(
            time=time_of_day(first.planned, self._zone), name=first.segment.name
        )
        draw_text(painter, line, planned, 14, t.text_3)

    def _paint_now(self, painter: QPainter, box: QRectF) -> None:
        s, t, m = self._schedule, self._theme, self._measures
        assert s is not None
        assert s.now is not None
        now, planned = s.now, s.now.length
        left, phase = now.left(self._at), now.phase(self._at)
        line = QRectF(box.left(), box.top(), box.width(), 28)
        ends = tr("ends {time}").format(time=time_of_day(now.end, self._zone))
        draw_shape(painter, "running", QPointF(line.left() + 8, line.center().y()), 14, t.running.colour)
        name = line.adjusted(24, 0, -width(ends, 14) - 12, 0)
        draw_text(painter, name, now.segment.name, 16, t.text, weight=SEMIBOLD)
        draw_text(painter, line, ends, 14, t.text_2, align=RIGHT)
        figures = QRectF(box.left(), line.bottom() + 2, box.width(), m.countdown_text * 1.15)
        count = clock_count(left) if left >= 0 else f"+{clock_count(-left)}"
        token = phase_token(t, now, self._at)
        used = draw_text(painter, figures, count, m.countdown_text, token, weight=SEMIBOLD)
        small = QRectF(figures.left() + used + 14, figures.center().y() - 17, 140, 18)
        draw_text(painter, small, tr(PHASES[phase]), 13, token if phase else t.text_3)
        draw_text(painter, small.translated(0, 17), clock_count(planned), 13, t.text_2)
        over = s.over_under or 0.0
        breaks = s.slack is not None and s.slack < 0
        token = over_under_token(t, over, breaks)
        large = QRectF(figures.left(), figures.top(), figures.width(), figures.height() - 18)
        draw_text(painter, large, signed(over), 30, token, weight=SEMIBOLD, align=RIGHT)
        foot = QRectF(figures.left(), figures.bottom() - 20, figures.width(), 18)
        word = tr("over plan") if over >= 0.5 else tr("under plan") if over <= -0.5 else tr("on plan")
        draw_text(painter, foot, word, 13, t.text_3, align=RIGHT)
        bar = QRectF(box.left(), figures.bottom() + 4, box.width(), 6)
        part = (self._at - now.start) / planned if planned else 1.0
        draw_bar(painter, bar, part, t.track, token if phase else t.running.colour)
        self._paint_next(painter, QRectF(box.left(), bar.bottom() + 6, box.width(), 28))
        self._paint_slack(painter, QRectF(box.left(), bar.bottom() + 40, box.width(), 36))

    def _paint_next(self, painter: QPainter, line: QRectF) -> None:
        s, t = self._schedule, self._theme
        following = s.following if s is not None else None
        if following is None:
            draw_text(painter, line, tr("Last segment"), 14, t.text_3)
            return
        planned, cut = following.length, following.end - following.start
        at = time_of_day(following.start, self._zone)
        shorter = planned - cut >= 1
        lasts = tr("for {time}").format(time=length(planned))
        if shorter:
            narrow = self._measures.narrow
            lasts = (
                tr("{cut} of {plan}").format(cut=length(cut), plan=length(planned))
                if narrow
                else tr("for {cut}, plan {plan}").format(cut=length(cut), plan=length(planned))
            )
        used = draw_text(painter, line, tr("Next"), 14, t.text_3)
        rest = width(at, 15, SEMIBOLD) + width(lasts, 14) + 20
        name = QRectF(line.left() + used + 10, line.top(), line.width() - used - rest - 20, line.height())
        used = draw_text(painter, name, following.segment.name, 15, t.text, weight=SEMIBOLD)
        after = QRectF(name.left() + used + 10, line.top(), line.right() - name.left() - used - 10, line.height())
        used = draw_text(painter, after, at, 15, t.text, weight=SEMIBOLD)
        draw_text(painter, after.adjusted(used + 10, 0, 0, 0), lasts, 14, t.over if shorter else t.text_2)

    def _paint_slack(self, painter: QPainter, box: QRectF) -> None:
        s, t, slack = self._schedule, self._theme, self._slack()
        if slack is None or s is None or s.hard is None:
            return
        hard = time_of_day(s.hard.planned, self._zone)
        if slack < 0:
            fill, token = t.broken.tint, t.broken.colour
            fact, rest = (
                tr("Breaks {hard}").format(hard=hard),
                tr("{name} slips by {time}").format(name=s.hard.segment.name, time=length(-slack)),
            )
        else:
            fill, token = t.standby.tint, t.over
            fact, rest = (
                tr("{time} slack").format(time=length(slack)),
                tr("before hard start {hard} slips").format(hard=hard),
            )
        fill_rounded(painter, box, 6, fill)
        draw_shape(painter, "warning", QPointF(box.left() + 18, box.center().y()), 15, token)
        line = box.adjusted(36, 0, -8, 0)
        used = draw_text(painter, line, fact, 14, token, weight=SEMIBOLD)
        draw_text(painter, line.adjusted(used + 7, 0, 0, 0), rest, 14, token)
