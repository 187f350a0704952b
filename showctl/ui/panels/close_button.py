"""✕: closes what it stands in, as Ctrl+W does."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from showctl.ui.tongue import tr


def close_button(words: str, close: Callable[[], object]) -> QPushButton:
    """`words`: what a press does. It takes no keyboard."""
    button = QPushButton("✕")
    button.setAccessibleName(words)
    button.setToolTip(tr("{words} (Ctrl+W)").format(words=words))
    button.setProperty("narrow", True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda: close())
    return button
