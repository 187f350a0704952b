"""A cue number while it is typed, large at the right of the standby strip."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from showctl.ui.ink import CENTRE, draw_text, fill_rounded, outline_rounded, width
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import BOLD


def draw_typed(painter: QPainter, strip: QRectF, text: str, pixels: int, theme: Theme) -> None:
    """`Cue 12.5` in a box of its own: standby stays to be read beside it."""
    words = tr("Cue {text}").format(text=text)
    wide = min(width(words, pixels, BOLD) + 48.0, strip.width() - 24)
    high = min(pixels * 1.7, strip.height() - 12)
    box = QRectF(strip.right() - wide - 12, strip.center().y() - high / 2, wide, high)
    fill_rounded(painter, box, 8, theme.raised)
    outline_rounded(painter, box, 8, theme.focus, 2)
    draw_text(painter, box.adjusted(12, 0, -12, 0), words, pixels, theme.text, weight=BOLD, align=CENTRE)
