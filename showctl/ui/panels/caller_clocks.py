"""The clocks of the caller view: the time, what is left of the segment, over or under."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from showctl.timing.times import EARLY_OR_LATE
from showctl.ui.day import Day
from showctl.ui.desk import Desk
from showctl.ui.ink import RIGHT, draw_bar, draw_text, width
from showctl.ui.panels.segment_now import PHASES, over_under_token, phase_token
from showctl.ui.reading import clock_count, signed, time_of_day
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, SEMIBOLD

CLOCKS = 250
"""Height: 40 above, figures and captions 188, the bar of the segment."""
CAPTION, FIGURE, SMALL = 42, 132, 42
SEGMENT = 0.352
"""Where the segment begins, as a part of the width."""


def paint_clocks(painter: QPainter, box: QRectF, t: Theme, day: Day, desk: Desk) -> None:
    """`box`: from the top of the screen, between its margins."""
    s = day.schedule
    caption = QRectF(box.left(), box.top() + 38, box.width(), 58)
    figure = QRectF(box.left(), caption.bottom() - 10, box.width(), 136)
    clock = time_of_day(day.now, day.zone, seconds=True)
    used = draw_text(painter, figure, clock, FIGURE, t.text, weight=SEMIBOLD)
    split = max(box.left() + box.width() * SEGMENT, box.left() + used + 60)
    started = [row.start for row in s.rows if row.where in ("done", "now")]
    since = tr(", show {time}").format(time=clock_count(day.now - min(started))) if started else ""
    left = QRectF(caption.left(), caption.top(), split - caption.left() - 30, caption.height())
    words = holds_for_all(desk)
    token = t.over if words else t.text_2
    draw_text(painter, left, words or f"{day.date:%A}{since}", CAPTION, token, weight=BOLD if words else SEMIBOLD)
    over = s.over_under
    breaks = s.slack is not None and s.slack < 0
    room = _paint_over(painter, caption, figure, t, over, breaks) if over is not None else 0.0
    name = QRectF(split, caption.top(), box.right() - split - width(tr("UNDER"), CAPTION, BOLD) - 40, caption.height())
    count = QRectF(split, figure.top(), box.right() - split - room - 30, figure.height())
    if s.now is None:
        if s.following is not None:
            first = s.following
            draw_text(painter, name, first.segment.name, CAPTION, t.text, weight=SEMIBOLD)
            used = draw_text(painter, count, time_of_day(first.planned, day.zone), FIGURE, t.text_3, weight=SEMIBOLD)
            draw_text(painter, _beside(count, used), tr("planned"), SMALL, t.text_3)
        return
    planned = s.now.length
    rest, phase = s.now.left(day.now), s.now.phase(day.now)
    token = phase_token(t, s.now, day.now)
    draw_text(painter, name, s.now.segment.name, CAPTION, t.text, weight=SEMIBOLD)
    shown = clock_count(rest) if rest >= 0 else f"+{clock_count(-rest)}"
    used = draw_text(painter, count, shown, FIGURE, token, weight=SEMIBOLD)
    said = tr(PHASES[phase]) if phase else tr("left")
    draw_text(painter, _beside(count, used), said, SMALL, token if phase else t.text_2)
    part = (day.now - s.now.start) / planned if planned else 1.0
    bar = QRectF(box.left(), box.bottom() - 16, box.width(), 14)
    draw_bar(painter, bar, part, t.track, token if phase else t.running.colour)


def _paint_over(painter: QPainter, caption: QRectF, figure: QRectF, t: Theme, over: float, breaks: bool) -> float:
    """Returns how wide it is."""
    token = over_under_token(t, over, breaks)
    word = tr("OVER") if over >= EARLY_OR_LATE else tr("UNDER") if over <= -EARLY_OR_LATE else tr("On time")
    draw_text(painter, caption, tr("BREAKS") if breaks else word, CAPTION, token, weight=BOLD, align=RIGHT)
    return draw_text(painter, figure, signed(over), FIGURE, token, weight=SEMIBOLD, align=RIGHT)


def _beside(count: QRectF, used: float) -> QRectF:
    """Words that stand on the line of the figures."""
    return QRectF(count.left() + used + 22, count.top() + 62, max(count.width() - used - 22, 0), 60)


def holds_for_all(desk: Desk) -> str:
    """What holds for all that is called: nothing of it is heard or seen, or it is a rehearsal."""
    snapshot = desk.snapshot
    if desk.engine is not None and not desk.in_touch:
        return desk.why_not.upper()
    if snapshot is None:
        return ""
    if snapshot.outputs_off:
        return tr("OUTPUTS OFF")
    return tr("REHEARSAL") if snapshot.rehearsal else ""
