"""What a click on a lamp, a figure or the message row tells: a tooltip, at once, for as long as the pointer stays."""

from textwrap import fill

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QToolTip, QWidget

from showctl.ui.typeface import metrics

READ = 60_000
"""Milliseconds until it goes by itself."""
LONGEST = 40
"""Characters of a line: so it is no wider than the side panel, which it lies over."""
EDGE = 20
"""Pixels around the text, from the style rules and Qt's own margin."""


def show_details(widget: QWidget, text: str, part: QRect | None = None) -> None:
    """Under a part of a widget, so that the part itself stays in sight, and inside the window at the right: what does
    not fit there Qt would move to the left, over standby.

    Call it when a button is let go, not when it is pressed: Qt takes tooltips away then.
    """
    box = part if part is not None else widget.rect()
    lines = [fill(line, LONGEST) for line in text.splitlines()]
    wide = max((metrics(14).horizontalAdvance(line) for each in lines for line in each.splitlines()), default=0)
    left = min(box.left(), widget.mapFrom(widget.window(), QPoint(widget.window().width(), 0)).x() - wide - 2 * EDGE)
    QToolTip.showText(widget.mapToGlobal(QPoint(left, box.bottom() - 8)), "\n".join(lines), widget, box, READ)
