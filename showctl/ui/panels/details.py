"""What a click on a lamp, a figure or the message row tells: a tooltip, at once, for as long as the pointer stays."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QToolTip, QWidget

READ = 60_000
"""Milliseconds until it goes by itself."""


def show_details(widget: QWidget, text: str, part: QRect | None = None) -> None:
    """Under a part of a widget, so that the part itself stays in sight.

    Call it when a button is let go, not when it is pressed: Qt takes tooltips away then.
    """
    box = part if part is not None else widget.rect()
    QToolTip.showText(widget.mapToGlobal(box.bottomLeft() - QPoint(0, 8)), text, widget, box, READ)
