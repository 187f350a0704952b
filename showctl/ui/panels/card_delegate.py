"""One active cue as a card: what is left in large figures, how far it is, what runs inside, pause and stop."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from showctl.engine.snapshot import ActiveCue
from showctl.model.cue import Cue
from showctl.ui.cue_icon import icon_of
from showctl.ui.describe import code_of
from showctl.ui.icon import draw_icon
from showctl.ui.ink import LEFT, RIGHT, draw_bar, draw_text, fill_rounded, outline_rounded, width
from showctl.ui.measure import WIDE
from showctl.ui.models.active_cues import CARD_ROLE, Card
from showctl.ui.progress import Progress, progress
from showctl.ui.reading import counted, remaining
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD

PADDING = 12
GAP = 8
TITLE, FIGURES, BAR, LINE = 24, 48, 6, 30
BUTTON = 44
HANDLE = 14
_ENDLESS = 1e12
"""Seconds; what goes round for ever is done at infinity."""
MOST_INSIDE = 5
LEAST_SMALL = 60
"""Pixels beside the large figures from which the small ones are there."""


def pause_box(card: QRectF) -> QRectF:
    """Where a card is paused and resumed."""
    return stop_box(card).translated(-BUTTON - 8, 0)


def stop_box(card: QRectF) -> QRectF:
    """Where a card is stopped."""
    return QRectF(card.right() - PADDING - BUTTON, card.top() + PADDING + TITLE + 2, BUTTON, BUTTON)


def skip_box(card: QRectF) -> QRectF:
    """Where the wait is skipped that a cue is in."""
    return pause_box(card).translated(-BUTTON - 8, 0)


def scrub_box(card: QRectF) -> QRectF:
    """Where a paused cue is moved to another time: its bar, with room for a finger."""
    bar = bar_box(card)
    return QRectF(bar.left() - HANDLE, bar.center().y() - BUTTON / 2, bar.width() + 2 * HANDLE, BUTTON)


def bar_box(card: QRectF) -> QRectF:
    """The bar."""
    top = card.top() + PADDING - 2 + TITLE + FIGURES + 4
    return QRectF(card.left() + PADDING, top, card.width() - 2 * PADDING, BAR)


def waits(active: ActiveCue, now: float) -> bool:
    """Whether it is in a wait that can be skipped."""
    return progress(active, now).phase in ("pre-wait", "post-wait")


def may_move(card: Card) -> bool:
    """Whether it can be moved to another time: it is paused, is not done, and comes to an end."""
    at = card.active.paused_at
    return at is not None and not card.active.lap and at < card.active.done_at < _ENDLESS


def part_at(active: ActiveCue) -> tuple[float, float]:
    """Seconds from GO at which a paused cue is, and how long it is in all."""
    at = active.paused_at if active.paused_at is not None else active.go_at
    return at - active.go_at, active.done_at - active.go_at


def total_said(at: Progress) -> str:
    """How long it is in all; of what goes round for ever nobody knows, so which lap it is."""
    return tr("loop, lap {lap}").format(lap=at.lap) if at.lap else tr("of {time}").format(time=counted(at.total))


class CardDelegate(QStyledItemDelegate):
    """Paints cards, and older ones folded to a line when there is no room for all."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.measures = WIDE
        self.now = 0.0
        self.folded: Callable[[int], bool] = lambda _: False
        """Whether the card in this row is folded."""
        self.hovered: QPointF | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if self.folded(index.row()):
            return QSize(0, LINE)
        return QSize(0, self.height(index.data(CARD_ROLE)))

    @staticmethod
    def height(card: Card) -> int:
        """Of an open card, with the gap below it."""
        inside = min(len(card.inside), MOST_INSIDE) * LINE + (8 if card.inside else 0)
        return 2 * PADDING + TITLE + FIGURES + BAR + 4 + inside + GAP

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(CARD_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        if self.folded(index.row()):
            self._paint_line(painter, whole, card.active, card.cue)
        else:
            self._paint_card(painter, whole.adjusted(0, 0, 0, -GAP), card)
        painter.restore()

    def _paint_card(self, painter: QPainter, box: QRectF, card: Card) -> None:
        t = self._theme
        at = progress(card.active, self.now)
        look = t.states[at.state]
        fill_rounded(painter, box, 8, t.raised)
        title = QRectF(box.left() + PADDING, box.top() + PADDING - 2, box.width() - 2 * PADDING, TITLE)
        draw_shape(painter, at.state, QPointF(title.left() + 8, title.center().y()), 14, look.colour)
        self._paint_department(painter, title, card.cue)
        name = title.adjusted(24, 0, -64, 0)
        if card.rehearsed:
            mark = tr("Rehearsal")
            wide = width(mark, 12, MEDIUM) + 20
            place = QRectF(name.right() - wide, title.top(), wide, TITLE)
            draw_icon(painter, "record-fill", QRectF(place.left(), place.top(), 16, TITLE), t.text_2, 12)
            draw_text(painter, place, mark, 12, t.text_2, weight=MEDIUM, align=RIGHT)
            name.setRight(place.left() - 6)
        used = draw_text(painter, name, card.cue.number, 15, t.text, weight=SEMIBOLD)
        draw_text(painter, name.adjusted(used + 10, 0, 0, 0), card.cue.label, 15, t.text, weight=SEMIBOLD)
        self._paint_figures(painter, box, title, at, look.colour, short=waits(card.active, self.now))
        buttons = [(pause_box(box), "play-fill" if at.paused else "pause-fill"), (stop_box(box), "stop-fill")]
        if waits(card.active, self.now):
            buttons.append((skip_box(box), "skip-forward-fill"))
        for place, icon in buttons:
            hovered = self.hovered is not None and place.contains(self.hovered)
            fill_rounded(painter, place, 8, t.hover if hovered else t.panel)
            outline_rounded(painter, place, 8, t.line_strong, 1)
            draw_icon(painter, icon, place, t.text, 18)
        bar = bar_box(box)
        if may_move(card):
            elapsed, total = part_at(card.active)
            part = min(max(elapsed / total, 0.0), 1.0) if total > 0 else 0.0
            draw_bar(painter, bar, part, t.track, look.colour)
            centre = QPointF(bar.left() + part * bar.width(), bar.center().y())
            painter.setPen(QPen(colour(t.raised), 2))
            painter.setBrush(colour(look.colour))
            painter.drawEllipse(centre, HANDLE / 2, HANDLE / 2)
        else:
            draw_bar(painter, bar, at.fraction, t.track, look.colour)
        if card.inside:
            painter.setPen(QPen(colour(t.line), 1))
            painter.drawLine(QPointF(bar.left(), bar.bottom() + 8), QPointF(bar.right(), bar.bottom() + 8))
        hidden = len(card.inside) - MOST_INSIDE
        for i, (active, cue) in enumerate(card.inside[:MOST_INSIDE]):
            line = QRectF(bar.left() - 4, bar.bottom() + 10 + i * LINE, bar.width() + 8, LINE)
            if hidden > 0 and i == MOST_INSIDE - 1:
                draw_text(
                    painter, line.adjusted(24, 0, 0, 0), tr("{hidden} more").format(hidden=hidden + 1), 14, t.text_3
                )
            else:
                self._paint_line(painter, line, active, cue)

    def _paint_department(self, painter: QPainter, title: QRectF, cue: Cue) -> None:
        t = self._theme
        if cue.children:
            draw_icon(painter, icon_of(cue), QRectF(title.right() - 20, title.top(), 20, TITLE), t.text_3, 16)
            return
        token, code = t.department[cue.department], code_of(cue)
        wide = width(code, 12, MEDIUM)
        draw_text(painter, title, code, 12, token, weight=MEDIUM, align=RIGHT)
        draw_icon(painter, icon_of(cue), QRectF(title.right() - wide - 24, title.top(), 20, TITLE), token, 16)

    def _paint_figures(
        self, painter: QPainter, box: QRectF, title: QRectF, at: Progress, token: str, *, short: bool
    ) -> None:
        """`short`: there is a button more beside them."""
        t, pixels = self._theme, self.measures.card_text
        right = (skip_box(box) if short else pause_box(box)).left()
        figures = QRectF(title.left(), title.bottom(), right - title.left() - 4, FIGURES)
        used = draw_text(painter, figures, remaining(at.remaining), pixels, token, weight=SEMIBOLD)
        if figures.width() - used < LEAST_SMALL:
            return
        small = figures.adjusted(used + 8, figures.height() / 2 - 17, 0, 0)
        small.setHeight(17)
        draw_text(painter, small, counted(at.elapsed), 12, t.text_2)
        draw_text(painter, small.translated(0, 16), total_said(at), 12, t.text_3, align=LEFT)

    def _paint_line(self, painter: QPainter, box: QRectF, active: ActiveCue, cue: Cue) -> None:
        """A cue on one line of 30."""
        t = self._theme
        at = progress(active, self.now)
        look = t.states[at.state]
        draw_shape(painter, at.state, QPointF(box.left() + 12, box.center().y()), 13, look.colour)
        left_over = remaining(at.remaining)
        figures = width("−00:00.0", 14, SEMIBOLD)
        draw_text(painter, box.adjusted(0, 0, -4, 0), left_over, 14, look.colour, weight=SEMIBOLD, align=RIGHT)
        text = box.adjusted(28, 0, -figures - 8, 0)
        used = draw_text(painter, text, cue.number, 14, t.text_2)
        text.setLeft(text.left() + max(used, 34) + 8)
        token = t.text_3 if cue.children else t.department[cue.department]
        draw_icon(painter, icon_of(cue), QRectF(text.left(), text.top(), 20, text.height()), token, 15)
        draw_text(painter, text.adjusted(28, 0, 0, 0), cue.label, 14, t.text)
