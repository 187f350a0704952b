"""A picture of each value that a cell of the level grid can show, painted once per size, format and theme."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from showctl.ui.monitors.cells import Pixels
from showctl.ui.monitors.level_text import Format, level_text
from showctl.ui.theme import Theme, colour
from showctl.ui.typeface import MEDIUM, font

VALUES = 256
GAP = 2
TEXT = 12


def level_atlas(size: QSize, ratio: float, form: Format, theme: Theme) -> Pixels:
    """Pictures (512, height, width) of cells: those of all values, then those of values that have just changed.

    `size`: of a cell with the gap around it, in logical pixels; `ratio`: device pixels to one of them.
    """
    wide, high = round(size.width() * ratio), round(size.height() * ratio)
    image = QImage(wide, high * VALUES * 2, QImage.Format.Format_RGB32)
    image.fill(colour(theme.panel))
    painter = QPainter(image)
    painter.scale(wide / size.width(), high / size.height())
    painter.setFont(font(TEXT, MEDIUM))
    bars = theme.level, theme.level_fresh
    faint = QColor(colour(theme.text_3))
    faint.setAlphaF(0.55)
    for at in range(VALUES * 2):
        value, fresh = at % VALUES, at >= VALUES
        box = QRectF(0, at * size.height(), size.width() - GAP, size.height() - GAP)
        painter.fillRect(box, colour(theme.hover if fresh else theme.raised))
        bar = box.height() * value / 255
        painter.fillRect(QRectF(box.left(), box.bottom() - bar, box.width(), bar), colour(bars[fresh]))
        painter.setPen(colour(theme.text) if value or fresh else faint)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, level_text(value, form))
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint32).reshape(high * VALUES * 2, image.bytesPerLine() // 4)
    return raw[:, :wide].reshape(VALUES * 2, high, wide).copy()
