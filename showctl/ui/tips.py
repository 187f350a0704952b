"""What a control is told to be when one points at it: its words, and the key that comes to it."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from showctl.ui.tongue import tr

_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSlider)
CONTROLS = (QAbstractButton, QComboBox, *_FIELDS)
_KEYED = re.compile(r"\(.*\)|Enter|Ctrl\+")


def is_control(widget: QWidget) -> bool:
    """Whether it is there to be clicked, and is told by itself."""
    return isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar)


def tip_of(widget: QWidget) -> str:
    """Its tooltip; where that names no key, with the way to it. A control without one is told by its name."""
    tip = widget.toolTip() or widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    if not tip.strip() or _KEYED.search(tip) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return tip.strip()
    first, line, rest = tip.strip().partition("\n")
    way = tr("Tab") if isinstance(widget, _FIELDS) else tr("Tab, Enter")
    return f"{first} ({way}){line}{rest}"
