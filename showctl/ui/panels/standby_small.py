"""The standby strip in two lines, as Edit mode has room for it: the cue, and what is most worth knowing of it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from showctl.model.cue import Cue
from showctl.ui.describe import DepartmentLine
from showctl.ui.icon import draw_icon
from showctl.ui.ink import draw_tag, draw_text, width
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD, REGULAR, SEMIBOLD

TEXT, TAG, ICON = 14, 13, 22
LEAST = 90
"""Pixels below which what a department does is not begun any more."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """Words with a shape, or an icon (`ph.NAME`), before them."""

    shape: str
    token: str
    words: str
    weight: QFont.Weight = REGULAR


def paint_urgent(painter: QPainter, line: QRectF, said: Urgent, pixels: int) -> None:
    """In one line, 24 high."""
    if said.shape.startswith("ph."):
        draw_icon(painter, said.shape[3:], QRectF(line.left(), line.top(), 18, line.height()), said.token, 17)
    else:
        draw_shape(painter, said.shape, QPointF(line.left() + 9, line.center().y()), 15, said.token)
    draw_text(painter, line.adjusted(26, 0, 0, 0), said.words, pixels, said.token, weight=said.weight)


@dataclass(frozen=True, slots=True)
class SmallStrip:
    """What is to be read. `urgent` stands instead of what departments do."""

    tag: str
    cue: Cue | None
    lines: list[DepartmentLine]
    urgent: Urgent | None
    then: str


def paint_small(painter: QPainter, theme: Theme, inner: QRectF, pixels: int, strip: SmallStrip) -> None:
    """`inner`: the strip without its edge. `pixels`: size of number and label."""
    t = theme
    first = QRectF(inner.left(), inner.top(), inner.width(), 24)
    second = QRectF(inner.left(), first.bottom() + 4, inner.width(), inner.bottom() - first.bottom() - 4)
    standby = strip.cue is not None
    fill, on_it = (t.standby.fill, t.on_standby) if standby else (t.track, t.text_2)
    left = first.left() + draw_tag(painter, first.left(), first.center().y(), strip.tag, fill, on_it, TAG) + 12
    if strip.cue is None:
        return
    line = QRectF(left, first.top(), first.right() - left, first.height())
    if strip.urgent is not None:
        paint_urgent(painter, line, strip.urgent, TEXT)
    else:
        _paint_departments(painter, t, line, strip.lines)
    then = width(strip.then, TEXT) + 16
    title = width(strip.cue.number, pixels, BOLD) + 10 + width(strip.cue.label, pixels, SEMIBOLD)
    if title + then < second.width():  # what comes is said where it fits
        place = QRectF(second.right() - then, second.top(), then, second.height())
        draw_text(painter, place.adjusted(16, 0, 0, 0), strip.then, TEXT, t.text_2)
    used = draw_text(painter, second, strip.cue.number, pixels, t.standby.colour, weight=BOLD)
    second.setLeft(second.left() + used + 10)
    draw_text(painter, second, strip.cue.label, pixels, t.text, weight=SEMIBOLD, elide="middle")


def _paint_departments(painter: QPainter, t: Theme, line: QRectF, entries: list[DepartmentLine]) -> None:
    for i, entry in enumerate(entries):
        left_over = tr("{count} more").format(count=len(entries) - i)
        if line.width() < LEAST and i:
            draw_text(painter, line, left_over, TEXT, t.text_3)
            return
        token = t.department[entry.department]
        draw_icon(painter, entry.icon, QRectF(line.left(), line.top(), 18, 24), token, 16)
        line.setLeft(line.left() + ICON)
        said = f"{entry.what}, {entry.time}" if entry.time else entry.what
        more = width(left_over, TEXT) + 12 if i + 1 < len(entries) else 0
        used = draw_text(painter, line.adjusted(0, 0, -more, 0), said, TEXT, t.text_2)
        line.setLeft(line.left() + used + 14)
