"""Marks of a cue after its label: loaded, flagged; and armed or flagged this evening other than the show file says."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from showctl.ui.icon import draw_icon
from showctl.ui.ink import draw_text, fill_rounded, width
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.cue_tree import evening
from showctl.ui.theme import Theme
from showctl.ui.typeface import SEMIBOLD

TEXT = 12
_ICON = 26
_ICONS = {"loaded": "timer", "flag": "flag-banner-fill"}


def draw_marks(painter: QPainter, box: QRectF, row: CueRow, theme: Theme) -> float:
    """Draw them and return where the next thing may begin. On a filled tag stands what holds for this evening only."""
    left, middle = box.left(), box.center().y()
    for text, as_written in evening(row):
        icon = next((icon for word, icon in _ICONS.items() if word in text), "moon-fill")
        wide = min(_ICON + (0.0 if as_written else width(text, TEXT, SEMIBOLD) + 8), box.right() - left)
        if wide < _ICON:
            break
        tag = QRectF(left, middle - 11, wide, 22)
        if not as_written:
            fill_rounded(painter, tag, 4, theme.track)
            draw_text(painter, tag.adjusted(_ICON, 0, -4, 0), text, TEXT, theme.text, weight=SEMIBOLD)
        draw_icon(painter, icon, QRectF(tag.left() + 3, tag.top(), 20, 22), theme.text, 14)
        left = tag.right() + 8
    return left
